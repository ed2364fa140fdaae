"""The cases that the form of a noun stands in, as far as its ending and the known forms of its stem tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from transreview.languages.georgian.declension.letters import VOWELS
from transreview.languages.georgian.declension.lexicon import lexicon
from transreview.languages.georgian.grammar.words import (
    fuller_stems,
    is_ergative_adjective,
    is_in_a_vowel,
    is_name_of_a_language,
    oblique,
)
from transreview.languages.georgian.numerals import read_numeral
from transreview.languages.georgian.word_forms import COMPOUND, is_form
from transreview.languages.number_words import Role
from transreview.lazy_patterns import lazy_pattern

NOMINATIVE, ERGATIVE, DATIVE, GENITIVE, INSTRUMENTAL, ADVERBIAL = "Nom", "Erg", "Dat", "Gen", "Ins", "Ess"

# Endings behind a stem in a consonant, the case each asks of a modifier; the longest first.
_BEHIND_CONSONANT = (
    ("ისათვის", GENITIVE), ("ისაგან", GENITIVE), ("ისაკენ", GENITIVE), ("ისთვის", GENITIVE),
    ("ისგან", GENITIVE),
    ("ისკენ", GENITIVE), ("იდან", INSTRUMENTAL), ("ამდე", ADVERBIAL), ("თან", DATIVE), ("ისა", GENITIVE),
    ("ში", DATIVE), ("ზე", DATIVE), ("ის", GENITIVE), ("ით", INSTRUMENTAL), ("მა", ERGATIVE), ("სა", DATIVE),
    ("ს", DATIVE), ("ი", NOMINATIVE),
)  # fmt: skip
# Behind a stem in -ა or -ე, whose vowel is lost before the genitive and the instrumental.
_BEHIND_VOWEL = (
    ("სთან", DATIVE), ("მდე", ADVERBIAL), ("ში", DATIVE), ("ზე", DATIVE), ("ს", DATIVE), ("სა", DATIVE),
    ("მ", ERGATIVE), ("", NOMINATIVE),
)  # fmt: skip
# Behind one in -ო or -უ, whose dative is its genitive.
_BEHIND_ROUND = (
    ("სთვის", GENITIVE), ("სგან", GENITIVE), ("სკენ", GENITIVE), ("დან", INSTRUMENTAL), ("თი", INSTRUMENTAL),
    ("სთან", DATIVE), ("მდე", ADVERBIAL), ("ში", DATIVE), ("ზე", DATIVE), ("მ", ERGATIVE), ("დ", ADVERBIAL),
    ("", NOMINATIVE),
)  # fmt: skip
_PLURAL = lazy_pattern(
    "(?P<stem>[ა-ჰ]{2,})ებ(?P<ending>ისათვის|ისაგან|ისაკენ|ისთვის|ისგან|ისკენ|იდან|ამდე|თან|ისა|ში|ზე|ის|ით|მა|სა|ს|ი)"
    "(?P<clitic>ც|აც|ვე|ა)?"
)
# Endings of the plural that no verb has.
_SURE_PLURALS = frozenset(("მა", "ის", "ისა", "ში", "ზე", "თან", "იდან", "ისთვის", "ისგან", "ისკენ", "ამდე"))
_SHORTEST_UNKNOWN_PLURAL = 8
# What new words from other languages end in, which the dictionary may not have.
_LOANS = lazy_pattern(
    "[ა-ჰ]{2,}(?:იკოს|ისტ|ატორ|იტორ|ოლოგ|ოგრაფ|მენტ|იზმ|იონერ|ანტ|ენტ|ინგ|ერ|(?<!ფ)ორ|ოპ|სკოპ|მეტრ|პლატფორმ|აც|იც|ენც|იკ|ოლოგი)$"
)
# Names of actions and qualities, which are too many to be all known: დიდთოვლობას.
_ACTION = lazy_pattern("[ა-ჰ]{4,}(?:ებ|ობ)ა(?P<ending>სთან|ს|მ|ში|ზე)")
# Who does something, by what they do it with: მოფარიკავე, მევიოლინე.
_MAKER = lazy_pattern("მ(?:ე|ო)[ა-ჰ]{4,}(?:ავ|ინ|არ|ალ|ან|ურნ)ე(?P<ending>სთან|მ|ს|)")
_SHORTEST_MAKER = 7
# Who does something, as one: მთამსვლელი.
_AGENT = lazy_pattern("(?:[ა-ჰ]{2,})?მ[ა-ჰ]{2,}(?:ებელ|ველ|ლელ|ნელ)(?P<ending>ი|მა|ს|თან)")
_AGENTS = lazy_pattern("(?:გადა|გამო|შემო|ჩამო|წარმო|მო|გა|და|შე|ჩა|წა|აღ)მ[ა-ჰ]{2,}(?:ებელ|ველ|ლელ|ნელ)")
_ENDS_OF_AGENTS = ("ელი", "ელმა", "ელს", "ელთან")
_NO_NOUNS_WORDS = """
მაგრამ შედარებით მეტით თვით ამით იმით მით რით საით მხოლოდ თითქმის სანამ ალბათ უკვე კიდეც როდის მაშინ
თავის მისი ყველა ზოგი სხვა მეტი ნაკლები ბოლოს დღეს წელს ხვალ გუშინ ახლა შემდეგ მერე აქ იქ დიახ არის იყო
უნდა კი თუ რომ და ან ვის რის მის მას მათ მან ჩემი შენი ჩვენი თქვენი მათი თავისი ერთი რომელი როგორი ამის
იმის ამას იმას რას ისინი იგი ეს ის კერძოდ საერთოდ საკმაოდ უფრო ყველაზე ამაზე იმაზე ასე ისე სულ ძალიან
მეტად კარგად ცოტა ბევრი იგივე ასევე ისევე როგორც ანუ ხოლო თუმცა რადგან რათა მაინც კვლავ ისევ უკან წინ
ქვეშ ზემოთ ქვემოთ შინ გარეთ შიგნით პირადად თავად მთელი მეორე პირველი გამო მიერ შორის გარდა გარეშე მიმართ
დროს მიხედვით შესახებ მეშვეობით საშუალებით წინააღმდეგ გვერდით განმავლობაში ფარგლებში
თანახმად ნაცვლად მიუხედავად
სახით მხრივ სახელით შესაბამისად დაახლოებით შინაგანად მომავალში ბოლო წინა ახალი მასში მათში მასზე
მათზე მისგან მათგან მისთვის მათთვის ამასთან იმასთან მასთან ძირითადში მთლიანობაში ერთმანეთს ერთმანეთის
ერთმანეთთან საერთოს თანა თან
"""
_NO_NOUNS = frozenset(_NO_NOUNS_WORDS.split())
_SHORTEST, _SHORTEST_STEM = 4, 3
# The name of a part of something: მეხუთედს.
_FRACTION = lazy_pattern("მე[ა-ჰ]{2,}ედ(?P<ending>ისთვის|იდან|ამდე|თან|ში|ზე|ის|ით|მა|ს|ი)")


# Everyday nouns too short to be known by their forms: as they stand before -ს, and before -ის.
_SHORT_NOUNS = """
წელ:წლ ბანკ:ბანკ ხელ:ხელ დღე:დღ თვე:თვ კვირა:კვირ ტბა:ტბ მთა:მთ გზა:გზ ზღვა:ზღვ ქვეყანა:ქვეყნ მხარე:მხარ
ძალა:ძალ ფორმა:ფორმ მზე:მზ ტყე:ტყ ხე:ხ ხმა:ხმ ცა:ც თმა:თმ ძმა:ძმ ღამე:ღამ რძე:რძ რკინა:რკინ მინა:მინ
სკოლა:სკოლ ბაზა:ბაზ ზონა:ზონ წყალ:წყლ სახლ:სახლ ხალხ:ხალხ ბაღ:ბაღ ქარ:ქარ ფას:ფას გემ:გემ ზარ:ზარ
თევზ:თევზ ხორც:ხორც პურ:პურ ღვინო:ღვინ ყავა:ყავ აზრ:აზრ მიზან:მიზნ ომ:ომ ენა:ენ ქუდ:ქუდ გულ:გულ კარ:კარ
ჩიტ:ჩიტ კაბა:კაბ კატა:კატ სკამ:სკამ ვაშლ:ვაშლ მამა:მამ დედა:დედ კაც:კაც ქალ:ქალ ფულ:ფულ თვალ:თვალ ყურ:ყურ
კბილ:კბილ ფეხ:ფეხ ხიდ:ხიდ ძაღლ:ძაღლ ცხენ:ცხენ კლდე:კლდ ხევ:ხევ ველ:ველ თოვლ:თოვლ წვიმა:წვიმ ყინვა:ყინვ
ჩანთა:ჩანთ ჭიქა:ჭიქ კოვზ:კოვზ დანა:დან ლამპა:ლამპ რუკა:რუკ სურათ:სურათ
"""


def _short_forms() -> dict[str, str]:
    """Return the case of each form of everyday nouns that are too short to be known by their forms."""
    forms: dict[str, str] = {}
    for full, short in (pair.split(":") for pair in _SHORT_NOUNS.split()):
        of_vowel = full[-1] in VOWELS
        dative = f"{full}ს"
        forms |= dict.fromkeys(
            (dative, f"{full}ში", f"{full}ზე", f"{dative if of_vowel else full}თან"), DATIVE
        )
        forms[f"{full}მ" if of_vowel else f"{full}მა"] = ERGATIVE
        forms |= dict.fromkeys((f"{short}ის", f"{short}ისთვის", f"{short}ისგან"), GENITIVE)
        forms |= dict.fromkeys((f"{short}ით", f"{short}იდან"), INSTRUMENTAL)
    return {form: case for form, case in forms.items() if form not in _NO_NOUNS and len(form) > 2}


_SHORT_FORMS = _short_forms()


@lru_cache(maxsize=1 << 16)
def noun_case(word: str) -> str:
    """Return the one case that a noun's form asks its modifiers to stand in; nothing where it may be another.

    Postpositions joined to it count as the case they want: ქარხანაში is a dative, ქარხნიდან an instrumental.

    Args:
        word: Mkhedruli letters.
    """
    if word in _SHORT_FORMS:
        return _SHORT_FORMS[word]
    if len(word) < _SHORTEST or word in _NO_NOUNS or "-" in word or not "ა" <= word[0] <= "ჰ":
        return ""
    # What a pattern needs is looked for first: most words have nothing of it.
    plural = _PLURAL.fullmatch(word) if "ებ" in word else None
    if plural is not None and (case := _case_of_many(plural)):
        return case
    action = _ACTION.fullmatch(word) if "ბა" in word else None
    if action is not None and not (action["ending"] == "ს" and _is_verb(word)):
        return ERGATIVE if action["ending"] == "მ" else DATIVE
    agent = _AGENT.fullmatch(word) if word.endswith(_ENDS_OF_AGENTS) else None
    if agent is not None and is_form(word.removesuffix(agent["ending"]) + "ი"):
        return {"ი": NOMINATIVE, "მა": ERGATIVE}.get(agent["ending"], DATIVE)
    if word.endswith("ით") and is_name_of_a_language(f"{word[:-2]}ი"):
        return INSTRUMENTAL
    if word.startswith("მე") and word.endswith("ემ") and len(word) > _SHORTEST_MAKER:
        return ERGATIVE  # who does something: მეხანძრემ
    maker = _MAKER.fullmatch(word) if word.startswith(("მე", "მო")) else None
    if maker is not None:
        return {"": NOMINATIVE, "მ": ERGATIVE}.get(maker["ending"], DATIVE)
    if word.endswith("ად") and _is_adverbial(word[:-2]):
        return ADVERBIAL
    numeral = read_numeral(word)
    if numeral is not None:
        return _case_of_a_fraction(word) if numeral.role is Role.PART else ""
    if _is_finite(word):
        return ""
    compound = COMPOUND.fullmatch(word)
    case = _case_of_one(word) or (noun_case(compound["noun"]) if compound is not None else "")
    return case or (ERGATIVE if word.endswith("მა") and _is_ergative_of_a_word(word) else "")


def _is_ergative_of_a_word(word: str) -> bool:
    """Whether a word has no more than a nominative beside it, and is no adjective: პრემიერმა."""
    if word.endswith(_IN_MA) or is_ergative_adjective(word):
        return False
    return oblique(word) == "მა"


# Nouns that end so in the nominative: პლატფორმა.
_IN_MA = ("ფორმა", "ფირმა", "ნორმა", "ფარმა", "პლაზმა", "დოგმა", "კარმა", "თერმა")


def _case_of_a_fraction(word: str) -> str:
    """Return the case of the name of a part, which is declined as other nouns are: მესამედმა."""
    match = _FRACTION.fullmatch(word)
    return dict(_BEHIND_CONSONANT)[match["ending"]] if match is not None else ""


def _is_adverbial(stem: str) -> bool:
    """Whether -ად behind a stem makes the adverbial of a noun (ფასად), no adverb of an adjective (კარგად)."""
    if len(stem) < _SHORTEST_STEM or stem[-1] in VOWELS or stem.endswith(_LIKE_ADJECTIVES):
        return False
    return all(is_form(stem + ending) for ending in ("ი", "ის", "ები", "ში"))


_LIKE_ADJECTIVES = (
    "ურ",
    "ულ",
    "ილ",
    "იან",
    "ელ",
    "ალ",
    "არ",
    "ივ",
    "ერ",
    "ოვან",
    "ად",
    "ებ",
    "ობ",
    "ვილ",
    "მ",
    "ლ",
    "რ",
)


def _is_verb(word: str) -> bool:
    """Whether a word in -ბას is a verb: none is, but for some of few letters."""
    return not is_form(word[:-1]) and is_form(f"{word[:-2]}ი")


def _case_of_many(match: re.Match[str]) -> str:
    stem, ending = match["stem"], match["ending"]
    word = f"{stem}ებ{ending}"
    if match["clitic"] == "ა" and ending not in ("ში", "ზე", "თან", "ი"):
        return ""
    if stem.endswith(("კეთ", "ღ")) or word == "ები":
        return ""
    others = sum(is_form(f"{stem}ებ{other}") for other in ("ი", "მა", "ის", "ში", "ს") if other != ending)
    known = others > 1 or any(
        is_form(one) for one in ((stem,) if stem[-1] in VOWELS else (f"{stem}ი", f"{stem}ა"))
    )
    shorter = others == 1 and _is_shortened(stem, "ის")  # ნამცხვრებს
    shorter = shorter or _AGENTS.fullmatch(stem) is not None
    if not known and not shorter and not (ending in _SURE_PLURALS and len(word) >= _SHORTEST_UNKNOWN_PLURAL):
        return ""
    if ending in ("ს", "ი", "ით") and others < 2 and not (shorter or _LOANS.fullmatch(stem)):
        return ""  # აკეთებს, აღებით
    if not (is_form(f"{stem}ი") or others) and is_form(f"{stem}ებას"):
        return ""  # of one: მოქმედებისთვის
    if is_form(f"{stem}ება") and ending in ("ის", "ისა", "ისთვის", "ისგან", "ისკენ", "იდან", "ით"):
        return {"ით": INSTRUMENTAL, "იდან": INSTRUMENTAL}.get(ending, GENITIVE)  # of either number
    return dict(_BEHIND_CONSONANT)[ending]


def _by_last_letter(endings: Sequence[tuple[str, str]]) -> dict[str, list[tuple[str, str]]]:
    """Return the endings by their last letter, in their order, so that few are tried of a word."""
    letters = {ending[-1] for ending, _case in endings}
    return {letter: [one for one in endings if one[0].endswith(letter)] for letter in letters}


_CONSONANT_ENDINGS = _by_last_letter(_BEHIND_CONSONANT)
# The nominative of stems in a vowel has no ending: it is tried last of every word.
_BARE = [("", NOMINATIVE)]
_VOWEL_ENDINGS, _ROUND_ENDINGS = (
    {last: [*some, *_BARE] for last, some in _by_last_letter(endings[:-1]).items()}
    for endings in (_BEHIND_VOWEL, _BEHIND_ROUND)
)


def _case_of_one(word: str) -> str:
    for ending, case in _CONSONANT_ENDINGS.get(word[-1], ()):
        stem = word[: -len(ending)]
        if not word.endswith(ending) or len(stem) < _SHORTEST_STEM:
            continue
        if stem[-1] in VOWELS:
            if ending in _SHORTENED and is_form(f"{stem}ა") and is_form(f"{stem}ას"):
                return case  # კონფერენციის
            continue
        if _is_consonant_stem(stem, ending):
            return case
        if ending in _SHORTENED and _is_shortened(stem, ending):
            return case
    for ending, case in _VOWEL_ENDINGS.get(word[-1], _BARE):
        stem = word.removesuffix(ending) if ending else word
        if word.endswith(ending) and stem[-1:] in ("ა", "ე") and len(stem) >= _SHORTEST_STEM:
            if _is_stem_in_a_vowel(stem, ending):
                return case
            break
    for ending, case in _ROUND_ENDINGS.get(word[-1], _BARE):
        stem = word.removesuffix(ending) if ending else word
        if word.endswith(ending) and stem[-1:] in ("ო", "უ") and len(stem) >= _SHORTEST_STEM:
            return case if _is_round_stem(stem, ending) else ""
    return ""


# Before these a stem may have lost a vowel, its last or the one before its last consonant.
_SHORTENED = frozenset(
    ("ის", "ისა", "ით", "იდან", "ისთვის", "ისგან", "ისკენ", "ისათვის", "ისაგან", "ისაკენ", "ამდე")
)


def _is_consonant_stem(stem: str, ending: str) -> bool:
    """Whether what stands before an ending is a noun's stem, as two more of its forms tell."""
    if f"{stem}ი" in lexicon().i_stem or stem.endswith("ებ"):
        return False
    if ending == "ი" and stem.endswith("შ") and is_form(stem[:-1]):
        return False
    if _LOANS.fullmatch(stem) and len(stem) > _SHORTEST_LOAN and not is_form(f"{stem}ა"):
        return True
    if ending != "ი" and not is_form(f"{stem}ი"):
        return False
    if ending == "ს" and stem.endswith(_LIKE_VERBS):
        return False
    if ending == "სა" and is_form(f"{stem}სას"):
        return False
    if ending == "მა" and (is_form(f"{stem}მას") or is_form(f"{stem}მის")):
        return False
    others = ("ის", "მა", "ს", "ში", "ები", "ების", "ზე", "ით")
    known = sum(is_form(stem + other) for other in others if other != ending) + (
        ending == "ი" and is_form(f"{stem}ი")
    )
    if known < 2 and len(stem) > _SHORTEST_STEM and stem[-2] in VOWELS and stem[-1] in "ლრნმვ":
        known += sum(is_form(f"{stem[:-2]}{stem[-1]}{other}") for other in ("ის", "ები", "ების", "ით"))
    return known > 1


