"""What can be told of a translation without a reference: one number a signal and segment."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from transreview.languages import language

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskText:
    """A segment as the order of risk sees it.

    Attributes:
        source: Source text.
        target: Translation.
        article: Name of its article.
        place: Number of the source segment in the article; the same for every engine's translation of it.
        engine: Whose translation it is.
        target_language: Its language.
        findings: Weight of what the checks found: 5 an error, 1 a warning, 0.2 a note.
        coverage: Share of the source's known words whose translation stands in the target; None without
            a lexicon or glossary of the pair.
        confidence: How sure the alignment is, 0 to 1.
    """

    source: str
    target: str
    article: str
    place: int
    engine: str = ""
    target_language: str = "und"
    findings: float = 0.0
    coverage: float | None = None
    confidence: float = 1.0


# The order of the columns everywhere. "own words", "own pairs", "disagreement" and "dispute" compare with
# other engines' translations of the same source and are level where there is only one.
SIGNALS = (
    "findings",
    "length",
    "source length",
    "proportion",
    "coverage",
    "rare words",
    "alignment",
    "repetition",
    "digits",
    "names",
    "clauses",
    "disagreement",
    "dispute",
    "own words",
    "own pairs",
)

_MARK = re.compile(r"[^\w\s]|(?<=[\u3400-\u9fff])\s(?=[\u3400-\u9fff])")
_NAME = re.compile(r"(?<![.!?…。！？]\s)(?<!^)\b[A-ZА-ЯÄÖÜ]\w+|[·・]")
_LEVEL = 0.5  # agreement where there is nothing to agree with


def signals(texts: Sequence[RiskText]) -> NDArray[np.float64]:
    """Return a row for each text and a column for each of `SIGNALS`."""
    import numpy as np

    if not texts:
        return np.zeros((0, len(SIGNALS)))
    words = [_words(text.target, text.target_language) for text in texts]
    usual = _usual_proportions(texts)
    rarity = _rarity(texts, words)
    agreement = _agreement(texts, words)
    rows = []
    for index, text in enumerate(texts):
        tokens = words[index]
        source, target = max(len(text.source), 1), max(len(text.target), 1)
        proportion = math.log(target / source) - usual[text.engine, text.target_language]
        rows.append(
            (
                math.log1p(text.findings),
                math.log(target),
                math.log(source),
                abs(proportion),
                _LEVEL if text.coverage is None else 1 - text.coverage,
                rarity[index],
                1 - text.confidence,
                1 - len(set(tokens)) / len(tokens) if tokens else 0.0,
                float(any(character.isdigit() for character in text.source)),
                math.log1p(len(_NAME.findall(text.source)) + len(_NAME.findall(text.target))),
                math.log1p(len(_MARK.findall(text.source))),
                *agreement[index],
            )
        )
    return np.array(rows)


def _words(text: str, code: str) -> list[str]:
    return [text[start:end].casefold() for start, end in language(code).words(text)]


def _usual_proportions(texts: Sequence[RiskText]) -> dict[tuple[str, str], float]:
    """Return by engine and language the logarithm of the usual length of target over source."""
    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    for text in texts:
        if text.source and text.target:
            found[text.engine, text.target_language].append(math.log(len(text.target) / len(text.source)))
    return defaultdict(float, {key: median(values) for key, values in found.items()})


def _rarity(texts: Sequence[RiskText], words: Sequence[Sequence[str]]) -> list[float]:
    """Return the mean over a text's words of how few source segments have them in a translation."""
    where: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for text, tokens in zip(texts, words, strict=True):
        for token in tokens:
            where[token].add((text.article, text.place))
    sources = len({(text.article, text.place) for text in texts})
    scale = math.log(sources + 1)
    return [
        sum(math.log((sources + 1) / len(where[token])) for token in tokens) / (len(tokens) * scale)
        if tokens
        else 1.0
        for tokens in words
    ]


def _agreement(
    texts: Sequence[RiskText], words: Sequence[Sequence[str]]
) -> list[tuple[float, float, float, float]]:
    """Return disagreement with other engines, theirs among themselves, own words, own pairs of words."""
    groups: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        groups[text.article, text.place].append(index)
    found = [(_LEVEL, _LEVEL, _LEVEL, _LEVEL)] * len(texts)
    for members in groups.values():
        if len(members) < 2:
            continue
        apart = _apart([_grams(texts[index].target) for index in members])
        alone = _alone([Counter(set(words[index])) for index in members])
        pairs = [list(zip(words[index], words[index][1:], strict=False)) for index in members]
        torn = _alone([Counter(set(one)) for one in pairs])
        for place, index in enumerate(members):
            others = [value for other, value in enumerate(apart) if other != place]
            # Of two engines either disagrees with the other as much: that is no dispute among others.
            dispute = sum(others) / len(others) if len(members) > 2 else _LEVEL
            found[index] = (apart[place], dispute, alone[place], torn[place])
    return found


def _grams(text: str) -> Counter[str]:
    flat = "".join(text.split()).casefold()
    return Counter(flat[i : i + n] for n in range(1, 7) for i in range(len(flat) - n + 1))


def _apart(grams: Sequence[Counter[str]]) -> list[float]:
    """Return for each text 1 minus the mean F1 of its character n-grams with the others'."""
    sizes = [one.total() for one in grams]
    sums = [0.0] * len(grams)
    for a in range(len(grams)):
        for b in range(a):
            shared = (grams[a] & grams[b]).total()
            alike = 2 * shared / max(1, sizes[a] + sizes[b])
            sums[a] += alike
            sums[b] += alike
    return [1 - total / (len(grams) - 1) for total in sums]


def _alone(items: Sequence[Mapping[object, int]]) -> list[float]:
    """Return for each text the mean share of other texts that lack one of its items."""
    counts: Counter[object] = Counter(item for one in items for item in one)
    others = len(items) - 1
    return [
        sum(1 - (counts[item] - 1) / others for item in one) / len(one) if one else _LEVEL for one in items
    ]
