"""Which segment, and whose translation of it, a row of MQM data is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from transreview.errors import InputError
from transreview.i18n import _
from transreview.languages import language
from transreview.model.article import Article
from transreview.model.finding import Side
from transreview.model.rating import Rating
from transreview.model.segment import Segment
from transreview.workflow.quality.engines import EngineText, other_texts, own_text, source_keys

if TYPE_CHECKING:
    from transreview.project import Project


@dataclass(frozen=True, slots=True)
class Place:
    """What a row is about.

    Attributes:
        segment: The segment.
        engine: The engine whose translation was rated; empty for the segment's own text.
        translation: The text that was rated where it is not the segment's present one, as when the machine
            translation was rated and has been edited since.
        source: The source that was rated where it is a line of the segment's.
    """

    segment: Segment
    engine: str = ""
    translation: str | None = None
    source: str | None = None


class RatedSegments:
    """Finds what rows of MQM data are about.

    Args:
        project: An open project.
    """

    def __init__(self, project: Project) -> None:
        self._by_key: dict[tuple[str, str], list[Segment]] = defaultdict(list)
        self._by_source: dict[str, list[Segment]] = defaultdict(list)
        self._texts: dict[int, dict[str, str]] = defaultdict(dict)
        self._lines: dict[tuple[str, str, str], list[Place]] = defaultdict(list)
        self._given_lines: dict[str, dict[str, int]] = defaultdict(dict)
        self._given: dict[tuple[str, str, str], dict[str, Segment]] = defaultdict(dict)
        for article in project.articles.all():
            segments = project.segments.all(article.id)
            for number, segment in enumerate(segments, 1):
                self._by_key[article.slug, segment.key].append(segment)
                if segment.key != str(number):
                    self._by_key[article.slug, str(number)].append(segment)
                self._by_source[_flat(segment.source)].append(segment)
                self._texts[segment.id][article.engine] = segment.machine
            joiner = language(article.target_language).joiner or "\n"
            others = other_texts(project, article.id)
            self._add_lines(project, article, segments, others)
            for text in others:
                for segment, theirs in zip(segments, text.for_segments(segments, joiner), strict=True):
                    if theirs is not None:
                        self._texts[segment.id][text.engine] = theirs

    @property
    def engines(self) -> frozenset[str]:
        """The names of the project's engines."""
        return frozenset(engine for texts in self._texts.values() for engine in texts if engine)

    def _add_lines(
        self, project: Project, article: Article, segments: Sequence[Segment], others: Sequence[EngineText]
    ) -> None:
        """Note which line of each translation belongs to which line of the source, as they were given."""
        sources = [unit.text for unit in project.articles.units(article.id, "source")]
        keys = sorted(key for segment in segments for key in source_keys(segment))
        if len(keys) != len(sources):
            return
        holder = {key: segment for segment in segments for key in source_keys(segment)}
        for text in (own_text(project, article, segments), *others):
            if len(text.lines) != len(sources):
                continue
            engine = "" if text.engine == article.engine else text.engine
            for key, source, line in zip(keys, sources, text.lines, strict=True):
                place = Place(holder[key], engine, line, source)
                self._lines[text.engine, _flat(source), _flat(line)].append(place)
                self._lines["", _flat(source), _flat(line)].append(place)

    def place(self, rating: Rating, path: Path | None = None) -> Place:
        """Return what a row is about.

        Args:
            rating: The row.
            path: Its file, for messages.

        Raises:
            InputError: No segment has its texts.
        """
        named = self._by_key.get((rating.document, rating.document_segment), [])
        for segment in named:
            if (place := self._fitting(rating, segment)) is not None:
                return place
        if (place := self._by_texts(rating) or self._by_lines(rating)) is not None:
            return place
        where = f"{rating.document}/{rating.document_segment or rating.segment}"
        if named:
            raise InputError(
                _("{place}: the text of {system} that was rated is not a text of the project").format(
                    place=where, system=rating.system
                ),
                path=path,
                line=rating.line or None,
                remedy=_(
                    "Add that translation (transreview add … --engine NAME), take one system's rows alone"
                    " (--system NAME), or undo the edit that changed the text"
                ),
            )
        raise InputError(
            _("no segment for {place}, system {system}").format(place=where, system=rating.system),
            path=path,
            line=rating.line or None,
            remedy=_(
                "Name the article in doc and the segment's key in doc_id, give the same texts, or take one"
                " system's rows alone (--system NAME)"
            ),
        )

    def _by_texts(self, rating: Rating) -> Place | None:
        """Return the segment of the same texts; of several the rows' segments take one each in order."""
        fitting = [
            place
            for segment in self._by_source.get(_flat(rating.source), [])
            if (place := self._fitting(rating, segment)) is not None
        ]
        if not fitting:
            return None
        # One number in the data is one segment here, whichever system or rater the row is of.
        given = self._given[rating.document, _flat(rating.source), ""]
        segment = given.get(rating.segment)
        if segment is None:
            taken = {one.id for one in given.values()}
            segment = next((p.segment for p in fitting if p.segment.id not in taken), fitting[0].segment)
            given[rating.segment] = segment
        return next((place for place in fitting if place.segment.id == segment.id), fitting[0])

    def _by_lines(self, rating: Rating) -> Place | None:
        """Return the line of the texts as they were given, however they were aligned."""
        texts = (_flat(rating.source), _flat(rating.target))
        places = self._lines.get((rating.system, *texts)) or self._lines.get(("", *texts))
        if not places:
            return None
        # The same line may stand twice: each number of the data takes one, in their order.
        given = self._given_lines[texts[0]]
        number = given.setdefault(rating.segment, len(given))
        return places[min(number, len(places) - 1)]

    def _fitting(self, rating: Rating, segment: Segment) -> Place | None:
        """Return whose text of a segment was rated, None where it is none of the project's."""
        if rating.source and _flat(rating.source) != _flat(segment.source):
            return None
        rated = _flat(rating.target)
        own, *others = self._texts[segment.id].items()
        # Two engines may say the same: the row's own word for the system decides between them.
        for engine, text in sorted(others, key=lambda item: item[0] != rating.system):
            if _flat(text) == rated and (engine == rating.system or rated != _flat(own[1])):
                return Place(segment, engine, text)
        if _flat(segment.target) == rated:
            return Place(segment)
        if _flat(own[1]) == rated:
            return Place(segment, translation=own[1])
        # A rater of the source alone need not repeat the translation.
        return Place(segment) if not rating.target and rating.side is Side.SOURCE else None


def _flat(text: str) -> str:
    """Return the text as a cell has it: one character of blank for each tab or line break."""
    return text.replace("\t", " ").replace("\r", " ").replace("\n", " ")
