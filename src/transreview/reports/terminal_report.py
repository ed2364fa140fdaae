"""The report as a page of text with small plots, for a terminal or a CI log."""

from __future__ import annotations

from transreview.i18n import _, ngettext
from transreview.reports.visible import one_line
from transreview.words import called
from transreview.workflow.quality.report_model import Report

_STEPS = " ▁▂▃▄▅▆▇█"
_BAR = 30


def render_terminal(model: Report) -> str:
    """Return the summary of a report's model; no line is longer than 100 cells but signatures."""
    parts = [f"{one_line(model['run']['project'])}  ({model['run']['tool']})", ""]
    parts += _verdict(model) + _corpus(model) + _engines(model) + _scores(model) + _effort(model)
    parts += _mqm(model) + _findings(model) + _terms(model) + _external(model) + _risk(model)
    return "\n".join(parts).rstrip()


def _verdict(model: Report) -> list[str]:
    if model["verdict"]["may_go"]:
        return [_("It may go out."), ""]
    return [_("It may not go out yet:"), *(f"  - {one_line(o)}" for o in model["verdict"]["obstacles"]), ""]


def _engines(model: Report) -> list[str]:
    engines = model["engines"]
    if engines is None:
        return []
    lines = [
        ngettext(
            "Engines on the same segment",
            "Engines on the same {count} segments",
            engines["segments"],
        ).format(count=engines["segments"])
    ]
    for row in engines["rows"]:
        scores = "  ".join(f"{s['name']} {s['value']:.2f}" for s in row["scores"])
        errors = ngettext(
            "{count} error found",
            "{count} errors found",
            row["findings"],
        ).format(count=row["findings"])
        lines.append(f"  {one_line(row['engine'], 20) or _('(unnamed)'):20s} {scores}  {errors}")
    lines += [
        f"  {one_line(c['engine'], 20)} – {one_line(c['baseline'], 20)}  {c['metric']}"
        f" {c['difference']:+.2f}, p = {c['p']:.4f}: {called(c['verdict'])}"
        for c in engines["comparisons"]
    ]
    return [*lines, ""]


def _risk(model: Report) -> list[str]:
    risk = model["risk"]
    if risk["at_fifth"] is None:
        return []
    steps = [round(100 * point["found"]) for point in risk["points"]]
    text = _("Order of risk: the first 20 % of the text hold {share:.0%} of what is wrong")
    return [text.format(share=risk["at_fifth"]), f"  0 % {sparkline(steps)} 100 %", ""]


def sparkline(counts: list[int]) -> str:
    """Return counts as a line of blocks, the highest count full."""
    most = max(counts, default=0)
    return "".join(_STEPS[-(-8 * count // most) if most else 0] for count in counts)


def bar(value: float, most: float) -> str:
    """Return a bar of up to 30 cells; something above nothing is at least one cell."""
    cells = round(_BAR * value / most) if most else 0
    return "█" * max(cells, 1 if value > 0 else 0)


def _corpus(model: Report) -> list[str]:
    corpus = model["corpus"]
    text = ngettext(
        "Segments: {segments} in {articles} article; {reviewed} confirmed, {untouched} untouched",
        "Segments: {segments} in {articles} articles; {reviewed} confirmed, {untouched} untouched",
        corpus["articles"],
    )
    return [text.format(**corpus), ""]


def _scores(model: Report) -> list[str]:
    rows = [s for s in model["scores"] if s["article"] is None]
    if not rows:
        return []
    lines = []
    for s in rows:
        spread = "" if s["interval"] is None else f" (µ {s['mean']:.2f} ± {s['interval']:.2f})"
        name = f"{called(s['text'])} {one_line(s['engine'], 12)}".rstrip()
        lines.append(f"  {name:34s} {s['name']:8s} {s['value']:6.2f}{spread}")
    if any(s["text"] == "reviewed text" for s in rows) and model["corpus"]["untouched"]:
        text = ngettext(
            "  ({count} segment of the reviewed text is untouched)",
            "  ({count} segments of the reviewed text are untouched)",
            model["corpus"]["untouched"],
        )
        lines.append(text.format(count=model["corpus"]["untouched"]))
    if model["reference"]["note"]:
        lines.append(f"  ({model['reference']['note']})")
    signatures = dict.fromkeys(f"    {s['name']}: {s['signature']}" for s in rows)
    return [_("Against the reference"), *lines, *signatures, ""]


def _effort(model: Report) -> list[str]:
    lines = []
    for e in model["effort"]:
        if e["article"] is not None:
            continue
        untouched = _("{untouched} of {segments} untouched").format(**e)
        if e["hter"] is None:
            lines.append("  " + _("HTER: no data, nothing is reviewed; {rest}").format(rest=untouched))
            continue
        per_thousand = ngettext(
            "{count:.0f} edit per 1,000 words",
            "{count:.0f} edits per 1,000 words",
            round(e["per_thousand_words"] or 0),
        ).format(count=e["per_thousand_words"])
        lines.append(f"  HTER {e['hter']:.3f}  {per_thousand}  {untouched}")
    counts = model["effort_histogram"]["counts"]
    plot = [f"  0.0 {sparkline(counts)} ≥1.0  {_('reviewed segments by HTER')}"] if any(counts) else []
    return [_("Post-editing"), *lines, *plot, ""]


def _mqm(model: Report) -> list[str]:
    mqm = model["mqm"]
    if not mqm:
        return []
    text = _("MQM: {npt:.1f} penalty per 1,000 {unit}, quality {quality:.1f}")
    lines = [text.format(npt=mqm["per_thousand"], unit=called(mqm["unit"]), quality=mqm["quality"])]
    most = max((e["count"] for e in mqm["errors"]), default=0)
    lines += [
        f"  {one_line(e['category'], 30):30s} {e['severity']:8s} {bar(e['count'], most)} {e['count']}"
        for e in mqm["errors"]
    ]
    return [*lines, ""]


def _findings(model: Report) -> list[str]:
    found = model["findings"]
    counts = [f"{count} {called(name)}" for name, count in found["by_severity"].items() if count]
    lines = [_("Findings: {counts}").format(counts=", ".join(counts)) if counts else _("Findings: none")]
    most = max((f["count"] for f in found["by_check"]), default=0)
    lines += [
        f"  {f['check']:22s} {called(f['severity']):8s} {bar(f['count'], most)} {f['count']}"
        for f in found["by_check"]
    ]
    if trend := model["trend"]:
        text = _("  since {time}: {new} new, {fixed} fixed, {unchanged} unchanged")
        lines.append(text.format(time=trend["since"], **trend["findings"]))
    return [*lines, ""]


def _terms(model: Report) -> list[str]:
    terms = model["terms"]
    if not terms:
        return []
    text = _(
        "Terms: {success:.1%} of {required} required found, {forbidden} forbidden, consistency {same:.1%}"
    )
    if terms["success_rate"] is None:
        text = _("Terms: none required, {forbidden} forbidden")
    line = text.format(
        success=terms["success_rate"] or 0,
        required=terms["required"],
        forbidden=terms["forbidden"],
        same=1 if terms["consistency"] is None else terms["consistency"],
    )
    return [line, ""]


def _external(model: Report) -> list[str]:
    return [f"{one_line(e['name'])}: {e['mean']:.4f} ({e['segments']})" for e in model["external"]]
