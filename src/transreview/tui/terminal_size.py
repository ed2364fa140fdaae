"""How large the terminal is: COLUMNS and LINES hold until somebody makes it larger or smaller."""

from __future__ import annotations

import os
import sys

from textual.driver import Driver


def driver_that_follows() -> type[Driver] | None:
    """Return a driver that asks the terminal once it has another size than it began with.

    A shell that exports the two variables says how large the terminal was when it was opened; Textual
    believes them as long as the program runs, and draws over the edge of a smaller window.

    Returns:
        The driver; None where another one is used: on Windows, in a browser, in tests.
    """
    if os.environ.get("TEXTUAL_DRIVER"):
        return None
    try:
        from textual.drivers.linux_driver import LinuxDriver
    except ImportError:  # Windows
        return None
    began_as = _own_size()

    class Following(LinuxDriver):
        def _get_terminal_size(self) -> tuple[int, int]:
            if _own_size() != began_as:
                for name in ("COLUMNS", "LINES"):
                    os.environ.pop(name, None)
            return super()._get_terminal_size()

    return Following


def _own_size() -> tuple[int, int] | None:
    """Return what the terminal itself says; None where there is none."""
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()) if sys.__stdout__ else None
    except (OSError, ValueError):
        return None
