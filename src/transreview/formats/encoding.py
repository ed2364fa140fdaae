"""Bytes to text: the encoding is known or proved, or the file is refused; never mojibake."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path

from transreview.errors import InputError, UsageError
from transreview.formats.chinese_encodings import chinese_encoding
from transreview.formats.reading import display_name
from transreview.i18n import _

# The longer mark first: the UTF-32 mark begins with the UTF-16 one.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# Files called GB2312 or GBK hold characters of its successors; GB18030 reads all three alike.
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "cp950"}

_GUESSED_BYTES = 65_536

# So many continuation bytes, all in their places, are no accident.
_PLAIN_BYTES = 16


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file and how it was read.

    Attributes:
        text: All of its characters, line ends as they stand, without byte order mark.
        encoding: Python's name of the encoding.
    """

    text: str
    encoding: str


def decode(data: bytes, encoding: str | None = None, *, path: Path | str | None = None) -> Decoded:
    """Return the text of some bytes.

    Byte order marks are believed, then UTF-8 that holds to the last byte, then GB18030 or Big5
    where the result reads as Chinese. Anything else has to be named by the user.

    Args:
        data: The bytes of a whole file.
        encoding: Name of the encoding to use, whatever the bytes look like.
        path: The file, for messages.

    Raises:
        InputError: The bytes are binary or in no encoding that can be made out; with byte offset.
        UsageError: There is no encoding of this name.
    """
    name = None if path is None else display_name(path)
    if encoding:
        codec = known_encoding(encoding)
        return Decoded(_without_nul(_strict(data, codec, name), codec, name).removeprefix("\ufeff"), codec)
    for mark, marked in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return Decoded(_without_nul(_strict(data, marked, name), marked, name), marked)
    _refuse_binary(data, name)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        found = chinese_encoding(data)
        if found is None:
            raise _undecodable(data, error.start, name) from error
        return Decoded(data.decode(found), found)


def known_encoding(name: str) -> str:
    """Return the name of the codec that reads an encoding, widened where a wider one reads the same.

    Raises:
        UsageError: There is no text encoding of this name.
    """
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError) as error:
        raise _unknown_encoding(name) from error
    # Codecs such as "hex" or "rot13" turn bytes into bytes or text into text: not encodings.
    if not info._is_text_encoding:  # noqa: SLF001 - the only place where Python says it
        raise _unknown_encoding(name)
    return _WIDER.get(info.name, info.name)


def is_plainly_utf8(data: bytes) -> bool:
    """Return whether bytes are UTF-8 beyond reasonable doubt: much of it beyond ASCII, and all of it right.

    Two Chinese characters in GB18030 can be UTF-8 by chance; eight letters of three bytes each
    cannot.
    """
    if data.startswith(codecs.BOM_UTF8):
        return True
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return len(data) - len(text) >= _PLAIN_BYTES


def _unknown_encoding(name: str) -> UsageError:
    return UsageError(
        _("there is no encoding called {name}").format(name=repr(name)),
        remedy=_("Common ones: utf-8, utf-16, gb18030, big5, cp1251."),
    )


def _strict(data: bytes, encoding: str, name: str | None) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            _("this is not {encoding}: {reason}").format(encoding=encoding, reason=error.reason),
            path=name,
            line=data.count(b"\n", 0, error.start) + 1,
            byte=error.start,
            remedy=_("Leave --encoding out to have it detected, or name another."),
        ) from error
    except UnicodeError as error:  # UTF-16 without its mark, a cut surrogate pair
        raise InputError(
            _("this is not {encoding}: {reason}").format(encoding=encoding, reason=error),
            path=name,
            remedy=_("Leave --encoding out to have it detected, or name another."),
        ) from error


def _without_nul(text: str, encoding: str, name: str | None) -> str:
    at = text.find("\0")
    if at >= 0:
        offset = len(text[:at].encode(encoding))
        raise _binary(offset, text.count("\n", 0, at) + 1, name)
    return text


def _refuse_binary(data: bytes, name: str | None) -> None:
    at = data.find(b"\0")
    if at < 0:
        return
    head = data[:_GUESSED_BYTES]
    # Text in UTF-16 has the high byte of its spaces, digits and line ends on one side only.
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) > 4 * min(even, odd) and max(even, odd) * 50 > len(head):
        guess = "utf-16-be" if even > odd else "utf-16-le"
        raise InputError(
            _("this looks like UTF-16 without its byte order mark"),
            path=name,
            byte=at,
            remedy=_("Try --encoding {guess}, or save the file as UTF-8.").format(guess=guess),
        )
    raise _binary(at, data.count(b"\n", 0, at) + 1, name)


def _binary(byte: int, line: int, name: str | None) -> InputError:
    return InputError(
        _("this is not text: it holds a NUL byte"),
        path=name,
        line=line,
        byte=byte,
        remedy=_("It may be another kind of file, or damaged; name a text file."),
    )


def _undecodable(data: bytes, start: int, name: str | None) -> InputError:
    guess = _guess(data)
    remedy = (
        _("It may be {guess}: look at it and try --encoding {guess}.").format(guess=guess)
        if guess
        else _("Save the file as UTF-8, or name its encoding with --encoding.")
    )
    return InputError(
        _("this is not UTF-8, and its encoding cannot be told with certainty"),
        path=name,
        line=data.count(b"\n", 0, start) + 1,
        byte=start,
        remedy=remedy,
    )


def _guess(data: bytes) -> str:
    """Return what charset-normalizer takes the bytes for, empty when it cannot say either."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_GUESSED_BYTES]).best()
    return "" if best is None or best.encoding in {"ascii", "utf_8"} else best.encoding.replace("_", "-")
