"""Glossary files of every kind, told apart by their endings and headers."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from pathlib import Path

from transreview.errors import UsageError
from transreview.formats import atomic
from transreview.formats.glossary_csv import Layout, encode_glossary
from transreview.formats.glossary_pairs import write_pairs
from transreview.formats.reading import reading_failed
from transreview.formats.term_columns import BILINGUAL, Tell
from transreview.i18n import _
from transreview.model.glossary import Glossary

FORMATS = {
    ".csv": "CSV, one row a concept",
    ".xlsx": "XLSX workbook",
    ".tbx": "TBX-Basic",
    ".tsv": "tab-separated pairs (OmegaT)",
    ".txt": "tab-separated pairs (OmegaT)",
    ".tab": "tab-separated pairs (OmegaT)",
    ".utf8": "tab-separated pairs (OmegaT)",
}
"""Ending of the file → what is read and written under it."""


def read_any(
    path: Path | str,
    *,
    source_language: str | None = None,
    target_language: str | None = None,
    encoding: str | None = None,
    columns: str | None = None,
    tell: Tell | None = None,
) -> Glossary:
    """Read a glossary in any format.

    Args:
        path: A file whose ending says what it is. A table is a glossary of ours when its header has
            the column `id` and one of a language code, else a term list of somebody's.
        source_language: Language of the first column of a list without a header.
        target_language: Language of its second column.
        encoding: How a text file's bytes are written; found out when None.
        columns: What the columns of a term list hold, "zh,ka,-,note", instead of what its header says.
        tell: Told which column was taken for what, and what was left out.

    Raises:
        InputError: The file cannot be read.
        UsageError: Its ending is that of no glossary, or its columns cannot be told.
    """
    suffix = Path(path).suffix.lower()
    if (suffix if suffix in BILINGUAL else _suffix(path)) == ".tbx":
        from transreview.formats.tbx import read_tbx

        return read_tbx(path, tell=tell)
    from transreview.formats.term_tables import read_term_table

    return read_term_table(
        path,
        source_language=source_language,
        target_language=target_language,
        encoding=encoding,
        columns=columns,
        tell=tell or (lambda _sentence: None),
    )


def write_any(
    path: Path | str,
    glossary: Glossary,
    *,
    languages: Sequence[str] = (),
    tbx_version: int = 3,
    format: str | None = None,  # noqa: A002 - the word of the field
) -> None:
    """Write a glossary in the format that the file's ending names.

    Args:
        path: The file; an existing one is replaced. "-" is standard output, which gets CSV when no
            format is named.
        glossary: What to write.
        languages: The languages to write, the source first; a list of pairs takes the first two.
            All when empty.
        tbx_version: 2 (martif) or 3, for TBX.
        format: "csv", "xlsx", "tbx" or "tsv", whatever the file's ending.

    Raises:
        InputError: The file cannot be written.
        UsageError: Its ending is that of no glossary, or a list of pairs lacks a language.
    """
    chosen = tuple(languages) or glossary.languages
    if format is None and atomic.is_standard(path):
        format = "csv"  # noqa: A001 - see above
    match f".{format}" if format else _suffix(path):
        case ".xlsx":
            from transreview.formats.glossary_xlsx import write_xlsx

            write_xlsx(path, glossary)
        case ".tbx":
            from transreview.formats.tbx_writing import write_tbx

            write_tbx(path, glossary, version=tbx_version, language=chosen[0] if chosen else "en")
        case ".csv":
            # Written anew: a glossary that is there does not lend its columns.
            atomic.write(path, encode_glossary(glossary, Layout()))
        case _:
            if len(chosen) < 2:
                raise UsageError(
                    _("a list of pairs needs a source and a target language"),
                    remedy=_("Name them with --source-lang and --target-lang."),
                )
            write_pairs(path, glossary, chosen[0], chosen[1])


def _suffix(path: Path | str) -> str:
    suffix = Path(path).suffix.lower()
    if suffix not in FORMATS:
        if Path(path).is_dir():
            raise reading_failed(path, IsADirectoryError(errno.EISDIR, ""))
        raise UsageError(
            _("“{suffix}” is the ending of no glossary").format(suffix=suffix)
            if suffix
            else _("its name has no ending that would say what kind of glossary it is"),
            path=path,
            remedy=_("Use one of: {endings}.").format(endings=", ".join(FORMATS)),
        )
    return suffix
