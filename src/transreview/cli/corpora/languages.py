"""The languages of a corpus: what the user says, else what its first records look like."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from transreview.errors import InputError
from transreview.i18n import _

_GUESS_FROM = 50  # records


def corpus_languages(files: Sequence[Path], source: str | None, target: str | None) -> tuple[str, str]:
    """Return the languages of records that do not say theirs; those of the first where all do.

    Args:
        files: Files and folders of the corpus.
        source: Tag of the source language, None to tell it from the first records.
        target: The same of the translation.

    Raises:
        InputError: They cannot be told.
    """
    from transreview.formats.translation_field import unfolded
    from transreview.languages import identify
    from transreview.workflow.streams.corpus import corpus_files, first_records

    if source and target:
        return source, target
    head = [
        unfolded(record, (files[0], None), source, target)
        for record in first_records(corpus_files(files), ("source", "target"), _GUESS_FROM)
    ]
    found = []
    for said, key in ((source, "source"), (target, "target")):
        texts = [str(record[key]) for record in head if not record.get(f"{key}_lang")]
        code = said or identify("\n".join(texts)).code
        if code == "und" and texts:
            raise InputError(
                _("the languages cannot be told from the text"),
                path=files[0],
                remedy=_("Name them with --source-lang and --target-lang"),
            )
        if code == "und":
            code = next((str(said) for record in head if (said := record.get(f"{key}_lang"))), "")
        found.append(code)
    return found[0], found[1]
