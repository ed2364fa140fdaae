"""Cases that go with no postposition behind them: ხელფასს გამო, კომისია მიერ, ზღვის შორის."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.declension import decline
from transreview.languages.georgian.grammar.adverbial_postpositions import (
    ADVERBS_TOO,
    TIMES,
    before_an_adverb,
)
from transreview.languages.georgian.grammar.noun_cases import (
    DATIVE,
    GENITIVE,
    NOMINATIVE,
    noun_case,
)
from transreview.languages.georgian.grammar.postposed_forms import (
    dative_of_a_genitive,
    genitive,
    genitive_of_a_dative,
    is_ergative,
    nominative_of,
    of_means,
)
from transreview.languages.georgian.grammar.verbs import people, persons
from transreview.languages.georgian.grammar.words import (
    Word,
    is_adjective,
    is_nominative_noun,
    is_vowel_nominative,
    text_between,
)
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.georgian.words import Places
from transreview.languages.grammar_fault import Fault, FaultKind
from transreview.lazy_patterns import lazy_pattern

# Postpositions that want the genitive: ხელფასის გამო.
_WITH_GENITIVE_WORDS = """
აზრით ბრძანებით გათვალისწინებით გამო გამოისობით გამოკლებით განმავლობაში განცხადებით გარდა გარეშე გვერდით
დავალებით დახმარებით ეგიდით ვარაუდით თავმჯდომარეობით თანახმად თანდასწრებით თანხლებით თანხმობით თაობაზე
თაოსნობით თვალსაზრისით თქმით ინიციატივით კვალდაკვალ კვალობაზე მაგივრად მახლობლად მეთაურობით
მეთვალყურეობით მეშვეობით მიერ მიზეზით მიმართ მიუხედავად მიწვევით მიხედვით მონაწილეობით მოპირდაპირე
მოპირდაპირედ მხარდაჭერით ნაცვლად ნებართვით რედაქტორობით საზიანოდ სანაცვლოდ საპატივცემულოდ საპირისპიროდ
სასარგებლოდ საფუძველზე საშუალებით საწინააღმდეგოდ სიახლოვეს ფარგლებში ქვეშ შეთანხმებით შესაბამისად
შესახებ შეფასებით შუამავლობით შუამდგომლობით ჩათვლით ცნობით წინააღმდეგ წინაშე წყალობით ხელმძღვანელობით
ხელშეწყობით წინაა
პირას ნაპირას მიდამოებში მახლობლად
"""
_WITH_GENITIVE = frozenset(_WITH_GENITIVE_WORDS.split())
_WITH_GENITIVE_TOO = frozenset(("შედეგად", "გზით", "მიზნით", "ხარჯზე", "ზეგავლენით", "გავლენით", "მაგალითზე"))
_OF_PRONOUNS = {"ამას": "ამის", "იმას": "იმის", "მას": "მის"}
_WITH_GENITIVES_ALONE = frozenset(("შესახებ", "მიხედვით", "მიერ", "მეშვეობით", "მიუხედავად"))


def is_dative_form(word: str) -> bool:
    """Whether a word may be a dative that has another form for the genitive, as its ending tells."""
    return word.endswith("ს") and not word.endswith(("ის", "ოს", "უს"))


def wants_genitive(word: str) -> bool:
    """Whether a word is a postposition that wants the genitive before it."""
    return word in _WITH_GENITIVE or word in _WITH_GENITIVE_TOO or word.removesuffix("აა") in _WITH_GENITIVE


def datives_before_genitive(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the nouns in the dative right before a postposition that wants the genitive: ხელფასს გამო."""
    for index in range(1, len(words)):
        if not wants_genitive(words[index].text) or not text_between(words, index - 1):
            continue
        noun = words[index - 1]
        right = genitive_of_a_dative(noun.text)
        following = words[index + 1].text if index + 1 < len(words) else ""
        if words[index].gap.startswith(":"):
            continue  # აუქმებს დამოწმებას მიზეზით: ვადა გაუვიდა
        if words[index].text == "შედეგად" and following.startswith(("მოჰყ", "მოყვ", "მოსდევ")):
            continue  # ომს შედეგად მოჰყვა
        if words[index].text in _WITH_GENITIVES_ALONE:
            right = right or _OF_PRONOUNS.get(noun.text, "")
        if right:
            yield Fault(noun.start, noun.end, FaultKind.CASE, right)


