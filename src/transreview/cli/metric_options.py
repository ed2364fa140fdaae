"""Options by which `score` and `report` name metrics and their settings alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def metric_options(command: F) -> F:
    """Give a command --metric and --tokenize."""
    command = click.option(
        "--tokenize",
        metavar="NAME",
        help="Tokenizer of BLEU: 13a, intl, zh, char, none, ja-mecab, ko-mecab.",
    )(command)
    return click.option(
        "--metric",
        "metrics",
        multiple=True,
        metavar="NAME[:SETTINGS]",
        help="chrf, bleu or ter, with settings of sacrebleu's: chrf2, bleu:tokenize=intl,lowercase=yes,"
        " ter:no_punct=yes. May be repeated; all three by default.",
    )(command)


def chosen_metrics(metrics: Sequence[str], tokenize: str | None) -> tuple[str, ...]:
    """Return the metrics, BLEU with the tokenizer that was named for it.

    Raises:
        UsageError: There is no such metric, setting or tokenizer, or there is no BLEU to tokenize for.
    """
    from transreview.errors import UsageError
    from transreview.i18n import _
    from transreview.scoring.metric_settings import metric_choice

    chosen = []
    used = False
    for spec in metrics:
        choice = metric_choice(spec)
        if tokenize and choice.name == "bleu" and "tokenize" not in choice.settings:
            with_tokenizer = f"{spec}{',' if ':' in spec else ':'}tokenize={tokenize}"
            metric_choice(with_tokenizer)
            chosen.append(with_tokenizer)
            used = True
        else:
            chosen.append(spec)
    if tokenize and not used:
        raise UsageError(
            _("--tokenize {name}: only BLEU is tokenized").format(name=tokenize),
            remedy=_("Leave it out, or add --metric bleu"),
        )
    return tuple(chosen)
