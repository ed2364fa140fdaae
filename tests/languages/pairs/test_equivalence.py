"""Numbers of a text against those of its translation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transreview.languages import language
from transreview.languages.pairs.equivalence import Comparison, compare, weight
from transreview.languages.quantity import Quantity, QuantityKind

AGREE = [
    ("5月26日，100余人参加", "26 მაისს 100-ზე მეტი ადამიანი შეიკრიბა"),
    ("第九届理事会", "მე-9 მოწვევის საბჭო"),
    ("第九届理事会", "მეცხრე მოწვევის საბჭო"),
    ("二十人", "ოცი კაცი"),
    ("3.5万人", "35 000 კაცი"),
    ("1.42亿人", "142 მილიონი ადამიანი"),
    ("三分之一", "მესამედი"),
    ("20世纪30年代", "1930-იან წლებში"),
    ("20世纪30年代", "მე-20 საუკუნის 30-იან წლებში"),
    ("上世纪八十年代", "გასული საუკუნის 80-იან წლებში"),
    ("19世纪", "1800-იან წლებში"),
    ("下午5:30", "17:30 საათზე"),
    ("晚上7点", "7 საათზე"),
    ("上午7:55", "7.55 საათზე"),
    ("20年来", "ორი ათწლეულის განმავლობაში"),
    ("两周", "14 დღე"),
    ("一百年", "საუკუნე"),
    ("10英里", "16 კილომეტრი"),
    ("30%", "30 პროცენტი"),
    ("5%到10%", "ხუთიდან ათ პროცენტამდე"),
    ("一半", "50 პროცენტი"),
    ("98年", "1998 წელს"),
    ("三四百人", "400 კაცი"),
    ("超过2040万人", "20 მილიონზე მეტი ადამიანი"),
    ("万一下雨，等一下", "თუ იწვიმებს, დაელოდე"),
    ("数百人", "ასობით ადამიანი"),
    ("千人", "ათასები"),
    ("2021年9月10日", "10.09.2021"),
    ("“十四五”规划", "„მე-14 ხუთწლიანი გეგმა“"),
    ("星期三", "ოთხშაბათს"),
    ("本世纪初", "2000-იანი წლების დასაწყისში"),
    ("亿万富翁", "მილიარდერი"),
]


def compared(source: str, target: str) -> Comparison:
    return compare(language("zh").quantities(source), language("ka").quantities(target))


@pytest.mark.parametrize(("source", "target"), AGREE)
def test_agree(source, target):
    found = compared(source, target)
    left = [q for q in found.missing + found.extra if weight(q) > 0.3]
    assert (left, found.scaled, found.replaced) == ([], (), ())
    assert found.percent_lost == ()


@pytest.mark.parametrize(
    ("source", "target", "expected", "found"),
    [
        ("26人", "28 კაცი", 26, 28),
        ("9月", "ოქტომბერში", 9, 10),
        ("星期三", "ხუთშაბათს", 3, 4),
        ("比分2:0", "ანგარიში 1-0", 2, 1),
        ("7.5级", "7.6 ბალი", 7.5, 7.6),
    ],
)
def test_one_put_for_the_other(source, target, expected, found):
    ((ours, theirs),) = compared(source, target).replaced
    assert (ours.value, theirs.value) == (expected, found)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("1.42亿人", "142 ადამიანი"),
        ("1.5万人", "1.5 მილიონი"),
        ("20亿美元", "20 მილიონი დოლარი"),
        ("千人", "მილიონები"),
    ],
)
def test_same_digits_of_another_magnitude(source, target):
    found = compared(source, target)
    assert len(found.scaled) == 1
    assert found.missing == found.extra == ()


def test_missing_and_extra():
    assert [q.value for q in compared("共2017人", "ხალხი").missing] == [2017]
    assert [q.value for q in compared("他来了", "ის 43 მოვიდა").extra] == [43]


def test_percent_lost_and_added():
    assert [m.source.value for m in compared("占30%", "30 შეადგენს").percent_lost] == [30]
    assert [m.target.value for m in compared("30人", "30 პროცენტი").percent_added] == [30]
    assert compared("上升2个百分点", "2 პუნქტით გაიზარდა").percent_lost == ()


def test_another_currency():
    (match,) = compared("500美元", "500 ევრო").currency_changed
    assert (match.source.unit, match.target.unit) == ("USD", "EUR")


def test_a_repeated_number_is_neither_missing_nor_extra():
    assert compared("至少50票，拿到这50张票", "მინიმუმ 50 ხმა").agrees


def test_small_and_spelled_numbers_weigh_less():
    assert (
        weight(Quantity(0, 2, 26, digits="26"))
        > weight(Quantity(0, 1, 3, digits="3"))
        > weight(Quantity(0, 1, 3))
    )
    assert weight(Quantity(0, 1, 1, idiom=True)) == 0


VALUES = st.sampled_from([1, 2, 5, 12, 26, 30, 100, 1000, 1930, 2021, 35_000, 142_000_000, 0.5, 3.5])
QUANTITIES = st.lists(
    st.builds(
        Quantity,
        st.just(0),
        st.just(1),
        VALUES,
        st.sampled_from(list(QuantityKind)),
        unit=st.sampled_from(["", "USD", "y", "km"]),
        digits=st.sampled_from(["", "5", "30", "12:30"]),
        approximate=st.booleans(),
        idiom=st.booleans(),
    ),
    max_size=5,
)


@given(QUANTITIES, QUANTITIES)
def test_matching_is_one_to_one_and_mirrored(source, target):
    found = compare(source, target)
    mirrored = compare(target, source)
    used = len(found.scaled) + len(found.replaced)
    assert len({id(m.source) for m in found.matched}) + used + len(found.missing) <= len(source)
    assert len({id(m.target) for m in found.matched}) + used + len(found.extra) <= len(target)
    assert found.agrees == mirrored.agrees


@given(QUANTITIES)
def test_a_text_agrees_with_itself(source):
    assert compare(source, source).agrees
