"""Where terms are looked for: a glossary file, or the glossaries of a project."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from transreview.errors import InputError, UsageError
from transreview.formats.glossary_csv import joined
from transreview.formats.glossary_registry import read_any
from transreview.i18n import _
from transreview.model.glossary import Glossary
from transreview.project.address import is_server
from transreview.workflow.terms.glossaries import glossary_paths, project_glossary

if TYPE_CHECKING:
    from transreview.project import Project

_SQLITE = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class TermPlace:
    """A place to look for terms in.

    Attributes:
        glossary: All its concepts.
        project: The open project, None when the place is a glossary file.
    """

    glossary: Glossary
    project: Project | None = None


def is_project(path: Path | str) -> bool:
    """Whether a file is a project, by its first bytes; what is on a server is one."""
    path = Path(path)
    if is_server(path):
        return True
    if not path.is_file():
        return path.suffix == ".transreview"
    with path.open("rb") as stream:
        return stream.read(len(_SQLITE)) == _SQLITE


@contextmanager
def open_place(
    path: Path | str, *, glossaries: Sequence[Path] = (), read_only: bool = True
) -> Iterator[TermPlace]:
    """Open a glossary file, or a project with its glossaries.

    Args:
        path: Either of them.
        glossaries: Files to use instead of the project's own.
        read_only: Whether the project shall not be changed.

    Raises:
        InputError: A file cannot be read.
        UsageError: A project has no glossary and none is given.
    """
    if not is_project(path):
        if not Path(path).exists():
            raise InputError(_("there is no such file"), path=path, remedy=_("Check the name and the folder"))
        yield TermPlace(joined(map(read_any, [path, *glossaries])))
        return
    from transreview.project import Project

    with Project.open(path, read_only=read_only) as project:
        glossary = joined(map(read_any, glossaries)) if glossaries else project_glossary(project)
        if not glossary.concepts:
            raise UsageError(
                _("this project has no glossary"), path=path, remedy=_("Name one with --glossary FILE.")
            )
        yield TermPlace(glossary, project)


def editable_path(path: Path | str) -> Path:
    """Return the glossary file that changes go to: the file itself, or the project's first one.

    Raises:
        UsageError: A project has no glossary.
    """
    from transreview.workflow.terms.glossary_editing import writable_glossary

    if not is_project(path):
        return writable_glossary(path)
    from transreview.project import Project

    with Project.open(path, read_only=True) as project:
        paths = glossary_paths(project)
    if not paths:
        raise UsageError(
            _("this project has no glossary"), path=path, remedy=_("Name a glossary file instead.")
        )
    return writable_glossary(paths[0])
