"""The dictionary form of an expression of which only forms in texts are known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages import language as language_of
from transreview.languages.georgian.stem import name_stem
from transreview.languages.georgian.stem import stem as stem_of
from transreview.languages.stemming import lemma

_NOMINATIVES = ("ი", "ა", "ე", "ო", "უ")
# Postpositions that end as a nominative could; hardly a noun ends in them itself.
_POSTPOSITIONS = ("ში", "ზე")


def citation_form(forms: Sequence[str], language: str) -> str:
    """Return the likeliest dictionary form of forms found in texts.

    Args:
        forms: What stands in the texts, the most frequent first; at least one.
        language: Their language.

    Returns:
        For Georgian the nominative that most of the forms can be forms of; for other languages
        the most frequent form, as it stands.
    """
    record = language_of(language)
    if not record.declension:
        return forms[0]
    from transreview.languages.georgian.declension import analyse

    plain = [" ".join(form.split()) for form in forms]
    best, most = plain[0], 0.0
    for candidate in _candidates(plain):
        # A form that stands in a text as it is speaks for itself, unless it is a plural.
        explained = sum(
            2 if form == candidate and not _with_postposition(form) and not form.endswith("ები") else 1
            for form in plain
            if analyse(form, candidate)
        )
        # Of forms that fit as well the one that spelling knows: შეზღუდვა, not შეზღუდვი.
        known = bool(record.knows and record.knows(candidate.split(" ")[-1]))
        worth = explained - candidate.endswith("ები") + known / 2
        if worth > most:
            best, most = candidate, worth
    return best


def number_in_use(text: str, forms: Sequence[str], language: str) -> str:
    """Return a dictionary form in the plural where a whole text has the expression in no other number.

    Args:
        text: What `citation_form` made of the forms.
        forms: All forms of it in the text; a single one shows no habit.
        language: Its language.

    Returns:
        გაერთიანებული ერები for გაერთიანებული ერი that stands as ერები, ერების, ერებში only.
    """
    if not language_of(language).declension:
        return text
    from transreview.languages.georgian.declension import analyse, decline

    plain = {" ".join(form.split()) for form in forms}
    read = [analyse(form, text) for form in plain]
    always = len(plain) > 1 and all(one and all(way.number == "Plur" for way in one) for one in read)
    return decline(text, "Nom", "Plur") if always else text


def is_dictionary_form(text: str, forms: Sequence[str], language: str) -> bool:
    """Whether an expression can stand in a dictionary as it is, as far as anybody knows.

    Args:
        text: What `citation_form` made of the forms.
        forms: How it stands in texts.
        language: Its language.

    Returns:
        For a language that declines, whether its last word is known to spelling, or stands in the
        texts in several forms that all are cases of it; a verb (ვიყენებთ) is neither.
    """
    record = language_of(language)
    if record.knows is None:
        return True
    *front, head = text.split(" ")
    if head in record.function_words or any(word in record.function_words for word in front[:1]):
        return False
    if record.knows(head) or _is_foreign(head):
        # What ends otherwise is no nominative: a participle, a verb, a word cut short.
        old_plural = head.endswith("თა") and any(record.knows(head[:-2] + ending) for ending in ("", "ი"))
        if old_plural and lemma(head, record.code) != head:
            return False  # (the old genitive of the plural: ადამიანთა; ჩანთა is a bag)
        return head[-1] in "".join(_NOMINATIVES) or _is_foreign(head)
    from transreview.languages.georgian.declension import analyse

    bare = {form.split()[-1] for form in forms}
    return len(bare) > 1 and all(analyse(form, head) for form in bare)


def _is_foreign(word: str) -> bool:
    return word[:1].isascii()


def _candidates(forms: Sequence[str]) -> list[str]:
    """Return nominatives that the forms may belong to: known words, then those in the text, then guesses."""
    found: dict[str, None] = {}
    for form in forms:
        *modifiers, head = form.split(" ")
        front = [_attributive(word) for word in modifiers]
        if known := lemma(head, "ka"):
            found.setdefault(" ".join([*front, known]))
    nominatives = [form for form in forms if form[-1:] in _NOMINATIVES]
    found.update(dict.fromkeys(form for form in nominatives if not _with_postposition(form)))
    for form in forms:
        *modifiers, head = form.split(" ")
        front = [_attributive(word) for word in modifiers]
        # სერიალიზაციას: the name's stem keeps the vowel before the ending, the common one has none.
        for stem in dict.fromkeys(_stems(head)):
            for ending in _likely_endings(stem):
                found.setdefault(" ".join([*front, stem + ending]))
    found.update(dict.fromkeys(nominatives))
    return list(found)


def _stems(head: str) -> Iterator[str]:
    # გამართვის is a genitive; the postposition -თვის follows one (გამართვისთვის).
    if head.endswith("თვის") and not head.endswith("სთვის"):
        yield head[:-2]
    else:
        yield stem_of(head)
        yield name_stem(head).rstrip("აეო")


def _with_postposition(form: str) -> bool:
    return form.endswith(_POSTPOSITIONS) and len(form) > len("ქოში")


def _likely_endings(stem: str) -> tuple[str, ...]:
    """Return the nominative's vowels, -ა first for stems of abstract nouns (-ობა, -ება, -ია)."""
    if stem.endswith(("ობ", "ებ", "ი")):
        return ("ა", *(ending for ending in _NOMINATIVES if ending != "ა"))
    return _NOMINATIVES


def _attributive(word: str) -> str:
    """Return an adjective's nominative where the form is plainly another case of it."""
    if word.endswith("მა") and len(word) > 4:
        return word[:-2] + "ი"
    return word + "ი" if word[-1] not in "აეიოუს" else word
