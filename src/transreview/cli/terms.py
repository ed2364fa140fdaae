"""`transreview terms`: the glossary, kept, looked into and applied; one module a family of commands."""

from __future__ import annotations

import click

from transreview.cli.lazy_group import LazyGroup

# Name → where the command stands, and its line in the overview: showing it imports no command.
COMMANDS: dict[str, tuple[str, str]] = {
    "list": ("transreview.cli.terms_looking:list_terms", "List the concepts of a glossary or project."),
    "find": ("transreview.cli.terms_looking:find", "Find concepts by a word in any of its forms."),
    "show": ("transreview.cli.terms_looking:show", "Show one concept whole, with its forms and its use."),
    "add": ("transreview.cli.terms_editing:add", "Add a concept."),
    "edit": ("transreview.cli.terms_editing:edit", "Change a concept."),
    "propose": ("transreview.cli.terms_editing:propose", "Propose a concept for a maintainer to decide on."),
    "approve": ("transreview.cli.terms_editing:approve", "Approve proposed concepts."),
    "deprecate": ("transreview.cli.terms_editing:deprecate", "Keep concepts, but ask for them no more."),
    "remove": ("transreview.cli.terms_editing:remove", "Remove concepts."),
    "lint": ("transreview.cli.terms_lint:lint", "Look for contradictions and gaps in glossaries."),
    "apply": ("transreview.cli.terms_apply:apply", "Replace wrong terms of a project, one by one or all."),
    "match": ("transreview.cli.terms_match:match", "Find terms in texts; a filter over JSON Lines."),
    "extract": ("transreview.cli.terms_extract:extract", "Find candidate terms in a project's articles."),
    "import": (
        "transreview.cli.terms_exchange:import_terms",
        "Bring in CSV, TBX, XLSX or OmegaT's.",
    ),
    "export": (
        "transreview.cli.terms_exchange:export_terms",
        "Write CSV, TBX, XLSX or OmegaT's.",
    ),
    "share": ("transreview.cli.terms_share:share", "Put a glossary into a project itself, for its team."),
    "decline": ("transreview.cli.terms_decline:decline", "Show the forms of a Georgian term."),
}


EPILOG = """\b
Examples:
  transreview terms list glossary/optical-industry.csv --subject party
  transreview terms find fair.transreview ასოციაციამ
  transreview terms apply fair.transreview --dry-run
  transreview terms add my.csv -t zh=镜片 -t ka=ლინზა --not ka=სარკე
  transreview terms lint my.csv
\b
PLACE is a glossary file, or a project, whose own glossaries are then meant.
"""


@click.command(cls=LazyGroup, table=COMMANDS, epilog=EPILOG)
def terms() -> None:
    """Keep the glossary and apply it."""
