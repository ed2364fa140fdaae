"""Tabs, blanks and breaks of a Word paragraph stay where they are when its words change."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.formats.test_docx_filling import filled, packed, texts
from transreview.formats.docx import read_docx
from transreview.formats.left_out import Left

PAGE = '<w:br w:type="page"/>'


def rewritten(body: str, new: str) -> tuple[str, list[str]]:
    """Return the paragraph with another text in it, without the runs around its parts, and what is lost."""
    data, done = filled(packed(f"<w:p>{body}</w:p>"), {0: new})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        text = archive.read("word/document.xml").decode("utf-8")
    text = text.partition("<w:p>")[2].partition("</w:p>")[0]
    for sign in ("<w:r>", "</w:r>", ' xml:space="preserve"', "<w:t>", "</w:t>"):
        text = text.replace(sign, "")
    return text, [mark for _unit, mark in done.lost]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("<w:r><w:tab/><w:t>ერთი ორი.</w:t></w:r>", "<w:tab/>ერთი სამი."),
        ("<w:r><w:tab/></w:r><w:r><w:t>ერთი ორი.</w:t></w:r>", "<w:tab/>ერთი სამი."),
        ("<w:r><w:t>ერთი ორი.</w:t><w:br/></w:r>", "ერთი სამი.<w:br/>"),
        ('<w:r><w:t xml:space="preserve">  ერთი ორი. </w:t></w:r>', "  ერთი სამი. "),
        (f"<w:r>{PAGE}<w:t>ერთი ორი.</w:t></w:r>", f"{PAGE}ერთი სამი."),
        (f"<w:r><w:t>ერთი ორი.</w:t></w:r><w:r>{PAGE}</w:r>", f"ერთი სამი.{PAGE}"),
    ],
)
def test_what_stands_around_the_words_stays_when_they_change(body: str, shown: str) -> None:
    assert rewritten(body, "ერთი სამი.") == (shown, [])


@pytest.mark.parametrize(
    "body",
    [
        f"<w:r><w:t>ერთი ორი</w:t></w:r><w:r>{PAGE}</w:r><w:r><w:t>სამი.</w:t></w:r>",
        f"<w:r><w:t>ერთი ორი</w:t>{PAGE}<w:t>სამი.</w:t></w:r>",
    ],
)
def test_a_page_break_parts_words_and_stays_a_page_break(body: str) -> None:
    assert texts(read_docx(packed(f"<w:p>{body}</w:p>"), "a.docx")) == ["ერთი ორი\nსამი."]
    assert rewritten(body, "ერთი ორი\nოთხი.") == (f"ერთი ორი{PAGE}ოთხი.", [])
    assert rewritten(body, "ერთი ორი ოთხი.") == ("ერთი ორი ოთხი.", ["the page break"])


def test_the_look_of_a_blank_is_no_loss() -> None:
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'> </w:t></w:r>"
    body = f"<w:r><w:t>ერთი</w:t></w:r>{bold}<w:r><w:t>ორი.</w:t></w:r>"
    assert rewritten(body, "ერთად.")[1] == []


def test_charts_diagrams_and_files_of_others_are_counted() -> None:
    body = "<w:p><w:r><w:t>ტექსტი.</w:t></w:r></w:p><w:altChunk/>"
    document = read_docx(packed(body, **{"charts/chart1": "<c/>", "diagrams/data1": "<d/>"}), "a.docx")
    assert document.left == {Left.EMBEDDED: 3}


PICTURE = (
    '<w:r><w:drawing><wp:docPr xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' id="1" descr="სურათი"/></w:drawing></w:r>'
)
BOX = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>ჩარჩო.</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"


@pytest.mark.parametrize("inner", [PICTURE, BOX, f"<w:r><w:t>თავი. </w:t>{PICTURE[5:]}"])
def test_a_sentence_and_what_stands_in_its_paragraph_change_together(inner: str) -> None:
    data = packed(f"<w:p><w:r><w:t>ერთი ორი.</w:t></w:r>{inner}</w:p>")
    old = texts(read_docx(data, "a.docx"))
    assert len(old) == 2
    changes = {number: text.replace(".", "!").replace("სურათი", "ნახატი") for number, text in enumerate(old)}
    done, filled_in = filled(data, changes)
    assert texts(read_docx(done, "a.docx")) == list(changes.values())
    assert filled_in.lost == []
