"""Sentences that whoever runs the program should read, though nothing keeps the work from going on."""

from __future__ import annotations

from collections.abc import Callable


def told() -> tuple[str, ...]:
    """Return what was told so far, in order."""
    return tuple(_told)


def listen(listener: Callable[[str], None]) -> None:
    """Tell remarks to `listener` instead of to the log."""
    global _listener  # noqa: PLW0603 - the one place that remarks are told to
    _listener = listener


def tell(sentence: str) -> None:
    """Tell a remark, once."""
    if sentence not in _told:
        _told.append(sentence)
        _listener(sentence)


def forget() -> None:
    """Forget what was told, as if nothing had been."""
    _told.clear()


def _log(sentence: str) -> None:
    import logging

    logging.getLogger("transreview").warning("%s", sentence)


_told: list[str] = []
_listener: Callable[[str], None] = _log
