"""Whether a language that another package adds can be worked with: its fields, and its rules on a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transreview.i18n import _
from transreview.languages.language import Language
from transreview.plugins import UnfitError

_CODE = re.compile(r"[a-z]{2,8}\Z")
_SCRIPT = re.compile(r"[A-Z][a-z]{3}\Z")

# A heading, two sentences, a number, a quotation and blanks: what every rule must live with.
_TEXTS = ("", "1. A", "Um 8.30 Uhr sagte er: „Gut.“ Sie ging.  ", "会议在2021年召开。共有3人。")


def probed(name: str, loaded: object) -> Language:
    """Return what an entry point names, if it is a language that works.

    Args:
        name: Name of the entry point: the language's code.
        loaded: Its object.

    Raises:
        UnfitError: It is no `Language`, or its fields or rules make no sense.
    """
    if not isinstance(loaded, Language):
        raise UnfitError(_("it is no Language but a {kind}").format(kind=type(loaded).__name__))
    if loaded.code != name:
        raise UnfitError(_("its code is “{code}”").format(code=loaded.code))
    for field, right in _fields(loaded).items():
        if not right:
            raise UnfitError(
                _("its {field} makes no sense: {value}").format(field=field, value=getattr(loaded, field))
            )
    for text in _TEXTS:
        for rule in ("sentences", "words"):
            _spans(rule, [tuple(span) for span in getattr(loaded, rule)(text)], text)
        found = [(quantity.start, quantity.end) for quantity in loaded.quantities(text)]
        _spans("quantities", found, text)
    return loaded


def _fields(language: Language) -> dict[str, bool]:
    return {
        "code": bool(_CODE.match(language.code)),
        "name": _is_text(language.name),
        "autonym": _is_text(language.autonym),
        "scripts": isinstance(language.scripts, tuple) and all(map(_is_script, language.scripts)),
        "joiner": isinstance(language.joiner, str),
        "final_marks": isinstance(language.final_marks, str),
        "quotes": isinstance(language.quotes, tuple)
        and all(isinstance(quote, tuple) and len(quote) == 2 and all(quote) for quote in language.quotes),
        "nplurals": isinstance(language.nplurals, int) and 1 <= language.nplurals <= 6,
        "plural": _is_text(language.plural),
        "decimal": language.decimal in {".", ",", "٫"},
    }


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and value.isprintable()


def _is_script(value: object) -> bool:
    return isinstance(value, str) and bool(_SCRIPT.match(value))


def _spans(rule: str, spans: Sequence[tuple[int, ...]], text: str) -> None:
    end = 0
    for span in spans:
        if len(span) != 2 or not end <= span[0] <= span[1] <= len(text):
            raise UnfitError(_("its {rule} give nonsense for “{text}”").format(rule=rule, text=text))
        end = span[1]
