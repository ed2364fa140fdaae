"""Shapes that pages really have: blocks lost, neighbours swapped, paragraphs torn and joined."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from transreview.alignment import align
from transreview.formats.registry import read_document
from transreview.languages import language
from transreview.model.bead import Bead
from transreview.model.unit import Granularity, Unit

SAMPLE = Path(__file__).parents[2] / "corpus" / "mirror-industry"


def texts(name: str, code: str, granularity: Granularity = Granularity.PARAGRAPH) -> list[str]:
    document = read_document(SAMPLE / f"mirror-industry.{name}.txt", language=code)
    return [unit.text for unit in document.at(granularity, language(code).sentences).units]


SOURCE, TARGET = texts("zh", "zh"), texts("ka.mt", "ka")
# Paragraph by paragraph: the fifth and sixth of the Chinese are one in Georgian.
PAIRED = [*SOURCE[:4], SOURCE[4] + SOURCE[5], *SOURCE[6:]]


def units(side: Sequence[str]) -> list[Unit]:
    return [Unit(text, paragraph=place) for place, text in enumerate(side)]


def aligned(
    source: Sequence[str], target: Sequence[str], *codes: str, fixed: Sequence[Bead] = ()
) -> list[Bead]:
    return align(units(source), units(target), *(codes or ("zh", "ka")), fixed=fixed)


def shapes(beads: Sequence[Bead]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.source, bead.target) for bead in beads]


@pytest.mark.parametrize("at", [2, 4, 7, 9, 13])
def test_swapped_neighbours_are_paired_and_flagged(at: int) -> None:
    target = [*TARGET]
    target[at], target[at + 1] = target[at + 1], target[at]
    beads = aligned(PAIRED, target)
    expected = [((i,), (i,)) for i in range(len(target))]
    expected[at], expected[at + 1] = ((at,), (at + 1,)), ((at + 1,), (at,))
    assert shapes(beads) == expected
    assert [bead.source[0] for bead in beads if bead.crossed] == [at, at + 1]
    mirrored = aligned(target, PAIRED, "ka", "zh")
    assert {(b.target, b.source, b.crossed) for b in mirrored} == {
        (b.source, b.target, b.crossed) for b in beads
    }
    assert [bead.source for bead in mirrored] == sorted(bead.source for bead in mirrored)


def test_nothing_is_flagged_where_nothing_is_swapped() -> None:
    assert not any(bead.crossed for bead in aligned(SOURCE, TARGET))


def test_a_block_missing_on_one_side_is_found() -> None:
    """Thirty paragraphs between two halves of the article have no translation."""
    source, target = texts("zh", "zh", Granularity.SENTENCE), texts("ka.mt", "ka", Granularity.SENTENCE)
    block = [f"第{number}条 申请人应当提交书面材料，由主管部门审核。" for number in range(41, 71)]
    plain = aligned(source, target)
    cut = next(b for b in plain if b.source and b.source[0] >= len(source) // 2).source[0]
    with_block = [*source[:cut], *block, *source[cut:]]
    beads = aligned(with_block, target)
    assert {i for b in beads if not b.target for i in b.source} >= set(range(cut, cut + 30))
    moved = [Bead(tuple(i - 30 if i >= cut else i for i in b.source), b.target) for b in beads]
    kept = set(shapes(moved)) & set(shapes(plain))
    assert len(kept) >= 0.75 * len(plain)
    mirrored = aligned(target, with_block, "ka", "zh")
    assert {j for b in mirrored if not b.source for j in b.target} >= set(range(cut, cut + 30))


@pytest.mark.parametrize("size", [4, 5])
def test_one_paragraph_torn_into_many_is_one_bead(size: int) -> None:
    longest = max(PAIRED, key=lambda text: len(language("zh").sentences(text)))
    place = PAIRED.index(longest)
    spans = language("zh").sentences(longest)
    pieces = [longest[start:end] for start, end in spans[: size - 1]] + [longest[spans[size - 1][0] :]]
    assert len(pieces) == size
    torn = [*PAIRED[:place], *pieces, *PAIRED[place + 1 :]]
    beads = aligned(torn, TARGET)
    assert (tuple(range(place, place + size)), (place,)) in shapes(beads)
    mirrored = aligned(TARGET, torn, "ka", "zh")
    assert ((place,), tuple(range(place, place + size))) in shapes(mirrored)


def test_confidence_is_lower_where_the_text_is_noisy() -> None:
    plain = aligned(PAIRED, TARGET)
    noisy = aligned(PAIRED, [*TARGET[:6], *("დღეს კარგი ამინდია და მზე ანათებს.",) * 3, *TARGET[8:]])
    assert min(bead.confidence for bead in plain) > 0.9
    assert min(bead.confidence for bead in noisy if set(bead.source) & {5, 6, 7, 8}) < 0.9
    assert all(0 <= bead.confidence <= 1 for bead in noisy)


def test_fixed_beads_stand_though_they_are_wrong_and_the_rest_is_aligned_between_them() -> None:
    fixed = [Bead((6,), (5, 6)), Bead((), (9,))]
    beads = aligned(PAIRED, TARGET, fixed=fixed)
    assert {(b.source, b.target) for b in beads if b.fixed} == {((6,), (5, 6)), ((), (9,))}
    assert shapes(beads)[:4] == [((i,), (i,)) for i in range(4)]
    assert all(((i,), (i,)) in shapes(beads) for i in range(10, len(TARGET)))


@pytest.mark.parametrize(
    ("codes", "source", "target"),
    [
        (
            ("en", "ka"),
            [
                "The fair opened on 5 May 2021.",
                "More than 300 companies from 20 countries came.",
                "BBC reported.",
            ],
            [
                "გამოფენა 2021 წლის 5 მაისს გაიხსნა.",
                "20 ქვეყნიდან 300-ზე მეტი კომპანია ჩამოვიდა.",
                "BBC იუწყება.",
            ],
        ),
        (
            ("zh", "en"),
            ["展会于2021年5月5日开幕。", "来自20个国家的300多家企业参加。", "BBC报道。"],
            [
                "The fair opened on 5 May 2021.",
                "More than 300 companies from 20 countries came.",
                "BBC reported.",
            ],
        ),
        (("xx", "yy-Latn"), ["Aaa 12 bbb.", "Ccc ddd?", "Eee 7."], ["Fff 12 ggg.", "Hhh iii?", "Jjj 7."]),
    ],
)
def test_other_pairs_and_unknown_codes_work(
    codes: tuple[str, str], source: list[str], target: list[str]
) -> None:
    assert shapes(aligned(source, target, *codes)) == [((i,), (i,)) for i in range(3)]
    assert shapes(aligned(source, target[:1] + target[2:], *codes)) == [
        ((0,), (0,)),
        ((1,), ()),
        ((2,), (1,)),
    ]


def test_a_whole_file_on_one_line_is_one_bead_in_a_time_that_grows_like_the_file() -> None:
    def needed(times: int) -> float:
        source = [Unit("展会在长沙举行，共有30家企业参加。" * times)]
        target = [Unit("გამოფენა გაიმართა ჩანშაში, მონაწილეობა მიიღო 30 კომპანიამ. " * times)]
        started = time.process_time()
        (bead,) = align(source, target, "zh", "ka")
        assert (bead.source, bead.target) == ((0,), (0,))
        return time.process_time() - started

    needed(10)
    # Were it to grow like the square, four times; other work on the machine makes single figures uncertain.
    shorter, longer = (min(needed(times) for _try in range(3)) for times in (12_000, 24_000))
    assert longer < 3.2 * max(shorter, 0.1)
