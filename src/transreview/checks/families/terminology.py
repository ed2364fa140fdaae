"""Checks by the glossary: terms missing, forbidden, or rendered now this way, now that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from transreview.checks.check import Hit, comparing_check, segment_check
from transreview.checks.comparison import Choices, Use
from transreview.checks.environment import Environment
from transreview.checks.features import Features
from transreview.i18n import _
from transreview.languages.chinese.transcription import READING
from transreview.lazy_patterns import lazy_pattern
from transreview.model.finding import Fix, Severity, Side
from transreview.model.glossary import ConceptStatus, TermMatch
from transreview.terminology.consistency import renderings
from transreview.terminology.segment_terms import ConceptUse
from transreview.terminology.weight import Weight, is_place, weight_of

MQM = "terminology/inconsistent-with-terminology-resource"


@segment_check(
    "term.missing",
    family="terminology",
    needs="term_uses",
    severity=Severity.WARNING,
    mqm=MQM,
    explanation="The source has a term of the glossary, and the translation has none of its renderings.",
    good=("眼镜行业", "სათვალეების ინდუსტრია"),
    bad=("眼镜行业", "ოფთალმოლოგიის დარგი"),
)
def missing_term(features: Features) -> Iterator[Hit]:
    """Report the source's term where the translation has no allowed or forbidden rendering of it."""
    if features.is_empty:
        return
    for use in features.term_uses:
        if not use.missing or _is_derived(features, (*use.expected, *use.admitted)):
            continue
        place = use.source[0]
        yield Hit(
            place.start,
            place.end,
            _("The translation lacks the glossary's term for this"),
            expected=" | ".join(use.expected),
            side=Side.SOURCE,
            severity=Severity.INFO if _may_be_missing(features, use) else None,
            confidence=place.confidence,
            concept_id=use.concept.id,
        )


def _may_be_missing(features: Features, use: ConceptUse) -> bool:
    """Whether a good translation may lack the name of a concept, or its maintainer has yet to decide on it.

    An everyday word may be said otherwise, unless another concept stands in its place; a specialised one may
    be named again by a part of its term, and another by any part.
    """
    if _is_proposed(use):
        return True
    weight = weight_of(use.concept)
    if weight is Weight.GENERAL:
        return not use.rivals
    target = features.context.target
    special = weight is Weight.SPECIALISED
    told = target.named_again if special else target.told_in_part
    if told is not None and any(told(term, features.target) for term in (*use.expected, *use.admitted)):
        return True
    return all(
        _is_understood(features.source, place) or (not special and _is_glued(features, place))
        for place in use.source
    )


def _is_understood(source: str, place: TermMatch) -> bool:
    """Whether a term speaks of what was named before (这次地震, "it"), stands in brackets, or in a name.

    It is no term as a part of a longer name (福特, Ford, in 马纳福特, Manafort), nor in one that a firm is
    registered by, where what looks like it may be parts of other words (视光学 in 明视光学有限公司).
    """
    if _is_pointed(source, place):
        return False
    if source.endswith(_NAMED_BEFORE, 0, place.start):
        return True
    if _OF_A_FIRM.match(source, place.end):
        return True
    if source[: place.start][-1:] in READING and all(
        char in READING for char in source[place.start : place.end]
    ):
        return True
    return any(
        source.rfind(opened, 0, place.start) > source.rfind(closed, 0, place.start)
        for opened, closed in _BRACKETS
    )


def _is_pointed(source: str, place: TermMatch) -> bool:
    """Whether a point joins a term to the next part of a foreign name."""
    return source[place.end : place.end + 1] in _POINTS or source[: place.start][-1:] in _POINTS


_OF_A_FIRM = lazy_pattern(r"[\u3400-\u9fff（）()]{0,8}?(?:有限(?:责任)?公司|股份公司|集团|集團|有限責任公司)")
_POINTS = frozenset("·•")
_BRACKETS = (("（", "）"), ("(", ")"))


def _is_glued(features: Features, place: TermMatch) -> bool:
    """Whether another term is glued to a term and is rendered: 特朗普总统, "the President"."""
    if _is_pointed(features.source, place):
        return False
    return any(
        other.start == place.end or other.end == place.start
        for use in features.term_uses
        if use.rendered
        for other in use.source
    )


# Before a term of a Chinese text: a pronoun may stand for it.
_NAMED_BEFORE = (
    "这",
    "這",
    "那",
    "该",
    "該",
    "此",
    "这次",
    "這次",
    "此次",
    "这个",
    "這個",
    "该次",
    "这场",
    "上述",
    "本",
    "本次",
    "本届",
)


