"""Checks of grammar: what the rules of the target language find in the translation alone."""

from __future__ import annotations

from collections.abc import Iterator

from transreview.checks.check import Hit, segment_check
from transreview.checks.families.spelling import mistyped
from transreview.checks.features import Features
from transreview.checks.sounds import sounds_like
from transreview.i18n import _
from transreview.languages.chinese.transcription import transcribed_runs
from transreview.languages.grammar_fault import Fault, FaultKind
from transreview.languages.language import Language
from transreview.languages.pairs.divergence import DivergenceKind
from transreview.lazy_patterns import lazy_pattern
from transreview.model.finding import Fix, Severity

GRAMMAR = "linguistic-conventions/grammar"
SPELLING = "linguistic-conventions/spelling"


def knows_grammar(_source: Language, target: Language) -> bool:
    """Hold when the target language has rules of grammar here."""
    return target.grammar_faults is not None


def _of(features: Features, *kinds: FaultKind) -> Iterator[Fault]:
    return (fault for fault in features.target_faults if fault.kind in kinds)


def _hit(fault: Fault, message: str, *, certain: bool = False) -> Hit:
    fix = Fix(fault.start, fault.end, fault.right) if certain and fault.sure and fault.right else None
    severity = None if fault.sure else Severity.INFO
    return Hit(fault.start, fault.end, message, expected=fault.right, fix=fix, severity=severity)


@segment_check(
    "gram.agreement",
    family="grammar",
    needs="target_faults",
    severity=Severity.WARNING,
    mqm=GRAMMAR,
    explanation="An adjective does not agree with the noun it stands before.",
    good=("在大城市", "დიდ ქალაქში"),
    bad=("在大城市", "დიდი ქალაქში"),
    applies=knows_grammar,
)
def disagreement(features: Features) -> Iterator[Hit]:
    """Report adjectives in another case than their noun's, and relative pronouns in another number."""
    for fault in _of(features, FaultKind.AGREEMENT):
        yield _hit(fault, _("The adjective does not agree with its noun"), certain=True)
    for fault in _of(features, FaultKind.RELATIVE):
        yield _hit(fault, _("The relative pronoun is of another number than its noun"))


@segment_check(
    "gram.demonstrative",
    family="grammar",
    severity=Severity.INFO,
    mqm=GRAMMAR,
    explanation="“This” or “that” stands in the nominative before a noun in another case.",
    good=("在这个国家", "ამ ქვეყანაში"),
    bad=("在这个国家", "ეს ქვეყანაში"),
    applies=knows_grammar,
)
def plain_demonstrative(features: Features) -> Iterator[Hit]:
    """Report demonstratives that do not go with their noun, as far as both texts tell."""
    if not features.target_faults and not features.divergences:
        return
    message = _("“This” and “that” have another form before this case")
    told = set()
    for fault in _of(features, FaultKind.DEMONSTRATIVE):
        told.add(fault.start)
        yield _hit(fault, message, certain=True)
    for found in features.divergences:
        if found.kind is DivergenceKind.DEMONSTRATIVE and found.target and found.target[0] not in told:
            yield Hit(*found.target, message, expected=found.expected)


@segment_check(
    "gram.counted",
    family="grammar",
    needs="target_faults",
    severity=Severity.WARNING,
    mqm=GRAMMAR,
    explanation="A noun is in the plural after a numeral, where Georgian has the singular.",
    good=("三家企业", "სამი საწარმო"),
    bad=("三家企业", "სამი საწარმოები"),
    applies=knows_grammar,
)
def counted_plural(features: Features) -> Iterator[Hit]:
    """Report plurals after numerals and words of quantity."""
    for fault in _of(features, FaultKind.COUNTED):
        yield _hit(fault, _("After a numeral the noun is singular"))


@segment_check(
    "gram.postposition",
    family="grammar",
    needs="target_faults",
    severity=Severity.WARNING,
    mqm=GRAMMAR,
    explanation="A postposition stands apart from its noun, or is glued to it where it is a word of its own.",
    good=("为了健康", "ჯანმრთელობისთვის"),
    bad=("为了健康", "ჯანმრთელობის თვის"),
    applies=knows_grammar,
)
def misplaced_postposition(features: Features) -> Iterator[Hit]:
    """Report postpositions written apart, and those written together that stand alone."""
    for fault in _of(features, FaultKind.DETACHED):
        yield _hit(fault, _("The postposition is written together with its noun"), certain=True)
    for fault in _of(features, FaultKind.GLUED):
        if "-" in fault.right:
            yield _hit(fault, _("A hyphen stands between a number and its ending"), certain=True)
        else:
            yield _hit(fault, _("The postposition is a word of its own"), certain=True)


