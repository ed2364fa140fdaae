"""The `translation` field of Hugging Face's datasets: {"zh": "…", "ka": "…"}, not source and target."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from transreview.errors import InputError
from transreview.i18n import _
from transreview.languages.tags import parse_tag

FIELD = "translation"


def stands_for(record: Mapping[str, Any], column: str) -> bool:
    """Return whether a record has the text of a column under its language, in its `translation`.

    Args:
        record: Of JSON Lines or Parquet.
        column: The name of a field.
    """
    return column in ("source", "target") and isinstance(record.get(FIELD), Mapping)


def unfolded(
    record: dict[str, Any],
    place: tuple[str | Path, int | None],
    source_language: str | None = None,
    target_language: str | None = None,
) -> dict[str, Any]:
    """Return a record whose `translation`, if it has one, is its source and its target.

    The keys of the field say nothing of which text was translated from which: they stand in the order of the
    alphabet as often as not. So the languages must be said.

    Args:
        record: It; one with a source or a target of its own comes back as it is.
        place: Its file, and its line or row where it is known, for messages.
        source_language: Of a record without "source_lang".
        target_language: Of a record without "target_lang".

    Raises:
        InputError: The languages are not said, or no text is in one of them.
    """
    texts = record.get(FIELD)
    if not isinstance(texts, Mapping) or "source" in record or "target" in record:
        return record
    path, line = place
    said = {
        "source": str(record.get("source_lang") or source_language or ""),
        "target": str(record.get("target_lang") or target_language or ""),
    }
    if not all(said.values()):
        raise InputError(
            _(
                "its texts stand by their languages ({languages}), and which was translated is not said"
            ).format(languages=", ".join(map(str, texts))),
            path=path,
            line=line,
            remedy=_("Name them with --source-lang and --target-lang"),
        )
    found = {side: _text_in(texts, language) for side, language in said.items()}
    if missing := [said[side] for side, text in found.items() if text is None]:
        raise InputError(
            _("“translation” has no text in {language}; it has {languages}").format(
                language=", ".join(missing), languages=", ".join(map(str, texts))
            ),
            path=path,
            line=line,
            remedy=_("Name them with --source-lang and --target-lang"),
        )
    return {**{key: value for key, value in record.items() if key != FIELD}, **found}


def _text_in(texts: Mapping[str, Any], language: str) -> str | None:
    """Return the text in a language: under its tag, else the only one of that language (zh, zh_CN)."""
    wanted = parse_tag(language)
    exact = [text for tag, text in texts.items() if str(tag).lower() == language.lower()]
    alike = [text for tag, text in texts.items() if parse_tag(str(tag)).language == wanted.language]
    for found in (exact, alike):
        if len(found) == 1 and isinstance(found[0], str):
            return found[0]
    return None
