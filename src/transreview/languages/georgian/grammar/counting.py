"""Plurals after a numeral or a word of quantity, where Georgian has the singular: სამი საწარმოები."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.declension import POSTPOSITIONS, decline
from transreview.languages.georgian.declension.letters import VOWELS
from transreview.languages.georgian.grammar.modifying import MADE_OF_A_NUMBER, is_modifier, is_transparent
from transreview.languages.georgian.grammar.noun_cases import noun_case
from transreview.languages.georgian.grammar.words import Word, is_of_a_people, plural_singular, text_between
from transreview.languages.georgian.numerals import CARDINALS, read_numeral
from transreview.languages.georgian.word_forms import is_form, is_word
from transreview.languages.grammar_fault import Fault, FaultKind
from transreview.languages.number_words import Role
from transreview.lazy_patterns import lazy_pattern

_QUANTIFIERS_WORDS = """
ბევრი ბევრმა ბევრ მრავალი მრავალმა მრავალ რამდენიმე ორივე ცოტა იმდენი ამდენი რამდენი თითო ყოველი
ყოველმა ყოველ ყველა თითოეული თითოეულმა თითოეულ არაერთი არაერთმა არაერთ უამრავი უამრავმა უამრავ
ურიცხვი ურიცხვმა ურიცხვ ზოგიერთი ზოგიერთმა ზოგიერთ ათობით ათეულობით ასობით ათასობით მილიონობით
"""
_QUANTIFIERS = frozenset(_QUANTIFIERS_WORDS.split())
_PLURAL_ENDINGS = (
    "ები",
    "ებია",
    "ებიც",
    "ებმა",
    "ებს",
    "ებსა",
    "ების",
    "ებისა",
    "ებში",
    "ებზე",
    "ებთან",
    "ებიდან",
    "ებისთვის",
    "ებშია",
    "ებზეა",
)
# With these a numeral in -ი may be a noun itself (ორი ქალაქებში, two of them in cities); a bare one is not.
_WITH_BARE = ("ებში", "ებზე", "ებთან", "ებშია", "ებზეა")
_FROM = ("ებიდან", "ებისთვის")
_CASES = {"ი": "Nom", "მა": "Erg", "ს": "Dat", "სა": "Dat", "ის": "Gen", "ისა": "Gen"}
_POSTPOSITIONS = frozenset(("შემდეგ", "განმავლობაში", "მანძილზე", "მიერ", "შესახებ", "მიხედვით", "წინ"))
# Numbers from here on may be years, numbers of rooms, of articles.
_YEARS = 1000


def counted_plurals(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the plurals that stand right after what counts them, or after one adjective behind it."""
    for place in range(1, len(words)):
        word = words[place]
        if not is_plural(word.text) or not text_between(words, place - 1):
            continue
        before = place - 1
        while before and modifies(words[before].text) and text_between(words, before - 1):
            before -= 1
        if not _is_counted(words, before, bare=word.text.endswith(_WITH_BARE)):
            continue
        if words[before + 1].text.endswith(MADE_OF_A_NUMBER):
            continue  # 400 მეტრიანი დისტანციები
        if words[before].text.endswith("მა") and not word.text.endswith("ებმა"):
            continue  # ნახევარზე მეტმა მეცნიერებები აირჩია
        theirs = False
        if word.text.endswith(("ების", "ებისა")) and text_between(words, place):
            after = words[place + 1].text if place + 1 < len(words) else ""
            # ოცდაათი ქვეყნების მეცნიერები, ოცდაათი ქვეყნების ხუთასმა საწარმომ
            theirs = after.endswith(("ები", "ებმა")) or _is_counted_itself(words, place)
            if after not in _POSTPOSITIONS and not theirs:
                continue  # 12 სინგლების მატჩს: the number counts what the genitive belongs to
        singular = _singular(word.text)
        if word.text.endswith(_FROM) and is_form(f"{word.text[: word.text.rindex('ებ') + 2]}ა"):
            continue  # of one thing done: ბრძანებისთვის
        years = word.text.startswith("წლებ") and before == place - 1 and words[before].text in _SOME
        if singular and (years or not _IS_OF_MANY.match(word.text)):
            # Two of them from villages: ორი სოფლებიდან.
            sure = not word.text.endswith(_FROM) and not theirs and is_form(singular)
            yield Fault(word.start, word.end, FaultKind.COUNTED, _in_singular(word.text, singular), sure=sure)


# With these years are counted, too: რამდენიმე წელი, beside ოთხმოციანი წლები.
_SOME = frozenset(("რამდენიმე", "ორი", "სამი", "ოთხი", "ხუთი", "ექვსი", "შვიდი", "რვა", "ცხრა", "ათი", "ოცი"))
# Nouns that are counted in the plural, or have no other number.
_IS_OF_MANY = lazy_pattern("წლებ|თამაშებ|[ა-ჰ]*მონაცემ|სათვალე")


