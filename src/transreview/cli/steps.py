"""What long work says on a terminal: the step under way, on one line of standard error that goes again."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Self

import click

_CLEAR = "\r\x1b[K"


class Steps:
    """Shows the step under way where a person is watching; in a pipe or a file it says nothing."""

    def __init__(self) -> None:
        self._watched = sys.stderr.isatty()

    def __call__(self, step: str) -> None:
        """Say what is being done from now on."""
        if self._watched:
            click.echo(f"{_CLEAR}{step} …", err=True, nl=False)

    def clear(self) -> None:
        """Take the step away, so that something can be printed in its place."""
        if self._watched:
            click.echo(_CLEAR, err=True, nl=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()
