"""The small parts of the aligner, case by case: what ties two texts, what is alike, what crosses."""

from __future__ import annotations

import random

import pytest
from rapidfuzz.distance import Levenshtein

from transreview.alignment.signals.marks import mark_tokens
from transreview.alignment.signals.names import _match
from transreview.alignment.signals.stems import stems
from transreview.alignment.signals.ties import copy_tokens, tie_tokens
from transreview.alignment.stretches import _groups, _inside, _require_disjoint, _runs
from transreview.errors import UsageError
from transreview.formats.inline_marks import find_marks
from transreview.languages import language
from transreview.model.bead import Bead


@pytest.mark.parametrize(
    ("one", "other", "sure"),
    [
        ("ab", "ab", 0.3),
        ("abcdef", "abcdef", 0.9),
        ("abcdefg", "abcdefg", 0.9),
        ("abc", "abd", 0.0),
        ("abcd", "abce", 0.2),
        ("abcd", "abcde", 0.3),
        ("abcdef", "abcdxy", 0.0),
        ("abcdefg", "bcdefgh", 0.3),
        ("abcdefg", "abcdexy", 0.0),
        ("abcdefgh", "abcdexyz", 0.0),
    ],
)
def test_sounds_are_the_surer_the_longer_they_agree(one: str, other: str, sure: float) -> None:
    assert _match({one}, {other}).get((one, other), 0.0) == pytest.approx(sure)
    assert _match({other}, {one}).get((other, one), 0.0) == pytest.approx(sure)


@pytest.mark.parametrize("seed", range(3))
def test_the_pairs_of_sounds_that_are_found_are_all_that_are_near_enough(seed: int) -> None:
    draw = random.Random(seed)
    left, right = (
        {"".join(draw.choices("KLMN", k=draw.randint(3, 9))) for _ in range(150)} for _side in "ab"
    )
    assert _match(left, right) == pytest.approx(
        {(a, b): sure for a in left for b in right if (sure := _likeness(a, b))}
    )


def _likeness(a: str, b: str) -> float:
    """Tell the same pair by pair, by the edits between them."""
    if a == b:
        return min(0.15 * len(a), 0.9)
    edits, longest = Levenshtein.editops(a, b), max(len(a), len(b))
    if len(edits) == 1 and longest >= 4:
        return 0.1 * (longest - 2)
    # Two are let pass where a sound is lost in each.
    cuts = [{word[:k] + word[k + 1 :] for k in range(len(word))} for word in (a, b)]
    return 0.3 if longest >= 7 and cuts[0] & cuts[1] else 0.0


@pytest.mark.parametrize(
    ("text", "code", "tokens"),
    [
        ("", "en", {"end"}),
        ("One, two.", "en", {"end."}),
        ("(a) b (c)", "en", {"(", "end"}),
        ("(a) (b) (c)", "en", {"(", "((", "end"}),
        ("Why?", "en", {"?", "end?"}),
        ("为什么？", "zh", {"?", "end?"}),
        ("他说：“好。”", "zh", {":", "“", "end."}),
        ("Done.)", "en", {"end."}),
        ("x", "th", set()),  # sentences of Thai end in nothing
    ],
)
def test_marks_are_counted_once_twice_and_at_the_end(text: str, code: str, tokens: set[str]) -> None:
    assert mark_tokens(text, language(code)) == tokens


@pytest.mark.parametrize(("text", "count"), [("a bc d", 1), ("ab cd", 2), ("", 0), ("x y z", 0)])
def test_words_of_one_letter_are_no_keys(text: str, count: int) -> None:
    assert len(stems(text, "en")) == count


def test_an_address_without_one_and_other_marks_tie_nothing() -> None:
    def tied(text: str) -> set[str]:
        return tie_tokens(text, find_marks(text))

    assert tied("[一](a/b.md)") == tied("[სხვა](../a/b.md)") != set()
    assert tied("[一]()") == set()
    assert tied("**重要**") == set()
    assert tied("<b>x</b>") == set()
    assert len(tied("`git` {0} https://example.org/x")) == 3
    assert copy_tokens("Some TEXT") == copy_tokens("some  text")


def bead(left: int, right: int) -> Bead:
    return Bead((left,), (right,), fixed=True)


@pytest.mark.parametrize(
    ("beads", "groups"),
    [
        ([], []),
        ([(0, 0), (1, 1)], [[0], [1]]),
        ([(0, 1), (1, 0)], [[0, 1]]),
        ([(0, 0), (1, 3), (2, 2), (3, 4)], [[0], [1, 2], [3]]),
        ([(0, 1), (1, 3), (2, 2), (3, 0)], [[0, 1, 2, 3]]),
        ([(0, 2), (1, 1), (2, 3)], [[0, 1], [2]]),
    ],
)
def test_beads_that_cross_belong_together(beads: list[tuple[int, int]], groups: list[list[int]]) -> None:
    found = _groups([bead(*one) for one in beads])
    assert [sorted(one.source[0] for one in group) for group in found] == groups


@pytest.mark.parametrize(
    ("numbers", "runs"),
    [([], []), ([3], [(3, 1)]), ([1, 2, 3], [(1, 3)]), ([1, 3, 4, 7], [(1, 1), (3, 2), (7, 1)])],
)
def test_neighbouring_numbers_make_a_run(numbers: list[int], runs: list[tuple[int, int]]) -> None:
    assert _runs(numbers) == runs


def test_free_units_among_crossing_beads_are_stretches_of_their_own() -> None:
    both = _inside([bead(0, 3), bead(3, 0)])
    assert len(both) == 2
    assert (both[1].top, both[1].left, both[1].rows, both[1].columns) == (1, 1, 2, 2)
    apart = _inside([bead(0, 4), bead(2, 2), bead(4, 0)])
    assert [(one.top, one.left, one.rows, one.columns) for one in apart[1:]] == [
        (1, 0, 1, 0), (3, 0, 1, 0), (0, 1, 0, 1), (0, 3, 0, 1),
    ]  # fmt: skip
    assert len(_inside([bead(0, 1), bead(1, 0)])) == 1


@pytest.mark.parametrize(
    ("beads", "words"),
    [
        ([bead(0, 0), bead(0, 1)], "share a unit of the source"),
        ([bead(0, 0), bead(1, 0)], "share a unit of the target"),
        ([bead(2, 0)], "names a unit that the source does not have"),
        ([bead(0, 3)], "names a unit that the target does not have"),
        ([Bead((-1,), (0,))], "names a unit that the source does not have"),
    ],
)
def test_what_a_person_fixed_must_be_there_once(beads: list[Bead], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        _require_disjoint(beads, 2, 3)
    _require_disjoint([bead(0, 2), bead(1, 0)], 2, 3)
    _require_disjoint([], 2, 3)
