"""What texts are aligned by, and how random articles are, stays what it was, with how sure it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.alignment.kept import aligned, read
from tests.alignment.kept_documents import PARTS as DOCUMENTS
from tests.alignment.kept_tables import PARTS as TABLES
from tests.kept import hold

PARTS = DOCUMENTS | TABLES


@pytest.mark.parametrize(("seed", "kept"), list(read()))
def test_an_article_is_aligned_as_it_was(seed, kept) -> None:
    found = aligned(seed)
    assert [one[:2] for one in found] == [one[:2] for one in kept], (
        "where meant: python -m tests.kept alignment"
    )
    # The last digit may differ from one processor to another.
    assert [one[2] for one in found] == pytest.approx([one[2] for one in kept], abs=0.00015), "the same"


@pytest.mark.parametrize("path", sorted(PARTS), ids=lambda path: path.stem)
def test_documents_and_what_they_are_aligned_by_stay_what_they_were(path: Path) -> None:
    hold(path, PARTS[path](), within=0.0021)  # as the last digit of three
