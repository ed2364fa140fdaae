from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from tests.project.conftest import TARGET, article, fill, pairs, units
from transreview.project import Project


def index_of(path: Path) -> Path:
    return path.with_name(path.name + "-index")


def lines(project: Project) -> int:
    found = project._cache_file.query("SELECT count(*) FROM indexed")
    assert found is not None
    return int(found[0][0])


def test_results_are_kept_by_kind_and_content(project, path):
    project.cache.put("check:1", "abc", b"\x00findings")
    project.cache.put_many("check:1", {"d": b"1", "e": b"2"})
    project.close()
    with Project.open(path) as again:
        assert again.cache.get("check:1", "abc") == b"\x00findings"
        assert again.cache.get("check:2", "abc") is None
        assert again.cache.get_many("check:1", ["d", "e", "f"]) == {"d": b"1", "e": b"2"}


def test_thousands_of_results_are_read_at_once(project):
    results = {str(i): b"x" * (i % 7) for i in range(3000)}
    project.cache.put_many("k", results)
    assert project.cache.get_many("k", [*results, "none"]) == results


@pytest.mark.parametrize("wanted", ["镜片", "ლინზ", "ექსპორტი 30", "30%", "温", "会"])
def test_search_finds_a_text_on_either_side(project, wanted):
    expected = [s.id for s in project.segments.all() if wanted in s.source or wanted in s.target]
    assert expected
    assert list(project.search.find(wanted)) == expected


def test_search_of_three_characters_and_more_uses_the_index(project, monkeypatch):
    project.search.find("ლინზ")
    assert lines(project) == 5
    monkeypatch.setattr(project.search, "_scan", None)
    assert len(project.search.find("სათვალის")) == 1
    assert len(project.search.find("შეხვედრა")) == 2


def test_the_index_follows_edits_undo_and_structure_of_everybody(project, other, monkeypatch):
    first, second, *_rest = project.segments.all()
    assert list(project.search.find("სათვალის")) == [first.id]
    monkeypatch.setattr(project.search, "_scan", None)
    other("Davit").segments.edit(first.id, "ოპტიკის დარგი", revision=0)
    assert list(project.search.find("სათვალის")) == []
    assert list(project.search.find("ოპტიკის")) == [first.id]
    merged = project.structure.merge(first.id)
    assert list(project.search.find("ოპტიკის")) == list(project.search.find("წარმომადგენლები")) == [merged.id]
    project.journal.undo()
    assert list(project.search.find("წარმომადგენლები")) == [second.id]
    fill(project)
    assert len(project.search.find("წარმომადგენლები")) == 2
    assert len(project.search.find("წარმომადგენლები", 1)) == 1


def test_no_match_reaches_from_the_source_into_the_translation(project):
    assert len(project.search.find("产业")) == 1
    assert list(project.search.find("产业სათვალის")) == []


@pytest.mark.parametrize("text", ['"', '""', "'", "%", "_", "\\", "a%b", "OR", "NEAR(", "*", '"ლინზების" OR'])
def test_no_character_has_a_meaning_of_its_own_in_a_search(tmp_path, text):
    with Project.create(tmp_path / "p") as project:
        project.articles.add(article(), units(["一", f"二{text}二", "三"]), units(["ა", "ბ", "გ"]), pairs(3))
        assert [s.position for s in project.segments.get_many(project.search.find(text))] == [1]
        assert [s.position for s in project.segments.get_many(project.search.find(f"二{text}二"))] == [1]


def test_case_does_not_matter(tmp_path):
    with Project.create(tmp_path / "p") as project:
        project.articles.add(article(), units(["LED镜片"]), units(["ᲚᲘᲜᲖᲐ Essilor"]), pairs(1))
        for wanted in ("led", "Led", "essilor", "ლინზა", "le", "ES"):
            assert len(project.search.find(wanted)) == 1, wanted


def test_search_works_while_the_index_is_still_growing(tmp_path, monkeypatch):
    monkeypatch.setattr("transreview.project.search._CATCH_UP", 100)
    with Project.create(tmp_path / "p") as project:
        project.articles.add(
            article(), units([f"第{i}段文字" for i in range(350)]), units(["ტექსტი"] * 350), pairs(350)
        )
        assert len(project.search.find("第77段文字")) == 1
        assert lines(project) == 0
        assert [project.search.grow() for _ in range(4)] == [250, 150, 50, 0]
        monkeypatch.setattr(project.search, "_scan", None)
        assert len(project.search.find("第77段文字")) == 1


def test_old_lines_are_thrown_away_when_they_are_most(project, monkeypatch):
    project.search.find("ლინზ")
    about = "SELECT lines FROM about"
    project._cache_file.change([("UPDATE about SET lines = lines + 20000", [()])])
    project.segments.edit(project.segments.all()[0].id, "ოპტიკის დარგი", revision=0)
    monkeypatch.setattr(project.search, "_scan", None)
    assert len(project.search.find("ოპტიკის")) == 1
    assert project._cache_file.query(about) == [(5,)]
    assert len(project.search.find("შეხვედრა")) == 2


