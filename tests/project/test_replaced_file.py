"""A file that loses its name while it is open: nothing is said to be saved that nobody will find."""

from __future__ import annotations

import shutil

import pytest

from tests.project.conftest import TARGET
from transreview.project import Project
from transreview.project.failures import ReplacedError, SaveError


@pytest.mark.parametrize(
    ("happen", "words"),
    [
        (lambda path: path.unlink(), "deleted or moved"),
        (lambda path: path.rename(path.with_name("elsewhere")), "deleted or moved"),
        (
            lambda path: (shutil.copy(path, path.with_name("c")), path.with_name("c").replace(path)),
            "replaced",
        ),
        (lambda path: (path.unlink(), path.write_text("")), "replaced"),
    ],
)
def test_no_change_is_acknowledged_after_the_file_has_gone(project, path, tmp_path, happen, words):
    segment = project.segments.all()[0]
    project.segments.edit(segment.id, "შენახული", revision=0)
    happen(path)
    with pytest.raises(ReplacedError, match=words) as caught:
        project.segments.edit(segment.id, "დაკარგული", revision=1)
    assert isinstance(caught.value, SaveError)
    assert project.segments.get(segment.id).target == "შენახული"
    for write in (
        lambda: project.drafts.save(segment.id, "x"),
        lambda: project.comments.add(segment.id, "x"),
        lambda: project.structure.merge(segment.id),
        project.journal.undo,
    ):
        with pytest.raises(ReplacedError):
            write()
    beside = tmp_path / "saved.transreview"
    project.copy_to(beside)
    with Project.open(beside, user="Nino") as saved:
        assert [s.target for s in saved.segments.all()] == ["შენახული", *TARGET[1:]]
        assert saved.segments.edit(segment.id, "გაგრძელება", revision=1).target == "გაგრძელება"


def test_a_file_that_comes_back_is_written_to_again(project, path):
    segment = project.segments.all()[0]
    away = path.with_name("away")
    path.rename(away)
    with pytest.raises(ReplacedError):
        project.segments.edit(segment.id, "ა", revision=0)
    away.rename(path)
    assert project.segments.edit(segment.id, "ა", revision=0).target == "ა"
