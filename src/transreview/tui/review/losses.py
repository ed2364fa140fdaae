"""Noticing that a translation has lost more than a person takes away by writing."""

from __future__ import annotations

from transreview.i18n import _

LEAST = 20
"""Characters under which a shorter text is no loss to speak of."""

KEPT = 0.6
"""Part of a text that a correction leaves at least."""


def loss(before: str, after: str) -> str:
    """Return in one sentence what a text has lost, empty when nothing out of the ordinary.

    Args:
        before: The text as it was when the editor was opened.
        after: What is to be saved.
    """
    was, now = before.strip(), after.strip()
    if not now:
        return _("The translation is empty.")
    if len(_paragraphs(now)) < len(_paragraphs(was)) and len(now) < 0.9 * len(was):
        return _("A paragraph of the translation is gone.")
    if len(was) >= LEAST and len(now) < KEPT * len(was):
        return _("Much of the translation is gone ({gone} of {all} characters).").format(
            gone=len(was) - len(now), all=len(was)
        )
    return ""


def _paragraphs(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]
