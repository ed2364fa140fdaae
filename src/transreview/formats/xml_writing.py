"""Writing XML files piece by piece: well-formed, verified by reading back, and only then in place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from transreview.errors import InputError
from transreview.formats.atomic import Verify, writing
from transreview.i18n import _

# XML 1.0 §2.2: what is no character of a document, escaped or not.
_IMPOSSIBLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# A carriage return would come back as a line feed.
_RETURN = {"\r": "&#13;"}


class XmlWriter:
    """Writes elements one after the other, so that a million of them need no memory.

    Args:
        write: Takes each line.
        path: The file, for messages.
    """

    def __init__(self, write: Callable[[str], object], path: Path | str) -> None:
        self._write = write
        self._path = path
        self._depth = 0
        self.unit = ""
        """The unit that is being written, for messages."""

    @contextmanager
    def element(self, name: str, **attributes: str) -> Iterator[None]:
        """Write an element around what the block writes."""
        self._line(f"<{name}{self._attributes(attributes)}>")
        self._depth += 1
        yield
        self._depth -= 1
        self._line(f"</{name}>")

    def text(self, name: str, text: str, **attributes: str) -> None:
        """Write an element that holds a text, to the character."""
        content = escape(self._possible(text), _RETURN)
        self._line(f"<{name}{self._attributes(attributes)}>{content}</{name}>")

    def pieces(self, name: str, pieces: Iterable[tuple[str, str]], **attributes: str) -> None:
        """Write an element that holds texts and, between them, markup.

        Args:
            name: Name of the element.
            pieces: (text, markup) in order; one of the two is empty.
            attributes: Its attributes.
        """
        content = "".join(escape(self._possible(text), _RETURN) + markup for text, markup in pieces)
        self._line(f"<{name}{self._attributes(attributes)}>{content}</{name}>")

    def escaped(self, text: str) -> str:
        """Return a text as it stands between tags, for markup."""
        return escape(self._possible(text), _RETURN)

    def empty(self, name: str, **attributes: str) -> None:
        """Write an element that holds nothing."""
        self._line(f"<{name}{self._attributes(attributes)}/>")

    def _attributes(self, attributes: dict[str, str]) -> str:
        return "".join(
            f" {name}={quoteattr(self._possible(value))}" for name, value in attributes.items() if value
        )

    def _possible(self, text: str) -> str:
        found = _IMPOSSIBLE.search(text)
        if found:
            words = (
                _("the text of {unit} holds the character U+{code:04X}, which XML cannot hold: {text}")
                if self.unit
                else _("a text holds the character U+{code:04X}, which XML cannot hold: {text}")
            )
            raise InputError(
                words.format(unit=self.unit, code=ord(found[0]), text=repr(text[:60])),
                path=self._path,
                remedy=_("Delete it from the text and export again; nothing was written."),
            )
        return text

    def _line(self, line: str) -> None:
        self._write("  " * self._depth + line + "\n")


@contextmanager
def writing_xml(path: Path | str, *, verify: Verify | None = None, doctype: str = "") -> Iterator[XmlWriter]:
    """Give a writer whose elements become the file when the block ends without an error.

    Args:
        path: The file.
        verify: Reads the written file before it takes the place of an older one.
        doctype: A document type declaration to put first.

    Raises:
        InputError: The file cannot be written, or a text cannot stand in XML.
    """
    with writing(path, verify=verify) as stream:
        stream.write(b'<?xml version="1.0" encoding="UTF-8"?>\n')
        if doctype:
            stream.write(f"{doctype}\n".encode())
        yield XmlWriter(lambda text: stream.write(text.encode()), path)
