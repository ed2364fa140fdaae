"""The report as Markdown, for a merge request or a wiki."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from transreview.i18n import _, ngettext
from transreview.reports.visible import one_line
from transreview.words import called
from transreview.workflow.quality.report_model import Report
from transreview.workflow.quality.thresholds import shown

_SHOWN = 20  # segments in full; the rest is in the other forms


def render_markdown(model: Report) -> str:
    """Return the report's model as Markdown tables."""
    parts = [f"# {_cell(model['run']['project'])}", "", f"{model['run']['time']} · {model['run']['tool']}"]
    parts += _verdict(model) + _thresholds(model) + _engines(model) + _scores(model) + _effort(model)
    parts += _people(model) + _mqm(model) + _findings(model) + _terms(model) + _external(model)
    parts += _articles(model) + _risk(model) + _segments(model) + _signatures(model)
    return "\n".join(parts).rstrip() + "\n"


def _verdict(model: Report) -> list[str]:
    verdict = model["verdict"]
    if verdict["may_go"]:
        return ["", f"**{_('It may go out.')}**"]
    lines = ["", f"**{_('It may not go out yet:')}**", ""]
    return [*lines, *(f"- {_cell(obstacle)}" for obstacle in verdict["obstacles"])]


def _engines(model: Report) -> list[str]:
    engines = model["engines"]
    if engines is None:
        return []
    names = list(dict.fromkeys(s["name"] for row in engines["rows"] for s in row["scores"]))
    rows = []
    for row in engines["rows"]:
        values = {s["name"]: f"{s['value']:.2f}" for s in row["scores"]}
        rows.append(
            (
                row["engine"] or _("(unnamed)"),
                row["segments"],
                *(values.get(name, "") for name in names),
                _figure(row["mqm"], 2),
                row["findings"],
                _figure(row["hter"], 3),
                row["chosen"],
            )
        )
    heads = (
        _("Engine"),
        _("Segments"),
        *names,
        "MQM",
        _("Errors"),
        "HTER",
        _("Started from"),
    )
    lines = _table(_("Engines on the same segments"), heads, rows)
    for c in engines["comparisons"]:
        lines += [
            "",
            f"- {_cell(c['engine'])} – {_cell(c['baseline'])}, {c['metric']}: {c['difference']:+.2f}, "
            + _("p = {p:.4f} after Holm's correction: {verdict}").format(
                p=c["p"], verdict=called(c["verdict"])
            ),
        ]
    return lines


def _people(model: Report) -> list[str]:
    rows = [
        (
            p["user"],
            p["segments"],
            p["confirmed"],
            p["words"],
            _figure(p["hter"], 3),
            "–" if p["seconds"] is None else f"{p['seconds'] / 60:.0f} min",
            p["findings"],
        )
        for p in model["people"]
    ]
    heads = (_("Person"), _("Segments"), _("Confirmed"), _("Words"), "HTER", _("Time"), _("Errors"))
    return _table(_("By person"), heads, rows)


def _risk(model: Report) -> list[str]:
    share = model["risk"]["at_fifth"]
    if share is None:
        return []
    text = _("In the order of risk, the first 20 % of the text hold {share:.0%} of what is wrong.")
    return ["", f"## {_('Order of risk')}", "", text.format(share=share)]


def _signatures(model: Report) -> list[str]:
    signatures = dict.fromkeys((s["name"], s["signature"]) for s in model["scores"])
    lines = [f"- {name}: `{signature}`" for name, signature in signatures]
    return ["", f"## {_('Signatures')}", "", *lines] if lines else []


def _figure(value: float | None, digits: int) -> str:
    return "–" if value is None else f"{value:.{digits}f}"


