"""Words that look like a form of a term and are another word.

The lists were found by reading every word that has a paradigm of its own, in the word lists named in
`languages/georgian/declension/lexicon.txt`, as a form of every other one, and keep what is the more
usual reading. They have not been read by a native speaker.
"""

from __future__ import annotations

import re

from transreview.languages.georgian.declension.cells import Reading
from transreview.languages.georgian.declension.stems import Stems, is_negated

# Function words and verbs, each far more frequent than the noun it could be a form of
# (არის "is": არე; თავის "his own": თავი; თვით "even": თვე; მოდის "comes": მოდა; რომ "that": რომი).
_FUNCTION_WORDS = frozenset(
    """
    იყო იყოს კიდევ როგორ მის მანამ მანამდე რაღაც იგივე ესეც გამოც თან ჩანს მოქმედებს ზემოქმედებს ტრიალებს
    ქადაგებს არის არიან არც თავის თავისი თავისა თავისას თავისთვის თავისთავად თავად თვით თვითონ მოდის მოდი
    მით იმით ამით ვართ ხართ მასაც ამას იმას მას მათ რომ რომში სულ ჯერ ხან ზოგ წინ ის შინ შიგ ვის შენ ჩვენ
    თქვენ უნდა ისე ასე ასევე ისევ ესე იქით აქეთ გარეთ მარტო თითო ორივე სამივე ყოველივე მხოლოდ სადაც
    იმდენად ამდენად მერე ხოლო იქნა იქნას თქვას მაქვს აქვს ჰქვია ვიცით იცით იცის ღირს წევს ზის დგას მწერია
    სწორედ მიერ გამო შორის
    """.split()  # noqa: SIM905
)

# Nouns of their own that could also be a rare cell of a shorter noun (ფერმა "farm": ergative of ფერი).
_OTHER_NOUNS = frozenset(
    """
    ფირმა თასმა ფერმა ალმა დასმა ფილმა ფორმა თემა სქემა კარადა კანადა ბალადა ბლოკადა არმადა თავადა ბოლო
    მეტრო ღერო ტილო სათავსო გემო წერო წვერო სახელო კუბო ასო ფრენი რომანი წმინდანი წმიდანი საგანი სვანი
    არჩევანი მარანი ბანანი ნიშანი ნიშნი დედანი საბანი მერანი ტიტანი მილანი ყურანი დრონი ქართა ჩანთა კალათა
    ბალთა კალთა ფარში დროშა არსა მარაო მამაო დინამო მალამო საბადო აბანო არშია ალანია შორსა მარტოდ
    """.split()  # noqa: SIM905
)

# "X is" in writing is also a field or an art: ბიოლოგი + ა = ბიოლოგია, which is the usual reading.
_FIELDS_IN_IA = re.compile(
    r".*(?:ლოგ|გრაფ|ნომ|მეტრ|იატრ|კრატ|სოფ|პათ|ფობ|მან|ურგ|არქ|სკოპ|ინჟინერ|ბუღალტერ|დიპლომატ|გარანტ"
    r"|აკადემ|აუდიტორ|პედ|ვერს|სერ|მერ|მონოტონ|სიმფონ|ჰარმონ|კოლონ|სტრატეგ|ტრაგედ)ია"
)
_OTHER_IN_IA = frozenset(
    """
    მელია ფერია დანია სირია მანია მისია გალია ჯორჯია ბებია მაგია ვიქტორია მაია სიცილია პენსია
    """.split()  # noqa: SIM905
)

