"""Signs that keyboards hide: quotation marks, dashes and blanks of a language."""

from __future__ import annotations

from transreview.i18n import _
from transreview.languages.language import Language

Sign = tuple[str, str]
"""What goes before and after what is selected; the second is empty where a sign stands alone."""


def signs_of(language: Language) -> dict[str, tuple[Sign, str]]:
    """Return letter → sign and how it is offered.

    Args:
        language: The language that is written.
    """
    signs: dict[str, tuple[Sign, str]] = {}
    for number, (opening, closing) in enumerate(language.quotes, 1):
        signs[str(number)] = ((opening, closing), f"{opening}…{closing}")
    signs |= {
        "d": (("—", ""), _("— dash")),
        "n": (("–", ""), _("– short dash, for ranges")),
        "e": (("…", ""), _("… ellipsis")),
        "s": (("\u00a0", ""), _("no-break space")),
        "t": (("\u202f", ""), _("narrow no-break space")),
        "h": (("\u2011", ""), _("no-break hyphen")),
        "o": (("№ ", ""), _("№ number sign")),
        "g": (("°", ""), _("° degree sign")),
        "x": (("×", ""), _("× multiplication sign")),
        "r": (("₾", ""), _("₾ lari")),
        "y": (("¥", ""), _("¥ yuan")),
    }
    return signs
