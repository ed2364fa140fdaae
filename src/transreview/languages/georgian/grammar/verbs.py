"""What a verb asks of its clause: the case of its subject, how many act, in which case its object stands."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from transreview.languages.georgian.declension import decline
from transreview.languages.georgian.grammar.copula_endings import is_behind_a_noun, is_behind_a_predicate
from transreview.languages.georgian.grammar.derived_verbs import derived, for_somebody, is_made_of_an_action
from transreview.languages.georgian.grammar.preverbs import PREVERBS
from transreview.languages.georgian.grammar.subjects import aorists, verbs_with
from transreview.languages.georgian.grammar.versions import (
    VerbForm,
    becomes,
    done_for,
    is_name_of_an_action,
    passive,
    perfect,
)
from transreview.languages.georgian.word_forms import is_form
from transreview.lazy_patterns import lazy_pattern


@cache
def _rows() -> dict[str, tuple[str, ...]]:
    text = (files(__package__) / "data" / "verbs.txt").read_text(encoding="utf-8")
    rows: dict[str, tuple[str, ...]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            kind, *words = line.split()
            rows[kind] = (*rows.get(kind, ()), *words)
    return rows


@cache
def _forms() -> dict[str, VerbForm]:
    """Return what is known of the forms that are listed, plurals among them."""
    forms: dict[str, VerbForm] = {}
    for word in aorists():
        forms[word] = VerbForm("Erg", word.endswith("ეს"), "Nom")
    for word in verbs_with("ergative"):
        forms[word] = VerbForm("Erg", word.endswith("ეს"))
    for word in verbs_with("nominative"):
        forms[word] = VerbForm("Nom", word.endswith(("ნენ", "ენ", "იან")))
    for kind, asked in (("active", "Dat"), ("passive", "")):
        for word in _rows()[kind]:
            forms[word] = VerbForm("Nom", plural=False, object=asked)
            forms[_plural(word)] = VerbForm("Nom", plural=True, object=asked)
    for word in _rows()["many"]:
        forms.setdefault(word, VerbForm("Nom", plural=True))
    for word in _rows()["felt"]:
        forms[word] = VerbForm("Dat", plural=False, object="Nom")
    for word in _rows()["alone"]:
        forms[word] = VerbForm("Erg", word.endswith("ეს"), "none")
    for word in _rows()["felt_of"]:
        forms[word] = VerbForm("Dat", plural=False, object="Gen")
    for word in _rows()["knows"]:
        forms[word] = VerbForm("Erg", word.endswith(("ან", "ენ")), "Nom")
    for stem in _rows()["bare"]:
        bare, ending = (stem[:-2], "ო") if stem.endswith("-ო") else (stem, "ა")
        forms[bare + ending] = VerbForm("Erg", plural=False, object="Nom", bare=True)
        forms[f"{bare}ეს"] = VerbForm("Erg", plural=True, object="Nom", bare=True)
    return forms


def listed_verb(word: str) -> VerbForm | None:
    """Return what a listed verb asks of its clause; None of others."""
    return _forms().get(word)


def verbs_that(kind: str) -> Collection[str]:
    """Return the verbs of a kind of data/verbs.txt."""
    return _rows()[kind]


def listed_verbs() -> Collection[str]:
    """Return the verbs of which it is listed what they ask of their clause."""
    return _forms()


_ENDINGS = (
    ("ვიდა", "ვიდნენ"), ("და", "დნენ"), ("ვა", "ვიან"), ("ება", "ებიან"), ("ემა", "ემიან"), ("ის", "იან"),
    ("ს", "ენ"), ("ია", "ივნენ"), ("რა", "რნენ"), ("რო", "რნენ"), ("ყო", "ყვნენ"), ("ცა", "ცნენ"),
)  # fmt: skip
_IRREGULAR = {"არის": "არიან", "იყო": "იყვნენ", "იქნება": "იქნებიან", "ჩამოვა": "ჩამოვლენ"}


def _plural(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for one, many in _ENDINGS:
        if word.endswith(one):
            return word[: -len(one)] + many
    return f"{word}ნენ"


# Endings of presents and futures (აფართოებს), their plurals, and plurals of passives (ტარდებიან).
_ONE = ("ებს", "ობს", "ავს", "ევს", "ამს")
_MANY = ("ებენ", "ობენ", "ავენ", "ევენ", "ამენ")
_MANY_PASSIVE = ("დებიან", "ებიან", "დნენ", "ოდნენ")
# Of what went on: აშენებდა, მუშაობდნენ.
_WENT_ON, _MANY_WENT_ON = ("ებდა", "ობდა", "ავდა", "ევდა"), ("ებდნენ", "ობდნენ", "ავდნენ", "ევდნენ")
_SHORTEST_AORIST = 5
LETS_DO = ("ებინა", "ებინეს", "ვინა", "ვინეს")  # somebody do something: დაათვალიერებინა


_LAST_OF_VERBS = "ასნოთ"  # of all of the third person


@lru_cache(maxsize=1 << 16)
def verb_form(word: str) -> VerbForm | None:
    """Return what a word asks of its clause as a verb of the third person; None where it may be no verb."""
    if word[-1:] not in _LAST_OF_VERBS:
        return None
    if (known := _known_form(word)) is not None or (known := derived(word)) is not None:
        return known
    return for_somebody(word, _forms()) if word.startswith(("უ", "მ", "გ")) else None


def _known_form(word: str) -> VerbForm | None:
    """Return what a word asks that is listed, or whose endings and other forms tell it."""
    forms = _forms()
    if (known := forms.get(word)) is not None:
        return known
    if "ჰ" in word and (known := forms.get(word.replace("ჰ", "", 1))):  # გამოჰკითხა
        return known
    if word.startswith(_US) and (known := forms.get(word.removeprefix("გვ").removeprefix("მ"))):
        return known if known.subject == "Nom" and known.object == "Dat" else None
    if word.endswith(("ია", "იათ")):
        return perfect(word) or is_behind_a_predicate(word)
    if word.endswith(_ONE):
        return _of_one(word)
    if word.endswith(_OF_MANY):
        return _of_many(word)
    if word.endswith(_WENT_ON):
        return VerbForm("Nom", plural=False) if is_form(word) and not is_form(f"{word}ს") else None
    if word.endswith(LETS_DO):
        return VerbForm("Erg", plural=word.endswith("ეს"), object="Nom")
    if word.endswith(_SHOULD):
        return _that_somebody_should(word)
    if word.endswith(("ა", "ო")) and len(word) >= _SHORTEST_AORIST:
        return _done_once(word)
    return done_for(word, _forms()) or _done_by_many(word) if word.endswith("ეს") else None


def _done_by_many(word: str) -> VerbForm | None:
    """Return what an aorist of many asks as that of one does: გაიარეს, გაიარა."""
    one = _aorist(f"{word[:-2]}ა") if is_form(word) and len(word) > _SHORTEST_AORIST else None
    return one._replace(plural=True) if one is not None and one.subject == "Erg" and not one.guessed else None


def _done_once(word: str) -> VerbForm | None:
    """Return what an aorist of one asks, or "is" behind a noun, which ends as one does."""
    known = _aorist(word)
    if known is not None and not (known.guessed and known.subject == "Erg"):
        return known
    return done_for(word, _forms()) or known or passive(word, _forms()) or is_behind_a_noun(word)


_SHOULD = ("ოს", "ონ")


def _that_somebody_should(word: str) -> VerbForm | None:
    """Return what a verb of what should be done asks, as its aorist does: წარადგინოს, მიიღონ."""
    known = _forms().get(f"{word[:-2]}ა") or _forms().get(f"{word[:-2]}ო")
    if known is None or known.subject != "Erg" or is_form(f"{word[:-1]}მ"):
        return None
    return known._replace(plural=word.endswith("ონ"))


_OF_MANY = (*_MANY, "იან", *_MANY_WENT_ON, *_MANY_PASSIVE, "ნენ")


def _of_many(word: str) -> VerbForm | None:
    """Return what a verb of many asks that is not listed."""
    if word.endswith(_MANY):
        if not (is_form(word) or is_form(f"{word[:-2]}ს")):
            return None
        return VerbForm("Nom", plural=True, object=_object_of(word[:-2]))
    if word.endswith(_MANY_WENT_ON):
        return VerbForm("Nom", plural=True) if is_form(word) or is_form(f"{word[:-3]}ა") else None
    if word.endswith(_MANY_PASSIVE):
        return VerbForm("Nom", plural=True) if is_form(word) else None
    if word.endswith("ნენ") and is_form(word):  # of passives and of what went on: დაეთანხმნენ
        return VerbForm("Nom", plural=True, guessed=True)
    if word.endswith("იან"):  # გამოგზავნიან, beside no გამოგზავნიანი
        many = is_form(f"{word[:-3]}ის") and is_form(word) and not is_form(f"{word}ი")
        return VerbForm("Nom", plural=True) if many else None
    return None


def _of_one(word: str) -> VerbForm | None:
    """Return what a present of one asks that is not listed."""
    if is_form(f"{word[:-1]}ი") or not (is_form(word) or is_made_of_an_action(word)):
        return None
    return VerbForm("Nom", plural=False, object=_object_of(word[:-1]))


def _object_of(stem: str) -> str:
    """Return the case of a present's object, by an aorist that is listed: აზუსტებ of დააზუსტა."""
    return "Dat" if any(f"{one}{stem[:-2]}ა" in aorists() for one in PREVERBS) else ""


