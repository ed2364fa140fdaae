"""A bilingual file becomes a project with its units, and goes back into the same file."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.formats import bilingual_samples as samples
from transreview.errors import ConflictError, InputError, UsageError
from transreview.formats.readers import parse_bilingual, updated_bilingual
from transreview.model.pair import PairChange
from transreview.model.segment import Lock, Status
from transreview.project import Project
from transreview.workflow.delivery.conflicts import take_in
from transreview.workflow.delivery.exporting import export
from transreview.workflow.delivery.merging import plan_merge
from transreview.workflow.delivery.write_back import write_back
from transreview.workflow.intake.bilingual_files import BilingualInput, import_bilingual
from transreview.workflow.intake.later_versions import take_later_version
from transreview.workflow.quality.checking import check_project

NAMES = sorted(set(samples.samples()) - {"a.sdlppx"})


def opened(tmp_path: Path, name: str) -> tuple[Project, Path]:
    path = tmp_path / name
    path.write_bytes(samples.samples()[name])
    project = Project.create(tmp_path / "p.transreview", user="ნინო")
    import_bilingual(project, BilingualInput(path=path, source_language="zh", target_language="ka"))
    return project, path


def rewrite(project: Project, number: int, text: str) -> None:
    segment = project.segments.all()[number]
    project.segments.edit(segment.id, text, revision=segment.revision)


def test_units_keep_states_locks_plural_forms_and_remarks(tmp_path: Path) -> None:
    project, _path = opened(tmp_path, "a.po")
    with project:
        segments = project.segments.all()
        assert [s.source for s in segments][:5] == [
            "Open %s",
            "Close %d files",
            "Open",
            "%d file",
            "%d files",
        ]
        assert [s.status for s in segments][:3] == [Status.CONFIRMED, Status.MACHINE, Status.MACHINE]
        assert segments[2].is_untranslated


def test_locked_units_cannot_be_edited(tmp_path: Path) -> None:
    project, _path = opened(tmp_path, "a.xlf")
    with project:
        assert [s.lock for s in project.segments.all()].count(Lock.FILE) == 1


@pytest.mark.parametrize("name", NAMES)
def test_a_file_nobody_edited_is_saved_to_the_byte(tmp_path: Path, name: str) -> None:
    project, path = opened(tmp_path, name)
    with project:
        before = path.read_bytes()
        assert write_back(project, project.articles.all()[0]).changed == 0
        assert path.read_bytes() == before
        export(project, path)
        assert path.read_bytes() == before


@pytest.mark.parametrize("name", NAMES)
def test_an_edit_goes_back_into_the_file_and_a_second_one_too(tmp_path: Path, name: str) -> None:
    project, path = opened(tmp_path, name)
    with project:
        article = project.articles.all()[0]
        for text in ("ახალი <b> ტექსტი", "კიდევ ახალი"):
            rewrite(project, 0, text)
            assert write_back(project, article).changed == 1
            pairs = parse_bilingual(path.read_bytes(), name).pairs
            assert pairs[0].target.strip() == text
            assert pairs[0].status in {None, Status.MACHINE, Status.EDITED}
            assert write_back(project, article).changed == 0
        first = project.segments.all()[0]
        project.segments.set_status(first.id, Status.CONFIRMED, revision=first.revision)
        write_back(project, article)
        assert parse_bilingual(path.read_bytes(), name).pairs[0].confirmed in {None, True}


def test_line_feeds_around_a_text_stay_as_the_catalog_has_them(tmp_path: Path) -> None:
    project, path = opened(tmp_path, "a.po")
    with project:
        rewrite(project, 5, "ახალი")
        write_back(project, project.articles.all()[0])
        assert parse_bilingual(path.read_bytes(), "a.po").pairs[4].target == "ახალი\n"
        rewrite(project, 4, "%d მრავალი")
        write_back(project, project.articles.all()[0])
        assert parse_bilingual(path.read_bytes(), "a.po").pairs[3].forms == ("%d ფაილი", "%d მრავალი")
    if shutil.which("msgfmt"):
        done = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", path], check=False, capture_output=True)
        assert done.returncode == 0, done.stderr


def test_a_file_that_others_changed_is_merged_not_overwritten(tmp_path: Path) -> None:
    project, path = opened(tmp_path, "a.xlf")
    with project:
        rewrite(project, 1, "ჩემი")
        pair = parse_bilingual(path.read_bytes(), "a.xlf").pairs[0]
        theirs = {pair.identity: PairChange(target="მათი")}
        path.write_bytes(updated_bilingual(path.read_bytes(), "a.xlf", theirs))
        with pytest.raises(ConflictError, match="merge"):
            write_back(project, project.articles.all()[0])
        found = plan_merge(project, path)
        assert [one.text for one in found.proposals] == ["მათი"]
        take_in(project, found)
        assert write_back(project, project.articles.all()[0]).changed >= 1
        assert [p.target for p in parse_bilingual(path.read_bytes(), "a.xlf").pairs][:2] == ["მათი", "ჩემი"]


def test_a_package_goes_back_as_a_return_package(tmp_path: Path) -> None:
    project, path = opened(tmp_path, "a.sdlppx")
    with project:
        before = path.read_bytes()
        rewrite(project, 1, "ორიანი.")
        written = write_back(project, project.articles.all()[0])
        assert written.path == tmp_path / "a.sdlrpx"
        assert path.read_bytes() == before
        pairs = parse_bilingual(written.path.read_bytes(), "a.sdlrpx").pairs
        assert pairs[1].target == "ორიანი."


def test_a_copy_is_written_while_the_file_stays(tmp_path: Path) -> None:
    project, path = opened(tmp_path, "a.tmx")
    with project:
        before = path.read_bytes()
        rewrite(project, 0, "ახალი")
        export(project, tmp_path / "copy.tmx")
        assert path.read_bytes() == before
        assert parse_bilingual((tmp_path / "copy.tmx").read_bytes(), "a.tmx").pairs[0].target == "ახალი"


def test_a_file_that_is_gone_is_named(tmp_path: Path) -> None:
    project, path = opened(tmp_path, "a.csv")
    with project:
        path.unlink()
        with pytest.raises(InputError, match="is gone"):
            write_back(project, project.articles.all()[0])


def test_other_formats_can_be_written_from_a_bilingual_file(tmp_path: Path) -> None:
    project, _path = opened(tmp_path, "a.po")
    with project:
        for name in ("out.xlf", "out.csv", "out.tmx"):
            assert export(project, tmp_path / name).messages > 0


LATER = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=CHARSET\\n"

msgid "Brand new"
msgstr ""

#, c-format
msgid "Open %s"
msgstr ""

#, c-format
msgid "Close %d old files"
msgstr ""

#, c-format
msgid "%d file"
msgid_plural "%d files"
msgstr[0] ""
msgstr[1] ""
"""


