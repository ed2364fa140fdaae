"""Which glossary files a project uses: a setting that keeps its meaning when the folder moves."""

from __future__ import annotations

import functools
import hashlib
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from transreview.errors import InputError, TransreviewError
from transreview.formats.glossary_csv import joined, read_glossary
from transreview.formats.glossary_registry import read_any
from transreview.i18n import _
from transreview.model.glossary import Glossary
from transreview.model.journal import Action
from transreview.resources import shipped
from transreview.terminal_text import textual

if TYPE_CHECKING:
    from transreview.project.project import Project

SETTING = "glossaries"

# A glossary that travels with the program stands elsewhere after an update or on another machine.
_SHIPPED = "shipped:"

# One that lives in the project itself.
_OWN = "project:"
_LONGEST_NAME = 200  # bytes; file systems take 255 with an ending


def set_glossaries(
    project: Project, paths: Sequence[Path | str], *, folder: Path | None = None, undoable: bool = True
) -> None:
    """Make a project use these glossary files, the first having the last word.

    Args:
        project: The project.
        paths: The files, in any format that glossaries come in; the caller has read them.
        folder: Where the project will stand, if that is not where it stands now.
        undoable: False when the project is being made: then it is no step of anybody's work.
    """
    beside = (folder or project.folder).absolute()
    project.settings.set(
        SETTING, [_stored(Path(path).absolute(), beside) for path in paths], undoable=undoable
    )


def glossary_paths(project: Project) -> list[Path]:
    """Return the glossary files of a project.

    A glossary that lives in the project is among them as a file of the cache that can only be read; it is
    written anew whenever somebody has changed it.
    """
    beside = project.folder
    return [
        _of_project(project, stored.removeprefix(_OWN)) if stored.startswith(_OWN) else _found(stored, beside)
        for stored in project.settings.get(SETTING, [])
    ]


def share_glossary(project: Project, path: Path, name: str) -> int:
    """Put a glossary into the project itself, in the place of the file, and use it from there.

    Args:
        project: The project.
        path: The file, in any format that glossaries come in.
        name: What the glossary is called in the project; one of that name becomes what the file says.

    Returns:
        How many concepts are new, changed or gone.
    """
    name = textual(name)
    own, file = _OWN + name, _stored(path.absolute(), project.folder)

    def used(present: list[str] | None) -> list[str]:
        before = present or []
        return before if own in before else [own, *(one for one in before if one != file)]

    return project.concepts.write(name, read_glossaries([path]), settings={SETTING: used})


def _file_name(name: str) -> str:
    """Return a name for the file of a glossary: who named it may have meant another folder."""
    is_plain = Path(name).name == name and name.isprintable() and len(name.encode()) <= _LONGEST_NAME
    return name if is_plain else hashlib.blake2b(name.encode(), digest_size=12).hexdigest()


def _of_project(project: Project, name: str) -> Path:
    """Return the file of the cache that says what a glossary of the project says now.

    Where the cache cannot be written it is a file that goes when the program ends.
    """
    import platformdirs

    try:
        return _written(project, name, platformdirs.user_cache_path("transreview"))
    except (OSError, TransreviewError):  # what is wrong with the project is wrong the second time too
        return _written(project, name, Path(_passing_folder().name))


@functools.cache
def _passing_folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="transreview-")


def _written(project: Project, name: str, cache: Path) -> Path:
    from transreview.formats.glossary_csv import write_glossary

    folder = cache / "glossaries" / _file_name(project.identity)
    state = str(project.journal.last_change_of(Action.GLOSSARY))
    called = _file_name(name)
    path, mark = folder / f"{called}.csv", folder / f"{called}.state"
    if not path.exists() or not mark.exists() or mark.read_text(encoding="utf-8") != state:
        folder.mkdir(parents=True, exist_ok=True)
        write_glossary(path, project.concepts.read(name))
        path.chmod(0o444)
        mark.write_text(state, encoding="utf-8")
    return path


def project_glossary(project: Project) -> Glossary:
    """Return all concepts that a project's glossaries have.

    Raises:
        InputError: One of the files is gone or damaged.
    """
    paths = glossary_paths(project)
    for path in paths:
        if not path.exists():
            raise InputError(
                _("the project's glossary is not there"),
                path=path,
                remedy=_("Put it back, or name the glossaries anew with --glossary."),
            )
    article = next(iter(project.articles.all()), None) if paths else None
    if article is None:
        return read_glossaries(paths)
    return read_glossaries(paths, article.source_language, article.target_language)


def read_glossaries(
    paths: Sequence[Path | str], source_language: str | None = None, target_language: str | None = None
) -> Glossary:
    """Return one glossary of several files, the first having the last word.

    Args:
        paths: Files in any format that glossaries come in.
        source_language: Language of the first column of lists of pairs, which do not say it.
        target_language: Language of their second column.

    Raises:
        InputError: One of them cannot be read as a glossary.
    """
    source, target = source_language or "zh", target_language or "ka"
    return joined(
        # A CSV file whose header is wrong could be taken for a list of pairs: better to say so.
        read_glossary(path)
        if Path(path).suffix.lower() == ".csv"
        else read_any(path, source_language=source, target_language=target)
        for path in paths
    )


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
