"""A damaged project written anew, as far as it can be read."""

from __future__ import annotations

from pathlib import Path

from transreview.project.creation import appearing
from transreview.project.failures import told
from transreview.project.held_files import tidy
from transreview.project.project import Project
from transreview.project.recovery import Recovered, recover


def rebuilt(damaged_file: Path, target: Path) -> Recovered:
    """Write what can be saved of a damaged project into a new file.

    Args:
        damaged_file: The damaged file; it is only read.
        target: A file that does not exist.

    Raises:
        InputError: Nothing can be saved, or the file exists.
    """
    try:
        with appearing(target) as draft:
            with told(target):
                result = recover(damaged_file, draft)
            with Project.open(draft) as project:
                result.lost += [one for one in project.problems() if one not in result.lost]
    finally:
        tidy(damaged_file)
    return result
