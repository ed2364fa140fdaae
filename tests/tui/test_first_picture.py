"""What the first picture does without: whatever is read before it is waited for by everybody."""

import json
import subprocess
import sys

import pytest

UNREAD = (
    "transreview.checks",
    "transreview.terminology",
    "transreview.languages",
    "transreview.memory",
    "transreview.scoring",
    "transreview.alignment",
    "transreview.workflow",
    "transreview.plugins",
    "transreview.formats",
    "transreview.model.annotation",
    "transreview.model.bead",
    "transreview.model.glossary",
    "transreview.model.inline_mark",
    "transreview.model.pair",
    "transreview.project.article_intake",
    "transreview.project.article_rows",
    "transreview.project.comments",
    "transreview.project.pairs",
    "transreview.project.progress",
    "transreview.project.restructure",
    "transreview.project.search",
    "transreview.project.undo",
    "transreview.project.unit_markup",
    "transreview.tui.dialogs",
    "transreview.workflow.search.filtering",
    "transreview.workflow.search.filter_line",
    "transreview.tui.glossary",
    "transreview.tui.live_insight",
    "transreview.tui.palette",
    "transreview.tui.widgets.editor",
    "transreview.tui.widgets.entry_pane",
    "transreview.tui.widgets.marked_text",
    "transreview.tui.widgets.pane_entries",
    "hashlib",
    "lxml",
    "numpy",
    "rapidfuzz",
    "secrets",
    "textual.widgets._text_area",
)
"""Packages and modules that nothing on the first picture needs."""

PROGRAM = """
import json, os, sys
from pathlib import Path
from transreview.project.project import Project
from transreview.tui.app import ReviewApp
from transreview.tui.keymaps import load
from transreview.tui.review.screen import ReviewScreen

def begin(screen):
    lines = ["".join(piece.text for piece in strip) for strip in screen._compositor.render_strips()]
    print(json.dumps({"modules": sorted(sys.modules), "lines": lines}))
    sys.stdout.flush()
    os._exit(0)

ReviewScreen.begin = begin
with Project.open(Path(sys.argv[1])) as project:
    ReviewApp(project, load("default")).run(headless=True, size=(120, 40))
"""


@pytest.fixture
def first_picture(project):
    """The modules that were imported, and the lines of the screen, when it was first painted."""
    project.close()
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(project.path)], capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout.splitlines()[-1])


def test_the_first_picture_reads_no_module_that_it_does_not_need(first_picture):
    read = [
        name
        for name in first_picture["modules"]
        if any(name == unread or name.startswith(f"{unread}.") for unread in UNREAD)
    ]
    assert read == []


def test_the_first_picture_has_the_segments_the_state_and_the_keys(first_picture):
    lines = "\n".join(first_picture["lines"])
    assert "◐ edited" not in lines
    assert "○ machine" in lines
    assert "Enter edit" in lines
    assert " │ " in lines


def test_a_thread_begins_when_what_it_shares_with_the_screen_is_imported():
    """Imported from both ends at once, a package and a module of it each wait for the other, and one fails."""
    program = """
import sys
from transreview.tui.screen_work import ScreenWork

class Screen:
    def run_worker(self, *_given, **_named):
        print("transreview.languages" in sys.modules)

print("transreview.languages" in sys.modules)
ScreenWork(Screen()).run_thread(print, "work")
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
