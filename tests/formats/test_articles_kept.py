"""All that is read of articles, and all that is written into them, stays what it was."""

from __future__ import annotations

import pytest

from tests.formats.articles_kept import KEPT, samples, told

SAMPLES = samples()


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_sample_is_read_and_written_as_it_was(name: str) -> None:
    kept = (KEPT / f"{name}.kept").read_text(encoding="utf-8")
    assert told(name, SAMPLES[name]) == kept, "where this is meant: python -m tests.kept formats"
