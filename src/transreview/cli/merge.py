"""`transreview merge`: takes back a file that others edited."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from transreview.cli import options
from transreview.errors import UsageError
from transreview.i18n import _, ngettext
from transreview.reports.json_text import dumps
from transreview.reports.visible import one_line, path_line

if TYPE_CHECKING:
    from transreview.cli.steps import Steps
    from transreview.project.project import Project
    from transreview.workflow.delivery.conflicts import KeptConflict
    from transreview.workflow.delivery.merging import Merge, MergeConflict, Proposal

EPILOG = """\b
Examples:
  transreview merge fair.transreview fair.ka.po
  transreview merge fair.transreview returned.xlsx --by Nino --dry-run --json
  transreview merge fair.transreview fair.ka.po --conflicts theirs
  transreview merge shop.transreview shop.pot
  transreview merge fair.transreview --resolve 0004=theirs --resolve 0007=ours
\b
What only they changed is taken over as edited by them, what only you changed stays, what both changed
is a conflict: it is shown with both texts and what they began from, nothing is decided for you, and the
review screen asks at each (exit code 1 while conflicts stand). One undo takes all of it back.
"""


@click.command(epilog=EPILOG)
@click.argument("project", type=click.Path(path_type=Path))
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--by", metavar="NAME", help="Who edited it; what the file says when not given.")
@click.option(
    "--conflicts",
    "resolve",
    type=click.Choice(["keep", "ours", "theirs"]),
    default="keep",
    show_default=True,
    help="Keep conflicts for a decision, or decide all for one side.",
)
@click.option(
    "--resolve",
    "decisions",
    multiple=True,
    metavar="SEGMENT=ours|theirs",
    help="Decide one conflict that stands; may be repeated.",
)
@options.encoding
@click.option(
    "--new-source",
    is_flag=True,
    help="FILE is a later version of the bilingual file itself (a new POT, say): carry the work over.",
)
@options.article_number
@click.option("--dry-run", is_flag=True, help="Say what would be done and change nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as data.")
def merge(
    project: Path,
    file: Path | None,
    by: str | None,
    resolve: str,
    decisions: tuple[str, ...],
    encoding: str | None,
    new_source: bool,
    article: int | None,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Take FILE, which PROJECT gave away and others edited, back into PROJECT."""
    from transreview.cli.steps import Steps
    from transreview.project.project import Project
    from transreview.workflow.delivery.conflicts import decide, kept_conflicts, take_in
    from transreview.workflow.delivery.merging import plan_merge

    with Steps() as steps, Project.open(project, read_only=dry_run) as opened:
        if file is None:
            decide(opened, [_decision(one) for one in decisions])
            standing = kept_conflicts(opened)
            _print_standing(standing, as_json=as_json)
            return 1 if standing else 0
        if new_source or file.suffix.lower() == ".pot":
            return _take_later(opened, file, article, steps)
        if decisions:
            raise UsageError(
                _("--resolve decides conflicts that stand already"),
                remedy=_("Merge the file first, or leave it out."),
            )
        _demand_both(file)
        steps(_("comparing {file}").format(file=path_line(file.name)))
        found = plan_merge(opened, file, by=by, encoding=encoding, progress=steps.share)
        if not dry_run:
            steps(_("taking changes over"))
            take_in(opened, found, resolve=None if resolve == "keep" else resolve)
        waiting = len(found.conflicts) if dry_run else len(kept_conflicts(opened))
    if as_json:
        click.echo(dumps(_data(found, resolve, dry_run=dry_run), indent=1))
    else:
        _print(found, resolve, dry_run=dry_run)
    return 1 if waiting and resolve == "keep" else 0


def _demand_both(file: Path) -> None:
    """Refuse an article of one language, which says of no text what it translates."""
    from transreview.formats.article_formats import known_format
    from transreview.formats.readers import PAIR_READERS, pair_reader

    if pair_reader(file) is None and known_format(file) is not None:
        endings = ", ".join(suffix for form in PAIR_READERS for suffix in form.suffixes)
        raise UsageError(
            _("this is the text of one language, not of both"),
            path=file,
            remedy=_("Export a file that holds both, and let that be edited: {endings}.").format(
                endings=endings
            ),
        )


def _take_later(project: Project, file: Path, article: int | None, steps: Steps) -> int:
    """Take in a later version of a bilingual file and say what became of its units."""
    from transreview.cli.segments import named_article
    from transreview.workflow.intake.later_versions import take_later_version

    chosen = project.articles.get(named_article(project, article))
    steps(_("comparing {file}").format(file=path_line(file.name)))
    done = take_later_version(project, chosen, file)
    steps.clear()
    click.echo(
        ngettext(
            "{kept} unit as it was, {changed} changed, {added} new.",
            "{kept} units as they were, {changed} changed, {added} new.",
            done.kept,
        ).format(kept=done.kept, changed=done.changed, added=done.added)
    )
    for key, text in done.removed:
        click.echo(_("Gone: {key} {text}").format(key=key, text=one_line(text)))
    return 0


