"""Numbers in Georgian text, by value and kind."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transreview.languages.georgian import number_words, numerals
from transreview.languages.georgian.quantities import quantities

CASES = [
    ("მე-9 მოწვევა", [("მე-9", 9, "ordinal")]),
    ("მე–20 და 33-ე", [("მე–20", 20, "ordinal"), ("33-ე", 33, "ordinal")]),
    ("26 მაისს", [("26", 26, "day"), ("მაისს", 5, "month")]),
    ("2021 წლის 10 სექტემბერი", [("2021 წლის", 2021, "year"), ("10", 10, "day"), ("სექტემბერი", 9, "month")]),
    ("სექტემბერი 29, 2018", [("სექტემბერი", 9, "month"), ("29", 29, "day"), ("2018", 2018, "cardinal")]),
    ("10.09.2021", [("10", 10, "day"), ("09", 9, "month"), ("2021", 2021, "year")]),
    ("3,5%", [("3,5%", 3.5, "percent")]),
    ("ოცი პროცენტით", [("ოცი პროცენტით", 20, "percent")]),
    ("30-43 პროცენტი", [("30", 30, "percent"), ("43 პროცენტი", 43, "percent")]),
    ("ხუთიდან ათ პროცენტამდე", [("ხუთიდან", 5, "percent"), ("ათ პროცენტამდე", 10, "percent")]),
    ("15 000 კაცი", [("15 000", 15_000, "cardinal")]),
    ("15\u00a0000", [("15\u00a0000", 15_000, "cardinal")]),
    ("2,8 მილიარდ გირვანქა სტერლინგიანი", [("2,8 მილიარდ გირვანქა სტერლინგიანი", 2_800_000_000, "currency")]),
    ("£1.5 მილიონიანი", [("£1.5 მილიონიანი", 1_500_000, "currency")]),
    ("2 მილიარდ დოლარიანი", [("2 მილიარდ დოლარიანი", 2_000_000_000, "currency")]),
    ("5 მლნ. ლარი", [("5 მლნ. ლარი", 5_000_000, "currency")]),
    ("5 მილიონ 200 ათასი", [("5 მილიონ 200 ათასი", 5_200_000, "cardinal")]),
    ("1930-იან წლებში", [("1930-იან", 1930, "decade")]),
    ("მე-20 საუკუნის 30-იან წლებში", [("მე-20 საუკუნის 30-იან", 1930, "decade")]),
    ("ოცდაათიანი წლები", [("ოცდაათიანი", 1930, "decade")]),
    ("XXI საუკუნე", [("XXI საუკუნე", 21, "century")]),
    ("მეოცე საუკუნე", [("მეოცე საუკუნე", 20, "century")]),
    ("ორი საუკუნე", [("ორი საუკუნე", 2, "measure")]),
    ("II მსოფლიო ომი", [("II", 2, "ordinal")]),
    ("7.55 საათზე", [("7.55 საათზე", 475, "time")]),
    ("საღამოს 8 საათზე", [("8 საათზე", 1200, "time")]),
    ("17:30", [("17:30", 1050, "time")]),
    ("ხუთშაბათს", [("ხუთშაბათს", 4, "weekday")]),
    ("ორი ათწლეული", [("ორი ათწლეული", 20, "measure")]),
    ("29-წლიანი", [("29-წლიანი", 29, "measure")]),
    ("ხუთწლიანი გეგმა", [("ხუთწლიანი", 5, "measure")]),
    ("6 ფუტის და 6 დიუიმის", [("6 ფუტის", 6, "measure"), ("6 დიუიმის", 6, "measure")]),
    ("2020-ში", [("2020", 2020, "cardinal")]),
    ("½ ლიტრი", [("½ ლიტრი", 0.5, "measure")]),
    ("ნახევარი", [("ნახევარი", 0.5, "fraction")]),
    ("მარტი-მაისი", [("მარტი", 3, "month"), ("მაისი", 5, "month")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _expected in CASES])
def test_numbers(text, expected):
    assert [(text[q.start : q.end], q.value, q.kind.value) for q in quantities(text)] == expected


@pytest.mark.parametrize(
    "text", ["მარტო დარჩა", "მაისური იყიდა", "თვითონ მოვიდა", "მეტროს სადგური", "ცენტრი", "ევროპა"]
)
def test_words_that_look_like_months_and_units(text):
    assert quantities(text) == []


@pytest.mark.parametrize("text", ["100-ზე მეტი", "დაახლოებით 100", "400-მდე", "თითქმის ასი"])
def test_rounded_numbers_are_marked(text):
    assert quantities(text)[0].approximate


@pytest.mark.parametrize(
    ("text", "value", "other"),
    [("1,500 კაცი", 1500, 1.5), ("1.500 კაცი", 1500, 1.5), ("1,000", 1000, None), ("3,25", 3.25, None)],
)
def test_a_separator_before_three_digits_leaves_two_readings(text, value, other):
    (quantity,) = quantities(text)
    assert (quantity.value, quantity.other) == (value, other)


def test_the_currency_s_country_counts():
    assert [q.unit for q in quantities("500 აშშ დოლარი და 100 კანადური დოლარი")] == ["USD", "CAD"]


def test_sunday_and_week_are_one_word():
    assert [(q.kind.value, q.idiom) for q in quantities("კვირას")] == [("weekday", True)]
    assert [(q.value, q.unit) for q in quantities("ორი კვირა")] == [(2, "wk")]


@pytest.mark.parametrize("text", ["1. დარგის განვითარება", "ა) საბჭო", "(2) შემდეგ"])
def test_list_markers_are_no_quantities(text):
    assert quantities(text) == []


@given(
    st.lists(
        st.sampled_from(
            [
                "5",
                "3,5",
                "1.5",
                "15",
                "000",
                "მე-9",
                "9-ე",
                "1930-იან",
                "ორი",
                "ასი",
                "ათასი",
                "მილიონი",
                "მესამედი",
                "ნახევარი",
                "მაისი",
                "კვირა",
                "წლის",
                "საუკუნე",
                "%",
                "$5",
                "პროცენტი",
                "აშშ",
                "დოლარი",
                "დაახლოებით",
                "მეტი",
                "საღამოს",
                "საათზე",
                "7:30",
                "XX",
                "და",
                "-",
                ".",
                "სახლი",
            ]
        ),
        max_size=8,
    ).map(" ".join)
)
def test_spans_are_in_order_and_inside(text):
    position = 0
    for quantity in quantities(text):
        assert position <= quantity.start < quantity.end <= len(text)
        position = quantity.end


ENDINGS = st.sampled_from(
    ("", "ი", "ის", "ზე", "ში", "ად", "ედი", "ე", "იანი", "ჯერ", "წლიანი", "ობით", "ებს", "-სამი")
)
STARTS = st.sampled_from(
    (
        *number_words._BEGINNINGS,
        *(
            *numerals.CARDINALS,
            *numerals.ORDINALS,
            "გაორმაგ",
            "გაასამმაგ",
            "გაათმაგ",
            "ერთი-ორად",
            "გაა",
            "მაგ",
        ),
        *("იანვარ", "მარტ", "ოთხშაბათ", "პარასკევ", "ევრო", "გირვანქ", "კვირა", "საუკუნე", "წელიწადნახევარ"),
        *(
            "თითქმის",
            "მინიმუმ",
            "მეტი",
            "ნაკლებ",
            "საღამოს",
            "აშშ",
            "კანადურ",
            "პუნქტ",
            "წყვილ",
            "მე",
            "წ",
            "სთ",
        ),
    )
)


@settings(max_examples=2000, deadline=None)
@given(STARTS | st.text(st.characters(min_codepoint=0x10D0, max_codepoint=0x10F0), max_size=8), ENDINGS)
def test_words_that_are_passed_over_by_their_first_letters_say_nothing_of_numbers(
    start: str, end: str
) -> None:
    assert number_words.read_word(start + end) == number_words._read(start + end)
