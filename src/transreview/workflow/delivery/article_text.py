"""The reviewed text of an article by the paragraphs of its translation's file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from transreview.formats.filling import Passage
from transreview.languages import language
from transreview.model.article import Article
from transreview.model.segment import Segment
from transreview.model.unit import Granularity, Unit
from transreview.project.project import Project


def current_passages(project: Project, article: Article, units: Sequence[Unit]) -> list[Passage]:
    """Return the article's text in the order of the translation, unit by unit.

    Args:
        project: The project that has it.
        article: The article.
        units: The units of the translation.

    Returns:
        Passages in reading order; text that has no unit stands behind the segment before it.
    """
    joiner = language(article.target_language).joiner
    placed: list[tuple[int, int, Passage]] = []
    anchor, paragraph = -1, -1
    source = (
        project.articles.units(article.id, "source") if article.granularity is Granularity.SENTENCE else []
    )
    beads = project.articles.beads(article.id)
    for number, (segment, bead) in enumerate(zip(project.segments.each(article.id), beads, strict=True)):
        begins = source[bead.source[0]].paragraph if source and bead.source else -1
        if bead.target:
            given = distributed(segment, [units[i] for i in bead.target], joiner)
            placed += [(i, -1, Passage(text, i)) for i, text in zip(bead.target, given, strict=True)]
            anchor = bead.target[-1]
        elif segment.target:
            same = begins == paragraph >= 0
            placed.append((anchor, number, Passage(segment.target, None, sentence=same, kind=segment.kind)))
        paragraph = source[bead.source[-1]].paragraph if source and bead.source else -1
    return [passage for _anchor, _number, passage in sorted(placed, key=lambda item: item[:2])]


def distributed(segment: Segment, units: Sequence[Unit], joiner: str) -> list[str]:
    """Return what of a segment's text goes where each of its units of the translation stood.

    Paragraphs go to paragraphs; text that a person joined moves to the first, and what a person
    added goes with the last.
    """
    if segment.target == segment.machine:
        return [unit.text for unit in units]
    return spread(segment.target, units, joiner)


def spread(text: str, units: Sequence[Unit], joiner: str) -> list[str]:
    """Return what of a text goes to each unit: paragraphs to paragraphs, what is left over to the last."""
    groups = [list(group) for _paragraph, group in groupby(units, key=lambda unit: unit.paragraph)]
    parts = re.split(r"\n{2,}", text) if text else []
    if len(parts) > len(groups):
        parts = [*parts[: len(groups) - 1], "\n\n".join(parts[len(groups) - 1 :])]
    parts += [""] * (len(groups) - len(parts))
    return [own for group, part in zip(groups, parts, strict=True) for own in _shared(group, part, joiner)]


def _shared(units: Sequence[Unit], text: str, joiner: str) -> Iterator[str]:
    """Yield the text of one paragraph unit by unit; once it has changed, all of it goes with the first."""
    if text == joiner.join(unit.text for unit in units):
        yield from (unit.text for unit in units)
    else:
        yield text
        yield from ("" for _unit in units[1:])


def joined_units(
    units: Sequence[Unit],
    passages: Sequence[Passage],
    groups: Sequence[Sequence[int]],
    joiner: str,
    *,
    between: str | None = None,
) -> tuple[list[Unit], list[Passage]]:
    """Return units and passages with the pieces of each unit of the file put together again.

    Args:
        units: The units as they are now.
        passages: Their text now.
        groups: Which of them make each unit of the file.
        joiner: What stands between two pieces of the passages' text.
        between: The same of the units' text, where that is in another language.
    """
    whole: list[Unit] = []
    owner: dict[int, int] = {}
    for number, group in enumerate(groups):
        owner.update(dict.fromkeys(group, number))
        text = (joiner if between is None else between).join(units[i].text for i in group)
        whole.append(replace(units[group[0]], text=text))
    together: list[Passage] = []
    at: dict[int, int] = {}  # where in `together` a unit's text is
    for passage in passages:
        unit = None if passage.unit is None else owner[passage.unit]
        if unit is None or unit not in at:
            if unit is not None:
                at[unit] = len(together)
            together.append(replace(passage, unit=unit))
        else:
            begun = together[at[unit]]
            together[at[unit]] = replace(begun, text=joiner.join(filter(None, (begun.text, passage.text))))
    return whole, together
