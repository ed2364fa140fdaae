"""`transreview check --list` and `--dismissed`: the catalogue, and what people dismissed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from transreview.cli.check_given import Given
from transreview.i18n import _
from transreview.reports.json_text import dumps


def list_checks(out: TextIO, given: Given) -> None:
    """Print the catalogue, for a language pair when one is given."""
    from transreview.checks.catalogue import as_data, as_text, catalogue

    rows = catalogue(given.source_lang, given.target_lang)
    if given.form in {"json", "jsonl"}:
        out.write(dumps(as_data(rows), indent=1) + "\n")
    else:
        out.write(as_text(rows))


def list_dismissed(files: Sequence[Path], out: TextIO) -> None:
    """Print what people dismissed in projects."""
    from transreview.project import Project
    from transreview.reports.visible import one_line

    for file in files:
        with Project.open(file, read_only=True) as project:
            dismissals = project.dismissals.all()
            keys = {segment.id: segment.key for segment in project.segments.all()}
            for one in dismissals.values():
                key = keys.get(one.segment_id, _("(gone)"))
                when = f"{one.at:%Y-%m-%d}"
                out.write(f"{key}  {one.check}  {when}  {one_line(one.user)}: {one_line(one.reason)}\n")
            out.write(_("{count} dismissed\n").format(count=len(dismissals)))
