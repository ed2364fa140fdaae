"""A small project to work on: five paragraphs of an article about the spectacles trade."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from tests.postgres_server import Server
from transreview.model.article import Article
from transreview.model.bead import Bead
from transreview.model.unit import Unit, UnitKind
from transreview.project import Project
from transreview.project.address import database_name
from transreview.project.postgres_failures import LostError

Answer = TypeVar("Answer")

SOURCE = (
    "眼镜产业",
    "本次会议在温州召开。来自各地的代表出席了会议。",
    "镜片出口额同比增长30%。",
    "镜架设计有了新的突破。",
    "会议于5月20日闭幕。",
)
TARGET = (
    "სათვალის ინდუსტრია",
    "შეხვედრა გაიმართა ვენჯოუში. მას ესწრებოდნენ სხვადასხვა კუთხის წარმომადგენლები.",
    "ლინზების ექსპორტი 30%-ით გაიზარდა.",
    "ჩარჩოების დიზაინში ახალი გარღვევაა.",
    "შეხვედრა 20 მაისს დაიხურა.",
)
REFERENCE = (
    "სათვალის წარმოება",
    "კონფერენცია ვენჯოუში ჩატარდა. მასში მონაწილეობდნენ სხვადასხვა მხარის დელეგატები.",
    "ლინზების ექსპორტი წლიურად 30%-ით გაიზარდა.",
    "ჩარჩოს დიზაინში ახალი მიღწევაა.",
    "კონფერენცია 20 მაისს დასრულდა.",
)


class Clock:
    """A clock that goes on by one second at each look."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 1, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def units(texts: tuple[str, ...] | list[str]) -> list[Unit]:
    """One paragraph a text; the first is the title."""
    return [
        Unit(
            text,
            kind=UnitKind.TITLE if index == 0 else UnitKind.PARAGRAPH,
            paragraph=index,
            line=2 * index + 1,
        )
        for index, text in enumerate(texts)
    ]


def pairs(count: int) -> list[Bead]:
    """The alignment unit by unit."""
    return [Bead((index,), (index,), confidence=0.9) for index in range(count)]


def article(slug: str = "glasses") -> Article:
    """An article from Chinese into Georgian."""
    return Article(
        id=0,
        slug=slug,
        title="眼镜产业",
        source_language="zh",
        target_language="ka",
        source_path="a.zh.txt",
        target_path="a.ka.txt",
    )


def when_back(ask: Callable[[], Answer]) -> Answer:
    """Ask until the server answers: after a failure nobody asks it for a moment."""
    end = time.monotonic() + 20
    while True:
        try:
            return ask()
        except LostError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def fill(project: Project, *, reference: bool = False) -> int:
    """Add the article of this file and return its number."""
    given = units(REFERENCE) if reference else []
    return project.articles.add(article(), units(SOURCE), units(TARGET), pairs(5), given).id


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run the tests of a module that says CONTRACT on every store there is: what they state holds for each."""
    if getattr(metafunc.module, "CONTRACT", False) and "path" in metafunc.fixturenames:
        metafunc.parametrize("path", ["file", "server"], indirect=True)


@pytest.fixture
def path(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """Where the project of a test stands: in a file, or on a server."""
    if getattr(request, "param", "file") == "server":
        return Path(request.getfixturevalue("server").address())
    return tmp_path / "glasses.transreview"


@pytest.fixture
def address(server: Server) -> Path:
    """The address of a small project on the server."""
    place = Path(server.address())
    with Project.create(place) as made:
        fill(made)
    return place


@pytest.fixture
def person(server: Server, address: Path) -> Iterator[Callable[..., Project]]:
    """Opens the project at `address` as somebody with a role; closes it at the end."""
    opened: list[Project] = []
    database = database_name(address)

    def open_as(name: str, role: str = "translator") -> Project:
        login = f"{name}_{database}"
        server.sql(f'CREATE ROLE "{login}" LOGIN')
        if role:
            server.sql(f'GRANT "{database}_{role}" TO "{login}"')
        place = Path(server.address(database, user=login))
        opened.append(Project.open(place))
        return opened[-1]

    yield open_as
    for project in opened:
        project.close()


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    """A project with one article, opened by Nino."""
    with Project.create(path, user="Nino", clock=Clock()) as made:
        fill(made)
        yield made


@pytest.fixture
def other(project: Project, path: Path) -> Iterator[Callable[[str], Project]]:
    """Opens the same file again, as another person does."""
    opened: list[Project] = []

    def open_as(user: str) -> Project:
        opened.append(Project.open(path, user=user))
        return opened[-1]

    yield open_as
    for second in opened:
        second.close()


def texts_of(project: Project) -> list[tuple[str, str, str, str, bool]]:
    """What a reader sees of a project, segment by segment."""
    return [(s.key, s.source, s.target, s.status.value, s.needs_work) for s in project.segments.all()]
