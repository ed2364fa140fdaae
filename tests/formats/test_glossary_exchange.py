"""Glossaries in other programs' files: everything comes back, and broken files are refused."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from transreview.errors import InputError, UsageError
from transreview.formats.glossary_csv import read_glossary
from transreview.formats.glossary_pairs import write_pairs
from transreview.formats.glossary_registry import read_any, write_any
from transreview.formats.glossary_xlsx import read_xlsx, write_xlsx
from transreview.model.glossary import Concept, ConceptStatus, Glossary, Term, TermKind
from transreview.resources import shipped

RISKY = Concept(
    "risky",
    subject="test",
    definition='with "quotes", and\na line break',
    status=ConceptStatus.PROPOSED,
    note="=HYPERLINK(1)",
    terms=(
        Term("2021-9", "zh"),
        Term("a|b\\c", "zh", kind=TermKind.ADMITTED),
        Term("წყალი", "ka", grammar=("stem=წყლ",), pos="noun"),
        Term("-ური", "ka", kind=TermKind.FORBIDDEN, pos="noun"),
        Term("'=x", "en"),
    ),
)


def content(glossary: Glossary) -> list[tuple[object, ...]]:
    return sorted(
        (
            c.id, c.subject, c.definition, c.status, c.note,
            sorted((t.text, t.language, t.kind, sorted(t.grammar), t.pos) for t in c.terms),
        )
        for c in glossary.concepts
    )  # fmt: skip


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".tbx"])
def test_the_shipped_glossary_and_a_risky_concept_come_back_whole(tmp_path, suffix):
    shipped_one = read_glossary(shipped("glossary", "optical-industry.csv"))
    glossary = Glossary((*shipped_one.concepts, RISKY), shipped_one.languages)
    write_any(tmp_path / f"g{suffix}", glossary)
    back = read_any(tmp_path / f"g{suffix}")
    assert content(back) == content(glossary)


def test_tbx_version_2_comes_back_whole(tmp_path):
    write_any(tmp_path / "g.tbx", Glossary((RISKY,), ("zh", "ka", "en")), tbx_version=2)
    assert b"martif" in (tmp_path / "g.tbx").read_bytes()
    assert content(read_any(tmp_path / "g.tbx")) == content(Glossary((RISKY,)))


def test_a_workbook_holds_texts_only_and_is_the_same_every_time(tmp_path):
    one, two = tmp_path / "1.xlsx", tmp_path / "2.xlsx"
    write_xlsx(one, Glossary((RISKY,), ("zh", "ka")))
    write_xlsx(two, Glossary((RISKY,), ("zh", "ka")))
    assert one.read_bytes() == two.read_bytes()
    with zipfile.ZipFile(one) as archive:
        assert b"2000-01-01" in archive.read("docProps/core.xml").partition(b"modified")[2]
    sheet = load_workbook(one).worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s"}


def test_a_workbook_that_a_person_made_is_read_with_its_numbers_and_empty_columns(tmp_path):
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for row in (
        ["id", "zh", "ka", None],
        [7, "党", "პარტია", None],
        [None, None, None, None],
        ["b", 2021, "x"],
    ):
        sheet.append(row)
    workbook.save(tmp_path / "g.xlsx")
    glossary = read_xlsx(tmp_path / "g.xlsx")
    assert [(c.id, c.of("zh")[0].text, c.origin[1]) for c in glossary.concepts] == [
        ("7", "党", 2),
        ("b", "2021", 4),
    ]


@pytest.mark.parametrize(
    ("name", "data"),
    [("g.xlsx", b"no zip"), ("g.xlsx", b"PK\x05\x06" + bytes(18)), ("g.xlsx", b""), ("g.tbx", b"<x>")],
)
def test_a_damaged_file_is_refused(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError):
        read_any(tmp_path / name)


def test_a_faulty_row_of_a_workbook_is_named(tmp_path):
    workbook = Workbook()
    for row in (["id", "status", "zh"], ["a", "new", "党"]):
        workbook.worksheets[0].append(row)
    workbook.save(tmp_path / "g.xlsx")
    with pytest.raises(InputError) as caught:
        read_any(tmp_path / "g.xlsx")
    assert caught.value.line == 2


def test_an_unknown_ending_is_refused_with_those_that_are_known(tmp_path):
    with pytest.raises(UsageError, match=r"\.xlsx"):
        read_any(tmp_path / "g.doc")


def text_file(tmp_path: Path, name: str, text: str) -> Path:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path / name


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "党,პარტია\n厦门,სიამენი\n"),
        ("a.csv", "zh,ka\n党,პარტია\n厦门,სიამენი\n"),
        ("a.csv", "\ufeffka;zh\nპარტია;党\nსიამენი;厦门\n"),
        ("a.csv", "source,target,comment\n党,პარტია,\n厦门,სიამენი,\n"),
        ("a.tsv", "党\tპარტია\n# a remark\n厦门\tსიამენი\tplace\n"),
        ("a.txt", '党\tპარტია\n厦门\tსიამენი\t"gate of Xia"\n'),
    ],
)
def test_lists_of_pairs_are_read_whatever_they_are_headed_and_separated(tmp_path, name, text):
    glossary = read_any(text_file(tmp_path, name, text))
    pairs = [(c.of("zh")[0].text, c.of("ka")[0].text) for c in glossary.concepts]
    assert pairs == [("党", "პარტია"), ("厦门", "სიამენი")]
    assert len(glossary.by_id) == 2


def test_a_second_translation_of_a_term_is_admitted_and_same_looking_ids_are_told_apart(tmp_path):
    path = text_file(tmp_path, "a.csv", "party,პარტია\nparty,წვეულება\nParty!,ზეიმი\n")
    glossary = read_any(path, source_language="en", target_language="ka")
    assert list(glossary.by_id) == ["party", "party-2"]
    assert [t.kind for t in glossary.by_id["party"].of("ka")] == [TermKind.PREFERRED, TermKind.ADMITTED]


def test_a_row_without_a_pair_is_refused_with_its_line(tmp_path):
    with pytest.raises(InputError) as caught:
        read_any(text_file(tmp_path, "a.csv", "党,პარტია\n厦门,\n"))
    assert caught.value.line == 2


def test_a_broken_glossary_is_not_taken_for_a_list_of_pairs(tmp_path):
    with pytest.raises(InputError, match="ka:alos"):
        read_any(text_file(tmp_path, "a.csv", "id,zh,ka:alos\na,党,პარტია\n"))


def test_omegat_gets_every_allowed_pair_and_is_told_what_is_forbidden(tmp_path):
    concept = Concept(
        "cooa",
        definition="trade\tbody",
        terms=(
            Term("眼镜协会", "zh"),
            Term("協會", "zh-Hant", kind=TermKind.ADMITTED),
            Term("სათვალის ასოციაცია", "ka"),
            Term("ოპტიკური ასოციაცია", "ka", kind=TermKind.FORBIDDEN),
        ),
    )
    gone = Concept("gone", status=ConceptStatus.DEPRECATED, terms=(Term("旧", "zh"), Term("ძველი", "ka")))
    write_pairs(tmp_path / "o.txt", Glossary((concept, gone)), "zh", "ka")
    lines = (tmp_path / "o.txt").read_text(encoding="utf-8").splitlines()
    comment = "trade body; not: ოპტიკური ასოციაცია"
    assert lines == [f"眼镜协会\tსათვალის ასოციაცია\t{comment}", f"協會\tსათვალის ასოციაცია\t{comment}"]


@pytest.mark.parametrize(
    "rows", [[], [("x", "镜", "ლინზა", None)], [("x", "镜", "ლინზა", None), ("y", "光", "", None)]]
)
def test_empty_columns_at_the_right_of_a_sheet_are_none(tmp_path: Path, rows) -> None:
    """A workbook keeps columns that were only formatted."""
    book = Workbook()
    sheet = book.active
    for row in [("id", "zh", "ka", None), *rows]:
        sheet.append([*row, None])
    for column in (4, 5):  # looked at, so that they are written
        sheet.cell(1, column).value = " "
    book.save(tmp_path / "g.xlsx")
    assert len(read_xlsx(tmp_path / "g.xlsx").concepts) == len(rows)
