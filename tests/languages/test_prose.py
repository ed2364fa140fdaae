"""Running words are found in one pass, whatever a text begins and never ends."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transreview.languages import prose as module
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


@given(st.text("ა中aZ9_-/.~`<>[](){}%:!#$\n ", max_size=60))
def test_a_quick_look_for_signs_leaves_nothing_out(text: str) -> None:
    """Markup and code are looked for only where a sign of them is met: the same as looking everywhere."""
    everywhere = module._CODE_WORD.sub(
        module._blank, module.without_neutral(module._MARKUP.sub(module._blank, text))
    )
    assert prose(text) == everywhere
