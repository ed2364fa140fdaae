"""Which renderer writes which kind of file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.reports.csv_tables import render_findings
from transreview.reports.data import render_json
from transreview.reports.html import render_html
from transreview.reports.junit import render_junit
from transreview.reports.markdown import render_markdown

RENDERERS: dict[str, Callable[[dict[str, Any]], str]] = {
    ".html": render_html,
    ".md": render_markdown,
    ".json": render_json,
    ".csv": render_findings,
    ".xml": render_junit,
}


def renderer(path: Path) -> Callable[[dict[str, Any]], str]:
    """Return the renderer for a file's suffix.

    Raises:
        UsageError: No report has that suffix.
    """
    try:
        return RENDERERS[path.suffix.lower()]
    except KeyError:
        raise UsageError(
            _("no report has the suffix “{suffix}”").format(suffix=path.suffix),
            path=path,
            remedy=_("Choose from: {names}").format(names=", ".join(RENDERERS)),
        ) from None
