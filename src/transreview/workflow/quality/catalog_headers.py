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

_FIELDS, _RULE = "catalog.header", "catalog.plural-rule"
_NO_RULE = "nplurals=INTEGER"  # how xgettext leaves it


def check_header(file: PairFile, first: TextPair, settings: CheckSettings) -> Iterator[CheckedText]:
    """Yield the header of a catalog with its findings; nothing where it has none.

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
    if not asked or not file.header_line:
        return
    context = CheckContext(
        first.source_language, first.target_language, settings=replace(settings, select=frozenset(asked))
    )
    header = "".join(f"{name}: {value}\n" for name, value in file.header.items())
    plural = max((len(pair.forms) for pair in file.pairs if pair.is_plural and any(pair.forms)), default=0)
    findings = check_segment(
        SegmentText("", header, message=CatalogMessage(forms=plural, header=True)), context
    )
    if findings:
        yield CheckedText(
            path=first.path,
            line=file.header_line,
            document=first.document,
            id="header",
            source="",
            target=header,
            findings=tuple(findings),
            counted=False,
        )
