"""Checks of meaning, as far as tables of words reach: denial, time, speaker, direction, place, politeness."""

from __future__ import annotations

from collections.abc import Iterator

from transreview.checks.characters import DIGIT
from transreview.checks.check import Hit, segment_check
from transreview.checks.features import Features
from transreview.i18n import _
from transreview.languages.language import Language
from transreview.languages.pairs import pair
from transreview.languages.pairs.coverage import uncovered_clauses
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.model.finding import Severity, Side

MISTRANSLATION = "accuracy/mistranslation"


def knows_meaning(source: Language, target: Language) -> bool:
    """Hold for the pairs that have tables of words to compare."""
    return bool(pair(source.code, target.code).meaning)


def knows_turns(source: Language, target: Language) -> bool:
    """Hold for these, and for the pairs with tables of denial, time, direction and contrasts alone."""
    known = pair(source.code, target.code)
    return bool(known.meaning or known.turned)


def _of(features: Features, kind: DivergenceKind) -> Iterator[Divergence]:
    return (found for found in features.divergences if found.kind is kind)


def _hit(features: Features, found: Divergence, message: str) -> Hit:
    """Point at the words of the translation, and show those of the source as what is expected."""
    assert found.target is not None
    return Hit(
        *found.target,
        message,
        expected=found.expected or features.source[slice(*found.source)],
        severity=None if found.sure else Severity.INFO,
    )


@segment_check(
    "neg.lost",
    family="meaning",
    needs="divergences",
    severity=Severity.WARNING,
    mqm=MISTRANSLATION,
    explanation="The source denies something and the translation has no word of denial.",
    good=("他没有来。", "ის არ მოსულა."),
    bad=("他没有来。", "ის მოვიდა."),
    applies=knows_turns,
)
def lost_negation(features: Features) -> Iterator[Hit]:
    """Report denials of the source when the translation has none at all; a remark but in plain sentences."""
    for found in _of(features, DivergenceKind.NEGATION_LOST):
        severity = None if found.sure else Severity.INFO
        message = _("The translation has no word of denial for this")
        yield Hit(*found.source, message, side=Side.SOURCE, severity=severity)


@segment_check(
    "neg.added",
    family="meaning",
    needs="divergences",
    severity=Severity.INFO,
    mqm=MISTRANSLATION,
    explanation="The translation denies something and the source has no sign of denial.",
    good=("他来了。", "ის მოვიდა."),
    bad=("他来了。", "ის არ მოსულა."),
    applies=knows_turns,
)
def added_negation(features: Features) -> Iterator[Hit]:
    """Report denials of the translation that nothing of the source calls for."""
    for found in _of(features, DivergenceKind.NEGATION_ADDED):
        assert found.target is not None
        yield Hit(*found.target, _("The source denies nothing"))


@segment_check(
    "mean.time",
    family="meaning",
    needs="divergences",
    severity=Severity.WARNING,
    mqm=MISTRANSLATION,
    explanation="The translation speaks of another time: yesterday for tomorrow, what was for what will be.",
    good=("他明天将访问北京。", "ის ხვალ პეკინს ეწვევა."),
    bad=("他明天将访问北京。", "ის გუშინ პეკინს ეწვია."),
    applies=knows_turns,
)
def other_time(features: Features) -> Iterator[Hit]:
    """Report words of time and tenses that point the other way."""
    for found in _of(features, DivergenceKind.TIME):
        yield _hit(features, found, _("The translation speaks of another time"))


@segment_check(
    "mean.speaker",
    family="meaning",
    needs="divergences",
    severity=Severity.INFO,
    mqm=MISTRANSLATION,
    explanation="The translation has another person: he for I, we for they.",
    good=("我认为这是正确的。", "ვფიქრობ, რომ ეს სწორია."),
    bad=("我认为这是正确的。", "ის ფიქრობს, რომ ეს სწორია."),
    applies=knows_meaning,
)
def other_speaker(features: Features) -> Iterator[Hit]:
    """Report subjects of another person than the source's."""
    for found in _of(features, DivergenceKind.SPEAKER):
        yield _hit(features, found, _("The translation speaks of another person"))


@segment_check(
    "mean.direction",
    family="meaning",
    needs="divergences",
    severity=Severity.WARNING,
    mqm=MISTRANSLATION,
    explanation="A comparison goes the other way: less for more, a fall for a rise, at most for at least.",
    good=("出口下降。", "ექსპორტი შემცირდა."),
    bad=("出口下降。", "ექსპორტი გაიზარდა."),
    applies=knows_turns,
)
def other_direction(features: Features) -> Iterator[Hit]:
    """Report comparisons that are turned round."""
    for found in _of(features, DivergenceKind.DIRECTION):
        yield _hit(features, found, _("The comparison goes the other way"))


