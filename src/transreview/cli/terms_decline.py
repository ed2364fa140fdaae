"""`transreview terms decline`: the forms of a Georgian term, before it goes into a glossary."""

from __future__ import annotations

import click

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.reports.json_text import dumps
from transreview.terminal_text import printable

EPILOG = """\b
Examples:
  transreview terms decline წყალი
  transreview terms decline "დუ ტუნხე" --hint name
  transreview terms decline კლასტერი --as კლასტერებისთვის --instead ასოციაცია
\b
With --as and --instead it says what stands for a form of TERM when another term is put there.
"""


@click.command(epilog=EPILOG)
@click.argument("term")
@click.option(
    "--hint", "hints", multiple=True, metavar="HINT", help="As in the column ka:grammar (stem=წყლ, name)."
)
@click.option("--as", "form", metavar="FORM", help="A form of TERM: say how it can be read.")
@click.option("--instead", metavar="TERM", help="Another term to put into the case of FORM.")
@click.option("--json", "as_json", is_flag=True, help="Print data.")
def decline(term: str, hints: tuple[str, ...], form: str | None, instead: str | None, as_json: bool) -> None:
    """Show the forms of Georgian TERM (dictionary form, quoted when it has several words)."""
    if instead and not form:
        raise UsageError(_("--instead needs the form that it replaces"), remedy=_("Give it with --as."))
    if form:
        _readings(term, hints, form, instead, as_json=as_json)
        return
    from transreview.languages.georgian.declension import paradigm
    from transreview.reports.terminal_paradigm import paradigm_table

    if as_json:
        forms = paradigm(term, hints=hints).forms
        rows = [
            {"case": c.case, "number": c.number, "post": c.postposition, "form": f} for c, f in forms.items()
        ]
        click.echo(dumps({"term": term, "forms": rows}))
    else:
        click.echo(printable(paradigm_table(term, hints)))


def _readings(term: str, hints: tuple[str, ...], form: str, instead: str | None, *, as_json: bool) -> None:
    from transreview.languages.georgian.declension import analyse, transfer

    readings = [str(reading) for reading in analyse(form, term, hints=hints)]
    candidates = list(transfer(term, form, instead, from_hints=hints).candidates) if instead else []
    if as_json:
        click.echo(dumps({"form": form, "readings": readings, "instead": candidates}))
        return
    if not readings:
        click.echo(_("{form} is no form of {term}.").format(form=printable(form), term=printable(term)))
        return
    for reading in readings:
        click.echo(f"  {reading}")
    if candidates:
        click.echo("→ " + printable(" / ".join(candidates)))
