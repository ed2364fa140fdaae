"""Whether a format that another package adds can be worked with."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from transreview.i18n import _
from transreview.plugins import UnfitError

_SUFFIX = re.compile(r"\.[a-z0-9_+-]+\Z")


class Format(Protocol):
    """What the formats of articles and of pairs have in common."""

    @property
    def name(self) -> str:
        """Its name, for messages."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Lower-case file name endings."""

    def load(self) -> Callable[..., Any]:
        """Import and return the function that reads or writes it."""


Record = TypeVar("Record", bound=Format)


def probed(loaded: object, kind: type[Record]) -> Record:
    """Return what an entry point names, if it is a format of this kind whose function is there.

    Raises:
        UnfitError: It is another thing, its endings are none, or its function is missing.
    """
    if not isinstance(loaded, kind):
        raise UnfitError(
            _("it is no {expected} but a {kind}").format(expected=kind.__name__, kind=type(loaded).__name__)
        )
    if not isinstance(loaded.name, str) or not loaded.name.strip():
        raise UnfitError(_("its name makes no sense: {value}").format(value=loaded.name))
    suffixes = loaded.suffixes
    if not isinstance(suffixes, tuple) or not suffixes or not all(map(_is_suffix, suffixes)):
        raise UnfitError(_("its endings make no sense: {value}").format(value=suffixes))
    if not callable(loaded.load()):
        raise UnfitError(_("what it names is no function"))
    return loaded


def function_at(place: str) -> Callable[..., Any]:
    """Import and return "module:function".

    Raises:
        ImportError: There is no such module.
        AttributeError: It has no such function.
        UnfitError: `place` names none.
    """
    module, colon, name = place.partition(":")
    if not (module and colon and name):
        raise UnfitError(_("“{place}” names no function, as module:function would").format(place=place))
    found: Callable[..., Any] = getattr(importlib.import_module(module), name)
    return found


def _is_suffix(value: object) -> bool:
    return isinstance(value, str) and bool(_SUFFIX.match(value))
