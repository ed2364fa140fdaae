"""What is hostile in its size or depth is read in a time that grows no faster than the file."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from transreview.formats.docx import read_docx
from transreview.formats.registry import parse_document

W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def test_a_formula_of_a_hundred_levels_is_read_once() -> None:
    formula = "<m:f><m:num>" * 100 + "<m:r><m:t>x</m:t></m:r>" + "</m:num></m:f>" * 100
    body = f"<w:p><w:r><w:t>ტ</w:t></w:r><m:oMath>{formula}</m:oMath></w:p>"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
    assert "x" in read_docx(buffer.getvalue(), "a.docx").units[0].text


@pytest.mark.parametrize(
    ("name", "begin", "piece", "end"),
    [
        ("a.srt", "", "1\n00:00:01,000 --> 00:00:02,000\nა\n", ""),
        ("a.md", "```{note}\n", ":a: b\n", "ტექსტი\n```\n"),
        ("a.html", "<p>" + "<b>" * 4000, "ა</i>", "</p>"),
        ("a.md", "", "<<<<<<< HEAD\nა\n=======\n", "ბ\n"),
        ("a.md", "---\n", "description: >-\n", "---\n\nტექსტი\n"),
    ],
)
def test_four_times_the_file_takes_no_sixteen_times_the_time(
    name: str, begin: str, piece: str, end: str
) -> None:
    def needed(count: int) -> float:
        data = (begin + piece * count + end).encode()
        parse_document(data, name, language="ka")
        took = []
        for _attempt in range(3):
            started = time.process_time()
            parse_document(data, name, language="ka")
            took.append(time.process_time() - started)
        return min(took)

    assert needed(8000) < 10 * max(needed(2000), 0.005)
