"""`transreview check --fix`: the certain fixes, made or shown, in projects and bilingual files."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from transreview.cli.check_given import Given, check_settings, is_project, team_settings
from transreview.cli.check_projects import checked_segments
from transreview.errors import UsageError
from transreview.i18n import _, ngettext
from transreview.project.address import displayed
from transreview.reports.visible import one_line, path_line
from transreview.terminal_text import shell_word

if TYPE_CHECKING:
    from transreview.project import Project
    from transreview.workflow.quality.checking import CheckedSegment


def fix_files(files: Sequence[Path], given: Given, out: TextIO, *, dry_run: bool) -> None:
    """Make the certain fixes of the selected checks in projects and bilingual files, or show them."""
    from transreview.project import Project
    from transreview.workflow.delivery.file_review import is_bilingual

    for file in files:
        if is_project(file):
            with Project.open(file, read_only=dry_run) as project:
                _fix_project(project, file, given, out, dry_run=dry_run)
        elif is_bilingual(file) and str(file) != "-":
            _fix_file(file, given, out, dry_run=dry_run)
        else:
            raise UsageError(
                _("only projects and bilingual files can be fixed"),
                path=file,
                remedy=_("Import it with `transreview new`"),
            )


def _fix_file(file: Path, given: Given, out: TextIO, *, dry_run: bool) -> None:
    """Make the certain fixes in a bilingual file; nothing else in it changes."""
    from transreview.workflow.delivery.file_review import passing_project
    from transreview.workflow.delivery.write_back import write_back
    from transreview.workflow.intake.bilingual_files import BilingualInput

    asked = BilingualInput(
        path=file,
        source_language=given.source_lang,
        target_language=given.target_lang,
        encoding=given.encoding,
    )
    with passing_project(asked) as project:
        if _fix_project(project, file, given, out, dry_run=dry_run, in_file=True) and not dry_run:
            write_back(project, project.articles.all()[0])


def _fix_project(
    project: Project, file: Path, given: Given, out: TextIO, *, dry_run: bool, in_file: bool = False
) -> int:
    """Make or show the certain fixes in a project; return how many segments they change."""
    from transreview.workflow.delivery.raw_markup import segments_in_raw_markup
    from transreview.workflow.quality.fixing import apply_fixes, apply_fixes_to_file, plan_fixes

    team = team_settings(file, given)
    settings = check_settings(team, given)
    by_hand = {number for one in project.articles.all() for number in segments_in_raw_markup(project, one)}
    aside: list[CheckedSegment] = []
    checked = checked_segments(project, given, settings, [*given.glossaries, *team.glossaries])
    plan = plan_fixes(_without(checked, by_hand, aside))
    for one in plan:
        names = ", ".join(dict.fromkeys(finding.check for finding in one.findings))
        out.write(f"{one.segment.key}  {names}\n")
        out.write(f"  - {one_line(one.segment.target)}\n  + {one_line(one.after)}\n")
    count = sum(len(one.findings) for one in plan)
    if dry_run:
        words = ngettext(
            "Findings that can be fixed: {count}, in {segments} segment",
            "Findings that can be fixed: {count}, in {segments} segments",
            len(plan),
        )
    elif in_file:
        apply_fixes_to_file(project, plan)
        words = ngettext(
            "Findings fixed in {file}: {count}, in {segments} unit",
            "Findings fixed in {file}: {count}, in {segments} units",
            len(plan),
        )
    else:
        apply_fixes(project, plan)
        words = ngettext(
            "Findings fixed: {count}, in {segments} segment; one undo takes it back",
            "Findings fixed: {count}, in {segments} segments; one undo takes it back",
            len(plan),
        )
    out.write(words.format(count=count, segments=len(plan), file=path_line(file)) + "\n")
    _tell_left(aside, file, out)
    return len(plan)


def _without(
    checked: Iterable[CheckedSegment], by_hand: Container[int], aside: list[CheckedSegment]
) -> Iterator[CheckedSegment]:
    """Yield segments; those that only a person may change are laid aside."""
    for one in checked:
        if one.segment.id in by_hand:
            aside.append(one)
        else:
            yield one


_NAMED = 10  # segments


def _tell_left(checked: Sequence[CheckedSegment], file: Path, out: TextIO) -> None:
    """Say how many fixes stand in HTML inside Markdown, which only a person changes."""
    from transreview.workflow.quality.fixing import plan_fixes

    left = plan_fixes(checked)
    if not left:
        return
    keys = ", ".join(one.segment.key for one in left[:_NAMED])
    words = ngettext(
        "{count} fix stands in HTML inside Markdown and was left to you: {segments}."
        " Next: transreview review {project}",
        "{count} fixes stand in HTML inside Markdown and were left to you: {segments}."
        " Next: transreview review {project}",
        count := sum(len(one.findings) for one in left),
    )
    more = " …" if len(left) > _NAMED else ""
    out.write(words.format(count=count, segments=keys + more, project=shell_word(displayed(file))) + "\n")