@segment_check(
    "mean.place",
    family="meaning",
    needs="divergences",
    severity=Severity.WARNING,
    mqm=MISTRANSLATION,
    explanation="Somebody goes to a place that the source has him come from, or the other way.",
    good=("他从上海来。", "ის შანხაიდან ჩამოვიდა."),
    bad=("他从上海来。", "ის შანხაიში ჩამოვიდა."),
    applies=knows_meaning,
)
def other_way(features: Features) -> Iterator[Hit]:
    """Report places with the wrong postposition of movement."""
    for found in _of(features, DivergenceKind.PLACE):
        yield _hit(features, found, _("The movement goes the other way"))


@segment_check(
    "mean.contrast",
    family="meaning",
    needs="divergences",
    severity=Severity.WARNING,
    mqm=MISTRANSLATION,
    explanation="Of words that exclude each other the translation has another: right for left.",
    good=("左眼视力下降", "მარცხენა თვალის მხედველობის დაქვეითება"),
    bad=("左眼视力下降", "მარჯვენა თვალის მხედველობის დაქვეითება"),
    applies=knows_turns,
)
def other_of_a_set(features: Features) -> Iterator[Hit]:
    """Report the word that stands for another one of its set; a remark unless the source is plain."""
    for found in _of(features, DivergenceKind.CONTRAST):
        yield _hit(features, found, _("The source says another thing of the same kind"))


@segment_check(
    "mean.relation",
    family="meaning",
    needs="divergences",
    severity=Severity.INFO,
    mqm=MISTRANSLATION,
    explanation="A noun stands in another relation than in the source: for a thing, not about it.",
    good=("会议讨论了关于出口关税的问题。", "შეხვედრაზე საექსპორტო ბაჟის შესახებ ისაუბრეს."),
    bad=("会议讨论了关于出口关税的问题。", "შეხვედრაზე საექსპორტო ბაჟისთვის ისაუბრეს."),
    applies=knows_meaning,
)
def other_relation(features: Features) -> Iterator[Hit]:
    """Report cases and postpositions that say another thing of a noun than the source does."""
    for found in _of(features, DivergenceKind.RELATION):
        yield _hit(features, found, _("In the source this noun stands in another relation"))


@segment_check(
    "mean.modality",
    family="meaning",
    needs="divergences",
    severity=Severity.INFO,
    mqm=MISTRANSLATION,
    explanation="A duty has become a permission, a permission a duty, or a guess a certainty.",
    good=("学生必须参加考试。", "სტუდენტებმა გამოცდა უნდა ჩააბარონ."),
    bad=("学生必须参加考试。", "სტუდენტებს შეუძლიათ გამოცდაში მონაწილეობა."),
    applies=knows_meaning,
)
def other_modality(features: Features) -> Iterator[Hit]:
    """Report "may" for "must", "must" for "may", and certainty for a guess."""
    for found in _of(features, DivergenceKind.MODALITY):
        yield _hit(features, found, _("The source says this with another certainty or duty"))


@segment_check(
    "mean.rank",
    family="meaning",
    needs="divergences",
    severity=Severity.INFO,
    mqm=MISTRANSLATION,
    explanation="An office has lost or got its “deputy”, “former”, “honorary” or “acting”.",
    good=("副市长主持会议。", "შეხვედრას ვიცე-მერი უძღვებოდა."),
    bad=("副市长主持会议。", "შეხვედრას მერი უძღვებოდა."),
    applies=knows_meaning,
)
def other_rank(features: Features) -> Iterator[Hit]:
    """Report the mayor for his deputy, the president for a former one, and the other way."""
    for found in _of(features, DivergenceKind.RANK):
        yield _hit(features, found, _("The rank is another one than in the source"))


@segment_check(
    "mean.register",
    family="meaning",
    needs="divergences",
    severity=Severity.INFO,
    mqm="style/language-register",
    explanation="The source addresses somebody politely (您), the translation familiarly.",
    good=("请您稍等。", "გთხოვთ, მოიცადოთ."),
    bad=("请您稍等。", "მოიცადე ცოტა."),
    applies=knows_meaning,
)
def familiar_address(features: Features) -> Iterator[Hit]:
    """Report familiar forms where nothing of the translation is polite."""
    for found in _of(features, DivergenceKind.POLITENESS):
        yield _hit(features, found, _("The source is polite here"))


# What is no longer is no clause, but a word or two.
_LONGEST_WORDS = 4
_SHORT_SOURCE = range(2, 10)
# Of two characters even a polite sentence is no more than so long.
_SHORTEST_ADDED = 34
_MUCH_LONGER = 2.4
_LONGEST_SHORT = 14


