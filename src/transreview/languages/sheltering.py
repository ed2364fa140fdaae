"""A language of another package with the common rules behind its own, for texts on which those fail."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from transreview import deadline, plugins
from transreview.i18n import _
from transreview.languages.grammar_fault import Fault
from transreview.languages.language import Language
from transreview.languages.quantity import Quantity

Read = Callable[[Any, str], Any]
"""Takes a rule's answer about a text; returns it as it is meant, or raises `UnfitError`."""

Common = Callable[..., Any]
"""What answers where a language's own rule does not."""

# A rule may take so many characters more for each further second: the text of a whole book is no hang.
_CHARACTERS_A_SECOND = 10_000


def sheltered(language: Language, generic: Language, failed: Callable[[Exception], None]) -> Language:
    """Return a language whose rules never raise, hang or answer nonsense.

    Args:
        language: The language as its package has it.
        generic: Rules common to most languages.
        failed: Told of each failure.
    """
    rules: dict[str, tuple[Read, Common]] = {
        "sentences": (_spans, generic.sentences),
        "words": (_spans, generic.words),
        "quantities": (_quantities, generic.quantities),
        "grammar_faults": (_faults, lambda _text: []),
        "derivatives": (_spans, lambda _text, _name: []),
        "derived": (_truth, lambda _text, _term: False),
        "told_in_part": (_truth, lambda _text, _term: False),
        "named_again": (_truth, lambda _text, _term: False),
        "may_end": (_truth, generic.may_end),
        "knows": (_truth, lambda _word: False),
        "stem": (_word, str),
        "name_stem": (_word, str),
    }
    careful: dict[str, Any] = {
        name: _careful(own, read, common, failed)
        for name, (read, common) in rules.items()
        if (own := getattr(language, name)) is not None
    }
    return replace(language, **careful)


def _careful(own: Common, read: Read, common: Common, failed: Callable[[Exception], None]) -> Common:
    late = False

    def rule(text: str, *further: str) -> object:
        nonlocal late
        if late:
            return common(text, *further)
        try:
            limit = plugins.seconds() + len(text) / _CHARACTERS_A_SECOND
            return deadline.within(limit, lambda: read(own(text, *further), text))
        except deadline.LateError:
            late = True
            failed(plugins.UnfitError(_("it took longer than a second and is left out from here on")))
        except Exception as error:  # noqa: BLE001 - whatever a plug-in's code may raise
            failed(error)
        return common(text, *further)

    return rule


def _spans(answer: Iterable[Any], text: str) -> list[Any]:
    spans = list(answer)
    end = 0
    for start, stop in spans:
        if not end <= start <= stop <= len(text):
            raise _out_of_order(start, stop)
        end = stop
    return spans


def _quantities(answer: Iterable[Any], text: str) -> list[Quantity]:
    found = list(answer)
    for one in found:
        plugins.returned(one, Quantity)
    _spans([one[:2] for one in found], text)
    return found


def _faults(answer: Iterable[Any], text: str) -> list[Fault]:
    found = list(answer)
    for one in found:
        plugins.returned(one, Fault)
        if not 0 <= one.start <= one.end <= len(text):
            raise _out_of_order(one.start, one.end)
    return found


def _truth(answer: object, _text: str) -> bool:
    return bool(answer)


def _word(answer: object, _word: str) -> object:
    plugins.returned(answer, str)
    return answer


def _out_of_order(start: object, end: object) -> plugins.UnfitError:
    return plugins.UnfitError(_("it yields a span that is none ({start}–{end})").format(start=start, end=end))
