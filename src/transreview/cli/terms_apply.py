"""`transreview terms apply`: wrong terms of a project replaced, each seen before it is changed."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from transreview.cli import options
from transreview.errors import UsageError
from transreview.i18n import _, ngettext
from transreview.reports.json_text import dumps
from transreview.terminal_text import printable

if TYPE_CHECKING:
    from transreview.model.article import Article
    from transreview.project import Project
    from transreview.workflow.terms.application import Applied, Decision, Proposal
    from transreview.workflow.terms.consequences import Consequence

EPILOG = """\b
Examples:
  transreview terms apply fair.transreview                 ask about each replacement
  transreview terms apply fair.transreview --dry-run       only show them
  transreview terms apply fair.transreview --all           accept all that are certain
  transreview terms apply fair.transreview --all --concept xiamen
\b
Asked, answer with a letter: y replace, n leave, a all of this concept, s leave this concept,
A all that are certain, q stop asking; or with the number of a form. All replacements of a run are
one change: `transreview review` takes them back with one undo.
"""


@click.command(epilog=EPILOG)
@click.argument("project", type=click.Path(path_type=Path))
@options.article_number
@options.glossaries
@click.option(
    "--concept", "concepts", multiple=True, metavar="ID", help="Only this concept; may be repeated."
)
@click.option("--dry-run", is_flag=True, help="Show the replacements and change nothing.")
@click.option("--all", "take_all", is_flag=True, help="Accept without asking what is certain.")
@click.option("--likeliest", is_flag=True, help="With --all: take the likeliest form where several fit.")
@click.option("--admitted", is_flag=True, help="Replace admitted terms by preferred ones too.")
@click.option("--unconfirmed", is_flag=True, help="Leave confirmed and approved segments alone.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a replacement.")
def apply(
    project: Path,
    article: int | None,
    glossaries: tuple[Path, ...],
    concepts: tuple[str, ...],
    dry_run: bool,
    take_all: bool,
    likeliest: bool,
    admitted: bool,
    unconfirmed: bool,
    as_json: bool,
) -> None:
    """Replace wrong terms in the translations of PROJECT by the glossary's, in their own case."""
    from transreview.workflow.locked_segments import left_as_they_are, parted
    from transreview.workflow.terms.application import apply as apply_decisions
    from transreview.workflow.terms.application import decide, project_proposals, unanswered
    from transreview.workflow.terms.glossary_editing import concept_named
    from transreview.workflow.terms.places import open_place

    asking = not (dry_run or take_all)
    with open_place(project, glossaries=glossaries, read_only=dry_run) as opened:
        if asking and (as_json or not sys.stdin.isatty()):
            raise UsageError(
                _("there is nobody to ask about each replacement"),
                remedy=_("Say --all to accept what is certain, or --dry-run to look only."),
            )
        if opened.project is None:
            raise UsageError(_("this is a glossary, not a project"), path=project)
        if article is not None:
            opened.project.articles.get(article)
        found = list(
            project_proposals(
                opened.project,
                opened.glossary,
                article_ids=[] if article is None else [article],
                concepts=[concept_named(opened.glossary, name).id for name in concepts],
                admitted=admitted,
                unconfirmed_only=unconfirmed,
            )
        )
        found, locked = parted(found, lambda one: one[1].segment)
        if locked:
            click.echo(left_as_they_are(locked), err=True)
        if asking:
            decisions = _ask(found)
        else:
            chooser = _likeliest if likeliest else None
            decisions = list(decide((proposal for _article, proposal in found), chooser))
            _show(found, decisions, as_json=as_json)
        if dry_run:
            _say_dry(found, as_json=as_json)
            return
        applied = apply_decisions(opened.project, decisions)
        caused = [] if as_json else list(_caused(opened.project, decisions))
        ids = [] if article is None else [article]
        unnamed = 0 if as_json else unanswered(opened.project, opened.glossary, article_ids=ids)
    if not as_json:
        _say_applied(applied, left=len(found) - len(decisions))
        _say_caused(caused)
        if unnamed:
            _say_unanswered(unnamed)


def _caused(project: Project, decisions: Sequence[Decision]) -> Iterator[tuple[Article, Consequence]]:
    """Yield what the replacements bring with them, with the article where it stands."""
    from transreview.workflow.quality.checking import team_checks
    from transreview.workflow.terms.consequences import consequences

    articles = {article.id: article for article in project.articles.all()}
    for one in consequences(decisions, articles, team_checks(project.path)):
        yield articles[one.segment.article_id], one


def _likeliest(proposal: Proposal) -> str:
    return proposal.replacement.form


def _show(found: Sequence[tuple[Article, Proposal]], decisions: Sequence[Decision], *, as_json: bool) -> None:
    chosen = {id(decision.proposal): decision.form for decision in decisions}
    for number, (article, proposal) in enumerate(found, start=1):
        form = chosen.get(id(proposal))
        if as_json:
            click.echo(dumps(_data(article, proposal, form)))
        else:
            click.echo(_preview(number, len(found), article, proposal))