_IN_I = lazy_pattern("(?:გადა|გამო|შემო|ჩამო|წამო|გა|და|მო|შე|ჩა|წა|აღ|ა)ი[ა-ჰ]{2,}ა$")
# "Must" and what stands without a subject.
_NO_VERBS = frozenset(("უნდა", "შეიძლება", "ეგება", "იქნება"))
# Aorists that are two verbs, one with an ergative: ამბავი მოყვა, told; თან მოყვა, came along.
_TWO_VERBS = lazy_pattern("(?:გა|და|მო|მი|ა|ჩა|შე|გამო|ჩამო)ჰ?ყვა$")


def _aorist(word: str) -> VerbForm | None:
    """Return what an aorist that is not listed asks, as far as its other forms tell.

    One in -და with a future in -დება is a passive (შეწყდა, შეწყდება); one that has a plural in -ეს and says
    "that he should" with -ოს has its subject in the ergative (უყიდა, უყიდეს, უყიდოს), while of the others
    -ეს itself says that (დარჩა, დარჩეს). What has other cases is a noun.
    """
    stem = word[:-1]
    if becomes(word):
        return VerbForm("Nom", plural=False)
    if not is_form(word) or is_form(f"{word}მ") or word in _NO_VERBS or _TWO_VERBS.match(word):
        return None
    if word.endswith("ება"):
        if is_name_of_an_action(word):
            return None
        noun = is_form(f"{word}ს") or is_form(f"{stem}ის") or is_form(f"{stem}ები")
        return None if noun else VerbForm("Nom", plural=False)
    if word.endswith("ა") and is_form(f"{stem}ნენ") and not is_form(f"{word}ს"):  # გაიფიცა, გაიფიცნენ
        return VerbForm("Nom", plural=False, guessed=not _IN_I.match(word))
    future = is_form(f"{stem}ება")
    if word.endswith("ა"):
        if is_form(f"{word}ს"):
            return None
        if word.endswith("და") and future:
            return VerbForm("Nom", plural=False) if not is_form(f"{stem}ებს") else None
    if word.endswith("ო") and is_form(f"{stem}ა"):
        return None  # what you should do: დაწერო, beside დაწერა
    if future or word == "დაიწყო" or not is_form(f"{stem}ოს"):
        return None
    if not is_form(f"{stem}ეს"):  # დაბლოკა, of which no more than დაბლოკოს is known
        done = word.endswith("ა") and word.startswith(PREVERBS)
        return VerbForm("Erg", plural=False, guessed=True) if done else None
    return VerbForm("Erg", plural=False, object="Nom")


