"""Glossaries whose rows name the languages of their terms themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from transreview.formats.term_tables import read_term_table


def read(tmp_path: Path, text: str) -> list[list[tuple[str, str]]]:
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    found = read_term_table(path).concepts
    return [sorted((term.language, term.text) for term in concept.terms) for concept in found]


LENS = [("en", "lens"), ("ka", "ლინზა")]
FRAME = [("en", "frame"), ("ka", "ჩარჩო")]


@pytest.mark.parametrize(
    "text",
    [
        "lens,ლინზა,en,ka\nframe,ჩარჩო,en,ka\n",  # DeepL: without a header
        "source,target,source_lang,target_lang\nlens,ლინზა,EN,KA\nჩარჩო,frame,ka,en\n",  # each row its own way
        "Nr;源语言;Source Term;Target Lang;Target Term\n1;eng;lens;kat;ლინზა\n2;en;frame;geo;ჩარჩო\n",
        "\nOurs\nTerm,Source language,Translation,Target language\nlens,English,ლინზა,Georgian\nframe,en,ჩარჩო,ka\n",
    ],
)
def test_each_term_is_in_the_language_that_its_row_names(text: str, tmp_path: Path) -> None:
    assert read(tmp_path, text) == [LENS, FRAME]


def test_one_row_with_two_codes_is_a_pair_unless_it_heads_columns(tmp_path: Path) -> None:
    assert read(tmp_path, "lens,ლინზა,en,ka\n") == [LENS]
    assert read(tmp_path, "id,note,en,ka\n1,,lens,ლინზა\n") == [LENS]


def test_what_else_a_row_says_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "source,note,target,source_lang,target_lang\nlens,of glasses,ლინზა,en,ka\n", encoding="utf-8"
    )
    (concept,) = read_term_table(path).concepts
    assert concept.note == "of glasses"


def test_a_language_that_nobody_knows_leaves_the_list_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("source,target,source_lang,target_lang\nlens,ლინზა,here,there\n", encoding="utf-8")
    (concept,) = read_term_table(path, source_language="en", target_language="ka").concepts
    assert sorted((term.language, term.text) for term in concept.terms) == LENS
