"""Regular expressions that are compiled when they are first asked, as Django's `_lazy_re_compile` does.

The rules of a language have a thousand patterns, of which an article needs a third: to compile the others was
a quarter of the time that a check of one article took.
"""

from __future__ import annotations

import re
from typing import cast


def lazy_pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return what is asked as the pattern itself is, and compiles it at the first question.

    Args:
        text: The expression.
        flags: As for `re.compile`.
    """
    return cast("re.Pattern[str]", _Lazy(text, flags))


_ASKED = (
    "search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "groups", "groupindex",
)  # fmt: skip


class _Lazy:
    """A pattern that is not compiled yet; its methods are the compiled one's from the first question on."""

    __slots__ = (*_ASKED, "_flags", "flags", "pattern")

    def __init__(self, text: str, flags: int) -> None:
        self.pattern = text
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        # Reached only while the slot is empty.
        if name != "flags" and name not in _ASKED:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        for one in (*_ASKED, "flags"):
            setattr(self, one, getattr(compiled, one))
        return getattr(compiled, name)

    def __reduce__(self) -> tuple[object, tuple[str, int]]:
        return lazy_pattern, (self.pattern, self._flags)

    def __repr__(self) -> str:
        return f"lazy_pattern({self.pattern!r}, {self._flags})"