def _is_counted_itself(words: Sequence[Word], place: int) -> bool:
    """Whether a numeral stands behind the genitive at a place, before what the genitive belongs to."""
    after = words[place + 1].text if place + 1 < len(words) else "1"
    return not after[0].isdigit() and read_numeral(after) is not None


def _singular(word: str) -> str:
    """Return the nominative singular of a plural, of one that no list has as its ending tells."""
    if word.endswith("ებს") and not is_form(f"{word[:-1]}ი"):
        return ""  # a verb: მიანიშნებს
    bare = word[:-1] if word.endswith(_BEHIND_NOMINATIVE) else word
    if singular := plural_singular(bare):
        return singular
    stem = bare[: bare.rindex("ებ")]
    if is_form(f"{stem}ებლები"):
        return ""  # of one: მცხოვრები
    known = noun_case(bare) or (len(stem) > _SHORTEST_NEW and not is_form(f"{stem}ება"))
    return f"{stem}ი" if known and stem[-1] not in VOWELS and not word.startswith(("ვ", "ი")) else ""


_SHORTEST_NEW = 5


def _is_counted(words: Sequence[Word], place: int, *, bare: bool) -> bool:
    """Whether what stands at a place counts what follows: ორი, 120-მა, ორმოცზე მეტი."""
    word = words[place].text
    if word in _MORE_OR_LESS and place and text_between(words, place - 1):
        if words[place - 1].text == "ზე" and place > 1 and words[place - 2].gap == "-":  # 20-ზე მეტი
            return words[place - 2].text.isdecimal()
        return words[place - 1].text.endswith("ზე") and read_numeral(words[place - 1].text[:-2]) is not None
    if word in ("მა", "ვე") and place and words[place - 1].gap == "-":
        return words[place - 1].text.isdecimal() and int(words[place - 1].text) > 1
    return _counts(word, bare=bare) and not (word[0].isdigit() and place and _is_named(words[place - 1]))


def _is_named(before: Word) -> bool:
    """Whether digits behind a word are part of its name: კოვიდ-19, ბოინგ 737, აიფონ 15."""
    return before.gap == "-" or (before.gap == " " and not is_word(before.text))


_MORE_OR_LESS = frozenset(("მეტი", "მეტმა", "მეტ", "ნაკლები", "ნაკლებმა", "ნაკლებ"))


def may_count(word: str) -> bool:
    """Whether a plural may be wrong behind a word: a number, a numeral or a word of quantity."""
    if word in _MORE_OR_LESS or word == "მა":
        return True
    if word[:2] not in _BEGINNINGS and not word[0].isdigit():
        return False
    return _counts(word, bare=False) or _counts(word, bare=True)


# What every numeral and word of quantity begins with.
_BEGINNINGS = frozenset(word[:2] for word in (*CARDINALS, *_QUANTIFIERS))


def is_plural(word: str) -> bool:
    """Whether a word has an ending of the plural."""
    return word.endswith(_PLURAL_ENDINGS)


def _counts(word: str, *, bare: bool) -> bool:
    if word[0].isdigit():
        return word.isdecimal() and 1 < int(word) < _YEARS and not bare
    if word in _QUANTIFIERS:
        return True
    reading = read_numeral(word)
    return (
        reading is not None
        and reading.role in (Role.NUMBER, Role.SCALE)
        and reading.value > 1
        and not reading.idiom
        and not reading.unit
        and (word in CARDINALS if bare else word.endswith(("ი", "მა", "ა")) or word in CARDINALS)
        and not word.endswith("ში")  # თხუთმეტში, on the fifteenth
    )


def modifies(word: str) -> bool:
    """Whether a word may stand between what counts and what is counted."""
    if word in _NOUNS_BEFORE_NOUNS:
        return True
    if may_count(word):
        return False  # რამდენიმე
    return is_transparent(word) or is_of_a_people(word) or is_modifier(word)


# Nouns that stand before others in one form: მონაწილე კომპანია.
_NOUNS_BEFORE_NOUNS = frozenset(
    ("მონაწილე", "მონაწილემ", "წევრ", "წევრი", "მოწინააღმდეგე", "მოკავშირე", "მეტოქე")
)


# "Is" and "too" behind the nominative: წიგნებია, წიგნებიც.
_BEHIND_NOMINATIVE = ("ია", "იც", "შია", "ზეა")


def _in_singular(word: str, singular: str) -> str:
    ending = word[word.rindex("ებ") + 2 :]
    if ending in ("შია", "ზეა"):
        return f"{decline(singular, 'Dat', postposition=ending[:-1])}ა"
    if ending in _BEHIND_NOMINATIVE:
        return singular + ending[1:]
    if ending in ("იდან", "ისთვის"):
        post = "დან" if ending == "იდან" else "თვის"
        return decline(singular, POSTPOSITIONS[post], postposition=post)
    if ending in ("ში", "ზე", "თან"):
        return decline(singular, "Dat", postposition=ending)
    return decline(singular, _CASES[ending], style="long" if ending in ("სა", "ისა") else "")
