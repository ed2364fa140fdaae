"""Which languages an article's files are in, and whether that is what the user said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass, replace

from transreview.errors import InputError, UsageError
from transreview.formats.document import Document
from transreview.i18n import _
from transreview.languages import Identification, identify, language
from transreview.languages.identification import minorities
from transreview.languages.registry import meant
from transreview.languages.tags import parse_tag
from transreview.model.unit import Unit

# Enough to be sure, and quick for a book.
_LOOKED_AT = 20_000

# Sure enough to say so; of languages in one script only a warning, because neighbours are taken
# for each other (Bosnian and Croatian, Malay and Indonesian).
_SURE = 0.9
_FAIRLY_SURE = 0.6

# Paragraphs looked at for other languages, and the share of them that is worth saying.
_PARAGRAPHS, _WORTH_SAYING = 80, 0.1


@dataclass(frozen=True, slots=True)
class Side:
    """One file of an article.

    Attributes:
        role: What it is ("source"), in the interface's language.
        name: Its name for messages.
        document: What was read from it.
        said: The language that the user named, or None.
        hint: Bare code of the language that its name ends in ("fair.ka.md"), or "".
    """

    role: str
    name: str
    document: Document
    said: str | None
    _: KW_ONLY
    hint: str = ""


def article_languages(sides: Sequence[Side], *, force: bool = False) -> tuple[str, str, list[str]]:
    """Return the languages of an article and what is odd about them.

    Args:
        sides: Source, translation, and reference if there is one.
        force: Take the sides for what the user said, whatever they look like.

    Returns:
        BCP 47 tag of the source, of the translation, and warnings.

    Raises:
        InputError: A side is not in the language it should be in, or no language can be made out.
        UsageError: What the user named is no language.
    """
    said = [None if side.said is None else known_tag(side.said) for side in sides]
    found = [_identified(side, tag) for side, tag in zip(sides, said, strict=True)]
    found[:2] = _partly_translated(sides[:2], said[:2], found[:2])
    if not force:
        _refuse_swapped(sides, said, found)
    tags = [tag or _found_tag(side, seen) for side, tag, seen in zip(sides, said, found, strict=True)]
    source, target = tags[0], tags[1]
    if not force and same_language(source, target):
        _refuse_one_language(sides, source)
    warnings = []
    for side, expected, seen, tag in zip(sides, (source, target, target), found, said, strict=False):
        if not force:
            _refuse_other_script(side, expected, seen)
        if tag is None and seen.confidence < _FAIRLY_SURE:
            warnings.append(
                _(
                    "The {role} is taken for {language}, which is not certain: name its language"
                    " if it is another."
                ).format(role=side.role, language=_named(expected))
            )
        warnings += _minority(side, expected)
        if not same_language(seen.code, expected) and seen.code != "und" and seen.confidence >= _SURE:
            warnings.append(
                _("The {role} is taken as {expected}, but reads like {seen}.").format(
                    role=side.role, expected=_named(expected), seen=_named(seen.code)
                )
            )
    return source, target, warnings


def known_tag(code: str) -> str:
    """Return a user's language tag in BCP 47's own spelling.

    Raises:
        UsageError: It is no language tag; with the one that was likely meant.
    """
    tag = parse_tag(code)
    mistaken = meant(code)
    if not mistaken and re.fullmatch(r"[a-z]{2,3}", tag.language):
        return str(tag)
    raise UsageError(
        _("{code} is no language code").format(code=repr(code)),
        remedy=_("Did you mean {meant}?").format(meant=mistaken)
        if mistaken
        else _("Write it like zh, zh-Hant or ka; `transreview languages` lists them."),
    )


def same_language(one: str, other: str) -> bool:
    """Return whether two tags name one language, whatever their script or region."""
    return parse_tag(one).language == parse_tag(other).language


def _identified(side: Side, tag: str | None) -> Identification:
    """Return what a side's text is taken for; where that says too little, its file's name is believed."""
    text = side.document.text[:_LOOKED_AT]
    seen = identify(text, (tag,) if tag else ())
    if tag or not side.hint:
        return seen
    if same_language(seen.code, side.hint):
        return replace(seen, confidence=max(seen.confidence, _FAIRLY_SURE))
    fits = not seen.script or seen.script in language(side.hint).scripts
    short_han = seen.script == "Hani" and len(text) <= _SHORT_HAN  # a longer one in Japanese has kana
    if fits and (seen.confidence < _FAIRLY_SURE or short_han):
        return Identification(side.hint, _FAIRLY_SURE, seen.script)
    return seen


_SHORT_HAN = 60


def _found_tag(side: Side, seen: Identification) -> str:
    if seen.code == "und" or seen.confidence < _FAIRLY_SURE / 2:
        raise InputError(
            _("the language of the {role} cannot be told from its text").format(role=side.role),
            path=side.name,
            remedy=_("Name the languages with --source-lang and --target-lang."),
        )
    return seen.code


# Shares of a side's letters from which on paragraphs in a script of their own say what it is meant to be.
_MEANT, _MEANT_BESIDE_OTHERS = 0.03, 0.1
_NOT_CERTAIN = 0.5


def _partly_translated(
    sides: Sequence[Side], said: Sequence[str | None], found: Sequence[Identification]
) -> list[Identification]:
    """Return what two sides are in, where much of one was left in the other's language, or in English.

    A page whose headings alone are translated reads like English. It is meant to be what they are in.
    """
    answer = list(found)
    one = said[0] or found[0].code, said[1] or found[1].code
    for number, (side, tag) in enumerate(zip(sides, said, strict=True)):
        if tag is not None or found[number].script != "Latn":
            continue
        same = same_language(*one)
        other = _in_own_script(side)
        if not same and (number == 0 or same_language(other.code, one[0])):
            continue
        if other.confidence >= (_MEANT if same else _MEANT_BESIDE_OTHERS):
            answer[number] = replace(other, confidence=_NOT_CERTAIN)
            break
    return answer


def _in_own_script(side: Side) -> Identification:
    """Return the language of the paragraphs that are not in Latin letters, with their share of letters."""
    letters: Counter[tuple[str, str]] = Counter()
    total = 0
    for unit in side.document.units[:_READ_FOR_SCRIPT]:
        size = sum(map(str.isalpha, unit.text))
        total += size
        seen = identify(unit.text)
        if seen.code != "und" and seen.script != "Latn" and seen.confidence >= _FAIRLY_SURE:
            letters[seen.code, seen.script] += size
    if not letters:
        return Identification("und", 0.0)
    (code, script), size = letters.most_common(1)[0]
    return Identification(code, size / total, script)


_READ_FOR_SCRIPT = 400


def _minority(side: Side, expected: str) -> list[str]:
    """Return a warning where whole paragraphs of a side are in another language than it should be in."""
    units = side.document.units
    step = max(1, len(units) // _PARAGRAPHS)
    others = minorities((unit.text for unit in units[::step]), parse_tag(expected).language)
    code, share = next(iter(others.items()), ("", 0.0))
    if share < _WORTH_SAYING:
        return []
    line = _first_line(units, code, expected)
    text = (
        _(
            "About {percent} % of the {role}, first in line {line}, reads like {seen};"
            " all of it is taken as {expected}."
        )
        if line
        else _("About {percent} % of the {role} reads like {seen}; all of it is taken as {expected}.")
    )
    percent = round(100 * share)
    return [
        text.format(percent=percent, role=side.role, line=line, seen=_named(code), expected=_named(expected))
    ]


def _first_line(units: Sequence[Unit], code: str, expected: str) -> int:
    """Return the line of the first paragraph in another language, 0 where that is not known."""
    main = parse_tag(expected).language
    first = next((unit for unit in units if code in minorities([unit.text], main)), None)
    return first.line if first else 0


def _refuse_swapped(
    sides: Sequence[Side], said: Sequence[str | None], found: Sequence[Identification]
) -> None:
    source, target = said[0], said[1]
    if source is None or target is None or same_language(source, target):
        return
    if same_language(found[0].code, target) and same_language(found[1].code, source):
        raise InputError(
            _(
                "source and translation are swapped: the first reads like {first}, the second like {second}"
            ).format(first=_named(found[0].code), second=_named(found[1].code)),
            path=sides[0].name,
            remedy=_("Name the {language} file first, or use --force if it is right so.").format(
                language=_named(source)
            ),
        )


def _refuse_one_language(sides: Sequence[Side], tag: str) -> None:
    raise InputError(
        _("source and translation are both in {language}").format(language=_named(tag)),
        path=sides[1].name,
        remedy=_("Name the right file, or use --force if it is right so."),
    )


def _refuse_other_script(side: Side, expected: str, seen: Identification) -> None:
    """Refuse a side whose letters are of a script that its language is not written in."""
    scripts = language(expected).scripts
    if not seen.script or not scripts or seen.confidence < _FAIRLY_SURE or seen.code == "und":
        return
    if seen.script in _alike(scripts) or same_language(seen.code, expected):
        return
    raise InputError(
        _("the {role} should be in {expected}, but reads like {seen}").format(
            role=side.role, expected=_named(expected), seen=_named(seen.code)
        ),
        path=side.name,
        remedy=_("Name the right file or language, or use --force if it is right so."),
    )


def _alike(scripts: Sequence[str]) -> set[str]:
    """Return scripts with the names under which identification counts them."""
    merged = {"Hans": "Hani", "Hant": "Hani", "Jpan": "Hira", "Kore": "Hang", "Hrkt": "Kana"}
    return {*scripts, *(merged[script] for script in scripts if script in merged)}


def _named(code: str) -> str:
    name = language(code).name
    return f"{name} ({code})" if name and name != code else code
