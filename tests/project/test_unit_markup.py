"""What a format says of a unit beside its text is kept with the project, through every restructuring."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from tests.project.conftest import article, pairs
from transreview.errors import InputError
from transreview.formats.inline_marks import find_marks
from transreview.model.bead import Bead
from transreview.model.inline_mark import InlineMark, MarkKind
from transreview.model.unit import Unit, UnitKind
from transreview.project import Project

LINK = InlineMark(MarkKind.LINK, 0, 2, value="https://example.org/", inner=(0, 2))
STRONG = InlineMark(MarkKind.STRONG, 5, 7, value="", inner=(5, 7))
SOURCE = [
    Unit("展览", kind=UnitKind.HEADING, level=3),
    Unit("眼镜。镜片很好。", kind=UnitKind.PARAGRAPH, paragraph=1, marks=(LINK, STRONG)),
    Unit("一", kind=UnitKind.LIST_ITEM, paragraph=2, level=2, marker="3."),
    Unit("二", kind=UnitKind.TABLE_CELL, paragraph=3, row=4, column=5, name="cell"),
]
TARGET = [
    Unit(text, paragraph=number)
    for number, text in enumerate(["გამოფენა", "სათვალე. ლინზა კარგია.", "ა", "ბ"])
]


@pytest.fixture
def marked(path):
    with Project.create(path) as project:
        project.articles.add(article(), SOURCE, TARGET, pairs(4))
        yield project


def test_units_come_back_as_they_were_read(marked):
    assert marked.articles.units(1, "source") == SOURCE
    assert marked.articles.units(1, "target") == TARGET


def test_marks_that_stand_in_the_text_are_found_there_and_not_stored(path):
    text = "见 `code` 与 **重点**"
    with Project.create(path) as project:
        unit = Unit(text, marks=find_marks(text))
        project.articles.add(article(), [unit], [Unit("ტექსტი")], [Bead((0,), (0,))])
        assert project._store.value("SELECT markup FROM unit WHERE side = 'source'") == ""


def test_each_part_of_a_divided_unit_has_the_marks_of_its_own_words(marked):
    marked.structure.split(2, 3, 8, revision=0)
    _heading, first, second, *_rest = marked.articles.units(1, "source")
    assert (first.text, first.marks) == ("眼镜。", (LINK,))
    assert second.text == "镜片很好。"
    assert second.marks == (InlineMark(MarkKind.STRONG, 2, 4, value="", inner=(2, 4)),)
    marked.journal.undo()
    assert marked.articles.units(1, "source") == SOURCE


def test_a_unit_made_whole_again_has_the_marks_of_both_parts(marked):
    first, _second = marked.structure.split(2, 3, 8, revision=0)
    marked.structure.merge(first.id)
    assert marked.articles.units(1, "source") == SOURCE


def test_what_no_program_of_ours_has_written_is_named_as_damage(marked, path):
    marked.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("""UPDATE unit SET markup = '{"marks":[["link","x"]]}' WHERE key = '0002'""")
        connection.commit()
    with Project.open(path) as project, pytest.raises(InputError, match="damaged"):
        project.articles.units(1, "source")
