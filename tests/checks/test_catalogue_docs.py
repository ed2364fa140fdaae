"""docs/checks.md says what the code does."""

from __future__ import annotations

from pathlib import Path

from transreview.checks import REGISTRY
from transreview.checks.catalogue import as_text, catalogue
from transreview.checks.catalogue_docs import checks_page

ROOT = Path(__file__).parents[2]


def test_the_page_is_current() -> None:
    examples = ROOT / "docs" / "examples"
    page = checks_page(
        (examples / "transreview.toml").read_text(encoding="utf-8"),
        (examples / "own_checks" / "own_checks.py").read_text(encoding="utf-8"),
    )
    written = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    assert written == page, "run: python -m transreview.checks.catalogue_docs > docs/checks.md"


def test_the_list_has_every_check_with_its_explanation() -> None:
    listed = as_text(catalogue())
    for check in REGISTRY:
        assert check.id in listed
        assert check.explanation in listed
