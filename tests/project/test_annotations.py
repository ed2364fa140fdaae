"""Errors that people mark: their spans lie in the text they were marked in, and imports are one change."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.project.conftest import TARGET
from transreview.errors import UsageError
from transreview.model.annotation import Annotation
from transreview.model.finding import Side
from transreview.model.glossary import Concept, Glossary, Term
from transreview.model.journal import Action
from transreview.project.annotations import text_hash

CONTRACT = True  # holds for every store

AT = datetime(2021, 9, 10, tzinfo=UTC)


def mark(segment_id: int, start: int, end: int, **fields: object) -> Annotation:
    given = {
        "id": 0,
        "annotator": "R1",
        "at": AT,
        "side": Side.TARGET,
        "type": "accuracy",
        "severity": "minor",
    }
    return Annotation(segment_id=segment_id, start=start, end=end, **{**given, **fields})  # type: ignore[arg-type]


LENGTH = len(TARGET[0])


@pytest.mark.parametrize(("start", "end", "fits"), [(0, 0, True), (0, LENGTH, True), (LENGTH, LENGTH, True), (0, LENGTH + 1, False), (2, 1, False), (-1, 1, False)])  # fmt: skip
def test_a_span_lies_in_its_text_or_nothing_is_kept(project, start, end, fits):
    first = project.segments.ids()[0]
    if fits:
        assert project.annotations.add_many([mark(first, start, end)]) == 1
        return
    with pytest.raises(UsageError, match=f"characters {start} to {end} are not in a text of {LENGTH}"):
        project.annotations.add_many([mark(first, 0, 1), mark(first, start, end)])
    assert project.annotations.all() == []


def test_an_engines_own_translation_is_what_the_span_points_into(project):
    first, second = project.segments.ids()[:2]
    other = "x" * (LENGTH + 5)
    project.annotations.add_many(
        [mark(first, 0, LENGTH + 5, system="a"), mark(second, 0, 2, side=Side.SOURCE, note=" n ")],
        translations=[other, None],
    )
    one, two = project.annotations.all()
    assert (one.text_hash, one.system, one.at, one.annotator) == (text_hash(other), "a", AT, "R1")
    assert two.text_hash == text_hash(project.segments.get(second).source)
    assert two.note == "n"
    assert project.annotations.all(second) == [two]
    assert project.journal.entries()[0].arguments == {"done": "import", "count": 2}
    project.journal.undo()
    assert project.annotations.all() == []


@pytest.mark.parametrize("field", ["type", "severity", "annotator", "note", "system", "origin"])
@pytest.mark.parametrize("text", ["a\0b", "a\ud800b"])
def test_a_mark_holds_no_text_that_another_store_would_refuse(project, field, text):
    first = project.segments.ids()[0]
    with pytest.raises(UsageError, match="cannot be stored"):
        project.annotations.add_many([mark(first, 0, 1, **{field: text})])
    assert project.annotations.all() == []


def test_a_mark_is_taken_off_once_and_comes_back_with_undo(project):
    first = project.segments.ids()[0]
    project.annotations.add_many([mark(first, 0, 1)])
    number = project.annotations.all()[0].id
    project.annotations.delete(number)
    assert project.annotations.all() == []
    before = project.journal.last_id()
    project.annotations.delete(number)
    assert project.journal.last_id() == before
    project.journal.undo()
    assert [one.id for one in project.annotations.all()] == [number]


def test_an_export_of_whole_articles_is_remembered_unless_somebody_changed_something(project):
    first, second = project.segments.all()[:2]
    article = project.articles.all()[0]
    revision = project.journal.last_id()
    assert not project.exports.record_present("/a.po", "po", "d", [article.id], revision=revision - 1)
    assert project.exports.last("/a.po") is None
    assert project.exports.last_digest("/a.po") is None
    assert project.exports.record_present("/a.po", "po", "d", [article.id], revision=revision)
    record = project.exports.last("/a.po")
    assert project.exports.last_digest("/a.po")[0] == "d"
    assert len(record.texts) == 6
    assert record.texts[f"glasses|{first.key}"].text == TARGET[0]
    assert record.texts["@revision"].text == str(revision)
    from transreview.model.segment import Status

    project.segments.set_status(first.id, Status.CONFIRMED, revision=0)
    done = project.segments.set_status(second.id, Status.CONFIRMED, revision=0)
    project.segments.set_needs_work(second.id, True, revision=done.revision)
    revision = project.journal.last_id()
    assert project.exports.record_present(
        "/b.tmx", "tmx", "e", [article.id], revision=revision, done_only=True
    )
    assert set(project.exports.last("/b.tmx").texts) == {f"glasses|{first.key}", "@revision"}


def test_the_last_change_of_some_kinds_counts_their_undo_and_redo(project):
    first = project.segments.ids()[0]
    assert project.journal.last_change_of(Action.GLOSSARY) == 0
    assert project.journal.last(Action.GLOSSARY) is None
    assert project.journal.last().action is Action.IMPORT
    project.concepts.write("g", Glossary((Concept("c", terms=(Term("会", "zh"),)),), ("zh",)))
    wrote = project.journal.last_id()
    project.comments.add(first, "x")
    assert project.journal.last_change_of(Action.GLOSSARY) == wrote
    assert project.journal.last(Action.GLOSSARY, Action.EDIT).id == wrote
    assert project.journal.last().id == wrote + 1
    project.journal.undo()
    assert project.journal.last_change_of(Action.GLOSSARY) == wrote
    project.journal.undo()
    assert project.journal.last_change_of(Action.GLOSSARY) == project.journal.last_id() == wrote + 3
    project.journal.redo()
    assert project.journal.last_change_of(Action.GLOSSARY) == wrote + 4


def test_a_glossary_in_the_project_counts_what_is_new_changed_and_gone(project):
    one, two = Concept("a", terms=(Term("会", "zh"),)), Concept("b", terms=(Term("议", "zh"),))
    assert project.concepts.write("g", Glossary((one, two), ("zh",))) == 2
    assert project.concepts.write("g", Glossary((one, two), ("zh",))) == 0
    assert [concept.id for concept in project.concepts.read("g").concepts] == ["a", "b"]
    assert project.concepts.write("g", Glossary((two,), ("zh",))) == 2  # one is gone, the other moved up
    assert [concept.id for concept in project.concepts.read("g").concepts] == ["b"]
    assert project.concepts.read("other").concepts == ()
