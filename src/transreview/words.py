"""What the values of enumerations are called in the interface's language.

Records and files keep the values as they are; people read these words.
"""

from __future__ import annotations

from transreview.i18n import _
from transreview.i18n import language as interface_language


def language_called(tag: str) -> str:
    """Return the name of a language in the interface's language, in English where that is not known."""
    from transreview.languages.header_names import name_in

    return name_in(tag, interface_language())


def called(value: str) -> str:
    """Return what people call a value of an enumeration; one that is not known stands for itself."""
    return _words().get(value, value)


def _words() -> dict[str, str]:
    return {
        # Status
        "machine": _("machine"),
        "edited": _("edited"),
        "confirmed": _("confirmed"),
        "approved": _("approved"),
        "untranslated": _("untranslated"),
        # Severity
        "info": _("info"),
        "warning": _("warning"),
        "error": _("error"),
        "critical": _("critical"),
        # ConceptStatus
        "proposed": _("proposed"),
        "deprecated": _("deprecated"),
        # TermKind
        "preferred": _("preferred"),
        "admitted": _("admitted"),
        "forbidden": _("forbidden"),
        # Side
        "source": _("source"),
        "target": _("target"),
        # Texts of a report, units of MQM, verdicts of a comparison
        "reference": _("reference"),
        "reviewed": _("reviewed"),
        "reviewed text": _("reviewed text"),
        "machine translation": _("machine translation"),
        "words": _("words"),
        "characters": _("characters"),
        "better": _("better"),
        "worse": _("worse"),
        "no difference": _("no difference"),
    }
