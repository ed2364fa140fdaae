"""What replaced terms bring with them: a word twice, a case that no longer fits; nothing that stood before."""

from __future__ import annotations

import pytest

from tests.cli.running import run
from tests.workflow.terms.test_occurrences import add_article
from transreview.checks.settings import CheckSettings
from transreview.formats.glossary_csv import parse_glossary
from transreview.project import Project
from transreview.workflow.terms.application import decide, project_proposals
from transreview.workflow.terms.consequences import consequences

CSV = """id,zh,ka,ka:also,ka:not,en
global,全球,გლობალური,,საყოველთაო,global
party,党,პარტია,,წვეულება,Party
"""
GLOSSARY = parse_glossary(CSV, path="g.csv")[0]
PAIRS = [
    ("全球市场", "გლობალური საყოველთაო ბაზარი"),  # გლობალური twice
    ("跟党走", "მიჰყვება წვეულებას"),  # nothing
    ("在大的党的城市", "დიდი ქალაქში, წვეულება"),  # what was wrong before is no consequence
]


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.transreview", user="nino") as made:
        add_article(made, "a", PAIRS)
        yield made


def caused(project):
    found = [proposal for _article, proposal in project_proposals(project, GLOSSARY)]
    articles = {article.id: article for article in project.articles.all()}
    return list(consequences(decide(found), articles, CheckSettings()))


def test_a_word_that_stands_twice_now_is_told(project):
    told = [(one.segment.key, one.finding.check, one.finding.found) for one in caused(project)]
    assert [check for _key, check, _found in told] == ["rep.word"]
    assert "გლობალური" in told[0][2]


def test_what_was_wrong_before_and_what_fits_are_not_told(project):
    assert all(one.segment.target == PAIRS[0][1] for one in caused(project))


def test_the_command_shows_them(project, tmp_path, capsys):
    glossary = tmp_path / "g.csv"
    glossary.write_text(CSV, encoding="utf-8")
    path = project.path
    project.close()
    done = run(capsys, "terms", "apply", path, "--glossary", glossary, "--all")
    out = done.out
    assert done.code == 0
    assert "3 terms replaced in 3 segments." in out
    assert "The replacements have caused 1 finding, to be mended by hand:" in out
    assert "rep.word" in out


def test_without_consequences_nothing_is_said(tmp_path, capsys):
    with Project.create(tmp_path / "q.transreview", user="nino") as made:
        add_article(made, "a", [("跟党走", "მიჰყვება წვეულებას")])
    glossary = tmp_path / "g.csv"
    glossary.write_text(CSV, encoding="utf-8")
    done = run(capsys, "terms", "apply", tmp_path / "q.transreview", "--glossary", glossary, "--all")
    assert done.code == 0
    assert "caused" not in done.out
