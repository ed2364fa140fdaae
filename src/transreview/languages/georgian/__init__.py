"""Georgian: sentences, words, numbers, declension."""

from __future__ import annotations

from transreview.languages.georgian.derivation import derived, may_end
from transreview.languages.georgian.quantities import quantities
from transreview.languages.georgian.sentences import sentences
from transreview.languages.georgian.stem import name_stem, stem
from transreview.languages.grammar_fault import Fault
from transreview.languages.language import Language
from transreview.languages.sentences import words
from transreview.languages.spans import spaced_words

# Words of Georgian that stand at no edge of a term; statistics find those of other languages.
_FUNCTION_WORDS = frozenset(
    {"და", "რომ", "ეს", "ის", "იმ", "ამ", "არის", "იყო", "მან", "მისი", "მათი", "მათ", "მას", "ასევე", "ხოლო"}
    | {"თუ", "არ", "რა", "როგორც", "მაგრამ", "უნდა", "შესახებ", "შემდეგ", "მიერ", "დროს", "შორის", "სადაც"}
    | {"რომელიც", "რომლის", "როდესაც", "ყველა", "ერთ", "ერთი", "მეტი", "უფრო", "ძალიან", "სრულად"}
)

# Words that may follow themselves.
_DOUBLED = "ძალიან ნელა ჩქარა სხვადასხვა თითო ცოტა დიდი მალე ცალკე არა კი ხა ჰა ჰო კარგი სულ ბევრი ჩუმად"


def _grammar_faults(text: str) -> list[Fault]:
    """Find faults of grammar; what it takes is read when first asked for."""
    from transreview.languages.georgian.grammar import faults

    return faults(text)


GEORGIAN = Language(
    code="ka",
    name="Georgian",
    autonym="ქართული",
    scripts=("Geor",),
    sentences=sentences,
    quantities=quantities,
    number_words=True,
    words=spaced_words,
    quotes=(("„", "“"), ("“", "”"), ("«", "»"), ("‘", "’")),
    one_quote_style=True,
    grammar_faults=_grammar_faults,
    # Counted nouns stay in the singular (ხუთი სახლი), but what gettext's translators use, and its
    # own table lists, are two forms.
    nplurals=2,
    plural="n != 1",
    decimal=",",
    aliases=("ge", "georgian"),
    doubled_words=words(_DOUBLED),
    expansion=1.102,
    stem=stem,
    name_stem=name_stem,
    function_words=_FUNCTION_WORDS,
    may_end=may_end,
    derived=derived,
    grammar="georgian",
    declension="transreview.languages.georgian.declension",
    term_index="transreview.terminology.inflected:InflectedIndex",
)
