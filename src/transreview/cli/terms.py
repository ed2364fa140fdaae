"""`transreview terms`: the glossary, kept, looked into and applied; one module a family of commands."""

from __future__ import annotations

import importlib

import click

from transreview.i18n import _

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
    "decline": ("transreview.cli.terms_decline:decline", "Show the forms of a Georgian term."),
}


class _TermsGroup(click.Group):
    """The group, which imports a command when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name][0].split(":")
        command = getattr(importlib.import_module(module), name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(line)) for name, (_place, line) in COMMANDS.items()])


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


@click.command(cls=_TermsGroup, epilog=EPILOG)
def terms() -> None:
    """Keep the glossary and apply it."""
