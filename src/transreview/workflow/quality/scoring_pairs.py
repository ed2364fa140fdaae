"""Scoring bilingual files against others: units are matched by their identity, or by their source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from transreview.errors import InputError
from transreview.formats.readers import pair_reader, read_bilingual
from transreview.i18n import _
from transreview.model.pair import Pair
from transreview.workflow.quality.scoring_lines import read_lines


def is_bilingual(path: Path) -> bool:
    """Whether a file is to be scored unit by unit and not line by line; JSON Lines are a corpus."""
    known = pair_reader(path)
    return known is not None and known.name != "JSON Lines"


def aligned_texts(
    systems: Sequence[Path], references: Sequence[Path], source: Path | None = None
) -> dict[str, list[str]]:
    """Return the texts of several files, line by line the same units.

    Only units that every file has a translation of are scored.

    Args:
        systems: Translations; at least one is bilingual.
        references: What they are held against: bilingual files, or a line for each unit.
        source: Sources, a line for each unit; those of the first bilingual file when None.

    Returns:
        Texts by file name; the sources under "" where no file was named.

    Raises:
        InputError: A file cannot be read, or has other units.
    """
    paths = [*systems, *references, *([source] if source else [])]
    read = {path: _translations(path) for path in paths if is_bilingual(path)}
    lines = {path: read_lines(path) for path in paths if path not in read}
    first = next(path for path in paths if path in read)
    order = list(read[first])
    for path, found in lines.items():
        if len(found) != len(order):
            raise InputError(
                _("lines: {count}; units in {file}: {units}").format(
                    count=len(found), file=first.name, units=len(order)
                ),
                path=path,
                remedy=_("Write a line for each unit, an empty one for units without translation"),
            )
    texts: dict[Path, list[str]] = {path: [] for path in paths}
    sources: list[str] = []
    for number, pair in enumerate(order):
        row = {path: found.get(pair, "") for path, found in read.items()}
        row |= {path: found[number] for path, found in lines.items()}
        if all(text.strip() for text in row.values()):
            sources.append(_one_line(pair[1]))
            for path, text in row.items():
                texts[path].append(_one_line(text))
    if not sources:
        raise InputError(
            _("no unit is translated in all of these files"),
            path=first,
            remedy=_("Are they translations of the same file?"),
        )
    return {str(path): found for path, found in texts.items()} | {"": sources}


Key = tuple[str, str]
"""What a unit is known by in every file: its context or id, and its source."""


def _translations(path: Path) -> Mapping[Key, str]:
    """Return the translations of a file by unit, in its order."""
    pairs = [pair for pair in read_bilingual(path).pairs if pair.source.strip()]
    counts: dict[Key, int] = {}
    for pair in pairs:
        counts["", pair.source] = counts.get(("", pair.source), 0) + 1
    return {_key(pair, counts): pair.target for pair in pairs}


def _key(pair: Pair, counts: Mapping[Key, int]) -> Key:
    """Return a unit's key: its source alone where that is there once, for ids differ between formats."""
    return ("", pair.source) if counts["", pair.source] == 1 else (pair.context or pair.id, pair.source)


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))
