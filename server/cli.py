"""The command `valgraf`: the loader's commands and the server's."""

import click

from loader.cli import commands


@click.group(context_settings={"auto_envvar_prefix": "VALGRAF"})
@click.version_option(package_name="valgraf")
def main() -> None:
    """Valgraf: a knowledge graph of what Swedish political parties propose in municipal social policy."""


for command in commands:
    main.add_command(command)
