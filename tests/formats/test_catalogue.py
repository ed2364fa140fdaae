"""What `transreview formats` says of a format is what the program does with it."""

from __future__ import annotations

import pytest

from transreview.formats.article_formats import ARTICLE_FORMATS
from transreview.formats.catalogue import CATALOGUE, FormatRow
from transreview.formats.glossary_registry import FORMATS
from transreview.formats.readers import PAIR_READERS
from transreview.workflow.delivery.exporting import FORMATS as WRITTEN
from transreview.workflow.delivery.exporting import OWN_FILES

READ = {
    "pairs": {suffix for one in PAIR_READERS for suffix in one.suffixes},
    "article": {suffix for one in ARTICLE_FORMATS for suffix in one.suffixes},
    "glossary": set(FORMATS),
}


@pytest.mark.parametrize("row", CATALOGUE, ids=lambda row: row.name)
def test_a_format_is_said_to_be_read_where_a_reader_takes_all_its_endings(row: FormatRow) -> None:
    assert row.reads is READ[row.kind].issuperset(row.endings)


@pytest.mark.parametrize("kind", ["pairs", "article"])
def test_no_ending_that_is_read_is_left_out_of_the_list(kind: str) -> None:
    told = {ending for row in CATALOGUE if row.kind == kind for ending in row.endings}
    assert told >= READ[kind]


@pytest.mark.parametrize(
    "row", [row for row in CATALOGUE if row.kind != "glossary"], ids=lambda row: row.name
)
def test_a_format_is_said_to_be_written_anew_where_the_export_makes_files_of_its_own(row: FormatRow) -> None:
    anew = set(WRITTEN) - (set(OWN_FILES) - {"text", "markdown"})
    assert (row.writes in {"new", "both"}) is not anew.isdisjoint(row.name.split(", "))


def test_names_are_said_once_and_every_row_says_what_it_carries_and_loses() -> None:
    names = [row.name for row in CATALOGUE]
    assert len(set(names)) == len(names)
    assert all(row.carries() and row.loses() for row in CATALOGUE)


@pytest.mark.parametrize("name", OWN_FILES)
def test_every_ending_that_an_article_is_read_from_asks_for_its_format_again(name: str) -> None:
    assert set(OWN_FILES[name]) <= set(WRITTEN[name])
