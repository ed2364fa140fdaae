"""An article's own file as Markdown or plain text: read again, with its marks in the other's syntax."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transreview.formats.inline_writing import plain
from transreview.formats.registry import parse_document
from transreview.formats.structured_rendering import render_units
from transreview.model.unit import Unit


def converted(data: bytes, path: str, own: str, to: str) -> str | None:
    """Return a file in another format.

    Args:
        data: The file.
        path: Its name, which says its format.
        own: That format, as export calls it.
        to: "text" or "markdown".

    Returns:
        The text; None where the format has no such conversion.
    """
    units: Sequence[Unit]
    if to == "text":
        if own not in {"html", "docx", "odt", "epub"}:
            return None
        units = [unit for unit in parse_document(data, path).units if not unit.name]
        return render_units(units, to="text")
    if own == "html":
        from transreview.formats.html import page_text
        from transreview.formats.html_markdown import html_in_markdown

        units = html_in_markdown(page_text(data, path))
    elif own == "docx":
        from transreview.formats.docx_markdown import docx_in_markdown

        units = docx_in_markdown(data, path)
    elif own == "epub":
        from transreview.formats.epub import pages_of
        from transreview.formats.html_markdown import html_in_markdown

        units = [unit for page in pages_of(data, path) for unit in html_in_markdown(page)]
    elif own == "odt":
        units = [replace(unit, text=plain(unit.text)) for unit in parse_document(data, path).units]
    else:
        return None
    return render_units(units, to="markdown")