def is_copula(form: VerbForm) -> bool:
    """Whether a form is "is" behind a noun, which says nothing of how many there are."""
    return form.subject == form.object == "Nom"


# They go with a dative.
_WITH_A_DATIVE_WORDS = """
ელოდება ეხმარება ესაუბრება ხვდება შეხვდა შეხვდება ეწვია ეწვევა ესტუმრა ესტუმრება დაეხმარა დაეხმარება
დაეთანხმა ეთანხმება დაესწრო ესწრება დაესწრება მიესალმა მიესალმება დაუკავშირდა უკავშირდება შეუერთდა
უერთდება ემსახურება ეკითხება ეკითხებიან ეუბნება ეუბნებიან ეკამათება ეჩხუბება ემშვიდობება ეხმარებიან
ელოდებიან ესაუბრებიან ეთანხმებიან ესწრებიან
"""
WITH_A_DATIVE = frozenset(_WITH_A_DATIVE_WORDS.split())
# To us and to me: გვასწავლის.
_US = ("გვა", "გვი", "გვე", "მა", "მი", "მე")


def is_must(word: str) -> bool:
    """Whether a word stands behind უნდა, is transitive and goes with no dative: წარადგინოს."""
    return word in _asked()


def is_done_to_things(word: str) -> bool:
    """Whether a word is an aorist of which somebody in the nominative is no object: დაწერა."""
    return word in _rows()["of_things"]


def felt_by_many(word: str) -> str:
    """Return the form of many of a verb that says what one has or needs: აქვთ of აქვს; nothing of others."""
    many = f"{word.removesuffix('ს')}თ"
    forms = (_forms().get(word), _forms().get(many))
    return many if all(form is not None and form.subject == "Dat" for form in forms) else ""


def is_of_having(word: str) -> bool:
    """Whether a word says who has, needs or likes something, which stands in the nominative."""
    return word in _rows()["had"]


@cache
def _asked() -> frozenset[str]:
    return frozenset(_rows()["asked"])


class _Cases(NamedTuple):
    """A noun in the cases that subjects and objects stand in."""

    nominative: str
    ergative: str
    dative: str


