"""Whole paradigms of words of every stem class, form by form."""

from __future__ import annotations

from pathlib import Path

import pytest

from transreview.languages.georgian.declension import Cell, decline, paradigm
from transreview.languages.georgian.declension.phrase import phrase_of
from transreview.languages.georgian.declension.suffixes import StemClass

GOLDEN = Path(__file__).parent / "golden" / "paradigms.tsv"


def golden() -> list[tuple[str, tuple[str, ...], list[str]]]:
    lines = [line for line in GOLDEN.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows = [line.split("\t") for line in lines]
    return [(term, (hint,) if hint else (), forms.split()) for term, hint, forms in rows]


@pytest.mark.parametrize(("term", "hints", "forms"), golden(), ids=lambda value: str(value)[:12])
def test_every_form_of_the_paradigm_is_the_golden_one(
    term: str, hints: tuple[str, ...], forms: list[str]
) -> None:
    assert list(paradigm(term, hints).forms.values()) == forms


def test_the_golden_words_cover_every_stem_class_and_are_forty_at_least() -> None:
    rows = golden()
    classes = {phrase.stems.stem_class for t, h, _ in rows if (phrase := phrase_of(t, h)).stems is not None}
    assert classes == set(StemClass)
    assert len(rows) >= 40


def test_a_paradigm_is_asked_for_by_cell() -> None:
    assert paradigm("წყალი")[Cell("Gen")] == "წყლის"
    assert paradigm("წყალი")[Cell("Dat", "Sing", "ში")] == "წყალში"


@pytest.mark.parametrize(
    ("expected", "term", "cell"),
    [
        ("ქალაქისა", "ქალაქი", {"case": "Gen", "style": "long"}),
        ("ქალაქებსა", "ქალაქი", {"case": "Dat", "number": "Plur", "style": "long"}),
        ("ქალაქისათვის", "ქალაქი", {"case": "Gen", "postposition": "თვის", "style": "long"}),
        ("ასოციაციათა", "ასოციაცია", {"case": "Gen", "number": "Plur", "style": "old"}),
        ("ქალაქნი", "ქალაქი", {"case": "Nom", "number": "Plur", "style": "old"}),
        ("ქალაქშიც", "ქალაქი", {"case": "Dat", "postposition": "ში", "clitic": "ც"}),
        ("ქალაქსაც", "ქალაქი", {"case": "Dat", "clitic": "ც"}),
        (
            "ქალაქებისთვისაც",
            "ქალაქი",
            {"case": "Gen", "number": "Plur", "postposition": "თვის", "clitic": "ც"},
        ),
        ("სისტემაა", "სისტემა", {"case": "Nom", "clitic": "ა"}),
        ("ქალაქია", "ქალაქი", {"case": "Nom", "clitic": "ა"}),
        ("ქალაქისაა", "ქალაქი", {"case": "Gen", "clitic": "ა"}),
        ("ბავშვობიდანვე", "ბავშვობა", {"case": "Ins", "postposition": "დან", "clitic": "ვე"}),
        ("კვლევისას", "კვლევა", {"case": "Gen", "postposition": "ას"}),
        ("დანახვისთანავე", "დანახვა", {"case": "Gen", "postposition": "თანავე"}),
        ("ოჯახითურთ", "ოჯახი", {"case": "Ins", "postposition": "ურთ"}),
        ("ხალხისადმი", "ხალხი", {"case": "Gen", "postposition": "ადმი"}),
        ("სურვილისამებრ", "სურვილი", {"case": "Gen", "postposition": "მებრ"}),
    ],
)
def test_style_postposition_and_clitic_are_put_together(
    expected: str, term: str, cell: dict[str, str]
) -> None:
    assert decline(term, **cell) == expected


def test_a_postposition_decides_the_case() -> None:
    assert decline("ქალაქი", "Nom", postposition="ში") == "ქალაქში"
    assert decline("ძალა", "Nom", postposition="ვით") == "ძალასავით"


@pytest.mark.parametrize(
    ("case", "number", "postposition"), [("Abl", "Sing", ""), ("Nom", "Dual", ""), ("Dat", "Sing", "x")]
)
def test_a_cell_that_georgian_does_not_have_is_refused(case: str, number: str, postposition: str) -> None:
    with pytest.raises(ValueError, match="no such cell"):
        decline("ქალაქი", case, number, postposition=postposition)


@pytest.mark.parametrize(
    ("expected", "term", "hints"),
    [
        ("წყლის", "წყალი", ()),
        ("წყალის", "წყალი", ("no-syncope",)),
        ("დოლრის", "დოლარი", ("syncope",)),
        ("კარვნის", "კარავანი", ("stem=კარვნ",)),
        ("ნინას", "ნინა", ("name",)),
        ("კაფე", "კაფე", ("indeclinable",)),
        ("ჩინეთი დღეს", "ჩინეთი დღეს", ("exact",)),
        ("ნაწარმოების", "ნაწარმოები", ()),
        ("ბრძოლის უფლებისთვის", "ბრძოლა უფლებისთვის", ("head=1",)),
        ("ბრძოლის უფლებისთვის", "ბრძოლა უფლებისთვის", ("head=-2",)),
        ("ხელშეკრულების ვაჭრობის შესახებ", "ხელშეკრულება ვაჭრობის შესახებ", ()),
    ],
)
def test_hints_of_the_entry_win(expected: str, term: str, hints: tuple[str, ...]) -> None:
    assert decline(term, "Gen", hints=hints) == expected


def test_a_plural_citation_has_no_singular() -> None:
    assert decline("ფინანსები", "Gen", "Sing") == decline("ფინანსები", "Gen", "Plur") == "ფინანსების"
    assert {cell.number for cell in paradigm("ფინანსები").forms} == {"Plur"}


@pytest.mark.parametrize(
    ("expected", "case"),
    [
        *(("ოპტიკური", "Nom"), ("ოპტიკურმა", "Erg"), ("ოპტიკურ", "Dat"), ("ოპტიკური", "Gen")),
        *(("ოპტიკური", "Ins"), ("ოპტიკურ", "Ess"), ("ოპტიკურო", "Voc")),
    ],
)
def test_an_adjective_before_its_noun_agrees_by_case(expected: str, case: str) -> None:
    assert decline("ოპტიკური", case, attributive=True) == expected
    assert decline("ოპტიკური ასოციაცია", case).split()[0] == expected


def test_modifiers_that_do_not_change_stay() -> None:
    for term in ("სამრეწველო კლასტერი", "მწვანე კლასტერი", "ოპტიკის კლასტერი", "გიორგი კლასტერი"):
        first = term.split()[0]
        assert {form.split()[0] for form in paradigm(term).forms.values()} == {first}


def test_the_adjective_of_an_inner_genitive_stays() -> None:
    assert decline("ეროვნული თავდაცვის სამინისტრო", "Dat") == "ეროვნული თავდაცვის სამინისტროს"


def test_only_the_last_part_of_a_hyphenated_word_declines() -> None:
    assert decline("და-ძმა", "Gen") == "და-ძმის"
    assert decline("სოციალურ-ეკონომიკური პოლიტიკა", "Dat") == "სოციალურ-ეკონომიკურ პოლიტიკას"


@pytest.mark.parametrize(
    ("expected", "term", "case", "postposition"),
    [
        ("2020-დან", "2020", "Ins", "დან"),
        ("10-მდე", "10", "Ess", "მდე"),
        ("8-მ", "8", "Erg", ""),
        ("18-მა", "18", "Erg", ""),
        ("50%-ით", "50%", "Ins", ""),
        ("NATO-სთვის", "NATO", "Gen", "თვის"),
        ("BBC-მ", "BBC", "Erg", ""),
        ("IBM-მა", "IBM", "Erg", ""),
        ("Microsoft-ში", "Microsoft", "Dat", "ში"),
        ("Huawei-ს", "Huawei", "Gen", ""),
        ("სსრკ-ში", "სსრკ", "Dat", "ში"),
    ],
)
def test_other_scripts_and_acronyms_take_their_ending_after_a_hyphen(
    expected: str, term: str, case: str, postposition: str
) -> None:
    assert decline(term, case, postposition=postposition) == expected
