"""After any sequence of changes the engine says what a fresh check of the same file says."""

from __future__ import annotations

import os
import random
import threading
from collections import Counter
from dataclasses import replace

import pytest

from transreview.checks.settings import CheckSettings
from transreview.errors import TransreviewError
from transreview.model.article import Article
from transreview.model.bead import Bead
from transreview.model.finding import Side
from transreview.model.glossary import Concept, Glossary, Term
from transreview.model.segment import Status
from transreview.model.unit import Unit, UnitKind
from transreview.project import Project
from transreview.workflow.quality.article_checks import ArticleChecks
from transreview.workflow.quality.checking import check_project

# Random sequences in the suite; TRANSREVIEW_SEQUENCES=1000 for the figure in the documentation, and
# TRANSREVIEW_FIRST_SEQUENCE for others than those that have been tried.
SEQUENCES = int(os.environ.get("TRANSREVIEW_SEQUENCES", "30"))
FIRST = int(os.environ.get("TRANSREVIEW_FIRST_SEQUENCE", "0"))
STEPS = 12

PAIRS = (
    ("会议已经结束。", "შეხვედრა დასრულდა."), ("会议已经结束。", "სხდომა დაიხურა."),
    ("展览会开幕了。", "შეხვედრა დასრულდა."), ("展览会开幕了。", "გამოფენა გაიხსნა."),
    ("共17人参加。", "სულ მონაწილეობდა 17."), ("共28人参加。", "სულ მონაწილეობდა 28."),
    ("共39人参加。", "სულ მონაწილეობდა 39."), ("共41人参加。", "სულ მონაწილეობდა 41."),
    ("他说：“好。", "მან თქვა: „კარგი."), ("我们走吧。", "წავედით."), ("这很好。”", "ეს ძალიან კარგია.“"),
    ("特朗普来了。", "ტრამპი მოვიდა."), ("特朗普走了。", "ტრემფი წავიდა."), ("特朗普很高兴。", "ტრამპს გაუხარდა."),
    ("协会成立了。", "ასოციაცია დაარსდა."), ("协会很大。", "გაერთიანება დიდია."), ("协会开会。", "ასოციაცია იკრიბება."),
    ("增长3.5%。", "ზრდა 3,5%."), ("增长4.5%。", "ზრდა 4.5%."), ("下降5.5%。", "კლება 5,5%."),
    ("“好”和“坏”。", "„კარგი“ და „ცუდი“."), ("“好”的工作。", '"კარგი" საქმე.'),
    ("1. 办好展会；", "1. მოაწყვეთ გამოფენა;"), ("2. 完成复评；", "2. დაასრულოს შეფასება;"),
    ("3. 深化改革。", "3. რეფორმის გაღრმავება."), ("4. 办好展会；", "4. მოაწყვეთ შეხვედრა;"),
    ("习近平来到厦门。", "სი ძინპინი სიამენში ჩავიდა."), ("共26家企业。", "სულ  28 საწარმოა."), ("没有译文。", ""),
)  # fmt: skip
TARGETS = tuple(target for _source, target in PAIRS)
ASSOCIATION = Concept(
    "association", terms=(Term("协会", "zh"), Term("ასოციაცია", "ka"), Term("გაერთიანება", "ka"))
)
MEETING = Concept("meeting", terms=(Term("会议", "zh"), Term("სხდომა", "ka")))
HAN = Concept("han", terms=(Term("展览会", "zh"), Term("展览会 გამოფენა", "ka")))
GLOSSARIES = (
    Glossary((), ("zh", "ka")),
    Glossary((ASSOCIATION,), ("zh", "ka")),
    Glossary((ASSOCIATION, MEETING), ("zh", "ka")),
    Glossary((replace(ASSOCIATION, terms=ASSOCIATION.terms[:2]), HAN), ("zh", "ka")),
)
SETTINGS = (
    CheckSettings(),
    CheckSettings(ignore=frozenset({"cons"})),
    CheckSettings(number_format="point"),
    CheckSettings(quotes='""'),
    # What stands in two styles is told of once: by the norm, where that is on.
    CheckSettings(ignore=frozenset({"punct.quote_norm"})),
)


