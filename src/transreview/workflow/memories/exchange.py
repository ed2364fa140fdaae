"""Memories and TMX: other people's pairs come in under their file's name, one's own go out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from transreview import __version__
from transreview.errors import InputError, UsageError
from transreview.formats.exchange import Exchange, ExchangeFile
from transreview.formats.readers import read_bilingual
from transreview.i18n import _
from transreview.memory.file import MemoryFile, languages_of
from transreview.memory.record import MemoryPair, Origin
from transreview.model.pair import Pair
from transreview.model.segment import Status
from transreview.terminal_text import textual
from transreview.workflow.source_date import source_date


def import_pairs(
    memory: MemoryFile,
    path: Path,
    *,
    source_language: str | None = None,
    target_language: str | None = None,
    origin: Origin = Origin.FOREIGN,
    progress: Callable[[int], None] | None = None,
) -> tuple[int, tuple[str, ...]]:
    """Take the pairs of a TMX (or any bilingual) file into a memory; an earlier import of it is replaced.

    Args:
        memory: Where they go.
        path: The file.
        source_language: Language of its sources, where it does not say.
        target_language: Language of its translations, where it does not say or holds several.
        origin: Who stands behind them.
        progress: Called with the number of pairs taken so far.

    Returns:
        How many were taken, and what the reader had to say.

    Raises:
        InputError: The file cannot be read, or the memory not written; nothing of an earlier import
            is lost where the file cannot be read.
        UsageError: The languages are not known.
    """
    found = read_bilingual(path, source_language=source_language, target_language=target_language)
    source = source_language or found.source_language
    target = target_language or found.target_language
    if not source or not target:
        raise UsageError(
            _("the file does not say which languages it is in"),
            path=path,
            remedy=_("Name them with --source-lang and --target-lang"),
        )
    called = textual(path.name)
    name = f"file:{called}"
    memory.remove(name)
    pairs = (
        MemoryPair(
            source=unit.source,
            target=unit.target,
            source_language=source,
            target_language=target,
            origin=origin,
            collection=name,
            key=f"{number}",
            label=called,
        )
        for number, unit in enumerate(found.pairs, start=1)
    )
    return memory.add(pairs, progress=progress), found.warnings


def export_pairs(memory: MemoryFile, path: Path, source_language: str = "", target_language: str = "") -> int:
    """Write the pairs of two languages of a memory as TMX; returns how many.

    Raises:
        InputError: The memory has no such pairs, or the file cannot be written.
        UsageError: The memory holds several pairs of languages and none was chosen.
    """
    from transreview.formats.tmx_writing import write_tmx

    chosen = _languages(memory, path, source_language, target_language)
    units = (
        Pair(id=str(number), source=pair.source, target=pair.target, status=Status.CONFIRMED)
        for number, pair in enumerate(memory.each(*chosen), start=1)
    )
    created = (source_date() or datetime.now(UTC)).strftime("%Y%m%dT%H%M%SZ")
    exchange = Exchange(
        *chosen,
        files=[ExchangeFile("memory", units)],
        generator=f"transreview {__version__}",
        created=created,
    )
    return write_tmx(path, exchange)


def _languages(memory: MemoryFile, path: Path, source: str, target: str) -> tuple[str, str]:
    """Return the two languages to write; the only ones of the memory when none are named."""
    counts = Counter(languages_of(p.source_language, p.target_language) for p in memory.each())
    if source and target and languages_of(source, target) in counts:
        return source, target
    held = ", ".join(f"{name.replace(' ', '→')} ({count})" for name, count in counts.most_common())
    if not counts or (source and target):
        raise InputError(
            _("the memory has no such pairs; it holds: {pairs}").format(pairs=held)
            if held
            else _("the memory is empty"),
            path=memory.path,
            remedy=_("Confirm segments on the screen, or import a TMX with `transreview memory import`"),
        )
    if len(counts) > 1:
        raise UsageError(
            _("the memory holds several pairs of languages: {pairs}").format(pairs=held),
            path=path,
            remedy=_("Choose one with --source-lang and --target-lang"),
        )
    first, second = next(iter(counts)).split(" ")
    return first, second
