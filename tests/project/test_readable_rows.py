"""What a project keeps as JSON stands there in its own letters: a search of the file, or a person, finds it."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from tests.project.conftest import article, fill, pairs, units
from transreview.model.finding import Side
from transreview.model.glossary import Concept, Glossary, Term
from transreview.model.pair import Pair
from transreview.project import Project

WORDS = "სიტყვა 会议"


@pytest.fixture
def rows(tmp_path):
    """All that stands in the file of a project in which these words are everywhere."""
    path = tmp_path / "p.transreview"
    with Project.create(path, user="ნინო") as project:
        fill(project)
        given = [replace(one, name=WORDS, marker=WORDS) for one in units([WORDS, WORDS])]
        project.articles.add(
            replace(article("two"), metadata={"author": WORDS}), given, given, pairs(2), data={"file": WORDS}
        )
        project.articles.add_pairs(
            article("three"),
            [Pair(id="a", source=WORDS, target=WORDS, note=WORDS, comments=((WORDS, WORDS),))],
            data={"file": WORDS},
        )
        project.concepts.write(
            WORDS, Glossary((Concept("a", terms=(Term(WORDS, "ka"),), note=WORDS),), ("ka",))
        )
        project.segments.edit(1, WORDS, revision=0)
        project.comments.add(1, WORDS)
        project.annotations.add(1, Side.TARGET, 0, 1, type="accuracy", severity="minor", note=WORDS)
        project.settings.set("name", {WORDS: [WORDS]})
        project.preferences.set("name", {WORDS: [WORDS]})
    connection = sqlite3.connect(path)
    found = "\n".join(connection.iterdump())
    connection.close()
    return found


def test_no_letter_is_written_as_its_number(rows):
    assert rows.count(WORDS) > 30
    assert "\\u" not in rows
