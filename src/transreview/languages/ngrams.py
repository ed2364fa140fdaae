"""Language by letter n-grams: langdetect behind a door of our own.

Stock langdetect has no Georgian (it says Estonian), answers differently from run to run, reads its
profiles in the order of the directory, and is not safe on the first call of several threads. Here
the profiles are read in sorted order into factories that nobody else sees, one for each set of
scripts, with Georgian beside them, a fixed seed, and a lock around the making.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from langdetect.detector_factory import DetectorFactory

_LATIN = """
af ca cs cy da de en es et fi fr hr hu id it lt lv nl no pl pt ro sk sl so sq sv sw tl tr vi
"""
# Script → langdetect's names of the languages it has profiles of.
_BY_SCRIPT: dict[str, tuple[str, ...]] = {
    "Latn": tuple(_LATIN.split()),
    "Cyrl": ("bg", "mk", "ru", "uk"),
    "Arab": ("ar", "fa", "ur"),
    "Deva": ("hi", "mr", "ne"),
    "Geor": ("ka",),
    "Grek": ("el",),
    "Hani": ("zh-cn", "zh-tw"),
}
_OUR_CODE = {"no": "nb", "zh-cn": "zh", "zh-tw": "zh"}
_OUR_PROFILES = {"ka": ("georgian", "langdetect-ka.json")}

# A language the caller expects is so many times likelier than another of its script. The weight goes
# on the result: langdetect multiplies so many n-grams into its prior that nothing of it is left.
_PREFERENCE = 20.0
# n-grams are drawn at random from the text; more text than this only costs time.
_LONGEST_TEXT = 2000

_SEED = 0
_LONGEST_GRAM = 3
_lock = threading.Lock()


def profiled(code: str) -> bool:
    """Whether there are statistics of a language."""
    return any(_OUR_CODE.get(name, name) == code for names in _BY_SCRIPT.values() for name in names)


def most_likely(
    text: str, scripts: Mapping[str, float], preferred: tuple[str, ...] = ()
) -> tuple[str, float]:
    """Return the likeliest language of a text among those written in some scripts.

    Args:
        text: Text with letters.
        scripts: ISO 15924 code → prior weight of the languages written in it.
        preferred: Bare codes of languages to prefer.

    Returns:
        Bare code and probability; ("und", 0.0) where the text has no n-gram that any profile knows.
    """
    from langdetect.lang_detect_exception import LangDetectException

    known = tuple(sorted(script for script in scripts if script in _BY_SCRIPT))
    if not known:
        return "und", 0.0
    prior = {name: scripts[script] for script in known for name in _BY_SCRIPT[script]}
    detector = _locked_factory(known).create()
    detector.set_prior_map(prior)
    detector.set_max_text_length(_LONGEST_TEXT)
    detector.append(text)
    try:
        found = detector.get_probabilities()
    except LangDetectException:
        return "und", 0.0
    weights: dict[str, float] = {}
    for entry in found:
        code = _OUR_CODE.get(entry.lang, entry.lang)
        weights[code] = weights.get(code, 0.0) + entry.prob * (_PREFERENCE if code in preferred else 1.0)
    if not weights:
        return "und", 0.0
    best = max(weights, key=lambda code: weights[code])
    return best, weights[best] / sum(weights.values())


def _locked_factory(scripts: tuple[str, ...]) -> DetectorFactory:
    with _lock:
        return _factory(scripts)


@cache
def _factory(scripts: tuple[str, ...]) -> DetectorFactory:
    from langdetect.detector_factory import DetectorFactory

    names = sorted(name for script in scripts for name in _BY_SCRIPT[script])
    factory = DetectorFactory()
    # langdetect asks for two profiles at least; Chinese stands by where a script has one language.
    if len(names) < 2:
        names.append("zh-cn")
    profiles = [json.loads(_profile(name)) for name in names]
    factory.langlist = [profile["name"] for profile in profiles]
    factory.word_lang_prob_map = _Probabilities(profiles)
    factory.set_seed(_SEED)
    return factory


class _Probabilities(dict[str, list[float]]):
    """The table of a factory: n-gram → its probability in each language, worked out when a text has it.

    langdetect works out all of them at once, of which a text asks for a few hundred.

    Args:
        profiles: Each language's record: how often each n-gram was met, how many of each length.
    """

    def __init__(self, profiles: Sequence[Mapping[str, Any]]) -> None:
        super().__init__()
        self._profiles = [(profile["freq"], profile["n_words"]) for profile in profiles]

    def __contains__(self, gram: object) -> bool:
        return super().__contains__(gram) or any(gram in counts for counts, _sizes in self._profiles)

    def __missing__(self, gram: str) -> list[float]:
        length = len(gram)
        known = 1 <= length <= _LONGEST_GRAM
        found = [
            counts[gram] / sizes[length - 1] if known and gram in counts else 0.0
            for counts, sizes in self._profiles
        ]
        self[gram] = found
        return found


def _profile(name: str) -> str:
    if name in _OUR_PROFILES:
        folder, file = _OUR_PROFILES[name]
        return (files("transreview.languages") / folder / "data" / file).read_text(encoding="utf-8")
    return (files("langdetect") / "profiles" / name).read_text(encoding="utf-8")
