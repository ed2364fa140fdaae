"""A check that raises, hangs or talks nonsense is one visible note; everything else goes on."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from transreview import deadline, plugin_problems
from transreview.checks import CheckContext, SegmentText, check_document, check_segment, guard
from transreview.checks.check import Hit, document_check, segment_check
from transreview.checks.comparison import Choices, Companions, Groups, Neighbours, Run, Use
from transreview.checks.document import DocumentChecks
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


TURNS: list[int] = []


def hangs(_features):
    while True:
        TURNS.append(1)
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


def interrupts(_features):
    raise KeyboardInterrupt


def yields(**fields):
    return lambda _features: [replace(Hit(0, 1, "so"), **fields)]


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
        (interrupts, "KeyboardInterrupt"),
        (yields(message=None), "its Hit.message makes no sense: None"),
        (yields(message=" "), "its Hit.message makes no sense"),
        (yields(expected=5), "its Hit.expected makes no sense: 5"),
        (yields(found=b"x"), "its Hit.found makes no sense: b'x'"),
        (yields(side="middle"), "its Hit.side makes no sense: 'middle'"),
        (yields(severity="loud"), "its Hit.severity makes no sense: 'loud'"),
        (yields(confidence="sure"), "its Hit.confidence makes no sense: 'sure'"),
        (yields(confidence=1.5), "its Hit.confidence makes no sense: 1.5"),
        (yields(concept_id=None), "its Hit.concept_id makes no sense: None"),
        (yields(fix="x"), "its Hit.fix makes no sense: 'x'"),
        (yields(fix=Fix(0, 1, 7)), "its Hit.fix makes no sense"),
        (yields(start=0.0), "a span that is none"),
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


@pytest.fixture
def impatient(monkeypatch) -> None:
    """A check may take a fifth of a second; what took longer is forgotten after the test."""
    monkeypatch.setenv("TRANSREVIEW_PLUGIN_SECONDS", "0.2")
    monkeypatch.setattr(guard, "_hung", set())
    monkeypatch.setattr(deadline, "_left", 0)


@pytest.mark.usefixtures("impatient")
def test_a_check_that_hangs_is_left_after_a_second_and_not_asked_again() -> None:
    context = CheckContext(extra_checks=[segment(hangs, "house.slow")])
    begun = time.monotonic()
    first = check_segment(PAIR, context)
    assert "longer than a second" in next(one.message for one in first if one.check == FAILED)
    assert "num.mismatch" in {one.check for one in check_segment(PAIR, context)}
    assert time.monotonic() - begun < 2
    assert deadline.left_alone() == 1
    time.sleep(0.1)
    turns = len(TURNS)
    time.sleep(0.1)
    assert len(TURNS) == turns, "it goes on"


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


# Every segment names "x", each with its translation as the word; the first is odd, the second right.
GOING = {
    "company": lambda f: (["x"], [f.target]),
    "goes": lambda _thing, words: list(words),
    "judge": lambda _thing, _named, counts, _everywhere, _environment: {min(counts): max(counts)},
    "places": lambda _features, thing, word: [Use(thing, word, 0, 1, "")],
    "describe": lambda _use, _right, _environment: Hit(0, 1, "so"),
}


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
            judge=lambda _thing, counts, _environment: dict.fromkeys(counts, "?"),
            describe=bad,
        ),
    ),
    **{
        part: replace(
            document_check(f"house.{part}", **DESCRIBED)(bad), document=Companions(**{**GOING, name: bad})
        )
        for part, name in {
            "company": "company",
            "goes": "goes",
            "companions": "judge",
            "places": "places",
        }.items()
    },
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


@pytest.mark.parametrize("confidence", [0, 1, 0.5])
def test_a_hit_may_be_as_sure_as_it_likes_between_nought_and_one(confidence) -> None:
    found = check_segment(PAIR, CheckContext(extra_checks=[segment(yields(confidence=confidence))]))
    assert "house.one" in {one.check for one in found}


def applies_badly(_source, _target):
    raise ZeroDivisionError


def applies_never(_source, _target):
    time.sleep(5)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("applies", [applies_badly, applies_never])
def test_a_check_that_cannot_say_for_which_languages_it_is_is_told_of_and_left_out(applies) -> None:
    told: list[str] = []
    plugin_problems.forget()
    plugin_problems.listen(told.append)
    try:
        check = replace(segment(yields(), f"house.{applies.__name__}"), applies=applies)
        for _time in range(2):
            found = check_segment(PAIR, CheckContext(extra_checks=[check]))
    finally:
        plugin_problems.listen()
        plugin_problems.forget()
    checks = {one.check for one in found}
    assert "num.mismatch" in checks
    assert not checks & {check.id, FAILED}
    (sentence,) = told
    assert f"“house.{applies.__name__}” of the package house-checks 1.2 failed" in sentence


def compares(how):
    return of_package(replace(document_check("house.nonsense", **DESCRIBED)(bad), document=how))


def use(thing="x", choice="y", **fields):
    return Use(**{"thing": thing, "choice": choice, "start": 0, "end": 1, "text": "", **fields})


def odd(_thing, counts, _environment):
    return dict.fromkeys(counts, "?")


ONE = Hit(0, 1, "so")
STEP = {"signal": lambda *_around: 1, "describe": lambda _around, _what: [(0, ONE)]}
NONSENSE = {
    "keys that are no texts": Groups(lambda _f: [[1]], lambda _group: []),
    "keys that are numbers": Groups(lambda _f: [7], lambda _group: []),
    "no keys": Groups(lambda _f: None, lambda _group: []),
    "a segment that is not there": Groups(lambda _f: "k", lambda _group: [(9, ONE)]),
    "no number": Groups(lambda _f: "k", lambda _group: [("first", ONE)]),
    "no hit": Groups(lambda _f: "k", lambda _group: [(0, "hit")]),
    "no pair": Groups(lambda _f: "k", lambda _group: [ONE]),
    "no use": Choices(uses=lambda _f: ["x"], judge=odd, describe=lambda *_: ONE),
    "a use of no thing": Choices(uses=lambda _f: [use(thing=[1])], judge=odd, describe=lambda *_: ONE),
    "no judgement": Choices(uses=lambda _f: [use()], judge=lambda *_: 5, describe=lambda *_: ONE),
    "no description": Choices(uses=lambda _f: [use()], judge=odd, describe=lambda *_: None),
    "no company": Companions(**{**GOING, "company": lambda _f: 5}),
    "company of one kind": Companions(**{**GOING, "company": lambda _f: [["x"]]}),
    "words that are none": Companions(**{**GOING, "goes": lambda _thing, _words: [[1]]}),
    "no judgement of words": Companions(**{**GOING, "judge": lambda *_: 5}),
    "a place that is none": Companions(**{**GOING, "places": lambda *_: ["here"]}),
    "no description of a word": Companions(**{**GOING, "describe": lambda *_: None}),
    "no state": Neighbours(step=lambda _state, _signal: 5, **STEP),
    "no run": Neighbours(step=lambda _state, _signal: (1, ["run"]), **STEP),
    "an empty run": Neighbours(step=lambda _state, _signal: (1, [Run(0, 0)]), **STEP),
    "a run before the first": Neighbours(step=lambda _state, _signal: (1, [Run(9, 0)]), **STEP),
    "a run that is yet to come": Neighbours(step=lambda _state, _signal: (1, [Run(1, -1)]), **STEP),
}


@pytest.mark.parametrize("what", NONSENSE)
def test_a_check_that_compares_and_answers_nonsense_is_a_note(what) -> None:
    found = check_document(TEXTS, CheckContext(extra_checks=[compares(NONSENSE[what])]))
    notes = [one for ones in found.values() for one in ones if one.check == FAILED]
    assert notes
    assert all("house.nonsense" in one.message for one in notes)


@pytest.mark.parametrize("part", [*COMPARING, *NONSENSE])
def test_notes_go_with_their_segments_and_come_as_in_a_fresh_check(part) -> None:
    """A check that fails stays harmless while segments go, come and change their places."""
    check = COMPARING.get(part) or compares(NONSENSE[part])
    context = CheckContext(extra_checks=[check])
    kept = DocumentChecks(context)
    texts = dict(enumerate(TEXTS))
    for order in ([0, 1, 2], [1, 2], [2, 1], [2], [], [0, 2, 1]):
        kept.arrange([(key, texts[key]) for key in order])
        for _step in kept.fill():
            pass
        fresh = check_document([texts[key] for key in order], context)
        assert [[one.check for one in kept.findings(key)] for key in order] == [
            [one.check for one in fresh.get(place, [])] for place in range(len(order))
        ], order


def test_an_odd_word_is_told_once_the_thing_is_named_twice_and_no_longer_than_that() -> None:
    kept = DocumentChecks(CheckContext(extra_checks=[compares(Companions(**GOING))]))
    kept.arrange(list(enumerate(TEXTS[:1])))
    for texts in (TEXTS[:1], TEXTS[:2], TEXTS, TEXTS[2:], TEXTS[1:2] * 2):
        kept.arrange(list(enumerate(texts)))
        kept.update(dict(enumerate(texts)))
        for _step in kept.fill():
            pass
        told = [key for key in kept.keys if any(one.check == "house.nonsense" for one in kept.findings(key))]
        assert told == ([0] if len({text.target for text in texts}) > 1 else [])


def test_the_note_of_a_judge_goes_when_it_has_an_answer() -> None:
    def judge(_thing, counts, _environment):
        if len(counts) > 2:
            raise ValueError("too many")
        return {}

    choices = Choices(uses=lambda f: [use(choice=f.target)], judge=judge, describe=lambda *_: ONE)
    kept = DocumentChecks(CheckContext(extra_checks=[compares(choices)]))
    kept.arrange(enumerate(TEXTS))
    for _step in kept.fill():
        pass
    assert FAILED in {one.check for one in kept.findings(0)}
    assert kept.update({2: TEXTS[1]}) >= {0}
    assert FAILED not in {one.check for one in kept.findings(0)}
