"""Links, code, bold and heading levels of HTML and Word are compared and shown from what the project keeps."""

from __future__ import annotations

import pytest

from transreview.model.inline_mark import InlineMark, MarkKind
from transreview.project import Project
from transreview.workflow.intake.article_input import ArticleInput
from transreview.workflow.intake.importing import import_article
from transreview.workflow.quality.article_checks import ArticleChecks
from transreview.workflow.quality.segment_texts import carried_marks

SOURCE = (
    "<html lang='zh'><body><h2>展览会</h2><p>请看<a href='/guide.html'>说明书</a>，运行<code>lens-fit</code>。</p>"
    "<p><b>注意：</b>镜片很薄。</p></body></html>"
)
GOOD = (
    "<html lang='ka'><body><h2>გამოფენა</h2><p>იხილეთ <a href='/guide.html'>ინსტრუქცია</a>, გაუშვით"
    " <code>lens-fit</code>.</p><p><b>ყურადღება:</b> ლინზა თხელია.</p></body></html>"
)
BAD = (
    "<html lang='ka'><body><h4>გამოფენა</h4><p>იხილეთ ინსტრუქცია, გაუშვით"
    " მორგება.</p><p>ყურადღება: ლინზა თხელია.</p></body></html>"
)
OURS = {"link.lost", "code.lost", "emphasis.lost", "heading.level"}


@pytest.fixture
def checked(tmp_path):
    """Makes a project of the source and a translation and returns it with its checks, all run."""
    opened = []

    def make(target: str, ending: str = ".html") -> tuple[Project, ArticleChecks]:
        (tmp_path / "a.zh.html").write_text(SOURCE, encoding="utf-8")
        translation = tmp_path / f"a.ka{ending}"
        translation.write_text(target, encoding="utf-8")
        project = Project.create(tmp_path / "a.transreview", user="Nino")
        opened.append(project)
        given = ArticleInput(tmp_path / "a.zh.html", translation, source_language="zh", target_language="ka")
        import_article(project, given)
        checks = ArticleChecks(project, project.articles.all()[0])
        checks.load()
        for _step in checks.fill():
            pass
        return project, checks

    yield make
    for project in opened:
        project.close()


def found(project: Project, checks: ArticleChecks) -> set[str]:
    return {one.check for segment in project.segments.all() for one in checks.findings(segment)} & OURS


def test_a_translation_that_keeps_its_marks_has_no_finding(checked):
    assert found(*checked(GOOD)) == set()


def test_what_the_translation_has_lost_is_found(checked):
    assert found(*checked(BAD)) == OURS


def test_a_translation_in_plain_text_cannot_have_lost_marks(checked):
    text = "გამოფენა\n\nიხილეთ ინსტრუქცია, გაუშვით lens-fit.\n\nყურადღება: ლინზა თხელია.\n"
    assert found(*checked(text, ".txt")) == set()


def test_an_edit_that_takes_a_link_away_is_found_and_undone(checked):
    project, checks = checked(GOOD)
    segment = next(one for one in project.segments.all() if "ინსტრუქცია" in one.target)
    project.segments.edit(segment.id, "იხილეთ, გაუშვით lens-fit.", revision=segment.revision)
    checks.refresh()
    assert found(project, checks) == {"link.lost"}
    project.journal.undo()
    checks.refresh()
    assert found(project, checks) == set()


def test_kept_findings_are_not_taken_for_those_of_other_marks(checked):
    project, checks = checked(BAD)
    checks.keep(project)
    project._store._connection.execute("UPDATE unit SET markup = ''")
    again = ArticleChecks(project, project.articles.all()[0])
    again.load()
    assert not again.is_known


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("see the guide now", [(8, 13)]),
        ("please see the long guide now", [(20, 25)]),
        ("see the guidance now", [(8, 16)]),
        ("see it now", []),
        ("", []),
    ],
)
def test_marks_follow_their_words(after, expected):
    link = InlineMark(MarkKind.LINK, 8, 13, value="/guide", inner=(8, 13))
    carried = carried_marks([link], "see the guide now", after)
    assert [(one.start, one.end) for one in carried] == expected
    assert all(one.inner == (one.start, one.end) and one.value == "/guide" for one in carried)


def test_a_picture_stays_between_its_words():
    picture = InlineMark(MarkKind.IMAGE, 4, 4, value="a.png")
    assert carried_marks([picture], "one two", "one more two")[0].start in {4, 9}
    assert carried_marks([picture], "one two", "")[0].start == 0


IN_MARKDOWN = (
    "## გამოფენა\n\nიხილეთ [ინსტრუქცია](/guide.html), გაუშვით `lens-fit`.\n\n**ყურადღება:** ლინზა თხელია.\n"
)
LOST_IN_MARKDOWN = "#### გამოფენა\n\nიხილეთ ინსტრუქცია, გაუშვით მორგება.\n\nყურადღება: ლინზა თხელია.\n"


def test_files_of_two_formats_are_compared_where_both_have_marks(checked):
    assert found(*checked(IN_MARKDOWN, ".md")) == set()


def test_what_a_translation_in_another_format_has_lost_is_found(checked):
    project, checks = checked(LOST_IN_MARKDOWN, ".md")
    assert found(project, checks) == OURS
    every = [one.check for segment in project.segments.all() for one in checks.findings(segment)]
    assert "punct.bracket" not in every
    assert "url.mismatch" not in every
