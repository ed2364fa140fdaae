"""Colours that differ for every kind of colour vision, and marks that need none.

The palette is Okabe and Ito's (https://jfly.uni-koeln.de/color/). Whatever a colour says is also
said by a sign, a word, an underline, bold or reverse, so that NO_COLOR loses nothing.
"""

from __future__ import annotations

from textual.theme import Theme

from transreview.i18n import _

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
CONTRAST = Theme(
    name="transreview-contrast",
    primary="#ffff00",
    secondary="#00ffff",
    warning="#ffd700",
    error="#ff9090",
    success="#7dff7d",
    accent="#ffffff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#303030",
    dark=True,
    variables={
        "block-cursor-text-style": "reverse",
        "rule": "#ffffff",
        "faint": "#d0d0d0",
        "text-primary": "#ffff00",
        "text-success": "#7dff7d",
        "text-warning": "#ffd700",
        "text-error": "#ff9090",
        "text-muted": "#e0e0e0",
    },
)
"""White on black: every text at least 7 to 1, as WCAG 2.2 asks for at its highest level."""

COLOUR_BLIND = Theme(
    name="transreview-colour-blind",
    primary="#648fff",
    secondary="#785ef0",
    warning="#ffb000",
    error="#ff6fb5",
    success="#9ec5ff",
    accent="#fe6100",
    foreground="#f0f0f0",
    background="#101318",
    surface="#171b21",
    panel="#272d36",
    dark=True,
    variables={"block-cursor-text-style": "reverse", "rule": "#5a6472", "faint": "#a5afba"},
)
"""Blue, magenta and amber (after IBM's palette): apart for every kind of colour vision, by brightness too."""

THEMES = (DARK, LIGHT, CONTRAST, COLOUR_BLIND)


THEME_NAMES = {theme.name.removeprefix("transreview-"): theme.name for theme in THEMES}
"""What a theme is called on the command line → its name."""


def theme_words() -> dict[str, str]:
    """Return theme → what it is called."""
    return {
        DARK.name: _("dark"),
        LIGHT.name: _("light"),
        CONTRAST.name: _("high contrast"),
        COLOUR_BLIND.name: _("apart for every colour vision"),
    }


MARKS: dict[str, tuple[str, str]] = {
    "row--number": ("faint", ""),
    "row--current": ("primary", "bold"),
    "row--rule": ("rule", ""),
    "row--done": ("text-success", "bold"),
    "row--flag": ("text-warning", "bold"),
    "mark--emphasis": ("", "italic"),
    "mark--strong": ("", "bold"),
    "mark--code": ("faint", "italic"),
    "mark--link": ("", "underline"),
    "mark--unknown": ("", "underline2"),
    "mark--term": ("text-primary", "underline"),
    "mark--muted": ("faint", ""),
    "mark--warning": ("text-warning", "bold underline"),
    "mark--error": ("text-error", "bold reverse"),
    "mark--removed": ("text-error", "strike"),
    "mark--added": ("text-success", "bold underline"),
    "mark--match": ("", "reverse bold"),
}
"""How parts of a row and marks in texts look: a colour of the theme, and what needs no colour.

Not written as component classes: Textual would look all of them up for every widget that shows a
text, at the start and at every change of a class.
"""

CURRENT_LINE = "panel"
"""The colour of the theme behind the current row."""
