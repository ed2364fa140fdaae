"""The program in a real terminal of 80 × 24 under tmux: what the keys do is in the file afterwards."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time

import pytest

from transreview.model.segment import Status
from transreview.project.project import Project

pytestmark = [
    pytest.mark.tmux,
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed"),
]


class Terminal:
    """A tmux session of its own server."""

    def __init__(self, folder, columns=80, lines=24, **environment):
        self.socket = str(folder / "tmux")
        self.environment = {
            **os.environ,
            "TERM": "xterm-256color",
            "TEXTUAL_ANIMATIONS": "none",
            **environment,
        }
        for name in ("TMUX", "COLUMNS", "LINES"):
            self.environment.pop(name, None)
        self.started = False
        self.size = ("-x", str(columns), "-y", str(lines))

    def tmux(self, *arguments):
        command = ["tmux", "-S", self.socket, "-f", os.devnull, *arguments]
        return subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=False
        ).stdout

    def run(self, *arguments):
        """Start the program; its exit code is shown when it ends."""
        command = " ".join([sys.executable, "-m", "transreview", *map(str, arguments)])
        command += "; echo ended with $?; cat"
        if self.started:
            self.tmux("respawn-pane", "-k", "-t", "t", command)
        else:
            self.tmux("new-session", "-d", "-s", "t", *self.size, command)
        self.started = True

    def press(self, *keys):
        self.tmux("send-keys", "-t", "t", *keys)

    def write(self, text):
        self.tmux("send-keys", "-t", "t", "-l", text)

    def screen(self):
        return self.tmux("capture-pane", "-p", "-t", "t")

    def wait_for(self, *texts, seconds=25):
        """Return the screen once it shows every text."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            shown = self.screen()
            if all(text in shown for text in texts):
                return shown
            time.sleep(0.05)
        raise AssertionError(f"{texts} did not appear:\n{self.screen()}")

    def processes(self):
        """The programs that were started in here and still run."""
        listed = subprocess.run(
            ["ps", "-eo", "pid=,args="], capture_output=True, text=True, check=True
        ).stdout.splitlines()
        folder = self.socket.removesuffix("tmux")
        return [line for line in listed if folder in line and "transreview" in line and "tmux" not in line]

    def close(self, seconds=10):
        """End the server; what ran in it must end by itself."""
        self.tmux("kill-server")
        until = time.monotonic() + seconds
        while (left := self.processes()) and time.monotonic() < until:
            time.sleep(0.05)
        assert not left, f"still running after its terminal has gone: {left}"


@pytest.fixture
def terminal(tmp_path, path):
    opened = Terminal(tmp_path)
    yield opened
    opened.close()


def is_grey(colour):
    """Whether a colour of the palette of 256 has no hue."""
    if colour >= 232 or colour in {0, 7, 8, 15}:
        return True
    red, green, blue = (colour - 16) // 36, (colour - 16) // 6 % 6, (colour - 16) % 6
    return colour >= 16 and red == green == blue


def stored(path, index=0):
    with Project.open(path, read_only=True) as project:
        return project.segments.all()[index]


def test_open_fix_undo_redo_confirm_quit_reopen(terminal, path):
    terminal.run("review", path)
    terminal.wait_for("“镜”业守初心", "Enter edit")
    terminal.press("j", "Enter")
    terminal.wait_for("Segment 2", "Esc save")
    terminal.write("სათვალე中文 ")
    terminal.wait_for("სათვალე中文 ჩინეთის")
    terminal.press("Escape")
    terminal.wait_for("✓ Saved.")
    assert stored(path, 1).target.startswith("სათვალე中文 ჩინეთის")
    terminal.press("U")
    terminal.wait_for("✓ Undid: edit of 0002")
    assert stored(path, 1).target.startswith("ჩინეთის")
    terminal.press("C-y")
    terminal.wait_for("✓ Repeated: edit of 0002")
    terminal.press("c")
    terminal.wait_for("Confirmed 0002", "3/6")
    terminal.press("q")
    terminal.wait_for("ended with 0")
    assert stored(path, 1).status is Status.CONFIRMED
    terminal.run("review", path)
    shown = terminal.wait_for("სათვალე中文", "3/6", "● 1")
    assert "◐ 0" in shown


def test_keys_of_the_editor_arrive_without_the_kitty_protocol(terminal, path):
    terminal.run("review", path)
    terminal.wait_for("Enter edit")
    terminal.press("Enter")
    terminal.wait_for("Segment 1", "Esc save")
    terminal.press("x", "M-Down")
    terminal.wait_for("Segment 2", "2/6")
    terminal.press("y", "F9")
    terminal.wait_for("Segment 3", "Confirmed 0002")
    terminal.press("M-w")
    terminal.wait_for("⚑ 1")
    terminal.press("z", "F9")
    terminal.wait_for("Segment 4", "Confirmed; it is still marked")
    terminal.write("\x1bწ")  # Alt on a Georgian keyboard
    terminal.wait_for("⚑ 2")
    terminal.press("M-o", "C-f")
    terminal.wait_for("Search in source and translation")
    terminal.press("Escape", "C-q")
    terminal.wait_for("ended with 0")
    assert [stored(path, index).target[:1] for index in range(3)] == ["x", "y", "z"]
    assert stored(path, 3).needs_work


