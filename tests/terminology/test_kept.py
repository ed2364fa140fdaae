"""What a glossary says of texts stays what it was."""

from __future__ import annotations

import json

import pytest

from tests.terminology.kept import KEPT, everything

SAID = json.loads(KEPT.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def now() -> dict[str, object]:
    return json.loads(json.dumps(everything(), ensure_ascii=False, default=str))


@pytest.mark.parametrize("kind", SAID)
def test_what_is_said_stays(kind: str, now: dict[str, object]) -> None:
    assert now[kind] == SAID[kind], (
        "where this is meant: python -m tests.kept terminology, and read the difference"
    )
