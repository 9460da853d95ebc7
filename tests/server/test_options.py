"""Each setting is an option, an environment variable, and explained."""

from dataclasses import fields

import pytest
from click.testing import CliRunner

from server.cli import main
from server.options import NAMES
from server.settings import Settings

HELP = CliRunner().invoke(main, ["serve", "--help"]).output


@pytest.mark.parametrize("name", [f.name for f in fields(Settings)])
def test_a_setting_is_an_option(name):
    assert f"--{NAMES.get(name, name).replace('_', '-')} " in HELP


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--workers", "3"),
        ("--timeout", "0"),
        ("--log", "xml"),
        ("--trusted-proxy", "10.0.0.1/8"),
        ("--rdf", "nowhere.ttl"),
    ],
)
def test_a_value_that_makes_no_sense_is_a_usage_error(option, value):
    found = CliRunner().invoke(main, ["serve", option, value])
    assert found.exit_code == 2
    assert option in found.output


def test_the_guide_names_no_option_that_there_is_not():
    import re
    from pathlib import Path

    guide = (Path(__file__).parents[2] / "docs" / "operations.md").read_text()
    named = set(re.findall(r"`(--[a-z-]+)`", guide))
    assert len(named) > 15
    assert all(f"{option} " in HELP for option in named)
