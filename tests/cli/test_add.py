"""`transreview add`: one more article, in the languages and with the glossaries of the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import run
from transreview.project import Project
from transreview.resources import shipped

SAMPLE = shipped("corpus", "mirror-industry")
ZH, KA, REFERENCE = (SAMPLE / f"mirror-industry.{part}.txt" for part in ("zh", "ka.mt", "ka.ref"))

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def project(capsys: Capture, tmp_path: Path) -> Path:
    path = tmp_path / "p.transreview"
    assert run(capsys, "new", path, ZH, KA).code == 0
    return path


def test_an_article_is_added_and_numbered(capsys: Capture, project: Path) -> None:
    done = run(capsys, "add", project, ZH, REFERENCE, "--unit", "sentence")
    assert done.code == 0
    assert f"transreview review {project} --article 2" in done.out
    with Project.open(project) as opened:
        first, second = opened.articles.all()
    assert (first.slug, second.slug) == ("mirror-industry", "mirror-industry-2")
    assert (second.source_language, second.target_language) == ("zh", "ka")


def test_files_in_the_wrong_order_are_noticed_by_the_projects_languages(
    capsys: Capture, project: Path
) -> None:
    done = run(capsys, "add", project, KA, ZH)
    assert done.code == 3
    assert "swapped" in done.err
    with Project.open(project) as opened:
        assert len(opened.articles.all()) == 1


def test_without_a_project_nothing_is_made(capsys: Capture, tmp_path: Path) -> None:
    done = run(capsys, "add", tmp_path / "no.transreview", ZH, KA)
    assert done.code == 3
    assert "transreview new" in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_glossary_that_is_gone_is_told(capsys: Capture, tmp_path: Path) -> None:
    glossary = tmp_path / "g.csv"
    glossary.write_bytes(shipped("glossary", "optical-industry.csv").read_bytes())
    project = tmp_path / "p.transreview"
    assert run(capsys, "new", project, ZH, KA, "--glossary", glossary).code == 0
    assert run(capsys, "add", project, ZH, KA).code == 0
    glossary.unlink()
    done = run(capsys, "add", project, ZH, KA)
    assert done.code == 3
    assert "g.csv" in done.err
