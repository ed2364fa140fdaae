"""The forms of a Georgian term as a table for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from transreview.formats.lines import width
from transreview.i18n import _
from transreview.languages.georgian.declension import paradigm
from transreview.languages.georgian.declension.cells import Cell


def _cases() -> dict[str, str]:
    """Return the cases in their usual order, with their names."""
    return {
        "Nom": _("nominative"),
        "Erg": _("ergative"),
        "Dat": _("dative"),
        "Gen": _("genitive"),
        "Ins": _("instrumental"),
        "Ess": _("adverbial"),
        "Voc": _("vocative"),
    }


def paradigm_table(term: str, hints: Sequence[str] = ()) -> str:
    """Return the cases of a term in both numbers, then its forms with postpositions.

    Args:
        term: Its citation form.
        hints: The hints of its glossary entry.
    """
    forms = paradigm(term, hints=hints).forms
    rows = [("", _("singular"), _("plural"))]
    for case, name in _cases().items():
        rows.append((name, forms.get(Cell(case, "Sing"), ""), forms.get(Cell(case, "Plur"), "")))
    rows += [(f"-{cell.postposition}", form, "") for cell, form in forms.items() if cell.postposition]
    first, second = (max(width(row[column]) for row in rows) for column in (0, 1))
    return "\n".join(
        f"  {_padded(row[0], first)}  {_padded(row[1], second)}  {row[2]}".rstrip() for row in rows
    )


def _padded(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))
