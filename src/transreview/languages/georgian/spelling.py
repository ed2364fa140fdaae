"""Spelling of Georgian words by the list of forms: whether one is known, and known ones like it."""

from __future__ import annotations

from transreview.languages.georgian.grammar.spelling import mended
from transreview.languages.georgian.word_forms import is_form, is_word

LETTERS = "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"

known = is_word


def suggestions(word: str) -> list[str]:
    """Return known words one slip away, the likeliest first.

    A slip is a letter too many, too few, another one, or two that changed places; letters that are often
    taken for one another, and a vowel that was lost, come before the others.

    Args:
        word: Mkhedruli letters.
    """
    swapped = [
        word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        for at in range(len(word) - 1)
        if word[at] != word[at + 1]
    ]
    shorter = [word[:at] + word[at + 1 :] for at in range(len(word))]
    others = [
        word[:at] + letter + word[at + 1 :]
        for at in range(len(word))
        for letter in LETTERS
        if letter != word[at]
    ]
    longer = [word[:at] + letter + word[at:] for at in range(len(word) + 1) for letter in LETTERS]
    likely = [one for one in (mended(word),) if one]
    # Of what another letter makes, only forms that the list itself has: clitics make words of too much.
    found = [one for one in (*swapped, *shorter) if len(one) > 1 and is_word(one)]
    found += [one for one in (*others, *longer) if is_form(one)]
    return list(dict.fromkeys([*likely, *found]))
