"""Word files: what a reader sees of them, with notes, headers, text boxes; tracked changes as accepted."""

from __future__ import annotations

from pathlib import Path

from transreview.formats.archives import kept_archive
from transreview.formats.document import Document
from transreview.formats.docx_marks import docx_marks, link_addresses
from transreview.formats.docx_package import Package
from transreview.formats.docx_paragraphs import paragraphs_of
from transreview.formats.left_out import Left
from transreview.formats.reading import no_text
from transreview.i18n import _
from transreview.model.unit import Unit


def read_docx(data: bytes, path: Path | str, *, encoding: str | None = None) -> Document:  # noqa: ARG001
    """Return the paragraphs of a Word file; text that a reviewer deleted is left out.

    Nothing is unpacked to disk.

    Raises:
        InputError: It is no Word file, damaged, or unpacks to an unreasonable size.
    """
    package = Package(data, path)
    found = paragraphs_of(package)
    if not found.paragraphs:
        raise no_text(path)
    addresses = {name: link_addresses(package, name) for name in package.parts}
    units = tuple(
        Unit(
            one.text,
            kind=one.kind,
            paragraph=index,
            line=index + 1,
            level=one.level,
            marker=one.marker,
            row=one.row,
            column=one.column,
            marks=docx_marks(one, addresses[one.part]),
        )
        for index, one in enumerate(found.paragraphs)
    )
    changes = found.left[Left.DELETED] > 0
    warnings = (_("its tracked changes were taken as accepted"),) if changes else ()
    return Document(
        units,
        encoding="utf-8",
        newline="\n",
        metadata=package.properties(),
        layout=kept_archive(data, "docx"),
        left={kind: count for kind, count in found.left.items() if count},
        beside={kind: count for kind, count in found.beside.items() if count},
        warnings=warnings,
    )
