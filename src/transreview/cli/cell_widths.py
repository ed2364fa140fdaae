"""How wide the terminal draws characters: asked of the terminal itself, for fonts differ."""

from __future__ import annotations

import os
import re
import select
import sys
import time

SAMPLES = {"ა": 1, "汉": 2, "あ": 2, "。": 2, "“": 1, "…": 1, "é": 1, "👍": 2}
"""Characters that a review meets, and the cells that the screen counts for each."""

_PLACE = re.compile(rb"\x1b\[(\d+);(\d+)R")
_SECONDS = 0.5


def measured() -> dict[str, int] | None:
    """Return how many cells each sample takes, None where the terminal does not answer.

    The cursor is asked for its place before and after each sample; the line is cleared again.
    """
    try:
        import termios
        import tty

        terminal = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    except (ImportError, OSError):
        return None
    try:
        before = termios.tcgetattr(terminal)
        tty.setcbreak(terminal)
        try:
            widths: dict[str, int] = {}
            for sample in SAMPLES:
                os.write(terminal, b"\r")
                start = _column(terminal)
                os.write(terminal, sample.encode())
                end = _column(terminal)
                os.write(terminal, b"\r\x1b[K")
                if start is None or end is None:
                    return None
                widths[sample] = end - start
            return widths
        finally:
            termios.tcsetattr(terminal, termios.TCSANOW, before)
            sys.stdout.flush()
    finally:
        os.close(terminal)


def _column(terminal: int) -> int | None:
    """Return the column of the cursor."""
    os.write(terminal, b"\x1b[6n")
    said = b""
    until = time.monotonic() + _SECONDS
    while (left := until - time.monotonic()) > 0:
        if not select.select([terminal], [], [], left)[0]:
            break
        said += os.read(terminal, 64)
        if found := _PLACE.search(said):
            return int(found[2])
    return None
