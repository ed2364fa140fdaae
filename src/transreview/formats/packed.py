"""Packed files (XLSX, DOCX, Trados packages): members read within bounds, single members replaced."""

from __future__ import annotations

import gc
import io
import re
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from transreview.errors import InputError
from transreview.formats.reading import display_name
from transreview.i18n import _

_LARGEST_PART = 200_000_000
_RATIO = 200  # of unpacked to packed; text rarely passes 20
# What zipfile raises at archives that are cut, scrambled, encrypted or of a later version.
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError,
    KeyError,
)  # fmt: skip


class Packed:
    """A packed file.

    Args:
        data: Its bytes.
        path: Its name, for messages.
    """

    def __init__(self, data: bytes, path: Path | str) -> None:
        self._path = path
        self._data = data
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE as error:
            raise InputError(
                _("this is no packed file, or it has been cut off"),
                path=display_name(path),
                remedy=_("Open it in the program that made it and save it again."),
            ) from error

    @property
    def names(self) -> list[str]:
        """The names of its members."""
        return self._archive.namelist()

    def part(self, name: str) -> bytes:
        """Return a member.

        Raises:
            InputError: It is unreasonably large, missing or damaged.
        """
        try:
            info = self._archive.getinfo(name)
            if info.file_size > _LARGEST_PART or info.file_size > 1_000_000 + _RATIO * info.compress_size:
                raise InputError(
                    _("{part} unpacks to {size} MB, which no document needs").format(
                        part=name, size=info.file_size // 1_000_000
                    ),
                    path=display_name(self._path),
                    remedy=_("The file is damaged or meant to do harm."),
                )
            with self._archive.open(info) as stream:
                return stream.read()  # no more comes out than the directory says
        except _DAMAGE as error:
            raise InputError(
                _("{part} cannot be unpacked: {reason}").format(part=name, reason=error),
                path=display_name(self._path),
                remedy=_("The file is damaged, or protected by a password."),
            ) from error

    def replaced(self, parts: Mapping[str, bytes]) -> bytes:
        """Return the file with some members replaced; the others keep bytes, times and order."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
            new.comment = self._archive.comment
            for info in self._archive.infolist():
                content = parts.get(info.filename)
                new.writestr(info, self.part(info.filename) if content is None else content)
        return buffer.getvalue()


def saved(document: Any) -> bytes:  # noqa: ANN401 - openpyxl and python-docx have no common type
    """Return the bytes of a workbook or Word document, the times inside fixed.

    Raises:
        InputError: The folder for temporary files, where openpyxl writes sheets first, has no room.
    """
    from lxml.etree import SerialisationError

    buffer = io.BytesIO()
    try:
        document.save(buffer)
    except (OSError, SerialisationError) as error:
        said = str(error)
    else:
        return without_times(buffer.getvalue())
    _let_go()
    raise InputError(
        _("the folder for temporary files is full or cannot be written: {error}").format(error=said),
        path=Path(tempfile.gettempdir()),
        remedy=_("Make room in it, or name another with TMPDIR"),
    )


def _let_go() -> None:
    """Collect what openpyxl left open: its second failure, at closing, would print a traceback."""
    told = sys.unraisablehook
    sys.unraisablehook = lambda _args: None
    gc.collect()
    sys.unraisablehook = told


def without_times(data: bytes) -> bytes:
    """Return a workbook or Word file with the times inside put to one fixed moment, not the present one."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            fixed = zipfile.ZipInfo(entry.filename, (2000, 1, 1, 0, 0, 0))
            fixed.compress_type = zipfile.ZIP_DEFLATED
            content = old.read(entry)
            if entry.filename == "docProps/core.xml":
                content = re.sub(
                    rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>2000-01-01T00:00:00Z", content
                )
            new.writestr(fixed, content)
    return buffer.getvalue()