def _decision(words: str) -> tuple[str, str]:
    key, sign, side = words.rpartition("=")
    if not sign or side not in {"ours", "theirs"}:
        raise UsageError(
            _("“{words}” decides nothing").format(words=words),
            remedy=_("Write a segment and a side: --resolve 0004=theirs."),
        )
    return key, side


def _print(found: Merge, resolve: str, *, dry_run: bool) -> None:
    for sentence in found.problems():
        click.echo(_("Note: {warning}").format(warning=one_line(sentence)), err=True)
    for conflict in found.conflicts:
        _print_conflict(conflict)
    taken = len(found.proposals)
    click.echo(
        ngettext(
            "{count} change of {by} taken over, {ours} of yours kept, {same} alike, conflicts: {conflicts}.",
            "{count} changes of {by} taken over, {ours} of yours kept, {same} alike, conflicts: {conflicts}.",
            taken,
        ).format(
            count=taken,
            by=one_line(found.by),
            ours=found.ours,
            same=found.unchanged,
            conflicts=len(found.conflicts),
        )
        + (" " + _("(nothing written)") if dry_run else "")
    )
    if found.conflicts and resolve == "keep" and not dry_run:
        click.echo(_("Decide: on the screen, with --resolve SEGMENT=ours|theirs, or with --conflicts."))


def _print_conflict(conflict: MergeConflict) -> None:
    click.echo(_("Conflict in {key}:").format(key=conflict.segment.key))
    if conflict.base is not None:
        click.echo("  " + _("base:   {text}").format(text=one_line(conflict.base)))
    click.echo("  " + _("ours:   {text}").format(text=one_line(conflict.segment.target)))
    click.echo("  " + _("theirs: {text}").format(text=one_line(conflict.theirs)))
    if conflict.status is not None:
        click.echo(
            "  "
            + _("status: {ours} here, {theirs} there").format(
                ours=conflict.segment.status.value, theirs=conflict.status.value
            )
        )


def _print_standing(standing: list[KeptConflict], *, as_json: bool) -> None:
    if as_json:
        rows = [{"article": one.article_id, "segment": one.key, **one.as_data()} for one in standing]
        nothing: dict[str, Any] = {
            "file": "",
            "by": "",
            "base": None,
            "written": False,
            "resolved": "",
            "taken": [],
        }
        numbers = {"ours": 0, "same": 0, "notes": []}  # of the file that is merged; here there is none
        data = {"format": "transreview-merge-1", **nothing, "conflicts": rows, **numbers}
        click.echo(dumps(data, indent=1))
        return
    for one in standing:
        click.echo(_("Conflict in {key}:").format(key=one.key))
        if one.base is not None:
            click.echo("  " + _("base:   {text}").format(text=one_line(one.base)))
        click.echo("  " + _("ours:   {text}").format(text=one_line(one.ours)))
        click.echo("  " + _("theirs: {text}").format(text=one_line(one.theirs)))
    count = len(standing)
    click.echo(ngettext("{count} conflict stands.", "{count} conflicts stand.", count).format(count=count))


def _data(found: Merge, resolve: str, *, dry_run: bool) -> dict[str, Any]:
    return {
        "format": "transreview-merge-1",
        "file": str(found.path),
        "by": found.by,
        "base": found.base.exported,
        "written": not dry_run,
        "resolved": resolve,
        "taken": [_proposal(one) for one in found.proposals],
        "conflicts": [_conflict(one) for one in found.conflicts],
        "ours": found.ours,
        "same": found.unchanged,
        "notes": list(found.problems()),
    }


def _proposal(one: Proposal) -> dict[str, Any]:
    return {
        "article": one.article.id,
        "segment": one.segment.key,
        "base": one.base,
        "ours": one.segment.target,
        "theirs": one.text,
        "status": None if one.status is None else one.status.value,
        "needs_work": one.needs_work,
        "comment": one.comment,
    }


def _conflict(one: MergeConflict) -> dict[str, Any]:
    return {
        "article": one.article.id,
        "segment": one.segment.key,
        "base": one.base,
        "ours": one.segment.target,
        "theirs": one.theirs,
        "status": None
        if one.status is None
        else {"ours": one.segment.status.value, "theirs": one.status.value},
    }
