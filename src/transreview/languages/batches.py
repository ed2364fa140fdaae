"""How many texts are looked at together, so that what is found of one is still known when it is asked for."""

from __future__ import annotations

AT_ONCE = 64
"""Segments that checks go through together: more save no more time, and take memory."""

TEXTS_KEPT = 2 * AT_ONCE
"""Texts of which what was found last is kept: the segments of a batch, and some beside."""
