"""JSON of any origin is read or refused with a reason."""

from __future__ import annotations

import pytest

from transreview.formats.json_reading import loads


def test_json_is_read_from_text_and_bytes():
    assert loads('{"a": "ლინზა"}') == loads('{"a": "ლინზა"}'.encode()) == {"a": "ლინზა"}
    assert loads('"\\ud83d\\ude00"') == "😀"


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"a":' * 100_000, '"\\ud800"', b'["\\udfff"]', "{", b"\xff"]
)
def test_what_cannot_be_used_is_a_value_error(text):
    with pytest.raises(ValueError, match=r"."):
        loads(text)
