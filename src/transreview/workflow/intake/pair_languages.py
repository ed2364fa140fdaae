"""The languages of a bilingual file, whoever says them: the user, the file, or its texts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from transreview.errors import InputError
from transreview.formats.reading import display_name
from transreview.formats.term_columns import writing
from transreview.i18n import _
from transreview.languages import identify
from transreview.languages.tags import parse_tag
from transreview.model.pair import PairFile

_FEW_WORDS = 200  # characters, of which no language but the writing can be told
_GUESS_FROM = 200  # texts from which a language is guessed


def file_languages(
    file: PairFile, path: Path, *, source_language: str | None, target_language: str | None
) -> tuple[str, str]:
    """Return the languages of a file: those that were said, or that it names, or that its texts are in.

    Args:
        file: The file.
        path: Its path, for messages.
        source_language: The language that somebody says its sources are in.
        target_language: The same of its translations.

    Raises:
        InputError: They cannot be told.
    """
    said = (
        source_language or file.source_language or _source_language(file),
        target_language or file.target_language or _guess([pair.target for pair in file.pairs]),
    )
    if not all(said):
        raise InputError(
            _("the languages of this file cannot be told"),
            path=display_name(path),
            remedy=_("Name them with --source-lang and --target-lang."),
        )
    if parse_tag(said[0]).language == parse_tag(said[1]).language:  # varieties of one language
        return str(parse_tag(said[0])), str(parse_tag(said[1]))
    return _plain_tag(said[0]), _plain_tag(said[1])


def _plain_tag(tag: str) -> str:
    """Return a language as articles have it: no region, a way of writing only where it matters."""
    code, script = writing(tag)
    return f"{code}-{script}" if script else code


def _source_language(file: PairFile) -> str:
    """Return the language of a file's sources; a few Latin words of a catalog are English."""
    sources = [pair.source for pair in file.pairs]
    text = "\n".join(sources[:_GUESS_FROM])
    if file.format == "PO" and len(text) < _FEW_WORDS and identify(text).script in {"Latn", ""}:
        return "en"
    return _guess(sources)


def _guess(texts: Sequence[str]) -> str:
    code = identify("\n".join([text for text in texts if text.strip()][:_GUESS_FROM])).code
    return "" if code == "und" else code
