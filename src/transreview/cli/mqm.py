"""`transreview mqm`: ratings of a project in and out, and scores of MQM data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from transreview.cli.output import is_standard, output_option
from transreview.i18n import _, ngettext
from transreview.reports.json_text import dumps
from transreview.reports.visible import one_line, path_line

if TYPE_CHECKING:
    from transreview.model.rating import Rating
    from transreview.scoring.mqm import Weights

EPILOG = """\b
Examples:
  transreview mqm score mqm_newstest2021_zhen.tsv
  transreview mqm export trade.transreview -o ratings.tsv
  transreview mqm import trade.transreview ratings.tsv
  transreview mqm rate trade.transreview --article 1 --segment 4 --score 85
"""

SCORE_EPILOG = """\b
Examples:
  transreview mqm score mqm_newstest2021_zhen.tsv
  transreview mqm score ratings.tsv --segments --weights major=10
"""

EXPORT_EPILOG = """\b
Examples:
  transreview mqm export trade.transreview -o ratings.tsv
  transreview mqm export trade.transreview -o - --marot
"""

IMPORT_EPILOG = """\b
Examples:
  transreview mqm import trade.transreview ratings.tsv
  transreview mqm import trade.transreview mqm_ted_zhen.tsv --system Online-W
"""

RATE_EPILOG = """\b
Examples:
  transreview mqm rate trade.transreview --article 1 --segment 4 --score 85
