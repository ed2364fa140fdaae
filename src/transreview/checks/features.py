"""What checks want to know of a segment, each fact found once, when first asked for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import repeat
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from transreview.checks import characters
from transreview.checks.anchors import Anchor, name_anchors
from transreview.checks.final_marks import ends_in_abbreviation, final_mark
from transreview.checks.pair_modules import meaning_of, names_of
from transreview.checks.prose import (
    CODE_ELEMENT,
    is_code,
    prose,
    without_bare_code,
    without_powers,
    without_shared_codes,
    without_shared_names,
)
from transreview.checks.quotation import Quote, marks, paired
from transreview.checks.segment_text import CatalogMessage, SegmentText
from transreview.formats.inline_marks import find_marks
from transreview.languages.grammar_fault import Fault
from transreview.languages.language import Language
from transreview.languages.pairs.divergence import Divergence
from transreview.languages.pairs.equivalence import Comparison, compare
from transreview.languages.quantity import Quantity
from transreview.languages.scripts import histogram
from transreview.lazy_patterns import lazy_pattern
from transreview.model.inline_mark import InlineMark, MarkKind

if TYPE_CHECKING:
    from transreview.checks.environment import Environment
    from transreview.languages.chinese.names import Name
    from transreview.terminology import ConceptUse

Value = TypeVar("Value")
Owner = TypeVar("Owner")

# Signs that stand at words: without them words can be told by blanks alone.
_SIGNS = ".,;:!?…\"“”„«»()[]'’‘–—-"
LONGEST = 250_000
"""Characters of both texts together that a segment may have to be checked: a long chapter of a book.

Checks compare what stands in a segment with all else in it, which is meant for sentences and
paragraphs; a whole file on one line would take hours.
"""

WORD = lazy_pattern(r"[^\W\d_]+(?:[-’'ʼ][^\W\d_]+)*")


class lazy(Generic[Owner, Value]):  # noqa: N801 - used as a decorator, like `property`
    """A property that is worked out once and then is an ordinary attribute; takes no lock."""

    def __init__(self, function: Callable[[Owner], Value]) -> None:
        self.function = function
        self.__doc__ = function.__doc__

    def __set_name__(self, _owner: type[Owner], name: str) -> None:
        self.name = name

    @overload
    def __get__(self, owner: None, kind: type[Owner]) -> lazy[Owner, Value]: ...
    @overload
    def __get__(self, owner: Owner, kind: type[Owner]) -> Value: ...
    def __get__(self, owner: Owner | None, kind: type[Owner]) -> Any:
        """Work the value out and put it in this descriptor's place."""
        if owner is None:
            return self
        value = self.function(owner)
        owner.__dict__[self.name] = value
        return value