def _preview(number: int, total: int, article: Article, proposal: Proposal) -> str:
    """Return a replacement in its context, before and after."""
    before, after = proposal.context()
    head = f"[{number}/{total}] {article.slug} {proposal.segment.key}: {proposal.source_term}"
    forms = proposal.replacement.candidates or (proposal.replacement.form,)
    marked = f" ({_('several forms fit')})" if len(forms) > 1 else ""
    if not proposal.replacement.candidates:
        marked = f" ({_('check the form')})"
    lines = [f"{head}  [{proposal.concept_id}]", f"  − {before}[{proposal.found}]{after}"]
    lines += [f"  + {before}[{form}]{after}" for form in forms[:1]]
    if len(forms) > 1:
        lines += [f"    {place}: {form}" for place, form in enumerate(forms, start=1)]
    return printable("\n".join(" ".join(text.splitlines()) for text in lines)) + marked


def _ask(found: Sequence[tuple[Article, Proposal]]) -> list[Decision]:
    """Ask about each replacement and return what was accepted."""
    from transreview.workflow.terms.application import Decision

    accepted: list[Decision] = []
    whole: dict[str, bool] = {}  # concept → answered with "all" or "leave"
    everything = False
    for number, (article, proposal) in enumerate(found, start=1):
        settled = whole.get(proposal.concept_id)
        if settled is False:
            continue
        if (settled or everything) and proposal.certain:
            accepted.append(Decision(proposal, proposal.replacement.form))
            continue
        click.echo(_preview(number, len(found), article, proposal))
        answer = _answer(len(proposal.replacement.candidates))
        if answer == "q":
            break
        if answer == "s":
            whole[proposal.concept_id] = False
        elif answer == "a":
            whole[proposal.concept_id] = True
        everything = everything or answer == "A"
        if answer.isdigit():
            accepted.append(Decision(proposal, proposal.replacement.candidates[int(answer) - 1]))
        elif answer in {"y", "a", "A"}:
            accepted.append(Decision(proposal, proposal.replacement.form))
    return accepted


def _answer(forms: int) -> str:
    """Return a letter or the number of a form."""
    numbers = [str(number) for number in range(1, forms + 1)] if forms > 1 else []
    known = ["y", "n", "a", "s", "A", "q", *numbers]
    while True:
        answer: str = click.prompt(_("Replace? y/n, a/s this concept, A all, q stop"), default="y").strip()
        if answer in known:
            return answer
        click.echo(_("Answer with one of: {answers}.").format(answers=" ".join(known)))


def _data(article: Article, proposal: Proposal, form: str | None) -> dict[str, object]:
    return {
        "article": article.id,
        "segment": proposal.segment.id,
        "key": proposal.segment.key,
        "concept": proposal.concept_id,
        "source_term": proposal.source_term,
        "start": proposal.start,
        "end": proposal.end,
        "found": proposal.found,
        "candidates": list(proposal.replacement.candidates),
        "form": form,
        "before": proposal.segment.target,
        "after": None if form is None else proposal.result(form),
    }


def _say_dry(found: Sequence[tuple[Article, Proposal]], *, as_json: bool) -> None:
    if as_json:
        return
    by_concept = Counter(proposal.concept_id for _article, proposal in found)
    for concept, count in by_concept.most_common():
        click.echo(f"{count:>6}  {concept}")
    unsure = sum(not proposal.certain for _article, proposal in found)
    total = ngettext("{count} replacement.", "{count} replacements.", len(found)).format(count=len(found))
    asked = ngettext("{count} must be asked about.", "{count} must be asked about.", unsure)
    click.echo(f"{total} {asked.format(count=unsure)}" if unsure else total)


def _say_unanswered(count: int) -> None:
    text = ngettext(
        "{count} forbidden rendering has no preferred term: the concept's note says what to write.",
        "{count} forbidden renderings have no preferred term: the concepts' notes say what to write.",
        count,
    )
    click.echo(text.format(count=count))


_MOST_SHOWN = 20


def _say_caused(caused: Sequence[tuple[Article, Consequence]]) -> None:
    """Show what the replaced terms no longer fit with, for a reader to mend."""
    if not caused:
        return
    text = ngettext(
        "The replacements have caused {count} finding, to be mended by hand:",
        "The replacements have caused {count} findings, to be mended by hand:",
        len(caused),
    )
    click.echo(text.format(count=len(caused)))
    for article, one in caused[:_MOST_SHOWN]:
        place = f"{article.slug} {one.segment.key}"
        found = one.finding.found or one.text
        wanted = f" → {one.finding.expected}" if one.finding.expected else ""
        line = f"  {place}: {one.finding.check}: {one.finding.message}: {found}{wanted}"
        click.echo(printable(" ".join(line.split())))
    if len(caused) > _MOST_SHOWN:
        more = len(caused) - _MOST_SHOWN
        rest = ngettext("  and {count} more.", "  and {count} more.", more)
        click.echo(rest.format(count=more))


def _say_applied(applied: Applied, *, left: int) -> None:
    click.echo(
        ngettext("{count} term replaced", "{count} terms replaced", applied.replaced).format(
            count=applied.replaced
        )
        + ngettext(" in {count} segment.", " in {count} segments.", applied.segments).format(
            count=applied.segments
        )
    )
    if applied.reopened:
        text = ngettext(
            "{count} confirmed segment is open again.",
            "{count} confirmed segments are open again.",
            applied.reopened,
        )
        click.echo(text.format(count=applied.reopened))
    if left:
        click.echo(ngettext("{count} was left.", "{count} were left.", left).format(count=left))
