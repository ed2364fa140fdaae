"""A term in the place and the form of another: what should stand where the wrong one stands."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from transreview.languages import language as language_of
from transreview.languages.stemming import stemmer
from transreview.model.glossary import Term


@dataclass(frozen=True, slots=True)
class Replacement:
    """What may stand instead of a found form.

    Attributes:
        form: The term in the form that the found one had: case, number, endings, capitals.
        candidates: Every form it may have to be, the likeliest first; one where there is no doubt,
            none where the found form could not be read.
    """

    form: str
    candidates: tuple[str, ...]

    @property
    def certain(self) -> bool:
        """Whether nobody needs to choose."""
        return len(self.candidates) == 1


def replacement(found: str, wrong: Term, right: Term, *, following: str = "") -> Replacement:
    """Put a term into the form that another one has in a text.

    Args:
        found: The wrong term as the text has it ("ოპტიკურმა ასოციაციამ").
        wrong: The glossary's term that it is a form of.
        right: The term that shall stand there.
        following: The word that follows it in the text.

    Returns:
        The right term in the same form ("სათვალის ასოციაციამ").
    """
    if module := language_of(right.language).declension:
        transfer = import_module(module).transfer
        result = transfer(
            wrong.text,
            found,
            right.text,
            from_hints=wrong.grammar,
            to_hints=right.grammar,
            following=following,
        )
        # What is no form of the wrong term (a derived word) is answered by the dictionary form, uncertain.
        return Replacement(result.form or right.text, result.candidates)
    form = _like(found, right.text)
    # An inflected form (lenses) has to be looked at: these languages we find words of, but do not decline.
    same = " ".join(found.split()).casefold() == wrong.text.casefold()
    return Replacement(form, (form,) if same else ())


def without_repetition(made: Replacement, before: str, language: str) -> Replacement:
    """Return a replacement without the words at its beginning that stand in the text already.

    Where სამრეწველო ჯგუფი becomes სამრეწველო კლასტერი and only ჯგუფი was found, the adjective is there.

    Args:
        made: What shall stand in the place of the wrong term.
        before: The text up to that place.
        language: Language of both.
    """
    stem = stemmer(language)
    there = [stem(word.casefold()) for word in before.split()[-_MOST_WORDS:]] if before[-1:].isspace() else []

    def rest(form: str) -> str:
        words = form.split(" ")
        for count in range(min(len(words) - 1, len(there)), 0, -1):
            if there[-count:] == [stem(word.casefold()) for word in words[:count]]:
                return " ".join(words[count:])
        return form

    candidates = tuple(dict.fromkeys(rest(form) for form in made.candidates))
    return Replacement(rest(made.form), candidates)


# Words of a term that may stand in front of a wrong one already.
_MOST_WORDS = 6


def _like(found: str, text: str) -> str:
    """Return a term with the capitals of the found form: all, the first, or its own."""
    if len(found) > 1 and found.isupper():
        return text.upper()
    if found[:1].isupper() and text[:1].islower():
        return text[:1].upper() + text[1:]
    return text
