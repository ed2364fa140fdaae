"""Postpositions that are adverbs too, and cases before them that go with neither: ომს შემდეგ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.grammar.noun_cases import NOMINATIVE, noun_case
from transreview.languages.georgian.grammar.postposed_forms import genitive, genitive_of_a_dative
from transreview.languages.georgian.grammar.subjects import aorists
from transreview.languages.georgian.grammar.verbs import persons
from transreview.languages.georgian.grammar.words import Word, is_adjective, text_between
from transreview.languages.grammar_fault import Fault, FaultKind
from transreview.lazy_patterns import lazy_pattern

_AGAINST = ("წინააღმდეგ", "წინააღმდეგი", "წინააღმდეგია", "წინააღმდეგნი")
ADVERBS_TOO = frozenset(("შემდეგ", "წინ", "ირგვლივ", "გარშემო", "გასწვრივ", "დროს", *_AGAINST))
"""Those that are adverbs too: წინ წაიწია."""
# Words of time that stand in the dative by themselves, but not before these: წელს შემდეგ.
TIMES = {
    "წელს": "წლის",
    "თვეს": "თვის",
    "კვირას": "კვირის",
    "საათს": "საათის",
    "წუთს": "წუთის",
    "დღეს": "დღის",
}


def _is_action_in_the_nominative(word: str) -> bool:
    return word.endswith(("ვა", "ება", "ობა", "თა", "ლა", "ნა", "რა")) and noun_case(word) == NOMINATIVE


def _is_action(word: str) -> bool:
    """Whether a word is the dative of the name of an action: გავლას, დასრულებას."""
    return word.endswith(("ვას", "ებას", "ობას", "რას", "ნას", "ლას")) and genitive_of_a_dative(word) != ""


_AROUND = (*_AGAINST, "გასწვრივ", "ირგვლივ", "გარშემო")
# What happens, behind which another thing does: წვიმის შემდეგ.
_EVENTS_WORDS = """
ომს წვიმას თოვლს ქარიშხალს მატჩს თამაშს გაკვეთილს ლექციას სადილს ვახშამს საუზმეს კონცერტს გამოცდას
კრებას სხდომას კონფერენციას არჩევნებს ზაფხულს ზამთარს ქორწილს ავარიას ოპერაციას მიწისძვრას ხანძარს
შესვენებას მუშაობას სკოლას უნივერსიტეტს ჭამას
"""
_EVENTS = frozenset(_EVENTS_WORDS.split())
# Verbs that go with წინ and with a dative of their own: ოპერაციას წინ უძღოდა; ქალაქს გარშემო ერტყა.
_GO_WITH_DATIVE = (
    "უძღ", "უსწრ", "უს", "აღუდგ", "ეღობ", "გადაეღობ", "ერტყ", "აკრავ", "შემოარტყ", "ეხვი", "უვლ", "აქვს",
)  # fmt: skip


# Verbs of giving and spending, with which time is an object: ბავშვს დროს უთმობს.
_SPENDS = lazy_pattern("[ა-ჰ]*(?:თმ[ოე]ბ|უთმ|ხარჯ|ტარებ|კარგავ|ძლევ|მისცე|მისცა|ზოგავ|ანდომ|იგდებ)")


def _spends_time(words: Sequence[Word], index: int) -> bool:
    return any(_SPENDS.match(word.text) for word in words[index + 1 : index + 4])


def _leads_to_something_done(words: Sequence[Word], index: int) -> bool:
    """Whether a nominative and an aorist follow, so that another nominative has no part in their clause."""
    if index + 2 >= len(words) or not (text_between(words, index) and text_between(words, index + 1)):
        return False
    return words[index + 2].text in aorists() and noun_case(words[index + 1].text) == NOMINATIVE


_STANDS = ("დგა", "ზის", "სხედ", "დევს", "წევს", "არის", "იდგ", "იჯდ", "მდებარ")


def before_an_adverb(words: Sequence[Word], index: int) -> Iterator[Fault]:
    """Yield what stands before one that may be an adverb, where it goes with none."""
    post, noun = words[index].text, words[index - 1]
    following = words[index + 1].text if index + 1 < len(words) and text_between(words, index) else ""
    dative = genitive_of_a_dative(noun.text)
    if post == "დროს" and dative and noun.text not in persons() and not _spends_time(words, index):
        yield Fault(noun.start, noun.end, FaultKind.CASE, dative)
        return
    acts = _is_action(noun.text) or noun.text.endswith("იას")
    if post == "შემდეგ" and noun.text in TIMES and noun.text != "დღეს":
        yield Fault(noun.start, noun.end, FaultKind.CASE, TIMES[noun.text])
        return
    nominative = noun_case(noun.text) == NOMINATIVE and not is_adjective(noun.text)
    ends = nominative and index + 1 == len(words)
    done = _is_action_in_the_nominative(noun.text) and _leads_to_something_done(words, index)
    if post == "შემდეგ" and (ends or done):
        yield Fault(noun.start, noun.end, FaultKind.CASE, genitive(noun.text))
        return
    event = index == 1 and post == "შემდეგ" and noun.text in _EVENTS
    # კარს წინ დგას; საწყობის კარს წინ გაჩერდა.
    last = index + 2 == len(words) and index > 1 and words[index - 2].text.endswith("ის")
    event = event or (post == "წინ" and (following.startswith(_STANDS) or last))
    if dative and (event or post in _AROUND or (acts and post in ("შემდეგ", "წინ", "დროს"))):
        if not any(word.text.startswith(_GO_WITH_DATIVE) for word in words[index + 1 : index + 5]):
            yield Fault(noun.start, noun.end, FaultKind.CASE, dative, sure=False)
    elif (
        post in _AROUND
        and post not in _AGAINST[1:]
        and noun_case(noun.text) == NOMINATIVE
        and not is_adjective(noun.text)
    ):
        yield Fault(noun.start, noun.end, FaultKind.CASE, genitive(noun.text))
