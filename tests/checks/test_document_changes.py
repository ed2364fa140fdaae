"""Whatever is done to a document, in whatever order: it says what a new one says, and whose findings changed."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from transreview.checks import CheckContext, SegmentText, document
from transreview.checks.document import DocumentChecks
from transreview.checks.settings import CheckSettings
from transreview.model.finding import Finding
from transreview.model.glossary import Concept, Glossary, Term

PAIRS = (
    ("会议已经结束。", "შეხვედრა დასრულდა."), ("会议已经结束。", "სხდომა დაიხურა."), ("展览开幕了。", "შეხვედრა დასრულდა."),
    ("展览开幕了。", "გამოფენა გაიხსნა."), ("共17人。", "სულ 28."), ("共28人。", "სულ 39."), ("共39人。", "სულ 41."),
    ("共41人。", "სულ 52."), ("共52人。", "სულ 63."), ("共63人。", "სულ 63."), ("他说：“好。", "მან თქვა: „კარგი."),
    ("我们走吧。", "წავედით."), ("这很好。”", "ეს ძალიან კარგია.“"), ("他走了。", "ის წავიდა“, – თქვა მან."),
    ("特朗普来了。", "ტრამპი მოვიდა."), ("特朗普走了。", "ტრემფი წავიდა."), ("特朗普很高兴。", "ტრამპს გაუხარდა."),
    ("协会成立了。", "ასოციაცია დაარსდა."), ("协会很大。", "გაერთიანება დიდია."), ("协会开会。", "ასოციაცია იკრიბება."),
    ("增长3.5%。", "ზრდა 3,5%."), ("增长4.5%。", "ზრდა 4.5%."), ("下降5.5%。", "კლება 5,5%."), ("“好”的工作。", '"კარგი" საქმე.'),
    ("1. 办好展会；", "1. მოაწყვეთ გამოფენა;"), ("2. 完成复评；", "2. დაასრულოს შეფასება;"), ("没有译文。", ""), ("", "ზედმეტი."),
)  # fmt: skip
TEXTS = tuple(SegmentText(source, target) for source, target in PAIRS)
ASSOCIATION = Concept(
    "association", terms=(Term("协会", "zh"), Term("ასოციაცია", "ka"), Term("გაერთიანება", "ka"))
)
WITHOUT_WALKS = CheckContext("zh", "ka", settings=CheckSettings(ignore=frozenset({"cons", "align", "awk"})))
CONTEXTS = (
    CheckContext("zh", "ka"),
    CheckContext("zh", "ka", glossary=Glossary((ASSOCIATION,), ("zh", "ka"))),
    WITHOUT_WALKS,
)
Found = dict[int, list[Finding]]


class Desk:
    """A document under change, and the texts that it should hold."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.texts = dict(enumerate(self.chance.choices(TEXTS, k=self.chance.randint(2, 9))))
        self.next = 100
        self.context = CONTEXTS[0]
        self.document = DocumentChecks(self.context)
        self.begun: Iterator[set[int]] = iter(())
        assert self.document.arrange(self.texts.items()) == set()

    def found(self) -> Found:
        return {key: self.document.findings(key) for key in self.document.keys}

    def fresh(self) -> Found:
        new = DocumentChecks(self.context)
        new.arrange(self.texts.items())
        for _touched in new.fill():
            pass
        assert new.is_complete
        return {key: new.findings(key) for key in new.keys}

    def edit(self) -> set[int]:
        chosen = self.chance.sample(list(self.texts), min(len(self.texts), self.chance.randint(1, 2)))
        new = {key: self.chance.choice(TEXTS) for key in chosen}
        self.texts.update(new)
        return self.document.update(new)

    def arrange(self) -> set[int]:
        rows = list(self.texts.items())
        for _time in range(self.chance.randint(1, 2)):
            how = self.chance.choice(["move", "drop", "insert", "change"])
            place = self.chance.randrange(len(rows)) if rows else 0
            if how == "insert" or len(rows) < 2:
                rows.insert(place, (self.next, self.chance.choice(TEXTS)))
                self.next += 1
            elif how == "change":
                rows[place] = (rows[place][0], self.chance.choice(TEXTS))
            else:
                taken = rows.pop(place)
                if how == "move":
                    rows.insert(self.chance.randint(0, len(rows)), taken)
        self.texts = dict(rows)
        return self.document.arrange(rows)

    def fill(self) -> set[int]:
        """Fill for a while, or to the end; sometimes go on with what was begun before other changes."""
        touched: set[int] = set()
        steps = self.chance.choice([1, 3, 20, 99, 999])
        near = self.chance.randrange(max(1, len(self.texts)))
        if self.chance.random() < 0.6:
            self.begun = self.document.fill(near, at_once=self.chance.choice([1, 2, 4]))
        for number, some in enumerate(self.begun):
            touched |= some
            if number == steps:
                break
        if self.chance.random() < 0.3:
            self.begun = iter(())
        return touched

    def renew(self) -> set[int]:
        """Another glossary for some segments, or other checks for all of them."""
        self.context = self.chance.choice([one for one in CONTEXTS if one is not self.context])
        return self.document.renew(self.context, self.chance.choice([None, list(self.texts)]))