# Of those that want a genitive the ones that are no adverbs, nor stand before their noun.
_NEVER_ALONE = frozenset(
    "გარეშე მიხედვით შესახებ მეშვეობით განმავლობაში ფარგლებში წყალობით მიერ გამო მიმართ მიღმა".split()  # noqa: SIM905
)
# Those of them that no noun in the instrumental stands before: დახმარებით გარეშე.
_NEVER_BEHIND_MEANS = frozenset(("გარეშე", "შესახებ", "მიერ"))
# Those that stand before their noun too, in -ისა: გარდა ამისა, მიუხედავად სირთულეებისა.
_BEFORE_TOO = frozenset(("გარდა", "მიუხედავად", "ნაცვლად", "თანახმად"))


_CONCERNING = "დაკავშირებით"
_BETWEEN = ("შორის", "შორისაა")
_OTHERS = frozenset((*_BETWEEN, "ერთად", _CONCERNING))
# What one speaks about, not what one connects (კაბელის დაკავშირებით, "by connecting the cable").
_SPOKEN_OF = lazy_pattern(
    "(?:საკითხ|თემ|ფაქტ|პრობლემ|შემთხვევ|ინციდენტ|მოვლენ|ვითარებ|გადაწყვეტილებ|განცხადებ|კანონ|რეფორმ|კრიზის"
    "|არჩევნებ|ომ|პანდემი|პროექტ|შეთანხმებ|ხელშეკრულებ|დავ|სარჩელ|საქმ|ავარი|გეგმ|შედეგ|ცვლილებ|მოთხოვნ)(?:ის|ების)"
)


# What somebody does or says, by which something is done: რეჟისორის დახმარებით.
_BY_SOMEBODY = frozenset(word for word in _WITH_GENITIVE if word.endswith("ით")) - _NEVER_ALONE
_ACTION_OF = lazy_pattern("(?P<action>[ა-ჰ]{4,}ებ)ის")


def _is_connected(word: str) -> bool:
    """Whether a word is "connected", which goes with -თან."""
    return word.startswith("დაკავშირებულ")


def wants_another_case(word: str) -> bool:
    """Whether a word is a postposition that no nominative stands before, or one that wants a dative."""
    return (
        word in _NEVER_ALONE
        or word in _BEFORE_TOO
        or word in ADVERBS_TOO
        or (word in _OTHERS or word in _BY_SOMEBODY or _is_connected(word))
    )


_POSTS = Places(wants_another_case)


def may_be_in_another_case(word: str) -> bool:
    """Whether a word may stand in another case than its postposition wants, as far as its ending tells."""
    return word.endswith(("ი", "ა", "ს", "ო", "ე", "ით", "ებიდან"))


def may_have_other_cases(words: Sequence[str]) -> bool:
    """Whether one of some words may stand in another case than the postposition right behind it wants."""
    return any(
        place and _may_have_another_case(words[place - 1], words[place]) for place in _POSTS.among(words)
    )


def _may_have_another_case(before: str, post: str) -> bool:
    return (
        before.endswith("ებიდან")
        or before in persons()
        or is_nominative_noun(before)
        or is_vowel_nominative(before)
        or noun_case(before) == NOMINATIVE
        or (post in ADVERBS_TOO and (genitive_of_a_dative(before) != "" or before in TIMES))
        or (post == "ერთად" and noun_case(before) == DATIVE)
        or (post == _CONCERNING and not before.endswith("თან"))
        or is_ergative(before)
        or (post in _BY_SOMEBODY and before in people())
        or _is_connected(post)
        or (post in _NEVER_BEHIND_MEANS and of_means(before) != "")
        or dative_of_a_genitive(before) != ""
    )


