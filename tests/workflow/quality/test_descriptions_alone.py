"""A page's title that the other file's format has no place for is no fault; a lost heading is."""

from __future__ import annotations

from pathlib import Path

import pytest

from transreview.project import Project
from transreview.workflow.intake.article_input import ArticleInput
from transreview.workflow.intake.importing import import_article
from transreview.workflow.quality.article_checks import ArticleChecks

HEAD = "<html><head><title>{title}</title></head><body>{body}</body></html>"
CHINESE = ("会议在长沙结束了。", "他在晚上回家了。", "记者采访了三位代表。")
GEORGIAN = ("შეხვედრა ჩანშაში დასრულდა.", "ის საღამოს სახლში დაბრუნდა.", "ჟურნალისტი სამ დელეგატს ესაუბრა.")


def page(title: str, paragraphs: tuple[str, ...]) -> str:
    return HEAD.format(title=title, body="".join(f"<p>{one}</p>" for one in paragraphs))


def text(paragraphs: tuple[str, ...], front: str = "") -> str:
    return front + "\n\n".join(paragraphs) + "\n"


def findings(folder: Path, source: tuple[str, str], target: tuple[str, str]) -> list[tuple[str, str]]:
    for name, content in (source, target):
        (folder / name).write_text(content, encoding="utf-8")
    with Project.create(folder / "p.transreview") as project:
        given = ArticleInput(
            folder / source[0], folder / target[0], source_language="zh", target_language="ka"
        )
        article = import_article(project, given).article
        checks = ArticleChecks(project, article)
        checks.load()
        for _checked in checks.fill():
            pass
        found = [one for row in project.segments.each(article.id) for one in checks.findings(row)]
    return [(one.check, one.severity.value) for one in found if one.check.startswith("empty.")]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        (("a.md", text(CHINESE)), ("b.html", page("ჩვენი საიტი", GEORGIAN)), [("empty.source", "info")]),
        (("a.html", page("网站首页", CHINESE)), ("b.md", text(GEORGIAN)), [("empty.target", "info")]),
        (
            ("a.md", text(("# 会议", *CHINESE), "---\ndescription: 网站首页\n---\n\n")),
            ("b.txt", text(("შეხვედრა", *GEORGIAN))),
            [("empty.target", "info")],
        ),
        # Of one format both could have it: it was left out.
        (
            ("a.html", page("网站首页", CHINESE)),
            ("b.html", page("", GEORGIAN)),
            [("empty.target", "critical")],
        ),
        # A paragraph that only one side has is a fault in any format.
        (
            ("a.html", page("网站首页", CHINESE)),
            ("b.md", text(GEORGIAN[:2])),
            [("empty.target", "info"), ("empty.target", "critical")],
        ),
    ],
)
def test_a_description_of_one_file_is_no_fault(tmp_path, source, target, expected) -> None:
    assert findings(tmp_path, source, target) == expected
