"""Articles of every format, kept whole: `python -m tests.kept formats` renews golden/articles.

Of each sample there is what is read of it, unit by unit with all that is known of a unit, and what of the
file differs once its texts were turned round, emptied, added to, or cut into sentences and rewritten.
"""

from __future__ import annotations

import difflib
import hashlib
import io
import zipfile
from collections.abc import Sequence
from dataclasses import fields
from functools import partial
from pathlib import Path

import docx

from tests.formats.odd_articles import FILES as ODD
from tests.formats.test_html_filling import PAGE
from tests.formats.test_key_files import FILES as KEY_FILES
from tests.formats.test_packed_articles import EPUB, ODT
from transreview.errors import TransreviewError
from transreview.formats.archives import fill_archive
from transreview.formats.conversion import converted
from transreview.formats.document import Document
from transreview.formats.filling import Filled, Passage, fill
from transreview.formats.registry import parse_document
from transreview.languages import language
from transreview.model.unit import Granularity, Unit, UnitKind

FOLDER = Path(__file__).parent / "golden"
KEPT = FOLDER / "articles"
OWN = {"html": "html", "htm": "html", "xhtml": "html", "docx": "docx", "odt": "odt", "epub": "epub"}
TEXT = """სათაური

　　პირველი აბზაცი, რომელიც გრძელია და
მეორე ხაზზე გადადის.
- პუნქტი
  გაგრძელება
- მეორე პუნქტი

1. ერთი
2. ორი

会议在温州召开，
来自各地的代表出席。

2021 წლის 10 სექტემბერი
"""
EMPTY = Unit("")


def word() -> bytes:
    """Return a Word file with headings, marks, a list, a table, a link's text and breaks."""
    document = docx.Document()
    document.add_heading("სათაური", 0)
    document.add_heading("თავი", 1)
    paragraph = document.add_paragraph("ერთი ")
    paragraph.add_run("მუქი").bold = True
    paragraph.add_run(" და ")
    paragraph.add_run("დახრილი").italic = True
    paragraph.add_run(" ტექსტი.\\nახალი ხაზი.").add_break()
    paragraph.add_run("ბოლო\\tტაბით.")
    document.add_paragraph("პუნქტი", style="List Bullet")
    document.add_paragraph("შიდა", style="List Bullet 2")
    document.add_paragraph("ნომერი", style="List Number")
    table = document.add_table(2, 2)
    for row in range(2):
        for column in range(2):
            table.cell(row, column).text = f"უჯრა {row}{column}"
    document.add_paragraph("ბოლო აბზაცი. კიდევ ერთი წინადადება.")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def samples() -> dict[str, bytes]:
    """Return file names and bytes."""
    reported = {
        file.name: file.read_bytes()
        for folder in ("reported", "markdown")
        for file in sorted((FOLDER / folder).iterdir())
        if file.suffix not in {".units", ".edited"}
    }
    own = {f"key-{name}": text.encode() for name, text in KEY_FILES.items()}
    own |= {name: text.encode() for name, text in ODD.items()}
    return reported | own | {
        "page.html": PAGE.encode(), "text.txt": TEXT.encode(), "word.docx": word(), "open.odt": ODT, "book.epub": EPUB,
    }  # fmt: skip


def described(document: Document) -> list[str]:
    """Return all that is known of a document."""
    lines = [
        f"{name}: {value!r}"
        for name in ("encoding", "newline", "metadata", "left", "beside", "warnings")
        if (value := getattr(document, name))
    ]
    layout = document.layout
    if layout is not None:
        lines += [f"syntax: {layout.syntax}", f"written: {sorted(layout.written)}"]
    for unit in document.units:
        said = {one.name: getattr(unit, one.name) for one in fields(unit)}
        marks = [
            f"{mark.kind.value} {mark.start}-{mark.end} {mark.value!r} {mark.inner} {mark.by_reference}"
            for mark in said.pop("marks")
        ]
        lines.append(
            " | ".join(f"{name}={value!r}" for name, value in said.items() if value != getattr(EMPTY, name))
        )
        lines += [f"    {mark}" for mark in marks]
    return lines


def turned(text: str) -> str:
    """Return a text with its words the other way round."""
    return " ".join(reversed(text.split(" ")))


def passages(units: Sequence[Unit], how: str) -> list[Passage]:
    """Return what stands in the place of units: turned round, every third empty, or with more between them."""
    made = []
    for number, unit in enumerate(units):
        if how == "emptied":
            made.append(Passage("" if number % 3 == 1 else unit.text, number))
            continue
        made.append(Passage(turned(unit.text) if how == "turned" else unit.text, number))
        if how == "added" and number % 2:
            made.append(Passage("დამატებული <ტექსტი> & სხვა", None, sentence=bool(number % 4 == 1)))
    return made


def written(
    document: Document, units: Sequence[Unit], texts: Sequence[Passage], name: str
) -> tuple[bytes, Filled]:
    """Return the file with other texts in it."""
    layout = document.layout
    assert layout is not None
    if layout.archive:
        return fill_archive(layout, units, texts, name)
    filled = fill(layout, units, texts, newline=document.newline)
    return filled.text.encode(), filled


def _lines(data: bytes) -> list[str]:
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        return [line for name in sorted(parts) for line in (f"== {name}", *_lines(parts[name]))]
    try:
        return data.decode("utf-8-sig").replace("><", ">\n<").split("\n")
    except UnicodeDecodeError:
        return [hashlib.sha256(data).hexdigest()]


def told(name: str, data: bytes) -> str:
    """Return all of a sample."""
    path = name.removeprefix("key-")
    document = parse_document(data, path, language="ka")
    parts = described(document)
    cut = document.at(Granularity.SENTENCE, language("ka").sentences)
    for how, one in (("turned", document), ("emptied", document), ("added", document), ("turned", cut)):
        if one is cut and document.layout is not None and document.layout.archive:
            continue  # sentences of an archive are put together before they come here
        parts += ["", f"--- {how}{' by sentences' if one is cut else ''}"]
        try:
            after, filled = written(one, one.units, passages(one.units, how), path)
        except TransreviewError as error:
            parts.append(f"! {error}")
            continue
        lines = difflib.unified_diff(_lines(data), _lines(after), n=0, lineterm="")
        parts += [line for line in lines if line[:2] not in {"--", "++", "@@"}]
        parts += [f"lost: {filled.lost}"] * bool(filled.lost)
        parts += [f"homeless: {filled.homeless}"] * bool(filled.homeless)
    own = OWN.get(path.rpartition(".")[2], "")
    if own:
        for to in ("text", "markdown"):
            parts += ["", f"--- as {to}", converted(data, path, own, to) or "(none)"]
    titles = [unit.text for unit in document.units if unit.kind is UnitKind.TITLE]
    parts += ["", f"title: {document.title!r} of {titles}", ""]
    return "\n".join(part.replace("\r", "␍") for part in parts)


PARTS = {KEPT / f"{name}.kept": partial(told, name, data) for name, data in samples().items()}
