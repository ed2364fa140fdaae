"""What long work says on a terminal: the step under way, on one line of standard error that goes again."""

from __future__ import annotations

import math
import os
import sys
import time
from types import TracebackType
from typing import Self

import click

from transreview.i18n import _

_CLEAR = "\r\x1b[K"
_PAUSE = 0.2  # seconds between two figures


_PLAIN_PAUSE = 10.0  # seconds between two lines on a terminal that only prints


def is_plain() -> bool:
    """Whether the terminal only prints what it is given: it says so, or says nothing of itself."""
    return os.name == "posix" and os.environ.get("TERM", "") in {"", "dumb", "unknown"}


class Steps:
    """Shows the step under way where a person is watching; in a pipe or a file it says nothing."""

    def __init__(self) -> None:
        self._watched = sys.stderr.isatty()
        self._plain = self._watched and is_plain()
        self._said = -math.inf
        self._step = ""
        self._shown = False
        self._last = 0.0

    def __call__(self, step: str) -> None:
        """Say what is being done from now on."""
        self._step, self._last = step, time.monotonic()
        self._show(f"{step} …")

    def share(self, done: int, total: int) -> None:
        """Say how much of the step is done; a few times a second, however often it is told."""
        if self._watched and time.monotonic() - self._last >= _PAUSE and total > 0:
            self._last = time.monotonic()
            share = min(100, 100 * done // total)
            self._show(_("{step} … {share} %").format(step=self._step, share=share))

    def part(self, done: float) -> None:
        """Say how much of the step is done, from 0 to 1."""
        self.share(int(1000 * done), 1000)

    def clear(self) -> None:
        """Take the step away, so that something can be printed in its place."""
        if self._shown:
            click.echo(_CLEAR, err=True, nl=False)
            self._shown = False

    def note(self, sentence: str) -> None:
        """Say what the work is waiting for, also where nobody is watching, and go on with the step."""
        self.clear()
        click.echo(_("Note: {warning}").format(warning=sentence), err=True)
        if self._step and not self._plain:
            self._show(f"{self._step} …")

    def _show(self, words: str) -> None:
        if self._plain:
            # Such a terminal cannot take a line back: it is given one now and then.
            if time.monotonic() - self._said >= _PLAIN_PAUSE:
                self._said = time.monotonic()
                click.echo(words, err=True)
        elif self._watched:
            click.echo(f"{_CLEAR}{words}", err=True, nl=False)
            self._shown = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()
