"""The header of a gettext catalog as the checks see it: a text of its own, that no other check looks at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from transreview.checks.context import CheckContext
from transreview.checks.engine import check_segment
from transreview.checks.segment_text import CatalogMessage, SegmentText
from transreview.checks.settings import CheckSettings
from transreview.model.pair import Pair
from transreview.workflow.quality.catalog_facts import CatalogFacts
from transreview.workflow.quality.check_results import CheckedText

_FIELDS, _RULE, _REPEATED = "catalog.header", "catalog.plural-rule", "catalog.repeated"
_NO_RULE = "nplurals=INTEGER"  # how xgettext leaves it


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedCatalog:
    """A catalog whose header is checked.

    Attributes:
        facts: What it says of itself.
        path: The file, as messages name it.
        document: What its texts are part of.
        languages: Languages of its sources and translations.
        forms: The highest number of plural forms that a translated message of it has, 0 where none has any.
    """

    facts: CatalogFacts
    path: str
    document: str
    languages: tuple[str, str]
    forms: int


def most_forms(pairs: Iterable[Pair]) -> int:
    """Return the highest number of plural forms of translated messages, 0 where none has any."""
    return max(
        (len(pair.forms) for pair in pairs if pair.is_plural and any(form.strip() for form in pair.forms)),
        default=0,
    )


def check_header(catalog: CheckedCatalog, settings: CheckSettings) -> Iterator[CheckedText]:
    """Yield the header of a catalog with its findings, and messages that are there twice.

    Args:
        catalog: The catalog.
        settings: Which checks run and how.
    """
    # What stands in a template is there to be replaced; a catalog without a header is warned of already.
    facts = catalog.facts
    unfilled = {_FIELDS} if facts.template else set()
    if facts.template and _NO_RULE in facts.header.get("Plural-Forms", ""):
        unfilled.add(_RULE)
    asked = {name for name in (_FIELDS, _RULE) if settings.runs(name) and name not in unfilled}
    if facts.repeated and settings.runs(_REPEATED):
        yield from _repeated_messages(catalog, settings)
    if not facts.header_line:
        asked.discard(_FIELDS)  # that there is none is warned of already
    if not asked or not facts.known:
        return
    header = "".join(f"{name}: {value}\n" for name, value in facts.header.items())
    told = CatalogMessage(forms=catalog.forms, header=True)
    text = SegmentText("", "\ufeff" * facts.marked + header, message=told)
    findings = check_segment(text, _context(catalog, settings, asked))
    if findings:
        yield CheckedText(
            path=catalog.path,
            line=1 if facts.marked else max(facts.header_line, 1),
            document=catalog.document,
            id="header",
            source="",
            target=header,
            findings=tuple(findings),
            counted=False,
        )


def _repeated_messages(catalog: CheckedCatalog, settings: CheckSettings) -> Iterator[CheckedText]:
    """Yield the messages that are there a second time."""
    context = _context(catalog, settings, {_REPEATED})
    for pair in catalog.facts.repeated:
        text = SegmentText(pair.source, pair.target, message=CatalogMessage(repeated=True))
        yield CheckedText(
            path=catalog.path,
            line=pair.line,
            document=catalog.document,
            id=pair.context,
            source=pair.source,
            target=pair.target,
            findings=tuple(check_segment(text, context)),
            counted=False,
        )


def _context(catalog: CheckedCatalog, settings: CheckSettings, asked: set[str]) -> CheckContext:
    return CheckContext(*catalog.languages, settings=replace(settings, select=frozenset(asked)))
