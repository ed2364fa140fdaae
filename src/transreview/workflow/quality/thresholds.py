"""Thresholds: what a release must reach, under the same names for scores and reports.

A limit on which there is no data fails: nobody demands a figure to be let through without it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.model.finding import Severity
from transreview.scoring.metric_settings import base_name
from transreview.scoring.metrics import METRICS, higher_is_better
from transreview.workflow.quality.report_model import Threshold

SHARES = ("confirmed", "approved")
"""Shares of segments in per cent that --min takes: confirmed or approved, and approved."""

EXTERNAL = ("comet", "metricx", "ESA")
"""Metrics of other tools and of people that a limit may name whether or not their scores were read."""

_SEVERITIES = tuple(severity.value for severity in Severity)
# The scales of sacrebleu's metrics end here; no translation reaches more, so such a limit is a slip.
_HIGHEST = 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The limits of one run.

    Attributes:
        minima: Least value by name: a metric, or a share of `SHARES` in per cent.
        maxima: Greatest value by name: a metric of which less is better, or a severity's findings.
        hter: Greatest HTER.
        npt: Greatest MQM penalty per 1,000 units.
        new: Greatest number of new findings since the baseline.
    """

    minima: Mapping[str, float] = field(default_factory=dict)
    maxima: Mapping[str, float] = field(default_factory=dict)
    hter: float | None = None
    npt: float | None = None
    new: int | None = None

    @classmethod
    def parse(
        cls,
        minima: Sequence[str],
        maxima: Sequence[str],
        *,
        hter: float | None = None,
        npt: float | None = None,
        new: int | None = None,
        metrics: Sequence[str] = METRICS,
        external: Sequence[str] = EXTERNAL,
        findings: bool = True,
    ) -> Limits:
        """Read "chrf=55" and "error=0,warning=20" as the command line has them.

        Args:
            minima: Values of --min.
            maxima: Values of --max.
            hter: Value of --max-hter.
            npt: Value of --max-npt.
            new: Value of --max-new.
            metrics: Metrics that are computed.
            external: Names of other tools' metrics that are read.
            findings: Whether findings are counted.

        Raises:
            UsageError: Not NAME=NUMBER, a name that is not known here, a number that is none or below 0,
                or a limit of the wrong direction.
        """
        for option, value in (("--max-hter", hter), ("--max-npt", npt), ("--max-new", new)):
            if value is not None:
                _number(option, str(value), value)
        names = list(dict.fromkeys(map(base_name, metrics)))
        better_high = [name for name in names if higher_is_better(name)]
        better_low = [name for name in names if not higher_is_better(name)]
        least = _pairs("--min", minima, [*better_high, *SHARES, *external], wrong_way=better_low, to="--max")
        most = _pairs(
            "--max",
            maxima,
            [*better_low, *(_SEVERITIES if findings else ())],
            wrong_way=[*better_high, *SHARES],
            to="--min",
        )
        for name, value in least.items():
            if name in (*better_high, *SHARES) and value > _HIGHEST:
                raise UsageError(
                    _("--min {name}={value:g}: the scale ends at 100").format(name=name, value=value),
                    remedy=_("Give a number from 0 to 100"),
                )
        return cls(minima=least, maxima=most, hter=hter, npt=npt, new=new)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What limits are held against; None or a missing name is no data.

    Attributes:
        values: By name the worst value of each metric over texts and engines, and the shares.
        findings: Findings by severity; None where nothing was checked.
        hter: HTER of what was reviewed.
        npt: MQM penalty per 1,000 units.
        new: New findings since the baseline.
    """

    values: Mapping[str, float]
    findings: Mapping[str, int] | None = None
    hter: float | None = None
    npt: float | None = None
    new: int | None = None


def judge(figures: Figures, limits: Limits) -> list[Threshold]:
    """Return a row for each limit: its name, the limit, the value or None, and whether it holds."""
    rows = []
    for name, least in limits.minima.items():
        value = figures.values.get(name, figures.values.get(name.lower()))
        unit = " %" if name in SHARES else ""
        rows.append(_row(name, f"≥ {least:g}{unit}", value, passed=value is not None and value >= least))
    for name, most in limits.maxima.items():
        if name in _SEVERITIES:
            # A finding of a worse kind counts for every milder limit too: nobody asks for 0 errors to
            # let critical ones through.
            worse = _SEVERITIES[_SEVERITIES.index(name) :]
            count = None if figures.findings is None else sum(figures.findings[one] for one in worse)
            rows.append(_most(f"findings: {name}", most, count))
        else:
            rows.append(_most(name, most, figures.values.get(name)))
    for name, limit, value in (
        ("HTER", limits.hter, figures.hter),
        ("MQM penalty", limits.npt, figures.npt),
        ("new findings", limits.new, figures.new),
    ):
        if limit is not None:
            rows.append(_most(name, limit, value))
    return rows


def failures(rows: Iterable[Threshold]) -> list[str]:
    """Return a sentence for each limit that does not hold."""
    said = []
    for row in rows:
        if row["passed"]:
            continue
        if row["value"] is None:
            said.append(_("{name}: no data, limit {limit}").format(name=row["name"], limit=row["limit"]))
        else:
            words = _("{name} is {value}, limit {limit}")
            said.append(words.format(name=row["name"], value=shown(row["value"]), limit=row["limit"]))
    return said


def shown(value: float) -> str:
    """Return a figure with as many digits as decide a limit, and none that say nothing."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _most(name: str, limit: float, value: float | None) -> Threshold:
    return _row(name, f"≤ {limit:g}", value, passed=value is not None and value <= limit)


def _row(name: str, limit: str, value: float | None, *, passed: bool) -> Threshold:
    return {"name": name, "limit": limit, "value": value, "passed": passed}


def _pairs(
    option: str, texts: Sequence[str], names: Sequence[str], *, wrong_way: Sequence[str], to: str
) -> dict[str, float]:
    pairs = {}
    for text in (part for given in texts for part in given.split(",")):
        name, _equals, value = text.strip().partition("=")
        known = {one.lower(): one for one in names}
        if name.lower() in wrong_way:
            better = _("less of it is better") if to == "--max" else _("more of it is better")
            raise UsageError(
                _("{option} {text}: {name}: {better}").format(
                    option=option, text=text, name=name, better=better
                ),
                remedy=_("Write {option} {text}").format(option=to, text=text),
            )
        if not value:
            raise UsageError(
                _("{option} {text} is not NAME=NUMBER").format(option=option, text=text),
                remedy=_("For example: --min chrf=55 --max error=0,warning=20"),
            )
        if name.lower() not in known:
            raise UsageError(
                _("{option} {text}: no “{name}” to compare").format(option=option, text=text, name=name),
                remedy=_("Choose from: {names}").format(names=", ".join(names)),
            )
        pairs[known[name.lower()]] = _number(f"{option} {text}", value.removesuffix("%").strip())
    return pairs


def _number(where: str, text: str, number: float | None = None) -> float:
    try:
        value = float(text) if number is None else float(number)
    except ValueError:
        value = math.nan
    if not math.isfinite(value) or value < 0:
        raise UsageError(
            _("{where}: “{text}” is no limit").format(where=where, text=text),
            remedy=_("Give a number from 0 up: --min chrf=55 --max error=0,warning=20 --max-hter 0.3"),
        )
    return value