"""

any_category = click.option(
    "--any-category", is_flag=True, help="Take categories that neither Google's typology nor MQM-Core has."
)


weights_option = click.option(
    "--weights",
    "weight_pairs",
    multiple=True,
    metavar="NAME=X",
    help="Other weights than the published: major=10, Fluency/Punctuation:minor=0.5.",
)


@click.group(epilog=EPILOG)
def mqm() -> None:
    """Take MQM ratings in, give them out, and score them.

    The files are tab-separated as Google and Marot have them: a row an error, the span between <v> and </v>.
    """


@mqm.command("score", epilog=SCORE_EPILOG, short_help="Score ratings with the published weights.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--segments", is_flag=True, help="The score of every rated segment.")
@any_category
@weights_option
@click.option("--json", "as_json", is_flag=True, help="Print data instead of a table.")
def score_file(
    file: Path, segments: bool, any_category: bool, weight_pairs: tuple[str, ...], as_json: bool
) -> None:
    """Score FILE with the published weights: per segment, and the mean of each system's rated segments.

    0 is the best; an error counts -5 (major), -1 (minor), -0.1 (minor punctuation) or -25 (non-translation).
    """
    from transreview.scoring.mqm import edited_weights, segment_scores, system_scores

    ratings = _read(file, any_category, file)
    scores = segment_scores(ratings, edited_weights(weight_pairs))
    systems = system_scores(scores)
    agreement = _agreement(ratings, edited_weights(weight_pairs))
    if as_json:
        data = {
            "systems": systems,
            "segments": [{"system": s, "segment": n, "score": v} for (s, n), v in scores.items()]
            if segments
            else [],
            "agreement": agreement,
        }
        click.echo(dumps(data, indent=1))
        return
    for system, mean in systems.items():
        click.echo(f"{system:32s} {mean:8.3f}")
    if agreement:
        alpha = "–" if agreement["alpha"] is None else f"{agreement['alpha']:.3f}"
        click.echo(
            ngettext(
                "{n} raters; span F1 {f1:.3f}, Krippendorff's alpha {alpha} over {segments} segment",
                "{n} raters; span F1 {f1:.3f}, Krippendorff's alpha {alpha} over {segments} segments",
                agreement["segments"],
            ).format(
                n=agreement["raters"], f1=agreement["span_f1"], alpha=alpha, segments=agreement["segments"]
            )
        )
    if segments:
        for (system, segment), value in scores.items():
            click.echo(f"{system}\t{segment}\t{value:g}")


@mqm.command("export", epilog=EXPORT_EPILOG, short_help="Write the errors marked in a project.")
@click.argument("project", type=click.Path(path_type=Path))
@output_option(required=True, help="File to write; - is standard output.")
@click.option("--marot", is_flag=True, help="Columns and metadata as Marot's viewer reads them.")
def export_ratings(project: Path, output: Path, marot: bool) -> None:
    """Write the errors marked in PROJECT, and a no-error row for each clean rated segment."""
    from transreview.formats import atomic
    from transreview.formats.mqm_tsv import write_ratings
    from transreview.project import Project
    from transreview.workflow.quality.mqm_figures import project_ratings

    with Project.open(project, read_only=True) as opened:
        ratings = project_ratings(opened)
    atomic.write(output, write_ratings(ratings, marot=marot).encode())
    if is_standard(output):
        return
    errors = sum(rating.is_error for rating in ratings)
    text = ngettext("{n} marked error written to {path}.", "{n} marked errors written to {path}.", errors)
    click.echo(text.format(n=errors, path=path_line(output)))


@mqm.command("import", epilog=IMPORT_EPILOG, short_help="Keep the errors of a file in a project.")
@click.argument("project", type=click.Path(path_type=Path))
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--system", "systems", multiple=True, metavar="NAME", help="Only this system's rows; may be repeated."
)
@any_category
def import_ratings(project: Path, file: Path, systems: tuple[str, ...], any_category: bool) -> None:
    """Keep the rows of FILE on the segments of PROJECT, as one change that one undo takes back.

    Rows without an error are kept too: they say that somebody looked.
    """
    from transreview.errors import UsageError
    from transreview.project import Project
    from transreview.workflow.quality.mqm_exchange import take_ratings

    ratings = _read(file, any_category, project)
    chosen = [rating for rating in ratings if not systems or rating.system in systems]
    if not chosen:
        raise UsageError(
            _("the file has no row of {systems}").format(systems=", ".join(systems)),
            path=file,
            remedy=_("It has: {systems}").format(systems=", ".join(dict.fromkeys(r.system for r in ratings))),
        )
    with Project.open(project) as opened:
        taken = take_ratings(opened, chosen, file)
    words = _("Taken in: errors {kept}, rows without an error {clean}; there already: {known}.")
    click.echo(words.format(kept=taken.annotations, known=taken.known, clean=taken.clean))
    if taken.unknown_systems:
        text = _(
            "No engine of the project has these names: {systems}. Their rows were taken by their texts;"
            " where that is wrong, undo the import and write the engine's name into the file."
        )
        click.echo(text.format(systems=", ".join(map(one_line, taken.unknown_systems))), err=True)
    if len(chosen) < len(ratings):
        click.echo(
            ngettext(
                "{count} row of other systems left out.",
                "{count} rows of other systems left out.",
                len(ratings) - len(chosen),
            ).format(count=len(ratings) - len(chosen))
        )


@mqm.command("rate", epilog=RATE_EPILOG, short_help="Give a segment an ESA score from 0 to 100.")
@click.argument("project", type=click.Path(path_type=Path))
@click.option("--article", default=1, show_default=True, metavar="N", help="Number of the article.")
@click.option(
    "--segment", required=True, type=click.IntRange(min=1), metavar="N", help="Number of the segment."
)
@click.option("--score", required=True, type=float, metavar="0…100", help="How good the whole segment is.")
def rate(project: Path, article: int, segment: int, score: float) -> None:
    """Give a segment an ESA score from 0 (no meaning preserved) to 100 (perfect)."""
    from transreview.errors import UsageError
    from transreview.project import Project
    from transreview.workflow.quality.mqm_exchange import give_esa_score

    with Project.open(project) as opened:
        ids = opened.segments.ids(opened.articles.get(article).id)
        if segment > len(ids):
            raise UsageError(
                _("no segment {number}").format(number=segment),
                remedy=_("The article has {count}").format(count=len(ids)),
            )
        give_esa_score(opened, ids[segment - 1], score)
    click.echo(_("Segment {number} scored {score:g}.").format(number=segment, score=score))


def _read(file: Path, any_category: bool, beside: Path) -> list[Rating]:
    """Return the rows of a file, a team's own categories under the names that its settings give them."""
    from transreview.formats.mqm_tsv import read_ratings
    from transreview.scoring.mqm_categories import mapped
    from transreview.workflow.quality.mqm_exchange import refuse_unknown_categories
    from transreview.workflow.settings import find_settings, read_settings

    ratings = mapped(read_ratings(file), read_settings(find_settings(beside)).mqm_categories)
    if not any_category:
        refuse_unknown_categories(ratings, file)
    return ratings


def _agreement(ratings: list[Rating], weights: Weights) -> dict[str, Any] | None:
    """Return agreement of all raters over the segments that two or more rated; None without any."""
    from transreview.workflow.quality.mqm_figures import agreement

    found = agreement(ratings, weights)
    return None if found is None else {"raters": len({r.rater for r in ratings}), **found}