def test_the_cursor_stands_where_the_next_letter_goes(terminal, path):
    terminal.run("review", path)
    terminal.wait_for("Enter edit")
    terminal.press("Enter")
    terminal.wait_for("Segment 1")
    terminal.write("ახალი中文，x")
    shown = terminal.wait_for("ახალი中文，x")
    row = next(at for at, line in enumerate(shown.split("\n")) if "ახალი中文，x" in line)
    x, y = map(int, terminal.tmux("display-message", "-p", "-t", "t", "#{cursor_x} #{cursor_y}").split())
    before = shown.split("\n")[row].split("x")[0]
    cells = sum(2 if ord(character) > 0x2E80 else 1 for character in before) + 1
    assert (x, y) == (cells, row)


def test_columns_stand_in_line_at_160_by_50(tmp_path, path):
    terminal = Terminal(tmp_path, 160, 50)
    try:
        terminal.run("review", path)
        shown = terminal.wait_for("○ machine", "Terms", "Findings")
        rules = set()
        for line in shown.split("\n")[1:20]:
            cells = [2 if 0x2E80 < ord(character) < 0xFF61 else 1 for character in line]
            rules |= {sum(cells[:at]) for at, character in enumerate(line) if character == "┼"}
        assert len(rules) == 1
    finally:
        terminal.close()


def test_no_colour_is_sent_with_no_color(tmp_path, path):
    terminal = Terminal(tmp_path, NO_COLOR="1")
    try:
        terminal.run("review", path)
        terminal.wait_for("Enter edit", "○ 6")
        sent = terminal.tmux("capture-pane", "-p", "-e", "-t", "t")
        colours = re.findall(r"[34]8;5;(\d+)", sent)
        assert "\x1b[7" in sent or ";7" in sent
        assert {colour for colour in colours if not is_grey(int(colour))} == set()
        assert not re.search(r"\x1b\[[\d;]*\b(3[1-6]|4[1-6])m", sent)
    finally:
        terminal.close()


def test_a_killed_terminal_leaves_the_draft(terminal, path):
    terminal.run("review", path)
    terminal.wait_for("Enter edit")
    terminal.press("Enter")
    terminal.wait_for("Segment 1")
    terminal.write("დაუსრულებელი ")
    terminal.wait_for("დაუსრულებელი")
    terminal.tmux("kill-session", "-t", "t")
    until = time.monotonic() + 10
    with Project.open(path) as project:
        while project.drafts.get(1) is None and time.monotonic() < until:
            time.sleep(0.05)
        assert project.drafts.get(1).text.startswith("დაუსრულებელი ")


def test_a_killed_program_leaves_the_draft_of_two_seconds_ago(terminal, path):
    terminal.run("review", path)
    terminal.wait_for("Enter edit")
    terminal.press("Enter")
    terminal.wait_for("Segment 1")
    terminal.write("დაუსრულებელი ")
    terminal.wait_for("დაუსრულებელი")
    time.sleep(2.6)
    shell = terminal.tmux("list-panes", "-t", "t", "-F", "#{pane_pid}").strip()
    program = subprocess.run(
        ["pgrep", "-P", shell], capture_output=True, text=True, check=True
    ).stdout.split()[0]
    os.kill(int(program), signal.SIGKILL)
    terminal.wait_for("ended with 137")
    with Project.open(path) as project:
        assert project.drafts.get(1).text.startswith("დაუსრულებელი ")


def test_a_terminal_that_is_made_smaller_is_drawn_smaller_whatever_the_shell_exports(tmp_path, path):
    """COLUMNS and LINES say how large it was when the shell began: "? help" stands at the right edge."""
    terminal = Terminal(tmp_path, 100, 30)
    terminal.environment |= {"COLUMNS": "100", "LINES": "30"}
    try:
        terminal.run("review", path)
        terminal.wait_for("? help")
        terminal.tmux("set-option", "-t", "t", "window-size", "manual")
        for columns, lines in ((60, 20), (120, 40), (100, 30)):
            terminal.tmux("resize-window", "-t", "t", "-x", str(columns), "-y", str(lines))
            until = time.monotonic() + 25
            while time.monotonic() < until:
                last = terminal.screen().split("\n")[lines - 1]
                if last.endswith("? help") and len(last) == columns - 1:
                    break
                time.sleep(0.05)
            else:
                raise AssertionError(f"{columns} × {lines}:\n{terminal.screen()}")
    finally:
        terminal.close()


def test_without_a_terminal_it_says_what_to_do(path):
    done = subprocess.run(
        [sys.executable, "-m", "transreview", "review", str(path)],
        capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.returncode == 2
    assert "needs a terminal" in done.stderr
    assert "Traceback" not in done.stderr


def test_errors_before_the_screen_are_told_plainly(terminal, path, tmp_path):
    terminal.run("review", path, "--keymap", "emacs")
    terminal.wait_for("there is no keymap", "ended with 2")
    terminal.run("review", tmp_path / "missing.transreview")
    terminal.wait_for("there is no such project", "ended with 3")
    terminal.run("review", path, "--segment", "99")
    terminal.wait_for("has segments 1 to 6, not 99", "ended with 2")
