"""Terms of languages with spaces are found in their inflected forms, and not in other words."""

from __future__ import annotations

import pytest

from transreview.model.glossary import Concept, Glossary, Term
from transreview.terminology.index import TermIndex
from transreview.terminology.words import _ending, _related


def found(language: str, terms: list[str], text: str, hint: str = "") -> list[str]:
    concepts = [Concept(t, terms=(Term(t, language, grammar=(hint,) if hint else ()),)) for t in terms]
    return [text[m.start : m.end] for m in TermIndex(concepts, language).find(text)]


@pytest.mark.parametrize(
    ("language", "term", "text", "expected"),
    [
        ("en", "industry", "Industries grow; the industrial base does not.", ["Industries"]),
        (
            "en",
            "contact lens",
            "Soft contact lenses, a contact-lens case.",
            ["contact lenses", "contact-lens"],
        ),
        ("en", "contact lens", "Contact. Lens makers", []),
        ("en", "AI", "AI and ai and FAIR", ["AI"]),
        ("en", "optician", "opticians’ skills", ["opticians"]),
        ("ru", "очки", "в очках и без очков", ["очках", "очков"]),
        ("ru", "промышленность", "промышленный рост промышленности", ["промышленности"]),
        ("de", "Brille", "mit zwei Brillen", ["Brillen"]),
        ("fr", "lunettes", "l'industrie des lunettes", ["lunettes"]),
        ("tr", "gözlük", "gözlükler", ["gözlükler"]),
        ("xx", "foo", "foo foos Foo", ["foo", "Foo"]),
    ],
)
def test_inflected_forms_match_and_derived_words_do_not(language, term, text, expected):
    assert found(language, [term], text) == expected


def test_exact_asks_for_the_form_as_it_stands():
    assert found("en", ["lens"], "a lens, two lenses", hint="exact") == ["lens"]


def test_the_longest_term_wins_and_all_are_there_on_request():
    concepts = [Concept(t, terms=(Term(t, "en"),)) for t in ("council", "standing council")]
    index = TermIndex(Glossary(tuple(concepts)), "en")
    text = "the standing council and a council"
    assert [m.concept_id for m in index.find(text)] == ["standing council", "council"]
    assert [m.concept_id for m in index.find_all(text)] == ["standing council", "council", "council"]


def test_terms_of_every_script_and_region_of_the_language_count():
    concepts = [Concept("a", terms=(Term("眼镜", "zh-Hans"), Term("spectacles", "en-GB")))]
    assert TermIndex(concepts, "zh-Hant-TW").find("眼鏡")
    assert TermIndex(concepts, "en").find("Spectacles")
    assert not TermIndex(concepts, "de").find("spectacles")


@pytest.mark.parametrize(
    ("one", "other", "related"),
    [
        ("len", "lens", True),
        ("len", "lense", True),
        ("len", "lenses", False),
        ("lens", "len", True),
        ("le", "len", False),
        ("len", "land", False),
    ],
)
def test_stems_that_the_stemmer_cut_twice_differ_by_two_letters_at_most(one, other, related):
    assert _related(one, other) is related


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [("очки", "очках", 2), ("очки", "очки", 0), ("lens", "lenses", 2), ("abc", "xyz", 3), ("ab", "abcd", 2)],
)
def test_an_ending_is_what_the_longer_word_has_after_the_common_beginning(one, other, letters):
    assert _ending(one, other) == letters


@pytest.mark.parametrize(
    ("language", "term", "text", "confidence"),
    [
        ("en", "lens", "LENS", 1.0),
        ("en", "industry", "industries", 0.95),
        ("ru", "очки", "очках", 0.75),
        ("en", "industry", "industrial", None),
        ("en", "contact lens", "contact lenses", 0.75),
    ],
)
def test_a_match_is_as_sure_as_its_least_sure_word(language, term, text, confidence):
    matches = TermIndex([Concept("c", terms=(Term(term, language),))], language).find(text)
    assert [match.confidence for match in matches] == ([] if confidence is None else [confidence])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("contact\u00a0lens", ["contact\u00a0lens"]),
        ("contact‑lens", ["contact‑lens"]),
        ("contact, lens", []),
        ("contact (lens)", []),
        ("contact", []),
        ("lens contact", []),
    ],
)
def test_the_words_of_a_term_stand_side_by_side(text, expected):
    assert found("en", ["contact lens"], text) == expected


def test_a_single_capital_letter_is_no_acronym():
    assert found("en", ["X"], "x and X") == ["x", "X"]
    assert found("en", ["AI"], "Ai") == []


def test_terms_without_a_word_and_texts_without_terms_find_nothing():
    assert found("en", ["…"], "… and more") == []
    assert found("en", [], "contact lens") == []


def test_all_matches_stand_in_the_order_of_the_text_the_longer_first():
    concepts = [Concept(t, terms=(Term(t, "en"),)) for t in ("lens", "soft lens", "soft")]
    found_all = TermIndex(concepts, "en").find_all("a soft lens")
    assert [match.concept_id for match in found_all] == ["soft lens", "soft", "lens"]