def article_of(chance: random.Random, path, *, user: str = "ნინო") -> Project:
    """Make a project of random pairs; one of them may stand alone on its side."""
    first = chance.randrange(len(PAIRS) - 6)
    pairs = [*PAIRS[first : first + chance.randint(3, 8)], *chance.choices(PAIRS, k=chance.randint(0, 6))]
    kinds = [UnitKind.PARAGRAPH, UnitKind.LIST_ITEM]
    targets = [target for _source, target in pairs]
    if chance.random() < 0.4:  # every translation one place too late
        targets = [targets[-1], *targets[:-1]]
    project = Project.create(path, user=user)
    project.articles.add(
        Article(id=0, slug="a", title="文章", source_language="zh", target_language="ka"),
        [Unit(source, paragraph=n, kind=chance.choice(kinds)) for n, (source, _t) in enumerate(pairs)],
        [Unit(target, paragraph=n) for n, target in enumerate(targets)],
        [Bead((n,), (n,)) for n in range(len(pairs))],
    )
    return project


class Desk:
    """A project with its engine, and a second connection as another program has it."""

    def __init__(self, chance: random.Random, project: Project) -> None:
        self.chance = chance
        self.project = project
        self.other = Project.open(project.path, user="გიორგი")
        self.glossary, self.settings = GLOSSARIES[0], SETTINGS[0]
        self.checks = ArticleChecks(project, project.articles.all()[0], glossary=self.glossary)
        self.checks.load()
        self.done: list[str] = []

    def any_segment(self, project: Project):
        return self.chance.choice(project.segments.all())

    def edit(self) -> None:
        project = self.chance.choice([self.project, self.other])
        one = self.any_segment(project)
        project.segments.edit(one.id, self.chance.choice(TARGETS), revision=one.revision)

    def edit_many(self) -> None:
        text = self.chance.choice(TARGETS)
        chosen = self.chance.sample(self.project.segments.all(), 2)
        self.project.segments.replace_many([(one.id, text, one.revision) for one in chosen])

    def undo(self) -> None:
        self.chance.choice([self.project, self.other]).journal.undo()

    def redo(self) -> None:
        self.chance.choice([self.project, self.other]).journal.redo()

    def merge(self) -> None:
        self.project.structure.merge(self.any_segment(self.project).id)

    def split(self) -> None:
        one = self.any_segment(self.other)
        self.other.structure.split(
            one.id,
            source_at=self.chance.randint(0, len(one.source)),
            target_at=self.chance.randint(0, len(one.target)),
        )

    def shift(self) -> None:
        one = self.any_segment(self.project)
        self.project.structure.shift(
            one.id, self.chance.choice(list(Side)), self.chance.choice(["previous", "next"])
        )

    def confirm(self) -> None:
        one = self.any_segment(self.project)
        self.project.segments.set_status(one.id, Status.CONFIRMED, revision=one.revision)

    def dismiss(self) -> None:
        project = self.chance.choice([self.project, self.other])
        checked = list(check_project(project, glossary=self.glossary, settings=self.settings))
        found = [(one.segment, finding) for one in checked for finding in one.findings]
        if found:
            segment, finding = self.chance.choice(found)
            project.dismissals.add(
                finding.fingerprint(segment.source, segment.target), finding.check, segment.id, "so"
            )

    def reinstate(self) -> None:
        for fingerprint in self.other.dismissals.all():
            self.other.dismissals.reinstate(fingerprint)
            return

    def change_glossary(self) -> None:
        self.glossary = self.chance.choice(GLOSSARIES)
        self.checks.renew(glossary=self.glossary)

    def change_settings(self) -> None:
        self.settings = self.chance.choice(SETTINGS)
        self.checks.renew(settings=self.settings)

    def fill_a_little(self) -> None:
        steps = self.checks.fill(self.chance.randint(0, 3))
        for _step in range(self.chance.randint(1, 6)):
            next(steps, None)

    def step(self) -> None:
        act = self.chance.choice(
            [self.edit] * 8
            + [self.undo, self.redo, self.merge, self.split, self.shift, self.confirm, self.edit_many]
            + [self.dismiss, self.reinstate, self.change_glossary, self.change_settings, self.fill_a_little]
        )
        self.done.append(act.__name__)
        try:
            act()
        except (TransreviewError, ValueError):
            self.done[-1] += " (refused)"

    def agree(self) -> None:
        """Compare with a fresh check, finding by finding, and count as the list does."""
        self.checks.refresh()
        for _step in self.checks.fill():
            pass
        worst = {}
        for checked in check_project(self.other, glossary=self.glossary, settings=self.settings):
            left, dismissed = self.checks.all_findings(checked.segment.id)
            assert tuple(left) == checked.findings, (self.done, checked.segment)
            assert tuple(dismissed) == checked.dismissed, self.done
            assert tuple(self.checks.findings(checked.segment)) == checked.findings
            if checked.findings:
                worst[checked.segment.id] = (checked.findings[0].severity, len(checked.findings))
        assert self.checks.worst == worst, self.done
        assert self.checks.is_complete


