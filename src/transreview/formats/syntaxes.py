"""How rewritten text is put into a file, by the syntax of the place where it stands."""

from __future__ import annotations

import importlib
from functools import cache
from typing import Protocol


class SyntaxWriter(Protocol):
    """Puts another text into the place of one."""

    def __call__(self, raw: str, old: str, new: str, lost: list[str]) -> str:
        """Return the characters of the file.

        Args:
            raw: Its characters as they were.
            old: What was read of them.
            new: The text now.
            lost: Takes inline marks that could not be kept.
        """


SYNTAXES: dict[str, str] = {
    "html": "transreview.formats.html_filling:refill_html",
    "xhtml": "transreview.formats.html_filling:refill_xml",
    "odt": "transreview.formats.odt:refill_odt",
    "html-title": "transreview.formats.html_filling:refill_title",
    "attribute": "transreview.formats.html_filling:refill_attribute",
    "attribute'": "transreview.formats.html_filling:refill_single_quoted",
    "attribute-bare": "transreview.formats.html_filling:refill_unquoted",
    "yaml": "transreview.formats.yaml_articles:refill_scalar",
    "yaml-flow": "transreview.formats.yaml_articles:refill_flow",
    "front-matter": "transreview.formats.yaml_scalars:refill_yaml",
    "toml": "transreview.formats.yaml_scalars:refill_toml",
    "cell": "transreview.formats.markdown_filling:refill_cell",
    "code-comment": "transreview.formats.markdown_filling:refill_comment",
    "header": "transreview.formats.markdown_filling:refill_header",
    "link-title": "transreview.formats.markdown_filling:refill_link_title",
    "json": "transreview.formats.json_articles:refill_json",
    "android": "transreview.formats.android:refill_android",
    "strings": "transreview.formats.apple_strings:refill_strings",
    "strings'": "transreview.formats.apple_strings:refill_single",
    "strings-bare": "transreview.formats.apple_strings:refill_bare",
    "stringsdict": "transreview.formats.xml_values:refill_value",
    "resx": "transreview.formats.xml_values:refill_value",
    "properties": "transreview.formats.properties:refill_properties",
    "properties-escaped": "transreview.formats.properties:refill_escaped",
    "subtitle": "transreview.formats.subtitles:refill_subtitle",
    "webvtt": "transreview.formats.subtitles:refill_webvtt",
}
"""Name → "module:function"; Markdown and plain text are written by `filling` itself."""


@cache
def syntax_writer(name: str) -> SyntaxWriter | None:
    """Return what writes a syntax; None for Markdown and plain text."""
    if name not in SYNTAXES:
        return None
    module, function = SYNTAXES[name].split(":")
    writer: SyntaxWriter = getattr(importlib.import_module(module), function)
    return writer
