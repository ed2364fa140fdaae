"""Nominatives for which a clause has no room: მერიამ მოძრაობა ახალი წესები გამოაქვეყნა.

A verb goes with so many nouns in the nominative: an aorist beside its ergative with one, a present and a
passive with one. One more is a genitive or a dative that has lost its ending.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.declension import decline
from transreview.languages.georgian.grammar.clauses import DURATIONS, case_of, is_noun, joins_nouns, listed
from transreview.languages.georgian.grammar.felt_clauses import dative
from transreview.languages.georgian.grammar.modifying import modifier
from transreview.languages.georgian.grammar.noun_cases import DATIVE, NOMINATIVE, noun_case
from transreview.languages.georgian.grammar.verbs import bodies, is_copula, names_people, people, verb_form
from transreview.languages.georgian.grammar.versions import VerbForm
from transreview.languages.georgian.grammar.words import (
    NOUNS_IN_URI,
    Word,
    fuller_stems,
    is_noun_in_o,
    text_between,
)
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.grammar_fault import Fault, FaultKind

# Verbs with which a second noun says what somebody or something is, or how much.
_SAYS_WHAT_WORDS = """
გახდა გახდება ხდება დარჩა დარჩება რჩება აღმოჩნდა აღმოჩნდება ჩანს ჰქვია ჰქვიათ ეწოდება ეწოდა ღირს იწონის ჯდება
იყო იყვნენ არის არიან იქნება იქნებიან გამოდის დაჯდა გახდნენ დარჩნენ უდრის შეიქმნა
"""
SAYS_WHAT = frozenset(_SAYS_WHAT_WORDS.split())
# What stands before the name of what it is, or counts it.
_KINDS_WORDS = """
ქალაქი სოფელი მდინარე კუნძული ფილმი რომანი წიგნი ჟურნალი გაზეთი კომპანია ფირმა ჯგუფი გუნდი კლუბი პროცენტი
მილიონი მილიარდი ათასი ასი ცალი წყვილი ტონა კილო კილოგრამი გრამი ლიტრი ჭიქა ბოთლი ნომერი თავი ტომი მუხლი წევრი
ქვეყანა შტატი სახელი გვარი სიტყვა ტერმინი ბრენდი მარკა მოდელი პროგრამა პროექტი სერია კონკურსი პრემია სასტუმრო
რესტორანი ოპერა ბალეტი სპექტაკლი ლარი დოლარი ევრო იუანი მხარე კვარტალი ნახევარი უმრავლესობა რაოდენობა რიგი
უმეტესობა ზღვა გემი აგენტი ბრალდებული ეჭვმიტანილი დამნაშავე პირი
"""
KINDS = frozenset(_KINDS_WORDS.split())


def surplus_nominatives(
    clause: Sequence[Word], cases: Sequence[str], place: int, form: VerbForm
) -> Iterator[Fault]:
    """Yield the first of two nouns in the nominative of which the verb has room for one.

    Args:
        clause: Words of a clause, each of which is understood.
        cases: In which case each of them stands.
        place: Which of them is the verb.
        form: What the verb asks.
    """
    if is_copula(form) or form.guessed or clause[place].text in SAYS_WHAT or joins_nouns(clause):
        return
    they = form.subject == "Erg" and form.plural and "Erg" not in cases
    if not (form.subject == "Nom" or "Erg" in cases or they):
        return
    nouns = [at for at, case in enumerate(cases[:place]) if case == "Nom" and is_noun(clause[at].text)]
    if len(nouns) != 2 or cases.count("Nom") != 2:
        return
    first, second = clause[nouns[0]].text, clause[nouns[1]].text
    if (
        first == second
        or first in DURATIONS
        or second in DURATIONS
        or _names(second)
        or not is_surely_a_noun(second)
    ):
        return
    apart = nouns[1] > nouns[0] + 1
    acts = _names(first) or first in bodies()
    if they and (acts or first.endswith("ები")):
        return
    wants_dative = form.object == "Dat" and form.subject == "Nom" and "Dat" not in cases
    does = acts and form.subject == "Nom" and "Dat" not in cases and (apart or wants_dative)
    for_it = form.subject == "Nom" and apart and clause[place].text.startswith("უ") and _is_or_short(first)
    if does or for_it or (wants_dative and not acts and _does_something(first)):
        noun = clause[nouns[1]]
        yield Fault(noun.start, noun.end, FaultKind.OBJECT, dative(second), sure=False)
        return
    together = first in bodies() and "Erg" in cases
    if acts and not together:
        return
    if (apart or together or not _is_like_an_adjective(clause, nouns[0])) and _is_owner(clause, nouns[0]):
        noun, right = clause[nouns[0]], f"{first[:-1]}ის" if first.endswith("ები") else decline(first, "Gen")
        yield Fault(noun.start, noun.end, FaultKind.CASE, right, sure=False)


def _is_or_short(word: str) -> bool:
    return is_surely_a_noun(word) or word in listed("short")


# Names of what is done or happens: ზრდა, შემცირება.
_DONE = ("ება", "ობა", "ვა", "ლა", "ნა", "რდა")


def plain_owners(words: Sequence[Word], texts: Sequence[str]) -> Iterator[Fault]:
    """Yield nominatives where an owner belongs: ნავთობის ფასი ზრდა, შემცირება მიზნით.

    Args:
        words: The words of a text.
        texts: How each of them is written.
    """
    for index in [at for at, text in enumerate(texts) if text[-1] == "ა" and text.endswith(_DONE)]:
        word = words[index]
        if index + 1 < len(words) and texts[index + 1] == "მიზნით" and text_between(words, index):
            if _is_plain_action(word.text):
                yield Fault(word.start, word.end, FaultKind.CASE, decline(word.text, "Gen"))
        elif index > 1 and _is_lost_before_a_dative(words, index):
            yield Fault(word.start, word.end, FaultKind.CASE, decline(word.text, "Gen"), sure=False)
        elif index > 1 and _is_between(words, index - 1) and _is_plain_action(word.text):
            noun = words[index - 1]
            right = f"{noun.text[:-1]}ის" if noun.text.endswith("ები") else decline(noun.text, "Gen")
            yield Fault(noun.start, noun.end, FaultKind.CASE, right, sure=False)


# Of what people act as together nobody says so: ის კომპანია დირექტორია.
_OFFICES_WORDS = """
დირექტორი პრეზიდენტი თავმჯდომარე მინისტრი მენეჯერი თანამშრომელი პროფესორი ექიმი სტუდენტი მდივანი მოადგილე
უფროსი ხელმძღვანელი რექტორი დეკანი ექთანი ინჟინერი კონსულტანტი მრჩეველი
"""
IS_AN_OFFICER = frozenset(f"{office}ა" for office in _OFFICES_WORDS.split())


def plain_bodies(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the body in the nominative before somebody's office with "is": კომპანია გენერალური დირექტორია."""
    for index, word in enumerate(words):
        if word.text not in IS_AN_OFFICER:
            continue
        at = index - 1
        while at > 0 and modifier(words[at].text) is not None and text_between(words, at):
            at -= 1
        body = words[at].text
        if at < 1 or body not in bodies() or not text_between(words, at) or not text_between(words, at - 1):
            continue
        right = f"{body[:-1]}ის" if body.endswith("ები") else decline(body, "Gen")
        yield Fault(words[at].start, words[at].end, FaultKind.CASE, right)


