"""A workbook that LibreOffice has opened and saved again is merged: its edits, and nothing else."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.small_project import small_project
from transreview.project import Project
from transreview.workflow.delivery.conflicts import take_in
from transreview.workflow.delivery.exporting import export
from transreview.workflow.delivery.merging import plan_merge


def saved_by_libreoffice(path: Path, folder: Path) -> Path:
    """Return the workbook as LibreOffice writes it."""
    done = subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "out"), str(path)],
        check=True, capture_output=True, text=True, timeout=180,
    )  # fmt: skip
    if not (folder / "out" / path.name).exists() and "could not be loaded" in done.stderr:
        pytest.skip("LibreOffice is installed without Calc")
    return folder / "out" / path.name


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_what_was_edited_comes_back_and_the_rest_is_alike(tmp_path: Path) -> None:
    path = tmp_path / "v.xlsx"
    with Project.open(small_project(tmp_path / "p.transreview")) as project:
        before = [segment.target for segment in project.segments.all()]
        export(project, path)
        untouched = plan_merge(project, saved_by_libreoffice(path, tmp_path), by="Nino")
        assert (list(untouched.proposals), list(untouched.conflicts)) == ([], [])
        book = load_workbook(path)
        cells = [cell for row in book.worksheets[0] for cell in row if cell.value == before[1]]
        cell = cells[-1]  # the machine's text stands before the translation, and is locked
        assert not cell.protection.locked
        cell.value = "„მათი“  მეორე – 1 000"
        book.save(path)
        found = plan_merge(project, saved_by_libreoffice(path, tmp_path), by="Nino")
        assert [one.text for one in found.proposals] == ["„მათი“  მეორე – 1 000"]
        assert not found.conflicts
        take_in(project, found)
        after = [segment.target for segment in project.segments.all()]
    assert after == [before[0], "„მათი“  მეორე – 1 000", *before[2:]]
