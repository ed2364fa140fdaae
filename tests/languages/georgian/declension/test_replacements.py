"""One term in the place of another, in the form that stood there."""

from __future__ import annotations

from pathlib import Path

import pytest

from transreview.languages.georgian.declension import Transfer, transfer

GOLDEN = Path(__file__).parent / "golden" / "replacements.tsv"


def golden() -> list[tuple[str, str, str, tuple[str, ...]]]:
    lines = [line for line in GOLDEN.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows = [line.split("\t") for line in lines]
    return [
        (old, surface.replace("\\n", "\n"), new, tuple(found.split(" | ")))
        for old, surface, new, found in rows
    ]


@pytest.mark.parametrize(("old", "surface", "new", "candidates"), golden(), ids=lambda value: str(value)[:14])
def test_the_phrase_is_rebuilt_in_the_same_cell(
    old: str, surface: str, new: str, candidates: tuple[str, ...]
) -> None:
    assert transfer(old, surface, new) == Transfer(candidates[0], candidates)


def test_the_golden_replacements_of_several_words_are_sixty_at_least() -> None:
    assert sum(" " in old or " " in new for old, _, new, _ in golden()) >= 60


@pytest.mark.parametrize(
    ("old", "surface", "new", "expected"),
    [
        ("კლასტერი", "კლასტერს", "ჯგუფი", "ჯგუფს"),
        ("კლასტერი", "„კლასტერი“-ს", "ჯგუფი", "„ჯგუფი“-ს"),
        ("კლასტერი", "„კლასტერების“", "ჯგუფი", "„ჯგუფების“"),
        ("კლასტერი", "კლასტერი“-ს", "ჯგუფი", "ჯგუფი“-ს"),
        ("პარტია „ქართული ოცნება“", "პარტია „ქართული ოცნების“", "მმართველი პარტია", "მმართველი პარტიის"),
        ("კლასტერი", "„კლასტერი“-ს", "წყალი", "„წყალი“-ს"),
        ("კლასტერი", "„კლასტერი“-ის", "წყალი", "„წყლის“"),
        ("კლასტერი", "«კლასტერს»", "ასოციაცია", "«ასოციაციას»"),
        ("კლასტერი", "კლას\u00adტერებში", "ჯგუფი", "ჯგუფებში"),
        ("NATO", "NATO\u2011სთან", "ალიანსი", "ალიანსთან"),
        ("ალიანსი", "ალიანსისთვის", "NATO", "NATO-სთვის"),
        ("ალიანსი", "ᲐᲚᲘᲐᲜᲡᲘᲡ", "კავშირი", "ᲙᲐᲕᲨᲘᲠᲘᲡ"),
    ],
)
def test_what_stands_around_the_word_is_kept(old: str, surface: str, new: str, expected: str) -> None:
    assert transfer(old, surface, new).form == expected


def test_dative_and_genitive_of_a_vowel_stem_are_asked_about() -> None:
    assert transfer("სახელმწიფო", "სახელმწიფოს", "ქვეყანა").candidates == ("ქვეყნის", "ქვეყანას")
    assert transfer("სახელმწიფო", "სახელმწიფოს", "სამთავრობო").ambiguous is False


def test_two_forms_in_use_are_both_offered() -> None:
    assert transfer("კანონი", "კანონის", "სამართალი").candidates == ("სამართლის", "სამართალის")


def test_a_plural_only_term_leaves_the_number_open() -> None:
    assert transfer("ფინანსები", "ფინანსების", "ფული").candidates == ("ფულების", "ფულის")


def test_what_is_no_form_of_the_term_is_not_replaced() -> None:
    assert transfer("ქალაქი", "ქალაქური", "სოფელი") == Transfer("", ())
    assert transfer("ქალაქი", "", "სოფელი") == Transfer("", ())
    assert transfer("ხელოვნური ინტელექტი", "ინტელექტს", "სწავლება") == Transfer("", ())
