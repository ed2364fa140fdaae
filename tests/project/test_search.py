"""Segments are found by words, with the index beside the project and without it."""

from __future__ import annotations

import pytest

from tests.project.conftest import Clock, article, fill, pairs, units
from transreview.project import Project, search
from transreview.project.search import Index


def ids(project: Project, text: str, article_id: int | None = None) -> list[int]:
    order = project.segments.ids()
    return [order.index(number) for number in project.search.find(text, article_id)]


@pytest.fixture
def index(project: Project) -> Index:
    return Index(project._store, project._cache_file)


def test_a_text_is_found_on_either_side_in_reading_order_whatever_its_case(project):
    assert ids(project, "") == []
    assert ids(project, "会议") == [1, 4]
    assert ids(project, "შეხვედრა") == [1, 4]
    assert ids(project, "本次会议在") == [1]
    assert ids(project, "20") == [4]
    assert ids(project, "%") == [2]
    assert ids(project, "_") == []
    assert ids(project, "没有这个") == []
    first = project.segments.all()[0]
    project.segments.edit(first.id, 'Optical „Fair" \\ 10%', revision=0)
    for words in ("optical", "OPTICAL", "Fair", '"', "\\", "10%", 'fair" \\'):
        assert ids(project, words)[0] == 0, words


def test_only_the_asked_article_is_searched(project):
    other = project.articles.add(article("second"), units(["眼镜产业"]), units(["სათვალე"]), pairs(1)).id
    assert len(project.search.find("眼镜产业")) == 2
    assert len(project.search.find("眼镜产业", other)) == 1


def test_nothing_matches_across_source_and_translation(project):
    assert ids(project, "产业სათვალის") == []


def test_the_index_says_nothing_of_one_or_two_characters(index):
    assert index.find("会议") is None
    assert index.find("本次会") is not None


def test_the_index_grows_by_so_many_and_says_how_many_are_left(project, index, monkeypatch):
    monkeypatch.setattr(search, "_CATCH_UP", 2)
    monkeypatch.setattr(search, "_AT_ONCE", 1)
    assert index._missing() == 5
    assert index.find("本次会议") is None  # too many are missing to catch up while somebody waits
    assert index.grow() == 3
    assert index._missing() == 3
    assert index.find("本次会议") is None
    assert index.grow() == 1
    assert index.find("本次会议") == [project.segments.ids()[1]]
    assert index.grow() == 0
    assert index._missing() == 0


def test_the_index_follows_edits_merges_and_undo(project, index):
    assert index.grow() == 0
    second = project.segments.all()[1]
    project.segments.edit(second.id, "სულ სხვა", revision=0)
    assert index._follow()
    assert index._missing() == 1
    assert index.find("გაიმართა ვენჯოუში") == []
    assert index.find("სულ სხვა") == [second.id]
    project.journal.undo()
    assert index.find("გაიმართა ვენჯოუში") == [second.id]
    assert index.find("სულ სხვა") == []


def test_an_older_copy_put_back_begins_the_index_anew(tmp_path):
    path = tmp_path / "a.transreview"
    with Project.create(path, user="Nino", clock=Clock()) as project:
        fill(project)
    before = path.read_bytes()
    with Project.open(path, user="Nino") as project:
        first = project.segments.all()[0]
        project.segments.edit(first.id, "ახალი ტექსტი", revision=0)
        assert ids(project, "ახალი ტექსტი") == [0]
    for left in ("-wal", "-shm"):
        path.with_name(path.name + left).unlink(missing_ok=True)
    path.write_bytes(before)
    with Project.open(path, user="Nino") as project:
        assert ids(project, "ახალი ტექსტი") == []
        assert ids(project, "სათვალის ინდუსტრია") == [0]
