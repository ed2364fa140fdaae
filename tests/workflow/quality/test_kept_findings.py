"""Kept findings hold only as long as the code and data that made them."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.installed import install
from tests.small_project import small_project
from transreview.checks import CheckContext, fingerprint
from transreview.project import Project
from transreview.workflow.quality.article_checks import ArticleChecks
from transreview.workflow.quality.checking import check_project
from transreview.workflow.quality.kept_findings import kept_findings
from transreview.workflow.quality.segment_texts import text_of

BOOM = """
from transreview.checks.check import Hit, segment_check
from transreview.model.finding import Severity
@segment_check("x.boom", family="x", severity=Severity.WARNING, mqm="", explanation="Boom.", good=("a","b"), bad=("a","c"))
def boom(features):
    if {what!r} in features.target: yield Hit(0, 1, "no {what} please")
"""


PARTS = ("checks", "languages", "terminology", "model", "formats")


def booms(site, project) -> int:
    done = subprocess.run(
        [sys.executable, "-m", "transreview", "check", str(project), "--format", "jsonl"],
        check=False, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(site)}, timeout=60,
    )  # fmt: skip
    assert done.returncode < 2, done.stderr
    return done.stdout.count('"x.boom"')


def test_who_edits_a_check_of_a_package_gets_its_new_answers(tmp_path) -> None:
    project = small_project(tmp_path / "p.transreview")
    site = tmp_path / "site"
    install(site, "boom", {"transreview.checks": {"boom": "boom:boom"}}, {"boom.py": BOOM.format(what="100")})
    assert booms(site, project) == booms(site, project) == 1
    (site / "boom.py").write_text(BOOM.format(what="NEVER"), encoding="utf-8")
    assert booms(site, project) == 0
    (site / "boom.py").write_text(BOOM.format(what="მ"), encoding="utf-8")
    assert booms(site, project) == 3


@pytest.fixture
def project(tmp_path):
    with Project.open(small_project(tmp_path / "p.transreview")) as opened:
        one = opened.segments.all()[0]
        opened.segments.edit(one.id, f"{one.target}  999", revision=one.revision)
        checks = ArticleChecks(opened, opened.articles.all()[0])
        checks.load()
        for _step in checks.fill():
            pass
        checks.keep(opened)
        yield opened


def kept_of(project):
    """Return what is kept of an article as it is now."""
    article = project.articles.all()[0]
    context = CheckContext(article.source_language, article.target_language)
    texts = [(segment.id, text_of(segment)) for segment in project.segments.all()]
    return kept_findings(project, article.id, context, texts)


def test_kept_findings_are_taken_for_the_same_texts_and_code(project) -> None:
    kept = kept_of(project)
    assert kept is not None
    assert set(kept[0]) == {segment.id for segment in project.segments.all()}


def test_they_lapse_with_our_own_code(project, monkeypatch) -> None:
    monkeypatch.setattr(fingerprint, "code_digest", lambda: "another")
    assert kept_of(project) is None


def test_they_lapse_with_a_text(project) -> None:
    one = project.segments.all()[1]
    project.segments.edit(one.id, "სხვა ტექსტი.", revision=one.revision)
    assert kept_of(project) is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda kept: kept[: len(kept) // 2],
        lambda _kept: b"",
        lambda _kept: b"\xff\xfe",
        lambda _kept: b"[]",
        lambda kept: kept[: kept.rindex(b"\n")],
        lambda kept: kept.replace(b"\n[", b"\n{", 1),
        lambda kept: b"\n".join([*kept.split(b"\n")[:-1], b'["x", 3, []]']),
        lambda kept: b"\n".join([*kept.split(b"\n")[:-1], b'[1, [["too", "short"]], []]']),
    ],
)
def test_a_cache_of_another_version_or_cut_in_half_is_as_if_it_were_not_there(project, spoil) -> None:
    article = project.articles.all()[0]
    kept = project.cache.get("check", str(article.id))
    project.cache.put("check", str(article.id), spoil(kept))
    assert kept_of(project) is None
    checks = ArticleChecks(project, article)
    checks.load()
    assert not checks.is_known


def test_the_digest_is_of_every_file_that_findings_depend_on(tmp_path, monkeypatch) -> None:
    for part in PARTS:
        (tmp_path / part).mkdir()
        (tmp_path / part / "data.txt").write_text("1")
    monkeypatch.setattr(fingerprint.transreview, "__file__", str(tmp_path / "__init__.py"))
    digests = set()
    for part in ("", *PARTS):
        if part:
            (tmp_path / part / "data.txt").write_text("2")
        digests.add(fingerprint.code_digest.__wrapped__())
    assert len(digests) == 6
    (tmp_path / "checks" / "a.pyc").write_bytes(b"compiled")
    assert fingerprint.code_digest.__wrapped__() in digests


def test_the_digest_is_of_every_library_that_those_files_import(monkeypatch) -> None:
    root = Path(fingerprint.transreview.__file__).parent
    imported = {
        name.split(".")[0]
        for part in PARTS[:-1]
        for file in (root / part).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    ours = {"transreview", "hunspell"}  # dictionaries of the system make no findings
    others = {name.replace("_", "-") for name in imported - set(sys.stdlib_module_names) - ours}
    assert others == set(fingerprint._LIBRARIES)
    before = fingerprint.code_digest.__wrapped__()
    monkeypatch.setattr(fingerprint, "library_versions", lambda: iter(["rapidfuzz 99.0"]))
    assert fingerprint.code_digest.__wrapped__() != before


def test_every_module_that_a_check_uses_is_in_the_digest() -> None:
    code = (
        "import sys; from transreview.checks import CheckContext, SegmentText, check_document;"
        "check_document([SegmentText('会议开始了。', 'შეხვედრა დაიწყო.')], CheckContext('zh', 'ka'));"
        "print(*(name.split('.')[1] for name in sys.modules if name.startswith('transreview.')))"
    )
    used = set(
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        ).stdout.split()
    )
    # What stands beside the packages says nothing of texts.
    plain = {
        "deadline",
        "errors",
        "i18n",
        "lazy_names",
        "lazy_patterns",
        "plugin_problems",
        "plugins",
        "remarks",
        "terminal_text",
    }
    assert used - plain <= set(PARTS)


SLOW = """
import time
from transreview.checks.check import Hit, segment_check
from transreview.model.finding import Severity
@segment_check("x.slow", family="x", severity=Severity.WARNING, mqm="", explanation="Slow.", good=("a","b"), bad=("a","c"))
def slow(features):
    if {hangs}: time.sleep(30)
    yield Hit(0, 1, "seen")
"""


@pytest.mark.parametrize("how", ["True", "1 / 0"])
def test_what_a_check_failed_to_see_is_not_kept(tmp_path, here, how, monkeypatch) -> None:
    """A run in which a check hung or raised is no answer for the next one, in which it may do better."""
    monkeypatch.setenv("TRANSREVIEW_PLUGIN_SECONDS", "3")
    install(
        tmp_path / "site",
        "slow",
        {"transreview.checks": {"slow": "broken:slow"}},
        {"broken.py": SLOW.format(hangs=how)},
    )
    here(tmp_path / "site")
    with Project.open(small_project(tmp_path / "p.transreview")) as project:
        list(check_project(project))
        assert project.cache.get("check", str(project.articles.all()[0].id)) is None


def test_what_a_hung_check_never_saw_of_another_article_is_not_kept_either(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("transreview.deadline._left", 1)
    with Project.open(small_project(tmp_path / "p.transreview")) as project:
        list(check_project(project))
        assert project.cache.get("check", str(project.articles.all()[0].id)) is None
