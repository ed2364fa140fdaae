"""Bilingual files: source and translation side by side, whatever format they come in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from transreview import plugins
from transreview.errors import UsageError
from transreview.formats.added_formats import function_at, probed
from transreview.formats.reading import STDIN, read_bytes
from transreview.i18n import _


@dataclass(frozen=True, slots=True)
class BilingualUnit:
    """One source text with its translation.

    Attributes:
        id: Its name in the file, or its number.
        source: Source text; inline codes stand in it as tags.
        target: Translation; "" when there is none.
        line: 1-based line of the file, 0 where the format does not tell.
        context: What tells equal sources apart.
        note: What the file says of it to people.
        confirmed: Whether the file says that somebody has vouched for it; None when it says nothing.
        plurals: Further plural forms of the translation.
    """

    id: str
    source: str
    target: str
    line: int = 0
    context: str = ""
    note: str = ""
    confirmed: bool | None = None
    plurals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BilingualFile:
    """A file of translations.

    Attributes:
        format: Name of its format.
        units: Its texts in order.
        source_language: Tag that the file names, empty when it names none.
        target_language: The same of the translations.
        encoding: What it was read in, empty where the format settles that itself.
        warnings: What is odd but was read, one sentence each.
    """

    format: str
    units: tuple[BilingualUnit, ...]
    source_language: str = ""
    target_language: str = ""
    encoding: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BilingualFormat:
    """A format that bilingual files come in.

    Attributes:
        name: Its name, for messages.
        suffixes: Lower-case file name endings.
        reader: "module:function" of `(data, path, *, encoding) -> BilingualFile`, imported on use.
        package: The package that adds it; empty for ours.
    """

    name: str
    suffixes: tuple[str, ...]
    reader: str
    package: str = ""

    def load(self) -> Callable[..., BilingualFile]:
        """Import and return the reader."""
        return function_at(self.reader)


_PLACE = "transreview.formats."

BILINGUAL_FORMATS: tuple[BilingualFormat, ...] = (
    BilingualFormat("PO", (".po", ".pot"), _PLACE + "po_catalog:read_bilingual_po"),
    BilingualFormat("XLIFF", (".xlf", ".xliff", ".mxliff", ".sdlxliff"), _PLACE + "xliff:read_xliff"),
    BilingualFormat("TMX", (".tmx",), _PLACE + "tmx:read_tmx"),
    BilingualFormat("table", (".csv", ".tsv", ".tab"), _PLACE + "bilingual_table:read_table"),
    BilingualFormat("JSON Lines", (".jsonl", ".ndjson", ".jsonlines"), _PLACE + "jsonl:read_jsonl"),
)


# An entry point names a `BilingualFormat`; its name is the format's, for messages.
PLUGINS: plugins.Kind[BilingualFormat] = plugins.Kind(
    group="transreview.bilingual",
    left_out=lambda: _("The bilingual format “{name}” of the package {package} is left out: {why}."),
    make=lambda _name, loaded: [probed(loaded, BilingualFormat)],
    names=lambda added: added.suffixes,
    taken=lambda: [suffix for known in BILINGUAL_FORMATS for suffix in known.suffixes],
)


def _added() -> list[BilingualFormat]:
    return [replace(plugin.value, package=plugin.package) for plugin in plugins.load(PLUGINS)]


def bilingual_format(path: Path | str) -> BilingualFormat | None:
    """Return the bilingual format that a file name's ending says, or None."""
    suffix = ".jsonl" if str(path) == STDIN else Path(path).suffix.lower()
    for known in BILINGUAL_FORMATS:
        if suffix in known.suffixes:
            return known
    return next((known for known in _added() if suffix in known.suffixes), None)


def read_bilingual(path: Path | str, *, encoding: str | None = None) -> BilingualFile:
    """Return the texts of a bilingual file; standard input ("-") is JSON Lines.

    Args:
        path: The file; its ending says its format.
        encoding: Its encoding, for formats that do not name it themselves.

    Raises:
        InputError: It cannot be read without losing or guessing something; with the line.
        UsageError: Its ending is not one of a bilingual format.
    """
    known = bilingual_format(path)
    if known is None:
        endings = ", ".join(suffix for form in (*BILINGUAL_FORMATS, *_added()) for suffix in form.suffixes)
        raise UsageError(
            _("this ending says no bilingual format"),
            path=path,
            remedy=_("Known endings: {endings}.").format(endings=endings),
        )
    data = read_bytes(path)
    with plugins.blamed(known.name, known.package):
        file = known.load()(data, path, encoding=encoding)
        plugins.returned(file, BilingualFile)
    return file
