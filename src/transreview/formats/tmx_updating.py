"""Writing changed translations into a translation memory of somebody's, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from transreview.formats.inline_restoring import restored
from transreview.formats.tmx import memory_of, tmx_root
from transreview.formats.xml_editing import XmlEditor
from transreview.model.pair import PairChange


def update_tmx(
    data: bytes,
    path: Path | str,
    changes: Mapping[str, PairChange],
    *,
    encoding: str | None = None,
    source_language: str | None = None,
    target_language: str | None = None,
) -> bytes:
    """Return the bytes of a translation memory with changed translations; TMX has no states.

    Raises:
        InputError: The file cannot be read, or its encoding lacks a character of a change.
    """
    tmx_root(data, path, encoding)  # says what is wrong with another kind of XML
    editor = XmlEditor(data, path, encoding)
    for unit in memory_of(editor.root, source_language, target_language).units:
        change = changes.get(unit.pair.identity)
        if change is None or change.target is None or change.target == unit.pair.target:
            continue
        editor.set_inside(unit.target, restored(change.target, (unit.target, unit.source), editor))
    return editor.result()
