"""The lexicon: a small file of associations that is read fast and tells the same from both sides."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from transreview.languages.pairs.associations import DATA
from transreview.languages.pairs.lexicon import Lexicon, load_lexicon, pack_lexicon

sys.path.insert(0, str(Path(__file__).parents[3] / "scripts"))

from lexicon.counting import model_one, through


def strength(lexicon: Lexicon, left: str, right: str) -> tuple[float, float]:
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


def test_both_directions_say_the_same() -> None:
    lexicon, mirrored = load_lexicon("zh", "ka"), load_lexicon("ka", "zh")
    assert lexicon is not None
    assert mirrored is not None
    assert strength(lexicon, "中国", "ჩინეთ") == strength(mirrored, "ჩინეთ", "中国")[::-1]


def test_a_pair_without_a_file_has_none() -> None:
    assert load_lexicon("fr", "de") is None


def test_what_is_shipped_is_small() -> None:
    assert sum(path.stat().st_size for path in DATA.iterdir()) < 6_000_000


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
