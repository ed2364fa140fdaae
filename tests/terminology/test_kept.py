"""What a glossary says of texts stays what it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.kept import hold
from tests.terminology.kept import KEPT, everything
from tests.terminology.kept_words import PARTS

SAID = json.loads(KEPT.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def now() -> dict[str, object]:
    return json.loads(json.dumps(everything(), ensure_ascii=False, default=str))


@pytest.mark.parametrize("kind", SAID)
def test_what_is_said_stays(kind: str, now: dict[str, object]) -> None:
    assert now[kind] == SAID[kind], (
        "where this is meant: python -m tests.kept terminology, and read the difference"
    )


@pytest.mark.parametrize("path", sorted(PARTS), ids=lambda path: path.stem)
def test_what_is_found_form_by_form_stays(path: Path) -> None:
    hold(path, PARTS[path]())
