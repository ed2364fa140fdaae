"""A project to review, made from the sample's first paragraphs."""

import os

os.environ["TEXTUAL_ANIMATIONS"] = "none"

from contextlib import asynccontextmanager
from time import monotonic

import pytest
from textual import _wait

from transreview import plugin_problems, remarks
from transreview.model.article import Article
from transreview.model.bead import Bead
from transreview.model.unit import Unit
from transreview.project.project import Project
from transreview.tui import type_ahead
from transreview.tui.app import ReviewApp
from transreview.tui.keymaps import load
from transreview.tui.review.screen import ReviewScreen
from transreview.tui.widgets.lines import StatusLine
from transreview.workflow.terms.glossaries import set_glossaries

# Textual waits at least 40 ms for each key of a test until the program is idle; a tenth is enough to know.
_wait.SLEEP_GRANULARITY, _wait.SLEEP_IDLE = 0.004, 0.0004

# Tests read what appears as fast as they type.
type_ahead.SURPRISE = 0.0

SOURCE = (
    "“镜”业守初心 永远跟党走",
    "中国眼镜协会第九届常务理事会暨党建工作经验交流会召开",
    "5月26日，中国眼镜协会第九届常务理事会在湖南长沙召开。代表共100余人参加了会议。",
    "会议重点学习贯彻党中央近期的决策部署。会议通报了协会的主要工作情况。",
    "3. 继续办好“2021年第五届全国验光员、配镜师职业技能竞赛”；",
    "发布时间：2021年9月10日",
)
TARGET = (
    '"Mirror" ინდუსტრია ინარჩუნებს თავდაპირველ განზრახვას და ყოველთვის მიჰყვება წვეულებას',
    "ჩინეთის ოპტიკური ასოციაციის მე-9 მუდმივმოქმედი საბჭოს შეხვედრა გაიმართა.",
    "26 მაისს ჩინეთის ოპტიკური ასოციაციის საბჭო გაიმართა ჩანშაში. შეხვედრას 100-ზე მეტი ადამიანი დაესწრო.",
    "შეხვედრაზე ყურადღება გამახვილდა ბოლოდროინდელ გადაწყვეტილებებზე. შეხვედრამ აცნობა ასოციაციის მუშაობა.",
    '3. გააგრძელოს "2021 წლის ოპტიკოსის უნარების მეხუთე ეროვნული კონკურსი";',
    "გამოქვეყნების დრო: სექ-10-2021",
)


def units(texts):
    return [Unit(text, paragraph=at, line=2 * at + 1) for at, text in enumerate(texts)]


def fill(project, source=SOURCE, target=TARGET, *, slug="mirror", title="镜业守初心", **more):
    """Add an article whose paragraphs correspond one to one."""
    beads = [Bead((at,), (at,)) for at in range(len(source))]
    article = Article(id=0, slug=slug, title=title, source_language="zh", target_language="ka", **more)
    return project.articles.add(article, units(source), units(target), beads)


@pytest.fixture
def path(tmp_path, monkeypatch):
    """A project file of one article with six segments."""
    monkeypatch.setenv("TRANSREVIEW_USER", "ნინო")
    where = tmp_path / "sample.transreview"
    with Project.create(where) as project:
        fill(project)
    return where


@pytest.fixture
def project(path):
    """The project, open."""
    with Project.open(path) as opened:
        yield opened


class Desk:
    """The review screen of a running application, as a person meets it."""

    SOURCE, TARGET = SOURCE, TARGET

    def __init__(self, pilot, project, *, checks=True):
        self.pilot = pilot
        self.app = pilot.app
        self.project = project
        self.checks = checks  # whether there are any whose end is waited for

    @property
    def screen(self):
        return self.app.screen

    @property
    def view(self):
        return self.app.screen.view

    @property
    def state(self):
        return self.app.screen.state

    @property
    def controllers(self):
        return self.app.screen.controllers

    @property
    def text(self):
        """What is to be read on the screen, line by line."""
        strips = self.app.screen._compositor.render_strips(self.app.size)
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)

    @property
    def message(self):
        """What the line above the hints says."""
        return self.app.screen.query_one(StatusLine).content

    @property
    def editor(self):
        return self.view.desk.editor

    @property
    def current(self):
        """0-based place of the current row."""
        return self.view.rows.current

    def stored(self, index=0):
        """Return a segment as another process finds it in the file."""
        with Project.open(self.project.path, read_only=True) as second:
            return second.segments.all()[index]

    async def press(self, *keys):
        """Press keys, and wait until what they started is done."""
        await self.pilot.press(*keys)
        await self.app.type_ahead.rest()
        await self.pilot.pause()
        while self.app.is_running and getattr(
            self.screen, "is_following", False
        ):  # header, state line, panes
            await self.pilot.pause(0.02)

    async def type(self, text):
        """Type into whatever has the keyboard."""
        await self.press(*("space" if character == " " else character for character in text))

    async def until(self, holds, *, seconds=30):
        """Wait until something holds: the work of threads comes back as messages."""
        end = monotonic() + seconds
        while monotonic() < end:
            if holds():
                return
            await self.pilot.pause(0.02)
        raise AssertionError(self.text)

    async def sees(self, *words):
        """Wait until words are to be read on the screen."""
        await self.until(lambda: all(word in self.text for word in words))

    async def settle(self):
        """Wait for the checks in the background and for what they change on the screen."""
        await self.pilot.pause()
        await self.app.workers.wait_for_complete()
        if isinstance(self.screen, ReviewScreen):  # a worker may have begun since, or not yet
            state, end = self.screen.state, monotonic() + 10
            look_ups = self.screen.controllers.memory.look_ups
            while (self.checks and not (state.checked and state.insight.is_complete)) or not look_ups.is_idle:
                if monotonic() > end:
                    break
                await self.pilot.pause(0.02)
        await self.pilot.pause(0.08)
        await self.pilot.pause()


@pytest.fixture(autouse=True)
def no_problems_of_others():
    """Begin with no plug-in or setting that another test's process had to leave out: the screen would tell of it."""
    plugin_problems.forget()
    remarks.forget()
    remarks.listen()


@pytest.fixture
def review(project):
    """Return a context in which the project is on the screen."""

    @asynccontextmanager
    async def running(opened=project, *, size=(80, 24), keymap="default", wait=True, checks=True, **options):
        app = ReviewApp(opened, load(keymap), **options)
        async with app.run_test(size=size) as pilot:
            desk = Desk(pilot, opened, checks=checks)
            if wait:
                await desk.settle()
            yield desk

    return running


@pytest.fixture
def fill_article():
    """Return the function that adds an article whose paragraphs correspond one to one."""
    return fill


GLOSSARY = """id,subject,definition,status,note,zh,zh:also,ka,ka:also,ka:not,ka:grammar,en
association,association,Members of a trade,approved,,协会,,ასოციაცია,,კავშირი,,association
changsha,place,,approved,,长沙,,ჩანშა,,,name,Changsha
industry,industry,,approved,,眼镜行业,,სათვალის დარგი,,ინდუსტრია,,eyewear industry
meeting,meeting,,proposed,,会议,,სხდომა,კრება,შეხვედრა,,meeting
optometrist,optometry,,approved,,验光员,,ოპტომეტრისტი,,,,optometrist
party,party,,approved,,党,,პარტია,,წვეულება,,Party
"""


@pytest.fixture
def glossary(path, tmp_path):
    """The glossary file that the project uses."""
    where = tmp_path / "terms.csv"
    where.write_text(GLOSSARY, encoding="utf-8")
    with Project.open(path) as opened:
        set_glossaries(opened, [where], undoable=False)
    return where
