"""Whether a language that another package adds can be worked with: its fields, and its rules on a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields
from importlib import import_module

from transreview.i18n import _
from transreview.languages.language import Language
from transreview.lazy_patterns import lazy_pattern
from transreview.plugins import UnfitError, require_sense

_CODE = lazy_pattern(r"[a-z]{2,8}\Z")
_SCRIPT = lazy_pattern(r"[A-Z][a-z]{3}\Z")

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
    require_sense(
        loaded, {one.name: _is_of(str(one.type), getattr(loaded, one.name)) for one in fields(loaded)}
    )
    require_sense(loaded, _sense(loaded))
    for text in _TEXTS:
        for rule in ("sentences", "words"):
            _spans(rule, [tuple(span) for span in getattr(loaded, rule)(text)], text)
        found = [(quantity.start, quantity.end) for quantity in loaded.quantities(text)]
        _spans("quantities", found, text)
    return loaded


def _is_of(kind: str, value: object) -> bool:
    """Whether a value is of the type that a field of `Language` is annotated with, as far as can be seen."""
    if kind.endswith(" | None") and value is None:
        return True
    if kind.startswith("Callable"):
        return callable(value)
    if kind.startswith("Mapping"):
        return isinstance(value, Mapping) and all(
            isinstance(one, str) for pair in value.items() for one in pair
        )
    if kind in {"tuple[str, ...]", "frozenset[str]"}:
        return isinstance(value, tuple | AbstractSet) and all(isinstance(one, str) for one in value)
    plain = {"str": str, "bool": bool, "int": int, "float | None": int | float}
    return isinstance(value, plain.get(kind, object))


def _sense(language: Language) -> dict[str, bool]:
    return {
        "code": bool(_CODE.match(language.code)),
        "name": _is_text(language.name),
        "autonym": _is_text(language.autonym),
        "scripts": isinstance(language.scripts, tuple) and all(map(_is_script, language.scripts)),
        "quotes": isinstance(language.quotes, tuple)
        and all(isinstance(quote, tuple) and len(quote) == 2 for quote in language.quotes)
        and all(isinstance(mark, str) and mark for quote in language.quotes for mark in quote),
        "nplurals": 1 <= language.nplurals <= 6,
        "plural": _is_text(language.plural),
        "decimal": language.decimal in {".", ",", "٫"},
        "expansion": language.expansion is None or 0 < language.expansion < 100,
        "term_index": _is_there(*language.term_index.partition(":")[::2]),
        "spelling": _is_there(language.spelling, "known", "suggestions"),
        "declension": _is_there(language.declension, "transfer"),
    }


def _is_there(module: str, *names: str) -> bool:
    """Whether a module that a field names has what is asked of it; those of this program have."""
    if not module or module.startswith("transreview."):
        return True
    return all(callable(getattr(import_module(module), name, None)) for name in names)


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
