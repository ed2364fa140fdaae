"""What the order of risk takes from checks, lexicon and glossary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from transreview.alignment.sides import Side
from transreview.model.finding import Finding, Severity
from transreview.model.glossary import Glossary
from transreview.model.unit import Unit

_WEIGHTS = {Severity.CRITICAL: 5.0, Severity.ERROR: 5.0, Severity.WARNING: 1.0, Severity.INFO: 0.2}


def findings_weight(findings: Iterable[Finding]) -> float:
    """Return what findings weigh together: an error as five warnings, a note as a fifth of one."""
    return sum(_WEIGHTS[finding.severity] * finding.confidence for finding in findings)


def coverage(
    sources: Sequence[str],
    targets: Sequence[str],
    source_language: str,
    target_language: str,
    glossary: Glossary | None = None,
) -> list[float | None]:
    """Return which share of each source's known words has its translation in the target.

    Args:
        sources: Source texts.
        targets: Their translations.
        source_language: BCP 47 tag.
        target_language: BCP 47 tag.
        glossary: Terms that count as known words.

    Returns:
        0 to 1; None where neither lexicon nor glossary knows a word of the source.
    """
    known = [0] * len(sources)
    there = [0] * len(sources)
    _count_lexicon(sources, targets, (source_language, target_language), known, there)
    if glossary is not None and glossary.concepts:
        from transreview.terminology.segment_terms import SegmentTerms

        terms = SegmentTerms(glossary, source_language, target_language)
        for index, (source, target) in enumerate(zip(sources, targets, strict=True)):
            for use in terms.uses(source, target):
                known[index] += len(use.source)
                there[index] += min(len(use.source), len(use.rendered))
    return [met / count if count else None for met, count in zip(there, known, strict=True)]


def _count_lexicon(
    sources: Sequence[str],
    targets: Sequence[str],
    languages: tuple[str, str],
    known: list[int],
    there: list[int],
) -> None:
    import numpy as np

    from transreview.alignment.signals.lexicon import lexicon_channel

    sides = [
        Side.of([Unit(text) for text in texts], code)
        for texts, code in zip((sources, targets), languages, strict=True)
    ]
    channel = lexicon_channel(*sides)
    if channel is None:
        return
    rows = [_unit_of_piece(side) for side in sides]
    partners: dict[int, set[int]] = {}
    for left, right in channel.pairs.tolist():
        partners.setdefault(left, set()).add(right)
    words: list[set[int]] = [set() for _ in targets]
    for piece, word in zip(channel.right.unit.tolist(), channel.right.type.tolist(), strict=True):
        words[rows[1][piece]].add(word)
    left_words = np.column_stack([channel.left.unit, channel.left.type]).tolist()
    for piece, word in left_words:
        unit = rows[0][piece]
        # A word without any association in these texts says nothing about this translation.
        if word in partners:
            known[unit] += 1
            there[unit] += not partners[word].isdisjoint(words[unit])


def _unit_of_piece(side: Side) -> list[int]:
    import numpy as np

    counts = np.diff(side.first)
    numbers: list[int] = np.repeat(np.arange(len(counts)), counts).tolist()
    return numbers
