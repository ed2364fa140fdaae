"""What work at a project leaves in it stays what it was, row by row."""

from __future__ import annotations

import pytest

from tests.project.kept import read, told


@pytest.mark.parametrize(
    ("seed", "kept"), list(enumerate(read())), ids=lambda one: str(one) if isinstance(one, int) else ""
)
def test_a_sequence_of_work_leaves_what_it_left(tmp_path, seed: int, kept: str) -> None:
    assert told(seed, tmp_path) == kept, (
        "where this is meant: python -m tests.project.kept, and read the difference"
    )
