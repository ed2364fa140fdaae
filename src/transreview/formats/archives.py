"""Articles in archives (Word, OpenDocument, EPUB): new text goes into the members that hold it."""

from __future__ import annotations

import base64
import importlib
from collections.abc import Sequence
from typing import Protocol

from transreview.formats.document import Layout
from transreview.formats.filling import Filled, Passage
from transreview.model.unit import Unit


class ArchiveWriter(Protocol):
    """Puts new text into an archive."""

    def __call__(
        self, data: bytes, units: Sequence[Unit], passages: Sequence[Passage], path: str
    ) -> tuple[bytes, Filled]:
        """Return the archive, and what could not be kept."""


_WRITERS = {
    "docx": "transreview.formats.docx_filling:fill_docx",
    "odt": "transreview.formats.odt:fill_odt",
    "epub": "transreview.formats.epub:fill_epub",
}


def kept_archive(data: bytes, format: str) -> Layout:  # noqa: A002 - the word of the field
    """Return an archive as the layout of its article."""
    return Layout(format, archive=base64.b64encode(data).decode("ascii"))


def fill_archive(
    layout: Layout, units: Sequence[Unit], passages: Sequence[Passage], path: str
) -> tuple[bytes, Filled]:
    """Return an archive's bytes with new text in it; one whose text is unchanged comes back as it was.

    Args:
        layout: The archive.
        units: The units that were read from it, in order.
        passages: Its text now.
        path: Its name, for messages.
    """
    data = base64.b64decode(layout.archive)
    if len(passages) == len(units) and all(
        passage.unit == index and passage.text == unit.text
        for index, (passage, unit) in enumerate(zip(passages, units, strict=True))
    ):
        return data, Filled("")
    module, function = _WRITERS[layout.format].split(":")
    writer: ArchiveWriter = getattr(importlib.import_module(module), function)
    return writer(data, units, passages, path)
