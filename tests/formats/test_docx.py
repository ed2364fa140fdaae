"""Word files give their text; archives that are broken or meant to do harm are refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from transreview.errors import InputError
from transreview.formats.document import Document
from transreview.formats.registry import read_document
from transreview.model.unit import UnitKind

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def read(tmp_path: Path, data: bytes) -> Document:
    (tmp_path / "a.docx").write_bytes(data)
    return read_document(tmp_path / "a.docx")


def packed(body: str, **others: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        )
        for name, content in others.items():
            archive.writestr(name.replace("__", "/"), content)
    return buffer.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_a_file_of_a_word_processor(tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.title = "სათვალის დარგი"
    document.add_heading("სათაური", 0)
    document.add_heading("თავი", 1)
    run = document.add_paragraph("ერთი ").add_run("ორი")
    run.bold = True
    document.add_paragraph("პუნქტი", style="List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "ა", "ბ"
    document.add_paragraph("2021 წლის 10 სექტემბერი")
    document.save(str(tmp_path / "a.docx"))
    read_back = read_document(tmp_path / "a.docx")
    assert [(unit.text, unit.kind) for unit in read_back.units[:4]] == [
        ("სათაური", UnitKind.TITLE),
        ("თავი", UnitKind.HEADING),
        ("ერთი ორი", UnitKind.PARAGRAPH),
        ("პუნქტი", UnitKind.LIST_ITEM),
    ]
    assert [unit.text for unit in read_back.units[4:]] == ["ა", "ბ", "2021 წლის 10 სექტემბერი"]
    assert read_back.units[-1].kind is UnitKind.DATE_LINE
    assert read_back.metadata["title"] == "სათვალის დარგი"


def test_inserted_words_are_read_and_deleted_ones_are_not(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>ერთი </w:t></w:r><w:ins><w:r><w:t>ორი</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>სამი</w:delText></w:r></w:del>"
        "<w:hyperlink><w:r><w:t xml:space='preserve'> ბმული</w:t><w:br/><w:t>ხაზი</w:t></w:r></w:hyperlink></w:p>"
        f"<w:sdt><w:sdtContent>{paragraph('ველი')}</w:sdtContent></w:sdt>"
    )
    assert [unit.text for unit in read(tmp_path, packed(body)).units] == ["ერთი ორი ბმული\nხაზი", "ველი"]


def test_a_field_in_the_code_of_another_is_no_text(tmp_path: Path) -> None:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    def run(text: str) -> str:
        return f"<w:r><w:t>{text}</w:t></w:r>"

    inner = sign("begin") + sign("separate") + run("9") + sign("end")
    body = run("见") + sign("begin") + inner + sign("separate") + run("第五章") + sign("end") + run("。")
    assert [unit.text for unit in read(tmp_path, packed(f"<w:p>{body}</w:p>")).units] == ["见第五章。"]


def test_a_broken_archive_is_refused(tmp_path: Path) -> None:
    whole = packed(paragraph("ა") * 200)
    for data in (
        b"not a zip",
        whole[:-30],
        whole[:200] + whole[400:],
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0" + b"x" * 600,
    ):
        with pytest.raises(InputError, match=r"a\.docx"):
            read(tmp_path, data)


def test_an_archive_without_a_document_is_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
    with pytest.raises(InputError, match="no document"):
        read(tmp_path, buffer.getvalue())


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="unpacks to"):
        read(tmp_path, packed(paragraph("a" * 60_000_000)))


def test_other_members_are_left_packed_and_nothing_is_written(tmp_path: Path) -> None:
    data = packed(paragraph("ა"), **{"..__..__evil": b"x", "big": b"\0" * 50_000_000})
    assert len(read(tmp_path, data).units) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


def test_entities_are_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="{W}"><w:body>'
            f"{paragraph('&x;')}</w:body></w:document>",
        )
    with pytest.raises(InputError):
        read(tmp_path, buffer.getvalue())


def styled(style: str, outline: str = "", text: str = "ერთი ტექსტი") -> str:
    level = f'<w:outlineLvl w:val="{outline}"/>' if outline else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{level}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


@pytest.mark.parametrize(
    ("style", "outline", "kind", "level"),
    [
        ("Title", "", UnitKind.TITLE, 1),
        ("სათაური", "", UnitKind.TITLE, 1),
        ("heading 1", "", UnitKind.TITLE, 1),  # the first of the first level is the title
        ("heading 2", "", UnitKind.HEADING, 2),
        ("标题 3", "", UnitKind.HEADING, 3),
        ("Überschrift9", "", UnitKind.HEADING, 9),
        ("heading 2", "5", UnitKind.HEADING, 2),
        ("Title", "1", UnitKind.HEADING, 2),
        ("Body", "0", UnitKind.TITLE, 1),
        ("Body", "1", UnitKind.HEADING, 2),
        ("Body", "8", UnitKind.HEADING, 9),
        ("Body", "9", UnitKind.PARAGRAPH, 0),  # what Word writes for body text
        ("Body", "x", UnitKind.PARAGRAPH, 0),
        ("Subtitle", "", UnitKind.HEADING, 2),
        ("Caption", "", UnitKind.CAPTION, 0),
        ("subheading", "", UnitKind.PARAGRAPH, 0),
        ("My title page", "", UnitKind.PARAGRAPH, 0),
    ],
)
def test_what_a_paragraph_is_by_its_style_and_level(
    tmp_path: Path, style: str, outline: str, kind: UnitKind, level: int
) -> None:
    body = styled(style, outline) + styled("Body", text="და ეს გრძელი აბზაცია, რომელიც წერტილით მთავრდება.")
    first, last = read(tmp_path, packed(body)).units
    assert (first.kind, first.level) == (kind, level)
    assert (last.kind, last.level) == (UnitKind.PARAGRAPH, 0)


def test_only_the_first_heading_of_the_first_level_is_the_title(tmp_path: Path) -> None:
    body = styled("heading 2") + styled("heading 1") + styled("heading 1") + styled("Title")
    found = [(unit.kind, unit.level) for unit in read(tmp_path, packed(body)).units]
    assert found == [(UnitKind.HEADING, 2), *[(UnitKind.HEADING, 1)] * 3]
    one = styled("heading 1") + styled("heading 1")
    assert [unit.kind for unit in read(tmp_path, packed(one)).units] == [UnitKind.TITLE, UnitKind.HEADING]
