"""A small project with known texts, for tests of what stands on top of the project file."""

from __future__ import annotations

from pathlib import Path

from transreview.model.article import Article
from transreview.model.bead import Bead
from transreview.model.unit import Unit
from transreview.project import Project

SOURCE = ["永远跟党走", "5月26日，会议召开。", "共100余人参加了会议。"]
MACHINE = [
    "ყოველთვის მიჰყვება წვეულებას",
    "26 მაისს შეხვედრა გაიმართა.",
    "შეხვედრას 100-ზე მეტი ადამიანი დაესწრო.",
]
REFERENCE = [
    "მუდამ პარტიას მიჰყვება",
    "26 მაისს სხდომა გაიმართა.",
    "შეხვედრაში 100-ზე მეტი ადამიანი მონაწილეობდა.",
]


def units(texts: list[str]) -> list[Unit]:
    """Return a paragraph for each text."""
    return [Unit(text, paragraph=number, line=number + 1) for number, text in enumerate(texts)]


def small_project(path: Path, *, articles: int = 1, reference: bool = True) -> Path:
    """Write a project of three-segment articles and return its path."""
    beads = [Bead((n,), (n,)) for n in range(len(SOURCE))]
    with Project.create(path, user="ნინო") as project:
        for number in range(1, articles + 1):
            project.articles.add(
                Article(
                    id=0,
                    slug=f"article-{number}",
                    title=f"文章{number}",
                    source_language="zh",
                    target_language="ka",
                    source_path="a.zh.txt",
                    target_path="a.ka.txt",
                ),
                units(SOURCE),
                units(MACHINE),
                beads,
                units(REFERENCE) if reference else (),
            )
    return path
