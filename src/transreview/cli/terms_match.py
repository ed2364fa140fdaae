"""`transreview terms match`: terms in texts, as a filter over JSON Lines."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from transreview.cli import options
from transreview.cli.corpora.options import CorpusOptions, corpus_options
from transreview.errors import InputError, UsageError
from transreview.formats.json_reading import loads
from transreview.i18n import _
from transreview.model.glossary import TermMatch
from transreview.reports.json_text import dumps

if TYPE_CHECKING:
    from transreview.model.glossary import Glossary
    from transreview.terminology import SegmentTerms, TermIndex

EPILOG = """\b
Examples:
  echo "ოპტიკურმა ასოციაციამ" | transreview terms match --glossary g.csv --lang ka
  transreview terms match --glossary g.csv < pairs.jsonl
  transreview terms match --glossary g.csv --apply < pairs.jsonl > mended.jsonl
  transreview terms match archive/ --glossary g.csv --out matched/ --workers 0
\b
A line that is a JSON object with "source" and "target" comes out with "terms": what the source
asks for, how the target renders it, what is wrong and what should stand there. A line with "text",
or any other line together with --lang, comes out with the terms that it has. The spans of "terms"
are those of the texts as they came in.
"""


@click.command(epilog=EPILOG)
@click.argument("files", nargs=-1, metavar="[CORPUS…]", type=click.Path(path_type=Path))
@options.glossaries
@options.source_lang
@options.target_lang
@click.option("--lang", metavar="CODE", help="Language of plain lines and of objects with “text”.")
@click.option("--apply", "mend", is_flag=True, help="Put what is certain into each “target”.")
@corpus_options
def match(
    files: tuple[Path, ...],
    glossaries: tuple[Path, ...],
    source_lang: str | None,
    target_lang: str | None,
    lang: str | None,
    mend: bool,
    corpus: CorpusOptions,
) -> None:
    """Find terms in the lines of standard input, or of a corpus, and give one JSON object for each line."""
    from transreview.formats.glossary_csv import joined
    from transreview.formats.glossary_registry import read_any

    if not glossaries:
        raise UsageError(_("no glossary is named"), remedy=_("Add --glossary FILE."))
    glossary = joined(map(read_any, glossaries))
    if corpus.concerns(files):
        from transreview.cli.corpora.matching import MatchTask
        from transreview.cli.corpora.options import print_summary, run_task

        task = MatchTask(
            glossary=glossary,
            source_language=source_lang,
            target_language=target_lang,
            language=lang,
            mend=mend,
        )
        print_summary(run_task(task, files, corpus))
        return
    if files:
        raise UsageError(
            _("files are read as a corpus only"),
            path=files[0],
            remedy=_("Add --out FOLDER for the results, or give the lines on standard input"),
        )
    matcher = TermMatcher(glossary, source_lang, target_lang, lang, mend=mend)
    name = _("standard input")
    for number, record in _records(plain=lang is not None):
        click.echo(dumps(matcher.matched(record, place=(name, number))))


class TermMatcher:
    """Finds the terms of records.

    Args:
        glossary: The terms.
        source_lang: Tag of the sources that do not say; Chinese when None.
        target_lang: Tag of the translations that do not say; Georgian when None.
        lang: Tag of records with "text" that do not say.
        mend: Put what is certain into each "target".
    """

    def __init__(
        self,
        glossary: Glossary,
        source_lang: str | None,
        target_lang: str | None,
        lang: str | None,
        *,
        mend: bool = False,
    ) -> None:
        self._glossary = glossary
        self._languages = (source_lang or "zh", target_lang or "ka")
        self._lang = lang
        self._mend = mend
        self._pairs: dict[tuple[str, str], SegmentTerms] = {}
        self._indexes: dict[str, TermIndex] = {}

    def matched(self, record: dict[str, Any], *, place: tuple[str, int]) -> dict[str, Any]:
        """Return a record with its "terms".

        Args:
            record: With "source" and "target", or with "text".
            place: Its file and line, for messages.

        Raises:
            InputError: It has neither, or no language is known of it.
        """
        if "text" in record:
            return {**record, "terms": self._found(record, place)}
        terms = self._terms(record)
        source, target = _text(record, "source", place), _text(record, "target", place)
        found = _uses(terms, source, target)
        if self._mend:
            from transreview.workflow.terms.application import mended_text

            record = {**record, "target": mended_text(source, target, terms)}
        return {**record, "terms": found}

    def _found(self, record: dict[str, Any], place: tuple[str, int]) -> list[dict[str, Any]]:
        from transreview.terminology import TermIndex

        code = str(record.get("lang") or self._lang or "")
        if not code:
            raise InputError(
                _("the language of this text is not known"),
                path=place[0],
                line=place[1],
                remedy=_("Give it with --lang."),
            )
        if code not in self._indexes:
            self._indexes[code] = TermIndex(self._glossary, code)
        text = str(record["text"])
        return [_match(one, text) for one in self._indexes[code].find(text)]

    def _terms(self, record: dict[str, Any]) -> SegmentTerms:
        from transreview.terminology import SegmentTerms

        source, target = self._languages
        key = (str(record.get("source_lang") or source), str(record.get("target_lang") or target))
        if key not in self._pairs:
            self._pairs[key] = SegmentTerms(self._glossary, *key)
        return self._pairs[key]


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


def _text(record: dict[str, Any], name: str, place: tuple[str, int]) -> str:
    text = record.get(name)
    if not isinstance(text, str):
        raise InputError(
            _("this object has no text “{name}”").format(name=name),
            path=place[0],
            line=place[1],
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
