"""Options by which `score` and `report` name their thresholds alike."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from transreview.workflow.quality.thresholds import Limits

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class ThresholdOptions:
    """Thresholds as they were written on the command line.

    Attributes:
        minima: Values of --min.
        maxima: Values of --max.
        hter: Value of --max-hter.
        npt: Value of --max-npt; None where the command has none.
        new: Value of --max-new; None where the command has none.
        findings: Whether the command counts findings.
    """

    minima: tuple[str, ...]
    maxima: tuple[str, ...]
    hter: float | None
    npt: float | None
    new: int | None
    findings: bool

    def limits(self, metrics: Sequence[str], external: Sequence[str] = ()) -> Limits:
        """Return the limits that were written.

        Args:
            metrics: Metrics that are computed.
            external: Names of other tools' metrics that are read.

        Raises:
            UsageError: A threshold is not NAME=NUMBER, not known here, or of the wrong direction.
        """
        from transreview.workflow.quality.thresholds import Limits

        return Limits.parse(
            self.minima,
            self.maxima,
            hter=self.hter,
            npt=self.npt,
            new=self.new,
            metrics=metrics,
            external=external,
            findings=self.findings,
        )


def threshold_options(*, findings: bool) -> Callable[[Command], Command]:
    """Give a command --min, --max and --max-hter; it gets them as `thresholds`.

    Args:
        findings: Whether the command counts findings too: it then has --max-npt and --max-new, and --max
            takes severities.
    """
    options = [
        click.option(
            "--min",
            "minima",
            multiple=True,
            metavar="NAME=X",
            help="Fail (exit 1) below X: a metric (chrf=55), or the per cent confirmed=100 or approved=50.",
        ),
        click.option(
            "--max",
            "maxima",
            multiple=True,
            metavar="NAME=X",
            help="Fail (exit 1) above X: findings of a severity (error=0,warning=20), or ter=60."
            if findings
            else "Fail (exit 1) above X: --max ter=60.",
        ),
        click.option(
            "--max-hter", type=float, metavar="X", help="Fail (exit 1) when HTER is above X, e.g. 0.3."
        ),
    ]
    if findings:
        options += [
            click.option(
                "--max-npt",
                type=float,
                metavar="X",
                help="Fail (exit 1) when the MQM penalty per 1,000 units is above X.",
            ),
            click.option(
                "--max-new",
                type=int,
                metavar="N",
                help="Fail (exit 1) with more than N new findings since --baseline.",
            ),
        ]

    def given(command: Command) -> Command:
        @functools.wraps(command)
        def gathered(
            *arguments: Any,  # noqa: ANN401 - whatever the command takes
            minima: tuple[str, ...],
            maxima: tuple[str, ...],
            max_hter: float | None,
            max_npt: float | None = None,
            max_new: int | None = None,
            **named: Any,  # noqa: ANN401
        ) -> Any:  # noqa: ANN401
            thresholds = ThresholdOptions(
                minima=minima, maxima=maxima, hter=max_hter, npt=max_npt, new=max_new, findings=findings
            )
            return command(*arguments, thresholds=thresholds, **named)

        with_options: Any = gathered
        for option in reversed(options):
            with_options = option(with_options)
        return with_options  # type: ignore[no-any-return]

    return given
