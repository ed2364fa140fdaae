"""`transreview align`: two files, a stream of documents, or a project."""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from transreview.errors import InputError, UsageError
from transreview.formats.json_reading import loads
from transreview.i18n import _
from transreview.reports.json_text import dumps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from transreview.formats.document import Document
    from transreview.model.bead import Bead
    from transreview.model.glossary import Glossary

# Below this a bead deserves a look.
DOUBTFUL = 0.7

EPILOG = """\b
Examples:
  transreview align source.zh.txt translation.ka.txt
  transreview align source.zh.txt translation.ka.txt --unit sentence --json > beads.json
  transreview align source.zh.txt translation.ka.txt --below 0.7
  transreview align - < documents.jsonl > alignments.jsonl
\b
With - it is a filter over JSON Lines:
  {"id": "1", "source": ["…"], "target": ["…"], "source_lang": "zh", "target_lang": "ka"}
becomes
  {"id": "1", "alignment": [[[0], [0]], [[1], [1, 2]]], "confidence": [0.99, 0.87]}
"""


@click.command(epilog=EPILOG)
@click.argument(
    "files", nargs=-1, required=True, metavar="SOURCE TARGET | -", type=click.Path(path_type=Path)
)
@click.option("--source-lang", help="Language of the source; guessed when not given.")
@click.option("--target-lang", help="Language of the translation; guessed when not given.")
@click.option(
    "--unit",
    type=click.Choice(["paragraph", "sentence"]),
    default="paragraph",
    show_default=True,
    help="What to align.",
)
@click.option("--encoding", help="Encoding of the files; detected when not given.")
@click.option(
    "--glossary",
    "glossaries",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Glossary whose terms speak for a bead; may be repeated.",
)
@click.option("--below", type=click.FloatRange(0, 1), metavar="X", help="List only beads less sure than X.")
@click.option("--json", "as_json", is_flag=True, help="Print data instead of a table.")
def align(
    files: tuple[Path, ...],
    source_lang: str | None,
    target_lang: str | None,
    unit: str,
    encoding: str | None,
    glossaries: tuple[Path, ...],
    below: float | None,
    as_json: bool,
) -> None:
    """Find which paragraphs or sentences of two files translate each other."""
    glossary = _glossary(glossaries)
    if len(files) == 1 and str(files[0]) == "-":
        _filter(glossary, source_lang, target_lang)
        return
    if len(files) != 2:
        raise UsageError(_("align takes a source and its translation, or - alone"))
    from transreview.alignment import align as align_units

    source, from_language = _side(files[0], source_lang, unit, encoding)
    target, to_language = _side(files[1], target_lang, unit, encoding)
    beads = align_units(source.units, target.units, from_language, to_language, glossary=glossary)
    shown = [(n, b) for n, b in enumerate(beads, 1) if below is None or b.confidence < below]
    if as_json:
        click.echo(dumps(_data(shown, source, target, from_language, to_language)))
        return
    _print_table(beads, shown, source, target, below)


def _print_table(
    beads: Sequence[Bead],
    shown: Sequence[tuple[int, Bead]],
    source: Document,
    target: Document,
    below: float | None,
) -> None:
    from transreview.reports.terminal_alignment import alignment_summary, alignment_table

    width = shutil.get_terminal_size((120, 24)).columns
    if shown:
        click.echo(alignment_table(shown, source.units, target.units, width))
    click.echo(alignment_summary(beads, DOUBTFUL if below is None else below))


def _glossary(paths: Sequence[Path]) -> Glossary | None:
    if not paths:
        return None
    from transreview.formats.glossary_csv import joined, read_glossary

    return joined(read_glossary(path) for path in paths)


def _side(path: Path, language: str | None, unit: str, encoding: str | None) -> tuple[Document, str]:
    """Read one file, cut as asked, with the language it is in."""
    from transreview.formats.registry import read_document
    from transreview.languages import identify
    from transreview.languages import language as language_of
    from transreview.model.unit import Granularity

    document = read_document(path, encoding=encoding)
    code = language or identify(document.text).code
    if code == "und":
        raise InputError(
            _("the language cannot be told from its text"),
            path=path,
            remedy=_("Name it with --source-lang or --target-lang"),
        )
    return document.at(Granularity(unit), language_of(code).sentences), code


def _data(
    shown: Sequence[tuple[int, Bead]], source: Document, target: Document, source_lang: str, target_lang: str
) -> dict[str, Any]:
    """Return the alignment with its texts as plain data."""
    return {
        "source_lang": source_lang,
        "target_lang": target_lang,
        "beads": [
            {
                "number": number,
                "type": bead.type,
                "source": list(bead.source),
                "target": list(bead.target),
                "confidence": bead.confidence,
                "crossed": bead.crossed,
                "source_text": [source.units[i].text for i in bead.source],
                "target_text": [target.units[j].text for j in bead.target],
            }
            for number, bead in shown
        ],
    }


def _filter(glossary: Glossary | None, source_lang: str | None, target_lang: str | None) -> None:
    """Align every document of standard input and print one line for each."""
    from transreview.alignment import align as align_units
    from transreview.model.unit import Unit

    for number, record in _records(io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8")):
        source, target = _texts(record, "source", number), _texts(record, "target", number)
        from_language = record.get("source_lang") or source_lang or _guess(source, "source_lang", number)
        to_language = record.get("target_lang") or target_lang or _guess(target, "target_lang", number)
        beads = align_units(
            [Unit(text, paragraph=i) for i, text in enumerate(source)],
            [Unit(text, paragraph=i) for i, text in enumerate(target)],
            from_language,
            to_language,
            glossary=glossary,
        )
        result = {
            "id": record.get("id", number),
            "alignment": [[list(bead.source), list(bead.target)] for bead in beads],
            "confidence": [bead.confidence for bead in beads],
        }
        click.echo(dumps(result))


_FORM = "Each line holds one object; see `transreview align --help`"


def _records(stream: TextIO) -> Iterator[tuple[int, dict[str, Any]]]:
    number = 0
    try:
        for number, line in enumerate(stream, 1):
            if line.strip():
                record = loads(line)
                if not isinstance(record, dict):
                    raise InputError(
                        _("not a JSON object"), path=_("standard input"), line=number, remedy=_(_FORM)
                    )
                yield number, record
    except UnicodeDecodeError as error:
        raise InputError(
            _("not UTF-8"),
            path=_("standard input"),
            line=number + 1,
            byte=error.start,
            remedy=_("Convert it to UTF-8"),
        ) from error
    except ValueError as error:
        raise InputError(
            _("not JSON: {reason}").format(reason=error),
            path=_("standard input"),
            line=number,
            remedy=_(_FORM),
        ) from error


def _texts(record: dict[str, Any], name: str, number: int) -> list[str]:
    texts = record.get(name)
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise InputError(
            _("{name} is not a list of texts").format(name=name),
            path=_("standard input"),
            line=number,
            remedy=_(_FORM),
        )
    return texts


def _guess(texts: list[str], name: str, number: int) -> str:
    from transreview.languages import identify

    code = identify("\n".join(texts)).code
    if code == "und" and any(texts):
        raise InputError(
            _("the language cannot be told from the text"),
            path=_("standard input"),
            line=number,
            remedy=_("Give {name}, or --{option}").format(name=name, option=name.replace("_", "-")),
        )
    return code
