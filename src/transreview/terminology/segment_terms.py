"""The glossary on both sides of a segment: what the source asks for, and what the translation has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from transreview.languages.registry import language as language_of
from transreview.model.glossary import Concept, ConceptStatus, Glossary, Term, TermKind, TermMatch
from transreview.terminology.index import TermIndex, base_language
from transreview.terminology.overlaps import inside
from transreview.terminology.replacement import Replacement, replacement, without_repetition
from transreview.terminology.weight import Weight, rivals, weight_of


@dataclass(frozen=True, slots=True)
class ForbiddenUse:
    """A forbidden rendering in a translation, and what should stand there.

    Attributes:
        match: Where it stands.
        found: Its form in the text.
        expected: The preferred term in the same form; None when the concept has no preferred term.
    """

    match: TermMatch
    found: str
    expected: Replacement | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptUse:
    """One concept that the source has, and how the translation renders it.

    Attributes:
        concept: The concept.
        source: Where the source has it.
        rendered: Preferred and admitted terms in the translation.
        forbidden: Forbidden ones.
        expected: Preferred terms (dictionary form), also those of concepts that share the source
            term: any of them would do.
        admitted: Admitted terms (dictionary form) likewise.
        missing: The translation has neither an allowed nor a forbidden term of it.
        rivals: Where an everyday word is missing: terms of a concept that excludes it and that the
            source has not.
    """

    concept: Concept
    source: tuple[TermMatch, ...]
    rendered: tuple[TermMatch, ...]
    forbidden: tuple[ForbiddenUse, ...]
    expected: tuple[str, ...]
    admitted: tuple[str, ...]
    missing: bool
    rivals: tuple[TermMatch, ...] = ()


class SegmentTerms:
    """Compares source and translation by a glossary.

    A forbidden rendering belongs to its concept: it counts only where the source has that concept.
    Concepts that are deprecated, or have no term in the target language, ask for nothing.

    Args:
        glossary: The concepts.
        source_language: BCP 47 tag.
        target_language: BCP 47 tag.
    """

    def __init__(self, glossary: Glossary, source_language: str, target_language: str) -> None:
        self._target_language = base_language(target_language)
        live = [c for c in glossary.concepts if c.status is not ConceptStatus.DEPRECATED and self._terms(c)]
        self._concepts = {concept.id: concept for concept in live}
        self.source_index = TermIndex(live, source_language)
        self.target_index = TermIndex(live, target_language)
        self._concepts_within: dict[str, frozenset[str]] = {}

    def uses(self, source: str, target: str) -> list[ConceptUse]:
        """Return the concepts of a source text with their renderings, in the order of the source.

        Args:
            source: Source text of one segment.
            target: Its translation.
        """
        asked = [
            match for match in self.source_index.find(source) if match.term.kind is not TermKind.FORBIDDEN
        ]
        if not asked:
            return []
        named = self.source_index.find_all(source)
        all_found = self.target_index.find_all(target)
        named = [*named, *self._implied(named, asked, all_found)]
        present = {match.concept_id for match in named}
        found = [match for match in all_found if match.concept_id in present]
        found += self._derived_from_wrong_places(present, target)
        allowed = [match for match in found if match.term.kind is not TermKind.FORBIDDEN]
        wrong_ones = [match for match in found if match.term.kind is TermKind.FORBIDDEN]
        parts = _parts(named, asked, allowed, wrong_ones, target) if wrong_ones else []
        forbidden = [match for match in _owned(wrong_ones, asked + parts) if not _excused(match, allowed)]
        uses = []
        for concept_id in dict.fromkeys(match.concept_id for match in asked):
            wrong = [m for m in forbidden if m.concept_id == concept_id]
            right = [
                m for m in allowed if m.concept_id == concept_id and not any(inside(m, w) for w in wrong)
            ]
            uses.append(self._use(concept_id, asked, right, wrong, target))
        if len(all_found) > len(found):
            uses = [
                self._with_rivals(use, all_found, found)
                if use.missing and weight_of(use.concept) is Weight.GENERAL
                else use
                for use in uses
            ]
        return _with_wrong_parts(_with_alternatives(uses), self._wrong_parts(parts, forbidden, target))

    def _implied(
        self, named: Sequence[TermMatch], asked: Sequence[TermMatch], found: Sequence[TermMatch]
    ) -> list[TermMatch]:
        """Return concepts that only the renderings of the source's terms name, where they are forbidden.

        市委 has no 党 in it, and is a committee of the Party (პარტიის საქალაქო კომიტეტი) all the same.
        """
        present = {match.concept_id for match in named}
        wrong = {m.concept_id for m in found if m.term.kind is TermKind.FORBIDDEN} - present
        return [
            TermMatch(concept_id=concept_id, term=whole.term, start=whole.start, end=whole.end)
            for whole in (asked if wrong else ())
            for concept_id in sorted(wrong & self._concepts_in(whole.concept_id))
        ]

    def _concepts_in(self, concept_id: str) -> frozenset[str]:
        """Return the concepts whose terms are a part of a concept's own."""
        if concept_id not in self._concepts_within:
            self._concepts_within[concept_id] = frozenset(
                match.concept_id
                for term in self._terms(self._concepts[concept_id])
                if term.kind is not TermKind.FORBIDDEN
                for match in self.target_index.find_all(term.text)
                if match.term.kind is not TermKind.FORBIDDEN and match.end - match.start < len(term.text)
            )
        return self._concepts_within[concept_id]

    def _with_rivals(
        self, use: ConceptUse, all_found: Sequence[TermMatch], found: Sequence[TermMatch]
    ) -> ConceptUse:
        """Add the terms that stand in the place of a missing one; none that is a part of what is right."""
        present = {match.concept_id for match in found}
        others = [
            (self._concepts[match.concept_id], match)
            for match in all_found
            if match.concept_id not in present and not any(_overlap(match, own) for own in found)
        ]
        asked = [match.term for match in use.source]
        return replace(use, rivals=tuple(rivals(use.concept, others, asked)))

    def _wrong_parts(
        self, parts: Sequence[TermMatch], forbidden: Sequence[TermMatch], target: str
    ) -> list[ConceptUse]:
        """Return the concepts of parts of longer source terms that are rendered as the glossary forbids."""
        wrong = [match for match in forbidden if any(match.concept_id == part.concept_id for part in parts)]
        return [
            self._use(concept_id, parts, (), [m for m in wrong if m.concept_id == concept_id], target)
            for concept_id in dict.fromkeys(match.concept_id for match in wrong)
        ]

    def _derived_from_wrong_places(self, present: Iterable[str], target: str) -> Iterator[TermMatch]:
        """Yield the words derived from a place's forbidden name: they carry the fault on (ბეიჯინგელი)."""
        derivatives = language_of(self._target_language).derivatives
        if derivatives is None:
            return
        for concept_id in present:
            for term in self._terms(self._concepts[concept_id]):
                if term.kind is TermKind.FORBIDDEN and "place" in term.grammar:
                    for start, end in derivatives(term.text, target):
                        yield TermMatch(concept_id=concept_id, term=term, start=start, end=end)

    def preferred(self, concept: Concept) -> Term | None:
        """Return the first preferred term of a concept in the target language, None without one."""
        return next((t for t in self._terms(concept) if t.kind is TermKind.PREFERRED), None)

    def _use(
        self,
        concept_id: str,
        asked: Iterable[TermMatch],
        rendered: Sequence[TermMatch],
        wrong: Iterable[TermMatch],
        target: str,
    ) -> ConceptUse:
        concept = self._concepts[concept_id]
        preferred = [term for term in self._terms(concept) if term.kind is TermKind.PREFERRED]
        forbidden = tuple(_forbidden_use(match, target, preferred) for match in wrong)
        return ConceptUse(
            concept=concept,
            source=tuple(match for match in asked if match.concept_id == concept_id),
            rendered=tuple(rendered),
            forbidden=forbidden,
            expected=tuple(term.text for term in preferred),
            admitted=tuple(t.text for t in self._terms(concept) if t.kind is TermKind.ADMITTED),
            missing=bool(preferred) and not rendered and not forbidden,
        )

    def _terms(self, concept: Concept) -> list[Term]:
        wanted = self._target_language
        return [term for term in concept.terms if base_language(term.language) == wanted]


