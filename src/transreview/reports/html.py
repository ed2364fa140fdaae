"""The report as one HTML page that needs nothing else: styles, charts and sorting are in it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from transreview.i18n import _
from transreview.reports.charts import bars, histogram, stacked_bars, whiskers
from transreview.reports.visible import visible

TEMPLATES = Path(__file__).parent / "templates"

Model = dict[str, Any]


def render_html(model: Model) -> str:
    """Return the page for a report's model."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    totals = [row for row in model["effort"] if row["article"] is None]
    source, target = (model["corpus"]["languages"] or [["und", "und"]])[0]
    return environment.get_template("report.html.j2").render(
        report=model,
        charts=_charts(model),
        totals=totals,
        headline=_headline(model),
        passed=all(t["passed"] for t in model["thresholds"]),
        interface_language="en",
        source_language=source,
        target_language=target,
        percent=_percent,
        share=partial("{:.1%}".format),
        _=_,
    )


def _shown(value: object) -> object:
    """Make hidden characters of everything the template prints visible, but for our own markup."""
    from markupsafe import Markup

    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _headline(model: Model) -> list[Model]:
    return [s for s in model["scores"] if s["article"] is None and s["metric"] == "chrf"]


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"


def _charts(model: Model) -> dict[str, Any]:
    from markupsafe import Markup

    histogram_data = model["effort_histogram"]
    charts = {
        "effort": histogram(_("Segments by HTER"), histogram_data["edges"], histogram_data["counts"]),
        "findings": bars(
            _("Findings by check"),
            [(f["check"], f["count"]) for f in model["findings"]["by_check"][:20]],
        ),
        "scores": whiskers(_("chrF by article, with 95 % intervals"), _chrf_rows(model)),
        "mqm": stacked_bars(_("Errors by category and severity"), _error_rows(model)),
    }
    # The charts escape every text they draw; the page must not escape their tags.
    return {name: Markup(svg) for name, svg in charts.items()}  # noqa: S704


def _chrf_rows(model: Model) -> list[tuple[str, float, float | None]]:
    return [
        (f"{s['article'] or _('all')} · {_(s['text'])}", s["value"], s["interval"])
        for s in model["scores"]
        if s["metric"] == "chrf"
    ]


def _error_rows(model: Model) -> list[tuple[str, dict[str, float]]]:
    rows: dict[str, dict[str, float]] = {}
    for error in (model["mqm"] or {}).get("errors", []):
        rows.setdefault(error["category"], {})[error["severity"]] = error["count"]
    return list(rows.items())
