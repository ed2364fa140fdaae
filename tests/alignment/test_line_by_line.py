"""As many units on both sides, of which nothing is known but their lengths: they go one to one."""

import random

import pytest

from transreview.alignment import align
from transreview.model.unit import Unit, UnitKind

THAI, DEVANAGARI, LATIN = (
    [chr(code) for code in codes] for codes in (range(0xE01, 0xE2F), range(0x905, 0x939), range(97, 123))
)


def labels(target_letters, count, *, spread, seed):
    """Return words that nobody knows, and their "translations": about as long, give or take a log spread."""
    draw = random.Random(seed)
    source, target = [], []
    for _at in range(count):
        size = draw.randint(5, 20)
        source.append("".join(draw.choice(THAI) for _ in range(size)))
        other = max(2, round(size * draw.lognormvariate(0, spread)))
        target.append("".join(draw.choice(target_letters) for _ in range(other)))
    return source, target


def units(texts):
    return [Unit(text, paragraph=at, kind=UnitKind.LIST_ITEM) for at, text in enumerate(texts)]


def aligned(source, target, language):
    return [(bead.source, bead.target) for bead in align(units(source), units(target), "th", language)]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("language", "letters"), [("hi", DEVANAGARI), ("en", LATIN)])
def test_labels_of_which_nothing_is_known_go_line_by_line(language, letters, seed):
    source, target = labels(letters, 120, spread=0.4, seed=seed)
    assert aligned(source, target, language) == [((at,), (at,)) for at in range(120)]


def test_units_that_are_shifted_by_a_loss_on_either_side_stay_shifted():
    source, target = labels(DEVANAGARI, 120, spread=0.1, seed=1)
    del source[20], target[90]
    beads = aligned(source, target, "hi")
    shifted = {((at,), (at + 1,)) for at in range(25, 85)}
    assert len(shifted & set(beads)) > 0.8 * len(shifted)


def test_texts_that_have_nothing_to_do_with_each_other_are_not_forced_together():
    source, _none = labels(DEVANAGARI, 40, spread=0.3, seed=2)
    _none, target = labels(DEVANAGARI, 40, spread=0.3, seed=9)
    assert sum(bool(left and right) for left, right in aligned(source, sorted(target, key=len), "hi")) < 40


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_few_units_keep_all_of_them(count):
    source, target = labels(LATIN, count, spread=0.5, seed=count)
    beads = aligned(source, target, "en")
    assert sorted(at for left, _right in beads for at in left) == list(range(count))
    assert sorted(at for _left, right in beads for at in right) == list(range(count))
