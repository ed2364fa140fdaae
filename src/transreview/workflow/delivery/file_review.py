"""Reviewing a bilingual file as such: its project stands beside it, and what is done goes back into it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from transreview.errors import TransreviewError
from transreview.formats.readers import pair_reader
from transreview.project.project import Project
from transreview.workflow.delivery.conflicts import take_in
from transreview.workflow.delivery.export_records import digest_of
from transreview.workflow.delivery.merging import Merge, plan_merge
from transreview.workflow.delivery.write_back import WrittenBack, own_path, write_back
from transreview.workflow.intake.bilingual_files import (
    BilingualImported,
    BilingualInput,
    import_bilingual,
    origin_of,
)

SUFFIX = ".transreview"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReview:
    """A bilingual file that is ready to be reviewed.

    Attributes:
        project: The project beside it.
        imported: What came of bringing it in, None when the project was there already.
        merged: What others had done to it since it was saved here, None when nothing.
    """

    project: Path
    imported: BilingualImported | None = None
    merged: Merge | None = None


def is_bilingual(path: Path) -> bool:
    """Whether a name is that of a bilingual file, not of a project."""
    return path.suffix.lower() != SUFFIX and pair_reader(path) is not None


def begin(given: BilingualInput, *, read_only: bool = False) -> FileReview:
    """Open a bilingual file: make its project beside it, or take in what others did to the file since.

    Args:
        given: The file and what is known of it.
        read_only: Whether an existing project shall not be changed.

    Raises:
        InputError: The file or its project cannot be read.
    """
    path = given.path
    place = path.with_name(path.name + SUFFIX)
    if not place.exists():
        with Project.building(place) as project:
            imported = import_bilingual(project, given)
        return FileReview(project=place, imported=imported)
    if read_only:
        return FileReview(project=place)
    with Project.open(place) as project:
        last = project.exports.last_digest(str(path.absolute()))
        if not path.exists() or (last is not None and last[0] == digest_of(path)):
            return FileReview(project=place)
        merged = plan_merge(project, path, encoding=given.encoding)
        take_in(project, merged)
    return FileReview(project=place, merged=merged)


@contextmanager
def passing_project(given: BilingualInput) -> Iterator[Project]:
    """Give a project of a bilingual file that lasts only as long as the block.

    Args:
        given: The file and what is known of it.

    Raises:
        InputError: The file cannot be read.
    """
    with (
        tempfile.TemporaryDirectory(prefix="transreview-") as folder,
        Project.create(Path(folder) / f"file{SUFFIX}") as project,
    ):
        import_bilingual(project, given)
        yield project


def finish(place: Path) -> WrittenBack | TransreviewError | None:
    """Save what was done back into the file; None when nothing was.

    Args:
        place: The project beside it.

    Returns:
        What was written, or why it could not be: the work is safe in the project.
    """
    try:
        with Project.open(place) as project:
            article = project.articles.all()[0]
            origin = origin_of(project, article)
            if origin is None or project.read_only:
                return None
            written = write_back(project, article)
            same = not written.changed and own_path(origin) == Path(origin.path)
            return None if same else written
    except TransreviewError as error:
        return error
