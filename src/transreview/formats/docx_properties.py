"""Custom properties of Word files: what a program keeps in a file beside its text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from transreview.formats.packed import Packed
from transreview.formats.reading import display_name
from transreview.formats.xml_editing import xml_text
from transreview.formats.xml_reading import attribute, children, parse_xml

_PART = "docProps/custom.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # ECMA-376 part 1, §22.3: the one for custom properties


def add_property(package: Any, name: str, text: str) -> None:  # noqa: ANN401 - python-docx has no types
    """Give a new Word file of python-docx, which has no custom properties yet, its first one."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    data = (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        b'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        b'<property fmtid="%s" pid="2" name="%s"><vt:lpwstr>%s</vt:lpwstr></property></Properties>'
        % (_FORMAT_ID.encode(), name.encode(), xml_text(text))
    )
    package.relate_to(Part(PackURI(f"/{_PART}"), _TYPE, data, package), _RELATION)


def property_of(packed: Packed, name: str, path: Path | str) -> str:
    """Return a custom property of a Word file, "" where it has none of that name."""
    if _PART not in packed.names:
        return ""
    root = parse_xml(packed.part(_PART), f"{display_name(path)} ({_PART})")
    for one in children(root, "property"):
        if attribute(one, "name") == name:
            return "".join(str(text) for text in one.itertext()).strip()
    return ""
