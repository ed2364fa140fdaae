"""What another package names as a format is worked with only if it can be."""

from __future__ import annotations

import re

import pytest

from transreview.formats.added_formats import function_at, probed
from transreview.formats.article_formats import ARTICLE_FORMATS, ArticleFormat
from transreview.formats.text import read_text
from transreview.formats.writers import Writer
from transreview.plugins import UnfitError

READER = "transreview.formats.text:read_text"


def made(name: object = "Notes", suffixes: object = (".notes",), reader: str = READER) -> ArticleFormat:
    return ArticleFormat(name, suffixes, reader)  # type: ignore[arg-type]


@pytest.mark.parametrize("suffixes", [(".notes",), (".a", ".b2"), (".x_y-z+",)])
def test_a_format_with_a_name_endings_and_a_function_is_taken(suffixes: tuple[str, ...]) -> None:
    assert probed(made(suffixes=suffixes), ArticleFormat) == made(suffixes=suffixes)


@pytest.mark.parametrize(
    ("loaded", "why"),
    [
        ("notes", "it is no ArticleFormat but a str"),
        (Writer("Notes", (".notes",), READER), "it is no ArticleFormat but a Writer"),
        (made(name=3), "its name makes no sense: 3"),
        (made(name=" "), "its name makes no sense:  "),
        (made(suffixes=".notes"), "its endings make no sense: .notes"),
        (made(suffixes=()), "its endings make no sense: ()"),
        (made(suffixes=(".notes", "x")), "its endings make no sense: ('.notes', 'x')"),
        (made(suffixes=(".Notes",)), "its endings make no sense: ('.Notes',)"),
        (made(suffixes=(".a.b",)), "its endings make no sense: ('.a.b',)"),
        (made(suffixes=(".",)), "its endings make no sense: ('.',)"),
        (made(suffixes=(3,)), "its endings make no sense: (3,)"),
        (made(reader="transreview.formats.text:__doc__"), "what it names is no function"),
    ],
)
def test_whatever_else_it_is_is_said(loaded: object, why: str) -> None:
    with pytest.raises(UnfitError, match=f"^{re.escape(why)}$"):
        probed(loaded, ArticleFormat)


@pytest.mark.parametrize(
    "place", ["", ":", "transreview.formats.text", "transreview.formats.text:", ":read_text"]
)
def test_a_place_is_a_module_and_a_function(place: str) -> None:
    with pytest.raises(UnfitError, match="names no function, as module:function would"):
        function_at(place)
    assert function_at(READER) is read_text


def test_of_the_built_in_formats_all_that_can_be_decoded_come_decoded() -> None:
    assert {one.name for one in ARTICLE_FORMATS if not one.decoded} == {
        "HTML",
        "Word",
        "OpenDocument",
        "EPUB",
        "Java properties",  # UTF-8, or ISO-8859-1 with escapes: its own bytes tell
    }
    assert [one.name for one in ARTICLE_FORMATS if one.code_comments] == ["Markdown"]
