"""Compiled gettext catalogs, as programs load them: confirmed translations only."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import polib

from transreview.errors import TransreviewError
from transreview.formats import atomic
from transreview.formats.po import CatalogHeader
from transreview.formats.po_entry import PoEntry
from transreview.i18n import _


def write_compiled(path: Path | str, header: CatalogHeader, entries: Iterable[PoEntry]) -> int:
    """Write a compiled catalog, read it back, and only then put it in the place of an older one.

    As msgfmt does, fuzzy and untranslated messages are left out.

    Args:
        path: The file.
        header: What its header says.
        entries: The messages of the catalog.

    Returns:
        The number of messages in it.

    Raises:
        InputError: The file cannot be written.
    """
    catalog = polib.POFile()
    catalog.metadata = header.fields()
    written: dict[tuple[str | None, str], str] = {}
    for entry in entries:
        if entry.fuzzy or not entry.msgstr:
            continue
        # polib forgets a context that is empty: what it would put before the message is put there.
        msgid = f"\x04{entry.msgid}" if entry.msgctxt == "" else entry.msgid
        catalog.append(polib.POEntry(msgid=msgid, msgstr=entry.msgstr, msgctxt=entry.msgctxt or None))
        written[entry.msgctxt, entry.msgid] = entry.msgstr

    def verify(temporary: Path) -> None:
        read = polib.mofile(str(temporary))
        if {(entry.msgctxt, entry.msgid): entry.msgstr for entry in read} != written:
            raise TransreviewError(
                _("the texts did not come back as they were written; the old file was kept"),
                path=path,
                remedy=_("Please report this: it is a fault of the program or of the disk."),
            )

    atomic.write(path, catalog.to_binary(), verify=verify)
    return len(written)
