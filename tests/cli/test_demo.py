"""`transreview demo` without a terminal walks the whole path and keeps what is there."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from tests.cli.running import run
from transreview.project import Project


def test_the_whole_path_is_done_and_told(capsys, tmp_path):
    done = run(capsys, "demo", "--no-screen", tmp_path)
    assert done.code == 0
    assert "Segments: 16 (1-1 × 15, 2-1 × 1)" in done.out
    assert "chrF2++" in done.out
    assert "term.forbidden" in done.out
    names = {"mirror-industry.transreview", "mirror-industry.ka.po", "mirror-industry.ka.md"}
    assert names <= {path.name for path in tmp_path.iterdir()}


def test_a_second_run_keeps_the_work_and_replaces_nothing_twice(capsys, tmp_path):
    run(capsys, "demo", "--no-screen", tmp_path)
    with Project.open(tmp_path / "mirror-industry.transreview") as project:
        first = project.segments.all()[0]
        project.segments.edit(first.id, "სათვალის დარგი მუდამ პარტიას მიჰყვება", revision=first.revision)
    again = run(capsys, "demo", "--no-screen", tmp_path)
    assert "its work was kept" in again.out
    assert "0 wrong terms replaced" in again.out
    assert "სათვალის დარგი მუდამ პარტიას მიჰყვება" in (tmp_path / "mirror-industry.ka.md").read_text(
        encoding="utf-8"
    )


def test_the_glossary_step_is_one_undo(capsys, tmp_path):
    run(capsys, "demo", "--no-screen", tmp_path)
    with Project.open(tmp_path / "mirror-industry.transreview") as project:
        project.journal.undo()
        assert all(segment.is_untouched for segment in project.segments.all())


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
def test_gettext_accepts_the_catalog_without_a_word(capsys, tmp_path):
    run(capsys, "demo", "--no-screen", tmp_path)
    catalog = tmp_path / "mirror-industry.ka.po"
    done = subprocess.run(
        ["msgfmt", "-c", "-v", "-o", "/dev/null", catalog], capture_output=True, text=True, check=True
    )
    assert done.stderr.startswith("0 translated messages, 16 fuzzy")
    again = subprocess.run(["msgcat", "--no-wrap", catalog], capture_output=True, check=True)
    assert again.stdout == catalog.read_bytes()


def test_a_file_where_the_folder_should_be_is_refused(capsys, tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    done = run(capsys, "demo", "--no-screen", tmp_path / "file")
    assert (done.code, done.out) == (2, "")
