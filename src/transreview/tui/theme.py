"""Colours that differ for every kind of colour vision, and marks that need none.

The palette is Okabe and Ito's (https://jfly.uni-koeln.de/color/). Whatever a colour says is also
said by a sign, a word, an underline, bold or reverse, so that NO_COLOR loses nothing.
"""

from __future__ import annotations

from textual.theme import Theme

ORANGE, SKY, GREEN, YELLOW = "#E69F00", "#56B4E9", "#009E73", "#F0E442"
BLUE, VERMILION, PURPLE = "#0072B2", "#D55E00", "#CC79A7"

DARK = Theme(
    name="transreview-dark",
    primary=SKY,
    secondary=BLUE,
    warning=ORANGE,
    error=VERMILION,
    success=GREEN,
    accent=YELLOW,
    foreground="#e6e6e6",
    background="#15181c",
    surface="#1b1f24",
    panel="#252b32",
    dark=True,
    variables={"block-cursor-text-style": "reverse", "rule": "#4d5660", "faint": "#9aa4ae"},
)
LIGHT = Theme(
    name="transreview-light",
    primary=BLUE,
    secondary=SKY,
    warning="#9c6500",
    error="#a93f00",
    success="#00694c",
    accent=PURPLE,
    foreground="#1b1f24",
    background="#fbfbf8",
    surface="#f2f2ee",
    panel="#e4e4de",
    dark=False,
    variables={"block-cursor-text-style": "reverse", "rule": "#b5b5ad", "faint": "#5f666d"},
)
THEMES = (DARK, LIGHT)

MARKS_CSS = """
.row--number { color: $faint; }
.row--current { color: $primary; text-style: bold; }
.row--current-line { background: $panel; }
.row--rule { color: $rule; }
.row--done { color: $text-success; text-style: bold; }
.row--flag { color: $text-warning; text-style: bold; }
.mark--term { text-style: underline; color: $text-primary; }
.mark--muted { color: $faint; }
.mark--warning { text-style: bold underline; color: $text-warning; }
.mark--error { text-style: bold reverse; color: $text-error; }
.mark--removed { text-style: strike; color: $text-error; }
.mark--added { text-style: bold underline; color: $text-success; }
.mark--match { text-style: reverse bold; }
"""
"""Styles of the component classes that list and editor share."""
