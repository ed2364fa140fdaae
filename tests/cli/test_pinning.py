"""An alignment that somebody vouches for stays when the article is aligned again."""

from __future__ import annotations

import subprocess
import sys

from tests.small_project import small_project
from transreview.project import Project


def run(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "transreview", *map(str, words)], capture_output=True, text=True, check=False
    )


def test_an_alignment_is_settled_and_opened_again(tmp_path):
    path = small_project(tmp_path / "a.transreview")
    assert "2 alignments are settled" in run("confirm", path, "0001", "0003", "--alignment").stdout
    with Project.open(path, read_only=True) as project:
        assert [s.fixed for s in project.segments.all()] == [True, False, True]
        assert [bead.fixed for bead in project.articles.beads(1)] == [True, False, True]
        assert not any(s.status.is_done for s in project.segments.all())
    assert "1 alignment is open" in run("confirm", path, "0001", "--alignment", "--take-back").stdout
    assert run("confirm", path, "0001", "--alignment", "--approve").returncode == 2