def _is_lost_before_a_dative(words: Sequence[Word], index: int) -> bool:
    """Whether an action has its owner before it and a dative right behind, where somebody else acts.

    მინისტრი საავადმყოფოს გახსნა ცერემონიას დაესწრო.
    """
    if index + 2 >= len(words) or not all(text_between(words, at) for at in (index - 1, index)):
        return False
    action, owner, following = words[index].text, words[index - 1].text, words[index + 1].text
    if not owner.endswith(("ის", "ოს", "ების")) or noun_case(owner) == NOMINATIVE:
        return False
    if not (is_form(f"{action}ს") and is_form(f"{action[:-1]}ის")):
        return False
    if not following.endswith("ს") or noun_case(following) != DATIVE or noun_case(action) != NOMINATIVE:
        return False
    first = words[0].text
    if case_of(first) == "Erg":
        return any(
            case_of(word.text) == "Nom" and is_noun(word.text) for word in words[index + 2 : index + 5]
        )
    return case_of(first) == "Nom" and _names(first) and words[index + 2].gap != " "


def _is_plain_thing(word: str) -> bool:
    """Whether a word is a thing in the nominative, and nobody who acts."""
    if word[-1] not in "იაე" or noun_case(word) != NOMINATIVE or _names(word):
        return False
    return word not in bodies() and word not in KINDS and _is_or_short(word) and is_noun(word)


