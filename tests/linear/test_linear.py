"""A review line by line does what the screen does, in words, for whoever reads and writes text."""

import os
import subprocess
import sys

import pytest

from tests.small_project import small_project
from transreview.linear.commands import COMMANDS
from transreview.model.segment import Status
from transreview.project import Project


@pytest.fixture
def project(tmp_path):
    return small_project(tmp_path / "p.transreview")


@pytest.fixture
def review(tmp_path, project):
    def run(*lines, arguments=()):
        done = subprocess.run(
            [sys.executable, "-m", "transreview", "review", str(project), "--linear", *arguments],
            input="".join(f"{line}\n" for line in lines), capture_output=True, text=True, check=False,
            env=os.environ | {"TRANSREVIEW_USER": "გია", "TRANSREVIEW_MEMORY": str(tmp_path / "m.memory")},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    return run


def segments(project):
    with Project.open(project, read_only=True) as opened:
        return opened.segments.all()


def test_it_reads_the_segment_and_its_findings(review):
    said = review("go 2", "findings", "quit")
    assert "Segment 1 of 3, machine translation." in said
    assert "Source: 5月26日，会议召开。" in said
    assert "Translation: 26 მაისს შეხვედრა გაიმართა." in said
    assert said[-1] == "Everything is saved."


def test_an_edit_a_confirmation_and_a_comment_are_in_the_file(review, project):
    review("edit მუდამ პარტიას მიჰყვება", "confirm", "comment რომელი შეხვედრა?", "work", "quit")
    first, second, _third = segments(project)
    assert (first.target, first.status) == ("მუდამ პარტიას მიჰყვება", Status.CONFIRMED)
    assert (second.comments, second.needs_work) == (1, True)


def test_edit_asks_for_a_text_and_an_empty_one_changes_nothing(review, project):
    assert "Nothing was changed." in review("edit", "", "quit")
    review("edit", "ახალი", "quit")
    assert segments(project)[0].target == "ახალი"


def test_undo_and_redo(review, project):
    said = review("edit ერთი", "next", "undo", "redo", "undo", "undo", "quit")
    assert said.count("Undid: edit of 0001.") == 2
    assert "Repeated: edit of 0001." in said
    assert said[said.index("Undid: edit of 0001.") + 1].startswith("Segment 1 of 3")
    assert "There is nothing to undo." in said
    assert segments(project)[0].is_untouched


def test_an_error_that_stands_is_named_when_it_is_confirmed(review, project):
    said = review(
        "edit 27 მაისს შეხვედრა გაიმართა 9 კაცით.",
        "go 2",
        "edit 27 მაისს შეხვედრა გაიმართა.",
        "confirm",
        "quit",
    )
    assert any(line.startswith("An error stands in it: ") for line in said)


def test_a_finding_is_dismissed_with_a_reason(review, project):
    said = review(
        "go 2",
        "edit 27 მაისს შეხვედრა გაიმართა.",
        "findings",
        "dismiss 1",
        "dismiss 1 it was the 27th",
        "quit",
    )
    assert "Say which finding, and why it is no fault: dismiss 1 correct here" in said
    assert "Dismissed." in said
    with Project.open(project, read_only=True) as opened:
        assert [one.reason for one in opened.dismissals.all().values()] == ["it was the 27th"]


def test_the_memory_is_fed_read_and_used(review, project):
    review("edit მუდამ პარტიას მიჰყვება", "confirm", "quit")
    said = review("memory", "machine", "insert 1", "quit")
    assert "1. 100 %: მუდამ პარტიას მიჰყვება" in said
    assert segments(project)[0].target == "მუდამ პარტიას მიჰყვება"
    assert "“memory” lists what can be inserted, by number." in review("insert 7", "quit")


def test_words_are_found_and_places_are_walked(review):
    said = review("find შეხვედრა", "previous", "n", "n", "n", "go 99", "quit")
    assert "2 segments have it." in said
    assert "This is the first segment." in said
    assert "This is the last segment." in said
    assert "Segments have the numbers 1 to 3." in said


def test_help_names_every_command_and_an_unknown_word_is_said(review):
    said = review("help", "fly", "", "quit")
    for command in COMMANDS:
        assert any(line.startswith(command.words[0]) for line in said)
    assert "There is no command “fly”; help lists them." in said


def test_the_end_of_the_input_ends_it(review):
    assert review("next")[-1].startswith("Translation: ")


def test_terminal_escapes_are_said_harmlessly(review, project):
    said = "\n".join(review("edit ა\x1b[31mბ\u202eგ", "show", "quit"))
    assert "\x1b" not in said
    assert "\u202e" not in said


def test_a_project_that_is_only_read_is_not_changed(review, project):
    said = review("edit ახალი", "quit", arguments=("--read-only",))
    assert any(line.startswith("Error: ") for line in said)
    assert segments(project)[0].is_untouched


@pytest.mark.parametrize("arguments", [("--article", "9"), ("--segment", "9")])
def test_what_is_not_there_is_told(project, arguments):
    done = subprocess.run(
        [sys.executable, "-m", "transreview", "review", str(project), "--linear", *arguments],
        input="", capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
