"""Checks of a translation, one family a file.

`check_segment` looks at one pair of texts, `check_document` at a whole article with what only
shows across its segments. Which checks there are stands in `registry`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transreview.checks.context import CheckContext
    from transreview.checks.engine import check_document, check_segment
    from transreview.checks.registry import REGISTRY
    from transreview.checks.segment_text import SegmentText

__all__ = ["REGISTRY", "CheckContext", "SegmentText", "check_document", "check_segment"]

_HOMES = {
    "CheckContext": "context",
    "check_document": "engine",
    "check_segment": "engine",
    "REGISTRY": "registry",
    "SegmentText": "segment_text",
}


def __getattr__(name: str) -> object:
    """Return a name from its module, imported when first asked for.

    The screen and its background thread import modules of this package at the same time: if the package
    itself imported them, each could wait for the other, and one would see a module half made.
    """
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
