"""Check values over what rows say: SQLite keeps none, and a flipped bit would pass for a text."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from transreview.errors import InputError
from transreview.i18n import _
from transreview.project.decoding import damaged

SUMMED: dict[str, tuple[str, ...]] = {
    "segment": ("key", "source", "machine", "target", "reference", "status"),
    "unit": ("key", "text", "prefix", "glue"),
    "article_data": ("name", "value"),
    "pair": ("identity", "data"),
}
"""The columns of each table that its `sum` is made of."""


def sum_of(values: Sequence[str | None]) -> int:
    """Return the check value of some texts; where one ends and the next begins counts too."""
    return crc32("\x1f".join("\x00" if value is None else value for value in values).encode())


def is_sound(kept: int | None, values: Sequence[str | None]) -> bool:
    """Whether a row says what was written; rows from before there were sums are taken at their word.

    Args:
        kept: The check value that was stored with it.
        values: The texts that it was made of.
    """
    try:
        return kept is None or kept == sum_of(values)
    except TypeError:  # a flipped bit made bytes of a text
        return False


def require_sum(kept: int | None, values: Sequence[str | None], name: str) -> None:
    """Refuse a row whose content is not what was written.

    Args:
        kept: The check value that was stored; None in rows from before there were any.
        values: The texts that it was made of.
        name: What the row is, for the message.

    Raises:
        InputError: Something on the disk has changed it.
    """
    if not is_sound(kept, values):
        raise changed(name)


def changed(name: str) -> InputError:
    """Return the error for a row that something on the disk has changed."""
    return damaged(_("{name} is not as it was saved").format(name=name))
