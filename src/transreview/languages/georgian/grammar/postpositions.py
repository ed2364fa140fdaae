"""Postpositions written apart from their noun (ჯანმრთელობის თვის), and words glued to it (ომისშემდეგ)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from transreview.languages.georgian.grammar.words import Word, text_between
from transreview.languages.grammar_fault import Fault, FaultKind

# თან is an adverb too, ზე and ში are not; თვის is also "of the month".
_APART = frozenset(("თვის", "გან", "კენ", "მდე", "დან", "ში", "ზე"))
_GENITIVE = ("ის", "ების", "ოს", "უს", "თა", "ისა")
_BEFORE_A_MONTH = re.compile(
    "(?:იანვრ|თებერვლ|მარტ|აპრილ|მაის|ივნის|ივლის|აგვისტო|სექტემბრ|ოქტომბრ|ნოემბრ|დეკემბრ|წლ|ამ|იმ|გასულ|მომავალ"
    "|მიმდინარე|შემდეგ|წინა|ყოველ|ყოველი|ერთ|ორ|სამ|ექვს|ბოლო|პირველ|მეორე|მე)[ა-ჰ]*"
)
_GLUED = re.compile(
    "(?P<noun>[ა-ჰ]{2,}(?:ის|ების|ოს))(?P<post>შესახებ|მიერ|გამო|გარეშე|მიხედვით|მიმართ|წინააღმდეგ|დროს)"
    "|(?P<dative>[ა-ჰ]{2,}ებს)(?P<between>შორის)"
)


def detached(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the postpositions that stand as words of their own behind their noun."""
    if _APART.isdisjoint([word[0] for word in words]):
        return
    for index in range(1, len(words)):
        word = words[index]
        if word.text not in _APART or not text_between(words, index - 1):
            continue
        before = words[index - 1]
        if word.text == "თვის" and (
            not before.text.endswith(_GENITIVE) or _BEFORE_A_MONTH.fullmatch(before.text)
        ):
            continue
        joined = f"{before.text}-{word.text}" if before.text[0].isdigit() else f"{before.text}{word.text}"
        yield Fault(before.start, word.end, FaultKind.DETACHED, joined)


def glued(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the nouns with a postposition glued to them that is a word of its own."""
    for word in words:
        if len(word.text) < _SHORTEST_GLUED or not word.text.endswith(_ENDS):
            continue
        match = _GLUED.fullmatch(word.text)
        if match is not None and not word.text.startswith("ნებისმიერ"):
            noun, post = match["noun"] or match["dative"], match["post"] or match["between"]
            yield Fault(word.start, word.end, FaultKind.GLUED, f"{noun} {post}")


_SHORTEST_GLUED = 8
_ENDS = ("შესახებ", "მიერ", "გამო", "გარეშე", "მიხედვით", "მიმართ", "წინააღმდეგ", "დროს", "შორის")
