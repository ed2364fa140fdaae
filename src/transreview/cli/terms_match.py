"""`transreview terms match`: terms in texts, as a filter over JSON Lines."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from transreview.cli import options
from transreview.errors import InputError, UsageError
from transreview.formats.json_reading import loads
from transreview.i18n import _
from transreview.model.glossary import TermMatch
from transreview.reports.json_text import dumps

if TYPE_CHECKING:
    from transreview.terminology import SegmentTerms

EPILOG = """\b
Examples:
  echo "ოპტიკურმა ასოციაციამ" | transreview terms match --glossary g.csv --lang ka
  transreview terms match --glossary g.csv < pairs.jsonl
  transreview terms match --glossary g.csv --apply < pairs.jsonl > mended.jsonl
\b
A line that is a JSON object with "source" and "target" comes out with "terms": what the source
asks for, how the target renders it, what is wrong and what should stand there. A line with "text",
or any other line together with --lang, comes out with the terms that it has. The spans of "terms"
are those of the texts as they came in.
"""


@click.command(epilog=EPILOG)
@options.glossaries
@options.source_lang
@options.target_lang
@click.option("--lang", metavar="CODE", help="Language of plain lines and of objects with “text”.")
@click.option("--apply", "mend", is_flag=True, help="Put what is certain into each “target”.")
def match(
    glossaries: tuple[Path, ...],
    source_lang: str | None,
    target_lang: str | None,
    lang: str | None,
    mend: bool,
) -> None:
    """Find terms in the lines of standard input and print one JSON object for each line."""
    from transreview.formats.glossary_csv import joined
    from transreview.formats.glossary_registry import read_any
    from transreview.terminology import SegmentTerms, TermIndex
    from transreview.workflow.terms.application import mended_text

    if not glossaries:
        raise UsageError(_("no glossary is named"), remedy=_("Add --glossary FILE."))
    glossary = joined(map(read_any, glossaries))
    pairs: dict[tuple[str, str], SegmentTerms] = {}
    indexes: dict[str, TermIndex] = {}
    for number, record in _records(plain=lang is not None):
        if "text" in record:
            code = str(record.get("lang") or lang or "")
            if not code:
                raise InputError(
                    _("the language of this text is not known"),
                    path=_("standard input"),
                    line=number,
                    remedy=_("Give it with --lang."),
                )
            index = indexes.setdefault(code, TermIndex(glossary, code))
            text = str(record["text"])
            found = [_match(one, text) for one in index.find(text)]
        else:
            key = (
                str(record.get("source_lang") or source_lang or "zh"),
                str(record.get("target_lang") or target_lang or "ka"),
            )
            if key not in pairs:
                pairs[key] = SegmentTerms(glossary, *key)
            source, target = _text(record, "source", number), _text(record, "target", number)
            found = _uses(pairs[key], source, target)
            if mend:
                record["target"] = mended_text(source, target, pairs[key])
        click.echo(dumps({**record, "terms": found}))


def _records(*, plain: bool) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the objects of standard input with their lines; plain lines as objects with a text."""
    offset = 0
    for number, raw in enumerate(sys.stdin.buffer, start=1):
        try:
            line = raw.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise InputError(
                _("this is not UTF-8"), path=_("standard input"), line=number, byte=offset + error.start
            ) from error
        offset += len(raw)
        if not line.strip():
            continue
        if plain and not line.lstrip().startswith("{"):
            yield number, {"text": line.rstrip("\r\n")}
            continue
        try:
            record = loads(line)
        except ValueError as error:
            raise InputError(
                _("this line is not JSON"),
                path=_("standard input"),
                line=number,
                remedy=_("Name the language with --lang if the lines are plain text."),
            ) from error
        if not isinstance(record, dict):
            raise InputError(_("this line is no JSON object"), path=_("standard input"), line=number)
        yield number, record


def _text(record: dict[str, Any], name: str, number: int) -> str:
    text = record.get(name)
    if not isinstance(text, str):
        raise InputError(
            _("this object has no text “{name}”").format(name=name),
            path=_("standard input"),
            line=number,
            remedy=_("It needs “source” and “target”, or “text”."),
        )
    return text


def _uses(terms: SegmentTerms, source: str, target: str) -> list[dict[str, Any]]:
    return [
        {
            "concept": use.concept.id,
            "source": [_match(found, source) for found in use.source],
            "rendered": [_match(found, target) for found in use.rendered],
            "forbidden": [
                {
                    **_match(wrong.match, target),
                    "expected": [] if wrong.expected is None else list(wrong.expected.candidates),
                }
                for wrong in use.forbidden
            ],
            "missing": use.missing,
            "expected": list(use.expected),
        }
        for use in terms.uses(source, target)
    ]


def _match(found: TermMatch, text: str) -> dict[str, Any]:
    return {
        "concept": found.concept_id,
        "term": found.term.text,
        "kind": found.term.kind.value,
        "start": found.start,
        "end": found.end,
        "found": text[found.start : found.end],
        "reading": found.reading,
        "confidence": round(found.confidence, 3),
    }