_SHORTEST_LOAN = 5
_LIKE_VERBS = ("ავ", "ამ", "ობ", "ევ", "ოფ", "ებ")


def _is_shortened(stem: str, ending: str) -> bool:
    """Whether a stem is that of a noun which has lost a vowel there: ქვეყნ-, ქარხნ-, დირექცი-."""
    if ending != "ამდე" and is_form(f"{stem}ა"):
        if is_form(f"{stem}ას"):
            if len(stem) > _SHORTEST_STEM + 1 and stem[-1] in "ნვბლ":
                return True  # ვარდნის
            return is_form(f"{stem}ამ") or is_form(f"{stem}აში") or is_form(f"{stem}ები")
        if is_form(f"{stem}ები") and not is_form(f"{stem}ი"):
            return True  # ვაქცინის
    if ending != "ამდე" and is_form(f"{stem}ე") and is_form(f"{stem}ეს") and is_form(f"{stem}ეები"):
        return True
    if stem[-1] not in "ლრნმვ" or stem[-2] in VOWELS or len(stem) < _SHORTEST_STEM:
        return False
    return any(
        (is_form(f"{one}ი") and (is_form(f"{one}მა") or is_form(f"{one}ს")))
        or (is_form(f"{one}ა") and is_form(f"{one}ას"))
        for one in fuller_stems(stem)
    )


