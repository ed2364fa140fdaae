"""`transreview export`: the file, a summary, and exit codes; a full disk costs nothing."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import polib
import pytest

from tests.cli.running import run
from transreview.resources import shipped

SAMPLE = shipped("corpus", "mirror-industry")
ZH, KA = SAMPLE / "mirror-industry.zh.txt", SAMPLE / "mirror-industry.ka.mt.txt"

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def project(capsys: Capture, tmp_path: Path) -> Path:
    path = tmp_path / "p.transreview"
    assert run(capsys, "new", path, ZH, KA).code == 0
    return path


def test_the_ending_says_the_format(capsys: Capture, project: Path) -> None:
    for name in ("a.po", "a.md", "a.txt"):
        done = run(capsys, "export", project, "-o", project.with_name(name))
        assert (done.code, done.err) == (0, "")
        assert "16 segments written" in done.out
        assert "0 confirmed, 16 still as the machine made them, 0 untranslated." in done.out
    assert len(polib.pofile(str(project.with_name("a.po")))) == 16
    assert project.with_name("a.md").read_text("utf-8").startswith("# ")
    assert project.with_name("a.txt").read_bytes() == KA.read_bytes()


def test_the_summary_is_data_too(capsys: Capture, project: Path) -> None:
    done = run(capsys, "export", project, "-o", project.with_name("a.po"), "--json")
    data = json.loads(done.out)
    assert (data["format"], data["segments"], data["messages"], data["articles"]) == ("po", 16, 16, [1])


def export_in_a_process(project: Path, output: str, *options: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "transreview", "export", str(project), "-o", output, *options]
    return subprocess.run(command, capture_output=True, check=False, cwd=project.parent)


def test_standard_output_has_the_file_and_nothing_else(project: Path) -> None:
    assert export_in_a_process(project, "a.po").returncode == 0
    done = export_in_a_process(project, "-")
    assert done.returncode == 0
    assert done.stderr == b""
    assert done.stdout == project.with_name("a.po").read_bytes()
    assert export_in_a_process(project, "-", "--format", "text").stdout == KA.read_bytes()
    assert export_in_a_process(project, "/dev/stdout", "--format", "text").stdout.startswith(KA.read_bytes())


@pytest.mark.parametrize(
    ("output", "code", "words"),
    [
        ("missing/a.po", 3, "folder"),
        ("a.pdf", 2, "Known endings"),
        ("folder.po", 3, "folder"),
        ("p.transreview", 2, "Known endings"),
    ],
)
def test_what_cannot_be_written(capsys: Capture, project: Path, output: str, code: int, words: str) -> None:
    project.with_name("folder.po").mkdir()
    done = run(capsys, "export", project, "-o", project.with_name("x").parent / output)
    assert (done.code, done.out) == (code, "")
    assert words in done.err


def test_what_is_no_project(capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "text.transreview").write_text("no", encoding="utf-8")
    for name in ("text.transreview", "missing.transreview", "."):
        done = run(capsys, "export", tmp_path / name, "-o", tmp_path / "a.po")
        assert done.code == 3
    assert not (tmp_path / "a.po").exists()


FULL = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (12000, 12000))
from transreview.cli.main import main
main(sys.argv[1:])
"""


def test_a_full_disk_leaves_the_old_catalog(project: Path) -> None:
    """A limit on file size stops the export in the middle, as a full disk does."""
    catalog = project.with_name("a.po")
    catalog.write_bytes(b"old")
    command = [sys.executable, "-B", "-c", FULL, "export", str(project), "-o", str(catalog), "--force"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 3, done.stderr
    assert "Nothing was changed" in done.stderr
    assert catalog.read_bytes() == b"old"
    assert not [path.name for path in project.parent.iterdir() if path.name.startswith(".")]


def test_comments_are_written_as_a_table(capsys: Capture, project: Path) -> None:
    assert run(capsys, "comment", project, "1", "=შენიშვნა, ორი სიტყვა").code == 0
    table = project.with_name("comments.csv")
    done = run(capsys, "export", project, "-o", table, "--comments")
    assert (done.code, done.out, done.err) == (0, f"{table}: 1 comment written.\n", "")
    head, row = list(csv.reader(table.read_text("utf-8-sig").splitlines()))
    cells = dict(zip(head, row, strict=True))
    assert cells["segment"] == "0001"
    assert cells["text"] == "'=შენიშვნა, ორი სიტყვა"  # no formula of a spreadsheet
    printed = run(capsys, "export", project, "-o", "-", "--comments")
    assert printed.out.splitlines()[0] == ",".join(head)
    data = json.loads(run(capsys, "export", project, "-o", table, "--comments", "--force", "--json").out)
    assert data == {"path": str(table), "format": "csv", "comments": 1}


def test_comments_replace_no_file_unasked_and_take_no_choice_of_segments(
    capsys: Capture, project: Path
) -> None:
    table = project.with_name("comments.csv")
    table.write_text("mine", encoding="utf-8")
    done = run(capsys, "export", project, "-o", table, "--comments")
    assert (done.code, "--force" in done.err, table.read_text("utf-8")) == (2, True, "mine")
    done = run(capsys, "export", project, "-o", table, "--comments", "--status", "edited")
    assert (done.code, "--comments" in done.err) == (2, True)
    done = run(capsys, "export", project, "-o", project.with_name("new.csv"), "--comments", "--article", "7")
    assert done.code == 2
    assert "no article 7" in done.err


def test_a_choice_says_how_many_of_all_were_written(capsys: Capture, project: Path) -> None:
    done = run(capsys, "export", project, "-o", project.with_name("a.jsonl"), "--status", "approved")
    assert done.code == 0
    assert "0 of " in done.out
    assert (project.with_name("a.jsonl")).read_bytes() == b""