def _parts(
    named: Iterable[TermMatch],
    asked: Sequence[TermMatch],
    allowed: Sequence[TermMatch],
    wrong: Sequence[TermMatch],
    target: str,
) -> list[TermMatch]:
    """Return the source terms inside longer ones for which a forbidden rendering may stand.

    The longer one asks for its own rendering (党史, history of the Party). Where that is missing, or has what
    is forbidden for a part (党, a social gathering) at its side, the part is as wrong as it is by itself.
    """
    rendered = {match.concept_id for match in allowed}
    by_themselves = {match.concept_id for match in asked}
    beside = [(bad, good) for bad in wrong for good in allowed if _adjoin(bad, good, target)]
    spoiled = {(bad.concept_id, good.concept_id) for bad, good in beside}
    # Of what only the rendering names, the wrong word is its attribute: what follows may be a feast indeed.
    misnamed = {(bad.concept_id, good.concept_id) for bad, good in beside if bad.start < good.start}
    return [
        match
        for match in named
        if match.concept_id not in by_themselves
        and match.term.kind is not TermKind.FORBIDDEN
        and any(
            whole.concept_id not in rendered
            or (match.concept_id, whole.concept_id) in (misnamed if _same_place(match, whole) else spoiled)
            for whole in asked
            if _within(match, whole)
        )
    ]