@pytest.mark.parametrize("seed", range(FIRST, FIRST + SEQUENCES))
def test_after_any_changes_the_findings_are_those_of_a_fresh_check(tmp_path, seed) -> None:
    chance = random.Random(seed)
    with article_of(chance, tmp_path / "p.transreview") as project:
        desk = Desk(chance, project)
        with desk.other:
            if chance.random() < 0.7:
                desk.agree()
            for _step in range(STEPS):
                desk.step()
                if chance.random() < 0.7:
                    desk.checks.refresh()
                if chance.random() < 0.4:
                    desk.agree()
            desk.agree()


def test_the_sequences_meet_every_check_that_compares_segments(tmp_path) -> None:
    found: Counter[str] = Counter()
    for seed in range(40):
        chance = random.Random(seed)
        with article_of(chance, tmp_path / f"{seed}.transreview") as project:
            for checked in check_project(project, glossary=GLOSSARIES[1], settings=SETTINGS[-1]):
                found.update(finding.check for finding in checked.findings)
    assert {
        "align.shift", "awk.list_mood", "cons.source", "cons.target", "name.inconsistent", "num.format",
        "punct.quote_mix", "term.inconsistent",
    } <= found.keys()  # fmt: skip


def test_whoever_shows_segments_waits_for_nothing_while_they_are_read(tmp_path) -> None:
    """Reading takes seconds in a long article; the screen goes on, and what it changes meanwhile counts."""
    with article_of(random.Random(1), tmp_path / "p.transreview") as project:
        article = project.articles.all()[0]
        checks = ArticleChecks(project, article)
        goes_on, asked = threading.Event(), threading.Event()

        class Slow:
            """The project, whose reading of segments waits."""

            def __getattr__(self, name):
                if name == "segments":
                    asked.set()
                    assert goes_on.wait(30)
                return getattr(project, name)

        reading = threading.Thread(target=checks.load, args=(Slow(),))
        reading.start()
        try:
            assert asked.wait(30)
            first = project.segments.all()[0]
            checks.findings(first)  # comes back
            project.segments.edit(first.id, "共17人参加。", revision=first.revision)
            assert checks.refresh() == set()
        finally:
            goes_on.set()
            reading.join()
        checks.refresh()
        for _changed in checks.fill():
            pass
        fresh = {one.segment.id: [f.check for f in one.findings] for one in check_project(project)}
        for segment in project.segments.all():
            assert [one.check for one in checks.findings(segment)] == fresh[segment.id]
