"""What is written in every format, and workbooks that people leave untidy, kept whole: `python -m tests.kept formats`."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl

from tests.formats.kept_lines import GLOSSARIES
from tests.formats.test_exchange_golden import exchange
from tests.kept import printable, shown
from transreview.errors import TransreviewError
from transreview.formats.exchange import ExchangeFile
from transreview.formats.glossary_registry import FORMATS, read_any, write_any
from transreview.formats.jsonl_writing import write_jsonl
from transreview.formats.readers import parse_bilingual
from transreview.formats.rendering import passages_of, render
from transreview.formats.structured_rendering import render_units
from transreview.formats.table_writing import write_csv, write_review_sheet, write_tsv, write_workbook
from transreview.formats.tmx_writing import write_tmx
from transreview.formats.xliff_writing import write_xliff
from transreview.model.glossary import Concept, Glossary, Term, TermKind
from transreview.model.pair import Pair
from transreview.model.segment import Status
from transreview.model.unit import Unit, UnitKind

GOLDEN = Path(__file__).parent / "golden"
MORE = (
    Pair(id="p", source="One file", source_plural="%d files", target="ერთი", plurals=("%d ფაილი", "x"), status=Status.CONFIRMED),
    Pair(id="l", source="ACME", target="ACME", locked=True, state="final", context="menu", note="n", line=7, flags=("c-format",), origin="mt"),
    Pair(id="s", source=" =1+1\u2028", target="-x\t\n", needs_work=True, status=Status.MACHINE, proposals=(("deepl", "ერთი"),), machine="ორი"),
    Pair(id="d", source="一", target="ერთი", status=Status.APPROVED), Pair(id="e", source="一", target="ერთი", status=Status.CONFIRMED), Pair(id="n", source="", target=""),
)  # fmt: skip


def _text_of(data: bytes) -> list[str]:
    if not data.startswith(b"PK"):
        return data.decode("utf-8-sig").replace("><", ">\n<").split("\n")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [
            name
            for name in sorted(archive.namelist())
            if name.endswith(("sheet1.xml", "sharedStrings.xml", "document.xml"))
        ]
        return [
            line
            for name in names
            for line in (f"== {name}", *archive.read(name).decode().replace("><", ">\n<").split("\n"))
        ]


def _written(name: str, write: Callable[[Path], object]) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        try:
            answer = write(path)
        except TransreviewError as error:
            yield f"{name}: ! {str(error).replace(folder, '')}"
            return
        lines = _text_of(path.read_bytes())
        yield f"== {name} {answer} {path.read_bytes()[:3]!r}"
        yield from (f"    {printable(line)[:300]}" for line in lines[:160])


def pairs() -> str:
    """Return what is written of pairs in every format."""
    lines: list[str] = []
    whole = exchange()
    more = replace(whole, files=[*whole.files, ExchangeFile("more.po", MORE)], revision=0)
    for given in (whole, more):
        for name, write in (
            ("a.csv", write_csv),
            ("a.tsv", write_tsv),
            ("a.xlsx", write_workbook),
            ("a.docx", write_review_sheet),
            ("a.jsonl", write_jsonl),
            ("a.tmx", write_tmx),
        ):
            if given is more or name not in {"a.docx", "a.xlsx"}:
                lines += _written(name, lambda path, write=write, given=given: write(path, given))
        for version in ("1.2", "2.0"):
            lines += _written(
                f"{version}.xlf",
                lambda path, version=version, given=given: write_xliff(path, given, version=version),
            )
    return "\n".join(lines) + "\n"


def glossaries() -> str:
    """Return what is written of glossaries in every format, and what is read of untidy workbooks."""
    lines: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "own.csv"
        path.write_text(GLOSSARIES["own.csv"].replace("odd,,,sung,,歌,,,სიმღერა\n", ""), encoding="utf-8")
        own = read_any(path)
    long = Concept(
        "long",
        definition="d" * 40,
        note="x" * 33_000,
        terms=(
            Term("長", "zh-Hant"),
            Term("გრძელი", "ka", grammar=("noun",), pos="noun"),
            Term("გრძ", "ka", kind=TermKind.ADMITTED),
        ),
    )
    odd = Concept("odd", definition="a\x0b" + "b" * 70, terms=(Term("奇", "zh"), Term("უცნაური|ორი", "ka")))
    for suffix in FORMATS:
        for name, glossary in (
            ("own", own),
            ("long", Glossary((*own.concepts, long), ("zh", "ka"))),
            ("odd", Glossary((odd,), ("zh", "ka"))),
            ("none", Glossary((), ("zh", "ka"))),
        ):
            for version in (2, 3) if suffix == ".tbx" and name == "own" else (3,):
                lines += _written(
                    f"{name}{suffix}",
                    lambda path, glossary=glossary, version=version: write_any(
                        path, glossary, languages=("zh", "ka"), tbx_version=version
                    ),
                )
    lines += _untidy()
    return "\n".join(lines) + "\n"


BOOKS: dict[str, list[list[object]]] = {
    "glossary": [["id", "zh", "ka", "", None], ["a", "一", "ერთი", None, ""], [None], ["b", 2, 3.5, None], ["c", True, "=A1", None]],
    "pairs": [["Source", "Target", "Status", None], ["一", "ერთი", "translated"], [None, None], ["二", None, None], [3, 4.0, None, "x"], ["  ", "ჰარი"]],
    "titled": [["A report"], [], ["zh", "ka"], ["一", "ერთი"]],
    "bare": [["一", "ერთი", 1], ["二", "ორი", 2]],
    "none": [[]],
    "blank columns": [["id", "zh", "ka", None, None], ["a", "一", "ერთი", None, None]],
    "own columns": [["id", "zh", "ka", None, "x"], ["a", "一", "ერთი", None, "y"]],
}  # fmt: skip


def _untidy() -> Iterator[str]:
    for name, rows in BOOKS.items():
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        for row in rows:
            sheet.append(row)
        book.create_sheet("second").append(["Source", "Target"])
        buffer = io.BytesIO()
        book.save(buffer)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"{name}.xlsx"
            path.write_bytes(buffer.getvalue())
            for how, read in (
                ("glossary", lambda path=path: read_any(path)),
                ("pairs", lambda path=path: parse_bilingual(path.read_bytes(), path.name)),
            ):
                try:
                    said = shown(read())
                except TransreviewError as error:
                    said = f"! {str(error).replace(folder, '')}"
                yield printable(f"{name} as {how}: {said}")


def rendered() -> str:
    """Return units as text and as Markdown, with other words and without a layout."""
    units = [
        Unit("სათაური", kind=UnitKind.TITLE, level=1), Unit("თავი", kind=UnitKind.HEADING, level=3, paragraph=1), Unit("ერთი.", paragraph=2), Unit("ორი.", paragraph=2), Unit("# არა სათაური", paragraph=3),
        Unit("პუნქტი", kind=UnitKind.LIST_ITEM, level=1, marker="-", paragraph=4), Unit("შიდა", kind=UnitKind.LIST_ITEM, level=2, marker="3.", paragraph=5), Unit("მეორე", kind=UnitKind.LIST_ITEM, paragraph=6, prefix="* "),
        *(Unit(f"უჯრა | {row}{column}", kind=UnitKind.TABLE_CELL, row=row, column=column, paragraph=7 + 2 * row + column) for row in (1, 2) for column in (1, 2)),
        Unit("1. ტექსტი", paragraph=20), Unit("წარწერა", kind=UnitKind.CAPTION, paragraph=21), Unit("2021-09-10", kind=UnitKind.DATE_LINE, paragraph=22), Unit("ბოლო\nხაზი", paragraph=23), Unit("", paragraph=24),
    ]  # fmt: skip
    lines = []
    for to in ("text", "markdown"):
        lines += [f"== {to}", *render_units(units, to=to).split("\n")]
        for code in (" ", ""):
            for syntax in ("markdown", "text"):
                made = render(units, passages_of(units), syntax=syntax, to=to, joiner=code)
                lines += [f"== {syntax} to {to} {code!r}", *made.split("\n")]
    return "\n".join(lines) + "\n"


PARTS: dict[Path, Callable[[], str]] = {
    GOLDEN / "written_pairs.txt": pairs,
    GOLDEN / "written_glossaries.txt": glossaries,
    GOLDEN / "written_units.txt": rendered,
}
