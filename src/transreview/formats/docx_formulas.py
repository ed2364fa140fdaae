"""Formulas of Word (OMML) as one line that a reader can tell them by; they are kept, not translated."""

from __future__ import annotations

from lxml import etree

from transreview.formats.xml_reading import local_name

FORMULAS = frozenset({"oMath", "oMathPara"})
"""Elements that hold a formula."""

_PROPERTIES = "Pr"


def formula_text(element: etree._Element) -> str:
    """Return a formula, or a part of one, in Word's linear writing: `x^2`, `(a+b)/2`, `√(x)`."""
    name = local_name(element) or ""
    if name == "t":
        return element.text or ""
    if name.endswith(_PROPERTIES):
        return ""
    # Each part is read once: reading it again at every level would double the time with each.
    parts = [(local_name(child), formula_text(child)) for child in element]
    part = dict(parts)
    if name == "f":
        return f"{_grouped(part.get('num', ''))}/{_grouped(part.get('den', ''))}"
    if name == "rad":
        return f"√({part.get('e', '')})"
    if name == "d":
        return f"({', '.join(text for name, text in parts if name == 'e')})"
    if name in {"sSup", "sSub", "sSubSup", "nary", "limLow", "limUpp"}:
        below, above = part.get("sub") or part.get("lim", ""), part.get("sup", "")
        scripts = (f"_{_grouped(below)}" if below else "") + (f"^{_grouped(above)}" if above else "")
        inner = part.get("e", "")
        return f"∑{scripts} {inner}" if name == "nary" else f"{inner}{scripts}"
    return "".join(text for _name, text in parts)


def _grouped(text: str) -> str:
    return text if len(text) <= 1 or text.isalnum() else f"({text})"
