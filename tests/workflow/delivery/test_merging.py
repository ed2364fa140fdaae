"""What others edited comes back: theirs is taken, ours stays, and nobody decides a conflict in silence."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.small_project import small_project
from transreview.errors import ConflictError, InputError
from transreview.formats.readers import parse_bilingual, updated_bilingual
from transreview.model.pair import PairChange
from transreview.model.segment import Status
from transreview.project import Project
from transreview.workflow.delivery.choice import Choice
from transreview.workflow.delivery.conflicts import decide, kept_conflicts, take_in
from transreview.workflow.delivery.exporting import export
from transreview.workflow.delivery.merge_base import find_base, texts_at
from transreview.workflow.delivery.merging import plan_merge

FILES = [("v.po", None), ("v.xlf", None), ("w.xlf", "xliff2"), ("v.xlsx", None), ("v.csv", None), ("v.tsv", None),
         ("v.docx", "review")]  # fmt: skip


@pytest.fixture
def project(tmp_path: Path):
    with Project.open(small_project(tmp_path / "p.transreview")) as opened:
        yield opened


def vendor(path: Path, number: int, **what: object) -> None:
    """Change a unit of a file as another tool would."""
    data = path.read_bytes()
    pair = parse_bilingual(data, path).pairs[number]
    path.write_bytes(updated_bilingual(data, path, {pair.identity: PairChange(**what)}))  # type: ignore[arg-type]


def rewrite(project: Project, number: int, text: str) -> None:
    segment = project.segments.all()[number]
    project.segments.edit(segment.id, text, revision=segment.revision)


def targets(project: Project) -> list[str]:
    return [segment.target for segment in project.segments.all()]


@pytest.mark.parametrize(("name", "form"), FILES)
def test_the_loop_of_export_edit_merge_conflict_decision_export(project, tmp_path, name, form) -> None:
    path = tmp_path / name
    export(project, path, format=form)
    vendor(path, 0, target="მათი პირველი")
    vendor(path, 2, target="მათი მესამე")
    rewrite(project, 1, "ჩემი მეორე")
    rewrite(project, 2, "ჩემი მესამე")
    with pytest.raises(ConflictError):
        export(project, path, format=form)
    found = plan_merge(project, path, by="Nino")
    assert [(one.segment.key, one.text) for one in found.proposals] == [("0001", "მათი პირველი")]
    (conflict,) = found.conflicts
    assert (conflict.base, conflict.segment.target, conflict.theirs) == (
        project.segments.all()[2].machine,
        "ჩემი მესამე",
        "მათი მესამე",
    )
    assert found.ours == 1
    take_in(project, found)
    assert targets(project) == ["მათი პირველი", "ჩემი მეორე", "ჩემი მესამე"]
    assert project.segments.all()[0].status is Status.EDITED
    assert [one.key for one in kept_conflicts(project)] == ["0003"]
    with pytest.raises(ConflictError):
        export(project, path, format=form)
    decide(project, [("0003", "theirs")])
    assert targets(project)[2] == "მათი მესამე"
    assert not kept_conflicts(project)
    # Merged again, nothing is new; it may be written even without that.
    again = plan_merge(project, path)
    assert not again.proposals
    assert not again.conflicts
    take_in(project, again)
    export(project, path, format=form)
    assert [pair.target for pair in parse_bilingual(path.read_bytes(), path).pairs] == targets(project)


@pytest.mark.parametrize(("name", "form"), FILES)
def test_a_file_that_nobody_edited_changes_nothing(project, tmp_path, name, form) -> None:
    first = project.segments.all()[0]
    project.segments.set_status(first.id, Status.CONFIRMED, revision=first.revision)
    second = project.segments.all()[1]
    project.segments.set_needs_work(second.id, True, revision=second.revision)
    project.comments.add(first.id, "ორი\nსტრიქონი")
    before = project.journal.last_id()
    export(project, tmp_path / name, format=form)
    found = plan_merge(project, tmp_path / name)
    assert (found.proposals, found.conflicts, list(found.problems())) == ((), (), [])
    take_in(project, found)
    assert project.journal.last_id() == before


def test_one_undo_takes_a_whole_merge_back(project, tmp_path) -> None:
    path = tmp_path / "v.po"
    export(project, path)
    before = targets(project)
    for number in range(3):
        vendor(path, number, target=f"მათი {number}", status=Status.CONFIRMED)
    found = plan_merge(project, path)
    take_in(project, found)
    assert {segment.status for segment in project.segments.all()} == {Status.CONFIRMED}
    project.journal.undo()
    assert targets(project) == before


def test_states_and_remarks_of_others_come_too(project, tmp_path) -> None:
    path = tmp_path / "v.xlsx"
    export(project, path)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    sheet["G2"], sheet["F2"] = "approved", "კარგია"
    sheet["G3"], sheet["E3"] = "needs-work", "მათი"
    book.save(path)
    take_in(project, plan_merge(project, path, by="Nino"))
    first, second, _third = project.segments.all()
    assert (first.status, first.target) == (Status.APPROVED, first.machine)
    assert (second.target, second.needs_work) == ("მათი", True)
    assert [(c.author, c.text) for c in project.comments.all(first.id)] == [("Nino", "კარგია")]
    again = plan_merge(project, path, by="Nino")
    assert not again.proposals  # a remark is not taken twice


def test_msgattrib_clears_fuzzy_and_the_merge_confirms(project, tmp_path) -> None:
    path = tmp_path / "v.po"
    export(project, path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("#, fuzzy\n", "", 1), encoding="utf-8")
    take_in(project, plan_merge(project, path))
    assert [segment.status for segment in project.segments.all()] == [
        Status.CONFIRMED,
        Status.MACHINE,
        Status.MACHINE,
    ]


def test_a_file_of_an_older_export_does_not_bring_old_texts_back(project, tmp_path) -> None:
    for name in ("v.po", "v.csv"):
        path = tmp_path / name
        export(project, path)
        old = path.read_bytes()
        rewrite(project, 0, f"ახალი {name}")
        export(project, path)
        path.write_bytes(old)
        vendor(path, 1, target=f"მათი {name}")
        found = plan_merge(project, path)
        assert [one.segment.key for one in found.proposals] == ["0002"]
        assert not found.conflicts
        take_in(project, found)
        assert targets(project)[:2] == [f"ახალი {name}", f"მათი {name}"]


@pytest.mark.parametrize(("name", "form"), [*FILES, ("v.tmx", None)])
def test_an_older_export_says_of_which_revision_it_is(project, tmp_path, name, form) -> None:
    """Two exports lie about, and the older one comes back under a third name: it is known for what it is."""
    for segment in project.segments.all():
        project.segments.set_status(segment.id, Status.CONFIRMED, revision=segment.revision)
    export(project, tmp_path / name, format=form)
    exported, old = project.journal.last_id(), targets(project)
    returned = tmp_path / f"returned.{name}"
    returned.write_bytes((tmp_path / name).read_bytes())
    rewrite(project, 0, "ჩვენი ახალი")
    for segment in project.segments.all():
        project.segments.set_status(segment.id, Status.CONFIRMED, revision=segment.revision)
    export(project, tmp_path / f"later.{name}", format=form)
    file = parse_bilingual(returned.read_bytes(), returned)
    assert file.header["X-Transreview-Revision"] == str(exported)
    vendor(returned, 0, target="მათი")
    found = plan_merge(project, returned)
    (conflict,) = found.conflicts
    assert (conflict.base, conflict.theirs, conflict.segment.target) == (old[0], "მათი", "ჩვენი ახალი")
    base = find_base(project, found.returned, returned)
    assert base.exact
    assert base.texts == texts_at(project, exported)


def test_a_part_that_comes_back_under_another_name_lacks_nothing(project, tmp_path) -> None:
    first = project.segments.all()[0]
    project.segments.set_status(first.id, Status.CONFIRMED, revision=first.revision)
    for name, choice in (("part.csv", Choice(statuses=("confirmed",))), ("memory.tmx", Choice())):
        export(project, tmp_path / name, choice=choice)
        renamed = tmp_path / f"renamed.{name}"
        renamed.write_bytes((tmp_path / name).read_bytes())
        assert not list(plan_merge(project, renamed).problems())
    rewrite(project, 1, "ჩვენი")
    export(project, tmp_path / "memory.tmx", force=True)  # what was in the older one is no longer kept
    found = plan_merge(project, tmp_path / "renamed.memory.tmx")
    assert not list(found.problems())
    assert (found.proposals, found.conflicts) == ((), ())


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_the_revision_outlives_libreoffice(project, tmp_path) -> None:
    exported = project.journal.last_id()
    for name, form in (("v.docx", "review"), ("v.xlsx", None)):
        export(project, tmp_path / name, format=form)
        suffix = name.partition(".")[2]
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", suffix,
             "--outdir", str(tmp_path / "saved"), str(tmp_path / name)],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
        saved = tmp_path / "saved" / name
        assert parse_bilingual(saved.read_bytes(), saved).header["X-Transreview-Revision"] == str(exported)


def test_a_file_under_another_name_finds_its_export(project, tmp_path) -> None:
    export(project, tmp_path / "v.csv")
    other = tmp_path / "returned" / "v (1).csv"
    other.parent.mkdir()
    other.write_bytes((tmp_path / "v.csv").read_bytes())
    vendor(other, 0, target="მათი")
    rewrite(project, 1, "ჩემი")
    found = plan_merge(project, other)
    assert [one.text for one in found.proposals] == ["მათი"]
    assert found.ours == 1


def without_revision(given: Path, to: Path) -> Path:
    """Copy a catalog as a tool writes it that keeps no header of ours."""
    to.write_text(re.sub(r'"X-Transreview-Revision.*\n', "", given.read_text("utf-8")), "utf-8")
    return to


def with_revision(given: Path, to: Path) -> Path:
    """Copy a catalog as a tool writes it that keeps every header."""
    to.write_bytes(given.read_bytes())
    return to


@pytest.mark.parametrize("names", [("nino.po", "gia.po"), ("v.po", "gia.po"), ("nino.po", "v.po")])
@pytest.mark.parametrize("copied", [with_revision, without_revision])
def test_two_people_who_changed_the_same_segment_of_one_file_are_in_conflict(
    project, tmp_path, copied, names
) -> None:
    given = tmp_path / "v.po"
    export(project, given)
    copies = [copied(given, tmp_path / name) for name in names]
    for path, text in zip(copies, ("ნინოს პირველი", "გიას პირველი"), strict=True):
        vendor(path, 0, target=text)
    vendor(copies[1], 1, target="ნინოს და გიას მეორე")
    vendor(copies[0], 1, target="ნინოს და გიას მეორე")
    take_in(project, plan_merge(project, copies[0]))
    assert targets(project)[:2] == ["ნინოს პირველი", "ნინოს და გიას მეორე"]
    found = plan_merge(project, copies[1])
    assert not found.proposals
    (conflict,) = found.conflicts
    assert (conflict.segment.target, conflict.theirs) == ("ნინოს პირველი", "გიას პირველი")
    take_in(project, found)
    assert targets(project)[0] == "ნინოს პირველი"


def test_two_people_who_changed_different_segments_of_one_file_are_both_heard(project, tmp_path) -> None:
    given = tmp_path / "v.po"
    export(project, given)
    for number, name in enumerate(("nino", "gia")):
        vendor(without_revision(given, tmp_path / f"{name}.po"), number, target=name)
    for name in ("nino", "gia"):
        take_in(project, plan_merge(project, tmp_path / f"{name}.po"))
    assert targets(project)[:2] == ["nino", "gia"]
    assert not kept_conflicts(project)


def test_a_later_version_of_a_returned_file_is_no_conflict_under_its_own_name(project, tmp_path) -> None:
    given = tmp_path / "v.po"
    export(project, given)
    path = without_revision(given, tmp_path / "nino.po")
    for text in ("ნინოს პირველი", "ნინოს მეორე"):
        vendor(path, 0, target=text)
        take_in(project, plan_merge(project, path))
        assert targets(project)[0] == text


def test_a_file_of_another_project_is_refused(project, tmp_path) -> None:
    (tmp_path / "x.po").write_text('msgid "something else"\nmsgstr "სხვა"\n', encoding="utf-8")
    with pytest.raises(InputError, match="no unit of this file"):
        plan_merge(project, tmp_path / "x.po")


def table(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def write_table(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows(rows)


def test_columns_that_were_sorted_apart_are_refused_and_rows_in_another_order_are_not(tmp_path) -> None:
    with Project.open(small_project(tmp_path / "q.transreview", articles=3)) as project:
        path = tmp_path / "v.csv"
        for number in range(9):
            rewrite(project, number, f"ტექსტი ნომერი {number}")
        export(project, path)
        header, *rows = table(path)
        write_table(path, [header, *reversed(rows)])
        assert not plan_merge(project, path).proposals
        apart = sorted(row[4] for row in rows)[::-1]
        write_table(
            path, [header, *([*row[:4], text, *row[5:]] for row, text in zip(rows, apart, strict=True))]
        )
        with pytest.raises(InputError, match="sorted apart"):
            plan_merge(project, path)


def test_units_that_are_missing_doubled_unknown_or_have_another_source_are_named(project, tmp_path) -> None:
    path = tmp_path / "v.csv"
    export(project, path)
    header, first, second, _third = table(path)
    twice = [*first[:4], "ერთი", *first[5:]]
    changed = [second[0], second[1], "别的", *second[3:4], "სხვა", *second[5:]]
    unknown = ["0099", *first[1:2], "新的", "", "ახალი", "", "", ""]
    write_table(path, [header, first, changed, unknown])
    found = plan_merge(project, path)
    words = " ".join(found.problems())
    assert "another source" in words
    assert "0002" in words
    assert "did not come back: 0003" in words
    assert "0099" in words
    assert not found.proposals
    # A catalog may hold a unit twice: two contexts of ours, one of them re-typed.
    write_table(path, [[*header], first, [f"{first[0]} ", *twice[1:]]])
    with pytest.raises(InputError, match="twice"):
        plan_merge(project, path)


def test_a_truncated_file_or_one_in_another_encoding_is_refused(project, tmp_path) -> None:
    path = tmp_path / "v.po"
    export(project, path)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) - 5])
    with pytest.raises(InputError):
        plan_merge(project, path)
    path.write_bytes(data.decode().encode("utf-16"))
    with pytest.raises(InputError, match="UTF-16"):
        plan_merge(project, path)


def test_tools_that_drop_contexts_are_still_understood(project, tmp_path) -> None:
    path = tmp_path / "v.po"
    export(project, path)
    text = re.sub(r'msgctxt ".*"\n', "", path.read_text(encoding="utf-8"))
    path.write_text(text.replace(project.segments.all()[0].machine, "მათი"), encoding="utf-8")
    assert [one.text for one in plan_merge(project, path).proposals] == ["მათი"]