def _is_derived(features: Features, terms: Sequence[str]) -> bool:
    """Whether a missing term is rendered by a word derived from it, another part of speech."""
    derived = features.context.target.derived
    return derived is not None and any(derived(term, features.target) for term in terms)


@segment_check(
    "term.forbidden",
    family="terminology",
    needs="term_uses",
    severity=Severity.ERROR,
    mqm=MQM,
    explanation="The translation uses a rendering that the glossary forbids for a term of the source.",
    good=("党的建设", "პარტიული მშენებლობა"),
    bad=("党的建设", "პარტიული შენობა"),
)
def forbidden_term(features: Features) -> Iterator[Hit]:
    """Report forbidden renderings; the form that fits in their place is offered where it is certain."""
    for use in features.term_uses:
        for wrong in use.forbidden:
            start, end = wrong.match.start, wrong.match.end
            form = wrong.expected
            wanted = form.form if form is not None else " | ".join(use.expected)
            certain = form is not None and form.certain
            sure = wrong.match.confidence >= _SURE and not _is_proposed(use)
            yield Hit(
                start,
                end,
                _forbidding(use),
                expected=wanted,
                found=wrong.found,
                fix=Fix(start, end, wanted) if certain else None,
                severity=None if sure else Severity.WARNING,
                confidence=wrong.match.confidence,
                concept_id=use.concept.id,
            )


_SURE = 0.5


def _forbidding(use: ConceptUse) -> str:
    """Say what is wrong; where the concept prefers no term, its note says what to write."""
    if use.expected or not use.concept.note:
        return _("The glossary forbids this rendering")
    return _("The glossary forbids this rendering: {note}").format(note=use.concept.note)


def _is_proposed(use: ConceptUse) -> bool:
    """Whether a maintainer has yet to decide on the concept: its findings are milder."""
    return use.concept.status is ConceptStatus.PROPOSED


def _renderings(features: Features) -> Iterator[Use]:
    """Yield what a translation calls the concepts of its source.

    The names of a place are left out: an article may call a country by its full name, by a short one, and by
    the adjective of it. So is what stands for an adverb.
    """
    for concept in renderings([features.term_uses]):
        if is_place(concept.concept):
            continue
        for rendering in concept.renderings:
            for _number, match in rendering.places:
                if "indeclinable" in match.term.grammar:
                    continue
                yield Use(
                    thing=concept.concept.id,
                    choice=rendering.term,
                    start=match.start,
                    end=match.end,
                    text=features.target[match.start : match.end],
                )


def _rarer(concept_id: str, counts: Mapping[str, int], environment: Environment) -> dict[str, str]:
    """Return the rarer renderings of a concept; of equally frequent ones the glossary's first is right.

    What is shorter by a word that went before (პალატა, of სავაჭრო პალატა), or another part of speech
    of the same word (ინოვაციური, of ინოვაცია), is the same name.
    """
    glossary = environment.glossary
    concept = glossary.by_id.get(concept_id) if glossary is not None else None
    ranks = {term.text: rank for rank, term in enumerate(concept.terms)} if concept is not None else {}
    usual = min(counts, key=lambda term: (-counts[term], ranks.get(term, len(ranks)), term))
    return {term: usual for term in counts if term != usual and not _is_same_name(term, usual, environment)}


def _is_same_name(term: str, usual: str, environment: Environment) -> bool:
    if f" {term} " in f" {usual} " or f" {usual} " in f" {term} ":
        return True
    derived = environment.target.derived
    return derived is not None and (derived(usual, term) or derived(term, usual))


def _called_otherwise(use: Use, usual: str, _environment: Environment) -> Hit:
    message = _("Elsewhere the document calls this otherwise")
    return Hit(use.start, use.end, message, expected=usual, concept_id=use.thing)


inconsistent_terms = comparing_check(
    "term.inconsistent",
    family="terminology",
    severity=Severity.WARNING,
    mqm="terminology/inconsistent-use-of-terminology",
    explanation="One document renders a term of the glossary in several allowed ways.",
    good=("协会成立了。\n协会很大。", "ასოციაცია დაარსდა.\nასოციაცია დიდია."),
    bad=("协会成立了。\n协会很大。", "ასოციაცია დაარსდა.\nგაერთიანება დიდია."),
    compares=Choices(uses=_renderings, judge=_rarer, describe=_called_otherwise),
)


CHECKS = (missing_term, forbidden_term, inconsistent_terms)
