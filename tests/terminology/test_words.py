"""Terms of languages with spaces are found in their inflected forms, and not in other words."""

from __future__ import annotations

import pytest

from transreview.model.glossary import Concept, Glossary, Term
from transreview.terminology.index import TermIndex


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
