"""The alignment of random articles stays what it was, with how sure it is."""

from __future__ import annotations

import pytest

from tests.alignment.kept import aligned, read


@pytest.mark.parametrize(("seed", "kept"), list(read()))
def test_an_article_is_aligned_as_it_was(seed, kept) -> None:
    found = aligned(seed)
    assert [one[:2] for one in found] == [one[:2] for one in kept], (
        "where meant: python -m tests.alignment.kept"
    )
    # The last digit may differ from one processor to another.
    assert [one[2] for one in found] == pytest.approx([one[2] for one in kept], abs=0.00015), "the same"
