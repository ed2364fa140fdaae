"""Settings of a metric, written behind its name: "bleu:tokenize=intl", "chrf:word_order=0,lowercase=yes".

Without any, a metric has the settings that are right for the target language. What is chosen here stands in
sacrebleu's signature, so that a score can be repeated.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from transreview.errors import UsageError
from transreview.i18n import _

# sacrebleu's tokenizers that need nothing from the network; the last two need an extra of sacrebleu's.
TOKENIZERS = ("13a", "intl", "zh", "char", "none", "ja-mecab", "ko-mecab")
SMOOTHINGS = ("exp", "floor", "add-k", "none")

# Names that sacrebleu prints or papers use for settings of one metric.
_ALIASES = {
    "chrf2": "chrf:word_order=0",
    "chrf+": "chrf:word_order=1",
    "chrf2+": "chrf:word_order=1",
    "chrf++": "chrf:word_order=2",
    "chrf2++": "chrf:word_order=2",
}


def _yes(text: str) -> bool:
    known = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
    return known[text.lower()]


def _whole(text: str) -> int:
    value = int(text)
    if not 0 <= value <= 20:
        raise ValueError(text)
    return value


def _above_nothing(text: str) -> float:
    value = float(text)
    if not 0 < value < math.inf:
        raise ValueError(text)
    return value


def _one_of(*choices: str) -> Callable[[str], str]:
    return lambda text: choices[choices.index(text)]


# Metric → setting → (what reads its value, what it may be).
SETTINGS: dict[str, dict[str, tuple[Callable[[str], Any], str]]] = {
    "chrf": {
        "char_order": (_whole, "0…20"),
        "word_order": (_whole, "0…20"),
        "beta": (_whole, "0…20"),
        "lowercase": (_yes, "yes, no"),
        "whitespace": (_yes, "yes, no"),
        "eps_smoothing": (_yes, "yes, no"),
    },
    "bleu": {
        "tokenize": (_one_of(*TOKENIZERS), ", ".join(TOKENIZERS)),
        "lowercase": (_yes, "yes, no"),
        "smooth_method": (_one_of(*SMOOTHINGS), ", ".join(SMOOTHINGS)),
        "smooth_value": (_above_nothing, "a number above 0"),
        "max_ngram_order": (_whole, "0…20"),
        "effective_order": (_yes, "yes, no"),
    },
    "ter": {
        "normalized": (_yes, "yes, no"),
        "no_punct": (_yes, "yes, no"),
        "asian_support": (_yes, "yes, no"),
        "case_sensitive": (_yes, "yes, no"),
    },
}


@dataclass(frozen=True, slots=True)
class MetricChoice:
    """A metric with the settings that were chosen for it.

    Attributes:
        name: "chrf", "bleu" or "ter".
        settings: sacrebleu's arguments.
    """

    name: str
    settings: Mapping[str, Any]


def metric_choice(spec: str) -> MetricChoice:
    """Read a metric's name with its settings.

    Args:
        spec: "bleu", "bleu:tokenize=intl,lowercase=yes", or an alias ("chrf2++").

    Raises:
        UsageError: There is no such metric or setting, or the setting has no such value.
    """
    folded = spec.strip().lower()
    name, _colon, rest = _ALIASES.get(folded, folded).partition(":")
    known = SETTINGS.get(name)
    if known is None:
        raise UsageError(
            _("there is no metric “{name}”").format(name=spec),
            remedy=_("Choose from: {names}").format(names=", ".join(SETTINGS)),
        )
    settings = {}
    for part in filter(None, rest.split(",")):
        key, _equals, value = (word.strip() for word in part.partition("="))
        key = key.replace("-", "_")
        if key not in known:
            raise UsageError(
                _("{name} has no setting “{key}”").format(name=name, key=key),
                remedy=_("Choose from: {names}").format(names=", ".join(known)),
            )
        read, choices = known[key]
        try:
            settings[key] = read(value)
        except (ValueError, KeyError):
            raise UsageError(
                _("{name}: {key} cannot be “{value}”").format(name=name, key=key, value=value),
                remedy=_("Choose from: {names}").format(names=choices),
            ) from None
    if "smooth_value" in settings and settings.get("smooth_method") not in {"floor", "add-k"}:
        raise UsageError(
            _("{name}: smooth_value says nothing with this smoothing").format(name=name),
            remedy=_("Choose from: {names}").format(names="smooth_method=floor, smooth_method=add-k"),
        )
    return MetricChoice(name, settings)


def base_name(spec: str) -> str:
    """Return a metric's name without its settings."""
    return metric_choice(spec).name
