"""A kind of divergence that is passed over for want of its sign would have found nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transreview.languages.chinese.names import _MAYBE_SURNAME, COMPOUND
from transreview.languages.chinese.signs import signs_in
from transreview.languages.georgian.words import words_in
from transreview.languages.pairs.chinese_georgian.meaning import (
    KINDS,
    additions,
    addressees,
    amounts,
    clauses,
    compared,
    contrasts,
    demonstratives,
    direction,
    divergences,
    each_once,
    labels,
    lists,
    marks,
    modality,
    negation,
    ones,
    origins,
    other_persons,
    partners,
    patients,
    persons,
    phrases,
    plain_sentences,
    ranks,
    sequences,
    siblings,
    sides,
    tenses,
    time,
    ways,
)

# The sign of a kind with every pattern of which it needs one in the source.
NEEDED = [
    *((time.SAYS_TIME, pattern) for pattern in (tenses.AHEAD, tenses.BACK, tenses._WILL, tenses.DONE)),
    *((time.SAYS_TIME, pattern) for pattern in (time._BEFORE_CHRIST, time._SINCE, time._UNTIL)),
    *((time.SAYS_TIME, pattern) for pattern in (time._AGO, time._LATER, time._MORNING, time._EVENING)),
    *((direction.SAYS_A_DIRECTION, pattern) for table in (direction.CHANGE, direction.AMOUNT) for pattern in table[:2]),
    *((modality.SAYS_A_MODALITY, kind.said) for kind in modality._KINDS),
    *((ranks.SAYS_AN_OFFICE, rank.said) for rank in ranks._RANKS),
    (ranks.SAYS_AN_OFFICE, ranks._OFFICES),
    (negation._MAY_DENY_TWICE, negation._DENIED_TWICE),
    (negation.MAY_DENY, re.compile("[不没沒未无無勿莫别甭非禁拒否]|难以|難以|谢绝|謝絕")),
    (persons.SAYS_A_PERSON, persons._FIRST),
    (persons.SAYS_A_PERSON, re.compile("他们|她们|他|她")),
    *((persons.SAYS_AN_OWNER, ours) for ours, _theirs in persons._OWNERS),
    (persons.SAYS_IT_POLITELY, persons._POLITE),
    (addressees.SAYS_YOU, addressees._ASKED),
    (partners.SAYS_US_OR_YOU, partners._US_ANYWHERE),
    (partners.SAYS_US_OR_YOU, re.compile("[你您]")),
    (origins.SAYS_FROM, origins._FROM),
    *((clauses.JOINS_A_CLAUSE, said) for said, _written in clauses._LINKS),
    (demonstratives.SAYS_THIS, demonstratives._SAID),
    (lists.SAYS_A_LIST, lists._LIST),
    (lists.SAYS_A_LIST, lists._TWO),
    (sequences.SAYS_A_SEQUENCE, sequences._SAID),
    (labels.SAYS_A_DIMENSION, labels._MEASURED),
    (amounts.SAYS_BY_HOW_MUCH, amounts._TO_ANYTHING),
    (origins.SAYS_FROM, origins._FROM_SIDE),
    *((direction.SAYS_A_DIRECTION, said) for said, _wrong, _right in direction._ROUND),
    (sides.SAYS_WHO_TO_WHOM, sides._BETWEEN),
    (labels.SAYS_A_LABEL, labels._SAID),
    *((amounts.SAYS_BY_HOW_MUCH, pattern) for pattern in (amounts._BY, amounts._TO)),
    *((compared.SAYS_MORE_THAN, one) for one in (compared._SAID, compared._LESS, compared._GROWS)),
    (ones.SAYS_ONE_OF_SEVERAL, ones._OF_SEVERAL),
    (other_persons.SAYS_WHO_DOES_IT, other_persons._SUBJECT),
    *((patients.SAYS_WHO_SUFFERS, pattern) for pattern in (patients._PASSIVE, patients._CAUSES)),
    (siblings.SAYS_A_SISTER, siblings._SISTER_AND),
    *((marks.SAYS_OF_A_THING, turn.replace("N", "某")) for row in marks._rows() for turn in row.turns),
    *((ways.SAYS_SOME_WAY, pattern) for pattern in (ways._AWAY, ways._TOWARDS)),
    *((ways.SAYS_AN_ORDER, pattern) for pattern in (ways._BEFORE, ways._AFTER, ways._DURING)),
    (time.SAYS_TIME, tenses._GOING_ON),
    (time.SAYS_TIME, tenses._EXPECTED),
    *((phrases.SAYS_A_PHRASE, phrase.said) for phrase in phrases._phrases()[2]),
]  # fmt: skip


@pytest.mark.parametrize(("sign", "pattern"), NEEDED, ids=lambda one: getattr(one, "pattern", "")[:12])
def test_what_a_kind_looks_for_has_its_sign(sign: int, pattern: re.Pattern[str] | str) -> None:
    # Hypothesis takes none but the compiled ones of `re`.
    compiled = re.compile(pattern) if isinstance(pattern, str) else re.compile(pattern.pattern, pattern.flags)

    @settings(max_examples=30, deadline=None)
    @given(st.from_regex(compiled))
    def holds(source: str) -> None:
        assert signs_in(source) & sign

    holds()


def test_every_word_of_a_set_has_the_sign_of_contrasts() -> None:
    table = contrasts._contrasts()
    assert len(table.words) > 500
    assert all(signs_in(word) & contrasts.SAYS_ONE_OF_A_SET for word in table.words)


_PARTS = """
他 没有 来 。 副市长 主持 前总统 我的 你的 老师 增长 下降 以上 至少 从 上海 来 明天 昨天 将于 三年前 第3章 第5条 、 苹果 梨
左眼 右眼 必须 可以 可能 这个国家 您 请 稍等 你们 出发 但 因为 从农村来到 城市 ， 学生
"""
_GEORGIAN = """
ის არ მოვიდა . მერი ვიცე-მერი ყოფილი პრეზიდენტი ჩემი შენი მასწავლებელი გაიზარდა შემცირდა მეტი ნაკლები შანხაიში
შანხაიდან ჩამოვიდა ხვალ გუშინ წინ შემდეგ მე-3 თავი მუხლი , ვაშლი მარცხენა მარჯვენა უნდა შეუძლია ალბათ ეს ქვეყანაში
მოიცადე გთხოვთ ჩვენ მან რადგან მაგრამ და
"""


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.sampled_from(_PARTS.split()), max_size=7).map("".join),
    st.lists(st.sampled_from(_GEORGIAN.split()), max_size=9).map(" ".join),
)
def test_passing_kinds_over_by_their_signs_loses_nothing(source: str, target: str) -> None:
    found = [] if signs_in(source) & negation.MAY_DENY else list(negation.added_negation(source, target))
    if len(source) <= additions.LONGEST:
        found += additions.added_things(source, target)
    for sign, find, longest in KINDS:
        if len(source) <= longest and (sign != negation.MAY_DENY or signs_in(source) & sign):
            found += find(source, target)
    found = each_once(found)
    if plain_sentences.is_plain(source):
        found = plain_sentences.surely_in_plain(source, found)
    assert divergences(source, target) == found


def test_no_surname_of_two_characters_is_lost_for_its_second_one() -> None:
    assert all(_MAYBE_SURNAME.match(f"{name}明说") for name in COMPOUND)


_DENYING = """
არ ვერ არა თუ თავს თავი შეიკავა არიდებს შორს არის დგას ხელს უშლის უშლიდა არამედ არასრულწლოვანი რათუ არცერთი არც-ერთი
გარეშე აკრძალა მოვიდა სახლი უარი უფასო შეუძლებელი უცნობი NASA არასოდეს
"""


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(_DENYING.split()), max_size=6), st.sampled_from([" ", " ", ", ", "-"]))
def test_looking_at_words_and_at_two_of_them_tells_a_denial_as_the_whole_text_does(
    words: list[str], gap: str
) -> None:
    text = gap.join(words)
    by_text = negation._GEORGIAN_DENIAL.search(negation._NO_DENIAL.sub(" ", text)) is not None
    assert negation.denies(text) == (by_text or any(map(negation._is_denial, words_in(text))))


def _pattern(beginnings: list[str]) -> re.Pattern[str]:
    parts = [
        re.escape(form.rstrip("=")).replace("\\ ", r"\s") + (r"(?!\w)" if form.endswith("=") else r"\w*")
        for form in beginnings
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})")


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.sampled_from(["აბ", "ა", "ბა=", "აბ გა", "ა ბ=", "გაა"]), min_size=1, max_size=4),
    st.text(alphabet="აბგ _-\n1.", max_size=14),
)
def test_the_first_words_with_a_beginning_are_those_of_its_pattern(beginnings: list[str], text: str) -> None:
    match = _pattern(beginnings).search(text)
    assert contrasts._first(tuple(beginnings), text) == (match.span() if match else None)
