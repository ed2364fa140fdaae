"""Which reader reads which bilingual file: a table by the ends of file names, open to other packages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from transreview import plugins
from transreview.errors import UsageError
from transreview.formats.added_formats import function_at, probed
from transreview.formats.article_formats import known_format
from transreview.formats.reading import STDIN, read_bytes
from transreview.i18n import _
from transreview.languages.header_names import said_language
from transreview.model.pair import PairChange, PairFile
from transreview.terminal_text import shell_word


@dataclass(frozen=True, slots=True, kw_only=True)
class PairReader:
    """A format that bilingual files come in.

    Attributes:
        name: Its name, for messages.
        suffixes: Lower-case file name endings.
        reader: "module:function" of `(data, path, *, encoding, source_language, target_language) ->
            PairFile`, imported on use.
        updater: "module:function" of `(data, path, changes, *, encoding, source_language,
            target_language) -> bytes`, which writes changed translations into the file's own bytes;
            "" where the format cannot be written back.
        package: The package that adds it; empty for ours.
    """

    name: str
    suffixes: tuple[str, ...]
    reader: str
    updater: str = ""
    package: str = ""

    def load(self) -> Callable[..., PairFile]:
        """Import and return the reader."""
        return function_at(self.reader)

    def load_updater(self) -> Callable[..., bytes]:
        """Import and return the function that writes changes back.

        Raises:
            UsageError: The format cannot be written back.
        """
        if not self.updater:
            raise UsageError(
                _("{format} files cannot be written back").format(format=self.name),
                remedy=_("Export to another format: `transreview formats` lists them."),
            )
        return function_at(self.updater)


_PLACE = "transreview.formats."

PAIR_READERS: tuple[PairReader, ...] = (
    PairReader(
        name="PO",
        suffixes=(".po", ".pot"),
        reader=_PLACE + "po_catalog:read_bilingual_po",
        updater=_PLACE + "po_updating:update_po",
    ),
    PairReader(
        name="XLIFF",
        suffixes=(".xlf", ".xliff", ".mxliff", ".sdlxliff", ".mqxliff", ".txlf"),
        reader=_PLACE + "xliff:read_xliff",
        updater=_PLACE + "xliff_updating:update_xliff",
    ),
    PairReader(
        name="TMX",
        suffixes=(".tmx",),
        reader=_PLACE + "tmx:read_tmx",
        updater=_PLACE + "tmx_updating:update_tmx",
    ),
    PairReader(
        name="table",
        suffixes=(".csv", ".tsv", ".tab"),
        reader=_PLACE + "grid_delimited:read_table",
        updater=_PLACE + "grid_delimited:update_table",
    ),
    PairReader(
        name="XLSX",
        suffixes=(".xlsx",),
        reader=_PLACE + "grid_xlsx:read_workbook",
        updater=_PLACE + "grid_xlsx:update_workbook",
    ),
    PairReader(
        name="JSON Lines",
        suffixes=(".jsonl", ".ndjson", ".jsonlines"),
        reader=_PLACE + "jsonl:read_jsonl",
        updater=_PLACE + "jsonl:update_jsonl",
    ),
    PairReader(
        name="DOCX table",
        suffixes=(".docx",),
        reader=_PLACE + "grid_docx:read_word_table",
        updater=_PLACE + "grid_docx:update_word_table",
    ),
    PairReader(
        name="RTF table",
        suffixes=(".rtf",),
        reader=_PLACE + "grid_rtf:read_rtf_table",
        updater=_PLACE + "grid_rtf:update_rtf_table",
    ),
    PairReader(
        name="Trados package",
        suffixes=(".sdlppx", ".sdlrpx"),
        reader=_PLACE + "trados_package:read_package",
        updater=_PLACE + "trados_package:update_package",
    ),
)


# An entry point names a `PairReader`; its name is the format's, for messages.
PLUGINS: plugins.Kind[PairReader] = plugins.Kind(
    group="transreview.bilingual",
    left_out=lambda: _("The bilingual format “{name}” of the package {package} is left out: {why}."),
    make=lambda _name, loaded: [probed(loaded, PairReader)],
    names=lambda added: added.suffixes,
    taken=lambda: [suffix for known in PAIR_READERS for suffix in known.suffixes],
)


def _added() -> list[PairReader]:
    return [replace(plugin.value, package=plugin.package) for plugin in plugins.load(PLUGINS)]


def pair_reader(path: Path | str) -> PairReader | None:
    """Return the reader that a file name's ending asks for, or None."""
    suffix = ".jsonl" if str(path) == STDIN else Path(path).suffix.lower()
    for known in PAIR_READERS:
        if suffix in known.suffixes:
            return known
    return next((known for known in _added() if suffix in known.suffixes), None)


