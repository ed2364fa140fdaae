"""What the tool knows of one language, as one plain record of tables and functions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from transreview.languages.grammar_fault import Fault
from transreview.languages.iso_639 import LONGER
from transreview.languages.quantity import Quantity

Span = tuple[int, int]


def _no_quantities(text: str) -> list[Quantity]:  # noqa: ARG001 - the signature of a parser
    return []


def _may_end(word: str) -> bool:  # noqa: ARG001 - the signature of a rule
    return True


# Scripts with capitals in ordinary text; Georgian has them for whole headings only.
_CASED = frozenset({"Latn", "Cyrl", "Grek", "Armn"})
# Scripts whose characters take two cells of a terminal.
_WIDE = frozenset({"Hani", "Hans", "Hant", "Jpan", "Kore", "Hang", "Hira", "Kana"})
# Scripts of which one character says what takes an alphabet several.
_DENSE = frozenset({"Hani", "Hira", "Hang"})


# One record a language: two are the same only if they are one, which is also quick to tell.
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Language:
    """One language.

    Attributes:
        code: BCP 47 tag without region where that is enough ("zh", "ka", "en").
        name: Its English name.
        autonym: Its name in itself.
        scripts: ISO 15924 codes of the scripts it is written in, main script first; empty where
            nothing is known. Han characters are "Hani" whether simplified or not.
        spaced: Whether words are separated by spaces.
        joiner: What stands between two sentences of a paragraph ("" or " ").
        sentences: Spans of the sentences of a paragraph, outer blanks left out.
        words: Spans of the words of a text; for unspaced languages of the characters.
        quantities: Every number in a text, in order, not overlapping.
        final_marks: Characters that end a sentence.
        quotes: Pairs of quotation marks in use, the norm first.
        one_quote_style: Whether good print has the first of `quotes` alone, others only inside them.
        grammar_faults: Finds faults of grammar in a text, where something is known of them; else None.
        nplurals: Number of plural forms of gettext.
        plural: Its plural expression in gettext's C syntax.
        decimal: Decimal separator of ordinary text.
        thousands: What stands between thousands and hundreds; a blank where no sign is usual.
        thousands_vary: Whether people write another sign there too, as in the Spanish of America.
        number_words: Whether `quantities` reads numbers in words too, not only in digits.
        variant: Subtag of the way of writing where the tag named one ("Hant" of zh-TW), else empty.
        aliases: What people write when they mean it ("cn", "chinese"), in lower case.
        stem: What stays the same of a word (lower case) while it inflects; None for Snowball's
            stemmer, simplemma's lemma, or the word itself, whichever there is.
        name_stem: The same of a name, where names keep more of themselves; None where nobody knows.
        function_words: Words that stand at no edge of a term.
        doubled_words: Words that may follow themselves.
        reduplicates: Whether doubling a word is ordinary grammar.
        may_end: Whether a word of a text can end as it does; for words that are cut off.
        knows: Whether its spelling dictionary has a form (lower case); None where there is none.
        derivatives: Spans of the words of a text that are derived from a place's name (პეკინელი).
        derived: Whether a text has a word derived from a term (Georgian საპრეზიდენტო from პრეზიდენტი).
        told_in_part: Whether a text has some of the words of a term of several, its head left out.
        named_again: Whether it names what was named before, by the head of such a term or as a noun.
        expansion: Characters it needs for what English says in one; None where nobody has measured.
        full_width: Whether its punctuation is full-width.
        marks: Its own signs for the common marks . ? ! : ; … where they are others.
        dash: The dash between parts of a sentence, with the blanks around it.
        space_before: Marks that have a blank before them.
        grammar: The grammar that the checks of one grammar are true for ("georgian", "chinese").
        declension: Module that declines its words, with the functions of
            `languages.georgian.declension`; empty where none does.
        spelling: Module that knows its words, with `known(word)` and `suggestions(word)`; empty where a
            dictionary of the system may.
        term_index: "module:class" of the index that finds its terms in all their forms; empty for
            words compared by stem, or characters where words are not separated.
        transcribes: Whether foreign names are spelled in Han characters by their sound.
        tokenizer: sacrebleu's tokenizer of its words; empty for the one that suits most.
    """

    code: str
    name: str
    autonym: str
    scripts: tuple[str, ...]
    sentences: Callable[[str], list[Span]]
    words: Callable[[str], list[Span]]
    quantities: Callable[[str], Sequence[Quantity]] = _no_quantities
    spaced: bool = True
    joiner: str = " "
    final_marks: str = ".!?…"
    quotes: tuple[tuple[str, str], ...] = (("“", "”"),)
    one_quote_style: bool = False
    grammar_faults: Callable[[str], list[Fault]] | None = None
    nplurals: int = 2
    plural: str = "n != 1"
    decimal: str = "."
    thousands: str = "\xa0"
    thousands_vary: bool = False
    number_words: bool = False
    variant: str = ""
    aliases: tuple[str, ...] = ()
    stem: Callable[[str], str] | None = None
    name_stem: Callable[[str], str] | None = None
    function_words: frozenset[str] = frozenset()
    doubled_words: frozenset[str] = frozenset()
    reduplicates: bool = False
    may_end: Callable[[str], bool] = _may_end
    knows: Callable[[str], bool] | None = None
    derived: Callable[[str, str], bool] | None = None
    told_in_part: Callable[[str, str], bool] | None = None
    named_again: Callable[[str, str], bool] | None = None
    derivatives: Callable[[str, str], list[Span]] | None = None
    expansion: float | None = None
    full_width: bool = False
    marks: Mapping[str, str] = field(default_factory=dict)
    dash: str = " – "
    space_before: str = ""
    grammar: str = ""
    declension: str = ""
    spelling: str = ""
    term_index: str = ""
    transcribes: bool = False
    tokenizer: str = ""

    @property
    def tag(self) -> str:
        """Its BCP 47 tag with the variant ("zh-Hant")."""
        return f"{self.code}-{self.variant}" if self.variant else self.code

    @property
    def iso_codes(self) -> tuple[str, ...]:
        """Its codes of ISO 639-2 and 639-3; the code itself where that has three letters."""
        return LONGER.get(self.code, (self.code,) if len(self.code) == 3 else ())

    @property
    def cased(self) -> bool:
        """Whether names and sentences begin with capitals."""
        return self.scripts[:1] != () and self.scripts[0] in _CASED

    @property
    def wide(self) -> bool:
        """Whether its characters take two cells of a terminal."""
        return self.scripts[:1] != () and self.scripts[0] in _WIDE

    @property
    def dense(self) -> bool:
        """Whether one character says what takes an alphabet several."""
        return self.scripts[:1] != () and self.scripts[0] in _DENSE

    @property
    def breaks_anywhere(self) -> bool:
        """Whether a line may break between any two of its characters; elsewhere it breaks at blanks."""
        return not self.spaced and self.wide

    def mark(self, common: str) -> str:
        """Return its own sign for one of the common marks ("؟" for "?")."""
        return self.marks.get(common, common)
