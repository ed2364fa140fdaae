"""A Chinese name in Georgian: what to write, what to accept, and what was copied from English."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice, pairwise, product

from transreview.languages.chinese.places import places
from transreview.languages.chinese.readings import kind_of, surname_length, syllables
from transreview.languages.pairs.chinese_georgian.established import COPIED, Settled, settled_names
from transreview.languages.pairs.chinese_georgian.letters import copied
from transreview.languages.pairs.chinese_georgian.practices import PRACTICES, Practice, split

_VOWELS = frozenset("აეიოუ")
# A name of four syllables with two spellings each has sixteen; beyond this nobody looks.
_MOST = 256
_FIRST_HAN = "\u3400"
_UNSETTLED = Settled((), (), "")


def transliterate(name: str, practice: str = "press", *, kind: str = "") -> str:
    """Return a Chinese name in Georgian, in the nominative.

    The surname stands apart and takes no ending; the last word takes -ი after a consonant. Settled
    forms (პეკინი, კონფუცი) win over the table in every practice.

    Args:
        name: Han characters.
        practice: A key of `PRACTICES`.
        kind: "person" or "place"; empty decides by the lists of places and surnames.

    Returns:
        The name, or an empty string where a character has no reading.
    """
    settled = settled_of(name)
    if settled.forms and (practice == "press" or settled.source != "practice"):
        return settled.forms[0]
    options = syllable_options(name, PRACTICES[practice], kind or kind_of(name))
    return _nominative(tuple(tuple(spelled[0] for spelled in word) for word in options)) if options else ""


def settled_of(name: str) -> Settled:
    """Return the settled forms of a name, simplified or traditional; none where it goes by the table."""
    return settled_names().get(places().get(name, name), _UNSETTLED)


@lru_cache(maxsize=4096)
def spellings(name: str, *, kind: str = "") -> tuple[str, ...]:
    """Return every acceptable Georgian form of a Chinese name in the nominative.

    Args:
        name: Han characters.
        kind: As of `transliterate`.

    Returns:
        Settled forms first, then each practice's own form, then the variants met in print; of a
        person with a settled form nothing else.
    """
    kind = kind or kind_of(name)
    settled = settled_of(name)
    if settled.forms and kind == "person" and not follows_table(name, kind):
        return settled.forms
    own: list[str] = []
    variants: list[str] = []
    for practice in PRACTICES.values():
        if options := syllable_options(name, practice, kind):
            own.append(_nominative(tuple(tuple(spelled[0] for spelled in word) for word in options)))
            variants += _all_forms(options)
    forms = dict.fromkeys([*settled.forms, *own, *variants])
    return tuple(form for form in forms if form not in settled.never)


@lru_cache(maxsize=4096)
def letter_by_letter(name: str, *, kind: str = "") -> frozenset[str]:
    """Return forms that copy the English spelling letter by letter: ქიამენი, ტონგე, ჰუნანი.

    Args:
        name: Han characters.
        kind: As of `transliterate`.

    Returns:
        Forms in the nominative, the acceptable ones taken out.
    """
    kind = kind or kind_of(name)
    words = words_of(name, kind)
    options = tuple(tuple(copied(syllable) for syllable in word) for word in words)
    forms = _all_forms(options) if options else []
    known = COPIED.get(places().get(name, name), ())
    return frozenset([*forms, *known, *settled_of(name).never]) - frozenset(spellings(name, kind=kind))


def declension_hints(name: str, *, kind: str = "") -> tuple[str, ...]:
    """Return the hints by which the Georgian form of a Chinese name declines.

    A person's last word alone declines; a place loses no vowel; where the last syllable is one in -i
    (无锡 უსი, 王毅 ვან ი) the -ი belongs to the stem.

    Args:
        name: Han characters.
        kind: As of `transliterate`.
    """
    kind = kind or kind_of(name)
    read = syllables(name, kind)
    hints = ("name",) if kind == "person" else ("place",)
    form = transliterate(name, kind=kind)
    spelled = PRACTICES["press"].spell(read[-1]) if read else ()
    ends_in_i = bool(spelled) and split(read[-1])[1] == "i" and form.endswith(spelled)
    return (*hints, "i-stem") if ends_in_i else hints


def follows_table(name: str, kind: str) -> bool:
    """Whether the usual form of a name is the one that the press practice's table gives."""
    settled = settled_of(name)
    options = syllable_options(name, PRACTICES["press"], kind)
    return not settled.forms or (bool(options) and settled.forms[0] in _all_forms(options))


def says_twice(text: str, word: str) -> bool:
    """Whether two neighbouring characters of a Chinese text may both be spelled as a Georgian word.

    A name of two such syllables is one word twice: 曹操 ცაო ცაო, or კაო კაო copied from English.

    Args:
        text: Chinese text.
        word: In lower case, without a case ending.
    """
    return any(
        len(read := syllables(first + second, "person")) == 2 and all(word in spelled(one) for one in read)
        for first, second in pairwise(text)
        if first >= _FIRST_HAN and second >= _FIRST_HAN
    )


@lru_cache(maxsize=512)
def spelled(syllable: str) -> frozenset[str]:
    """Return the spellings of a pinyin syllable in every practice, and the copied ones."""
    practices = (form for practice in PRACTICES.values() for form in practice.spell(syllable))
    return frozenset((*practices, *copied(syllable)))


def words_of(name: str, kind: str) -> tuple[tuple[str, ...], ...]:
    """Return the pinyin syllables of a name by the words of its Georgian form: surname, given name."""
    read = syllables(name, kind)
    if len(read) != len(name):
        return ()
    length = surname_length(name) if kind == "person" else 0
    return tuple(part for part in (read[:length], read[length:]) if part)


Options = tuple[tuple[tuple[str, ...], ...], ...]


def syllable_options(name: str, practice: Practice, kind: str) -> Options:
    """Return the spellings of each syllable of each word of a name, empty where one has none."""
    options = tuple(tuple(practice.spell(syllable) for syllable in word) for word in words_of(name, kind))
    return options if all(spelled for word in options for spelled in word) else ()


def _all_forms(options: Options) -> list[str]:
    words = [list(islice(product(*word), _MOST)) for word in options]
    choices = list(islice(product(*words), _MOST))
    forms = [_nominative(choice) for choice in choices]
    known = set(forms)
    return forms + [form for choice in choices if (form := _nominative(choice, merged=False)) not in known]


def _nominative(words: tuple[tuple[str, ...], ...], *, merged: bool = True) -> str:
    """Join the syllables; where two ნ meet, or ი before ია, print has one (იუნანი, გუიანი)."""
    joined = ["".join(parts) for parts in words]
    if merged:
        joined = [_one_i(word.replace("ნნ", "ნ")) for word in joined]
    if joined[-1][-1] not in _VOWELS:
        joined[-1] += "ი"
    return " ".join(joined)


def _one_i(word: str) -> str:
    for vowel in _VOWELS:
        word = word.replace("იი" + vowel, "ი" + vowel)
    return word
