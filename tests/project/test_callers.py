"""Everything that a project can do is within a user's reach."""

from __future__ import annotations

import ast
import inspect
from functools import cached_property
from pathlib import Path

from transreview.project import Project

SOURCE = Path(inspect.getfile(Project)).parents[1]
CALLERS = ("cli", "tui", "linear", "workflow", "reports", "web", "api.py")

# What the project's own classes use of each other (closing leaves the session), and what the journal tells of
# itself to whoever shows more of it one day; the list only shrinks.
AWAITED = {
    "journal.changes",
    "journal.next_redo",
    "journal.next_undo",
    "sessions.id",
    "sessions.leave",
}

# Called through the protocol `scoring.kept_statistics.Keeper`, which a project's cache fulfils.
THROUGH_A_PROTOCOL = {"cache.get_many", "cache.put_many"}


def parts(project: Project) -> dict[str, type]:
    """The parts of a project by the name of their attribute."""
    lazy = {name for name, value in vars(Project).items() if isinstance(value, cached_property)}
    found = vars(project) | {name: getattr(project, name) for name in lazy}
    return {
        name: type(part)
        for name, part in found.items()
        if not name.startswith("_") and type(part).__module__.startswith("transreview.project")
    }


def public(kind: type) -> list[str]:
    """Names of what a class lets others do."""
    return [
        name
        for name, value in vars(kind).items()
        if (not name.startswith("_") and callable(value))
        or (isinstance(value, property) and not name.startswith("_"))
    ]


def used() -> tuple[set[tuple[str, str]], set[str]]:
    """Pairs `part.method` and single attributes that the program's code mentions."""
    pairs: set[tuple[str, str]] = set()
    single: set[str] = set()
    for caller in CALLERS:
        place = SOURCE / caller
        for file in place.rglob("*.py") if place.is_dir() else [place] if place.exists() else []:
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Attribute):
                    single.add(node.attr)
                    if isinstance(node.value, ast.Attribute):
                        pairs.add((node.value.attr, node.attr))
                    elif isinstance(node.value, ast.Name):  # comments = project.comments
                        pairs.add((node.value.id, node.attr))
    return pairs, single


def test_every_public_method_of_a_project_has_a_caller(project):
    pairs, single = used()
    unreachable = [
        f"{attribute}.{method}"
        for attribute, kind in parts(project).items()
        for method in public(kind)
        if (attribute, method) not in pairs
    ]
    unreachable += [method for method in public(Project) if method not in single]
    assert {*unreachable} - THROUGH_A_PROTOCOL <= AWAITED