def other_cases_before(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield nominatives before a postposition that wants a genitive, and genitives before შორის."""
    for index in _POSTS.among(word.text for word in words):
        post, noun = words[index].text, words[index - 1]
        if not index or not text_between(words, index - 1):
            continue
        if post in _BETWEEN:
            if right := dative_of_a_genitive(noun.text):
                yield Fault(noun.start, noun.end, FaultKind.CASE, right)
        elif post == "ერთად":
            yield from _before_together(words, index)
        elif post == _CONCERNING:
            yield from _not_with_to(noun)
        elif post in _BY_SOMEBODY or _is_connected(post):
            yield from _of_somebody(noun, post)
        elif post in _BEFORE_TOO and not _stands_behind(words, index):
            continue  # კომპანია, მიუხედავად სირთულეებისა
        elif post in ADVERBS_TOO:
            yield from before_an_adverb(words, index)
        elif post == "გარეშე" and index + 1 < len(words) and words[index + 1].text.startswith("პირ"):
            continue  # გარეშე პირი, an outsider
        elif right := _genitive_instead(noun.text, post):
            plain = is_nominative_noun(noun.text) or is_vowel_nominative(noun.text)
            sure = post in _NEVER_ALONE and plain
            yield Fault(noun.start, noun.end, FaultKind.CASE, right, sure=sure)


def _genitive_instead(word: str, post: str) -> str:
    """Return the genitive that a postposition wants instead of a word, nothing where it may stand there."""
    if post in _NEVER_BEHIND_MEANS and (right := of_means(word)):
        return right
    if is_adjective(word):
        return ""
    other = is_nominative_noun(word) or is_vowel_nominative(word) or noun_case(word) == NOMINATIVE
    return genitive(word) if other or is_ergative(word) else ""


def _of_somebody(noun: Word, post: str) -> Iterator[Fault]:
    """Yield somebody in the nominative before what they do, an action before "connected" without -თან."""
    if post in _BY_SOMEBODY:
        if noun.text in people() and noun.text.endswith(("ი", "ე", "ა")):
            yield Fault(noun.start, noun.end, FaultKind.CASE, genitive(noun.text), sure=False)
        return
    action = _ACTION_OF.fullmatch(noun.text)
    if action is not None and is_form(f"{action['action']}ა") and is_form(f"{action['action']}ას"):
        yield Fault(noun.start, noun.end, FaultKind.CASE, f"{action['action']}ასთან")


def _not_with_to(noun: Word) -> Iterator[Fault]:
    """Yield what stands before დაკავშირებით, "in connection with", without -თან: საკითხის დაკავშირებით."""
    case = noun_case(noun.text)
    dative = case == DATIVE and noun.text.endswith("ს")
    if not (dative or case == NOMINATIVE or _SPOKEN_OF.fullmatch(noun.text)) or is_adjective(noun.text):
        return
    plain = noun.text if case == NOMINATIVE else nominative_of(dative_of_a_genitive(noun.text) or noun.text)
    many = plain.endswith("ები")
    right = f"{plain[:-1]}თან" if many else decline(plain, "Dat", postposition="თან")
    yield Fault(noun.start, noun.end, FaultKind.CASE, right, sure=False)


def _before_together(words: Sequence[Word], index: int) -> Iterator[Fault]:
    """Yield what stands before ერთად in another form than that with -თან: პარტნიორებს ერთად."""
    noun = words[index - 1]
    word, span = noun.text, (noun.start, noun.end)
    following = words[index + 1].text if index + 1 < len(words) and text_between(words, index) else ""
    last = not text_between(words, index)
    if word.endswith("ებიდან") and f"{word[:-4]}ი" in people():
        yield Fault(*span, FaultKind.CASE, f"{word[:-4]}თან")
    elif word.endswith("ების") and noun_case(word) == GENITIVE and not _is_of_those(word, following):
        yield Fault(*span, FaultKind.CASE, f"{word[:-2]}თან", sure=False)
    elif word.endswith("ებს") and (word in persons() or (last and noun_case(word) == DATIVE)):
        yield Fault(*span, FaultKind.CASE, f"{word[:-1]}თან", sure=False)
    elif word in persons():
        joined = decline(nominative_of(word), "Dat", postposition="თან")
        yield Fault(*span, FaultKind.CASE, joined, sure=False)


def _is_of_those(word: str, following: str) -> bool:
    """Whether a noun that may be theirs follows behind ერთად, and no place: მშობლების ერთად ყოფნა."""
    if f"{word[:-2]}ი" in people() and following.endswith(("ში", "ზე", "თან")):
        return False
    return noun_case(following) != ""


def _stands_behind(words: Sequence[Word], index: int) -> bool:
    """Whether a postposition surely belongs to what stands before it: nothing in -ისა follows."""
    if not text_between(words, index):
        return True
    following = words[index + 1].text if index + 1 < len(words) else ""
    if following.endswith(("ისა", "თა", "ოსი")) or following in ("იმისა", "ამისა", "იმის", "ამის"):
        return False
    return not _leads_to_owners(words, index + 1)


def _leads_to_owners(words: Sequence[Word], at: int) -> bool:
    """Whether an adjective and an owner follow, which the postposition stands before: ძლიერი ქარისა."""
    return at + 1 < len(words) and text_between(words, at) and words[at + 1].text.endswith("ისა")