@pytest.mark.parametrize("seed", range(120))
def test_after_any_changes_a_document_says_what_a_new_one_says(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document, "_STEP_SECONDS", (0.01, -1)[seed % 2])  # or each finding is a step
    monkeypatch.setattr(document, "_AT_HAND", (16, 1, 0)[seed % 3])  # or every change is one of many
    desk = Desk(seed)
    told: set[int] = set()
    for step in range(12):
        act = desk.chance.choice([desk.edit, desk.edit, desk.arrange, desk.fill, desk.fill, desk.renew])
        before = desk.found()
        touched = act()
        after = desk.found()
        assert list(desk.document.keys) == list(desk.texts)
        assert len(desk.document) == len(desk.texts)
        assert [desk.document.index(key) for key in desk.texts] == list(range(len(desk.texts)))
        assert all(desk.document.text(key) == text for key, text in desk.texts.items())
        if not desk.document.done:  # other checks begin anew: nothing is known until it has been looked for
            told.clear()
            continue
        told &= set(desk.texts)
        differs = {key for key in told if before[key] != after[key]}
        assert touched >= differs, (step, act.__name__)
        if desk.context is WITHOUT_WALKS:  # a walk tells a run anew where it is walked again
            assert touched & told == differs, (step, act.__name__)
        told |= touched
        told -= {key for key in desk.texts if not desk.document.looked_at(key)}  # left for `fill`
        if desk.document.is_complete:
            assert told == set(desk.texts)
            assert desk.document.done == len(desk.texts)
            assert after == desk.fresh(), (step, act.__name__)
    told.update(*desk.document.fill())
    assert told == set(desk.texts)
    assert desk.document.is_complete
    assert desk.found() == desk.fresh()


@pytest.mark.parametrize("seed", range(30))
def test_what_an_earlier_run_has_found_stands_until_a_text_changes(seed: int) -> None:
    desk = Desk(seed)
    for _touched in desk.document.fill():
        pass
    own, compared = desk.document.by_origin()
    again = DocumentChecks(desk.context)
    again.arrange(desk.texts.items())
    again.remember({key: own.get(key, ()) for key in desk.texts}, compared)
    assert again.is_remembered
    assert not again.is_complete
    assert {key: again.findings(key) for key in again.keys} == desk.found()
    for _touched in again.fill():
        pass
    assert again.is_complete
    assert {key: again.findings(key) for key in again.keys} == desk.found()
    key = desk.chance.choice(list(desk.texts))
    desk.texts[key] = SegmentText("完全不同。", "სულ სხვა რამე.")
    again.update({key: desk.texts[key]})
    assert not again.is_remembered
    assert {key: again.findings(key) for key in again.keys} == desk.fresh()


def test_a_text_that_stays_as_it_was_changes_nothing() -> None:
    desk = Desk(5)
    for _touched in desk.document.fill():
        pass
    own, compared = desk.document.by_origin()
    desk.document.remember({key: own.get(key, ()) for key in desk.texts}, compared)
    assert desk.document.update(dict(desk.texts)) == set()
    assert desk.document.is_remembered


def test_the_nearest_segments_are_looked_at_first() -> None:
    document = DocumentChecks(CheckContext("zh", "ka", settings=CheckSettings(select=frozenset({"num"}))))
    document.arrange((number, SegmentText(f"共{number}人。", "სულ.")) for number in range(6))
    order = [key for touched in document.fill(2) for key in touched]
    assert order == [2, 1, 3, 0, 4, 5]
    assert list(document.fill(2)) == []  # nothing is left to look at


def test_what_would_stand_in_a_place_is_looked_at_among_its_neighbours_and_not_kept() -> None:
    opens, closes = SegmentText("他说：“好。", "მან თქვა: „კარგი."), SegmentText("再见。”", "ნახვამდის.“")
    document = DocumentChecks(CONTEXTS[0])
    document.arrange({0: opens, 1: closes}.items())
    for _touched in document.fill():
        pass
    stray = SegmentText("再见。”", "ნახვამდის.")
    there = [one.check for one in document.look_at(stray, 1)]
    assert there == [one.check for key, one in _alone({0: opens, 1: stray}) if key == 1]
    assert document.text(1) == closes
    assert document.text(9) is None


def _alone(texts: dict[int, SegmentText]) -> list[tuple[int, Finding]]:
    document = DocumentChecks(CONTEXTS[0])
    document.arrange(texts.items())
    for _touched in document.fill():
        pass
    own, _compared = document.by_origin()
    return [(key, one) for key, found in own.items() for one in found]