def garbage(path: Path) -> None:
    index_of(path).write_bytes(os.urandom(9000))


def half(path: Path) -> None:
    index_of(path).write_bytes(index_of(path).read_bytes()[:4096])


def folder(path: Path) -> None:
    index_of(path).unlink()
    index_of(path).mkdir()


def missing(path: Path) -> None:
    index_of(path).unlink()


def without_tables(path: Path) -> None:
    connection = sqlite3.connect(index_of(path))
    connection.executescript("DROP TABLE result; DROP TABLE texts; DROP TABLE indexed; DROP TABLE about")
    connection.close()


def of_another_project(path: Path) -> None:
    connection = sqlite3.connect(index_of(path))
    connection.executescript("UPDATE about SET identity = 'x'; UPDATE result SET value = 'theirs'")
    connection.close()


def out_of_step(path: Path) -> None:
    connection = sqlite3.connect(index_of(path))
    connection.executescript("INSERT INTO indexed VALUES (4000, 4000); DELETE FROM texts_data WHERE id > 10")
    connection.close()


@pytest.mark.parametrize(
    "spoil", [garbage, half, folder, missing, without_tables, of_another_project, out_of_step]
)
def test_whatever_happens_to_the_file_beside_it_no_save_and_no_answer_is_wrong(project, path, spoil):
    project.cache.put("k", "a", b"result")
    project.search.find("ლინზ")
    project.close()
    spoil(path)
    with Project.open(path, user="Nino") as again:
        segment = again.segments.all()[0]
        assert again.segments.edit(segment.id, "ახალი სათვალე", revision=0).revision == 1
        assert again.cache.get("k", "a") in {None, b"result"}
        again.cache.put("k", "b", b"new")
        assert list(again.search.find("ახალი სათვალე")) == [segment.id]
        assert len(again.search.find("შეხვედრა")) == 2
        assert again.journal.undo() is not None
        assert again.segments.get(segment.id).target == TARGET[0]


def test_the_file_beside_it_may_be_damaged_while_it_is_open(project, path):
    project.cache.put("k", "a", b"result")
    project.search.find("ლინზ")
    with index_of(path).open("r+b") as file:
        file.seek(100)
        file.write(os.urandom(60_000))
    index_of(path).with_name(index_of(path).name + "-wal").write_bytes(b"")
    segment = project.segments.all()[0]
    project.segments.edit(segment.id, "ახალი სათვალე", revision=0)
    assert list(project.search.find("ახალი სათვალე")) == [segment.id]
    project.cache.put("k", "c", b"x")


def test_the_file_beside_it_may_be_locked_by_somebody(project, path):
    project.cache.put("k", "a", b"result")
    holder = sqlite3.connect(index_of(path), isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    segment = project.segments.all()[0]
    project.segments.edit(segment.id, "ახალი სათვალე", revision=0)
    assert list(project.search.find("ახალი სათვალე")) == [segment.id]
    holder.execute("ROLLBACK")
    holder.close()


def test_an_older_copy_of_the_project_put_back_is_noticed(project, path):
    project.close()
    old = path.read_bytes()
    with Project.open(path, user="Nino") as newer:
        newer.segments.edit(newer.segments.all()[0].id, "ახალი სათვალე", revision=0)
        assert newer.search.find("ახალი სათვალე")
    path.write_bytes(old)
    with Project.open(path, user="Nino") as again:
        assert not again.search.find("ახალი სათვალე")
        assert len(again.search.find("სათვალის")) == 1


@pytest.mark.parametrize(
    ("code", "then"),
    [
        (sqlite3.SQLITE_BUSY, "again"),
        (sqlite3.SQLITE_LOCKED, "again"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "again"),
        (sqlite3.SQLITE_LOCKED_SHAREDCACHE, "again"),
        (sqlite3.SQLITE_CORRUPT, "anew"),
        (sqlite3.SQLITE_NOTADB, "anew"),
        (sqlite3.SQLITE_CORRUPT_INDEX, "anew"),
        (sqlite3.SQLITE_FULL, "never"),
        (sqlite3.SQLITE_PERM, "never"),
        (None, "never"),  # said by the program that this file is another's, not by SQLite
    ],
)
def test_a_busy_file_is_asked_again_a_damaged_one_made_anew_and_another_left_alone(project, code, then):
    project.cache.put("k", "x", b"1")
    error = sqlite3.OperationalError("as SQLite says it")
    if code is not None:
        error.sqlite_errorcode = code
    project._cache_file._gave(error)
    project.cache.put("k", "y", b"2")
    kept = {"again": (b"1", b"2"), "anew": (None, b"2"), "never": (None, None)}[then]
    assert (project.cache.get("k", "x"), project.cache.get("k", "y")) == kept
