"""Writing gettext catalogs: streamed, to the byte as msgcat --no-wrap does, read back before they count."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import polib

from transreview.errors import InputError, TransreviewError
from transreview.formats.atomic import writing
from transreview.formats.po_entry import PoEntry
from transreview.formats.po_reader import parse_text
from transreview.formats.po_strings import escape
from transreview.i18n import _
from transreview.languages.tags import locale_name

# What a reference may not hold: the blanks and the colon between references and their lines, the
# sign of an escape itself, controls, and the isolates that newer gettext puts around file names.
_NOT_IN_REFERENCE = re.compile(r"[\s%:\\\x00-\x1f\x7f-\x9f\u2066-\u2069\u200e\u200f\u202a-\u202e]")
_CONTROL = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")


_PREVIOUS = ("msgctxt", "msgid", "msgid_plural")
_CHUNK = 1 << 18  # characters read at a time when a catalog is read back


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogHeader:
    """What the header of a catalog says.

    Attributes:
        project: Name of the project or article.
        created: When the messages were taken from the source (UTC).
        revised: When a translation last changed (UTC).
        translator: Who changed it, empty when nobody did.
        source_language: BCP 47 tag.
        target_language: BCP 47 tag.
        nplurals: Number of plural forms of the target language.
        plural: Its plural expression.
        generator: Program and version that writes it.
        extra: Further X- fields.
    """

    project: str
    created: datetime
    revised: datetime
    translator: str
    source_language: str
    target_language: str
    nplurals: int
    plural: str
    generator: str
    extra: dict[str, str]

    def fields(self) -> dict[str, str]:
        """Return the header's fields; polib puts them into gettext's order."""
        plural = self.plural if self.nplurals == 1 or self.plural.startswith("(") else f"({self.plural})"
        return {
            "Project-Id-Version": one_line(self.project),
            "Report-Msgid-Bugs-To": "",
            "POT-Creation-Date": _timestamp(self.created),
            "PO-Revision-Date": _timestamp(self.revised),
            "Last-Translator": one_line(self.translator) or "Automatically generated",
            "Language-Team": "none",
            "Language": locale_name(self.target_language),
            "MIME-Version": "1.0",
            "Content-Type": "text/plain; charset=UTF-8",
            "Content-Transfer-Encoding": "8bit",
            "Plural-Forms": f"nplurals={self.nplurals}; plural={plural};",
            "X-Generator": one_line(self.generator),
            "X-Source-Language": locale_name(self.source_language),
            **{name: one_line(value) for name, value in self.extra.items()},
        }


def write_catalog(path: Path | str, header: CatalogHeader, entries: Iterable[PoEntry]) -> int:
    """Write a catalog, read it back, and only then put it in the place of an older one.

    Args:
        path: The file.
        header: What its header says.
        entries: Its messages; taken one by one, so that a million of them need no memory.

    Returns:
        The number of messages.

    Raises:
        InputError: The file cannot be written, or a message cannot stand in a catalog.
    """
    catalog = polib.POFile(wrapwidth=0)
    catalog.metadata = header.fields()
    first = PoEntry(msgstr=catalog.metadata_as_entry().msgstr)
    digests, keys = array("q"), array("q")

    def verify(temporary: Path) -> None:
        _compare(temporary, digests, path)

    with writing(path, verify=verify) as stream:
        stream.write(format_entry(first).encode())
        digests.append(_digest(first))
        for entry in entries:
            if not entry.msgid and entry.msgctxt is None:
                raise _no_source(entry, path)
            stream.write(b"\n" + _encoded(entry, path))
            digests.append(_digest(entry))
            keys.append(hash(entry.key))
        _refuse_repeated(keys, path)
    return len(keys)


def format_entry(entry: PoEntry) -> str:
    """Return one message as `msgcat --no-wrap` writes it, with the line end after its last line.

    Not by polib, whose writer also breaks at U+2028, U+0085 and the like, which gettext does not, and leaves
    U+0007 raw.
    """
    mark, before = ("#~ ", "#~| ") if entry.obsolete else ("", "#| ")
    lines = [f"# {line}" for comment in entry.comments for line in comment.split("\n")]
    if not entry.obsolete:
        lines += [f"#. {line}" for note in entry.extracted for line in note.split("\n")]
        if entry.references:
            lines.append("#: " + " ".join(entry.references))
    if entry.flags:
        lines.append("#, " + ", ".join(entry.flags))
    for name in _PREVIOUS:
        if name in entry.previous:
            lines += _field(before, name, entry.previous[name])
    if entry.msgctxt is not None:
        lines += _field(mark, "msgctxt", entry.msgctxt)
    lines += _field(mark, "msgid", entry.msgid)
    if entry.msgid_plural:
        lines += _field(mark, "msgid_plural", entry.msgid_plural)
    if entry.plurals:
        for number, text in enumerate(entry.plurals):
            lines += _field(mark, f"msgstr[{number}]", text)
    else:
        lines += _field(mark, "msgstr", entry.msgstr)
    lines.append("")
    return "\n".join(lines)


def _field(mark: str, name: str, text: str) -> list[str]:
    """Return the lines of a string, broken at line feeds only."""
    if "\n" not in text[:-1]:
        return [f'{mark}{name} "{escape(text)}"']
    *lines, last = text.split("\n")
    strings = [f'{mark}"{escape(line)}\\n"' for line in lines]
    return [f'{mark}{name} ""', *strings, *([f'{mark}"{escape(last)}"'] if last else [])]


@lru_cache(maxsize=256)
def _file_reference(file: str) -> str:
    return _NOT_IN_REFERENCE.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), file)


def reference(file: str, line: int) -> str:
    """Return the place of a paragraph as a catalog writes it: "file:line", blanks percent-encoded."""
    name = _file_reference(file)
    return f"{name}:{line}" if line > 0 else name


def one_line(text: str) -> str:
    """Return a text as one line without control characters, for a comment or a header field."""
    line = _CONTROL.sub(" ", text).strip()
    # To gettext a backslash before a line end joins two lines, and would swallow the one behind.
    return f"{line} ." if line.endswith("\\") else line


def message_text(text: str) -> str:
    """Return a text as it can stand in a message: gettext wants no line feed at only one of two ends."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.strip("\n")


