"""Georgian: sentences, words, numbers, declension."""

from __future__ import annotations

from transreview.languages.georgian.derivation import derivatives, derived, may_end
from transreview.languages.georgian.quantities import quantities
from transreview.languages.georgian.sentences import sentences
from transreview.languages.georgian.stem import name_stem, stem
from transreview.languages.georgian.term_parts import named_again, told_in_part
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.grammar_fault import Fault
from transreview.languages.language import Language
from transreview.languages.sentences import words
from transreview.languages.spans import spaced_words

# Words of Georgian that stand at no edge of a term; statistics find those of other languages.
_FUNCTION_WORDS = words(
    """
იმავე ამავე იგივე და რომ ეს ის იმ ამ ესენი ისინი მან მისი მისთვის მათი მათ მას ჩვენ ჩვენი ჩვენს
თქვენ თქვენი თქვენს მე ჩემი შენ შენი თავისი თავის საკუთარი არის არიან იყო იყვნენ იქნება აქვს აქვთ
ჰქონდა არ ვერ ნუ არა თუ რა ვინ ვინც რაც რომელიც რომლის რომლებიც რომელსაც რომელთა რომელშიც როგორც
როგორ როდესაც როცა სადაც სად ასევე აგრეთვე ხოლო მაგრამ ან ანუ თუმცა რადგან რათა უნდა შეიძლება
შესაძლოა შეგიძლიათ შეგვიძლია შეუძლია შეუძლიათ გთხოვთ იხილეთ მოდი შესახებ შემდეგ მიერ დროს შორის
გარეშე გარდა მიხედვით ყველა ყოველი ყოველ ყოველთვის ნებისმიერი ნებისმიერ ზოგიერთი სხვა სხვები ერთ
ერთი ორი რამდენიმე მრავალი ბევრი მეტი უფრო ძალიან სრულად მხოლოდ კი ასეთი ასეთ ისეთი ისე ასე აქ იქ
ახლა უკვე ჯერ მაგალითად რაიმე ვინმე არავინ არავის არაფერი თვითონ თავად იგი იმის ამის იმას ამას კიდევ
"""
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
    knows=is_form,
    derived=derived,
    told_in_part=told_in_part,
    named_again=named_again,
    derivatives=derivatives,
    grammar="georgian",
    declension="transreview.languages.georgian.declension",
    spelling="transreview.languages.georgian.spelling",
    term_index="transreview.terminology.inflected:InflectedIndex",
)
