"""A command group that imports a command when it is used, not when it is listed."""

from __future__ import annotations

import difflib
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

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called, or name the one that was probably meant."""
        near = difflib.get_close_matches(args[0], self._table, n=1)
        if near and args[0] not in self._table and not ctx.resilient_parsing:
            text = _("There is no command “{name}”. Did you mean “{near}”?")
            raise click.UsageError(text.format(name=args[0], near=near[0]), ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the overview from the table, without importing anything."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(line)) for name, (_place, line) in self._table.items()])
