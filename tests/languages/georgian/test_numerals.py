"""Georgian numerals in every form."""

from __future__ import annotations

import pytest

from transreview.languages.georgian.numerals import CARDINALS, read_numeral
from transreview.languages.georgian.quantities import quantities
from transreview.languages.number_words import Role

# Written from the rule, apart from the tables: n = 20·k + r.
ONES = ["ერთი", "ორი", "სამი", "ოთხი", "ხუთი", "ექვსი", "შვიდი", "რვა", "ცხრა", "ათი"]
TEENS = [
    "თერთმეტი",
    "თორმეტი",
    "ცამეტი",
    "თოთხმეტი",
    "თხუთმეტი",
    "თექვსმეტი",
    "ჩვიდმეტი",
    "თვრამეტი",
    "ცხრამეტი",
]
SCORES = ["", "ოც", "ორმოც", "სამოც", "ოთხმოც"]


def nominative(n: int) -> str:
    score, rest = divmod(n, 20)
    below = (ONES + TEENS)[rest - 1] if rest else ""
    if not score:
        return below
    return SCORES[score] + ("და" + below if rest else "ი")


@pytest.mark.parametrize("n", range(1, 100))
def test_cardinals_in_their_cases(n):
    word = nominative(n)
    forms = [word]
    if word.endswith("ი"):
        stem = word[:-1]
        forms += [
            stem,
            stem + "მა",
            stem + "ს",
            stem + "ის",
            stem + "ით",
            stem + "ად",
            stem + "ზე",
            stem + "იდან",
            stem + "იც",
        ]
    else:
        forms += [
            word + "მ",
            word + "ს",
            word[:-1] + "ის",
            word[:-1] + "ით",
            word + "ზე",
            word[:-1] + "იდან",
            word + "მდე",
        ]
    for form in forms:
        reading = read_numeral(form)
        assert reading is not None, form
        assert (reading.role, reading.value) == (Role.NUMBER, n), form


@pytest.mark.parametrize(
    ("form", "value"),
    [
        ("მეორე", 2), ("მესამეს", 3), ("მერვემ", 8), ("მეცხრე", 9), ("მეცხრის", 9), ("მეათედ", 10), ("მეთერთმეტეში", 11),
        ("მეოცე", 20), ("ოცდამეერთე", 21), ("ორმოცდამეათე", 50), ("ოთხმოცდამეცხრამეტეს", 99), ("მეასე", 100), ("მეათასე", 1000),
        ("პირველად", 1),
    ],
)  # fmt: skip
def test_ordinals(form, value):
    reading = read_numeral(form)
    assert reading is not None
    assert (reading.role, reading.value) == (Role.ORDINAL, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ას ოცდახუთი", 125), ("ორას ორმოცდაათი", 250), ("ათას ცხრაას ოთხმოცდაოთხი", 1984), ("ხუთი ათასი", 5000),
        ("ხუთას ათასი", 500_000), ("ორი მილიონ სამასი ათასი", 2_300_000), ("ნახევარი მილიონი", 500_000),
        ("ორნახევარი მილიონი", 2_500_000), ("სამი მეოთხედი", 0.75), ("ორი მესამედი", 0.666667), ("მილიონნახევარი", 1_500_000),
        ("სამი ათეული", 30),
    ],
)  # fmt: skip
def test_numbers_of_several_words(text, value):
    (quantity,) = quantities(text)
    assert quantity.value == value


@pytest.mark.parametrize(
    "word",
    [
        "სამართალი", "სამხრეთი", "ასე", "ასევე", "ორგანიზაცია", "ოცნება", "ათენი", "მეტი", "მერე", "მეორადი", "ერთ-ერთი",
        "ერთად", "ხუთშაბათი", "სამუშაო", "ოთხკუთხა", "ორშაბათი", "ასაკი", "ორივეგან", "ცხრილი", "რვეული", "ათლეტი",
    ],
)  # fmt: skip
def test_words_that_only_begin_like_a_numeral(word):
    if word == "ოთხკუთხა":
        assert read_numeral(word).idiom
    elif word == "ერთად":
        # The adverbial case of "one", and "together": never a sure number.
        assert read_numeral(word).idiom
    else:
        assert read_numeral(word) is None


@pytest.mark.parametrize("word", ["ათობით", "ასობით", "ათასობით", "მილიონობით", "ათასები", "მილიონერი"])
def test_indefinite_amounts_are_marked(word):
    reading = read_numeral(word)
    assert reading is not None
    assert reading.approximate
    assert reading.idiom


def test_every_stem_reads_as_its_own_value():
    for stem, value in CARDINALS.items():
        reading = read_numeral(stem if stem.endswith("ა") else stem + "ი")
        assert reading is not None
        assert reading.value == value