@segment_check(
    "gram.coordination",
    family="grammar",
    needs="target_faults",
    severity=Severity.INFO,
    mqm=GRAMMAR,
    explanation="Before და a dative or genitive has the emphatic -ა: -სა და.",
    good=("激发活力和增强动力", "ენერგიის გაღვივებასა და გაძლიერებას"),
    bad=("激发活力和增强动力", "ენერგიის გაღვივებას და გაძლიერებას"),
    applies=knows_grammar,
)
def plain_before_and(features: Features) -> Iterator[Hit]:
    """Report coordinated datives and genitives without the emphatic vowel."""
    for fault in _of(features, FaultKind.COORDINATION):
        yield _hit(fault, _("Before “and” this case has a final vowel"), certain=True)


@segment_check(
    "gram.subject",
    family="grammar",
    needs="target_faults",
    severity=Severity.WARNING,
    mqm=GRAMMAR,
    explanation="The subject of a transitive aorist stands in the nominative instead of the ergative.",
    good=("公司发布了新产品。", "კომპანიამ გამოუშვა ახალი პროდუქტი."),
    bad=("公司发布了新产品。", "კომპანია გამოუშვა ახალი პროდუქტი."),
    applies=knows_grammar,
)
def nominative_subject(features: Features) -> Iterator[Hit]:
    """Report nominative subjects of verbs that want the ergative."""
    for fault in _of(features, FaultKind.SUBJECT):
        yield _hit(fault, _("With this form of the verb the subject stands in another case"))
    for fault in _of(features, FaultKind.OBJECT):
        yield _hit(fault, _("With this verb the object stands in another case"))
    for fault in _of(features, FaultKind.CASE):
        sure = fault.sure or _is_in_another_relation(features, fault)
        yield _hit(fault._replace(sure=sure), _("What stands beside this word asks for another case"))


def _is_in_another_relation(features: Features, fault: Fault) -> bool:
    """Whether the source says so, too: its noun stands in another relation there."""
    return any(
        found.kind is DivergenceKind.RELATION
        and found.target is not None
        and found.target[0] < fault.end
        and fault.start < found.target[1]
        for found in features.divergences
    )


@segment_check(
    "gram.person",
    family="grammar",
    needs="target_faults",
    severity=Severity.WARNING,
    mqm=GRAMMAR,
    explanation="A verb is of another person or number than its subject.",
    good=("他们是学生。", "ისინი არიან სტუდენტები."),
    bad=("他们是学生。", "ისინი არის სტუდენტები."),
    applies=knows_grammar,
)
def wrong_person(features: Features) -> Iterator[Hit]:
    """Report verbs that do not go with who acts."""
    for fault in _of(features, FaultKind.PERSON):
        yield _hit(fault, _("The verb is of another person or number than its subject"))
    for fault in _of(features, FaultKind.MOOD):
        yield _hit(fault, _("Behind “უნდა” the verb says what should be done, not what was done"))


@segment_check(
    "spell.letter",
    family="grammar",
    needs="target_faults",
    severity=Severity.WARNING,
    mqm=SPELLING,
    explanation="A word is unknown, and known with a letter that is easily confused, or with one vowel more.",
    good=("主要问题", "მთავარი საკითხი"),
    bad=("主要问题", "მთავარი საკიტხი"),
    applies=knows_grammar,
)
def confused_letter(features: Features) -> Iterator[Hit]:
    """Report words with a confusable letter, a lost vowel or a doubled "is"; names are left alone."""
    for fault in _of(features, FaultKind.DOUBLE_COPULA):
        yield _hit(fault, _("“Is” is said twice here"), certain=True)
    faults = list(_of(features, FaultKind.LETTER))
    # What spell.typo tells is not told once more by guess.
    told = {(start, end) for start, end, _better in mistyped(features)} if faults else ()
    for fault in faults:
        word = features.target_prose[fault.start : fault.end]
        if (fault.sure or (fault.start, fault.end) not in told) and not _is_name(features, word):
            severity = None if fault.sure else Severity.INFO
            message = _("The word looks misspelt")
            yield Hit(fault.start, fault.end, message, expected=fault.right, severity=severity)


_LATIN_NAME = lazy_pattern(r"[A-ZÀ-Þ][^\W\d_]{2,}")


def _is_name(features: Features, word: str) -> bool:
    """Whether the word is how a name of the source is spelled."""
    names = [] if features.context.source.spaced else list(transcribed_runs(features.source))
    names += _LATIN_NAME.findall(features.source)
    return any(sounds_like(name, word) for name in names)


@segment_check(
    "gram.calque",
    family="grammar",
    needs="target_faults",
    severity=Severity.INFO,
    mqm="style/unidiomatic-style",
    explanation="A wording is taken over from Russian word by word; good Georgian has another.",
    good=("他回答了问题。", "მან კითხვას უპასუხა."),
    bad=("他回答了问题。", "მან უპასუხა კითხვაზე."),
    applies=knows_grammar,
)
def listed_calque(features: Features) -> Iterator[Hit]:
    """Report wordings of the language's list of calques."""
    for fault in _of(features, FaultKind.CALQUE):
        yield _hit(fault, _("This wording is a calque"))


CHECKS = (
    disagreement,
    plain_demonstrative,
    counted_plural,
    misplaced_postposition,
    plain_before_and,
    nominative_subject,
    wrong_person,
    confused_letter,
    listed_calque,
)
