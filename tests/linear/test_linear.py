"""A review line by line does what the screen does, in words, for whoever reads and writes text."""

import os
import subprocess
import sys

import pytest

from tests.small_project import small_project
from transreview.formats.glossary_csv import read_glossary
from transreview.linear.commands import COMMANDS
from transreview.model.glossary import ConceptStatus
from transreview.model.segment import Status
from transreview.project import Project
from transreview.workflow.terms.glossaries import set_glossaries


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


def test_an_earlier_text_is_read_and_brought_back(review, project):
    said = review("edit ერთი", "edit ორი", "history", "restore 2", "restore 9", "quit")
    assert "Text after it: ორი" in said
    assert "Text after it: ერთი" in said
    assert "The text of that time is back: ერთი" in said
    assert "“history” lists what can be restored, by number." in said
    assert segments(project)[0].target == "ერთი"


def test_a_locked_segment_is_changed_by_nothing_until_it_is_opened(review, project):
    said = review("lock", "edit სხვა", "show", "lock", "edit სხვა", "quit")
    assert any("is locked" in line and line.startswith("Error") for line in said)
    assert "It is locked." in said
    assert segments(project)[0].target == "სხვა"


def test_a_filter_is_followed_by_every_way_of_going(review):
    said = review("go 2", "edit სხვა", "go 1", "filter is:edited", "next", "go 1", "filter", "go 1", "quit")
    assert "1 segment fits; “filter” without a line shows all." in said
    assert "It does not fit the filter; “filter” without a line shows all." in said
    assert said[-5].startswith("Segment 1 of 3") or "Segment 1 of 3" in "".join(said[-6:])
    assert "This is the last segment." in said


def test_what_a_filter_cannot_read_is_said(review):
    assert any("is no time" in line for line in review("filter since:soon", "quit"))
    assert "No segment fits: is:locked." in review("filter is:locked", "quit")


def test_bookmarks_are_set_listed_and_taken_off(review):
    said = review("go 2", "bookmark", "bookmarks", "bookmark", "bookmarks", "quit")
    assert "2. 26 მაისს შეხვედრა გაიმართა." in said
    assert "No bookmark is set in this article." in said


def test_a_comment_is_settled_and_opened_again(review):
    said = review("comment რომელი?", "settle 1", "comments", "settle 1", "comments", "settle 7", "quit")
    assert "1. გია: რომელი? (settled)" in said
    assert "1. გია: რომელი?" in said
    assert "“comments” lists the comments, by number." in said


def test_a_text_is_not_replaced_in_a_locked_segment(review, project):
    with Project.open(project, user="davit") as other:
        first, *rest = [one for one in other.segments.all() if "შეხვედრა" in one.target]
        other.segments.set_lock(first.id, True, revision=first.revision)
    said = review("replace შეხვედრა", "კრება", "yes", "quit")
    assert "1 locked segment is left as it is." in said
    with Project.open(project, read_only=True) as after:
        assert after.segments.get(first.id).target == first.target
        assert all("შეხვედრა" not in after.segments.get(one.id).target for one in rest)


def test_a_text_is_replaced_everywhere_after_a_yes_and_taken_back_at_once(review, project):
    before = [one.target for one in segments(project)]
    said = review("replace შეხვედრა", "კრება", "no", "quit")
    assert "Nothing was replaced." in said
    assert [one.target for one in segments(project)] == before
    said = review("replace შეხვედრა", "კრება", "yes", "quit")
    assert any("replaced; undo takes" in line for line in said)
    assert "კრება" in segments(project)[1].target
    review("undo", "quit")


def test_the_alignment_is_mended_by_word_and_undone(review, project):
    said = review("merge", "undo", "go 2", "split 会议 | შეხვედრა", "undo", "split x", "move x", "quit")
    assert "Merged with the next." in said
    assert "Split in two." in said
    assert "Say how the second half begins on both sides: split 第二 | მეორე" in said
    assert "Say what moves, and where to: move translation up, or move source down" in said
    assert len(segments(project)) == 3


def test_words_are_found_in_any_form_and_figures_are_said(review):
    said = review("concordance შეხვედრას", "statistics", "score 70", "score 700", "articles", "quit")
    assert any(line.startswith("This project, 0002:") for line in said)
    assert "left" in said
    assert any(line.strip() == "segments: 3" for line in said)
    assert "Scored 70." in said
    assert "Error: 700 is not from 0 to 100." in said
    assert any("of 3 segments are confirmed" in line for line in said)


def test_a_dismissed_finding_is_listed_and_counts_again(review, project):
    said = review("finding", "dismiss 1 სწორია", "dismissed", "reinstate 1", "dismissed", "quit")
    if "Dismissed." in said:
        assert any("სწორია" in line for line in said)
        assert said[-2] == "No finding is dismissed."
    with Project.open(project, read_only=True) as opened:
        assert not opened.dismissals.all()


def test_every_command_has_one_meaning():
    words = [word for command in COMMANDS for word in command.words]
    assert len(words) == len(set(words))


def test_errors_are_marked_by_word_and_taken_off(review, project):
    said = review("mark m major წვეულებას", "marks", "mark q", "mark p minor არსად", "quit")
    assert "The error is marked." in said
    assert any(line.startswith("1. Accuracy/Mistranslation, major: წვეულებას") for line in said)
    assert any("m mistranslation" in line for line in said)
    assert "These words stand in neither text." in said
    with Project.open(project, read_only=True) as opened:
        (mark,) = opened.annotations.all()
        assert opened.segments.all()[0].target[mark.start : mark.end] == "წვეულებას"
    assert "The mark is taken off." in review("unmark 1", "quit")
    assert "No errors are marked." in review("marks", "quit")


def test_a_term_is_proposed_in_the_projects_glossary(review, project, tmp_path):
    assert any("has no glossary" in line for line in review("term 会议 | სხდომა", "quit"))
    path = tmp_path / "terms.csv"
    path.write_text("id,zh,ka\nparty,党,პარტია\n", encoding="utf-8")
    with Project.open(project) as opened:
        set_glossaries(opened, [path], undoable=False)
    said = review("term 会议", "term 会议 | სხდომა", "terms", "term 会议 | კრება", "quit")
    assert "“会议” is proposed in terms.csv." in said
    assert "The glossary has “会议” already." in said
    assert read_glossary(path).by_id["会议"].status is ConceptStatus.PROPOSED