class Features:
    """A segment's texts and everything that several checks ask about them.

    Attributes:
        text: The segment.
        source: Its source text.
        target: Its translation.
        context: What it is checked with.
        source_mask: Kinds of character in the source (`checks.characters`).
        target_mask: The same of the translation.
        is_empty: Whether there is nothing to compare: one of the texts is blank.
        too_long: How many characters the texts have together where no check can look at so many; they
            then stand here as blank. 0 otherwise.
    """

    def __init__(self, text: SegmentText, context: Environment) -> None:
        self.text = text
        size = len(text.source) + len(text.target)
        self.too_long = size if size > LONGEST else 0
        self.source = "" if self.too_long else text.source
        self.target = "" if self.too_long else text.target
        self.context = context
        self.source_mask = characters.mask(self.source)
        if text.message is not None and text.message.msgid_plural:  # gettext holds every form against it
            self.source_mask |= characters.mask(text.message.msgid_plural)
        self.target_mask = characters.mask(self.target)
        if text.source_marks or text.target_marks:
            self.source_mask |= _BESIDE  # a check that looks for signs in the text must not be skipped
        self.is_empty = not self.target or self.target.isspace() or not self.source or self.source.isspace()

    @property
    def message(self) -> CatalogMessage | None:
        """What the catalog says of the message that the segment is; None where it is none."""
        return self.text.message

    @lazy
    def source_marks(self) -> tuple[InlineMark, ...]:
        """The inline marks of the source: code, links, emphasis, tags, placeholders."""
        return self._marks(self.source, self.source_mask, self.text.source_marks)

    @lazy
    def target_marks(self) -> tuple[InlineMark, ...]:
        """The same of the translation."""
        return self._marks(self.target, self.target_mask, self.text.target_marks)

    def is_kept(self, start: int, end: int) -> bool:
        """Whether a place of the translation is inside code, a comment or a formula that the source has."""
        return any(first < start and end < last for first, last in self._kept)

    @lazy
    def _kept(self) -> list[tuple[int, int]]:
        """Parts of the translation that are no prose and stand in the source as they are."""
        found = [(mark.start, mark.end) for mark in self.target_marks if is_code(mark)]
        found += [match.span() for match in CODE_ELEMENT.finditer(self.target)]
        return [(start, end) for start, end in found if self.target[start:end] in self.source]

    @property
    def has_marks_beside(self) -> bool:
        """Whether the files give the texts inline marks that do not stand in them."""
        return bool(self.text.source_marks or self.text.target_marks)

    @staticmethod
    def _marks(text: str, mask: int, beside: tuple[InlineMark, ...]) -> tuple[InlineMark, ...]:
        found = find_marks(text) if mask & characters.MARK or "www." in text else ()
        if not beside:
            return found
        return tuple(sorted({*found, *beside}, key=lambda mark: (mark.start, -mark.end)))

    @lazy
    def source_prose(self) -> str:
        """The source with code, addresses, tags and placeholders replaced by as many blanks."""
        return self._proses[0]

    @lazy
    def target_prose(self) -> str:
        """The translation with code, addresses, tags and placeholders replaced by as many blanks."""
        return self._proses[1]

    @lazy
    def _proses(self) -> tuple[str, str]:
        """Source and translation without what is no language, and without file names that both have."""
        return without_shared_names(
            prose(self.source, self.source_marks), prose(self.target, self.target_marks)
        )

    @lazy
    def target_faults(self) -> Sequence[Fault]:
        """Faults of grammar that the target language's rules find in the translation."""
        find = self.context.target.grammar_faults
        return find(self.target_prose) if find is not None else ()

    @lazy
    def divergences(self) -> Sequence[Divergence]:
        """Where the translation says something else, as far as the pair's tables of words can tell."""
        meaning = meaning_of(self.context.pair)
        if meaning is None or self.is_empty:
            return ()
        found: Sequence[Divergence] = meaning.divergences(self.source_prose, self.target_prose)
        return found

    @lazy
    def target_words(self) -> list[re.Match[str]]:
        """The words of the translation: runs of letters, hyphens and apostrophes inside allowed."""
        return list(WORD.finditer(self.target_prose))

    @lazy
    def folded_words(self) -> list[str]:
        """The same words in lower case, for comparing."""
        return list(map(str.lower, WORD.findall(self.target_prose)))

    @lazy
    def repeats_words(self) -> bool:
        """Whether any word of the translation stands in it more than once."""
        words = self.target.lower().replace("-", " ").split()
        return len(set(map(str.strip, words, repeat(_SIGNS)))) < len(words)

    @lazy
    def source_is_own(self) -> bool:
        """Whether the source has letters of its own language's script, so far as that is known."""
        own = characters.script_bits(self.context.source.scripts)
        return not own or bool(self.source_mask & own)

    @lazy
    def source_letters(self) -> dict[str, int]:
        """ISO 15924 code → number of letters of that script in the source."""
        return histogram(self.source_prose)

    @lazy
    def target_letters(self) -> dict[str, int]:
        """The same of the translation."""
        return histogram(self.target_prose)

    @lazy
    def source_quantities(self) -> Sequence[Quantity]:
        """Every number of the source, by value."""
        return self.context.source.quantities(self._comparable[0])

    @lazy
    def target_quantities(self) -> Sequence[Quantity]:
        """Every number of the translation, by value."""
        return self.context.target.quantities(self._comparable[1])

    @lazy
    def _comparable(self) -> tuple[str, str]:
        """Source and translation without the versions, addresses and telephones that both have."""
        source = without_bare_code(without_powers(self.source_prose), self.source, self.target_marks)
        target = without_bare_code(without_powers(self.target_prose), self.target, self.source_marks)
        if not self.source_mask & self.target_mask & characters.DIGIT:
            return source, target  # every such code has a digit
        return without_shared_codes(source, target)

    @lazy
    def numbers(self) -> Comparison:
        """How the numbers of both sides go together."""
        # What is a copy has the source's numbers, in whichever language its words are read.
        copied = self.source.strip() == self.target.strip()
        return compare(self.source_quantities, self.source_quantities if copied else self.target_quantities)

    @lazy
    def has_numbers(self) -> bool:
        """Whether there is any number on either side."""
        return bool(self.source_quantities or self.target_quantities)

    @lazy
    def term_uses(self) -> list[ConceptUse]:
        """The glossary's concepts in the source, with their renderings in the translation."""
        return self.context.term_uses(self.source, self.target)

    @lazy
    def source_sentences(self) -> list[tuple[int, int]]:
        """Spans of the source's sentences."""
        return self.context.source.sentences(self.source)

    @lazy
    def target_sentences(self) -> list[tuple[int, int]]:
        """Spans of the translation's sentences."""
        return self.context.target.sentences(self.target)

    @lazy
    def length_deviation(self) -> float:
        """How many spreads the translation is longer (or, negative, shorter) than usual."""
        source, target, deviation = self.source_size, self.target_size, self.context.lengths.deviation
        found = deviation(max(source, 1), max(target, 1))
        if found < 0 and self._worded_code:
            return min(deviation(max(source, 1), max(target + self._worded_code, 1)), 0.0)
        return found

    @lazy
    def source_size(self) -> int:
        """Characters of the source that are translated: no marks, no Latin words that both sides have."""
        return _size(self._comparable[0]) - self.shared_size

    @lazy
    def gloss_size(self) -> int:
        """Characters of names in their own letters that the translation leaves out: 罗温（Rowan）."""
        if not self.source_mask & characters.LATIN or self.context.shares_script:
            return 0
        glosses = _GLOSS.finditer(self._comparable[0])
        return sum(len(gloss[0]) for gloss in glosses if gloss["words"] not in self.target)

    @lazy
    def target_size(self) -> int:
        """Characters of the translation, without what is not translated."""
        return _size(self._comparable[1]) - self.shared_size

    @lazy
    def _worded_code(self) -> int:
        """Characters of code that the source says in words: 清除按钮 is `clear-button`."""
        code = [mark.value for mark in self.target_marks if mark.kind is MarkKind.CODE]
        if len(code) <= sum(mark.kind is MarkKind.CODE for mark in self.source_marks):
            return 0
        return sum(len(value) for value in code if value not in self.source)

    @lazy
    def shared_size(self) -> int:
        """Characters of the words in Latin letters that stand on both sides: names, codes, addresses.

        They say nothing of how long a translation is; a pair of one alphabet has none.
        """
        if self.context.shares_script or not self.source_mask & self.target_mask & characters.LATIN:
            return 0
        ours, theirs = Counter(_LATIN.findall(self.source_prose)), Counter(_LATIN.findall(self.target_prose))
        return sum(len(word) * count for word, count in (ours & theirs).items())

    @lazy
    def chinese_names(self) -> list[Name]:
        """Names of Chinese persons and places in a Chinese source."""
        from transreview.languages.chinese.names import find_names

        return find_names(self.source)

    @lazy
    def names_countries(self) -> bool:
        """Whether the source names a country, city or person that the pair has a list of, or may name one."""
        world, strangers = names_of(self.context.pair, "world"), names_of(self.context.pair, "strangers")
        if world is None or strangers is None or self.is_empty:
            return False
        listed: bool = world.may_name(self.source_prose)
        return listed or bool(strangers.may_name_a_person(self.source_prose))

    @lazy
    def name_anchors(self) -> list[Anchor]:
        """Names of the source, and whether the translation has them."""
        return name_anchors(self.source_prose, self.target_prose, self.context)

    @lazy
    def source_end(self) -> tuple[str, int]:
        """Class and place of the mark that ends the source."""
        return final_mark(self.source)

    @lazy
    def target_end(self) -> tuple[str, int]:
        """Class and place of the mark that ends the translation."""
        return final_mark(self.target)

    @lazy
    def source_ends_abbreviated(self) -> bool:
        """Whether the source's last stop may be that of an abbreviation ("9 a.m.", "Ltd.")."""
        return ends_in_abbreviation(self.source, self.context.source.sentences)

    @lazy
    def source_quotes(self) -> Sequence[tuple[int, str]]:
        """Places and characters of the source's quotation marks."""
        return marks(self.source) if self.source_mask & characters.QUOTE else ()

    @lazy
    def target_quotes(self) -> Sequence[tuple[int, str]]:
        """Places and characters of the translation's quotation marks."""
        return marks(self.target) if self.target_mask & characters.QUOTE else ()

    @lazy
    def target_quotations(self) -> list[Quote]:
        """The translation's quotations."""
        return paired(self.target, self.target_quotes)

    @lazy
    def one_sentence(self) -> bool:
        """Whether both sides have at most one mark that could end a sentence: nothing to count."""
        return _marks(self.source, self.context.source) < 2 and _marks(self.target, self.context.target) < 2


_BESIDE = characters.MARK | characters.BRACKET
_LATIN = lazy_pattern(r"[A-Za-z][\w./:@-]*", re.ASCII)
# What a text in another script has in brackets in Latin letters, behind a word.
_GLOSS = lazy_pattern(r"(?<=\w)[ ]?[（(](?P<words>[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ.'’ -]{2,60})[）)]")


def _size(text: str) -> int:
    """Return how many characters a text has, blanks in a row counted as one and outer ones not at all."""
    return len(" ".join(text.split()))


def _marks(text: str, language: Language) -> int:
    return sum(map(text.count, language.final_marks)) + text.count("\n")
