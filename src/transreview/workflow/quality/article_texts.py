"""The texts of one article as the checks see them, kept true while segments change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from transreview.checks.segment_text import CatalogMessage, SegmentText
from transreview.formats.outer_blanks import outer_blanks, with_outer_blanks
from transreview.formats.plural_rule import PluralRule
from transreview.model.article import Article
from transreview.model.segment import Lock, Segment
from transreview.workflow.quality.catalog_facts import kept_facts
from transreview.workflow.quality.plural_keys import kept_forms
from transreview.workflow.quality.segment_texts import comparable_marks, descriptions_alone, text_of
from transreview.workflow.quality.unit_texts import form_texts, why_aside

if TYPE_CHECKING:
    from transreview.project import Project
    from transreview.project.segment_marks import SegmentMarks


@dataclass(frozen=True, slots=True)
class UnitText:
    """What the bilingual file of a segment adds to its texts.

    Attributes:
        source: The source that its translation is held against.
        message: What its catalog says of it; None where it is of no catalog.
        aside: Why it is nobody's finished text ("untranslated", "fuzzy", "locked"); "" where it is.
        first: Whether it is the first of its unit's forms.
    """

    source: str
    message: CatalogMessage | None
    aside: str
    first: bool


class ArticleTexts:
    """Knows what files say of an article's segments beside their texts.

    Args:
        article: The article.
        fuzzy: Whether guesses that nobody has looked at count as finished texts.
    """

    def __init__(self, article: Article, *, fuzzy: bool = True) -> None:
        self._article = article
        self._fuzzy = fuzzy
        self._marks: dict[int, SegmentMarks] = {}
        self._only_here: set[int] = set()
        self._of_few: frozenset[int] = frozenset()
        self._units: dict[int, UnitText] = {}
        self._rule: PluralRule | None = None

    def load(self, project: Project) -> None:
        """Read all that is known of the article."""
        article = self._article
        self._marks = dict(comparable_marks(project, article))
        self._read_places(project)
        facts = kept_facts(project, article)
        self._rule = None if facts is None else facts.rule
        self._units = {}
        self._read_units(project, None)

    def _read_places(self, project: Project) -> None:
        """Read which segments only one of the files has a text for, and which are forms for a few numbers."""
        article = self._article
        forms = kept_forms(project, article, project.segments.each(article.id))
        alone = descriptions_alone(article, project.segments.each(article.id))
        self._only_here, self._of_few = alone | forms.alone, forms.of_few

    def _read_units(self, project: Project, ids: Iterable[int] | None) -> set[int]:
        """Read the units that some segments stand for, and return all segments of these units."""
        found = set[int]()
        for segment_ids, unit, touched in project.pairs.units(self._article.id, ids):
            aside = why_aside(unit, fuzzy=self._fuzzy, locked=False, touched=touched)
            forms = list(form_texts(unit, self._rule))
            for number, (segment_id, form) in enumerate(zip(segment_ids, forms, strict=False)):
                self._units[segment_id] = UnitText(form.source, form.message, aside, not number)
            found.update(segment_ids)
        return found

    def refresh(self, project: Project, ids: Sequence[int], *, moved: bool) -> set[int]:
        """Read again what is known of segments that have changed.

        Args:
            project: The project.
            ids: The segments.
            moved: Whether there are others now, or in another order.

        Returns:
            Other segments that are seen otherwise now: further plural forms of the same units.
        """
        self._marks = {key: one for key, one in self._marks.items() if key not in {*ids}}
        self._marks |= comparable_marks(project, self._article, ids)
        if moved:
            self._read_places(project)
        if not self._units and not moved:
            return set()
        facts = kept_facts(project, self._article)
        rule = None if facts is None else facts.rule
        if moved or rule != self._rule:
            self._rule, self._units = rule, {}
            return self._read_units(project, None) - {*ids}
        return self._read_units(project, ids) - {*ids}

    def text(self, segment: Segment, target: str | None = None) -> SegmentText:
        """Return a segment as the checks see it.

        Args:
            segment: The segment.
            target: A translation to look at instead of its own.
        """
        unit = self._units.get(segment.id)
        only_here = segment.id in self._only_here
        if unit is None:
            marks = self._marks.get(segment.id)
            plain = text_of(segment, target, marks, only_here=only_here)
            return replace(plain, of_few=True) if segment.id in self._of_few else plain
        own = target is None or target == segment.target
        if own and unit.aside and segment.lock is not Lock.FILE:
            target = ""  # it waits for its text
        message = unit.message
        text = segment.target if target is None else target
        if message is not None and text and text != segment.machine:
            # A project keeps no blanks around a text, but its file has them. Those before it would move all
            # places in it.
            whole = with_outer_blanks(text, segment.machine, message.msgid or segment.source, catalog=True)
            target = text + outer_blanks(whole)[1] if text == text.rstrip() else text
            message = replace(message, opened=whole.startswith("\n") and not text.startswith("\n"))
        return text_of(
            segment,
            target,
            self._marks.get(segment.id),
            only_here=only_here,
            source=unit.source,
            message=message,
        )

    def aside(self, segment: Segment) -> str:
        """Return why a segment is nobody's finished text ("untranslated", "fuzzy", "locked"), or ""."""
        unit = self._units.get(segment.id)
        if unit is None:
            return ""
        return "locked" if segment.lock is Lock.FILE else unit.aside

    def is_told(self, segment: Segment) -> bool:
        """Whether a segment that is left aside is told of: a unit is told once, whatever its plural forms."""
        unit = self._units.get(segment.id)
        return unit is None or unit.first

    def waits(self, text: SegmentText) -> bool:
        """Whether a text is the empty one of a unit that waits for its translation."""
        unit = self._units.get(text.id)
        return unit is not None and bool(unit.aside) and not text.target.strip()
