"""A text with the words marked that findings are about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from transreview.model.finding import Severity
from transreview.reports.visible import visible
from transreview.workflow.quality.report_model import Mark

if TYPE_CHECKING:
    from markupsafe import Markup


def marked(text: str, findings: Sequence[Mark], side: str) -> Markup:
    """Return a text as markup with a `mark` around the words of each finding.

    Where findings overlap, the common words carry the graver one's class and the names of both. A finding
    about something that is missing marks the place where it should be.

    Args:
        text: Source or translation.
        findings: Findings of the segment.
        side: "source" or "target", whichever `text` is.
    """
    from markupsafe import Markup, escape

    own = [f for f in findings if f["side"] == side and 0 <= f["start"] <= f["end"] <= len(text)]
    places = sorted({0, len(text), *(f["start"] for f in own), *(f["end"] for f in own)})
    pieces: list[Markup] = []
    for place, following in zip(places, [*places[1:], None], strict=True):
        pieces += [_mark([f], Markup()) for f in own if f["start"] == f["end"] == place]
        if following is None:
            break
        words = escape(visible(text[place:following]))
        about = [f for f in own if f["start"] <= place and following <= f["end"]]
        pieces.append(_mark(about, words) if about else words)
    return Markup().join(pieces)


def _mark(findings: Sequence[Mark], words: Markup) -> Markup:
    from markupsafe import Markup

    worst = max((Severity(f["severity"]) for f in findings), key=lambda severity: severity.rank)
    names = "; ".join(dict.fromkeys(f"{f['check']}: {f['message']}" for f in findings))
    kind = worst.value if words else f"{worst.value} missing"
    return Markup('<mark class="{}" title="{}">{}</mark>').format(kind, visible(names), words)
