"""Text that comes before the first unit of a file stands there as a paragraph, behind what the file begins with."""

from __future__ import annotations

import pytest

from transreview.formats.filling import Passage, fill
from transreview.formats.registry import parse_document

NEW = Passage("ახალი.", None)
MORE = Passage("მეორე.", None, sentence=True)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.txt", "სათაური\n\nერთი.\n", "ახალი.\n\nსათაური\n\nერთი.\n"),
        ("a.txt", "\n\nსათაური\n", "\n\nახალი.\n\nსათაური\n"),
        ("a.txt", "სათაური\r\n\r\nერთი.\r\n", "ახალი.\r\n\r\nსათაური\r\n\r\nერთი.\r\n"),
        ("a.md", "# სათაური\n", "ახალი.\n\n# სათაური\n"),
        ("a.md", "<!-- x -->\n\n# სათაური\n", "<!-- x -->\n\nახალი.\n\n# სათაური\n"),
        ("a.md", "| ა | ბ |\n|---|---|\n\nბოლო.\n", "| ა | ბ |\n|---|---|\n\nბოლო.\n\nახალი.\n"),
        ("a.md", "---\ntitle: სათაური\n---\n\nერთი.\n", "---\ntitle: სათაური\n---\n\nერთი.\n\nახალი.\n"),
    ],
)
def test_a_new_first_paragraph_is_one_of_its_own(name: str, before: str, after: str) -> None:
    document = parse_document(before.encode(), name, language="ka")
    assert document.layout is not None
    kept = [Passage(unit.text, number) for number, unit in enumerate(document.units)]
    done = fill(document.layout, document.units, [NEW, *kept], newline=document.newline)
    assert (done.text, done.homeless) == (after, [])


def test_a_sentence_more_goes_on_behind_it_and_an_emptied_first_unit_leaves_no_gap() -> None:
    document = parse_document("სათაური\n\nერთი.\n".encode(), "a.txt", language="ka")
    assert document.layout is not None
    kept = [Passage(unit.text, number) for number, unit in enumerate(document.units)]
    assert (
        fill(document.layout, document.units, [NEW, MORE, *kept]).text
        == "ახალი. მეორე.\n\nსათაური\n\nერთი.\n"
    )
    emptied = [NEW, Passage("", 0), kept[1]]
    assert fill(document.layout, document.units, emptied).text == "ახალი.\n\nერთი.\n"