@segment_check(
    "cov.missing",
    family="meaning",
    severity=Severity.INFO,
    mqm="accuracy/omission",
    explanation="Nothing of the translation answers to a clause of the source, as far as the lexicon knows.",
    good=(
        "医生说，手术很成功，病人一周后可以出院，但仍需定期复查。",
        "ოპერაციამ წარმატებით ჩაიარა, პაციენტს ერთ კვირაში გაწერენ, თუმცა რეგულარული შემოწმება დასჭირდება.",
    ),
    bad=(
        "医生说，手术很成功，病人一周后可以出院，但仍需定期复查。",
        "ექიმის თქმით, ოპერაციამ წარმატებით ჩაიარა და პაციენტს ერთ კვირაში გაწერენ.",
    ),
    applies=knows_meaning,
)
def missing_clause(features: Features) -> Iterator[Hit]:
    """Report the clauses of a source that nothing answers to, with their words."""
    if features.is_empty:
        return
    context = features.context
    lost = next(_of(features, DivergenceKind.CLAUSE), None)
    covered_terms = [(use.source, use) for use in features.term_uses if use.rendered]
    for clause in uncovered_clauses(
        features.source_prose,
        features.target_prose,
        context.source.code,
        context.target.code,
        context.pair.length_ratio,
    ):
        rendered = any(
            clause.start <= match.start < clause.end for matches, _use in covered_terms for match in matches
        )
        if not rendered:
            lost = None
            message = _("Nothing of the translation answers to these words: {words}")
            yield Hit(
                clause.start,
                clause.end,
                message.format(words=", ".join(clause.words)),
                side=Side.SOURCE,
            )
    if lost is not None:
        message = _("The translation has nothing that answers to this clause")
        words = features.source[slice(*lost.source)]
        if len(words) <= _LONGEST_WORDS:
            message = _("Nothing of the translation answers to these words: {words}").format(words=words)
        yield Hit(*lost.source, message, side=Side.SOURCE)


@segment_check(
    "cov.added",
    family="meaning",
    severity=Severity.INFO,
    mqm="accuracy/addition",
    explanation="The translation of a few characters is much longer than they can be.",
    good=("他来了。", "ის მოვიდა."),
    bad=("他来了。", "ის მოვიდა და ყველას ფული აჩუქა."),
    applies=knows_meaning,
)
def added_clause(features: Features) -> Iterator[Hit]:
    """Report translations of short sources that say more than these."""
    if len(features.source) > _LONGEST_SHORT:
        return
    added = next(_of(features, DivergenceKind.ADDED), None)
    if added is not None and added.target is not None:
        yield Hit(*added.target, _("The translation says more than the source"))
        return
    characters = sum(char > "\u2e80" and char.isalpha() for char in features.source)
    if characters not in _SHORT_SOURCE or features.source_mask & DIGIT:
        return
    expected = features.context.pair.length_ratio * len(features.source.strip())
    if len(features.target.strip()) > max(_MUCH_LONGER * expected, _SHORTEST_ADDED * (characters < 3)):
        yield Hit(0, len(features.target), _("The translation says more than the source"))


@segment_check(
    "num.label",
    family="meaning",
    severity=Severity.WARNING,
    mqm=MISTRANSLATION,
    explanation="A chapter, article, section or page has another number.",
    good=("第3章第2节", "მე-3 თავის მე-2 პარაგრაფი"),
    bad=("第3章第2节", "მე-2 თავის მე-3 პარაგრაფი"),
    applies=knows_meaning,
)
def other_label(features: Features) -> Iterator[Hit]:
    """Report the numbers of chapters, articles and the like that are others."""
    for found in _of(features, DivergenceKind.LABEL):
        yield _hit(features, found, _("The source has another number here"))


@segment_check(
    "cov.list",
    family="meaning",
    severity=Severity.INFO,
    mqm="accuracy/omission",
    explanation="A list of the source has more items than the translation can have.",
    good=("苹果、梨和葡萄", "ვაშლი, მსხალი და ყურძენი"),
    bad=("苹果、梨和葡萄", "ვაშლი და ყურძენი"),
    applies=knows_meaning,
)
def shortened_list(features: Features) -> Iterator[Hit]:
    """Report the list of a source that the translation has fewer items of."""
    for found in _of(features, DivergenceKind.LIST):
        yield Hit(*found.source, _("The translation has fewer items than this list"), side=Side.SOURCE)


CHECKS = (
    missing_clause,
    shortened_list,
    other_label,
    added_clause,
    lost_negation,
    added_negation,
    other_time,
    other_speaker,
    other_direction,
    other_way,
    other_of_a_set,
    other_relation,
    other_modality,
    other_rank,
    familiar_address,
)
