"""Compiled gettext catalogs, as programs load them: confirmed translations only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import polib

from transreview.errors import TransreviewError
from transreview.formats import atomic
from transreview.formats.po_entry import PoEntry
from transreview.i18n import _


def write_compiled(path: Path | str, header: Mapping[str, str], entries: Iterable[PoEntry]) -> int:
    """Write a compiled catalog, read it back, and only then put it in the place of an older one.

    As msgfmt does, fuzzy and untranslated messages are left out.

    Args:
        path: The file.
        header: The fields of its header.
        entries: The messages of the catalog.

    Returns:
        The number of messages in it.

    Raises:
        InputError: The file cannot be written.
    """
    catalog = polib.POFile()
    catalog.metadata = dict(header)
    written: dict[tuple[str | None, str], tuple[str, ...]] = {}
    for entry in entries:
        forms = entry.plurals or (entry.msgstr,)
        if entry.fuzzy or not all(forms):
            continue
        catalog.append(_compiled(entry))
        written[entry.msgctxt, entry.msgid] = forms

    def verify(temporary: Path) -> None:
        read = polib.mofile(str(temporary))
        if {(entry.msgctxt, entry.msgid): _forms(entry) for entry in read} != written:
            raise TransreviewError(
                _("the texts did not come back as they were written; the old file was kept"),
                path=path,
                remedy=_("Please report this: it is a fault of the program or of the disk."),
            )

    atomic.write(path, catalog.to_binary(), verify=verify)
    return len(written)


def _compiled(entry: PoEntry) -> polib.POEntry:
    # polib forgets a context that is empty: what it would put before the message is put there.
    msgid = f"\x04{entry.msgid}" if entry.msgctxt == "" else entry.msgid
    forms = {"msgid_plural": entry.msgid_plural, "msgstr_plural": dict(enumerate(entry.plurals))}
    texts = forms if entry.msgid_plural is not None else {"msgstr": entry.msgstr}
    return polib.POEntry(msgid=msgid, msgctxt=entry.msgctxt or None, **texts)


def _forms(entry: polib.MOEntry) -> tuple[str, ...]:
    """Return the translations of a message that was read, one where it has no plural."""
    if not entry.msgid_plural:
        return (entry.msgstr,)
    return tuple(entry.msgstr_plural[number] for number in sorted(entry.msgstr_plural))
