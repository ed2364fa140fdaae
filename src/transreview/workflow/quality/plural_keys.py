"""Plural forms in files of keys (items_few, count/other, quantity="one"): which are one language's own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transreview.model.article import Article
from transreview.model.segment import Segment
from transreview.model.unit import Unit

if TYPE_CHECKING:
    from transreview.project import Project

PLURALS = "plural forms"
"""Name of what a project keeps of the plural forms in an article's files."""

# The categories of CLDR, which i18next, Android, Rails and ARB use; "other" is the one of every language.
_FORM = re.compile(r"(?P<stem>.+[/_.#])(?P<category>zero|one|two|few|many|other)")
_OF_FEW = frozenset({"zero", "one", "two"})


@dataclass(frozen=True, slots=True)
class PluralForms:
    """Segments of plural forms.

    Attributes:
        alone: Those of a category that the other language does not have.
        of_few: Those for one or two numbers, which may name it in a word: "one file", "no files".
    """

    alone: frozenset[int] = frozenset()
    of_few: frozenset[int] = frozenset()


def to_keep(source: Sequence[Unit], target: Sequence[Unit]) -> dict[str, str]:
    """Return what is to be kept of the plural forms of two files: the numbers of their units."""
    kept = {}
    for side, units, others in (("source", source, target), ("target", target, source)):
        forms = [_FORM.fullmatch(unit.name) for unit in units]
        named = {unit.name.partition("/")[2] for unit in others} | {unit.name for unit in others}
        kept[side] = {
            "alone": [number for number, form in enumerate(forms) if form and _is_alone(form, named)],
            "few": [number for number, form in enumerate(forms) if form and form["category"] in _OF_FEW],
        }
    found = any(numbers for lists in kept.values() for numbers in lists.values())
    return {PLURALS: json.dumps(kept)} if found else {}


def _is_alone(form: re.Match[str], named: set[str]) -> bool:
    """Whether the other file has the message, in its form for other numbers or in one, but not this form."""
    whole = form["stem"], form[0]
    below = form["stem"].partition("/")[2], form[0].partition("/")[2]  # without the language at the root
    return any(
        stem and own not in named and (f"{stem}other" in named or stem[:-1] in named)
        for stem, own in (whole, below)
    )


def kept_forms(project: Project, article: Article, segments: Iterable[Segment]) -> PluralForms:
    """Return the segments of an article that hold plural forms of its files of keys."""
    kept = project.articles.data(article.id, PLURALS)
    if kept is None:
        return PluralForms()
    sides = json.loads(kept)
    alone, few = (
        {side: frozenset(sides[side][what]) for side in ("source", "target")} for what in ("alone", "few")
    )
    found: tuple[set[int], set[int]] = (set(), set())
    for segment in segments:
        side = "target" if segment.key.startswith("+") else "source"
        if "." in segment.key:  # a part of what was one unit
            continue
        numbers = [int(number) - 1 for number in re.findall(r"\d+", segment.key)]
        if not (segment.source and segment.machine) and alone[side].issuperset(numbers):
            found[0].add(segment.id)
        if few[side].issuperset(numbers):
            found[1].add(segment.id)
    return PluralForms(*map(frozenset, found))