def test_a_later_template_keeps_work_and_carries_the_rest_over(tmp_path: Path) -> None:
    project, _path = opened(tmp_path, "a.po")
    with project:
        rewrite(project, 0, "გააღეთ %s")
        (tmp_path / "a.pot").write_text(LATER, encoding="utf-8")
        before = [segment.target for segment in project.segments.all()]
        take_later_version(project, project.articles.all()[0], tmp_path / "a.pot")
        now = {segment.source: segment for segment in project.segments.all()}
        assert list(now) == ["Brand new", "Open %s", "Close %d old files", "%d file", "%d files"]
        assert now["Open %s"].target == "გააღეთ %s"
        assert now["Brand new"].is_untranslated
        assert (now["Close %d old files"].target, now["Close %d old files"].needs_work) == (
            "დახურეთ %d ფაილი",
            True,
        )
        assert now["%d files"].target == "%d ფაილი"
        article = project.articles.all()[0]
        assert [pair.identity for pair in project.pairs.present(article.id)][2] == "Close %d old files"
        export(project, tmp_path / "new.po")
        written = parse_bilingual((tmp_path / "new.po").read_bytes(), "new.po").pairs
        assert [pair.target for pair in written] == ["", "გააღეთ %s", "დახურეთ %d ფაილი", "%d ფაილი"]
        if shutil.which("msgfmt"):
            command = ["msgfmt", "-o", "/dev/null", tmp_path / "new.po"]
            assert subprocess.run(command, check=False, capture_output=True).returncode == 0
        project.journal.undo()
        assert [segment.target for segment in project.segments.all()] == before
        assert len(project.pairs.present(article.id)) == 5


def test_units_that_were_merged_are_not_written_into_the_file(tmp_path: Path) -> None:
    project, path = opened(tmp_path, "a.xlf")
    with project:
        before = path.read_bytes()
        project.structure.merge(project.segments.all()[0].id)
        with pytest.raises(UsageError, match="merged or divided"):
            write_back(project, project.articles.all()[0])
        assert path.read_bytes() == before


def test_a_file_that_comes_back_empty_deletes_nothing(tmp_path: Path) -> None:
    project, path = opened(tmp_path, "a.po")
    with project:
        path.write_text(samples.PO.replace('msgstr "გახსენით %s"', 'msgstr ""'), encoding="utf-8")
        found = plan_merge(project, path)
        assert not found.proposals
        assert any("without a translation" in sentence for sentence in found.problems())


def test_units_that_wait_for_a_translation_or_are_locked_are_no_faults(tmp_path: Path) -> None:
    for name in ("a.po", "a.xlf", "a.sdlxliff"):
        folder = tmp_path / name
        folder.mkdir()
        project, _path = opened(folder, name)
        with project:
            found = {f.check for one in check_project(project) for f in one.findings}
            assert "empty.target" not in found
            first = project.segments.all()[0]
            project.segments.edit(first.id, "<b>გახსენით</b>", revision=first.revision)
            assert any(one.findings for one in check_project(project))  # what is translated is checked
