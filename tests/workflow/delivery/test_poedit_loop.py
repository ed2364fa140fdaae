"""A catalog of ours in Poedit, on a screen nobody sees: opened, one entry typed over, saved, merged back."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import polib
import pytest

from tests.small_project import small_project
from transreview.model.segment import Status
from transreview.project import Project
from transreview.workflow.delivery.conflicts import take_in
from transreview.workflow.delivery.exporting import export
from transreview.workflow.delivery.merging import plan_merge

MISSING = [name for name in ("poedit", "xvfb-run", "xdotool") if shutil.which(name) is None]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")

TYPED = "Typed in Poedit"
# The translation is typed into the lower left of the window; keys go where the mouse has clicked.
DRIVE = r"""
poedit "$1" & program=$!
for attempt in $(seq 1 80); do
  window=$(xdotool search --onlyvisible --name 'Poedit' 2>/dev/null | tail -1)
  [ -n "$window" ] && break
  sleep 0.5
done
[ -n "$window" ] || exit 3
xdotool windowfocus --sync "$window"; sleep 2
eval "$(xdotool getwindowgeometry --shell "$window")"
if [ -n "$2" ]; then
  xdotool mousemove $((X + 200)) $((Y + HEIGHT - 53)) click 1; sleep 1
  xdotool key ctrl+a; sleep 0.5
  xdotool type --delay 60 "$2"; sleep 1
fi
before=$(stat -c %Y.%s "$1")
xdotool key ctrl+s
for attempt in $(seq 1 40); do [ "$(stat -c %Y.%s "$1")" != "$before" ] && break; sleep 0.25; done
sleep 1
kill $program
"""


def poedit(path: Path, home: Path, typed: str = "") -> None:
    """Open a catalog in Poedit as a new user, type over its first entry if asked to, and save."""
    home.mkdir()
    subprocess.run(
        ["xvfb-run", "-a", "-s", "-screen 0 1200x800x24", "sh", "-c", DRIVE, "sh", str(path), typed],
        check=False,
        capture_output=True,
        timeout=120,
        env={
            **os.environ,
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home),
            "NO_AT_BRIDGE": "1",
            "LC_ALL": "C.UTF-8",
        },
    )


@pytest.fixture
def project(tmp_path: Path):
    with Project.open(small_project(tmp_path / "p.transreview")) as opened:
        yield opened


def entries(path: Path) -> dict[tuple[str, str], tuple[str, bool, str]]:
    return {(one.msgctxt, one.msgid): (one.msgstr, one.fuzzy, one.comment) for one in polib.pofile(str(path))}


def test_what_is_typed_in_poedit_comes_back(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "v.po"
    export(project, path)
    before, targets = entries(path), [segment.target for segment in project.segments.all()]
    for attempt in range(3):  # a busy machine may lose the click
        poedit(path, tmp_path / f"home{attempt}", TYPED)
        if TYPED in path.read_text(encoding="utf-8"):
            break
    after = entries(path)
    changed = [key for key in before if before[key] != after[key]]
    assert after.keys() == before.keys()
    assert [after[key][:2] for key in changed] == [(TYPED, False)]  # what is typed over is no longer fuzzy
    found = plan_merge(project, path, by="Poedit")
    assert [one.text for one in found.proposals] == [TYPED]
    assert not found.conflicts
    assert not list(found.problems())
    take_in(project, found)
    now = project.segments.all()
    (edited,) = [segment for segment in now if segment.target == TYPED]
    assert edited.status is Status.CONFIRMED
    assert [s.target for s in now if s.id != edited.id] == [
        text for segment, text in zip(now, targets, strict=True) if segment.id != edited.id
    ]
    export(project, path)
    assert TYPED in path.read_text(encoding="utf-8")