def _timestamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M+0000")


def _digest(entry: PoEntry) -> int:
    return hash((
        entry.msgctxt, entry.msgid, entry.msgstr, entry.msgid_plural, entry.plurals, entry.comments,
        entry.extracted, entry.references, entry.flags, tuple(entry.previous.items()), entry.obsolete,
    ))  # fmt: skip


def _compare(written: Path, digests: array[int], path: Path | str) -> None:
    """Read a written catalog back and compare every message with what was to be written."""
    with written.open(encoding="utf-8", newline="\n") as stream:
        chunks = iter(lambda: stream.read(_CHUNK), "")
        found = array("q", map(_digest, parse_text(chunks, path=path)))
    if found == digests:
        return
    at = next(
        (i for i, (one, other) in enumerate(zip(found, digests, strict=False)) if one != other), len(found)
    )
    raise TransreviewError(
        _("message {number} did not come back as it was written; the old file was kept").format(number=at),
        path=path,
        remedy=_("Please report this: it is a fault of the program or of the disk."),
    )


def _encoded(entry: PoEntry, path: Path | str) -> bytes:
    """Return a message as bytes.

    Raises:
        InputError: It holds a character that no catalog can hold.
    """
    try:
        data = format_entry(entry).encode()
    except UnicodeEncodeError as error:
        raise _impossible(entry, error.object[error.start], path) from error
    # NUL ends a string of gettext, EOT parts context and message in compiled catalogs.
    for character in ("\x00", "\x04"):
        if character.encode() in data:
            raise _impossible(entry, character, path)
    return data


def _impossible(entry: PoEntry, character: str, path: Path | str) -> InputError:
    return InputError(
        _("{context} holds the character U+{code:04X}, which a catalog cannot hold").format(
            context=entry.msgctxt, code=ord(character)
        ),
        path=path,
        remedy=_("Delete it from the text and export again; nothing was written."),
    )


def _no_source(entry: PoEntry, path: Path | str) -> InputError:
    return InputError(
        _("{context} has no source text, so it cannot be a message").format(
            context=entry.msgctxt or entry.msgstr[:40]
        ),
        path=path,
    )


def _refuse_repeated(keys: array[int], path: Path | str) -> None:
    ordered = sorted(keys)
    if any(one == other for one, other in pairwise(ordered)):
        raise TransreviewError(
            _("two messages have the same context; nothing was written"),
            path=path,
            remedy=_("Please report this: it is a fault of the program."),
        )
