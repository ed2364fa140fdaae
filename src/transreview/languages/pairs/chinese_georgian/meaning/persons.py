"""Who speaks and who is spoken of: 我认为 is no "he thinks"; 您 is no შენ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transreview.languages.chinese.signs import sign_of
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.georgian.words import words_in
from transreview.languages.pairs.chinese_georgian.meaning.felt import FIRST, THIRD, felt_by
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

_QUOTED = lazy_pattern('“[^”]*”|「[^」]*」|"[^"]*"|„[^“]*“|«[^»]*»')
_FIRST = lazy_pattern("(?<![^，。；：、\\s])(?:我们|我們|咱们|我)(?!国|國|的|党|省|市|县|军|校)")
_THIRD = lazy_pattern("他们|她们|它们|他們|她們|他|她|它|其|人们|人們|大家|对方|對方|有人|谁|誰")
_SECOND = lazy_pattern("你|您")
# What he does to me, and what I do to him.
_DOES = (
    "(?:向|给|对|跟|帮|帮助|告诉|问|找|等|看着|爱|恨|骗|请|邀请|叫|派|教|催|劝|救|送|接|相信|信任|喜欢|讨厌|怕|害怕|想念|记得|认识|理解|尊重|佩服|羡慕|欺骗|原谅|感谢|陪|通知|批评|表扬|支持|推荐|让|要|令)"
    "(?:了|过)?"
)
_TO_ME = lazy_pattern(f"^(?:他|她)们?[^，。；]{{0,4}}{_DOES}我(?!们?的)")
_I_TO_HIM = lazy_pattern(
    "(?:მე|ჩვენ) (?:[ა-ჰ]+ )?(?:მას|მათ|მის|მათთან|მისთვის|მისგან|ის|ისინი|მისი|მათი)(?![ა-ჰ])"
)
_TO_HIM = lazy_pattern(f"^我们?[^，。；]{{0,4}}{_DOES}(?:他|她|它)(?!们?的)")
_HE_TO_ME = lazy_pattern("(?:მან|მათ|ის|ისინი|მას) (?:მე|ჩვენ|ჩემი|ჩვენი)(?![ა-ჰ])")
# To whom something is done, who is no subject: 给他打电话.
_TO_OTHERS = lazy_pattern(
    "(?:给|对|跟|和|与|向|为|见|找|问|告诉|叫|让|请|帮|爱|等|认识|看到|见到|遇到)(?:过|了)?(?:他|她|它)们?"
)
_ANY_FIRST = lazy_pattern("我|咱|自己|本人|笔者|俺|余")
_GEORGIAN_THIRD = lazy_pattern("(?:^|(?<=[.,;:–—] ))(?:ის|იგი|მან|ისინი|მათ)(?= )")
# With these verbs the subject stands in the dative: მას სურს.
_GEORGIAN_THIRD_DATIVE = lazy_pattern(
    "(?:^|(?<=[.,;:–—] ))(?:მას|მათ) (?=[ა-ჰ ]{0,24}(?:სურს|სურთ|უნდა(?![ა-ჰ])|აქვს|აქვთ|სჯერა|სჯერათ|"
    "ჰგონია|ჰგონიათ|შეუძლია|შეუძლიათ|მოსწონს|უყვარს|უყვართ|სჭირდება|სჭირდებათ|ახსოვს|ესმის|ეშინია|სჭირს))"
)
_GEORGIAN_FIRST = lazy_pattern(
    "(?<![ა-ჰ])(?!თავ[იმს]|ყველ|ღვინ|ბავშვ|წევრ|ხვალ|სხვა|მოვლ|ნივთ|ცხოვრ)(?:მე|ჩვენ[ა-ჰ]*|ჩემ[ა-ჰ]*|ვ[ა-ჰ]{3,}|გვ[ა-ჰ]{2,}|მ(?:ინდ|აქვს|ყავს|გონი|ჯერა|"
    "ოწონს|ომწონს|ჭირდებ|იყვარ|ახსოვ|ეჩვენ|ესმ|იხარ|ში|წყურ"
    "|ტკივ|რჩებ|ტოვ|ეშინ|იკვირ|ერიდ|ებრალ)[ა-ჰ]*|(?!მასწავ|დავით)[ა-ჰ]{1,5}ვ[ა-ჰ]+(?:თ|დი|ი|ე|ავ|ებ)|"
    "თითოეულ[ა-ჰ]*)(?![ა-ჰ])"
)
# What one thinks, of whom it is said by the verb alone: მიაჩნია for მიმაჩნია.
_THINKS = lazy_pattern(
    "(?<![^，。；：、\\s])(?:我们|我們|咱们|我)(?:都|也|一直|始终)?(?:认为|認為|相信|希望|觉得|覺得|知道|建议|打算)"
)
_GEORGIAN_THINKS = lazy_pattern(
    "(?<![ა-ჰ])(?:მიაჩნია|მიაჩნიათ|სჯერა|სჯერათ|თვლის|თვლიან|ფიქრობს|ფიქრობენ|იმედოვნებს|იმედოვნებენ|სურს|სურთ|იცის|იციან"
    "|აპირებს|აპირებენ|ურჩევს|ურჩევენ)(?![ა-ჰ])"
)
_GEORGIAN_FIRST_SUBJECT = lazy_pattern(
    "(?:^|(?<=[.,;:–—] ))(?:მე|ჩვენ)(?= [ა-ჰ]*ვ[ა-ჰ]+)"
    "|^(?:მე|ჩვენ)(?= (?:[ა-ჰ]+ ){0,3}(?:და|გა|მო|შე|ჩა|წა|მი)?(?:გვ|მ(?=[აი]))[ა-ჰ]+)"
    "|(?<= )(?:მე|ჩვენ)(?= (?:და|გა|მო|შე|ჩა|წა|მი|გან)?ვ[ა-ჰ]+)"
    "|^ჩვენ(?= (?:[ა-ჰ]+ ){0,6}[ა-ჰ]{0,6}ვ[ა-ჰ]+(?:ე|ი|ებ|ავ|ობ)თ(?![ა-ჰ ]))"
)
# Behind რომ stands what is told and no speech of another's: მან თქვა, რომ მე დავიღალე.
_GEORGIAN_TOLD_FIRST = lazy_pattern(
    "(?<=, რომ )(?:მე|ჩვენ)(?= (?:[ა-ჰ]+ ){0,2}(?:და|გა|მო|შე|ჩა|წა|მი|ა)?ვ[ა-ჰ]+)"
)
_GEORGIAN_THIRD_ANY = lazy_pattern("(?<![ა-ჰ])(?:ის|იგი|მან|ისინი|მათ|მას|მის[ა-ჰ]*|მათ[ა-ჰ]*)(?![ა-ჰ])")

_POLITE = lazy_pattern("您")
# Any verb or pronoun with the -თ of politeness (and of the plural).
_GEORGIAN_POLITE = lazy_pattern("[ა-ჰ]{2,}თ(?![ა-ჰ])|(?<![ა-ჰ])თქვენ")
_FAMILIAR = lazy_pattern(
    "(?<![ა-ჰ])(?:შენ(?:ი|ს|მა|თვის|თან|გან|ზე|ში|ც)?|(?:მო|და|გა|შე|წა|ჩა|აი|მი|ნახ|თქვ|ამო|გამო|დაე|"
    "მოი|მა|მე)[ა-ჰ]{2,}(?:ე|ი)|(?:ა|უ|ჩა|აღ)[ა-ჰ]{3,}(?<!ვ)(?<!მდ)(?<!იგ)ე|გთხოვ|გქვია|გსურს|გნებავს|გჭირდება|გიყვარს|გახსოვს|მოგწონს|გაინტერესებს|გაქვს|გინდა|შეგიძლია|ხარ)(?![ა-ჰ])"
)


def speaks_of_itself(target: str) -> bool:
    """Whether a translation has a word for me or us, or a verb of one; ტვირთი ends as one does."""
    return any(not _is_thing(match.group()) for match in _GEORGIAN_FIRST.finditer(target))


def _is_thing(word: str) -> bool:
    if word.endswith(("ში", "ზე")) and not word.startswith(("ჩემ", "ჩვენ")):
        return True  # თვეში
    return word.endswith("ი") and not word.startswith(("ჩემ", "ჩვენ")) and is_form(f"{word[:-1]}ის")


def changed_speaker(source: str, target: str) -> Iterator[Divergence]:
    """Yield the third person that stands for a first one, and the first that stands for a third."""
    words = words_in(target)
    if _SUBJECTS.isdisjoint(words) and not _THINKS.search(source):
        return
    ours, theirs = _QUOTED.sub(_blank, source), _QUOTED.sub(_blank, target)
    if _TO_HIM.search(ours) and (turned := _HE_TO_ME.match(theirs)):
        yield Divergence(DivergenceKind.SPEAKER, (0, 1), turned.span())
        return
    first = _FIRST.search(ours)
    if first is not None and not _THIRD.search(_TO_OTHERS.sub(_blank, ours)):
        main = theirs
        found = None if _THIRD_PERSONS.isdisjoint(words) else _third_person(theirs)
        if found is None and _THINKS.search(ours) and (found := _GEORGIAN_THINKS.search(theirs)):
            main = theirs.partition(", რომ")[0]
        if found is not None and found.end() <= len(main) and not speaks_of_itself(main):
            yield Divergence(DivergenceKind.SPEAKER, first.span(), found.span())
        return
    if _TO_ME.search(ours) and (turned := _I_TO_HIM.match(theirs) or _felt_by_me(theirs)):
        yield Divergence(DivergenceKind.SPEAKER, (0, 1), turned.span())
        return
    third = _HE.search(ours) if not _FIRST_PERSONS.isdisjoint(words) else None
    if third is not None and not _ANY_FIRST.search(source) and not _SECOND.search(source):
        found = _GEORGIAN_FIRST_SUBJECT.search(theirs)
        told = _GEORGIAN_TOLD_FIRST.search(theirs)
        if told is not None:
            yield Divergence(DivergenceKind.SPEAKER, third.span(), told.span())
        elif found is not None and not _GEORGIAN_THIRD_ANY.search(theirs):
            yield Divergence(DivergenceKind.SPEAKER, third.span(), found.span())


def _felt_by_me(target: str) -> re.Match[str] | None:
    """Return what I feel about him or them, where nobody else feels anything."""
    if felt_by(THIRD, target) or not _GEORGIAN_THIRD_ANY.search(target):
        return None
    return felt_by(FIRST, target)


def _third_person(target: str) -> re.Match[str] | None:
    return _GEORGIAN_THIRD.search(target) or _GEORGIAN_THIRD_DATIVE.search(target)


_HE = lazy_pattern("他们|她们|他|她")
# Without any of these words nobody is told of in the translation where `changed_speaker` looks.
_THIRD_PERSONS = frozenset(("ის", "იგი", "მან", "ისინი", "მათ", "მას"))
_FIRST_PERSONS = frozenset(("მე", "ჩვენ"))
_SUBJECTS = _THIRD_PERSONS | _FIRST_PERSONS
SAYS_A_PERSON = sign_of(lambda: "我他她们")
# Kin of whom one says the owner without 的, and in Georgian in one word: 我父亲, მამაჩემი.
_MINE = (
    "(?:们)?(?:厂|公司|校长|院长|部长|主席|会长|总经理|代表团|产品|员工|孩子|客户|学校|单位|店|部门|团队|老师|老板|经理|领导|国家|城市|村)|父亲|母亲|父母|家人|家里|朋友|同事|同学|邻居|爸|妈|妻子|丈夫|太太|先生|爱人|儿子|女儿|孩子|哥|弟|姐|妹"
    "|爷爷|奶奶|祖父|祖母|岳父|岳母|叔叔|舅舅|姑姑"
)
_KIN = "(?:მამა|დედა|ძმა|და|ბაბუა|ბებია|ბიძა|მამიდა|დეიდა|ცოლი?|ქმარი?|შვილი?)"
# Whose it is: of the source with its person, of the translation likewise.
_OWNERS = (
    (
        lazy_pattern(
            f"我(?:{_MINE})|我的|我们的|我們的|我国|我國|我方|我校|我公司|我厂|我司|本公司|本厂|我店|我院|我社"
        ),
        lazy_pattern(f"(?<![ა-ჰ])(?:ჩემ|ჩვენ|{_KIN}ჩემ)[ა-ჰ]*"),
    ),
    (
        lazy_pattern(f"(?:你|您)(?:{_MINE})|你的|您的|你们的|贵"),
        lazy_pattern(f"(?<![ა-ჰ])(?:შენ(?:ი|ს|მა|ს)|თქვენ(?:ი|ს|მა)|{_KIN}შენ)[ა-ჰ]*"),
    ),
    (
        lazy_pattern(f"(?:他|她)(?:{_MINE})|他的|她的|他们的|她们的|它的"),
        lazy_pattern(f"(?<![ა-ჰ])(?:მის|მისმა|მისი|მათი|მათმა|{_KIN}მის[ა-ჰ]*)(?![ა-ჰ])"),
    ),
)
_PERSONS = (
    lazy_pattern("我|咱|本"),
    lazy_pattern("你|您|贵|请|請|诸位|各位|大家|阁下"),
    lazy_pattern("他|她|它|其|该|對方|对方"),
)


# His own: of the one who acts, who is not I.
_OWN = lazy_pattern("(?<![ა-ჰ])თავის(?:ი|მა|ს)?(?= [ა-ჰ])")
_NOT_MINE = lazy_pattern("自己|其|(?:他|她)们?的|各自|本人")


def changed_owner(source: str, target: str) -> Iterator[Divergence]:
    """Yield the possessive of another person: 我的老师 is no შენი მასწავლებელი."""
    if _QUOTED.search(source):
        return
    own = _OWN.search(target)
    if own is not None and (mine := _OWNERS[0][0].search(source)) and not _NOT_MINE.search(source):
        if not _OWNERS[0][1].search(target) and not speaks_of_itself(target):
            yield Divergence(DivergenceKind.SPEAKER, mine.span(), own.span())
        return
    said = [(number, match) for number, (ours, _) in enumerate(_OWNERS) if (match := ours.search(source))]
    if len(said) != 1:
        return
    person, span = said[0]
    written = [number for number, (_, theirs) in enumerate(_OWNERS) if theirs.search(target)]
    if len(written) != 1 or written[0] == person or _PERSONS[written[0]].search(source):
        return
    if person == 0 and speaks_of_itself(target):
        return
    found = _OWNERS[written[0]][1].search(target)
    assert found is not None
    yield Divergence(DivergenceKind.SPEAKER, span.span(), found.span())


SAYS_AN_OWNER = sign_of(
    lambda: (
        *"我你您他她",
        *(word for ours, _theirs in _OWNERS for word in ours.pattern.split(")|")[-1].split("|")),
    )
)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _is_familiar(word: str) -> bool:
    """Whether a word is no noun that ends as an order does: მოიცადე (with მოიცადეთ), and no მომხმარებელი."""
    if word in _NO_ORDERS:
        return False
    if not word.endswith(("ე", "ი")) or word == "შენი":
        return True
    if word.endswith("ე"):
        return not (is_form(f"{word}მ") or (word.endswith("ზე") and not is_form(f"{word}თ")))
    return is_form(f"{word}თ") and not is_form(f"{word[:-1]}ის") and not is_form(f"{word[:-1]}მა")


# What ends as an order does, and is a postposition, an adverb, a participle, a noun with -ზე.
_NO_ORDERS = frozenset(("გარეშე", "მიმდინარე", "დანარჩენი", "გარშემო", "ადრე", "წინაშე"))
_PRESENT = lazy_pattern("(?<![ა-ჰ])[ა-უფ-ჰ][ა-ჰ]{2,}(?:ობ|ებ|ავ|ევ|ამ|ხარ)(?![ა-ჰ])")


def _is_present(word: str) -> bool:
    """Whether a word is a verb for one who is spoken to familiarly, by its polite form: გრძნობ, გრძნობთ."""
    return not word.startswith("ვ") and is_form(f"{word}თ") and not is_form(f"{word}ი")


SAYS_IT_POLITELY = sign_of(lambda: "您")


def lost_politeness(source: str, target: str) -> Iterator[Divergence]:
    """Yield the familiar form where the source says 您 and nothing of the translation is polite."""
    polite = _POLITE.search(source)
    if polite is None or "你" in source or _GEORGIAN_POLITE.search(target):
        return
    found = next((match for match in _FAMILIAR.finditer(target) if _is_familiar(match.group())), None)
    if found is None:
        found = next((match for match in _PRESENT.finditer(target) if _is_present(match.group())), None)
    if found is not None:
        yield Divergence(DivergenceKind.POLITENESS, polite.span(), found.span())
