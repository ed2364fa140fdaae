r"""Reading gettext catalogs as strictly as msgfmt: what is cut, doubled or garbled is refused with its line.

polib reads a catalog that ends in mid-string as an untranslated one, keeps `\x41` as four characters
and does not see duplicates, so that reading is our own; writing goes through its classes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from transreview.errors import InputError
from transreview.formats.lines import LINE_END
from transreview.formats.po_entry import PoEntry
from transreview.formats.po_strings import EscapeError, unescape
from transreview.formats.reading import display_name
from transreview.i18n import _

_TOKEN = re.compile(
    r"""\s*(?:
        (msgctxt|msgid_plural|msgid|msgstr) (?:(?<=msgstr)\[\s*(\d{1,3})\s*\])? (?![A-Za-z_])
      | "([^"\\]*+(?:\\.[^"\\]*+)*)"
      | (\S)
    )""",
    re.VERBOSE,
)
_SIMPLE = re.compile(r'(msgctxt|msgid|msgstr) "([^"\\]*+)"')
_STRING = r'"[^"\\\n]*+(?:\\[^\n][^"\\\n]*+)*"'
_REST = r"[^\r\n]*+(?<![ \t\v\f])\n"
_STRINGS = rf"({_STRING}(?:\n{_STRING})*)"
_WHOLE = re.compile(
    rf"((?:\# [^\r\n]{_REST})*)((?:\#\. [^ \t\r\n]{_REST})*)"
    rf"((?:\#: [^ \t\r\n]{_REST})*)((?:\#, [^ \t\r\n]{_REST})*)"
    rf"(?:msgctxt ({_STRING})\n)?msgid {_STRINGS}\nmsgstr {_STRINGS}\n\n"
)
# What may follow `#|`, in this order.
_PREVIOUS = ("msgctxt", "msgid", "msgid_plural")
_BEGINNING = re.compile(r"#|msgctxt|msgid(?!_)|\Z")
# gettext lets one file hold several catalogs, each behind a line that names its domain.
_DOMAIN = re.compile(r'domain[ \t]*"[^"\\]*+"')
_BLANKS = " \t\r\n\v\f"
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


def parse_text(chunks: Iterable[str], *, path: Path | str, encoding: str = "utf-8") -> Iterator[PoEntry]:
    """Yield every message of a catalog, the header and obsolete ones included.

    Messages in the form that gettext writes are taken whole, which is three times as quick;
    everything else is read line by line.

    Args:
        chunks: Its text in pieces of any size.
        path: Its name, for messages.
        encoding: Its encoding, in which numeric escapes are bytes.

    Raises:
        InputError: A line is not of a catalog, a string is not closed, a message is not complete.
    """
    reader = _Reader(path, encoding)
    for block, following in _with_next(_blocks(chunks)):
        # A string that follows a blank line still belongs to the message before it.
        apart = reader.awaits_message and _BEGINNING.match(following)
        whole = _WHOLE.fullmatch(block) if apart else None
        message = _whole_message(whole, reader) if whole else None
        if message is not None:
            reader.end()
            yield from reader.done
            reader.done.clear()
            yield message
            reader.number += block.count("\n")
            continue
        lines = LINE_END.split(block)
        reader.last = reader.number + len(lines)
        for line in lines:
            reader.take(line)
            if reader.done:
                yield from reader.done
                reader.done.clear()
        reader.number -= 1  # what follows the last line end of a block is no line
    reader.finish()
    yield from reader.done


def _with_next(blocks: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield every block with the one behind it, the last with ""."""
    before: str | None = None
    for block in blocks:
        if before is not None:
            yield before, block
        before = block
    if before is not None:
        yield before, ""


def _blocks(chunks: Iterable[str]) -> Iterator[str]:
    """Yield a text in parts that end in a blank line, or at its end."""
    rest = ""
    for chunk in chunks:
        rest += chunk
        # A carriage return at the very end may be half of a line end.
        *blocks, rest = rest.split("\n\n")
        for block in blocks:
            yield block + "\n\n"
    yield rest


def _whole_message(match: re.Match[str], reader: _Reader) -> PoEntry | None:
    """Return the message that `_WHOLE` has matched; None when an escape in it is wrong."""
    comments, extracted, references, flags, context, msgid, msgstr = match.groups()
    try:
        return PoEntry(
            _joined(msgid, reader.encoding),
            _joined(msgstr, reader.encoding),
            msgctxt=None if context is None else _joined(context, reader.encoding),
            comments=tuple(comments[2:-1].split("\n# ")) if comments else (),
            extracted=tuple(extracted[3:-1].split("\n#. ")) if extracted else (),
            references=tuple(references[3:].replace("\n#: ", " ").split()),
            flags=_flags(flags[3:].replace("\n#, ", ",")) if flags else (),
            line=reader.number + 1 + match.string.count("\n", 0, match.end(4)),
            target_line=reader.number + 1 + match.string.count("\n", 0, match.start(7)),
        )
    except EscapeError:
        return None


@lru_cache(maxsize=256)
def _flags(written: str) -> tuple[str, ...]:
    return tuple(flag for part in written.split(",") if (flag := part.strip()))


def _joined(strings: str, encoding: str) -> str:
    """Return the text of one string or of several on lines of their own, quotes included."""
    if "\\" not in strings and "\n" not in strings and "\x04" not in strings:
        return strings[1:-1]
    return "".join(unescape(string[1:-1], encoding) for string in strings.split("\n"))


class _Reader:
    """Puts messages together line by line.

    A keyword opens a field and strings are added to it; a comment or a keyword that cannot belong
    to the message under way ends it.
    """

    def __init__(self, path: Path | str, encoding: str) -> None:
        self.path = path
        self.encoding = encoding
        self.number = 0
        self.last = 0  # the line behind which no line end stands
        self.done: list[PoEntry] = []
        self._begin()

    def _begin(self) -> None:
        self.line = self.msgid_line = self.target_line = 0
        self.obsolete = False
        self.fields: dict[str, list[str]] = {}
        self.previous: dict[str, list[str]] = {}
        self.open: list[str] | None = None
        self.open_in: dict[str, list[str]] = self.fields
        self.comments: list[str] = []
        self.extracted: list[str] = []
        self.references: list[str] = []
        self.flags: list[str] = []

    def take(self, line: str) -> None:
        """Take the next line; messages that it shows to be complete are added to `done`."""
        self.number += 1
        line = line.strip(_BLANKS)
        if not line:
            return
        if _DOMAIN.fullmatch(line):
            self.end()
        elif line[0] != "#":
            simple = _SIMPLE.fullmatch(line)
            if simple is None:
                self._tokens(line, previous=False, obsolete=False)
            else:  # nearly every line of a catalog: worth its own way
                self._keyword(simple[1], previous=False, obsolete=False)
                self.fields[simple[1]].append(simple[2])
        elif line[1:2] == "~":
            rest = line[2:].lstrip(_BLANKS)
            self._tokens(rest.removeprefix("|"), previous=rest.startswith("|"), obsolete=True)
        else:
            self._comment(line)

    def end(self) -> None:
        """End the message under way, if there is one.

        Raises:
            InputError: It is not complete.
        """
        if self.fields:
            self.done.append(self._message())
            self._begin()

    def finish(self) -> None:
        """End the file.

        Raises:
            InputError: It ends in the middle of a message.
        """
        self.end()
        if self.previous:
            raise self._incomplete(self.number)

    def _comment(self, line: str) -> None:
        if self.fields:
            self.end()
        kind = line[1:2]
        if self.previous and kind != "|":
            raise self._incomplete(self.number)
        if kind == "|":
            self._tokens(line[2:], previous=True, obsolete=False)
        elif kind == ".":
            self.extracted.append(line[2:].removeprefix(" "))
        elif kind == ":":
            self.references.extend(line[2:].split())
        elif kind in {",", "="}:
            self.flags.extend(_flags(line[2:]))
        else:
            self.comments.append(line[1:].removeprefix(" "))

    def _tokens(self, line: str, *, previous: bool, obsolete: bool) -> None:
        for keyword, index, string, other in _TOKEN.findall(line):
            if keyword:
                self._keyword(
                    f"{keyword}[{int(index)}]" if index else keyword, previous=previous, obsolete=obsolete
                )
            elif other:
                raise self._garbage(line, other)
            elif not previous and self.fields and obsolete != self.obsolete:
                raise self._partly_obsolete()
            else:
                self._string(string, self.previous if previous else self.fields)

    def _keyword(self, keyword: str, *, previous: bool, obsolete: bool) -> None:
        if previous:
            self.end()
            self._check_previous(keyword)
        else:
            begins = keyword in {"msgctxt", "msgid"} and "msgid" in self.fields
            if self.fields and not begins and obsolete != self.obsolete:
                raise self._partly_obsolete()
            if self.open == [] and self.open_in is self.fields:
                raise self._error(
                    _("the text in quotation marks is missing before this line"),
                    _('Write "" where there is no text.'),
                )
            if begins:
                self.end()
            if not self.fields:
                self.line, self.obsolete = self.number, obsolete
            self._check_order(keyword)
            if keyword == "msgid":
                self.msgid_line = self.number
            elif keyword in {"msgstr", "msgstr[0]"}:
                self.target_line = self.number
        self.open_in = self.previous if previous else self.fields
        self.open = self.open_in[keyword] = []

    def _check_previous(self, keyword: str) -> None:
        known = [*self.previous, keyword]
        if keyword not in _PREVIOUS or known != sorted(set(known), key=_PREVIOUS.index):
            raise self._error(
                _("{keyword} of an earlier version stands in the wrong place").format(keyword=keyword),
                _("Delete the lines that begin with #| or repair their order: msgctxt, msgid, msgid_plural."),
            )

    def _check_order(self, keyword: str) -> None:
        fields = self.fields
        if keyword in fields:
            raise self._error(
                _("{keyword} comes twice in one message").format(keyword=keyword),
                _("Delete one of the two, or restore the message between them."),
            )
        if keyword not in {"msgctxt", "msgid"} and "msgid" not in fields:
            raise self._error(
                _("{keyword} comes without a msgid before it").format(keyword=keyword),
                _("Restore the message from a backup, or delete the rest of it."),
            )
        plural = "msgid_plural" in fields
        misplaced = keyword == "msgid_plural" and "msgstr" in fields
        form = int(keyword[7:-1]) if keyword.startswith("msgstr[") else None
        if misplaced or (keyword == "msgstr" and plural) or (form is not None and not plural):
            raise self._error(
                _("plural and plain forms are mixed in one message"),
                _("With msgid_plural go msgstr[0], msgstr[1] …; without it msgstr."),
                self.number if plural or "msgstr" in fields else self.msgid_line,
            )
        if form is not None and form != sum(one.startswith("msgstr[") for one in fields):
            raise self._error(_("a plural form is missing in this message"), _("Add it, or renumber."))

    def _string(self, written: str, fields: dict[str, list[str]]) -> None:
        if self.open is None or self.open_in is not fields:
            raise self._error(
                _("a string stands here without a keyword"), _("msgid or msgstr is missing before it.")
            )
        try:
            self.open.append(unescape(written, self.encoding))
        except EscapeError as error:
            raise self._error(
                _("{sequence} is not an escape sequence").format(sequence=error),
                _("Write a backslash of the text as two."),
            ) from error

    @property
    def awaits_message(self) -> bool:
        """Whether nothing has been read that the next comment or keyword could still belong to."""
        if self.fields:
            return "msgstr" in self.fields or "msgstr[0]" in self.fields
        return not (self.previous or self.comments or self.extracted or self.references or self.flags)

    def _message(self) -> PoEntry:
        fields = {keyword: "".join(parts) for keyword, parts in self.fields.items()}
        translated = "msgstr" in fields or "msgstr[0]" in fields
        if "msgid" not in fields or not translated or not all(self.fields.values()):
            raise self._incomplete(self.msgid_line or self.line)
        return PoEntry(
            msgid=fields["msgid"],
            msgstr=fields.get("msgstr", ""),
            msgctxt=fields.get("msgctxt"),
            msgid_plural=fields.get("msgid_plural"),
            plurals=tuple(text for keyword, text in fields.items() if keyword.startswith("msgstr[")),
            comments=tuple(self.comments),
            extracted=tuple(self.extracted),
            references=tuple(self.references),
            flags=tuple(self.flags),
            previous={keyword: "".join(parts) for keyword, parts in self.previous.items()},
            obsolete=self.obsolete,
            line=self.line,
            target_line=self.target_line,
        )

    def _incomplete(self, line: int) -> InputError:
        return self._error(
            _("the message that begins here is not complete"),
            _("The file may have been cut off; take it from a backup, or complete the message."),
            line,
        )

    def _partly_obsolete(self) -> InputError:
        return self._error(
            _("a part of this message is marked with #~, and another is not"),
            _("Mark all of its lines, or none."),
        )

    def _garbage(self, line: str, found: str) -> InputError:
        if line.startswith(_CONFLICT):
            return self._error(
                _("this is a conflict marker that git left in the file"),
                _("Keep one of the two versions and delete the markers."),
            )
        if found == '"' or '"' in line:
            message = _("a double quote is missing, or one inside the text is not escaped")
            line_end = found == '"' and self.number != self.last
            if line_end:  # gettext names the line that follows the one which is not closed
                message = f"{message} ({display_name(self.path)}:{self.number})"
            return self._error(
                message,
                _("The file may have been cut off here. Inside a text a quote is written with a backslash."),
                self.number + line_end,
            )
        return self._error(
            _("this is not a line of a PO catalog: {line}").format(line=line[:60]),
            _("Lines begin with #, msgctxt, msgid, msgstr or a double quote."),
        )

    def _error(self, message: str, remedy: str, line: int | None = None) -> InputError:
        return InputError(message, path=display_name(self.path), line=line or self.number, remedy=remedy)
