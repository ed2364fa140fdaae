"""`transreview terms match`: terms in texts, as a filter over JSON Lines."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from transreview.cli import options
from transreview.cli.corpora.options import CorpusOptions, corpus_options
from transreview.cli.term_matcher import TermMatcher
from transreview.errors import InputError, UsageError
from transreview.formats.json_reading import loads
from transreview.i18n import _
from transreview.reports.json_text import dumps

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
@click.option(
    "--lang",
    type=options.LANGUAGE,
    metavar="CODE",
    help="Language of plain lines and of objects with “text”.",
)
@click.option("--apply", "mend", is_flag=True, help="Put what is certain into each “target”.")
@click.option("--json", "_as_json", is_flag=True, hidden=True)  # it prints JSON anyway
@corpus_options
def match(
    files: tuple[Path, ...],
    glossaries: tuple[Path, ...],
    source_lang: str | None,
    target_lang: str | None,
    lang: str | None,
    mend: bool,
    _as_json: bool,
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