def required_reader(path: Path | str) -> PairReader:
    """Return the reader that a file name's ending asks for.

    Raises:
        UsageError: Its ending is not one of a bilingual format.
    """
    known = pair_reader(path)
    if known is None:
        if known_format(path) is not None:
            raise UsageError(
                _("this is the text of one language, not of both"),
                path=path,
                remedy=_("Make a project of it and its translation: {command}.").format(
                    command=f"transreview new NAME.transreview {shell_word(str(path))} TRANSLATION"
                ),
            )
        endings = ", ".join(suffix for form in (*PAIR_READERS, *_added()) for suffix in form.suffixes)
        raise UsageError(
            _("this ending says no bilingual format"),
            path=path,
            remedy=_("Known endings: {endings}.").format(endings=endings),
        )
    return known


def read_bilingual(
    path: Path | str,
    *,
    encoding: str | None = None,
    source_language: str | None = None,
    target_language: str | None = None,
) -> PairFile:
    """Return the pairs of a bilingual file; standard input ("-") is JSON Lines.

    Args:
        path: The file; its ending says its format.
        encoding: Its encoding, for formats that do not name it themselves.
        source_language: The language to take as the source, where the file has several.
        target_language: The language to take as the translation, where the file has several.

    Raises:
        InputError: It cannot be read without losing or guessing something; with the line.
        UsageError: Its ending is not one of a bilingual format.
    """
    required_reader(path)  # an unknown ending is said before the file is looked for
    return parse_bilingual(
        read_bytes(path),
        path,
        encoding=encoding,
        source_language=source_language,
        target_language=target_language,
    )


def parse_bilingual(
    data: bytes,
    path: Path | str,
    *,
    encoding: str | None = None,
    source_language: str | None = None,
    target_language: str | None = None,
) -> PairFile:
    """Return the pairs of a bilingual file whose bytes are at hand; the rest as for `read_bilingual`."""
    known = required_reader(path)
    with plugins.blamed(known.name, known.package):
        file = known.load()(
            data,
            path,
            encoding=encoding,
            source_language=source_language,
            target_language=target_language,
        )
        plugins.returned(file, PairFile)
    said = file.source_language, file.target_language
    meant = said_language(said[0]), said_language(said[1])
    return file if meant == said else replace(file, source_language=meant[0], target_language=meant[1])


def updated_bilingual(
    data: bytes,
    path: Path | str,
    changes: Mapping[str, PairChange],
    *,
    encoding: str | None = None,
    source_language: str | None = None,
    target_language: str | None = None,
) -> bytes:
    """Return the bytes of a bilingual file with changes of its pairs, by identity, and nothing else changed.

    Raises:
        InputError: It cannot be read, or cannot hold a change.
        UsageError: Its format cannot be written back.
    """
    known = required_reader(path)
    with plugins.blamed(known.name, known.package):
        written = known.load_updater()(
            data,
            path,
            changes,
            encoding=encoding,
            source_language=source_language,
            target_language=target_language,
        )
        plugins.returned(written, bytes)
    return written