def _is_stem_in_a_vowel(stem: str, ending: str) -> bool:
    if not is_form(stem):
        return False
    short = stem[:-1]
    alone = ending == "ს" and len(stem) > _SHORTEST and not is_form(f"{short}ი")
    if alone and is_form(f"{stem}ს") and is_form(f"{short}ის") and not is_form(f"{short}ავს"):
        return True  # მედდას
    others = [f"{stem}{other}" for other in ("ს", "მ", "ში", "ზე", "სთან", "მა") if other != ending]
    shorter = [f"{short}ის", f"{short}ით", f"{short}ები" if stem[-1] == "ა" else f"{stem}ები"]
    known = sum(map(is_form, others)) + sum(map(is_form, shorter))
    return known > (_FORMS_OF_TWO_STEMS if is_form(f"{short}ი") else 1)


# Where a stem in a consonant has the same forms (კარგა beside კარგი), more must be known.
_FORMS_OF_TWO_STEMS = 4


def _is_round_stem(stem: str, ending: str) -> bool:
    if not is_form(stem) or (ending == "" and (stem.startswith("უ") or is_form(f"{stem[:-1]}ეს"))):
        return False
    if ending == "დ" and (is_in_a_vowel(stem) or stem.startswith("უ") or not is_form(f"{stem}ები")):
        return False  # how something is done: საბოლოოდ
    others = [f"{stem}{other}" for other in ("ს", "მ", "ში", "ზე", "ები", "ების") if other != ending]
    return sum(map(is_form, others)) > 1


def _is_finite(word: str) -> bool:
    """Whether a word may be a verb, by forms that no noun has beside it."""
    if word.endswith("ა"):
        return is_form(f"{word[:-1]}ეს") and is_form(f"{word[:-1]}ოს")
    if word.endswith("ს") and word[-2:-1] not in VOWELS:
        return is_form(f"{word[:-1]}ენ") or is_form(f"{word[:-1]}და") or is_form(f"{word}თ")
    if word.endswith("დეს"):
        return is_form(f"{word[:-2]}ა")  # that it should be so: გახდეს, beside გახდა
    if word.endswith("ის"):
        many = is_form(f"{word[:-2]}იან") and not is_form(f"{word[:-2]}იანი")
        return many or is_form(f"{word[:-1]}და")
    return word.endswith("ით") and (is_form(f"ვ{word}") or is_form(f"{word[:-1]}და"))
