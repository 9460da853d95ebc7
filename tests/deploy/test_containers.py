"""The Dockerfile and compose.yaml cannot be built everywhere: what they run, name and set is tried here."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from bench.peers import free_port
from server.cli import main

ROOT = Path(__file__).resolve().parents[2]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))


@pytest.fixture
def healthy():
    """Return what runs the image's health check against a port."""

    def run(port):
        command = json.loads(re.search(r"HEALTHCHECK.*?CMD (\[.*?\])\n", DOCKERFILE, re.DOTALL)[1])
        command = [part.replace(":8000/", f":{port}/") for part in command]
        assert command[0] == "python"
        done = subprocess.run([sys.executable, *command[1:]], check=False, capture_output=True)
        return done.returncode == 0

    return run


def test_the_health_check_tells_a_server_that_answers_from_none(healthy, server):
    assert healthy(server.url.rpartition(":")[2])
    assert not healthy(free_port())


def test_every_setting_is_an_option_of_serve():
    settings = set(re.findall(r"\bVALGRAF_\w+", DOCKERFILE))
    for service in COMPOSE["services"].values():
        settings |= set(service.get("environment", {}))
    known = {option.envvar for option in main.commands["serve"].params}
    assert len(settings) >= 5
    assert settings <= known


def test_the_context_holds_what_the_wheel_is_built_of():
    kept = re.findall(r"^!(\S+)$", (ROOT / ".dockerignore").read_text(), re.MULTILINE)
    assert all((ROOT / name).exists() for name in kept)
    packages = re.search(r"packages = (\[.*?\])", (ROOT / "pyproject.toml").read_text())[1]
    assert {*json.loads(packages), "pyproject.toml", "requirements.lock", "README.md"} <= set(kept)


def test_compose_puts_its_servers_into_the_recipe(tmp_path):
    command = COMPOSE["services"]["nginx"]["command"]
    assert command[:2] == ["sh", "-c"]
    made = tmp_path / "default.conf"
    script = command[2].replace("/recipe.conf", str(ROOT / "deploy" / "nginx.conf"))
    script = script.replace("/etc/nginx/conf.d/default.conf", str(made)).partition(" && exec")[0]
    subprocess.run(["sh", "-c", script], check=True)
    servers = re.findall(r"server (\S+) max_fails", made.read_text())
    assert servers == ["one:8000", "two:8000"]
    assert {"one", "two"} <= set(COMPOSE["services"])


def test_the_image_runs_without_rights_over_files_that_it_cannot_change():
    assert re.search(r"^USER 10001", DOCKERFILE, re.MULTILINE)
    for name in ("one", "two"):
        service = COMPOSE["services"][name]
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
