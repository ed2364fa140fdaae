"""A project to review, made from the sample's first paragraphs."""

import os

os.environ["TEXTUAL_ANIMATIONS"] = "none"

import pytest

from transreview.model.article import Article
from transreview.model.bead import Bead
from transreview.model.unit import Unit
from transreview.project.project import Project
from transreview.tui.app import ReviewApp
from transreview.tui.keymaps import load

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
    article = Article(0, slug, title, "zh", "ka", **more)
    return project.add_article(article, units(source), units(target), beads)


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


def screen_text(app):
    """What is to be read on the screen, line by line."""
    width, height = app.size
    lines = []
    for strip in app.screen._compositor.render_strips(app.size):
        lines.append("".join(segment.text for segment in strip))
    assert len(lines) == height
    return "\n".join(lines)


@pytest.fixture
def running(project):
    """Return the application on the project."""

    def make(**options):
        return ReviewApp(project, load(options.pop("keymap", "default")), **options)

    return make


async def settled(pilot):
    """Wait for the checks in the background and for what they change on the screen."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause(0.08)
