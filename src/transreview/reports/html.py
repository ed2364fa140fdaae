"""The report as one HTML page that needs nothing else: styles, charts, filters and sorting are in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from transreview.i18n import _, language, ngettext
from transreview.reports.charts import bars, curve, histogram, stacked_bars, whiskers
from transreview.reports.marked_text import marked
from transreview.reports.visible import visible
from transreview.words import called
from transreview.workflow.quality.report_model import Report, Score
from transreview.workflow.quality.thresholds import shown

if TYPE_CHECKING:
    from markupsafe import Markup

TEMPLATES = Path(__file__).parent / "templates"


def render_html(model: Report) -> str:
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
    source, target = (model["corpus"]["languages"] or [("und", "und")])[0]
    return environment.get_template("report.html.j2").render(
        report=model,
        charts=_charts(model),
        totals=[row for row in model["effort"] if row["article"] is None],
        headline=[s for s in model["scores"] if s["article"] is None and s["metric"] == "chrf"],
        scores=score_table(model),
        interface_language=language(),
        source_language=source,
        target_language=target,
        percent=_percent,
        share=partial("{:.1%}".format),
        figure=_figure,
        limit_value=shown,
        marked=marked,
        _=_,
        called=called,
        ngettext=ngettext,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """The scores of one text in one article, a column a metric; None where there is none."""

    article: str | None
    text: str
    engine: str
    segments: int
    cells: list[Score | None]


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """All scores, each signature once.

    Attributes:
        names: Names of the metrics, with the numbers of their signatures below the table.
        rows: A row a text and article.
        signatures: Name and signature of each footnote.
    """

    names: list[tuple[str, list[int]]]
    rows: list[ScoreRow]
    signatures: list[tuple[str, str]]


def score_table(model: Report) -> ScoreTable:
    """Return the scores with a column a metric; an only article is not repeated as the sum of all."""
    alone = len(model["articles"]) == 1
    scores = [s for s in model["scores"] if s["article"] is None or not alone]
    signatures = list(dict.fromkeys((s["name"], s["signature"]) for s in scores))
    names = list(dict.fromkeys(name for name, _signature in signatures))
    groups: dict[tuple[str | None, str, str, str], dict[str, Score]] = {}
    for s in scores:
        groups.setdefault((s["article"], s["text"], s["engine"], s["language"]), {})[s["name"]] = s
    rows = [
        ScoreRow(
            article=article,
            text=text,
            engine=engine,
            segments=max(score["segments"] for score in found.values()),
            cells=[found.get(name) for name in names],
        )
        for (article, text, engine, _language), found in groups.items()
    ]
    # Sums first: who wants one article finds it below.
    rows.sort(key=lambda row: row.article is not None)
    notes = {name: [i for i, (one, _s) in enumerate(signatures, 1) if one == name] for name in names}
    return ScoreTable([(name, notes[name]) for name in names], rows, signatures)


def _shown(value: object) -> object:
    """Make hidden characters of everything the template prints visible, but for our own markup."""
    from markupsafe import Markup

    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _percent(part: int, whole: int) -> str:
    # 99.6 % is not all of it: only all is 100 %.
    if whole and part < whole and round(100 * part / whole) == 100:
        return "99 %"
    return f"{100 * part / whole:.0f} %" if whole else "–"


def _figure(value: float | None, digits: int = 2) -> str:
    return "–" if value is None else f"{value:.{digits}f}"


def _charts(model: Report) -> dict[str, Markup]:
    from markupsafe import Markup

    effort, quality = model["effort_histogram"], model["score_histogram"]
    charted = _charted(model)
    points = [(point["read"], point["found"]) for point in model["risk"]["points"]]
    charts = {
        "effort": histogram(_("Reviewed segments by HTER"), effort["edges"], effort["counts"]),
        "quality": histogram(
            _("Segments by {metric} of the machine translation").format(metric=quality["name"]),
            quality["edges"],
            quality["counts"],
        )
        if quality
        else "",
        "risk": curve(_("Errors found against text read, the riskiest first"), points),
        "findings": bars(
            _("Findings by check"),
            _check_rows(model)[:20],
        ),
        "scores": whiskers(
            _("{metric} by article, with 95 % intervals").format(metric=charted), _score_rows(model, charted)
        )
        if charted
        else "",
        "mqm": stacked_bars(_("Errors by category and severity"), _error_rows(model)),
    }
    # The charts escape every text they draw; the page must not escape their tags.
    return {name: Markup(svg) for name, svg in charts.items()}  # noqa: S704


def _check_rows(model: Report) -> list[tuple[str, int]]:
    """Return each check once, whatever the severities of its findings, the most frequent first."""
    counts: Counter[str] = Counter()
    for row in model["findings"]["by_check"]:
        counts[row["check"]] += row["count"]
    return counts.most_common()


def _charted(model: Report) -> str:
    """Return the name of the metric that is drawn: chrF where it was computed, or the first that was."""
    names = [score["name"] for score in model["scores"]]
    of_chrf = [score["name"] for score in model["scores"] if score["metric"] == "chrf"]
    return next(iter([*of_chrf, *names]), "")


def _score_rows(model: Report, name: str) -> Sequence[tuple[str, float, float | None]]:
    alone = len(model["articles"]) == 1
    return [
        (
            " · ".join(filter(None, (s["article"] or _("all"), s["engine"] or called(s["text"])))),
            s["value"],
            s["interval"],
        )
        for s in model["scores"]
        if s["name"] == name and (s["article"] is None or not alone)
    ]


def _error_rows(model: Report) -> list[tuple[str, dict[str, Any]]]:
    rows: dict[str, dict[str, Any]] = {}
    for error in model["mqm"]["errors"] if model["mqm"] else ():
        rows.setdefault(error["category"] or _("without a category"), {})[error["severity"]] = error["count"]
    return list(rows.items())
