"""What the tool knows of two languages together: lengths, punctuation, numbers, names."""

from __future__ import annotations

import math
from dataclasses import replace

from transreview import plugins
from transreview.i18n import _
from transreview.languages.pairs.language_pair import LanguagePair
from transreview.languages.pairs.lengths import FITTED, length_model
from transreview.languages.pairs.punctuation import mark_table
from transreview.languages.registry import language
from transreview.languages.tags import parse_tag

__all__ = ["LanguagePair", "pair"]


def pair(source: str, target: str) -> LanguagePair:
    """Return what is known of two languages together; any two codes have an answer.

    Args:
        source: Tag of the source language.
        target: Tag of the target language.

    Returns:
        Fitted figures where there are any, else estimates; see `LanguagePair.fitted`.
    """
    return _pair(str(parse_tag(source)), str(parse_tag(target)))


@plugins.cached
def _pair(source: str, target: str) -> LanguagePair:
    from_language, to_language = language(source), language(target)
    name = f"{from_language.code}-{to_language.code}"
    if name not in _built_in() and (added := _added().get(name)):
        return added if added.marks else replace(added, marks=mark_table(from_language, to_language))
    model = length_model(from_language, to_language)
    return LanguagePair(
        source=from_language.code,
        target=to_language.code,
        length_ratio=model.ratio,
        length_variance=model.variance,
        log_spread=model.log_spread,
        fitted=model.fitted,
        marks=mark_table(from_language, to_language),
        transliteration=_TRANSLITERATIONS.get(name, ""),
        meaning=_MEANINGS.get(name, ""),
        turned=_TURNED.get(name, ""),
    )


# Pairs for which it is known how names of the source are spelled in the target → where.
_TRANSLITERATIONS = {"zh-ka": "transreview.languages.pairs.chinese_georgian"}
# Pairs for which tables of words tell what a translation has turned round → where.
_MEANINGS = {"zh-ka": "transreview.languages.pairs.chinese_georgian.meaning"}
# Pairs of which less is compared: denial, time, direction, words that exclude each other → where.
_TURNED = {
    "en-ka": "transreview.languages.pairs.european_georgian.english",
    "ru-ka": "transreview.languages.pairs.european_georgian.russian",
}


def _built_in() -> set[str]:
    return {f"{source}-{target}" for source, target in FITTED}


# Name of an entry point: the codes, "SOURCE-TARGET"; its object: a `LanguagePair`.
PLUGINS: plugins.Kind[LanguagePair] = plugins.Kind(
    group="transreview.pairs",
    left_out=lambda: _("The language pair “{name}” of the package {package} is left out: {why}."),
    make=lambda name, loaded: [_probed(name, loaded)],
    names=lambda added: (f"{added.source}-{added.target}",),
    taken=_built_in,
)


@plugins.cached
def _added() -> dict[str, LanguagePair]:
    return {plugin.name: plugin.value for plugin in plugins.load(PLUGINS)}


def _probed(name: str, loaded: object) -> LanguagePair:
    if not isinstance(loaded, LanguagePair):
        raise plugins.UnfitError(_("it is no LanguagePair but a {kind}").format(kind=type(loaded).__name__))
    if name != f"{loaded.source}-{loaded.target}":
        raise plugins.UnfitError(_("it is the pair “{name}”").format(name=f"{loaded.source}-{loaded.target}"))
    figures = ("length_ratio", "length_variance", "log_spread")
    plugins.require_sense(loaded, {field: _is_figure(getattr(loaded, field)) for field in figures})
    return loaded


def _is_figure(value: object) -> bool:
    return isinstance(value, int | float) and math.isfinite(value) and value > 0
