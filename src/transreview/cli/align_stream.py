"""`transreview align -`: documents as JSON Lines in, their alignments out."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TextIO

import click

from transreview.errors import InputError
from transreview.formats.json_reading import loads
from transreview.i18n import _
from transreview.languages.header_names import said_language
from transreview.reports.json_text import dumps

if TYPE_CHECKING:
    from transreview.alignment.calibration import Calibration
    from transreview.model.glossary import Glossary


def align_stream(
    source_lang: str | None,
    target_lang: str | None,
    glossary: Glossary | None,
    calibration: Calibration | None,
) -> None:
    """Align every document of standard input and print one line for each.

    Args:
        source_lang: Tag of the source language where a line does not say; None to guess it.
        target_lang: The same of the translation.
        glossary: Terms that speak for a bead.
        calibration: Measured lengths and punctuation, if any.

    Raises:
        InputError: A line is not of the form.
    """
    name = _("standard input")
    for number, record in _records(io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8")):
        click.echo(
            dumps(aligned(record, source_lang, target_lang, glossary, calibration, place=(name, number)))
        )


def aligned(
    record: dict[str, Any],
    source_lang: str | None,
    target_lang: str | None,
    glossary: Glossary | None,
    calibration: Calibration | None,
    *,
    place: tuple[str, int],
) -> dict[str, Any]:
    """Return the alignment of one document as it is printed.

    Args:
        record: {"id", "source": […], "target": […], "source_lang", "target_lang"}.
        source_lang: Tag of the source language where the record does not say; None to guess it.
        target_lang: The same of the translation.
        glossary: Terms that speak for a bead.
        calibration: Measured lengths and punctuation, if any.
        place: Its file and line, for messages.

    Raises:
        InputError: The record is not of the form.
    """
    from transreview.alignment import align as align_units
    from transreview.model.unit import Unit

    source, target = _texts(record, "source", place), _texts(record, "target", place)
    beads = align_units(
        [Unit(text, paragraph=i) for i, text in enumerate(source)],
        [Unit(text, paragraph=i) for i, text in enumerate(target)],
        _said(record, "source_lang", place) or source_lang or _guess(source, "source_lang", place),
        _said(record, "target_lang", place) or target_lang or _guess(target, "target_lang", place),
        glossary=glossary,
        calibration=calibration,
    )
    return {
        "id": record.get("id", place[1]),
        "alignment": [[list(bead.source), list(bead.target)] for bead in beads],
        "confidence": [bead.confidence for bead in beads],
    }


def _form() -> str:
    return _("Each line holds one object; see `transreview align --help`")


def _records(stream: TextIO) -> Iterator[tuple[int, dict[str, Any]]]:
    number = 0
    try:
        for number, line in enumerate(stream, 1):
            if line.strip():
                record = loads(line)
                if not isinstance(record, dict):
                    raise InputError(
                        _("not a JSON object"), path=_("standard input"), line=number, remedy=_form()
                    )
                yield number, record
    except UnicodeDecodeError as error:
        raise InputError(
            _("not UTF-8"),
            path=_("standard input"),
            line=number + 1,
            byte=error.start,
            remedy=_("Convert it to UTF-8"),
        ) from error
    except ValueError as error:
        raise InputError(
            _("not JSON: {reason}").format(reason=error),
            path=_("standard input"),
            line=number,
            remedy=_form(),
        ) from error


def _texts(record: dict[str, Any], name: str, place: tuple[str, int]) -> list[str]:
    texts = record.get(name)
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise _not_of_the_form(_("{name} is not a list of texts").format(name=name), place)
    return texts


def _said(record: dict[str, Any], name: str, place: tuple[str, int]) -> str:
    """Return the language that a record says it is in, "" where it does not."""
    said = record.get(name) or ""
    if not isinstance(said, str):
        raise _not_of_the_form(_("“{key}” is missing or no string").format(key=name), place)
    return said_language(said)


def _not_of_the_form(message: str, place: tuple[str, int]) -> InputError:
    return InputError(message, path=place[0], line=place[1], remedy=_form())


def _guess(texts: list[str], name: str, place: tuple[str, int]) -> str:
    from transreview.languages import identify

    code = identify("\n".join(texts)).code
    if code == "und" and any(texts):
        raise InputError(
            _("the language cannot be told from the text"),
            path=place[0],
            line=place[1],
            remedy=_("Give {name}, or --{option}").format(name=name, option=name.replace("_", "-")),
        )
    return code
