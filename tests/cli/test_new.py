"""`transreview new`: a project, a summary and what to do next; or one message and nothing left behind."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from tests.cli.running import run
from transreview.project import Project
from transreview.resources import shipped
from transreview.workflow.terms.glossaries import glossary_paths

SAMPLE = shipped("corpus", "mirror-industry")
ZH, KA, REFERENCE = (SAMPLE / f"mirror-industry.{part}.txt" for part in ("zh", "ka.mt", "ka.ref"))
GLOSSARY = shipped("glossary", "optical-industry.csv")

Capture = pytest.CaptureFixture[str]


def test_a_project_is_started_and_the_next_step_is_named(capsys: Capture, tmp_path: Path) -> None:
    project = tmp_path / "fair.transreview"
    done = run(capsys, "new", project, ZH, KA, "--reference", REFERENCE, "--glossary", GLOSSARY)
    assert (done.code, done.err) == (0, "")
    assert "16 segments: 1-1 × 15, 2-1 × 1." in done.out
    assert f"transreview review {project}" in done.out
    with Project.open(project) as opened:
        assert len(opened.segments.all()) == 16
        assert glossary_paths(opened) == [GLOSSARY]
        assert opened.journal.next_undo() is None


def test_a_project_without_terms_says_how_to_add_some(capsys: Capture, tmp_path: Path) -> None:
    glossary = shipped("glossary", "optical-industry.csv")
    done = run(capsys, "new", tmp_path / "with.transreview", ZH, KA, "--glossary", glossary)
    assert (done.code, "glossary" in done.err) == (0, False)
    path = tmp_path / "without.transreview"
    done = run(capsys, "new", path, ZH, KA)
    assert done.code == 0
    assert (
        f"No glossary was named, so no terms are shown or checked. To add one: transreview terms share {path}"
        in done.err
    )
    assert run(capsys, "terms", "share", path, glossary).code == 0
    assert "term.forbidden" in run(capsys, "check", path).out


def test_the_ending_of_a_project_may_be_left_out(capsys: Capture, tmp_path: Path) -> None:
    assert run(capsys, "new", tmp_path / "fair", ZH, KA).code == 0
    assert (tmp_path / "fair.transreview").is_file()


def test_all_that_is_said_is_taken(capsys: Capture, tmp_path: Path) -> None:
    options = [
        "--source-lang",
        "zh",
        "--target-lang",
        "ka",
        "--unit",
        "sentence",
        "--engine",
        "X",
        "--title",
        "ს",
    ]
    done = run(capsys, "new", tmp_path / "a.transreview", ZH, KA, *options)
    assert done.code == 0
    with Project.open(tmp_path / "a.transreview") as project:
        article = project.articles.all()[0]
    assert (article.engine, article.title, article.granularity.value) == ("X", "ს", "sentence")


def test_standard_input_is_a_file_like_any(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ZH.read_bytes())))
    assert run(capsys, "new", tmp_path / "a", "-", KA).code == 0
    assert run(capsys, "new", tmp_path / "b", "-", "-").code == 2


def test_an_encoding_is_for_the_files_that_are_not_utf8(capsys: Capture, tmp_path: Path) -> None:
    source, target = tmp_path / "a.zh.txt", tmp_path / "a.ka.txt"
    source.write_bytes("镜\n\n鏡\n".encode("gb18030"))
    target.write_text("სარკე\n\nსარკე აქ არის.\n", encoding="utf-8")
    words = ["--source-lang", "zh"]
    assert run(capsys, "new", tmp_path / "a", source, target, *words).code == 3
    done = run(capsys, "new", tmp_path / "a", source, target, *words, "--encoding", "gb18030")
    assert done.code == 0
    assert "a.zh.txt was read as gb18030" in done.out
    with Project.open(tmp_path / "a.transreview") as project:
        assert [(s.source, s.target) for s in project.segments.all()] == [
            ("镜", "სარკე"),
            ("鏡", "სარკე აქ არის."),
        ]
    assert run(capsys, "new", tmp_path / "b", source, target, "--encoding", "klingon").code == 2


def test_what_is_wrong_is_one_message_and_leaves_nothing(capsys: Capture, tmp_path: Path) -> None:
    bad = {
        "missing.txt": None,
        "empty.txt": b"",
        "blank.txt": b" \n \n",
        "binary.txt": bytes(range(256)) * 4,
        "cut.txt": "ქართული ტექსტი".encode()[:-1],
        "table.xls": b"x",
    }
    folder = tmp_path / "in"
    folder.mkdir()
    for name, data in bad.items():
        if data is not None:
            (folder / name).write_bytes(data)
        for sides in ((folder / name, KA), (ZH, folder / name)):
            done = run(capsys, "new", tmp_path / "p.transreview", *sides)
            assert done.code == (2 if name == "table.xls" else 3), name
            assert done.out == ""
            assert done.err.startswith("Error: ")
            assert done.err.count("\n") == 1
            assert name in done.err
    done = run(capsys, "new", tmp_path / "p.transreview", ZH, folder)
    assert (done.code, "folder" in done.err) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_swapped_files_are_told_and_can_be_forced(capsys: Capture, tmp_path: Path) -> None:
    words = ["--source-lang", "zh", "--target-lang", "ka"]
    done = run(capsys, "new", tmp_path / "p", KA, ZH, *words)
    assert done.code == 3
    assert "swapped" in done.err
    assert "--force" in done.err
    assert run(capsys, "new", tmp_path / "p", KA, ZH, *words, "--force").code == 0


def test_a_project_is_never_overwritten(capsys: Capture, tmp_path: Path) -> None:
    project = tmp_path / "p.transreview"
    assert run(capsys, "new", project, ZH, KA).code == 0
    before = project.read_bytes()
    done = run(capsys, "new", project, ZH, KA)
    assert done.code == 3
    assert "transreview add" in done.err
    assert project.read_bytes() == before


def test_a_forgotten_project_name_is_noticed(capsys: Capture, tmp_path: Path) -> None:
    done = run(capsys, "new", tmp_path / "a.txt", ZH, KA)
    assert done.code == 2
    assert "NAME.transreview" in done.err


def test_a_missing_folder_and_a_bad_glossary_are_told_first(capsys: Capture, tmp_path: Path) -> None:
    assert run(capsys, "new", tmp_path / "no" / "p.transreview", ZH, KA).code == 3
    (tmp_path / "g.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    done = run(capsys, "new", tmp_path / "p.transreview", ZH, KA, "--glossary", tmp_path / "g.csv")
    assert done.code == 3
    assert "g.csv" in done.err
    assert not (tmp_path / "p.transreview").exists()


def test_terminal_escapes_in_a_title_do_not_reach_the_terminal(capsys: Capture, tmp_path: Path) -> None:
    source = tmp_path / "a.zh.txt"
    source.write_text("标题\x1b[31m红\x9b2J\u202e\n\n会议在长沙召开。\n", encoding="utf-8")
    done = run(capsys, "new", tmp_path / "p", source, KA)
    assert done.code == 0
    assert all(character.isprintable() or character == "\n" for character in done.out)
    assert "⟨U+001B⟩[31m" in done.out


def test_help_has_examples(capsys: Capture) -> None:
    for command in ("new", "add", "export"):
        done = run(capsys, command, "--help")
        assert done.code == 0
        assert f"transreview {command} fair.transreview" in done.out
