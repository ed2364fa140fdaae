"""What a person looks for, and where it stands in a text: letters, whole words, patterns, any form."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.model.finding import Side
from transreview.model.glossary import Term
from transreview.terminology import TermIndex
from transreview.terminology.citation import citation_form

Span = tuple[int, int]
Finder = Callable[[str], list[Span]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A search.

    Attributes:
        text: What to look for.
        regex: It is a regular expression.
        whole_word: It must not stand inside a longer word; Chinese has none.
        case: Letters must have the same case.
        any_form: Every form of the word or term counts (ასოციაციამ for ასოციაცია).
        sides: Where to look; both when empty.
    """

    text: str
    regex: bool = False
    whole_word: bool = False
    case: bool = False
    any_form: bool = False
    sides: tuple[Side, ...] = ()

    def looks_in(self, side: Side) -> bool:
        """Whether a side is looked into."""
        return not self.sides or side in self.sides


def finder(query: Query, language: str) -> Finder:
    """Return the function that gives the spans of what is looked for in a text of a language.

    Args:
        query: What to look for.
        language: BCP 47 tag of the texts.

    Raises:
        UsageError: The text is empty, or no regular expression; or two ways exclude each other.
    """
    if not query.text.strip():
        raise UsageError(_("there is nothing to look for"), remedy=_("Name a text"))
    if query.any_form and query.regex:
        raise UsageError(
            _("a regular expression has no forms"), remedy=_("Choose one: a regular expression, or any form")
        )
    if query.any_form:
        return _form_finder(query.text.strip(), language)
    pattern = _pattern(query)
    return lambda text: [match.span() for match in pattern.finditer(text) if match.end() > match.start()]


@lru_cache(maxsize=32)
def _form_finder(words: str, language: str) -> Finder:
    # Words marked in a text stand in a case there; what is sought are the forms of their dictionary form too.
    known = dict.fromkeys((words, citation_form([words], language)))
    indexes = [TermIndex([("sought", Term(one, language))], language) for one in known]
    return lambda text: sorted({(one.start, one.end) for index in indexes for one in index.find(text)})


def _pattern(query: Query) -> re.Pattern[str]:
    body = query.text if query.regex else re.escape(query.text)
    if query.whole_word:
        body = rf"(?<![^\W_])(?:{body})(?![^\W_])"
    try:
        return re.compile(body, 0 if query.case else re.IGNORECASE)
    except re.error as error:
        raise UsageError(
            _("this is no regular expression: {error}").format(error=error),
            remedy=_("Write special characters with a backslash, or search for plain text"),
        ) from error
