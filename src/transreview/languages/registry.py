"""Which languages there are, and where each stands; the list to add a language to."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib import import_module

from transreview import plugins
from transreview.i18n import _
from transreview.languages.language import Language
from transreview.languages.language_names import NAMES
from transreview.languages.probing import probed
from transreview.languages.sheltering import sheltered
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

    return tuple(dict.fromkeys((*BUILT_IN, *tabled.CODES, *_added())))


def has_rules(code: str) -> bool:
    """Whether a language has rules of its own, and not only a row of the table or nothing."""
    base = parse_tag(code).language
    return base in BUILT_IN or base in _added()


@plugins.cached
def _language(tag: Tag) -> Language:
    record = _record(tag.language)
    if record is None:
        return _generic(tag)
    if name := _VARIANT_NAMES.get((tag.language, tag.script)):
        quotes = _TRADITIONAL_QUOTES if tag.script == "Hant" else record.quotes
        return replace(record, variant=tag.script, name=name, quotes=quotes)
    return record


@cache
def _built_in(code: str) -> Language:
    module, _colon, attribute = BUILT_IN[code].partition(":")
    record: Language = getattr(import_module(module), attribute)
    return record


def _record(code: str) -> Language | None:
    if code in BUILT_IN:
        return _built_in(code)
    # A package with rules of its own knows more of a language than a row of the table.
    if added := _added().get(code):
        return added
    from transreview.languages import tabled

    return tabled.tabled(code) if code in tabled.CODES else None


# Name of an entry point: the language's code; its object: a `Language`.
PLUGINS: plugins.Kind[Language] = plugins.Kind(
    group="transreview.languages",
    left_out=lambda: _("The language “{name}” of the package {package} is left out: {why}."),
    make=lambda name, loaded: [probed(name, loaded)],
    names=lambda added: (added.code,),
    taken=lambda: BUILT_IN,
)


@plugins.cached
def _added() -> dict[str, Language]:
    return {plugin.value.code: _sheltered(plugin) for plugin in plugins.load(PLUGINS)}


def _sheltered(plugin: plugins.Plugin[Language]) -> Language:
    return sheltered(
        plugin.value,
        _generic(Tag(plugin.value.code)),
        lambda error: plugins.failed(PLUGINS, plugin.name, plugin.package, error),
    )


# Languages of China beside Mandarin, in whose writing its rules hold: code → name, autonym.
_SINITIC = {
    "yue": ("Cantonese", "粵語"),
    "wuu": ("Wu Chinese", "吴语"),
    "hak": ("Hakka Chinese", "客家話"),
    "nan": ("Min Nan Chinese", "閩南語"),
    "lzh": ("Literary Chinese", "文言"),
}
# Languages without a record whose words are not separated by spaces.
_UNSPACED = frozenset({"lo", "my", "bo"})


def _generic(tag: Tag) -> Language:
    from transreview.languages.generic_quantities import digit_parser
    from transreview.languages.sentences import SentenceRules, splitter
    from transreview.languages.spans import spaced_words, unspaced_words

    if names := _SINITIC.get(tag.language):
        return replace(_built_in("zh"), code=tag.language, name=names[0], autonym=names[1], aliases=())
    spaced = tag.language not in _UNSPACED
    return Language(
        code=tag.language,
        name=tag.language,
        autonym=tag.language,
        scripts=(tag.script,) if tag.script else (),
        sentences=splitter(SentenceRules()),
        words=spaced_words if spaced else unspaced_words,
        quantities=digit_parser("."),
        spaced=spaced,
        tokenizer="" if spaced else "char",
    )


def meant(name: str) -> str:
    """Return the code of the language that people mean by a name or by a country's code, or "".

    Args:
        name: Such as "chinese", "ქართული", "cn".
    """
    wanted = name.strip().casefold()
    if wanted[:2] in BUILT_IN and not wanted[2:3].isalnum():
        return ""  # a code means itself, and asking every language costs as long as checking a page
    for code in known_languages():
        record = language(code)
        if wanted in {*record.aliases, record.name.casefold(), record.autonym.casefold()}:
            return code
    others = (code for code, names in NAMES.items() if wanted in names)
    return _WAYS_OF_WRITING.get(wanted) or next(others, "")


# What people write for a way of writing and not for a language.
_WAYS_OF_WRITING = {"cht": "zh-Hant", "tw": "zh-Hant", "hk": "zh-Hant"}
