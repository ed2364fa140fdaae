"""Forms that predicates and postpositions ask for: შედეგს კმაყოფილია, სკოლის და სახლს შორის, შანხაი გარდა."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.declension import decline
from transreview.languages.georgian.grammar.clauses import case_of
from transreview.languages.georgian.grammar.governed import governed, governs
from transreview.languages.georgian.grammar.noun_cases import DATIVE, NOMINATIVE, noun_case
from transreview.languages.georgian.grammar.words import Word, text_between
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.grammar_fault import Fault, FaultKind

# What stands beside these as a predicate ends in -ით, or in -ზე; what it ends in where it is wrong.
_WITH_IT = ("კმაყოფილ", "დაინტერესებულ", "აღჭურვილ", "გაოცებულ", "აღფრთოვანებულ", "ამაყ", "დაკომპლექტებულ")
_WITH_ON = ("დამოკიდებულ", "ორიენტირებულ", "დაფუძნებულ", "პასუხისმგებელ")
_RIGHT = {"ით": ("ით", "თი", "ითა", "ითაც"), "ზე": ("ზე", "ზეა", "ზეც")}
_WRONG = {"ით": ("ს", "ში", "ზე"), "ზე": ("ს", "ში", "ით", "თან", "დან")}
_AS_PREDICATE = ("ია", "ი", "ები", "ა", "ნი")
_IS = frozenset(
    ("არის", "არიან", "იყო", "იყვნენ", "ვარ", "ვართ", "ხარ", "ხართ", "დარჩა", "დარჩნენ", "იქნება")
)
_MOST_BETWEEN, _FEWEST_BEFORE = 2, 3


_ASKED = {
    stem + ending: asked
    for stems, asked in ((_WITH_IT, "ით"), (_WITH_ON, "ზე"))
    for stem in stems
    for ending in _AS_PREDICATE
}
# Nouns of turns with what happens to something: გარემოზე გავლენას ახდენს.
_TURNS_WITH_ON = {
    "გავლენას": ("ახდენ", "მოახდენ", "იქონიებ", "ახდენდ"), "გავლენა": ("მოახდინ", "იქონი", "აქვს", "ჰქონდ"),
    "ზეგავლენას": ("ახდენ", "მოახდენ"), "ზეგავლენა": ("მოახდინ", "იქონი"), "ყურადღება": ("გაამახვილ",),
    "ყურადღებას": ("ამახვილებ",), "პასუხს": ("აგებ",), "უარი": ("თქვ", "განაცხად"), "უარს": ("ამბობ",),
}  # fmt: skip
# Where something is near to, and far from.
_NEAR_OR_FAR = {"ახლოს": "დან", "ახლოსაა": "დან", "შორს": "თან", "შორსაა": "თან"}
_GOVERNS_TOO = frozenset((*_ASKED, *_TURNS_WITH_ON, *_NEAR_OR_FAR, "შორის", "გარდა"))


def asks_for_an_ending(word: str) -> bool:
    """Whether a word asks for another ending than what stands before it may have."""
    return word in _GOVERNS_TOO or governs(word)


def ill_governed(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield what stands in another form than the word behind it asks for."""
    for index in range(1, len(words)):
        word = words[index].text
        if word == "შორის":
            yield from _genitive_and_dative(words, index)
        elif word == "გარდა":
            yield from _plain_before_but(words, index)
        elif word in _NEAR_OR_FAR:
            noun = words[index - 1]
            if (
                noun.text.endswith(_NEAR_OR_FAR[word])
                and noun_case(noun.text)
                and text_between(words, index - 1)
            ):
                yield Fault(noun.start, noun.end, FaultKind.OBJECT)
        elif word in _TURNS_WITH_ON:
            yield from _beside_a_turn(words, index)
        elif ending := _ASKED.get(word, ""):
            yield from _beside_a_predicate(words, index, ending)
        if governs(word):
            yield from governed(words, index)


_ELSEWHERE = ("დან", "ში", "თან", "თვის", "გან")


def _beside_a_turn(words: Sequence[Word], index: int) -> Iterator[Fault]:
    """Yield the noun right before such a turn that has another ending than -ზე: გარემოდან გავლენას ახდენს."""
    noun, following = words[index - 1], words[index + 1 : index + 3]
    if not any(word.text.startswith(_TURNS_WITH_ON[words[index].text]) for word in following):
        return
    about = any(word.text.endswith(("ზე", "ზეც", "მიმართ", "შესახებ", "თაობაზე")) for word in words)
    if (
        not about
        and noun.text.endswith(_ELSEWHERE)
        and noun_case(noun.text)
        and text_between(words, index - 1)
    ):
        yield Fault(noun.start, noun.end, FaultKind.OBJECT)


def _beside_a_predicate(words: Sequence[Word], index: int, ending: str) -> Iterator[Fault]:
    """Yield the noun beside a predicate in another form than it asks for: შედეგს ძალიან კმაყოფილია."""
    word = words[index]
    following = words[index + 1].text if index + 1 < len(words) else ""
    says_is = word.text.endswith("ია") or following in _IS or words[index - 1].text in _IS
    if not says_is or any(one.text.endswith(_RIGHT[ending]) for one in words):
        return
    place = index - 1
    while place and index - place <= _MOST_BETWEEN and _may_stand_between(words[place].text):
        place -= 1
    noun = words[place]
    if not text_between(words, place) or not noun.text.endswith(_WRONG[ending]):
        return
    if ending == "ით" and not noun.text.endswith("ს") and not word.text.startswith("დაინტერესებულ"):
        return  # ქალაქში კმაყოფილია
    if noun_case(noun.text) == DATIVE or (ending == "ზე" and noun_case(noun.text)):
        yield Fault(noun.start, noun.end, FaultKind.OBJECT)


def _may_stand_between(word: str) -> bool:
    return word in _IS or (case_of(word) == "-" and not noun_case(word))


def _genitive_and_dative(words: Sequence[Word], index: int) -> Iterator[Fault]:
    """Yield the genitive before და and a dative with შორის: სკოლის და საავადმყოფოს შორის."""
    if index < _FEWEST_BEFORE or words[index - 2].text != "და":
        return
    noun, last = words[index - 3], words[index - 1].text
    if (
        not last.endswith("ს")
        or last.endswith("ის")
        or not noun.text.endswith(("ის", "ისა", "ების", "ებისა"))
    ):
        return
    stem = noun.text.removesuffix("ა").removesuffix("ის")
    plain = next((one for one in (f"{stem}ი", f"{stem}ა", f"{stem}ე") if is_form(one)), "")
    right = f"{decline(plain, 'Dat')}ა" if plain and not stem.endswith("ებ") else f"{stem}სა"
    yield Fault(noun.start, noun.end, FaultKind.OBJECT, right)


def _plain_before_but(words: Sequence[Word], index: int) -> Iterator[Fault]:
    """Yield a name in the nominative before "but for", which ends its phrase: შანხაი გარდა."""
    noun = words[index - 1]
    if not words[index].gap.startswith((",", ".")) or not text_between(words, index - 1):
        return
    name = noun.text.endswith(("ი", "ო", "უ", "ა", "ე")) and not noun.text.endswith(("თა", "სა"))
    if (name and len(noun.text) > _FEWEST_BEFORE) or noun_case(noun.text) == NOMINATIVE:
        yield Fault(noun.start, noun.end, FaultKind.OBJECT, decline(noun.text, "Gen"))
