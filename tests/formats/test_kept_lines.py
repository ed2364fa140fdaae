"""What readers make of files with a line missing, twice or cut in half stays what it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.formats.kept_archives import PARTS as ARCHIVES
from tests.formats.kept_filling import PARTS as FILLED
from tests.formats.kept_lines import PARTS
from tests.formats.kept_pieces import PARTS as PIECES
from tests.formats.kept_written import PARTS as WRITTEN
from tests.kept import hold

SMALL = PIECES | ARCHIVES | WRITTEN | FILLED


@pytest.mark.parametrize("path", sorted(PARTS), ids=lambda path: path.stem)
def test_odd_lines_are_read_or_refused_as_they_were(path: Path) -> None:
    hold(path, PARTS[path]())


@pytest.mark.parametrize("path", sorted(SMALL), ids=lambda path: path.stem)
def test_small_parts_say_what_they_said(path: Path) -> None:
    hold(path, SMALL[path]())