# Bases of nouns in -ება whose genitive looks like the plural of the base: მოქმედი "acting",
# მოქმედების "of the action". The noun in -ება is the usual reading of what both share.
_BASES_OF_NOUNS = frozenset(
    """
    ქონ უბედურ ღირებულ ვითარ ბედნიერ მოქმედ გამოცდილ ერთგულ შემოქმედ თავისუფლ ხელოვნ მიმართულ დაწესებულ
    საზოგადო საშუალ მეცნიერ ზემოქმედ ჭეშმარიტ განყოფილ დამოკიდებულ დანიშნულ დებულ გამოსახულ ცნობიერ საკუთრ
    მეტყველ გადაწყვეტილ ნივთიერ ვალდებულ კანონიერ ქმნილ მსგავს აგებულ მოთხოვნილ დადგენილ კუთვნილ ნეტარ
    გამოხატულ ნაყოფიერ მხიარულ მშვენიერ უკვდავ სულიერ უფლებამოსილ განწყობილ ძლიერ ქველმოქმედ სრულყოფილ
    უძლურ თავისებურ საშინელ მიწათმოქმედ კმაყოფილ სნეულ გაბედულ უკმაყოფილ კანონზომიერ ცდომილ გარყვნილ ჩვეულ
    ბრწყინვალ უგუნურ ზომიერ მიდრეკილ იდუმალ საკვირველ სახეცვლილ ნაკლოვან მანკიერ წესიერ მადლიერ გონიერ
    ნიჭიერ თვალსაჩინო უბრალო უბიწო აღმატებულ წყობილ მყუდრო ძლევამოსილ გულისხმიერ უსაფრთხო საჭირო საიდუმლო
    სათნო გარემო დიდ სწორ ურთიერთმოქმედ თანამშრომლ დაავად უკიდურეს უსიამოვნ მნიშვნელოვნ შესაძლ ენათმეცნიერ
    ბოროტმოქმედ მართლმსაჯულ ხელისუფლ
    """.split()  # noqa: SIM905
)
_SHARED_WITH_NOUN = ("ების", "ებით", "ებიდან", "ებად", "ებამდე")

# Adverbs of adjectives that syncopate, and "in order to": the adverbial is a word of its own there.
_ADVERBS = frozenset(
    """
    თავისუფლად ვრცლად მთლად წითლად მაგრად ნახევრად აუცილებლად დამოუკიდებლად ნათლად ახლად თანაბრად მაღლად
    დაბლად მართლად მედგრად ფხიზლად შიშვლად ყვითლად მრგვლად მძიმედ ცოცხლად
    """.split()  # noqa: SIM905
)
_PURPOSE = re.compile(r"(?:და|გა|მო|შე|ჩა|წა|აღ|გამო|გადა)?სა[ა-ჰ]+ებლად")


# What of a confidence remains where the other word is only the more usual reading.
_LESS_USUAL = 0.3


def likelihood(word: str, stems: Stems, reading: Reading) -> float:
    """Return how likely a word of a text is a form of a term of one word and not another word.

    Args:
        word: The word, folded.
        stems: The term.
        reading: The best reading of the word as a form of the term.

    Returns:
        0 for another word, 1 for the term, something low where both are in use.
    """
    if word == stems.citation:
        return 1.0
    if word in _FUNCTION_WORDS or word in _OTHER_NOUNS:
        return 0.0
    if reading.clitic == "ა" and word.endswith("ია"):
        return 0.0 if word in _OTHER_IN_IA or _FIELDS_IN_IA.fullmatch(word) else 1.0
    if reading.number == "Plur":
        return _LESS_USUAL if _is_noun_in_eba(word) else 1.0
    adverb = reading.case == "Ess" and not reading.attributive and _is_adverb(word, stems)
    return _LESS_USUAL if adverb else 1.0


def _is_noun_in_eba(word: str) -> bool:
    for shared in _SHARED_WITH_NOUN:
        base, found, _ = word.partition(shared)
        if found and base in _BASES_OF_NOUNS:
            return True
    return False


def _is_adverb(word: str, stems: Stems) -> bool:
    if not word.endswith("ად"):
        return False
    derived = stems.citation.endswith("ოვანი") or is_negated(stems.citation)
    return word in _ADVERBS or derived or _PURPOSE.fullmatch(word) is not None
