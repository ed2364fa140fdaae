"""The standard streams: closed, narrow or full, they never make a traceback."""

from __future__ import annotations

import codecs
import errno
import io
import os
import sys
from collections.abc import Callable
from functools import partial
from typing import TextIO

import click

from transreview.errors import InputError
from transreview.i18n import _

# What a write to a full or broken place says; other failures of the system are reported where they happen.
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})


def prepare() -> None:
    """Open streams that are closed, and write what a stream's encoding lacks as escapes.

    `transreview … <&-` has no standard input at all; a Latin-1 terminal has no Georgian, and a file name
    need not be UTF-8.
    """
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - as long as the program
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - as above
        elif isinstance(stream, io.TextIOWrapper) and _raises(stream):
            stream.reconfigure(errors="backslashreplace")


def _raises(stream: io.TextIOWrapper) -> bool:
    """Whether a stream has no way to write a letter that its encoding lacks; so it is in the C locale too."""
    escapes_names_only = stream.errors == "surrogateescape" and codecs.lookup(stream.encoding).name != "utf-8"
    return stream.errors == "strict" or escapes_names_only


def reader_has_gone() -> bool:
    """Whether whoever read our output has gone (`| head`), as click notes it when it ends the command."""
    return type(sys.stdout).__name__.endswith("PacifyFlushWrapper")


def tell(message: str) -> None:
    """Print a message on standard error; where that is full, the exit code has to say it."""
    tell_by(partial(click.echo, message, err=True))


def tell_by(show: Callable[[], None]) -> None:
    """Call what prints on standard error; where that is full, the exit code has to say it."""
    try:
        show()
    except OSError:
        _discard(sys.stderr)


def discard_output() -> None:
    """Send what is still buffered nowhere, lest Python complains of it at exit."""
    _discard(sys.stdout)


def _discard(stream: TextIO) -> None:
    """Send what a stream still holds nowhere: Python ends with a code of its own where it cannot write it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def output_failed(error: OSError) -> InputError | None:
    """Return the user's error for output that could not be written, None for another failure."""
    if error.errno not in _FULL:
        return None
    return InputError(
        _("cannot be written: {reason}").format(reason=os.strerror(error.errno or 0)),
        path=str(error.filename or _("standard output")),
        remedy=_("Make room, or write somewhere else. No project was changed"),
    )
