"""What holds for every two lists of units, whatever is in them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from transreview.alignment import align
from transreview.model.bead import Bead
from transreview.model.unit import Unit

WORDS = [
    "协会",
    "2021年",
    "二十",
    "会议。",
    "ასოციაცია",
    "20",
    "BBC",
    "？",
    "，",
    "შეხვედრა.",
    "5月",
    "ოცი",
    " ",
    "!",
    "a",
]
texts = st.lists(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), max_size=9)


def units(side: list[str]) -> list[Unit]:
    return [Unit(text, paragraph=place // 2) for place, text in enumerate(side)]


def covered(beads: list[Bead]) -> tuple[list[int], list[int]]:
    return [i for b in beads for i in b.source], [j for b in beads for j in b.target]


@settings(max_examples=60)
@given(texts, texts)
def test_every_unit_is_in_exactly_one_bead_and_order_is_kept(source: list[str], target: list[str]) -> None:
    beads = align(units(source), units(target), "zh", "ka")
    left, right = covered(beads)
    assert sorted(left) == list(range(len(source)))
    assert sorted(right) == list(range(len(target)))
    straight_left, straight_right = covered([b for b in beads if not b.crossed])
    assert straight_left == sorted(straight_left)
    assert straight_right == sorted(straight_right)
    assert all(b.source or b.target for b in beads)
    assert all(0.0 <= b.confidence <= 1.0 for b in beads)


@settings(max_examples=30)
@given(texts, texts)
def test_the_answer_is_the_same_twice(source: list[str], target: list[str]) -> None:
    once = align(units(source), units(target), "zh", "ka")
    assert align(units(source), units(target), "zh", "ka") == once


@settings(max_examples=40)
@given(texts, texts, st.sampled_from([("zh", "ka"), ("ka", "ka"), ("en", "ru")]))
def test_exchanged_sides_give_the_mirrored_answer(
    source: list[str], target: list[str], codes: tuple[str, str]
) -> None:
    beads = align(units(source), units(target), *codes)
    mirrored = align(units(target), units(source), *codes[::-1])
    assert {(b.source, b.target, b.confidence, b.crossed) for b in beads} == {
        (b.target, b.source, b.confidence, b.crossed) for b in mirrored
    }


@settings(max_examples=40)
@given(texts, texts, st.data())
def test_fixed_beads_are_kept_and_nothing_else_touches_their_units(
    source: list[str], target: list[str], data: st.DataObject
) -> None:
    fixed: list[Bead] = []
    free_left, free_right = list(range(len(source))), list(range(len(target)))
    for _number in range(data.draw(st.integers(0, 3))):
        left = (free_left.pop(data.draw(st.integers(0, len(free_left) - 1))),) if free_left else ()
        keep_right = free_right and (not left or data.draw(st.booleans()))
        right = (free_right.pop(data.draw(st.integers(0, len(free_right) - 1))),) if keep_right else ()
        if left or right:
            fixed.append(Bead(left, right))
    beads = align(units(source), units(target), "zh", "ka", fixed=fixed)
    kept = {(b.source, b.target) for b in beads if b.fixed}
    assert kept == {(b.source, b.target) for b in fixed}
    left_units, right_units = covered(beads)
    assert sorted(left_units) == list(range(len(source)))
    assert sorted(right_units) == list(range(len(target)))


def test_a_side_without_units_leaves_the_other_alone() -> None:
    assert align([], [], "zh", "ka") == []
    assert [b.type for b in align(units(["一", "二"]), [], "zh", "ka")] == ["1-0", "1-0"]
    assert [b.type for b in align([], units(["ერთი", "ორი"]), "zh", "ka")] == ["0-1", "0-1"]


def test_empty_units_are_units() -> None:
    left, right = covered(align(units(["", "会议。", ""]), units(["შეხვედრა.", ""]), "zh", "ka"))
    assert left == [0, 1, 2]
    assert right == [0, 1]


def test_ten_thousand_identical_units_go_one_by_one() -> None:
    beads = align(
        units(["会议在长沙召开。"] * 10_000), units(["შეხვედრა ჩანშაში გაიმართა."] * 10_000), "zh", "ka"
    )
    assert all(b.source == b.target and len(b.source) == 1 for b in beads)


def test_one_unit_of_a_million_characters_is_aligned() -> None:
    source = ["标题", "会议在长沙召开，" * 125_000, "结束。"]
    beads = align(
        units(source), units(["სათაური", "შეხვედრა ჩანშაში გაიმართა, " * 300, "დასასრული."]), "zh", "ka"
    )
    left, right = covered(beads)
    assert left == [0, 1, 2]
    assert right == [0, 1, 2]


def test_what_a_person_left_alone_stays_alone_among_units_of_one_text() -> None:
    same = units(["协会 协会"] * 3)
    beads = align(same, same, "zh", "ka", fixed=[Bead((1,), ()), Bead((), (0,))])
    assert {(b.source, b.target) for b in beads if b.fixed} == {((1,), ()), ((), (0,))}
    left, right = covered(beads)
    assert sorted(left) == sorted(right) == [0, 1, 2]
