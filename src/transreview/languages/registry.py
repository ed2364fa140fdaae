"""Which languages there are, and where each stands; the list to add a language to."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib import import_module

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.languages.language import Language
from transreview.languages.tags import Tag, parse_tag

# Languages with rules of their own: code → module and attribute, imported when asked for.
BUILT_IN: dict[str, str] = {
    "zh": "transreview.languages.chinese:CHINESE",
    "ka": "transreview.languages.georgian:GEORGIAN",
    "en": "transreview.languages.english:ENGLISH",
    "ru": "transreview.languages.russian:RUSSIAN",
    "de": "transreview.languages.german:GERMAN",
    "fr": "transreview.languages.french:FRENCH",
    "es": "transreview.languages.spanish:SPANISH",
    "tr": "transreview.languages.turkish:TURKISH",
    "uk": "transreview.languages.ukrainian:UKRAINIAN",
    "hy": "transreview.languages.armenian:ARMENIAN",
    "ja": "transreview.languages.japanese:JAPANESE",
    "ko": "transreview.languages.korean:KOREAN",
}

# Name of an entry point: the language's code; its object: a `Language`.
ENTRY_POINT_GROUP = "transreview.languages"

# Where a tag names a way of writing, these replace the fields of the language's record.
_VARIANT_NAMES = {("zh", "Hans"): "Chinese (Simplified)", ("zh", "Hant"): "Chinese (Traditional)"}
_TRADITIONAL_QUOTES = (("「", "」"), ("『", "』"), ("“", "”"), ("‘", "’"), ("《", "》"))


def language(code: str) -> Language:
    """Return what is known of a language; an unknown one gets the rules common to most.

    Args:
        code: A BCP 47 tag or locale name in any casing ("zh", "zh-TW", "ka_GE.UTF-8").

    Returns:
        The record; its `code` is the bare language, its `variant` the script a tag asked for.
    """
    return _language(parse_tag(code))


def known_languages() -> tuple[str, ...]:
    """Return the codes of all languages with a record: rules first, then tables, then third parties'."""
    from transreview.languages import tabled

    return tuple(dict.fromkeys((*BUILT_IN, *tabled.CODES, *_entry_points())))


def has_rules(code: str) -> bool:
    """Whether a language has rules of its own, and not only a row of the table or nothing."""
    base = parse_tag(code).language
    return base in BUILT_IN or base in _entry_points()


@cache
def _language(tag: Tag) -> Language:
    record = _record(tag.language)
    if record is None:
        return _generic(tag)
    if name := _VARIANT_NAMES.get((tag.language, tag.script)):
        quotes = _TRADITIONAL_QUOTES if tag.script == "Hant" else record.quotes
        return replace(record, variant=tag.script, name=name, quotes=quotes)
    return record


@cache
def _record(code: str) -> Language | None:
    if place := BUILT_IN.get(code):
        return _load(place)
    from transreview.languages import tabled

    if code in tabled.CODES:
        return tabled.tabled(code)
    place = _entry_points().get(code)
    return _load(place) if place else None


def _load(place: str) -> Language:
    module, _colon, attribute = place.partition(":")
    record = getattr(import_module(module), attribute)
    if not isinstance(record, Language):
        raise UsageError(
            _("the entry point {place} of {group} is no Language").format(
                place=place, group=ENTRY_POINT_GROUP
            ),
            remedy=_("Mend or uninstall the package that it comes from"),
        )
    return record


@cache
def _entry_points() -> dict[str, str]:
    # Reading the metadata of all installed packages costs some 20 ms: only for codes not built in.
    from importlib.metadata import entry_points

    return {point.name: point.value for point in entry_points(group=ENTRY_POINT_GROUP)}


def _generic(tag: Tag) -> Language:
    from transreview.languages.generic_quantities import digit_parser
    from transreview.languages.sentences import SentenceRules, splitter
    from transreview.languages.spans import spaced_words

    return Language(
        code=tag.language,
        name=tag.language,
        autonym=tag.language,
        scripts=(tag.script,) if tag.script else (),
        sentences=splitter(SentenceRules()),
        words=spaced_words,
        quantities=digit_parser("."),
    )