def _table(title: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    body = ["| " + " | ".join(_cell(str(cell)) for cell in row) + " |" for row in rows]
    if not body:
        return []
    head = ["| " + " | ".join(heads) + " |", "|" + " --- |" * len(heads)]
    return ["", f"## {title}", "", *head, *body]


def _cell(text: str) -> str:
    return re.sub(r"([\\`*_<>|\[\]])", r"\\\1", one_line(text))


def _thresholds(model: Report) -> list[str]:
    rows = [
        (
            t["name"],
            t["limit"],
            _("no data") if t["value"] is None else shown(t["value"]),
            _("passed") if t["passed"] else _("failed"),
        )
        for t in model["thresholds"]
    ]
    return _table(_("Thresholds"), (_("What"), _("Limit"), _("Value"), _("Result")), rows)


def _scores(model: Report) -> list[str]:
    rows = [
        (
            s["article"] or _("all"),
            f"{called(s['text'])} {s['engine']}".rstrip(),
            s["name"],
            f"{s['value']:.2f}",
            "" if s["interval"] is None else f"{s['mean']:.2f} ± {s['interval']:.2f}",
        )
        for s in model["scores"]
        if s["article"] is None or len(model["articles"]) > 1
    ]
    heads = (_("Article"), _("Text"), _("Metric"), _("Score"), "95 %")
    lines = _table(_("Scores against the reference"), heads, rows)
    return [*lines, "", model["reference"]["note"]] if lines and model["reference"]["note"] else lines


def _effort(model: Report) -> list[str]:
    rows = [
        (
            e["article"] or f"{_('all')} {e['engine']}".rstrip(),
            _("no data") if e["hter"] is None else f"{e['hter']:.3f}",
            "–" if e["character_rate"] is None else f"{100 * e['character_rate']:.1f} %",
            e["untouched"],
            e["segments"],
            _figure(e["per_thousand_words"], 0),
        )
        for e in model["effort"]
        if e["article"] is None or len(model["articles"]) > 1
    ]
    heads = (
        _("Article"),
        "HTER",
        _("Characters changed"),
        _("Untouched"),
        _("Segments"),
        _("Edits per 1,000 words"),
    )
    return _table(_("Post-editing effort"), heads, rows)


def _mqm(model: Report) -> list[str]:
    mqm = model["mqm"]
    if not mqm:
        return []
    rows = [(e["category"], e["severity"], e["count"]) for e in mqm["errors"]]
    title = f"MQM: {mqm['per_thousand']:.1f} {_('per 1,000')} {called(mqm['unit'])}"
    return _table(title, (_("Category"), _("Severity"), _("Errors")), rows)


def _findings(model: Report) -> list[str]:
    rows = [
        (f["check"], called(f["severity"]), f["mqm"], f["count"], f"{f['per_thousand']:.1f}")
        for f in model["findings"]["by_check"]
    ]
    heads = (_("Check"), _("Severity"), "MQM", _("Findings"), _("per 1,000 segments"))
    lines = _table(_("Findings"), heads, rows)
    if trend := model["trend"]:
        text = ngettext(
            "Since {time}: {new} new finding, {fixed} fixed, {unchanged} unchanged.",
            "Since {time}: {new} new findings, {fixed} fixed, {unchanged} unchanged.",
            trend["findings"]["new"],
        )
        lines += ["", text.format(time=trend["since"], **trend["findings"])]
    return lines


def _terms(model: Report) -> list[str]:
    terms = model["terms"]
    if not terms:
        return []
    rows = [
        (words, _("no data") if share is None else f"{share:.1%}")
        for words, share in (
            (_("required terms found"), terms["success_rate"]),
            (_("in their dictionary form"), terms["exact_rate"]),
            (_("rendered consistently"), terms["consistency"]),
        )
    ]
    rows.append((_("forbidden renderings"), str(terms["forbidden"])))
    return _table(_("Terms"), (_("What"), _("Value")), rows)


def _external(model: Report) -> list[str]:
    rows = [(e["name"], f"{e['mean']:.4f}", e["segments"]) for e in model["external"]]
    return _table(_("Scores of other tools"), (_("Metric"), _("Mean"), _("Segments")), rows)


def _articles(model: Report) -> list[str]:
    rows = [
        (
            a["slug"],
            a["title"],
            a["segments"],
            a["reviewed"],
            a["untouched"],
            _("no data") if a["hter"] is None else f"{a['hter']:.3f}",
            a["findings"]["critical"] + a["findings"]["error"],
            _figure(a["errors_per_thousand"], 1),
        )
        for a in model["articles"]
    ]
    heads = (
        _("Article"),
        _("Title"),
        _("Segments"),
        _("Confirmed"),
        _("Untouched"),
        "HTER",
        _("Errors"),
        _("per 1,000 words"),
    )
    return _table(_("Articles"), heads, rows)


def _segments(model: Report) -> list[str]:
    if not model["segments"]:
        return []
    lines = ["", f"## {_('Segments to look at first')}"]
    for w in model["segments"][:_SHOWN]:
        reasons = "; ".join(w["reasons"])
        lines += ["", f"### {w['rank']}. {_cell(w['article'])} · {_cell(w['key'])}", ""]
        lines += [f"- {_('Why')}: {_cell(reasons)}"] if reasons else []
        lines += [
            f"- **{_('Source')}**: {_cell(w['source'])}",
            f"- **{_('Machine')}**: {_cell(w['machine'])}",
        ]
        if w["target"] != w["machine"]:
            lines.append(f"- **{_('Corrected')}**: {_cell(w['target'])}")
        for f in w["findings"]:
            text = w["source"] if f["side"] == "source" else w["target"]
            words = _cell(text[f["start"] : f["end"]])
            about = f" “{words}”" if words else ""
            expected = f" → {_cell(f['expected'])}" if f["expected"] else ""
            lines.append(
                f"- {_cell(f['check'])} ({called(f['severity'])}): {_cell(f['message'])}{about}{expected}"
            )
    return lines
