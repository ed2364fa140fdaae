"""A choice among names on the command line that other packages may add to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import click


class AddedChoice(click.Choice[str]):
    """A choice that looks for added names only when a name is none of the built-in ones.

    Args:
        built_in: The names that are always there, and that help lists.
        added: Returns those of other packages; asked only when needed, for it imports.
    """

    def __init__(self, built_in: Sequence[str], added: Callable[[], Iterable[str]]) -> None:
        super().__init__(built_in)
        self._added = added

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name, built in or added."""
        if value in self.choices or value not in (added := list(self._added())):
            return super().convert(value, param, ctx)
        return added[added.index(value)]
