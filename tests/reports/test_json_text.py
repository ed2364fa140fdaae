"""Printed JSON says the same as any JSON, and holds nothing that a terminal obeys."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from transreview.reports.json_text import dumps
from transreview.reports.visible import visible


@given(st.text(st.characters(exclude_categories=())))
def test_what_is_printed_is_read_back_and_has_nothing_hidden(text):
    printed = dumps({"text": text})
    assert json.loads(printed) == {"text": text}
    printed.encode()
    assert visible(printed) == printed


def test_letters_stay_readable():
    assert dumps(["镜片", "ლინზა"]) == '["镜片", "ლინზა"]'


def test_c1_and_direction_marks_are_escapes():
    assert dumps("\x9b31m\u202e") == '"\\u009b31m\\u202e"'