@cache
def _people() -> list[_Cases]:
    """Return those who act and are people, each as one and as many."""
    nouns = dict.fromkeys(_rows()["people"])
    stems = [noun.removesuffix("ი") for noun in nouns]
    one = [
        _Cases(noun, f"{stem}{'მ' if stem == noun else 'მა'}", f"{stem}ს")
        for noun, stem in zip(nouns, stems, strict=True)
    ]
    # მკვლევრები and მკვლევარები.
    many = [stem for noun in nouns for stem in {_plural_stem(noun), f"{noun.removesuffix('ი')}ებ"}]
    return one + [_Cases(f"{stem}ი", f"{stem}მა", f"{stem}ს") for stem in many]


def _plural_stem(noun: str) -> str:
    """Return a noun of many without its last -ი; declension is asked only where a vowel may fall."""
    if noun.endswith(_MAY_SHORTEN):
        return decline(noun, "Nom", "Plur")[:-1]
    return f"{noun if noun[-1] == 'ე' else noun[:-1]}ებ"


_MAY_SHORTEN = ("ლი", "რი", "ნი", "ბი", "ო", "უ")


@cache
def people() -> frozenset[str]:
    """Return the nominatives and ergatives of those who act and are people, of one and of many."""
    return frozenset(form for noun in _people() for form in noun[:2])


# What nouns of those who act end in: მომლაპარაკებლები, პიანისტები. Of the first kind some are things.
_WHO_ACT = lazy_pattern(
    "მ[ა-ჰ]{3,}(?:ებლ|ვლ|ნელ|ოლ)ებ(?:ი|მა)|[ა-ჰ]{3,}(?:ისტ|ოლოგ|ატორ|იტორ|ოსან|ოსნ|კაც|ქალ|ოგრაფ|იონერ|დენტ)ებ(?:ი|მა)"
)
_THINGS = lazy_pattern(
    "(?:მაჩვენებ|მატარებ|მნიშვნ|მდგენ|მამრავლ|მანქან|მასალ|მგრძნობ|მთვ|მოვლ|[ა-ჰ]*(?:ფაქტორ|გენერატორ|კონდენსატორ|ვენტილატორ|ინდიკატორ|რადიატორ"
    "|აკუმულატორ|კალკულატორ|სტაბილიზატორ|ტრანსფორმატორ|რეზისტ|პრეცედენტ|ინციდენტ|სიმულატორ|მონიტორ|ტრანზიტორ|სერვიტორ|კატალიზატორ))[ა-ჰ]*"
)


@lru_cache(maxsize=1 << 14)
def names_people(word: str) -> bool:
    """Whether a nominative or ergative of many names those who act, by its ending."""
    acts = _WHO_ACT.fullmatch(word) is not None and _THINGS.match(word) is None
    if acts or word in ("მხარეები", "მხარეებმა"):
        return True
    ends = (word[at:] for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PERSON))
    return word.endswith(("ები", "ებმა")) and any(end in people() for end in ends)  # ასტროფიზიკოსებმა


_SHORTEST_PART, _SHORTEST_PERSON = 3, 7


@cache
def people_in_the_dative() -> dict[str, str]:
    """Return the nominative of each dative of those who act and are people, of one and of many."""
    return {noun.dative: noun.nominative for noun in _people()}


@cache
def persons() -> dict[str, str]:
    """Return the ergative of each dative of those who act and are people, of one and of many."""
    return {noun.dative: noun.ergative for noun in _people()}


def bare_aorists() -> frozenset[str]:
    """Return the aorists that nobody is given or told anything with."""
    return frozenset(word for word, form in _forms().items() if form.bare)


@cache
def forces() -> frozenset[str]:
    """Return the nominatives of what does something without being anybody: მიწისძვრა."""
    return frozenset(_rows()["force"])


@cache
def animals() -> frozenset[str]:
    """Return the nominatives of animals, of one and of many."""
    return frozenset(
        decline(noun, "Nom", number) for noun in _rows()["animal"] for number in ("Sing", "Plur")
    )


@cache
def bodies() -> frozenset[str]:
    """Return the nominatives of what people act as together, of one and of many: კომპანია."""
    return frozenset(decline(noun, "Nom", number) for noun in _rows()["body"] for number in ("Sing", "Plur"))


def other_number(word: str, form: VerbForm) -> str:
    """Return a verb in the other number, empty where it is not sure."""
    if form.subject == "Erg":
        return "" if form.plural else f"{word[:-1]}ნ" if word.endswith("ოს") else f"{word[:-1]}ეს"
    if form.plural:
        return next(
            (one for one, listed in _forms().items() if not listed.plural and _plural(one) == word), ""
        )
    plural = _plural(word)
    return plural if plural in _forms() or is_form(plural) else ""
