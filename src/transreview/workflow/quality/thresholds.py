"""Thresholds: what a release must reach, judged on a report's model. No data is a failure, not a pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.model.finding import Severity

Model = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one run.

    Attributes:
        minima: Least score of the machine translation by metric.
        maxima: Greatest number of findings by severity.
        hter: Greatest HTER.
        npt: Greatest MQM penalty per 1,000 units.
        new: Greatest number of new findings since the baseline.
    """

    minima: dict[str, float] = field(default_factory=dict)
    maxima: dict[str, float] = field(default_factory=dict)
    hter: float | None = None
    npt: float | None = None
    new: int | None = None

    @classmethod
    def parse(
        cls,
        minima: Sequence[str],
        maxima: Sequence[str],
        hter: float | None = None,
        npt: float | None = None,
        new: int | None = None,
    ) -> Limits:
        """Read "chrf=55" and "error=0,warning=20" as the command line has them.

        Raises:
            UsageError: Not NAME=NUMBER, or an unknown severity.
        """
        severities = [severity.value for severity in Severity]
        return cls(_pairs("--min", minima), _pairs("--max", maxima, severities), hter, npt, new)


def judge(model: Model, limits: Limits) -> list[Model]:
    """Return a row for each limit: its name, the limit, the value or None, and whether it holds."""
    rows = []
    for name, least in limits.minima.items():
        value = _score(model, name)
        rows.append(_row(name, f"≥ {least:g}", value, value is not None and value >= least))
    for name, most in limits.maxima.items():
        # A finding of a worse kind counts for every milder limit too: nobody asks for 0 errors to let
        # critical ones through.
        worse = (
            [s for s in Severity if s.rank >= Severity(name).rank] if name == "error" else [Severity(name)]
        )
        count = sum(model["findings"]["by_severity"][s.value] for s in worse)
        rows.append(_row(f"findings: {name}", f"≤ {most:g}", count, count <= most))
    if limits.hter is not None:
        efforts = [e["hter"] for e in model["effort"] if e["article"] is None and e["segments"]]
        rows.append(_most("HTER", limits.hter, max(efforts, default=None)))
    if limits.npt is not None:
        rows.append(_most("MQM penalty", limits.npt, model["mqm"]["per_thousand"] if model["mqm"] else None))
    if limits.new is not None:
        rows.append(
            _most("new findings", limits.new, model["trend"]["findings"]["new"] if model["trend"] else None)
        )
    return rows


def _score(model: Model, name: str) -> float | None:
    """Return the lowest total of a metric over the texts' machine translations, or an external mean."""
    values = [
        s["value"]
        for s in model["scores"]
        if s["article"] is None and s["metric"] == name and s["text"] == "machine translation"
    ]
    values += [e["mean"] for e in model["external"] if e["name"].lower() == name.lower()]
    return min(values, default=None)


def _most(name: str, limit: float, value: float | None) -> Model:
    return _row(name, f"≤ {limit:g}", value, value is not None and value <= limit)


def _row(name: str, limit: str, value: float | None, passed: bool) -> Model:
    return {"name": name, "limit": limit, "value": value, "passed": passed}


def _pairs(option: str, texts: Sequence[str], names: Sequence[str] = ()) -> dict[str, float]:
    pairs = {}
    for text in (part for given in texts for part in given.split(",")):
        name, _equals, value = text.strip().partition("=")
        try:
            number = float(value)
        except ValueError:
            raise UsageError(
                _("{option} {text} is not NAME=NUMBER").format(option=option, text=text),
                remedy=_("For example: --min chrf=55 --max error=0,warning=20"),
            ) from None
        if names and name not in names:
            raise UsageError(
                _("{option} {text}: no “{name}”").format(option=option, text=text, name=name),
                remedy=_("Choose from: {names}").format(names=", ".join(names)),
            )
        pairs[name] = number
    return pairs
