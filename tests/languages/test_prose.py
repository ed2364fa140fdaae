"""Running words are found in one pass, whatever a text begins and never ends."""

from __future__ import annotations

import time

import pytest

from transreview.languages.prose import prose


@pytest.mark.parametrize(
    "text",
    [
        "<!--" * 20_000,
        "{{" * 20_000,
        "{%" * 20_000,
        "<code>" * 20_000,
        "`" * 60_000,
        "a" * 60_000 + ";",
        "a-" * 30_000 + "/",
        "字" * 60_000 + "@",
        "aB" * 30_000,
        "_" * 60_000,
    ],
    ids=lambda text: text[:6],
)
def test_an_endless_beginning_is_read_in_one_pass(text):
    """Twice the text takes about twice the time: quadratic it would take four times, or hours."""
    began = time.process_time()
    assert len(prose(text)) == len(text)
    assert time.process_time() - began < 2