# Of these an action may be said: კომპანიის მიზანი მოგება იყო.
_MAY_BE_AN_ACTION_WORDS = """
მიზანი ამოცანა შედეგი მიზეზი პრიორიტეტი საქმე სურვილი გეგმა ოცნება მოვალეობა საგანი თემა პრობლემა ფუნქცია
დანიშნულება უპირატესობა ნაწილი საფუძველი პირობა ძალა მოთხოვნა რჩევა იდეა არსი
"""
_MAY_BE_AN_ACTION = frozenset(_MAY_BE_AN_ACTION_WORDS.split())


def _is_plain_action(word: str) -> bool:
    """Whether a word is the name of what is done or happens, in the nominative."""
    if verb_form(word) is not None or case_of(word) != "Nom" or noun_case(word) != NOMINATIVE:
        return False
    return word == "ზრდა" or is_action(word)


def _is_between(words: Sequence[Word], at: int) -> bool:
    """Whether a thing in the nominative stands between its owner and what is done to it."""
    noun, action = words[at].text, words[at + 1].text
    if not words[at - 1].text.endswith("ის") or noun == action or noun in _MAY_BE_AN_ACTION:
        return False
    if not _is_plain_thing(noun):
        return False
    return text_between(words, at - 1) and text_between(words, at)


def _is_owner(clause: Sequence[Word], at: int) -> bool:
    """Whether a noun may have lost its genitive; a short one that begins a clause may be a name."""
    word = clause[at].text
    return is_surely_a_noun(word) or (at > 0 and (word in listed("short") or is_noun_in_o(word)))


def _does_something(word: str) -> bool:
    return is_surely_a_noun(word) and word not in KINDS


def _is_like_an_adjective(clause: Sequence[Word], at: int) -> bool:
    """Whether a word right before another noun may belong to it, or name what it is: უცნობი ვირუსი."""
    word = clause[at].text
    if at and clause[at - 1].text.endswith("ის") and modifier(word) is None and word not in KINDS:
        return False  # კვლევის ცენტრი ლაბორატორია
    if word in listed("short") and word not in KINDS:
        return False
    return word in KINDS or (word.endswith("ი") and not word.endswith("ები"))


def _names(word: str) -> bool:
    return word in people() or names_people(word)


# What adjectives end in, too.
_LIKE_ADJECTIVES = ("ელი", "ური", "ული", "ილი", "ალი", "არი", "იანი")
_NOUNS_LIKE_ADJECTIVES_WORDS = """
მოდელი პანელი კაბელი ტუნელი ივალი ტერმინალი კაპიტალი სიგნალი სავალი სემინარი ჟურნალი ზარალი კანალი პერსონალი
სერიალი პორტალი კრისტალი მეტალი კალენდარი ინვენტარი კომენტარი პროფილი ტექსტილი ავტომობილი ნედლეული საქონელი
ბაზარი წერილი ადგილი შაქარი დანადგარი
"""
_NOUNS_LIKE_ADJECTIVES = tuple(_NOUNS_LIKE_ADJECTIVES_WORDS.split())
_ACTIONS = ("ება", "ობა")
_SHORTEST_NOUN, _SHORTEST_ACTION = 4, 6


def is_surely_a_noun(word: str) -> bool:
    """Whether a word is a common noun of more than a few letters, and neither a name nor an adjective."""
    if word.endswith(NOUNS_IN_URI) or (word in bodies() and not word.endswith("ო")):
        return True
    if len(word) < _SHORTEST_NOUN or word.endswith("ო"):
        return False
    if word.endswith(_LIKE_ADJECTIVES):
        return word.endswith(_NOUNS_LIKE_ADJECTIVES) and noun_case(word) == NOMINATIVE
    if word.endswith(("ები", *_ACTIONS)):
        if is_form(f"{word[:-1]}ა") and word.endswith("ები") and not is_form(f"{word[:-1]}მა"):
            return False  # you: ესაუბრები
        food = word.startswith("სა") and is_form(f"{word[:-1]}ად")
        fuller = (word[:-3], *fuller_stems(word[:-3]))  # საკვები, beside საკითხები and საჩივრები
        return not food or any(is_form(f"{stem}ი") for stem in fuller)
    many = f"{word}ები" if word[-1] == "ე" else f"{word[:-1]}ები"
    return noun_case(word) == NOMINATIVE and (is_form(many) or is_action(word))


def is_action(word: str) -> bool:
    """Whether a nominative is the name of an action, which has no plural: გამოყოფა."""
    return len(word) > _SHORTEST_ACTION and is_form(f"{word}ს") and is_form(f"{word[:-1]}ის")
