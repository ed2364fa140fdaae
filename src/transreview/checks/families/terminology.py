"""Checks by the glossary: terms missing, forbidden, or rendered now this way, now that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from transreview.checks.check import Hit, document_check, segment_check
from transreview.checks.features import Features
from transreview.i18n import _
from transreview.languages.chinese.transcription import READING
from transreview.model.finding import Fix, Severity, Side
from transreview.model.glossary import ConceptStatus, TermMatch
from transreview.terminology.segment_terms import ConceptUse

MQM = "terminology/inconsistent-with-terminology-resource"


@segment_check(
    "term.missing",
    family="terminology",
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
        if not use.missing or _is_derived(features, use.expected):
            continue
        place = use.source[0]
        excused = all(_is_excused(features, one) for one in use.source)
        yield Hit(
            place.start,
            place.end,
            _("The translation lacks the glossary's term for this"),
            expected=" | ".join(use.expected),
            side=Side.SOURCE,
            severity=Severity.INFO if excused or _is_proposed(use) else None,
            confidence=place.confidence,
            concept_id=use.concept.id,
        )


def _is_excused(features: Features, place: TermMatch) -> bool:
    """Whether a translation may well do without this mention of a term.

    That is: another term is glued to it and is rendered (特朗普总统, "the President"), it stands in
    brackets, or it is only a part of a longer name (福特, Ford, in 马纳福特, Manafort).
    """
    source = features.source
    before, after = source[: place.start][-1:], source[place.end : place.end + 1]
    if (before in "·•" and before) or (after in "·•" and after):
        return False
    if before in READING and all(char in READING for char in source[place.start : place.end]):
        return True
    if source.rfind("（", 0, place.start) > source.rfind("）", 0, place.start) or source.rfind(
        "(", 0, place.start
    ) > source.rfind(")", 0, place.start):
        return True
    return any(
        other.start == place.end or other.end == place.start
        for use in features.term_uses
        if use.rendered
        for other in use.source
    )


_GEORGIAN_COUNTRY = re.compile("^(?:სა)?(.{3,})ეთი$")
_SHORTEST_STEM = 4


def _is_derived(features: Features, expected: Sequence[str]) -> bool:
    """Whether a word of the translation is derived from a missing Georgian term.

    საპრეზიდენტო has პრეზიდენტი in it, ევროპარლამენტი begins with ევროპა, რუსული is of რუსეთი: the
    term is rendered, as another part of speech.
    """
    if features.context.target.code != "ka":
        return False
    for term in expected:
        if " " in term:
            continue
        stem = term.rstrip("აეიოუ") if len(term.rstrip("აეიოუ")) >= _SHORTEST_STEM else term
        country = _GEORGIAN_COUNTRY.match(term)
        if stem in features.target or (country and f"{country[1]}ულ" in features.target):
            return True
        if country and f"{country[1]}ურ" in features.target:
            return True
    return False


@segment_check(
    "term.forbidden",
    family="terminology",
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
                _("The glossary forbids this rendering"),
                expected=wanted,
                found=wrong.found,
                fix=Fix(start, end, wanted) if certain else None,
                severity=None if sure else Severity.WARNING,
                confidence=wrong.match.confidence,
                concept_id=use.concept.id,
            )


_SURE = 0.5


def _is_proposed(use: ConceptUse) -> bool:
    """Whether a maintainer has yet to decide on the concept: its findings are milder."""
    return use.concept.status is ConceptStatus.PROPOSED


@document_check(
    "term.inconsistent",
    family="terminology",
    severity=Severity.WARNING,
    mqm="terminology/inconsistent-use-of-terminology",
    explanation="One document renders a term of the glossary in several allowed ways.",
    good=("协会成立了。\n协会很大。", "ასოციაცია დაარსდა.\nასოციაცია დიდია."),
    bad=("协会成立了。\n协会很大。", "ასოციაცია დაარსდა.\nგაერთიანება დიდია."),
)
def inconsistent_terms(document: list[Features]) -> Iterator[tuple[int, Hit]]:
    """Report the rarer renderings of a concept, each with the one that the document prefers."""
    from transreview.terminology.consistency import renderings

    for concept in renderings([features.term_uses for features in document]):
        if not concept.mixed:
            continue
        usual = concept.renderings[0]
        for other in concept.renderings[1:]:
            for index, match in other.places:
                yield (
                    index,
                    Hit(
                        match.start,
                        match.end,
                        _("Elsewhere the document calls this otherwise"),
                        expected=usual.term,
                        concept_id=concept.concept.id,
                    ),
                )


CHECKS = (missing_term, forbidden_term, inconsistent_terms)
