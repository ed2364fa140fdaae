"""What work at a project leaves in it stays what it was, row by row."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kept import hold
from tests.project.kept import read, told
from tests.project.kept_damages import PARTS as DAMAGES
from tests.project.kept_session import PARTS as SESSION

PARTS = SESSION | DAMAGES


@pytest.mark.parametrize(
    ("seed", "kept"), list(enumerate(read())), ids=lambda one: str(one) if isinstance(one, int) else ""
)
def test_a_sequence_of_work_leaves_what_it_left(tmp_path, seed: int, kept: str) -> None:
    assert told(seed, tmp_path) == kept, (
        "where this is meant: python -m tests.kept project, and read the difference"
    )


@pytest.mark.parametrize("path", sorted(PARTS), ids=lambda path: path.stem)
def test_a_day_at_a_project_and_what_is_saved_of_damaged_ones_stay_what_they_were(path: Path) -> None:
    hold(path, PARTS[path]())
