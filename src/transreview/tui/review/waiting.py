"""A key that needs what is still being found out waits for it, and those behind the key with it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import monotonic

from transreview.i18n import _
from transreview.tui.insight import is_awaited
from transreview.tui.review.state import ReviewState
from transreview.tui.review.view import ReviewView

PATIENCE = 10.0
"""Seconds after which a key goes without what it waits for."""

TOLD_AFTER = 0.4
"""Seconds after which it is said what is waited for."""

STEP = 0.01
"""Seconds between two looks."""


async def wait_until(view: ReviewView, ready: Callable[[], bool], words: str) -> bool:
    """Wait until something is known.

    No key ends the waiting: Escape was typed for what comes after it.

    Args:
        view: Where it is said that somebody waits.
        ready: Whether it is known.
        words: What is waited for.

    Returns:
        Whether it is known now.
    """
    begun, told = monotonic(), False
    while not ready() and monotonic() - begun < PATIENCE:
        if not told and monotonic() - begun > TOLD_AFTER:
            view.say(words)
            told = True
        await asyncio.sleep(STEP)
    if told:
        view.let_go_of_message()
    return ready()


async def wait_for_insight(state: ReviewState, view: ReviewView) -> bool:
    """Wait until glossary and checks are loaded, and show what they say of the current segment."""
    if not is_awaited(state.insight):
        return True
    words = _("Glossary and checks are being loaded.")
    known = await wait_until(view, lambda: not is_awaited(state.insight), words)
    view.show_panes()
    return known
