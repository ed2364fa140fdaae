"""Numbers in English, Russian, German, Japanese, and in digits anywhere."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transreview.languages import known_languages, language
from transreview.languages.digits import read_number, roman, to_roman
from transreview.languages.pairs.equivalence import compare

CASES = {
    "en": [
        ("twenty-five people", [("twenty-five", 25, "cardinal")]),
        ("two hundred and fifty thousand", [("two hundred and fifty thousand", 250_000, "cardinal")]),
        ("one and a half million", [("one and a half million", 1_500_000, "cardinal")]),
        ("half a million", [("half a million", 500_000, "cardinal")]),
        ("two-thirds", [("two-thirds", 0.666667, "cardinal")]),
        ("the 21st century", [("21st century", 21, "century")]),
        ("the 1930s", [("1930s", 1930, "decade")]),
        ("in the nineties", [("nineties", 1990, "decade")]),
        ("$1.5 million", [("$1.5 million", 1_500_000, "currency")]),
        ("a £11m deal", [("£11m", 11_000_000, "currency")]),
        ("30-43%", [("30", 30, "percent"), ("43%", 43, "percent")]),
        ("5:30 p.m.", [("5:30", 1050, "time")]),
        ("May 26, 2021", [("May", 5, "month"), ("26", 26, "day"), ("2021", 2021, "cardinal")]),
        ("he may march on", []),
        ("the ninth session", [("ninth", 9, "ordinal")]),
        ("World War II, I think", [("II", 2, "ordinal")]),
        ("a five-year-old", [("five-year-old", 5, "measure")]),
        ("500 Canadian dollars", [("500 Canadian dollars", 500, "currency")]),
    ],
    "ru": [
        ("двадцать пять человек", [("двадцать пять", 25, "cardinal")]),
        ("двести пятьдесят тысяч", [("двести пятьдесят тысяч", 250_000, "cardinal")]),
        ("полтора миллиона", [("полтора миллиона", 1_500_000, "cardinal")]),
        ("к двадцать первому съезду", [("двадцать первому", 21, "ordinal")]),
        ("в 1930-х годах", [("1930-х", 1930, "decade")]),
        ("XXI век", [("XXI век", 21, "century")]),
        ("26 мая 2021 года", [("26", 26, "day"), ("мая", 5, "month"), ("2021 года", 2021, "year")]),
        ("3,5 млн рублей", [("3,5 млн рублей", 3_500_000, "currency")]),
        ("15 000 человек", [("15 000", 15_000, "cardinal")]),
        ("в среду", [("среду", 3, "weekday")]),
        ("две трети", [("две трети", 0.666667, "fraction")]),
    ],
    "de": [
        ("fünfundzwanzig Menschen", [("fünfundzwanzig", 25, "cardinal")]),
        ("zweihundertfünfzigtausend", [("zweihundertfünfzigtausend", 250_000, "cardinal")]),
        ("neunzehnhundertfünfundvierzig", [("neunzehnhundertfünfundvierzig", 1945, "cardinal")]),
        ("am 26. Mai 2021", [("26.", 26, "day"), ("Mai", 5, "month"), ("2021", 2021, "cardinal")]),
        ("im 19. Jahrhundert", [("19. Jahrhundert", 19, "century")]),
        ("die 1930er Jahre", [("1930er", 1930, "decade")]),
        ("3,5 Millionen Euro", [("3,5 Millionen Euro", 3_500_000, "currency")]),
        ("zwei Drittel", [("zwei Drittel", 0.666667, "fraction")]),
        ("einundzwanzigsten", [("einundzwanzigsten", 21, "ordinal")]),
        ("fünfjährige", [("fünfjährige", 5, "measure")]),
        ("17.30 Uhr", [("17.30 Uhr", 1050, "time")]),
        ("und acht", [("acht", 8, "cardinal")]),
    ],
    "ja": [
        (
            "2021年9月10日、500円",
            [("2021年", 2021, "year"), ("9月", 9, "month"), ("10日", 10, "day"), ("500円", 500, "currency")],
        )
    ],
    "fr": [
        (
            "1 500 personnes, 3,5 % au XXe siècle",
            [("1 500", 1500, "cardinal"), ("3,5 %", 3.5, "percent"), ("XX", 20, "ordinal")],
        )
    ],
    "xx": [
        (
            "on 12.05.2021 at 17:30",
            [("12", 12, "day"), ("05", 5, "month"), ("2021", 2021, "year"), ("17:30", 1050, "time")],
        )
    ],
}


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [(code, text, expected) for code, cases in CASES.items() for text, expected in cases],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_numbers(code, text, expected):
    found = language(code).quantities(text)
    assert [(text[q.start : q.end], q.value, q.kind.value) for q in found] == expected


@pytest.mark.parametrize(
    ("source", "target", "source_text", "target_text"),
    [
        ("en", "ka", "a 550-pound pig", "550 ფუნტის ღორი"),
        ("ru", "ka", "свинья весом в 250 килограмм", "550 ფუნტის ტახი"),
        ("ru", "ka", "до 27 градусов", "80 გრადუსამდე"),
        ("de", "ka", "fünfundzwanzig Menschen am 26. Mai", "26 მაისს ოცდახუთი ადამიანი"),
        ("zh", "en", "第33届展会有1.42亿人", "142 million people at the 33rd fair"),
    ],
)
def test_other_pairs_agree_by_value(source, target, source_text, target_text):
    found = compare(language(source).quantities(source_text), language(target).quantities(target_text))
    assert found.agrees


@pytest.mark.parametrize("code", known_languages())
@settings(max_examples=20)
@given(text=st.text(alphabet=st.sampled_from(list("0159.,:/%$-  aI年ორ%'½")), max_size=20))
def test_every_language_finds_digits_in_order(code, text):
    position = 0
    for quantity in language(code).quantities(text):
        assert position <= quantity.start < quantity.end <= len(text)
        position = quantity.end


@pytest.mark.parametrize(
    ("written", "decimal", "value", "other"),
    [
        ("1500", ".", 1500, None),
        ("1,500", ".", 1500, 1.5),
        ("1.500", ".", 1.5, 1500),
        ("1.500", ",", 1500, 1.5),
        ("1,5", ",", 1.5, None),
        ("1.234,56", ",", 1234.56, None),
        ("1,234.56", ".", 1234.56, None),
        ("1'234'567", ".", 1234567, None),
        ("15\u202f000", ",", 15_000, None),
        ("0.125", ",", 0.125, None),
        ("0,0.0.0", ",", 0, None),
        ("1,234.567.890", ".", 1_234_567_890, None),
    ],
)
def test_separators(written, decimal, value, other):
    assert read_number(written, decimal)[:2] == (value, other)


@given(st.integers(min_value=1, max_value=399))
def test_roman_numerals_there_and_back(value):
    assert roman(to_roman(value)) == value


@pytest.mark.parametrize("letters", ["IIII", "VX", "IC", "IXI", "ABC", ""])
def test_other_letters_are_no_roman_numeral(letters):
    assert roman(letters) is None
