"""Post-editing effort is TER of the machine text against the corrected text."""

from __future__ import annotations

import pytest
from sacrebleu.metrics import TER

from transreview.scoring.effort import SegmentEffort, segment_effort, total_effort

MACHINE = ["ერთი ორი სამი", "წვეულება გაიმართა", "უცვლელი წინადადება", "ზედმეტი"]
CORRECTED = ["ერთი ორი სამი ოთხი", "პარტია შეიკრიბა", "უცვლელი წინადადება", ""]


def test_hter_is_the_sum_of_edits_over_the_sum_of_corrected_words():
    effort = total_effort(segment_effort(MACHINE, CORRECTED, "ka"))
    assert (effort.edits, effort.words) == (1 + 2 + 0 + 1, 4 + 2 + 2 + 0)
    assert effort.hter == pytest.approx(0.5)
    assert effort.hter * 100 == pytest.approx(TER().corpus_score(MACHINE, [CORRECTED]).score)
    assert effort.per_thousand_words == pytest.approx(500)


def test_unchanged_segments_cost_nothing():
    effort = segment_effort(MACHINE, CORRECTED, "ka")[2]
    assert effort.unchanged
    assert effort.hter == effort.character_edits == 0


def test_a_segment_deleted_whole_counts_as_one():
    assert segment_effort(["ზედმეტი"], [""], "ka")[0].hter == 1.0


def test_chinese_effort_counts_characters():
    effort = segment_effort(["中国眼镜协会"], ["中国眼镜学会"], "zh")[0]
    assert (effort.word_edits, effort.words) == (1, 6)


def test_character_rate_and_deciles():
    effort = total_effort(segment_effort(["აბგდ"] * 11, ["აბგდ"] * 5 + ["აბგე"] * 6, "ka"))
    assert effort.character_rate == pytest.approx(6 / 44)
    assert effort.deciles == (0, 0, 0, 0, 1, 1, 1, 1, 1)


def test_nothing_has_no_effort():
    assert total_effort([]).hter is None


def test_a_text_that_nobody_reviewed_has_no_effort():
    effort = total_effort([], len(MACHINE))
    assert (effort.hter, effort.character_rate, effort.per_thousand_words, effort.deciles) == (
        None,
        None,
        None,
        (),
    )
    assert (effort.untouched, effort.reviewed) == (len(MACHINE), 0)


def test_deciles_lie_between_the_values_beside_them():
    """Of five values 0, 1, 2, 3, 4 tenths of a word the first decile is 0.4 of the way to the second."""
    segments = [
        SegmentEffort(word_edits=n, words=10, character_edits=n, characters=10, unchanged=not n)
        for n in (4, 0, 2, 1, 3)
    ]
    deciles = total_effort(segments).deciles
    assert deciles == pytest.approx((0.04, 0.08, 0.12, 0.16, 0.2, 0.24, 0.28, 0.32, 0.36))


def test_characters_are_those_of_the_longer_text():
    first, second = segment_effort(["აბგ", "აბგდე"], ["აბგდ", "აბ"], "ka")
    assert (first.characters, second.characters) == (4, 5)
    assert (first.character_edits, second.character_edits) == (1, 3)


def test_texts_of_which_all_was_deleted_have_no_words_but_an_effort():
    effort = total_effort(segment_effort(["ზედმეტი"], [""], "ka"))
    assert (effort.words, effort.hter, effort.per_thousand_words) == (0, 1.0, 0.0)
    nothing = total_effort(segment_effort([""], [""], "ka"))
    assert (nothing.hter, nothing.character_rate, nothing.unchanged) == (0.0, 0.0, 1)


def test_one_reviewed_segment_is_enough_for_figures():
    first = segment_effort(MACHINE, CORRECTED, "ka")[:1]
    effort = total_effort(first, len(MACHINE))
    assert effort.hter == pytest.approx(0.25)  # what nobody has read makes it no smaller
    assert (effort.reviewed, effort.untouched, effort.words) == (1, 3, 4)
