"""Tables that people review in: what may be typed where, how the columns stand, and what is held back."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from openpyxl import load_workbook

from transreview.errors import InputError, TransreviewError
from transreview.formats import grid_docx, grid_xlsx
from transreview.formats.exchange import Exchange, ExchangeFile
from transreview.formats.readers import read_bilingual
from transreview.formats.table_writing import (
    _compare,
    status_word,
    write_csv,
    write_review_sheet,
    write_tsv,
    write_workbook,
)
from transreview.model.pair import Pair
from transreview.model.segment import Status

PAIRS = (
    Pair(
        id="a-1",
        source="会议\t开始。",
        target='=1+1; „ა"\nმეორე',
        machine="დაიწყო.",
        status=Status.CONFIRMED,
        comments=(("Nino", "კარგია"), ("", "ვნახოთ")),
    ),
    Pair(id="a-2", source="再见", target="ნახვამდის", status=Status.EDITED, needs_work=True),
    Pair(id="a-3", source="谢谢", target=" "),
    Pair(id="a-4", source="完", target="ბოლო"),
)


def exchange(pairs: tuple[Pair, ...] = PAIRS, revision: int = 7) -> Exchange:
    return Exchange(
        "zh",
        "ka",
        files=[ExchangeFile("one.md", pairs[:2]), ExchangeFile("two.md", pairs[2:])],
        generator="transreview 1",
        created="20210910T080000Z",
        revision=revision,
    )


def cells(path: Path) -> list[list[str]]:
    return [list(row.cells) for row in grid_xlsx.read_grids(path.read_bytes(), path).grids[0].rows]


@pytest.mark.parametrize(
    ("pair", "word"),
    [
        (PAIRS[0], "confirmed"),
        (PAIRS[1], "needs-work"),
        (PAIRS[2], "untranslated"),
        (PAIRS[3], "machine"),
        (Pair(id="1", source="x", target="y", status=Status.APPROVED), "approved"),
        (Pair(id="1", source="x", target="", status=Status.CONFIRMED, needs_work=True), "untranslated"),
    ],
)
def test_the_status_is_one_word(pair: Pair, word: str) -> None:
    assert status_word(pair) == word


def test_a_row_is_a_pair_with_its_article_remarks_and_the_machines_text(tmp_path: Path) -> None:
    assert write_workbook(tmp_path / "a.xlsx", exchange()) == 4
    header, first, second, third, fourth = cells(tmp_path / "a.xlsx")
    assert header == [
        "id", "article", "source (zh)", "machine translation", "translation (ka)", "comment", "status",
        "X-Transreview-Revision",
    ]  # fmt: skip
    assert first == [
        "a-1", "one.md", "会议\t开始。", "დაიწყო.", '=1+1; „ა"\nმეორე', "Nino: კარგია\nვნახოთ", "confirmed", "7",
    ]  # fmt: skip
    # Where no machine's text is kept, the translation stands for it.
    assert second[3:] == ["ნახვამდის", "ნახვამდის", "", "needs-work", "7"]
    assert [third[1], third[6], fourth[6]] == ["two.md", "untranslated", "machine"]


def test_a_workbook_is_laid_out_for_reading_and_locked_but_for_three_columns(tmp_path: Path) -> None:
    write_workbook(tmp_path / "a.xlsx", exchange())
    sheet = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert sheet.title == "review"
    assert [sheet.column_dimensions[letter].width for letter in "ABCDEFG"] == [12, 18, 60, 60, 60, 36, 14]
    assert [sheet.column_dimensions[letter].hidden for letter in "ABCDEFGH"] == [False] * 7 + [True]
    assert sheet.freeze_panes == "A2"
    assert sheet.protection.sheet
    assert not sheet.protection.formatColumns
    assert not sheet.protection.formatRows
    assert not sheet.protection.autoFilter
    locked = [[cell.protection.locked for cell in row] for row in sheet.iter_rows()]
    assert locked == [[True] * 8] + [[True] * 4 + [False] * 3 + [True]] * 4
    assert [[bool(cell.font.bold) for cell in row] for row in sheet.iter_rows()] == [[True] * 8] + [
        [False] * 8
    ] * 4
    assert {(cell.number_format, cell.alignment.wrap_text, cell.alignment.vertical) for cell in sheet[2]} == {
        ("@", True, "top")
    }
    (choices,) = sheet.data_validations.dataValidation
    assert str(choices.sqref) == "G2:G5"
    assert choices.allow_blank
    assert choices.formula1 == '"machine,edited,confirmed,approved,needs-work,untranslated"'


def test_without_a_revision_no_column_and_no_property_speak_of_one(tmp_path: Path) -> None:
    write_workbook(tmp_path / "a.xlsx", exchange(revision=0))
    assert {len(row) for row in cells(tmp_path / "a.xlsx")} == {7}
    sheet = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert not any(column.hidden for column in sheet.column_dimensions.values())
    write_review_sheet(tmp_path / "a.docx", exchange(revision=0))
    with zipfile.ZipFile(tmp_path / "a.docx") as archive:
        assert not any(b"X-Transreview-Revision" in archive.read(name) for name in archive.namelist())


def test_a_review_sheet_lies_across_and_lets_three_columns_be_typed(tmp_path: Path) -> None:
    assert write_review_sheet(tmp_path / "a.docx", exchange()) == 4
    document = docx.Document(str(tmp_path / "a.docx"))
    section = document.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert section.page_width > section.page_height
    assert document.core_properties.title == "zh – ka"
    assert document.styles["Normal"].font.size.pt == 9
    assert "translation, comment and status only" in document.paragraphs[0].text
    rows = [[cell.paragraphs[0] for cell in row.cells] for row in document.tables[0].rows]
    assert [len(row) for row in rows] == [7] * 5  # the revision is a property, no column
    assert [[bool(cell.runs[0].bold) for cell in row] for row in rows] == [[True] * 7] + [[False] * 7] * 4
    permitted = [[cell._p.find(qn("w:permStart")) is not None for cell in row] for row in rows]
    assert permitted == [[False] * 7] + [[False] * 4 + [True] * 3] * 4
    starts = [start.get(qn("w:id")) for start in document.element.iter(qn("w:permStart"))]
    ends = [end.get(qn("w:id")) for end in document.element.iter(qn("w:permEnd"))]
    assert starts == ends == [str(number) for number in range(1, 13)]
    for row in rows[1:]:
        for cell in row[4:]:
            inside = [child.tag for child in cell._p if child.tag != qn("w:pPr")]
            assert (inside[0], inside[-1]) == (qn("w:permStart"), qn("w:permEnd"))
            assert [child.tag for child in cell._p].index(qn("w:permStart")) == (
                1 if cell._p.find(qn("w:pPr")) is not None else 0
            )
    with zipfile.ZipFile(tmp_path / "a.docx") as archive:
        assert b'w:edit="readOnly" w:enforcement="1"' in archive.read("word/settings.xml")
        assert any(b"X-Transreview-Revision" in archive.read(name) for name in archive.namelist())


def test_a_paragraph_with_properties_keeps_them_first(tmp_path: Path) -> None:
    from transreview.formats.table_writing import _permit

    document = docx.Document()
    paragraph = document.add_paragraph("a", style="Title")
    _permit(paragraph, 3)
    assert [child.tag for child in paragraph._p] == [
        qn("w:pPr"), qn("w:permStart"), qn("w:r"), qn("w:permEnd"),
    ]  # fmt: skip


def test_delimited_tables_are_what_excel_and_unix_expect(tmp_path: Path) -> None:
    assert write_csv(tmp_path / "a.csv", exchange()) == 4
    data = (tmp_path / "a.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfid,article,")
    assert b",status,X-Transreview-Revision\r\n" in data
    assert write_tsv(tmp_path / "a.tsv", exchange()) == 4
    data = (tmp_path / "a.tsv").read_bytes()
    assert data.startswith(b"id\tarticle\t")
    assert b"\tX-Transreview-Revision\na-1\t" in data


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.xlsx", "a.docx"])
def test_every_table_is_read_back_as_it_was(tmp_path: Path, name: str) -> None:
    write = {".csv": write_csv, ".tsv": write_tsv, ".xlsx": write_workbook, ".docx": write_review_sheet}
    write[Path(name).suffix](tmp_path / name, exchange())
    read = read_bilingual(tmp_path / name).pairs
    assert [(pair.id, pair.source, pair.target) for pair in read] == [
        (pair.id, pair.source, pair.target) for pair in PAIRS
    ]


@pytest.mark.parametrize(("length", "refused"), [(32_767, False), (32_768, True)])
def test_a_text_longer_than_a_cell_is_refused_by_name_and_nothing_is_written(
    tmp_path: Path, length: int, refused: bool
) -> None:
    path = tmp_path / "a.xlsx"
    long = exchange((*PAIRS[:2], Pair(id="long", source="x", target="ა" * length)))
    if not refused:
        assert write_workbook(path, long) == 3
        return
    with pytest.raises(InputError, match="“long” is longer than a spreadsheet can hold"):
        write_workbook(path, long)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("column", "told"), [(0, False), (2, True), (3, False), (4, True)])
def test_sources_and_translations_that_come_back_otherwise_are_told(
    tmp_path: Path, column: int, told: bool
) -> None:
    write_review_sheet(tmp_path / "a.docx", exchange())
    read = grid_docx.read_grids((tmp_path / "a.docx").read_bytes(), "a.docx")
    rows = [list(row.cells) for row in read.grids[0].rows[1:]]
    rows[1][column] += "x"
    if not told:
        _compare(read, rows)
        return
    with pytest.raises(TransreviewError, match="did not come back as they were written"):
        _compare(read, rows)


def test_a_missing_row_is_told(tmp_path: Path) -> None:
    write_review_sheet(tmp_path / "a.docx", exchange())
    read = grid_docx.read_grids((tmp_path / "a.docx").read_bytes(), "a.docx")
    with pytest.raises(TransreviewError, match="did not come back"):
        _compare(read, [list(row.cells) for row in read.grids[0].rows[1:-1]])


def test_the_same_pairs_make_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(tmp_path / name, exchange())
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_characters_that_no_workbook_can_hold_are_left_out(tmp_path: Path) -> None:
    data = io.BytesIO()
    path = tmp_path / "a.xlsx"
    write_workbook(path, exchange((Pair(id="a", source="x", target="y", machine="a\x0bb"),)))
    data.write(path.read_bytes())
    assert load_workbook(data).worksheets[0]["D2"].value == "ab"


def test_a_table_that_nothing_was_chosen_for_has_its_header_only(tmp_path):
    write_workbook(tmp_path / "none.xlsx", exchange(pairs=()))
    (header,) = cells(tmp_path / "none.xlsx")
    assert header[0] == "id"
