"""Later clauses of a sentence: who acts in them, and whether what they deny is denied.

我相信…，但我不知道 is no „მჯერა …, მაგრამ არ იცის“; 不会引起…，也不影响 denies twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from transreview.languages.chinese.signs import sign_of
from transreview.languages.georgian.grammar.clauses import case_of
from transreview.languages.georgian.grammar.verb_persons import ITS_PREVERB, person_of
from transreview.languages.georgian.grammar.words import words_of
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.pairs.chinese_georgian.meaning.persons import speaks_of_itself
from transreview.languages.pairs.chinese_georgian.meaning.stated_persons import OF_OURS, of_another
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

_QUOTED = lazy_pattern('[“”「」"]')
# What joins a clause of me or us, with the words that Georgian joins it with.
_JOINED = (
    (lazy_pattern(f"[，；](?:但是?|不过|可是|然而)(?P<who>我们|我){OF_OURS}"), "მაგრამ|თუმცა"),
    (lazy_pattern(f"[，；](?:所以|因此)(?P<who>我们|我){OF_OURS}"), "ამიტომ|შესაბამისად"),
    (lazy_pattern(f"[，；]因为(?P<who>我们|我){OF_OURS}"), "რადგან|რადგანაც|ვინაიდან"),
)
_OTHERS = lazy_pattern("他|她|它|谁|人们|大家|对方|有人|让|使|给|被")


def later_persons(source: str, target: str) -> Iterator[Divergence]:
    """Yield the verb of another in a later clause of mine, and of yours in what a third one says.

    Args:
        source: Chinese text.
        target: Its translation.
    """
    if _QUOTED.search(source):
        return
    for said, joints in _JOINED:
        match = said.search(source)
        if match is None or _OTHERS.search(source, match.end()):
            continue
        clause = _behind(joints, target)
        if clause is not None and not speaks_of_itself(clause[1]):
            other = of_another(clause[1])
            if other is not None:
                yield _speaker(match.span("who"), other, clause[0])
        return
    if (mine := _mine_or_ours(source, target)) is not None:
        yield mine
        return
    if (said_by := _SAYS.match(source)) is not None and not _SAYS_YOU.search(source):
        told = _behind("რომ", target)
        yours = _yours(told[1]) if told is not None else None
        if told is not None and yours is not None:
            yield _speaker(said_by.span("who"), yours, told[0])


# A second clause of me or us, behind one of us too or a condition.
_SECOND_OF_MINE = lazy_pattern(
    f"^(?:如果|因为|虽然|当|只要|既然|由于)[^，。；]*，(?:那么?|就|便)?(?P<who>我们|我){OF_OURS}[^，。；]*[。！]?$"
)
# What we think that we do.
_WE_THINK = lazy_pattern(
    f"^(?:我们|我)(?:都|也|坚信|一直)?(?:相信|认为|希望|知道|保证|承诺|确信|决定)[^。；]*?(?:，|(?<=相信))(?P<who>我们|我){OF_OURS}"
)
# What they do, in a sentence of mine.
_THEY_TOO = lazy_pattern("^(?:我)(?!们)[^。；]*?(?P<who>他们|她们)(?!的)")
_OF_US = lazy_pattern("我们|咱|本|双方|一起|共同|大家|一同|[和与跟同]我|我[和与跟同]")
_WE_DID = lazy_pattern(f"{ITS_PREVERB}ვ[ა-ჰ]{{2,}}(?:ე|ი|ებ|ავ|ობ)თ")
# You do something to me: მეუბნები, and no მეუბნება.
_YOU_TO_ME = lazy_pattern("^(?P<who>你们|您|你)(?!的)[^，。；]*我(?!们?的)[^，。；]*[？?。]?$")
_TO_ME = lazy_pattern(f"{ITS_PREVERB}(?:მ|გვ)[ა-ჰ]{{3,}}(?P<ending>ება|ებს|ავს|ობს|ევს)")
_NAMES_HIM = lazy_pattern("(?<![ა-ჰ])(?:ის|იგი|ისინი|მან|მათ|ვინ|რა|თქვენ|შენ)(?![ა-ჰ])")


def _mine_or_ours(source: str, target: str) -> Divergence | None:
    """Return the verb of another where one of mine, of theirs or of yours stands in the source."""
    if source.startswith(("你", "您")):
        return _his_to_me(source, target)
    found = None if _OTHERS.search(source) else _not_mine(source, target)
    return found or (_ours_for_theirs(source, target) if source.startswith("我") else None)


def _not_mine(source: str, target: str) -> Divergence | None:
    """Return the verb of another in a second clause of mine or in what I think that I do."""
    if (mine := _SECOND_OF_MINE.match(source)) is not None:
        clauses = target.split(", ")
        clause = (len(clauses[0]) + 2, clauses[1]) if len(clauses) == _TWO else None
    elif (mine := _WE_THINK.match(source)) is not None:
        clause = _behind("რომ", target)
    else:
        return None
    if clause is None or speaks_of_itself(clause[1]) or _NAMES_HIM.search(clause[1]):
        return None
    found = of_another(clause[1])
    return _speaker(mine.span("who"), found, clause[0]) if found is not None else None


def _ours_for_theirs(source: str, target: str) -> Divergence | None:
    """Return what we do in the translation of a sentence of mine that says what they do."""
    they = None if _OF_US.search(source) else _THEY_TOO.match(source)
    ours = [word for word in words_of(target) if _is_of_us(word.text)] if they is not None else []
    if they is None or len(ours) != 1:
        return None
    return _speaker(they.span("who"), (ours[0].start, ours[0].end), 0)


def _his_to_me(source: str, target: str) -> Divergence | None:
    """Return what he does to me in the translation of what you do, where nobody is named."""
    you = None if _NAMES_HIM.search(target) else _YOU_TO_ME.match(source)
    if you is None:
        return None
    words = list(words_of(target))
    told = [word for word in words if _is_his_to_me(word.text)]
    others = (case_of(word.text) for word in words if word not in told)
    if len(told) != 1 or any(case in ("Nom", "") for case in others):
        return None
    return _speaker(you.span("who"), (told[0].start, told[0].end), 0)


def _is_of_us(word: str) -> bool:
    person = person_of(word)
    if person is not None:
        return person.first and person.plural
    return _WE_DID.fullmatch(word) is not None and is_form(word) and not is_form(f"{word}ა")


def _is_his_to_me(word: str) -> bool:
    """Whether a word is what he does to me, beside what you do: მეუბნება, მეუბნები."""
    match = _TO_ME.fullmatch(word)
    if match is None:
        return False
    yours = f"{word[:-1]}ი" if match["ending"] == "ება" else word[:-1]
    return is_form(word) and is_form(yours)


def _speaker(who: tuple[int, int], found: tuple[int, int], start: int) -> Divergence:
    return Divergence(DivergenceKind.SPEAKER, who, (found[0] + start, found[1] + start))


def _behind(joints: str, target: str) -> tuple[int, str] | None:
    """Return the clause that one of some words begins, and where it starts; None where none or several do."""
    found = list(re.finditer(f"[,;] (?:{joints}) ", target))
    if len(found) != 1:
        return None
    start = found[0].end()
    return start, re.split("[,;.]", target[start:], maxsplit=1)[0]


# What somebody says, and what speaks to anybody.
_SAYS = lazy_pattern(
    "^(?P<who>他们|她们|他|她|[^，。；：我你您咱]{1,12})(?:还|也)?(?:说|称|表示|宣布|强调|指出|认为|承诺|补充说)，?"
)
_SAYS_YOU = lazy_pattern("你|您|咱|请|应|须|需|要|可|勿|别|建议|呼吁|我们|！|？")


def _yours(clause: str) -> tuple[int, int] | None:
    """Return the verb of many of you in a clause that has no pronoun of theirs."""
    words = list(words_of(clause))
    yours = [
        word
        for word in words
        if (person := person_of(word.text)) is not None and not person.first and person.plural
    ]
    if len(yours) != 1 or case_of(yours[0].text) not in ("", "-"):
        return None
    return yours[0].start, yours[0].end


# Verbs denied, in clauses of their own.
_DENIED = lazy_pattern(
    "(?:并|也|还|都|却|更|就|便|则|又)?(?P<denial>不会|不能|不得|不再|不影响|不含|不需要?|无法|未能|没有|从未|尚未|并未|不是|不)"
)
_NEVER_DENIES = lazy_pattern("[不没沒未无無非]")


def later_denials(
    source: str, target: str, plain: Callable[[str], str], denials_in: Callable[[str], int]
) -> tuple[int, int] | None:
    """Return the later of two denied clauses where the translation of as many denies once.

    Args:
        source: Chinese text.
        target: Its translation.
        plain: Takes out of a source what has the sign of a denial and denies nothing, keeping its length.
        denials_in: Tells how many words of a text deny something.
    """
    if len(_NEVER_DENIES.findall(source)) < _TWO:
        return None
    clauses = list(re.finditer("[^，；。！？]+", plain(source)))
    denied = [match for one in clauses if (match := _denied(one)) is not None]
    if len(clauses) != _TWO or len(denied) != _TWO:
        return None
    parts = [part for part in re.split("[,;]|(?<![ა-ჰ])და(?![ა-ჰ])", target) if part.strip()]
    if len(parts) != _TWO or denials_in(target) != 1:
        return None
    return denied[1]


_TWO = 2


def _denied(clause: re.Match[str]) -> tuple[int, int] | None:
    """Return the one denial of a clause."""
    if len(_NEVER_DENIES.findall(clause.group())) != 1:
        return None
    match = _DENIED.search(clause.group())
    start = clause.start()
    return None if match is None else (match.start("denial") + start, match.end("denial") + start)


_SIGNS = """
，但 ；但 ，不过 ，可是 ，然而 ，所以 ，因 ，我 ，就我 ，便我 ，那
说 称 表示 认为 强调 承诺 他们 她们 你 您
"""
SAYS_IT_LATER = sign_of(_SIGNS.split)
