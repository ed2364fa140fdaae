"""What the command line of `transreview check` says, and the settings it leads to with the team's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transreview.checks.settings import CheckSettings
    from transreview.workflow.settings import TeamSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the command line says, its words unchanged; None and () where it says nothing."""

    form: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    severity: str | None
    fail_on: str | None
    maxima: tuple[str, ...]
    baseline: Path | None
    glossaries: tuple[Path, ...]
    articles: tuple[int, ...]
    source_lang: str | None
    target_lang: str | None
    encoding: str | None
    processes: int
    config: Path | None
    order: str | None = None
    use_fuzzy: bool = False


def team_settings(file: Path, given: Given) -> TeamSettings:
    """Return the settings that hold for a file."""
    from transreview.workflow.settings import find_settings, read_settings

    return read_settings(given.config or find_settings(Path.cwd() if str(file) == "-" else file))


def check_settings(team: TeamSettings, given: Given) -> CheckSettings:
    """Return the team's settings with what the command line says on top."""
    from dataclasses import replace

    from transreview.checks.settings import check_names
    from transreview.workflow.settings import known_checks

    settings = team.checks
    known = [*known_checks(), *(f"rule.{rule.id}" for rule in settings.rules)]
    select, ignore = (
        check_names(given_words(given.select), known),
        check_names(given_words(given.ignore), known),
    )
    if select:
        settings = replace(settings, select=select, ignore=settings.ignore - select)
    return replace(settings, ignore=settings.ignore | ignore)


def given_words(values: Sequence[str]) -> list[str]:
    """Return what an option lists, repeated or with commas."""
    return [word.strip() for value in values for word in value.split(",") if word.strip()]


def is_project(file: Path) -> bool:
    """Whether a file is an SQLite database, whatever its name, or a project on a server."""
    from transreview.project.address import is_server

    if is_server(file):
        return True
    try:
        with file.open("rb") as stream:
            return stream.read(16) == b"SQLite format 3\x00"
    except OSError:
        return False
