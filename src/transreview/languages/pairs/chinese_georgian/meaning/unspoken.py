"""Who acts where no word of the translation names anybody: 我明天去看牙医 is no ხვალ ექიმთან მიდის."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from transreview.languages.chinese.signs import sign_of
from transreview.languages.georgian.grammar.clause_faults import only_verb
from transreview.languages.georgian.grammar.clauses import case_of, clauses_of, is_noun, listed
from transreview.languages.georgian.grammar.noun_cases import INSTRUMENTAL, noun_case
from transreview.languages.georgian.grammar.verbs import is_copula
from transreview.languages.georgian.grammar.versions import VerbForm
from transreview.languages.georgian.grammar.words import Word, words_of
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.georgian.words import words_in
from transreview.languages.pairs.chinese_georgian.meaning.felt import FIRST, THIRD, felt_by, without_felt
from transreview.languages.pairs.chinese_georgian.meaning.persons import speaks_of_itself
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

_WHEN = (
    "(?:[今明昨后前]天|[今明去]年|现在|目前|如今|当时|[上下本]周|[上下本]个?月|早上|晚上|上午|下午|刚才|以前|后来"
    "|最近)*，?"
)
_QUOTED = lazy_pattern('[“「"『]')
_NO_SUBJECT = "的|被|让|叫"
_OF_OURS = "国|國|党|省|市|县|军|校|方|厂|公司|家|爸|妈|父|母"
_I = lazy_pattern(f"^{_WHEN}(?P<who>我们|我們|咱们|我)(?!{_NO_SUBJECT}|{_OF_OURS})")
_YOU = lazy_pattern(f"^{_WHEN}(?P<who>你们|您|你)(?!{_NO_SUBJECT}|好)")
_HE = lazy_pattern(f"^{_WHEN}(?P<who>他们|她们|他|她)(?!{_NO_SUBJECT}|[爸妈父母])")
# Somebody else who may be spoken of behind them.
_OTHERS = lazy_pattern("他|她|它|有人|人们|大家|对方|[对给帮让使令叫请教]我|告诉我|问我")
_SOMEBODY, _ASKED = lazy_pattern("谁|誰"), lazy_pattern("知道|清楚|明白|记得|问")
_ME = lazy_pattern("我|咱|自己|本人")
_ME_MYSELF = lazy_pattern("我|咱|本人")
_SECOND = lazy_pattern(
    "(?<![ა-ჰ])(?:შენ|თქვენ|გ(?!ა|ე(?!ხ)|ი(?!ნ|ყ|ჭ)|რ|ლ|მ|ო|უ))[ა-ჰ]*|[ა-ჰ]{3,}თ(?![ა-ჰ])|გთხოვ"
)
_OF_MEANS, _SHORTEST_MEANS = "ით", 6


def _speaks_to_somebody(target: str) -> bool:
    """Whether a word of a translation is of the second person, or may be; ინტერნეტით is by what means."""
    return any(
        not (word.endswith(_OF_MEANS) and len(word) >= _SHORTEST_MEANS and noun_case(word) == INSTRUMENTAL)
        for word in _SECOND.findall(without_felt(THIRD, target))
    )


_OF_ANY_PERSON_WORDS = (
    "უნდა შეიძლება იქნება ეტყობა ჩანს გამოდის არის იყო არსებობს სჯობს სჯობდა ჯობს ჯობია აჯობებს ღირს ღირდა"
)
_OF_ANY_PERSON = frozenset(_OF_ANY_PERSON_WORDS.split())
_PREVERB = "(?:გადმო|გადა|გამო|წარმო|შემო|ჩამო|წამო|ამო|მიმო|გან|წარ|გა|და|მო|შე|ჩა|წა|მი|აღ|ა)?"
_OF_ME = lazy_pattern(
    f"(?P<preverb>{_PREVERB})ვ"
    "(?P<rest>[ა-ჰ]{3,}(?:ე|ი|ებ|ობ|ავ|ამ|ევ|ვარ|ვართ|ეთ|ით|ებთ|ობთ|ავთ|ამთ|დი|დით))"
)
# Verbs of many others.
_OF_THEM = lazy_pattern("[ა-ჰ]{3,}(?:ებიან|დებიან|ობენ|ავენ|ებენ|დიან|დნენ|ტყვიან)|[ა-ჰ]{2,}ვლენ")


def is_of_them(word: str) -> bool:
    """Whether a word is a verb of many others, known itself or in the form of one of them."""
    if word.endswith("ენ") and len(word) > _SHORTEST_OF_THEM and is_form(f"{word[:-2]}ს"):
        return not is_form(f"{word}ი")  # გაგცემენ
    return _OF_THEM.fullmatch(word) is not None and (is_form(word) or is_form(f"{word[:-3]}ა"))


_SHORTEST_OF_THEM = 5


def _names_one_who_feels(target: str) -> bool:
    """Whether a word of a translation is in the dative, as who feels, has or forgets is."""
    return any(case_of(word) == "Dat" or word in ("მას", "მათ") for word in words_in(target))


# Who must do it: უნდა მივიდე is I, უნდა მივიდეს he, უნდა მიხვიდე you.
_MUST = lazy_pattern(
    f"(?<![ა-ჰ])უნდა {_PREVERB}(?:(?P<mine>ვ(?!არ|ნ)[ა-ჰ]{{2,}}(?:ე|ო))"
    "|(?!ვ|მ|გ)[ა-ჰ]{2,}(?:ეს|ოს|ას|დეს|ან|ონ|ნენ))(?![ა-ჰ])"
)
_I_MUST = lazy_pattern(f"(?<![ა-ჰ])უნდა {_PREVERB}ვ(?!არ|ნ)[ა-ჰ]{{2,}}(?:ე|ო|ეთ|ოთ|ათ)(?![ა-ჰ])")
_FEW = 6
_NAMES_ANYBODY = lazy_pattern(
    "[ა-ჰ]{2,}(?:მა|მ)(?![ა-ჰ])|(?<![ა-ჰ])(?:ის|იგი|ისინი|მას|მათ|მან|მე|ჩვენ|შენ|თქვენ|ვინ)"
)
SAYS_WHO_ACTS = sign_of(lambda: "我你您他她咱")


def unspoken_persons(source: str, target: str) -> Iterator[Divergence]:
    """Yield the verb of another person than the source's, in a clause that names nobody who acts.

    Args:
        source: Chinese text that begins with who acts.
        target: Its translation.
    """
    if _QUOTED.search(source):
        return
    speaks_to_you = False
    if (said := _I.match(source)) is not None:
        wrong = not _speaks_of_others(source) and not speaks_of_itself(target)
    elif (said := _YOU.match(source)) is not None:
        speaks_to_you = True
        wrong = not _speaks_of_others(source) and not _ME.search(source)
        wrong = wrong and not _speaks_to_somebody(target)
    elif (said := _HE.match(source)) is not None:
        yield from _of_me(source, target, said.span("who"))
        return
    if said is None or not wrong:
        return
    felt = felt_by(THIRD, target)
    if felt is not None and _ALL_OF_US.match(source) and _FELT_BY_ALL.search(target):
        yield Divergence(DivergenceKind.SPEAKER, said.span("who"), felt.span())
        return
    if speaks_to_you and (mine := _I_MUST.search(target)) is not None:
        yield Divergence(DivergenceKind.SPEAKER, said.span("who"), mine.span())
        return
    if (asked := _IS_ASKED.search(target)) and not _names_anybody(target):
        yield Divergence(DivergenceKind.SPEAKER, said.span("who"), asked.span())
        return
    if felt is not None and not _names_one_who_feels(target):
        yield Divergence(DivergenceKind.SPEAKER, said.span("who"), felt.span())
        return
    must = _MUST.search(target)
    if must is not None and len(words_in(target)) <= _FEW and not _NAMES_ANYBODY.search(target):
        i_must = must["mine"] is not None
        if i_must == speaks_to_you:
            yield Divergence(DivergenceKind.SPEAKER, said.span("who"), must.span())
        return
    yield from _by_its_verb(target, said.span("who"))


_ALL_OF_US = lazy_pattern(f"^{_WHEN}(?:我们|你们|咱们)(?:都|全|大家|两人|俩)")
_FELT_BY_ALL = lazy_pattern("(?<![ა-ჰ])(?:ყველას|ორივეს) ")
_IS_ASKED = lazy_pattern("(?<![ა-ჰ])(?:არის|არიან|იყო|იყვნენ)(?=[ ?.]|$)")


def _names_anybody(target: str) -> bool:
    """Whether some word may be a subject of "is": a noun in the nominative, a pronoun."""
    words = [word for word in words_in(target) if _IS_ASKED.match(word) is None]
    return any(case_of(word) == "" or (case_of(word) == "Nom" and is_noun(word)) for word in words)


def _by_its_verb(target: str, who: tuple[int, int]) -> Iterator[Divergence]:
    """Yield the verb of another person in a clause that names nobody who acts."""
    clause = next(clauses_of(words_of(target)), None)
    if clause is None:
        return
    verb = only_verb(clause)
    if verb is None:
        theirs = [word for word in clause if is_of_them(word.text)]
        others = [word for word in clause if case_of(word.text) in ("Nom", "Erg") and word not in theirs]
        if len(theirs) == 1 and not others:
            yield Divergence(DivergenceKind.SPEAKER, who, (theirs[0].start, theirs[0].end))
    elif not names_who_acts(clause, *verb) and not _is_to_be_done(clause, verb[0]):
        word = clause[verb[0]]
        yield Divergence(DivergenceKind.SPEAKER, who, (word.start, word.end))


def _is_to_be_done(clause: Sequence[Word], place: int) -> bool:
    """Whether a verb in -ო or -ა stands behind უნდა, where it is one of the second person: უნდა მოიხადო."""
    return clause[place].text.endswith(("ო", "ა")) and any(word.text == "უნდა" for word in clause)


def _speaks_of_others(source: str) -> bool:
    if _SOMEBODY.search(source) and not _ASKED.search(source):
        return True
    return _OTHERS.search(source) is not None


def names_who_acts(clause: Sequence[Word], place: int, form: VerbForm) -> bool:
    """Whether a word of a clause may be the subject of its verb, or the verb needs none."""
    if is_copula(form) or clause[place].text in _OF_ANY_PERSON:
        return True
    others = [word.text for at, word in enumerate(clause) if at != place]
    verb = clause[place].text
    if form.subject == "Nom" and verb.endswith(_IMPERSONAL) and not verb.endswith(_OF_MOVING):
        return True
    return any(case_of(word) == form.subject or word in listed("subject") for word in others)


# Passives, of which one does not say who acts: იგეგმება.
_IMPERSONAL, _OF_MOVING = (
    ("ება", "და", "ია"),
    ("ვიდა", "ბრუნდა", "ფრინდა", "გზავრა", "ბრუნდება", "ფრინდება", "გზავრება"),
)


@lru_cache(maxsize=1 << 14)
def _is_of_me(word: str) -> bool:
    """Whether a word is surely a verb of the first person: known without its ვ, and no noun."""
    match = _OF_ME.fullmatch(word)
    if word.endswith(("ვარ", "ვართ")) and is_form(word) and not is_form(f"{word}ი"):
        return True  # ავდივარ
    if match is None or not is_form(word) or is_form(f"{word}ს") or is_form(f"{word[:-1]}ის"):
        return False
    return is_form(match["preverb"] + match["rest"])


_DONE_BY_ME = lazy_pattern(
    "(?P<preverb>გადმო|გადა|გამო|წარმო|შემო|ჩამო|წამო|ამო|გან|გა|და|მო|შე|ჩა|წა|მი|აღ)(?:გვ|მ)ი(?P<rest>[ა-ჰ]+ია)"
)


def _has_been_done_by_me(word: str) -> bool:
    """Whether a word says what I or we have done, as its form of another tells: მიგვიღია, მიუღია."""
    match = _DONE_BY_ME.fullmatch(word)
    return match is not None and is_form(f"{match['preverb']}უ{match['rest']}")


def _of_me(source: str, target: str, who: tuple[int, int]) -> Iterator[Divergence]:
    """Yield the verb of the first person where the source speaks of him alone, and no other verb is there."""
    felt = None if _ME_MYSELF.search(source) or felt_by(THIRD, target) else felt_by(FIRST, target)
    if felt is not None:
        yield Divergence(DivergenceKind.SPEAKER, who, felt.span())
        return
    if _ME.search(source) or len(list(clauses_of(words_of(target)))) != 1:
        return
    mine = [word for word in words_in(target) if _is_of_me(word) or _has_been_done_by_me(word)]
    if len(mine) == 1:
        start = target.index(mine[0])
        yield Divergence(DivergenceKind.SPEAKER, who, (start, start + len(mine[0])))
