"""`-o FILE`: the file that a command writes, where `-` is standard output."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from transreview.errors import UsageError
from transreview.formats.reading import STDIN as STANDARD
from transreview.i18n import _

Command = TypeVar("Command", bound=Any)


class OutputFile(click.Path):
    """A file to write; `-` is standard output, `./-` a file of that name.

    Args:
        standard: Whether what is written can go to standard output at all: a project cannot, nor a
            file that is changed where it stands.
    """

    def __init__(self, *, standard: bool = True) -> None:
        super().__init__(path_type=Path, allow_dash=True)
        self.standard = standard

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        """Return the path as it was meant."""
        if value == STANDARD and not self.standard:
            raise UsageError(
                _("{option} has to name a file here, not standard output").format(
                    option=param.opts[-1] if param is not None else ""
                ),
                remedy=_("Name a file; ./- is one that is called “-”."),
            )
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        # pathlib drops the "./" by which people name such a file.
        return path if value == STANDARD or str(path) != STANDARD else Path.cwd() / STANDARD


def output_option(
    *names: str,
    help: str,  # noqa: A002 - as click calls it
    metavar: str = "FILE",
    required: bool = False,
    multiple: bool = False,
    standard: bool = True,
) -> Callable[[Command], Command]:
    """Add -o and --output, and `names` for the same; what `standard` means is said at `OutputFile`."""
    kind = OutputFile(standard=standard)
    return click.option(
        *names, "-o", "--output", type=kind, help=help, metavar=metavar, required=required, multiple=multiple
    )


def is_standard(path: Path) -> bool:
    """Whether a command writes to standard output, where nothing else may be printed then."""
    return str(path) == STANDARD


def stands(path: Path) -> bool:
    """Whether a file is there that would be replaced."""
    return not is_standard(path) and path.exists()
