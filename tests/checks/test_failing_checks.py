"""A check that raises, hangs or talks nonsense is one visible note; everything else goes on."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from transreview.checks import CheckContext, SegmentText, check_document, check_segment, guard
from transreview.checks.check import Hit, document_check, segment_check
from transreview.checks.comparison import Choices, Neighbours, Use
from transreview.checks.findings import FAILED
from transreview.model.finding import Fix, Severity, Side

DESCRIBED = {"family": "house", "severity": Severity.WARNING, "mqm": "", "explanation": "Never.",
             "good": ("", ""), "bad": ("", "")}  # fmt: skip
PAIR = SegmentText("共有26家企业。", "სულ 28 საწარმოა.", id=7)


def of_package(check):
    return replace(check, package="house-checks 1.2")


def segment(function, check_id="house.one"):
    return of_package(segment_check(check_id, **DESCRIBED)(function))


def raises(features):
    yield Hit(0, 1, "fine so far")
    raise ZeroDivisionError("division\nby zero")


def hangs(_features):
    while True:
        time.sleep(0.01)


def none(_features):
    return None


def no_hits(_features):
    return ["something"]


def beyond(features):
    yield Hit(0, len(features.target) + 1, "beyond")


def backwards(_features):
    yield Hit(3, 1, "backwards")


def fixes_beyond(features):
    yield Hit(0, 1, "mended", fix=Fix(0, 900, "x"))


def mends_as_long_as_the_source(features):
    yield Hit(0, len(features.source), "mended", side=Side.SOURCE, fix=Fix(0, len(features.source), "x"))


def leaves(_features):
    raise SystemExit(3)


@pytest.mark.parametrize(
    ("function", "why"),
    [
        (raises, "ZeroDivisionError: division by zero"),
        (none, "TypeError"),
        (no_hits, "yields str"),
        (beyond, "beyond the end"),
        (backwards, "a span that is none"),
        (fixes_beyond, "beyond the end"),
        (leaves, "SystemExit"),
    ],
)
def test_a_check_that_fails_is_a_note_with_its_name_and_package(function, why) -> None:
    found = check_segment(PAIR, CheckContext(extra_checks=[segment(function)]))
    (note,) = [one for one in found if one.check == FAILED]
    assert "house.one" in note.message
    assert "house-checks 1.2" in note.message
    assert why in note.message
    assert note.segment_id == 7
    assert "num.mismatch" in {one.check for one in found}


def test_a_check_that_hangs_is_left_after_a_second_and_not_asked_again(monkeypatch) -> None:
    monkeypatch.setattr(guard, "LONGEST_SECONDS", 0.2)
    monkeypatch.setattr(guard, "_hung", set())
    context = CheckContext(extra_checks=[segment(hangs, "house.slow")])
    begun = time.monotonic()
    first = check_segment(PAIR, context)
    assert "longer than a second" in next(one.message for one in first if one.check == FAILED)
    assert "num.mismatch" in {one.check for one in check_segment(PAIR, context)}
    assert time.monotonic() - begun < 2
    import threading

    for _attempt in range(100):
        if not any(thread.name == "check house.slow" for thread in threading.enumerate()):
            return
        time.sleep(0.02)
    pytest.fail("its thread goes on")


def test_a_check_of_the_catalogue_that_fails_names_transreview() -> None:
    check = segment_check("house.own", **DESCRIBED)(raises)
    note = next(one for one in check_segment(PAIR, CheckContext(extra_checks=[check])) if one.check == FAILED)
    assert "transreview" in note.message


def test_a_sound_check_of_a_package_is_heard() -> None:
    def sound(features):
        yield Hit(0, 4, "so", fix=Fix(0, 4, "სულ:"))

    found = check_segment(PAIR, CheckContext(extra_checks=[segment(sound)]))
    assert [one.found for one in found if one.check == "house.one"] == ["სულ "]
    assert FAILED not in {one.check for one in found}


def test_a_hit_may_reach_the_end_of_its_own_side_and_a_fix_the_end_of_the_translation() -> None:
    """Each side's length bounds its own spans, whichever of the two is the longer."""

    def whole(features):
        yield Hit(0, len(features.source), "all", side=Side.SOURCE, fix=Fix(0, len(features.target), "სხვა."))

    for pair in (
        SegmentText("共有二十六家企业参加了会议。", "ბევრი."),
        SegmentText("好。", "ძალიან კარგია."),
    ):
        found = check_segment(pair, CheckContext(extra_checks=[segment(whole)]))
        assert "house.one" in {one.check for one in found}
        assert FAILED not in {one.check for one in found}


def test_a_fix_as_long_as_a_longer_source_is_beyond_the_translation() -> None:
    pair = SegmentText("共有二十六家企业参加了会议。", "ბევრი.")
    found = check_segment(pair, CheckContext(extra_checks=[segment(mends_as_long_as_the_source)]))
    assert "beyond the end" in next(one.message for one in found if one.check == FAILED)


TEXTS = [SegmentText(f"第{n}件事。", f"{n}-ე საქმე.") for n in (1, 2, 3)]


def bad(*_arguments):
    raise RuntimeError("no")


COMPARING = {
    "keys": document_check("house.keys", keys=bad, **DESCRIBED)(lambda group: ()),
    "compare": document_check("house.compare", **DESCRIBED)(bad),
    "uses": replace(
        document_check("house.uses", **DESCRIBED)(bad), document=Choices(uses=bad, judge=bad, describe=bad)
    ),
    "judge": replace(
        document_check("house.judge", **DESCRIBED)(bad),
        document=Choices(
            uses=lambda f: [Use(thing="x", choice=f.target, start=0, end=1, text="")], judge=bad, describe=bad
        ),
    ),
    "describe": replace(
        document_check("house.describe", **DESCRIBED)(bad),
        document=Choices(
            uses=lambda f: [Use(thing="x", choice=f.target, start=0, end=1, text="")],
            judge=lambda _thing, counts, _background, _environment: dict.fromkeys(counts, "?"),
            describe=bad,
        ),
    ),
    "signal": replace(
        document_check("house.signal", **DESCRIBED)(bad),
        document=Neighbours(signal=bad, step=bad, describe=bad),
    ),
    "step": replace(
        document_check("house.step", **DESCRIBED)(bad),
        document=Neighbours(signal=lambda *_around: 1, step=bad, describe=bad),
    ),
}


@pytest.mark.parametrize("part", COMPARING)
@pytest.mark.parametrize("package", ["", "house-checks 1.2"])
def test_a_check_that_compares_and_fails_is_a_note_too(part, package) -> None:
    check = replace(COMPARING[part], package=package)
    found = check_document(TEXTS, CheckContext(extra_checks=[check]))
    notes = [one for ones in found.values() for one in ones if one.check == FAILED]
    assert notes
    assert all(f"house.{part}" in one.message and "RuntimeError: no" in one.message for one in notes)


def test_a_check_without_keys_compares_the_whole_document() -> None:
    def longest(group):
        number = max(range(len(group)), key=lambda n: len(group[n].target))
        yield number, Hit(0, 1, "the longest")

    check = of_package(document_check("house.longest", **DESCRIBED)(longest))
    texts = [SegmentText("一", "ა"), SegmentText("二", "აბგდ"), SegmentText("三", "აბ")]
    found = check_document(texts, CheckContext(extra_checks=[check]))
    assert [index for index, ones in found.items() for one in ones if one.check == "house.longest"] == [1]
