"""`transreview formats`: what is read and written, and what each format carries and loses."""

from __future__ import annotations

import click

from transreview.i18n import _
from transreview.reports.json_text import dumps

EPILOG = """\b
Examples:
  transreview formats
  transreview formats --json
\b
“back” means into the very file that came in: what was edited changes, no other byte does.
"""


@click.command(epilog=EPILOG)
@click.option("--json", "as_json", is_flag=True, help="Print the table as data.")
def formats(as_json: bool) -> None:
    """List the formats of files with what each carries and loses."""
    from transreview.formats.catalogue import CATALOGUE
    from transreview.formats.writers import added_writers

    rows = [
        {
            "name": row.name,
            "kind": row.kind,
            "endings": list(row.endings),
            "reads": row.reads,
            "writes": row.writes,
            "carries": row.carries(),
            "loses": row.loses(),
        }
        for row in CATALOGUE
    ]
    rows += [
        {
            "name": writer.name,
            "kind": "pairs",
            "endings": list(writer.suffixes),
            "reads": False,
            "writes": "new",
            "carries": _("what the package {package} writes").format(package=writer.package),
            "loses": "",
        }
        for writer in added_writers()
    ]
    if as_json:
        click.echo(dumps({"format": "transreview-formats-1", "formats": rows}, indent=1))
        return
    written = {"": _("–"), "new": _("new"), "back": _("back"), "both": _("new, back")}
    for row in rows:
        endings = " ".join(map(str, row["endings"]))  # type: ignore[call-overload]
        reads = _("read") if row["reads"] else _("not read")
        click.echo(f"{row['name']}  {endings}  {reads}, {written[str(row['writes'])]}")
        click.echo("    " + _("carries: {what}").format(what=row["carries"]))
        if row["loses"]:
            click.echo("    " + _("loses: {what}").format(what=row["loses"]))
