"""The report as a page of text with small plots, for a terminal or a CI log."""

from __future__ import annotations

from typing import Any

from transreview.i18n import _
from transreview.reports.visible import one_line

Model = dict[str, Any]

_STEPS = " ▁▂▃▄▅▆▇█"
_BAR = 30


def render_terminal(model: Model) -> str:
    """Return the summary of a report's model; no line is longer than 100 cells but signatures."""
    parts = [f"{one_line(model['run']['project'])}  ({model['run']['tool']})", ""]
    parts += _corpus(model) + _scores(model) + _effort(model) + _mqm(model) + _findings(model)
    parts += _terms(model) + _external(model)
    return "\n".join(parts).rstrip()


def sparkline(counts: list[int]) -> str:
    """Return counts as a line of blocks, the highest count full."""
    most = max(counts, default=0)
    return "".join(_STEPS[-(-8 * count // most) if most else 0] for count in counts)


def bar(value: float, most: float) -> str:
    """Return a bar of up to 30 cells; something above nothing is at least one cell."""
    cells = round(_BAR * value / most) if most else 0
    return "█" * max(cells, 1 if value > 0 else 0)


def _corpus(model: Model) -> list[str]:
    corpus = model["corpus"]
    text = _("Segments: {segments} in {articles} articles; {reviewed} confirmed, {untouched} untouched")
    if corpus["articles"] == 1:
        text = _("Segments: {segments}; {reviewed} confirmed, {untouched} untouched")
    return [text.format(**corpus), ""]


def _scores(model: Model) -> list[str]:
    rows = [s for s in model["scores"] if s["article"] is None]
    lines = []
    for s in rows:
        spread = "" if s["interval"] is None else f" (µ {s['mean']:.2f} ± {s['interval']:.2f})"
        lines.append(f"  {_(s['text']):20s} {s['name']:8s} {s['value']:6.2f}{spread}")
    signatures = dict.fromkeys(f"    {s['name']}: {s['signature']}" for s in rows)
    return [_("Against the reference"), *lines, *signatures, ""] if rows else []


def _effort(model: Model) -> list[str]:
    lines = [
        "  HTER {hter:.3f}  {per_thousand_words:.0f} {unit}  {untouched}/{segments} {same}".format(
            **e, unit=_("edits per 1,000 words"), same=_("untouched")
        )
        for e in model["effort"]
        if e["article"] is None
    ]
    counts = model["effort_histogram"]["counts"]
    plot = f"  0.0 {sparkline(counts)} ≥1.0  {_('segments by HTER')}"
    return [_("Post-editing"), *lines, plot, ""]


def _mqm(model: Model) -> list[str]:
    mqm = model["mqm"]
    if not mqm:
        return []
    text = _("MQM: {npt:.1f} penalty per 1,000 {unit}, quality {quality:.1f}")
    lines = [text.format(npt=mqm["per_thousand"], unit=_(mqm["unit"]), quality=mqm["quality"])]
    most = max(e["count"] for e in mqm["errors"])
    lines += [
        f"  {one_line(e['category'], 30):30s} {e['severity']:8s} {bar(e['count'], most)} {e['count']}"
        for e in mqm["errors"]
    ]
    return [*lines, ""]


def _findings(model: Model) -> list[str]:
    found = model["findings"]
    by_severity = ", ".join(f"{count} {_(name)}" for name, count in found["by_severity"].items() if count)
    lines = [_("Findings: {counts}").format(counts=by_severity or _("none"))]
    most = max((f["count"] for f in found["by_check"]), default=0)
    lines += [
        f"  {f['check']:22s} {_(f['severity']):8s} {bar(f['count'], most)} {f['count']}"
        for f in found["by_check"]
    ]
    if trend := model["trend"]:
        text = _("  since {time}: {new} new, {fixed} fixed, {unchanged} unchanged")
        lines.append(text.format(time=trend["since"], **trend["findings"]))
    return [*lines, ""]


def _terms(model: Model) -> list[str]:
    terms = model["terms"]
    if not terms:
        return []
    text = _(
        "Terms: {success:.1%} of {required} required found, {forbidden} forbidden, consistency {same:.1%}"
    )
    line = text.format(
        success=terms["success_rate"],
        required=terms["required"],
        forbidden=terms["forbidden"],
        same=terms["consistency"],
    )
    return [line, ""]


def _external(model: Model) -> list[str]:
    return [f"{one_line(e['name'])}: {e['mean']:.4f} ({e['segments']})" for e in model["external"]]
