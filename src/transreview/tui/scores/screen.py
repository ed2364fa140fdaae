"""The scores screen: a row an article, the histogram of effort, and the segments to look at first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import DataTable, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from transreview.errors import TransreviewError
from transreview.i18n import _, ngettext
from transreview.project.project import Project
from transreview.tui.escape import visible
from transreview.tui.sheltered import Sheltered
from transreview.tui.widgets.key_words import KeyWords
from transreview.words import called
from transreview.workflow.quality.report_model import Histogram, Report

Jump = tuple[str, str]
"""Slug of an article and key of a segment to go to."""

SETTLED = 0.1
"""Seconds after which the figures have got their place, above the list in a low terminal."""

_SHOWN = 20  # segments in the list
_BLOCKS = " ▁▂▃▄▅▆▇█"


class ScoresScreen(Sheltered[Jump | None]):
    """Scores of a project; Enter on a segment answers with it.

    Args:
        path: The project file; it is read on a connection of its own, in the background.
    """

    DEFAULT_CSS = """
    ScoresScreen { layout: vertical; background: $background; }
    ScoresScreen > #title { background: $panel; height: 1; padding: 0 1; text-style: bold; }
    ScoresScreen DataTable { height: auto; max-height: 45%; background: $background; }
    ScoresScreen #figures { height: auto; padding: 0 1; }
    ScoresScreen #lower { height: 1fr; }
    ScoresScreen #histogram { width: 36; padding: 1; border-right: solid $panel; }
    ScoresScreen OptionList { width: 1fr; border: none; background: $background; height: 1fr; }
    ScoresScreen OptionList:focus { border: none; }
    ScoresScreen #keys { background: $panel; padding: 0 1; }
    ScoresScreen.-low #keys { max-height: 1; }
    ScoresScreen.-narrow #histogram { display: none; }
    ScoresScreen #body { height: 1fr; scrollbar-size-vertical: 1; }
    ScoresScreen.-low DataTable, ScoresScreen.-tiny DataTable { max-height: 100%; }
    ScoresScreen.-low #lower, ScoresScreen.-tiny #lower { height: 100%; }
    ScoresScreen.-tiny #title, ScoresScreen.-tiny #keys { display: none; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-wide")]  # noqa: RUF012 - declared without ClassVar by Textual
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (7, "-low"), (16, "-high")]  # noqa: RUF012 - the same
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,equals_sign", "close", show=False),
        Binding("j", "down", show=False),
        Binding("k", "up", show=False),
    ]
    AUTO_FOCUS = "OptionList"

    @dataclass
    class Ready(Message):
        """The figures are computed."""

        model: Report | None
        problem: TransreviewError | None = None

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._worst: list[Jump] = []

    def compose(self) -> ComposeResult:
        """Lay out table, figures, histogram and segments."""
        yield Static(_("Scores"), id="title", markup=False)
        with VerticalScroll(id="body", can_focus=False):
            yield DataTable[Text](cursor_type="none", zebra_stripes=True)
            yield Static(_("Computing…"), id="figures", markup=False)
            with Horizontal(id="lower"):
                with Vertical(id="histogram"):
                    yield Static("", id="bars", markup=False)
                yield OptionList()
        yield KeyWords(_("j k or ↑ ↓ move · Enter goes to the segment · Tab other part · Esc closes"))

    def on_mount(self) -> None:
        """Compute in the background."""
        self.compute()

    @work(thread=True, exclusive=True, group="scores", exit_on_error=False)
    def compute(self) -> None:
        """Check and score the project on a connection of its own."""
        from transreview.scoring.metrics import METRICS
        from transreview.workflow.quality.report_input import gather
        from transreview.workflow.quality.reporting import build_report

        try:
            with Project.open(self._path, read_only=True) as project:
                model = build_report(project, self._path, gather(project, metrics=METRICS, samples=0))
        except TransreviewError as error:
            self.post_message(self.Ready(None, error))
            return
        if not get_current_worker().is_cancelled:
            self.post_message(self.Ready(model))

    @on(Ready)
    def show(self, event: Ready) -> None:
        """Show the figures, or why there are none."""
        if event.model is None:
            self.query_one("#figures", Static).update(_told(event.problem))
            return
        self._fill_table(event.model)
        self.query_one("#figures", Static).update(_figures(event.model))
        self.query_one("#bars", Static).update(_histogram(event.model["effort_histogram"]))
        self._fill_worst(event.model)
        self.set_timer(SETTLED, self._show_list)

    def _show_list(self) -> None:
        self.query_one(OptionList).scroll_visible(animate=False)

    def action_close(self) -> None:
        """Go back to the review."""
        self.dismiss(None)

    def action_down(self) -> None:
        """Go down in the segments."""
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        """Go up in the segments."""
        self.query_one(OptionList).action_cursor_up()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to the segment that Enter was pressed on."""
        self.dismiss(self._worst[event.option_index])

    def _fill_table(self, model: Report) -> None:
        table = self.query_one(DataTable)
        names = list(dict.fromkeys((s["name"], s["text"]) for s in model["scores"]))
        heads = [_("Article"), _("Segments"), _("Confirmed"), "HTER", _("Errors"), _("Warnings")]
        short = {"machine translation": _("MT"), "reviewed text": _("reviewed")}
        heads += [f"{name} {short.get(text, text)}" for name, text in names]
        table.add_columns(*(Text(head) for head in heads))
        values = {(s["article"], s["name"], s["text"]): f"{s['value']:.1f}" for s in model["scores"]}
        for a in model["articles"]:
            found = a["findings"]
            figures = [
                str(a["segments"]),
                str(a["reviewed"]),
                "–" if a["hter"] is None else f"{a['hter']:.3f}",
                str(found["error"] + found["critical"]),
                str(found["warning"]),
                *(values.get((a["slug"], *name), "–") for name in names),
            ]
            table.add_row(Text(visible(a["slug"])), *(Text(f, justify="right") for f in figures))

    def _fill_worst(self, model: Report) -> None:
        options = self.query_one(OptionList)
        first = model["segments"][:_SHOWN]
        self._worst = [(w["article"], w["key"]) for w in first]
        for w in first:
            checks = ", ".join(dict.fromkeys(f["check"] for f in w["findings"][:3]))
            what = "; ".join(filter(None, (checks, *w["reasons"])))
            line = Text.assemble(
                (f"{visible(w['key'])} ", "bold"),
                (f"{what}\n", "underline" if checks else ""),
                f"  {visible(' '.join(w['target'].split()))[:160]}",
            )
            options.add_option(Option(line))
        if self._worst:
            options.highlighted = 0
        else:
            options.add_option(Option(Text(_("Nothing stands out: no findings, no edits.")), disabled=True))


def _told(problem: TransreviewError | None) -> str:
    """Return what is wrong, its file by name: a whole path would not fit in the line."""
    if problem is None:
        return ""
    parts = [Path(problem.path).name if problem.path else "", problem.message, problem.remedy or ""]
    return visible(" – ".join(part for part in parts if part))


def _figures(model: Report) -> str:
    corpus, terms = model["corpus"], model["terms"]
    lines = [
        ngettext(
            "{segments} segment, {reviewed} confirmed, {untouched} untouched",
            "{segments} segments, {reviewed} confirmed, {untouched} untouched",
            corpus["segments"],
        ).format(**corpus)
    ]
    totals = [s for s in model["scores"] if s["article"] is None]
    if totals:
        lines.append(
            " · ".join(f"{s['name']} {called(s['text'])} {s['engine']} {s['value']:.2f}" for s in totals)
        )
    else:
        lines.append(_("No reference translation: only effort and findings."))
    if terms:
        text = _("Terms: {rate:.0%} of {required} found, {forbidden} forbidden")
        if terms["success_rate"] is None:
            text = _("Terms: none asked for, {forbidden} forbidden")
        lines.append(text.format(rate=terms["success_rate"] or 0, **terms))
    if model["mqm"]:
        lines.append(_("MQM penalty per 1,000: {npt:.1f}").format(npt=model["mqm"]["per_thousand"]))
    return "\n".join(lines)


def _histogram(data: Histogram) -> str:
    """Return the segments by HTER as bars of blocks, one line a tenth."""
    most = max(data["counts"], default=0) or 1
    lines = [_("Segments by HTER")]
    for edge, count in zip(data["edges"], data["counts"], strict=True):
        eighths = -(-count * 8 * 20 // most)
        bar = "█" * (eighths // 8) + (_BLOCKS[eighths % 8] if eighths % 8 else "")
        lines.append(f"{edge:.1f} {bar} {count or ''}")
    return "\n".join(lines)
