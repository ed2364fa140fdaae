"""Which glossary files a project uses: a setting that keeps its meaning when the folder moves."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from transreview.errors import InputError
from transreview.formats.glossary_csv import joined, read_glossary
from transreview.i18n import _
from transreview.model.glossary import Glossary
from transreview.resources import shipped

if TYPE_CHECKING:
    from transreview.project.project import Project

SETTING = "glossaries"

# A glossary that travels with the program stands elsewhere after an update or on another machine.
_SHIPPED = "shipped:"


def set_glossaries(
    project: Project, paths: Sequence[Path | str], *, folder: Path | None = None, undoable: bool = True
) -> None:
    """Make a project use these glossary files, the first having the last word.

    Args:
        project: The project.
        paths: The files; each is read to make sure that it can be.
        folder: Where the project will stand, if that is not where it stands now.
        undoable: False when the project is being made: then it is no step of anybody's work.

    Raises:
        InputError: One of them cannot be read as a glossary.
    """
    for path in paths:
        read_glossary(path)
    beside = (folder or project.path.parent).absolute()
    project.set_setting(
        SETTING, [_stored(Path(path).absolute(), beside) for path in paths], undoable=undoable
    )


def glossary_paths(project: Project) -> list[Path]:
    """Return the glossary files of a project."""
    beside = project.path.absolute().parent
    return [_found(stored, beside) for stored in project.setting(SETTING, [])]


def project_glossary(project: Project) -> Glossary:
    """Return all concepts that a project's glossaries have.

    Raises:
        InputError: One of the files is gone or damaged.
    """
    read = []
    for path in glossary_paths(project):
        if not path.exists():
            raise InputError(
                _("The project's glossary is not there"),
                path=path,
                remedy=_("Put it back, or name the glossaries anew with --glossary."),
            )
        read.append(read_glossary(path))
    return joined(read)


def _stored(path: Path, beside: Path) -> str:
    folder = shipped("glossary").absolute()
    if path.is_relative_to(folder):
        return _SHIPPED + path.relative_to(folder).as_posix()
    try:
        return Path(os.path.relpath(path, beside)).as_posix()
    except ValueError:  # another drive
        return path.as_posix()


def _found(stored: str, beside: Path) -> Path:
    if stored.startswith(_SHIPPED):
        return shipped("glossary").joinpath(stored.removeprefix(_SHIPPED))
    return Path(os.path.normpath(beside / stored))
