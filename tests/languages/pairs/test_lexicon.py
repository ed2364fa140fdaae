"""The lexicon: a small file of associations that is read fast and tells the same from both sides."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from transreview.alignment.signals.stems import stems
from transreview.languages import language
from transreview.languages.pairs.associations import DATA
from transreview.languages.pairs.lexicon import Bridge, Lexicon, load_lexicon, load_words, pack_lexicon

sys.path.insert(0, str(Path(__file__).parents[3] / "scripts"))

from lexicon.counting import model_one, through


def strength(lexicon: Lexicon | Bridge, left: str, right: str) -> tuple[float, float]:
    place = np.array([lexicon.left[left]]), np.array([lexicon.right[right]])
    pairs, forward, backward = lexicon.among(*place)
    return (float(forward[0]), float(backward[0])) if len(pairs) else (0.0, 0.0)


@pytest.mark.parametrize(
    ("word", "stem"),
    [("中国", "ჩინეთ"), ("协会", "ასოცია"), ("医生", "ექიმ"), ("伦敦", "ლონდონ"), ("水", "წყალ")],
)
def test_common_words_are_known(word: str, stem: str) -> None:
    lexicon = load_lexicon("zh", "ka")
    assert lexicon is not None
    assert max(strength(lexicon, word, stem)) > 0.05


@pytest.mark.parametrize(
    ("languages", "word", "other"),
    [
        ("ja-en", "ファイル", "file"),
        ("ja-en", "設定", "settings"),
        ("ko-en", "언어를", "language"),
        ("hi-en", "भाषा", "language"),
        ("th-en", "ประเทศ", "country"),
        ("tr-en", "dosyalar", "file"),
        ("ru-en", "язык", "language"),
        ("de-en", "Sprachen", "language"),
        ("ar-en", "ملف", "file"),
        ("de-ka", "Sprache", "ენა"),
        ("ar-ka", "ملف", "ფაილი"),
        ("ko-zh", "언어", "语言"),
    ],
)
def test_words_of_other_pairs_are_known_directly_or_over_english(languages, word, other) -> None:
    codes = languages.split("-")
    keys = [
        stems(text, code)[0] if language(code).spaced else text
        for text, code in zip((word, other), codes, strict=True)
    ]
    for order in (1, -1):
        lexicon = load_words(*codes[::order])
        assert lexicon is not None
        assert max(strength(lexicon, *keys[::order])) > 0.05


def test_the_way_over_english_says_the_same_from_both_sides() -> None:
    there, back = load_words("de", "ka"), load_words("ka", "de")
    assert there is not None
    assert back is not None
    word, other = stems("Sprache", "de")[0], stems("ენა", "ka")[0]
    assert strength(there, word, other) == pytest.approx(strength(back, other, word)[::-1])


def test_nothing_is_known_of_a_language_that_no_table_has() -> None:
    assert load_words("cy", "ka") is None


def test_both_directions_say_the_same() -> None:
    lexicon, mirrored = load_lexicon("zh", "ka"), load_lexicon("ka", "zh")
    assert lexicon is not None
    assert mirrored is not None
    assert strength(lexicon, "中国", "ჩინეთ") == strength(mirrored, "ჩინეთ", "中国")[::-1]


def test_a_pair_without_a_file_has_none() -> None:
    assert load_lexicon("fr", "de") is None


def test_what_is_shipped_is_small() -> None:
    assert sum(path.stat().st_size for path in DATA.iterdir()) < 9_000_000


def test_packing_keeps_small_probabilities_apart() -> None:
    packed = pack_lexicon({("二", "ორი"): (0.01, 0.5), ("二", "ორ"): (0.02, 1.0)})
    assert packed["left"].tobytes().decode() == "二"
    assert packed["forward"][0] != packed["forward"][1]


def test_model_one_finds_what_translates_what() -> None:
    pairs = [
        (["红", "车"], ["წითელი", "მანქანა"]),
        (["红", "书"], ["წითელი", "წიგნი"]),
        (["新", "书"], ["ახალი", "წიგნი"]),
    ]
    table = model_one(pairs, rounds=20, least=0.0, count=0.0)
    for word, translation in (("红", "წითელი"), ("书", "წიგნი")):
        others = [p for (a, b), p in table.items() if a == word and b != translation]
        assert table[word, translation] > max(others)


def test_the_way_over_a_third_language_multiplies() -> None:
    table = through({("红", "red"): 0.5}, {("red", "წითელი"): 0.8, ("blue", "ლურჯი"): 1.0}, 0.0)
    assert table == {("红", "წითელი"): pytest.approx(0.4)}