def _within(one: TermMatch, whole: TermMatch) -> bool:
    return inside(one, whole) or _same_place(one, whole)


def _overlap(one: TermMatch, other: TermMatch) -> bool:
    return one.start < other.end and other.start < one.end


def _adjoin(one: TermMatch, other: TermMatch, text: str) -> bool:
    """Whether two matches stand side by side, with nothing but a blank between them."""
    first, second = sorted((one, other), key=lambda match: match.start)
    return first.end <= second.start and not text[first.end : second.start].strip()


def _with_wrong_parts(uses: Sequence[ConceptUse], parts: Sequence[ConceptUse]) -> list[ConceptUse]:
    """Add parts that are rendered wrongly; the whole that one spoils is not told to be missing too."""
    spoiled = [match for part in parts for match in part.source]
    kept = [
        use
        for use in uses
        if not (use.missing and any(_within(part, whole) for part in spoiled for whole in use.source))
    ]
    return sorted([*kept, *parts], key=lambda use: use.source[0].start)


def _owned(forbidden: Sequence[TermMatch], asked: Sequence[TermMatch]) -> list[TermMatch]:
    """Return forbidden matches that no longer one holds, each place once, in the order of the text.

    Where several concepts forbid one form, the one with the longest term in the source has it.
    """
    weight: dict[str, int] = {}
    for match in asked:
        weight[match.concept_id] = max(weight.get(match.concept_id, 0), match.end - match.start)
    own = [match for match in forbidden if match.concept_id in weight]
    outer = [match for match in own if not any(inside(match, other) for other in own)]
    by_place = {(m.start, m.end): m for m in sorted(outer, key=lambda m: weight[m.concept_id])}
    return [by_place[place] for place in sorted(by_place)]


def _excused(forbidden: TermMatch, allowed: Iterable[TermMatch]) -> bool:
    """Whether a forbidden form is a part of an allowed term, or the right term of another concept."""
    return any(inside(forbidden, match) or _same_place(forbidden, match) for match in allowed)


def _same_place(one: TermMatch, other: TermMatch) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _forbidden_use(match: TermMatch, target: str, preferred: Sequence[Term]) -> ForbiddenUse:
    found = target[match.start : match.end]
    following = target[match.end :].split(maxsplit=1)[:1]
    right = preferred[0] if preferred else None
    expected = replacement(found, match.term, right, following="".join(following)) if right else None
    if expected is not None and right is not None:
        expected = without_repetition(expected, target[: match.start], right.language)
    return ForbiddenUse(match, found, expected)


def _with_alternatives(uses: Sequence[ConceptUse]) -> list[ConceptUse]:
    """Join what concepts that share a source term ask for: one rendering satisfies them all."""
    by_place = groupby(uses, key=lambda use: [(match.start, match.end) for match in use.source])
    joined = []
    for _places, group in by_place:
        sharing = list(group)
        used = [use for use in sharing if not use.missing]
        if len(sharing) == 1 or used:
            joined += used or sharing
            continue
        expected = tuple(dict.fromkeys(text for use in sharing for text in use.expected))
        first = sharing[0]
        joined.append(
            ConceptUse(
                concept=first.concept,
                source=first.source,
                rendered=(),
                forbidden=(),
                expected=expected,
                admitted=tuple(dict.fromkeys(text for use in sharing for text in use.admitted)),
                missing=bool(expected),
                rivals=tuple(match for use in sharing for match in use.rivals),
            )
        )
    return joined
