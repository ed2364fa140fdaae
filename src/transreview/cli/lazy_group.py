"""A command group that imports a command when it is used, not when it is listed."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

import click

from transreview.cli.localized import localized
from transreview.i18n import _


class LazyGroup(click.Group):
    """A group made from a table, in the order of the table.

    Args:
        table: Name → "module:attribute" of the command, and its line in the overview.
        options: What a click group takes.
    """

    def __init__(self, *, table: Mapping[str, tuple[str, str]], **options: Any) -> None:  # noqa: ANN401 - click's
        super().__init__(**options)
        self._table = table

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order people use them."""
        return list(self._table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one command."""
        if cmd_name not in self._table:
            return None
        module, name = self._table[cmd_name][0].split(":")
        command = getattr(importlib.import_module(module), name)
        assert isinstance(command, click.Command)
        return localized(command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the overview from the table, without importing anything."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(line)) for name, (_place, line) in self._table.items()])
