"""The verb of „you“ for what I do, and of „I“ for what you do: 我们欢迎 is no მიესალმებით."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from transreview.languages.chinese.signs import sign_of
from transreview.languages.georgian.grammar.verb_persons import PREVERBS, person_of
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.georgian.words import words_in
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

_WHEN = (
    "(?:[今明昨后前]天|[今明去]年|现在|目前|如今|[上下本]周|[上下本]个?月|早上|晚上|上午|下午|刚才|最近|那么?|但是?"
    "|所以|因此|其实)*，?"
)
_NO_SUBJECT = "[的被让叫国國党省市县军校方厂家爸妈父母]|公司"
_SUBJECT = lazy_pattern(f"^{_WHEN}(?P<who>我们|咱们|我|你们|您|你|他们|她们|他|她)(?!{_NO_SUBJECT})")
_FIRST, _SECOND = lazy_pattern("我|咱|本人"), lazy_pattern("你|您|请|請|大家|各位|自己|“|「|贵")
_NAMED_FIRST = lazy_pattern("(?<![ა-ჰ])(?:მე|ჩვენ|ჩემ|მინდა|გვ|მ[აიე])")
_NAMED_SECOND = lazy_pattern("(?<![ა-ჰ])(?:შენ|თქვენ|გთხოვ|გ[იაე])")
SAYS_WHO_DOES_IT = sign_of(lambda: "我你您他她咱")


@lru_cache(maxsize=1 << 14)
def _acts(word: str) -> bool | None:
    """Return whether „I“ or „we“ act by a verb, not „you“; None where neither surely does."""
    person = person_of(word)
    if person is not None:
        return person.first
    if word.endswith(_OF_ITSELF) and is_form(word):
        mine = _MINE.fullmatch(word)
        if mine is not None and is_form(mine["preverb"] + mine["rest"]):
            return True  # მივესალმებით, beside მიესალმებით
        preverb = _PREVERB.match(word)
        before = preverb.end() if preverb is not None else 0
        if is_form(f"{word[:before]}ვ{word[before:]}"):
            return False
    return None


_OF_ITSELF = ("ებით", "დებით", "ობით")
_MINE = lazy_pattern(f"(?P<preverb>(?:{PREVERBS})?)ვ(?P<rest>[ა-ჰ]+)")
_PREVERB = lazy_pattern(f"(?:{PREVERBS})")


def exchanged_persons(source: str, target: str) -> Iterator[Divergence]:
    """Yield the only verb of „I“ or „you“ of a translation where the source has the other act, or him.

    Args:
        source: Chinese text that begins with who acts.
        target: Its translation.
    """
    said = _SUBJECT.match(source)
    if said is None:
        return
    who = said["who"][0]
    others = _FIRST if who in "你您" else _SECOND
    if others.search(source) or (who in "他她" and _FIRST.search(source)):
        return
    verbs = [(word, first) for word in words_in(target) if (first := _acts(word)) is not None]
    wrong = [word for word, first in verbs if who in "他她" or first is (who in "你您")]
    if len(wrong) != 1 or len(verbs) != 1:
        return
    named = {"你": _NAMED_SECOND, "您": _NAMED_SECOND, "我": _NAMED_FIRST, "咱": _NAMED_FIRST}.get(who)
    start = target.index(wrong[0])
    if named is None or not named.search(target.replace(wrong[0], " ")):
        yield Divergence(DivergenceKind.SPEAKER, said.span("who"), (start, start + len(wrong[0])))
