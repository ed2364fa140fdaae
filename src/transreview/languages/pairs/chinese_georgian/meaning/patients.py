"""Who does something and whom it is done to: 小偷被警察抓住 is no ქურდმა პოლიციელი დაიჭირა."""

from __future__ import annotations

from collections.abc import Iterator

from transreview.languages.chinese.signs import sign_of
from transreview.languages.georgian.grammar.noun_cases import ERGATIVE, noun_case
from transreview.languages.georgian.grammar.subjects import is_ergative
from transreview.languages.georgian.grammar.verb_persons import person_of
from transreview.languages.georgian.grammar.verbs import verb_form
from transreview.languages.georgian.words import words_in
from transreview.languages.pairs.chinese_georgian.meaning.things import (
    DAT,
    ERG,
    NOM,
    Thing,
    only_standing,
    things_in,
)
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

_PASSIVE = lazy_pattern(
    "(?:已经?|都|也|又|全|曾|还|刚|正|终于|再次|没有?|不|昨天|今天|去年)*被(?!告|子|窝|单|褥|动|称为|誉为|视为|认为|迫|害)(?P<by>[^，。；、的]{0,5}?)"
)
_CAUSES = lazy_pattern("(?:使得?|令|让)(?!人|得)")
_HE = lazy_pattern("(?:^|(?<=，))(?:他|她|它)们?$")
_I = lazy_pattern("(?:^|(?<=，))我们?$")
# „He“ as one who acts; as a genitive, with მიერ, მათ acts too.
_HE_ACTS = lazy_pattern("^(?:მან|მათ)(?= [ა-ჰ]+)(?! მიერ)")
_BY = lazy_pattern("(?<![ა-ჰ])მიერ|მხრიდან")
_LONGEST = 24
SAYS_WHO_SUFFERS = sign_of(lambda: "被使令让")


def turned_patients(source: str, target: str) -> Iterator[Divergence]:
    """Yield who acts in a translation and has it done to him in the source, or the other way.

    Args:
        source: Chinese text of a short sentence.
        target: Its translation.
    """
    if len(source.rstrip("。！？")) > _LONGEST or "“" in source or _BY.search(target):
        return
    things = things_in(source)
    for match in _PASSIVE.finditer(source):
        he = _HE.search(source, 0, match.start())
        acts = _HE_ACTS.search(target) if he is not None else None
        if he is not None and acts is not None and "，" not in source[match.end() :]:
            yield Divergence(DivergenceKind.RELATION, he.span(), acts.span())
            return
        if _I.search(source, 0, match.start()) is not None and (did := _done_to_another(target)):
            yield Divergence(DivergenceKind.RELATION, match.span(), did)
            return
        mine = _done_by_me(target) if _befalls_another(source, match.span()) else None
        if mine is not None:
            yield Divergence(DivergenceKind.RELATION, match.span(), mine)
            return
        patient = next((one for one in things if one.end == match.start()), None)
        agent = next((one for one in things if match.end() <= one.start <= match.end() + 5), None)
        yield from _turned(patient, agent, target)
        return
    for match in _CAUSES.finditer(source):
        actor = next((one for one in things if one.end == match.start()), None)
        moved = next((one for one in things if one.start == match.end()), None)
        yield from _turned(moved, actor, target)
        yield from _moved_by_another(moved, actor, target)
        return


def _befalls_another(source: str, passive: tuple[int, int]) -> bool:
    """Whether what is done befalls something before the passive that is not „I“ or „we“, nor done by me."""
    before, behind = source[: passive[0]], source[passive[1] :]
    return bool(before) and before[-1] not in "我们" and "我" not in behind


def _is_mine(word: str) -> bool:
    """Whether a word is a verb of the first person, and no noun as ვადით is."""
    person = person_of(word)
    return person is not None and person.first and not noun_case(word)


def _done_to_another(target: str) -> tuple[int, int] | None:
    """Return what „I“ did, where it is done to an object: 我被骗 is no მოვატყუე."""
    for word in words_in(target):
        person = person_of(word)
        if person is not None and person.first and person.past and not noun_case(word):
            third = verb_form(person.third)
            start = target.index(word)
            return (start, start + len(word)) if third is not None and third.subject == ERGATIVE else None
    return None


def _done_by_me(target: str) -> tuple[int, int] | None:
    """Return the one verb of the first person of a translation: 钱包被偷 is no მოვიპარე."""
    mine = [word for word in words_in(target) if _is_mine(word)]
    if len(mine) != 1 or any(map(is_ergative, words_in(target))):
        return None
    start = target.index(mine[0])
    return start, start + len(mine[0])


def _turned(patient: Thing | None, agent: Thing | None, target: str) -> Iterator[Divergence]:
    """Yield the patient who acts, or the agent in another case while somebody else acts."""
    suffers = only_standing(patient, target) if patient is not None else None
    acts = only_standing(agent, target) if agent is not None else None
    if (
        patient is not None
        and suffers is not None
        and suffers.how == ERG
        and (acts is None or acts.how != ERG)
    ):
        yield Divergence(DivergenceKind.RELATION, (patient.start, patient.end), (suffers.start, suffers.end))
    elif agent is not None and acts is not None and acts.how in (NOM, DAT) and not acts.is_behind:
        others = [word for word in words_in(target) if is_ergative(word)]
        if suffers is None and len(others) == 1 and "," not in target:
            yield Divergence(DivergenceKind.RELATION, (agent.start, agent.end), (acts.start, acts.end))


def _moved_by_another(moved: Thing | None, actor: Thing | None, target: str) -> Iterator[Divergence]:
    """Yield who makes another do something, where he stands in the dative and the other acts before him."""
    if moved is None or actor is None:
        return
    receives, acts = only_standing(actor, target), only_standing(moved, target)
    if receives is None or acts is None or receives.how != DAT or acts.how != NOM or "," in target:
        return
    if acts.start < receives.start and not acts.is_behind:
        yield Divergence(DivergenceKind.RELATION, (actor.start, actor.end), (receives.start, receives.end))
