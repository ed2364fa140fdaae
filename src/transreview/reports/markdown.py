"""The report as Markdown, for a merge request or a wiki."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from transreview.i18n import _
from transreview.reports.visible import one_line

Model = dict[str, Any]


def render_markdown(model: Model) -> str:
    """Return the report's model as Markdown tables."""
    parts = [f"# {_cell(model['run']['project'])}", "", f"{model['run']['time']} · {model['run']['tool']}"]
    parts += _thresholds(model) + _scores(model) + _effort(model) + _mqm(model) + _findings(model)
    parts += _terms(model) + _external(model) + _articles(model) + _worst(model)
    return "\n".join(parts).rstrip() + "\n"


def _table(title: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    body = ["| " + " | ".join(_cell(str(cell)) for cell in row) + " |" for row in rows]
    if not body:
        return []
    head = ["| " + " | ".join(heads) + " |", "|" + " --- |" * len(heads)]
    return ["", f"## {title}", "", *head, *body]


def _cell(text: str) -> str:
    return re.sub(r"([\\`*_<>|\[\]])", r"\\\1", one_line(text))


def _thresholds(model: Model) -> list[str]:
    rows = [
        (
            t["name"],
            t["limit"],
            "–" if t["value"] is None else f"{t['value']:.3g}",
            _("passed") if t["passed"] else _("failed"),
        )
        for t in model["thresholds"]
    ]
    return _table(_("Thresholds"), (_("What"), _("Limit"), _("Value"), _("Result")), rows)


def _scores(model: Model) -> list[str]:
    rows = [
        (
            s["article"] or _("all"),
            _(s["text"]),
            s["name"],
            f"{s['value']:.2f}",
            "" if s["interval"] is None else f"{s['mean']:.2f} ± {s['interval']:.2f}",
            s["signature"],
        )
        for s in model["scores"]
    ]
    heads = (_("Article"), _("Text"), _("Metric"), _("Score"), "95 %", _("Signature"))
    return _table(_("Scores against the reference"), heads, rows)


def _effort(model: Model) -> list[str]:
    rows = [
        (
            e["article"] or _("all"),
            f"{e['hter']:.3f}",
            f"{100 * e['character_rate']:.1f} %",
            e["untouched"],
            e["segments"],
            f"{e['per_thousand_words']:.0f}",
        )
        for e in model["effort"]
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


def _mqm(model: Model) -> list[str]:
    mqm = model["mqm"]
    if not mqm:
        return []
    rows = [(e["category"], e["severity"], e["count"]) for e in mqm["errors"]]
    title = f"MQM: {mqm['per_thousand']:.1f} {_('per 1,000')} {_(mqm['unit'])}"
    return _table(title, (_("Category"), _("Severity"), _("Errors")), rows)


def _findings(model: Model) -> list[str]:
    rows = [
        (f["check"], _(f["severity"]), f["mqm"], f["count"], f"{f['per_thousand']:.1f}")
        for f in model["findings"]["by_check"]
    ]
    heads = (_("Check"), _("Severity"), "MQM", _("Findings"), _("per 1,000 segments"))
    lines = _table(_("Findings"), heads, rows)
    if trend := model["trend"]:
        text = _("Since {time}: {new} new findings, {fixed} fixed, {unchanged} unchanged.")
        lines += ["", text.format(time=trend["since"], **trend["findings"])]
    return lines


def _terms(model: Model) -> list[str]:
    terms = model["terms"]
    if not terms:
        return []
    rows = [
        (_("required terms found"), f"{terms['success_rate']:.1%}"),
        (_("in their dictionary form"), f"{terms['exact_rate']:.1%}"),
        (_("rendered consistently"), f"{terms['consistency']:.1%}"),
        (_("forbidden renderings"), terms["forbidden"]),
    ]
    return _table(_("Terms"), (_("What"), _("Value")), rows)


def _external(model: Model) -> list[str]:
    rows = [(e["name"], f"{e['mean']:.4f}", e["segments"]) for e in model["external"]]
    return _table(_("Scores of other tools"), (_("Metric"), _("Mean"), _("Segments")), rows)


def _articles(model: Model) -> list[str]:
    rows = [
        (
            a["slug"],
            a["title"],
            a["segments"],
            a["reviewed"],
            f"{a['hter']:.3f}",
            a["findings"]["critical"] + a["findings"]["error"],
        )
        for a in model["articles"]
    ]
    heads = (_("Article"), _("Title"), _("Segments"), _("Confirmed"), "HTER", _("Errors"))
    return _table(_("Articles"), heads, rows)


def _worst(model: Model) -> list[str]:
    if not model["worst"]:
        return []
    lines = ["", f"## {_('Segments to look at first')}"]
    for w in model["worst"]:
        lines += ["", f"### {_cell(w['article'])} · {_cell(w['key'])} · HTER {w['hter']:.2f}", ""]
        lines += [
            f"- **{_('Source')}**: {_cell(w['source'])}",
            f"- **{_('Machine')}**: {_cell(w['machine'])}",
        ]
        if w["target"] != w["machine"]:
            lines.append(f"- **{_('Corrected')}**: {_cell(w['target'])}")
        lines += [f"- {_cell(f['check'])} ({_(f['severity'])}): {_cell(f['message'])}" for f in w["findings"]]
    return lines
