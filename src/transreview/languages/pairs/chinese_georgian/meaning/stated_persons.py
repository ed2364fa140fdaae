"""Who says, thinks or wants something, and what of: 我不知道 is no არ იცის, 他说，他会来 no მოვლენ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from transreview.languages.chinese.signs import sign_of
from transreview.languages.georgian.grammar.clause_faults import only_verb
from transreview.languages.georgian.grammar.clauses import case_of, clauses_of, is_noun
from transreview.languages.georgian.grammar.verb_persons import person_of
from transreview.languages.georgian.grammar.verbs import is_copula
from transreview.languages.georgian.grammar.words import Word, words_of
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.pairs.chinese_georgian.meaning.felt import THIRD, felt_by
from transreview.languages.pairs.chinese_georgian.meaning.persons import speaks_of_itself
from transreview.languages.pairs.chinese_georgian.meaning.told import never_by_another, said_to_another
from transreview.languages.pairs.chinese_georgian.meaning.unspoken import is_of_them, names_who_acts
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

_WHEN = (
    "(?:[今明昨后前]天|[今明去]年|现在|目前|如今|当时|[上下本这]周|[上下本这]个?月|早上|晚上|上午|下午|刚才|以前|后来|最近|周[一二三四五六日]"
    "|从那以后|其实|但是|不过|所以|因此)*，?"
)
OF_OURS = "(?![的国國党省市县军校方厂家爸妈父母])(?!公司)"
"""Behind 我 or 我们: not what is ours (我国, 我公司)."""
_WHO = f"(?P<who>我们|我們|咱们|我|你们|您|你|他们|她们|他們|他|她){OF_OURS}"
_SUBJECT = lazy_pattern(f"^{_WHEN}{_WHO}")
_THINKS = (
    "说|称|表示|告诉|认为|以为|相信|希望|觉得|担心|知道|记得|承认|保证|答应|承诺|宣布|强调|指出|透露|发现|明白|怀疑|听说|决定|确信|期待"
    "|回忆|解释|补充"
)
# Whose thought or word it is, and who begins it.
_SAYS = lazy_pattern(f"^{_WHEN}{_WHO}[^，。；：我你您他她]{{0,5}}(?:{_THINKS})")
_SAYS_OF_HIMSELF = lazy_pattern(
    f"^{_WHEN}(?P<who>他|她|我)(?!们)[^，。；：我他她]{{0,4}}(?:{_THINKS})[^，。；：]{{0,6}}，(?P<again>他|她|我)(?!们|的)"
    f"|^{_WHEN}(?:他|她)(?!们)[^，。；：我他她]{{0,4}}(?:{_THINKS})(?:我们?|大家|记者|别人|妈妈|朋友)?(?P<too>他|她)(?!们|的)"
)
_QUOTED = lazy_pattern('[“”「」"]')
_MANY = lazy_pattern("们|和|与|跟|及|都|双方|两人|夫妇|一起|大家|分别|人员|所有")
_BEGINS_ANOTHER = lazy_pattern(
    ",? (?:რომ|რატომ|სად|როგორ|როდის|ვინ|რა|რას|თუ|საიდან|რამდენ[ა-ჰ]*)(?= )"
    "|(?<=უნდა), |(?<=მინდა), |(?<=სურს), "
)
_FEWEST = 3


def stated_persons(source: str, target: str) -> Iterator[Divergence]:
    """Yield the verb of another person or number than the pronoun that begins the source.

    Args:
        source: Chinese text that begins with who acts.
        target: Its translation.
    """
    said = _SUBJECT.match(source)
    if _QUOTED.search(source):
        return
    if said is None:
        found = said_to_another(source, target) or said_by_nobody_here(source, target)
        if found is not None:
            yield Divergence(DivergenceKind.SPEAKER, (0, 1), found)
        return
    if (found := _felt_by_another(said["who"], source, target)) is not None:
        yield Divergence(DivergenceKind.SPEAKER, said.span("who"), found)
        return
    main, rest = _halves(target)
    found = said_to_another(source, target) or never_by_another(said["who"], source, target)
    if (again := _SAYS_OF_HIMSELF.match(source)) is not None and rest:
        found = _wrong(again["again"] or again["too"], rest, source)
        found = found and (found[0] + len(target) - len(rest), found[1] + len(target) - len(rest))
    if found is None and rest and _SAYS.match(source):
        found = _wrong(said["who"], main, source)
    if found is None and not rest:
        found = _wrong_number(said["who"], target, source)
    if found is not None:
        yield Divergence(DivergenceKind.SPEAKER, said.span("who"), found)


_OTHERS = lazy_pattern("他|她|它|谁|人们|大家|有人|对方|让|使|给")


def _felt_by_another(who: str, source: str, target: str) -> tuple[int, int] | None:
    """Return what another feels where I feel it and do something, too: დაავიწყდა და შევდივარ."""
    if who[0] not in "我咱" or _OTHERS.search(source):
        return None
    felt = felt_by(THIRD, target)
    if felt is None or any(case_of(word.text) == "Dat" or word.text == "მათ" for word in words_of(target)):
        return None
    return felt.span()


# What is done by many or by an office, of whom no word says "we".
_SOMEBODY = lazy_pattern(
    "^[^，。；：我你您咱本自]{0,9}(?:们|公司|政府|协会|委员会|银行|工厂|学校|医院|总统|部长|总理|总经理|主席|会长|专家|记者|警方|法院|球队|集团)"
    "(?:已经?|将|正在|昨天|今天|都|也|上周|去年)*(?:决定|宣布|表示|认为|计划|同意|承诺|希望|要求|建议|指出|强调|相信|打算)"
)
_SAYS_ME = lazy_pattern("我|咱|本|自己|您|你|“|「")


def said_by_nobody_here(source: str, target: str) -> tuple[int, int] | None:
    """Return the verb of the first person where a named third one decides or thinks: 老师们决定, გადავდოთ."""
    if _SOMEBODY.match(source) is None or _SAYS_ME.search(source):
        return None
    mine = [word for word in words_of(target) if _is_surely_mine(word.text)]
    return (mine[0].start, mine[0].end) if len(mine) == 1 else None


_MINE = lazy_pattern("(?:და|გა|გადა|გამო|შე|მო|ჩა|წა|ა|აღ|ჩამო|შემო|წარ)ვ[ა-ჰ]{2,}(?:თ|ე|ი)")


def _is_surely_mine(word: str) -> bool:
    person = person_of(word)
    if person is not None:
        return person.first and word not in ("ვარ", "ვართ")
    return _MINE.fullmatch(word) is not None and is_form(word) and not is_form(f"{word[:-1]}ის")


def _halves(target: str) -> tuple[str, str]:
    """Return the clause that says, and the one that is said; no second one where there is only one."""
    match = _BEGINS_ANOTHER.search(target)
    return (target[: match.start()], target[match.end() :]) if match is not None else (target, "")


def _wrong(who: str, clause: str, source: str) -> tuple[int, int] | None:
    """Return where a clause has a verb of another person than a pronoun."""
    first = who[0] in "我咱"
    if first and not speaks_of_itself(clause):
        return of_another(clause)
    if first:
        return _wrong_number(who, clause, source)
    if who[0] in "他她":
        return _wrong_number(who, clause, source) or _of_me(clause)
    return None


def of_another(clause: str) -> tuple[int, int] | None:
    """Return the verb of somebody else in a clause that names nobody."""
    if clause == "უნდა":
        return (0, len(clause))
    felt = felt_by(THIRD, clause)
    words = list(words_of(clause))
    if felt is not None:
        named = any(case_of(word.text) == "Dat" or word.text in ("მას", "მათ") for word in words)
        return None if named else felt.span()
    verb = only_verb(words) if words else None
    if verb is None or names_who_acts(words, *verb):
        return None
    return words[verb[0]].start, words[verb[0]].end


def _of_me(clause: str) -> tuple[int, int] | None:
    """Return the verb of the first person in a clause of few words that has no other."""
    words = list(words_of(clause))
    mine = [word for word in words if (person := person_of(word.text)) is not None and person.first]
    if len(words) > _FEWEST or len(mine) != 1:
        return None
    return mine[0].start, mine[0].end


_ONE_OF_US = lazy_pattern("(?<![ა-ჰ])(?:მე|ჩემ[ა-ჰ]*)(?![ა-ჰ])")
_ALL_OF_US = lazy_pattern("(?<![ა-ჰ])(?:ჩვენ[ა-ჰ]*|გვ[ა-ჰ]{2,}|[ა-ჰ]{1,5}გვ[ა-ჰ]{2,})(?![ა-ჰ])")


def _wrong_number(who: str, clause: str, source: str) -> tuple[int, int] | None:
    """Return the verb of another number than a pronoun: 我们收到 is no მივიღე, 他们签署 no გააფორმა."""
    if who[0] in "我咱":
        return _of_one_or_all(who, clause, source)
    if who in ("他", "她", "他们", "她们", "他們"):
        return _of_one_or_many(who, clause, source)
    return None


def _of_one_or_all(who: str, clause: str, source: str) -> tuple[int, int] | None:
    many = len(who) > 1
    words = list(words_of(clause))
    mine = [
        (word, person)
        for word in words
        if (person := person_of(word.text)) is not None and person.first and person.third
    ]
    if not mine or any(person.plural == many for _word, person in mine):
        return None
    if many and (_ALL_OF_US.search(clause) or re.search("我(?!们)", source)):
        return None
    if not many and (_ALL_OF_US.search(clause) or _MANY.search(source) or "我们" in source or "咱" in source):
        return None
    if many and _ONE_OF_US.search(clause) is None and len(mine) > 1:
        return None
    return mine[0][0].start, mine[0][0].end


def _of_one_or_many(who: str, clause: str, source: str) -> tuple[int, int] | None:
    many = len(who) > 1
    if not many and (_MANY.search(source) or "被" in source):
        return None  # 他被选为, აირჩიეს: they chose him
    first: Sequence[Word] | None = next(iter(clauses_of(words_of(clause))), None)
    verb = only_verb(first) if first is not None else None
    if first is None:
        return None
    if verb is None:
        return None if many else _of_them(first)
    place, form = verb
    if is_copula(form) or form.plural == many or form.subject == "Dat" or form.guessed:
        return None
    others = [word.text for at, word in enumerate(first) if at != place]
    own = ("ის", "იგი", "მან") if not many else ("მათ", "ისინი")
    named = any(
        word not in own and case_of(word) == form.subject and (form.subject == "Erg" or is_noun(word))
        for word in others
    )
    if (
        named
        or "და" in others
        or (form.subject == "Nom" and form.object == "" and many and place + 1 != len(first))
    ):
        return None
    return first[place].start, first[place].end


def _of_them(clause: Sequence[Word]) -> tuple[int, int] | None:
    """Return the one verb of many others in a clause of which nothing else may be a subject."""
    theirs = [word for word in clause if is_of_them(word.text)]
    if len(theirs) != 1:
        return None
    if any(case_of(word.text) in ("Nom", "Erg", "") for word in clause if word is not theirs[0]):
        return None
    return theirs[0].start, theirs[0].end


_SAYS_WORDS = "决定 宣布 表示 认为 计划 同意 承诺 希望 要求 建议"
SAYS_WHO = sign_of(lambda: (*"我你您他她咱", *_SAYS_WORDS.split()))
