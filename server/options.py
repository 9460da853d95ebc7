"""The options of `valgraf serve`: one for each setting, by its name, default and help."""

from collections.abc import Callable
from dataclasses import Field, fields
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Any, get_origin, get_type_hints

import click

from server.settings import Settings


class _Network(click.ParamType[IPv4Network | IPv6Network]):
    """A network in CIDR notation, or one address."""

    name = "cidr"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> IPv4Network | IPv6Network:
        try:
            return ip_network(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


#: Settings of which only some values make sense.
_TYPES: dict[str, click.ParamType[Any]] = {
    "log": click.Choice(["text", "json", "none"]),
    "catalogue": click.Path(path_type=Path, exists=True, dir_okay=False),
    "rdf": click.Path(path_type=Path, exists=True, dir_okay=False),
    "trusted_proxies": _Network(),
    "port": click.IntRange(0, 65535),
    "memory": click.IntRange(64),
    "workers": click.IntRange(4),
}
#: Settings whose option is named in the singular, since it is given once for each value.
NAMES = {"trusted_proxies": "trusted_proxy"}


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Return a command with the options of all settings that have help."""
    for setting in reversed(fields(Settings)):
        if "help" in setting.metadata:
            command = _option(setting)(command)
    return command


def _option(setting: "Field[Any]") -> Callable[[Any], Any]:
    name = NAMES.get(setting.name, setting.name)
    hint = get_type_hints(Settings)[setting.name]
    several, flag = get_origin(hint) is tuple, hint is bool
    number = {int: click.IntRange(1), float: click.FloatRange(0.05)}.get(hint)
    return click.option(
        f"--{name.replace('_', '-')}",
        setting.name,
        default=None if several else setting.default,
        show_default=setting.default not in {"", (), None} and not flag,
        multiple=several,
        is_flag=flag,
        type=None if flag else _TYPES.get(setting.name, number),
        envvar=f"VALGRAF_{name.upper()}",
        help=setting.metadata["help"],
    )
