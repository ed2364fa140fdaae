"""Spelling: the list of Georgian forms, and Hunspell dictionaries of the system."""

import pytest

from transreview.languages import hunspell
from transreview.languages.spelling import speller, words_of

AFF = """SET UTF-8
TRY esianrtolcdugmphbyfvkwäöüß
SFX N Y 1
SFX N 0 n e
"""
DIC = """4
Straße/N
Größe/N
über
Haus
"""


def dictionary(folder, name, words=DIC):
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.aff").write_text(AFF, encoding="utf-8")
    (folder / f"{name}.dic").write_text(words, encoding="utf-8")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("მთაავარი", "მთავარი"),
        ("კონფრენცია", "კონფერენცია"),
        ("საქართვლო", "საქართველო"),
        ("ასოცაცია", "ასოციაცია"),
        ("ხელშეკურლება", "ხელშეკრულება"),
        ("ქვეყანნა", "ქვეყანა"),
    ],
)
def test_a_slip_is_unknown_and_the_right_word_comes_first(wrong, right):
    georgian = speller("ka")
    assert georgian.known(right)
    assert not georgian.known(wrong)
    assert georgian.suggestions(wrong)[0] == right


def test_every_suggestion_is_another_and_a_known_word():
    georgian = speller("ka")
    found = georgian.suggestions("გადასახდი")
    assert "გადასახადი" in found
    assert len(set(found)) == len(found)
    assert all(georgian.known(word) for word in found)


def test_only_words_of_the_language_s_own_script_are_looked_at():
    text = "სიტყვა word 词 და COVID-19, არა-სიტყვა"
    assert [text[start:end] for start, end in words_of(text, "ka")] == ["სიტყვა", "არა", "სიტყვა"]


def test_a_dictionary_of_the_system_knows_words_and_their_forms(tmp_path, monkeypatch):
    pytest.importorskip("hunspell")
    dictionary(tmp_path / "own", "de_DE")
    monkeypatch.setenv("DICPATH", str(tmp_path / "own"))
    german = speller("de")
    assert german.name == "de_DE"
    assert all(german.known(word) for word in ("Straße", "Straßen", "über"))
    assert not german.known("Strase")
    assert german.suggestions("Strasse")[0] == "Straße"


def test_of_several_regions_the_one_of_the_tag_then_the_main_one_is_taken(tmp_path, monkeypatch):
    for name in ("pt_BR", "pt_PT", "xx_AA", "xx_BB"):
        dictionary(tmp_path / "own", name)
    (tmp_path / "own" / "hyph_pt.dic").write_text("", encoding="utf-8")
    monkeypatch.setenv("DICPATH", str(tmp_path / "own"))
    assert hunspell.dictionary_of("pt-BR").name == "pt_BR"
    assert hunspell.dictionary_of("pt").name == "pt_PT"
    assert hunspell.dictionary_of("xx").name == "xx_AA"
    assert hunspell.dictionary_of("yy") is None


def test_a_language_without_any_list_has_no_spelling(monkeypatch, tmp_path):
    monkeypatch.setenv("DICPATH", str(tmp_path))
    assert speller("zh") is None
    assert speller("yy") is None
