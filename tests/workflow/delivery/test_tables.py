"""Tables, review sheets and compiled catalogs hold what the project says, and come back to the letter."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.workflow.delivery.test_exporting import make
from transreview.errors import ConflictError, UsageError
from transreview.formats.readers import read_bilingual
from transreview.model.segment import Status
from transreview.workflow.delivery.choice import choice_of
from transreview.workflow.delivery.exporting import export


@pytest.fixture
def project(tmp_path: Path):
    with make(tmp_path) as opened:
        first, second = opened.segments.all()[:2]
        first = opened.segments.edit(first.id, '=ახალი; "სათაური"\nმეორე', revision=first.revision)
        opened.segments.set_status(first.id, Status.CONFIRMED, revision=first.revision)
        opened.comments.add(first.id, "შენიშვნა")
        opened.segments.set_needs_work(second.id, True, revision=second.revision)
        yield opened


@pytest.mark.parametrize(
    ("name", "form"), [("a.csv", None), ("a.tsv", None), ("a.xlsx", None), ("a.docx", "review")]
)
def test_every_table_has_sources_translations_comments_and_statuses(project, tmp_path, name, form) -> None:
    segments = project.segments.all()
    assert export(project, tmp_path / name, format=form).messages == len(segments)
    file = read_bilingual(tmp_path / name)
    assert (file.source_language, file.target_language) == ("zh", "ka")
    assert [(p.id, p.source, p.target) for p in file.pairs] == [(s.key, s.source, s.target) for s in segments]
    first, second, third = file.pairs[:3]
    assert (first.status, first.machine) == (Status.CONFIRMED, segments[0].machine)
    assert "შენიშვნა" in first.comments[0][1]
    assert (second.needs_work, third.status) == (True, Status.MACHINE)


def test_the_same_project_gives_the_same_workbook(project, tmp_path) -> None:
    export(project, tmp_path / "a.xlsx")
    export(project, tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_only_translations_comments_and_statuses_can_be_typed(project, tmp_path) -> None:
    export(project, tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert sheet.protection.sheet
    assert [cell.protection.locked for cell in sheet[2]] == [*[True] * 4, *[False] * 3, True]
    assert sheet.column_dimensions["H"].hidden
    assert all(cell.data_type == "s" for cell in sheet[2] if cell.value)  # "=…" is no formula
    export(project, tmp_path / "a.docx", format="review")
    with zipfile.ZipFile(tmp_path / "a.docx") as archive:
        text, settings = (archive.read(f"word/{part}.xml").decode() for part in ("document", "settings"))
    assert 'w:edit="readOnly" w:enforcement="1"' in settings
    assert text.count("<w:permStart") == text.count("<w:permEnd") == 3 * len(project.segments.all())


def test_a_spreadsheet_opens_the_csv_as_it_is(project, tmp_path) -> None:
    export(project, tmp_path / "a.csv")
    data = (tmp_path / "a.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows[0] == [
        "id", "article", "source (zh)", "machine translation", "translation (ka)", "comment", "status",
        "X-Transreview-Revision",
    ]  # fmt: skip


def test_what_is_exported_can_be_chosen(project, tmp_path) -> None:
    def written(name: str, **words: object) -> list[str]:
        export(project, tmp_path / name, choice=choice_of(project, **words), force=True)  # type: ignore[arg-type]
        return [pair.target for pair in read_bilingual(tmp_path / name).pairs]

    segments = project.segments.all()
    assert written("a.po", statuses=("confirmed",)) == [segments[0].target]
    assert written("a.xlf", statuses=("needs-work",)) == [segments[1].target]
    assert written("a.csv", line="მეორე")[0] == segments[0].target
    with pytest.raises(UsageError, match="whole"):
        export(project, tmp_path / "a.txt", choice=choice_of(project, statuses=("confirmed",)))


@pytest.mark.skipif(shutil.which("msgunfmt") is None, reason="gettext is not installed")
def test_a_compiled_catalog_holds_the_confirmed_translations(project, tmp_path) -> None:
    assert export(project, tmp_path / "a.mo").messages == 1
    done = subprocess.run(["msgunfmt", tmp_path / "a.mo"], check=True, capture_output=True, text=True)
    assert done.stdout.count("msgstr") == 2  # the header and the one
    assert "მეორე" in done.stdout


def test_nothing_of_others_is_overwritten_in_silence(project, tmp_path) -> None:
    path = tmp_path / "v.po"
    export(project, path)
    export(project, path)  # ours, unchanged
    path.write_bytes(path.read_bytes().replace("მეორე".encode(), b"VENDOR"))
    with pytest.raises(ConflictError, match="transreview merge"):
        export(project, path)
    assert b"VENDOR" in path.read_bytes()
    export(project, path, force=True)
    assert b"VENDOR" not in path.read_bytes()
    (tmp_path / "notes.po").write_text("hello", encoding="utf-8")
    with pytest.raises(UsageError, match="--force"):
        export(project, tmp_path / "notes.po")
    assert (tmp_path / "notes.po").read_text(encoding="utf-8") == "hello"
