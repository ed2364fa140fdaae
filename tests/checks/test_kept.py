"""What the checks say of sentences in many languages, of documents and under other settings stays what it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.kept import GOLDEN, PARTS
from tests.checks.kept_edges import PARTS as EDGES
from tests.checks.kept_features import PARTS as FEATURES
from tests.checks.kept_grids import PARTS as GRIDS
from tests.checks.kept_marks import PARTS as MARKS
from tests.kept import hold

ALL = PARTS | FEATURES | MARKS | EDGES | GRIDS
ELSEWHERE = {
    GOLDEN / "cases.findings",
    GOLDEN / "pairs.findings",
}  # held where their rows are looked at anyway


@pytest.mark.parametrize("path", sorted(ALL.keys() - ELSEWHERE), ids=lambda path: path.stem)
def test_what_is_found_stays_what_it_was(path: Path) -> None:
    hold(path, ALL[path]())
