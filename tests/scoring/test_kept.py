"""What the scores of some translations are stays what it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kept import hold
from tests.scoring.kept import PARTS


@pytest.mark.parametrize("path", sorted(PARTS), ids=lambda path: path.stem)
def test_scores_stay_what_they_were(path: Path) -> None:
    hold(path, PARTS[path](), within=0.00021)  # as the last digit of four
