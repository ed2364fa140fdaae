"""Which first row of a table is a header that does not say what its columns are, and which is a pair of texts."""

from __future__ import annotations

import pytest

from transreview.formats.delimited import Row
from transreview.formats.table_columns import engine_columns, is_unclear_header, role_of


@pytest.mark.parametrize(
    ("cells", "rows", "unclear"),
    [
        (("File", "Status"), 9, True),  # two words of different meaning
        (("Status", "სტატუსი"), 9, False),  # a text and its translation
        (("File", "ფაილი"), 9, False),
        (("Status", "Chinese"), 9, True),
        (("Chinese", "Georgian"), 9, False),  # no role at all
        (("Status", "something"), 9, False),
        (("Status", ""), 9, False),
        (("ID", "text"), 9, False),
        (("ID", "text", "more"), 9, True),  # a name of the units before further columns
        (("text", "more", "other"), 9, False),
        (("ID", "text"), 1, True),  # what is left of a table that was cut off
        (("ID", "ტექსტი"), 1, False),
        (("text", "more"), 1, False),
        (("Source", "x"), 2, False),
        (("Source", "x"), 1, True),
        (("Target", "x", "y"), 2, True),
        ((), 1, False),
    ],
)
def test_a_first_row(cells: tuple[str, ...], rows: int, unclear: bool) -> None:
    assert is_unclear_header(Row(1, cells), rows) is unclear


@pytest.mark.parametrize(
    ("cell", "role"),
    [(" Source ", "source"), ("SOURCE_TEXT", "source"), ("ｓｏｕｒｃｅ", "source"), ("target\ntext", "target"), ("source file", ""), ("", "")],
)  # fmt: skip
def test_a_header_names_a_role_however_it_is_written(cell: str, role: str) -> None:
    assert role_of(cell) == role


@pytest.mark.parametrize(
    ("cells", "engines"),
    [
        (("source", "deepl", "google"), ("deepl", "google")),
        (("source", "target", " deepl ", "", "note"), ("target", "deepl")),
        (("deepl", "google"), ()),
        (("source", "id", "status"), ()),
    ],
)
def test_beside_a_source_what_is_no_role_is_an_engine(
    cells: tuple[str, ...], engines: tuple[str, ...]
) -> None:
    assert engine_columns(cells) == engines
