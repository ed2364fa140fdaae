"""The header of a gettext catalog as the checks see it: a text of its own, that no other check looks at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from transreview.checks.context import CheckContext
from transreview.checks.engine import check_segment
from transreview.checks.segment_text import CatalogMessage, SegmentText
from transreview.checks.settings import CheckSettings
from transreview.model.pair import PairFile
from transreview.workflow.intake.text_pairs import TextPair
from transreview.workflow.quality.check_results import CheckedText

_FIELDS, _RULE, _REPEATED = "catalog.header", "catalog.plural-rule", "catalog.repeated"
_NO_RULE = "nplurals=INTEGER"  # how xgettext leaves it


def check_header(file: PairFile, first: TextPair, settings: CheckSettings) -> Iterator[CheckedText]:
    """Yield the header of a catalog with its findings, and messages that are there twice.

    Args:
        file: The catalog.
        first: Its first message, with the languages of all.
        settings: Which checks run and how.
    """
    # What stands in a template is there to be replaced; a catalog without a header is warned of already.
    template = Path(first.path).suffix.lower() == ".pot"
    unfilled = {_FIELDS} if template else set()
    if template and _NO_RULE in file.header.get("Plural-Forms", ""):
        unfilled.add(_RULE)
    asked = {name for name in (_FIELDS, _RULE) if settings.runs(name) and name not in unfilled}
    if file.repeated and settings.runs(_REPEATED):
        yield from _repeated_messages(file, first, settings)
    if not file.header_line:
        asked.discard(_FIELDS)  # that there is none is warned of already
    if not asked:
        return
    context = _context(first, settings, asked)
    header = "".join(f"{name}: {value}\n" for name, value in file.header.items())
    plural = max((len(pair.forms) for pair in file.pairs if pair.is_plural and any(pair.forms)), default=0)
    findings = check_segment(
        SegmentText("", "\ufeff" * file.marked + header, message=CatalogMessage(forms=plural, header=True)),
        context,
    )
    if findings:
        yield CheckedText(
            path=first.path,
            line=1 if file.marked else max(file.header_line, 1),
            document=first.document,
            id="header",
            source="",
            target=header,
            findings=tuple(findings),
            counted=False,
        )


def _repeated_messages(file: PairFile, first: TextPair, settings: CheckSettings) -> Iterator[CheckedText]:
    """Yield the messages that are there a second time."""
    context = _context(first, settings, {_REPEATED})
    for pair in file.repeated:
        text = SegmentText(pair.source, pair.target, message=CatalogMessage(repeated=True))
        yield CheckedText(
            path=first.path,
            line=pair.line,
            document=first.document,
            id=pair.context,
            source=pair.source,
            target=pair.target,
            findings=tuple(check_segment(text, context)),
            counted=False,
        )


def _context(first: TextPair, settings: CheckSettings, asked: set[str]) -> CheckContext:
    return CheckContext(
        first.source_language, first.target_language, settings=replace(settings, select=frozenset(asked))
    )
