"""What a terminal sends is read as what was pressed and pasted, however it is cut into packets."""

import random

import pytest
from textual.events import Key, Paste

from tests.tui.pseudo_terminal import PseudoTerminal
from transreview.project.project import Project
from transreview.tui.terminal_keys import PASTE, PASTE_END, KeyParser, teach

ESC = "\x1b"
PASTED = (
    f"წითელი {ESC}[31mred{ESC}[0m, {ESC}{ESC}[A {ESC}x {ESC}]0;title\x07 \x9b5~ {ESC}[20~ \x01\x03 中文 {ESC}"
)


def read(*packets):
    """What arrives: keys by their name, pastes as they are."""
    teach()
    parser = KeyParser()
    events = [event for packet in (*packets, "") for event in parser.feed(packet)]
    return [event.key if isinstance(event, Key) else event.text for event in events]


@pytest.mark.parametrize(
    "text", ["ab", f"a{ESC}b", f"{ESC}", PASTED, "a\rb\nc", PASTE, f"{ESC}[201", "x" * 5000]
)
def test_what_is_pasted_comes_out_whole_and_in_its_place(text):
    assert read(f"a{PASTE}{text}{PASTE_END}b") == ["a", text, "b"]


@pytest.mark.parametrize("seed", range(40))
def test_the_packets_make_no_difference(seed):
    chance = random.Random(seed)
    parts = [
        "a",
        "ბ",
        f"{ESC}[B",
        f"{ESC}1",
        f"{ESC}w",
        "\r",
        f"{PASTE}{PASTED}{PASTE_END}",
        f"{PASTE}{PASTE_END}",
        f"{ESC}OR",
        f"{ESC}[20~",
    ]
    sent = "".join(chance.choice(parts) for _ in range(20))
    cuts = sorted(chance.sample(range(len(sent)), min(len(sent), 12)))
    packets = [sent[a:b] for a, b in zip([0, *cuts], [*cuts, len(sent)], strict=True)]
    assert read(*filter(None, packets)) == read(sent)
    assert read(*sent) == read(sent)


def test_nothing_of_a_paste_is_lost_when_the_terminal_goes():
    assert read(f"{PASTE}abc") == ["abc"]


def test_an_empty_paste_is_none():
    assert read(f"a{PASTE}{PASTE_END}b") == ["a", "b"]


def test_the_beginning_of_a_paste_that_was_typed_by_hand_is_typed():
    teach()
    parser = KeyParser()
    events = list(parser.feed(ESC))
    parser._timeout_time = 0.0  # a while later
    events += [*parser.feed("[200~ab"), *parser.feed("")]
    assert not any(isinstance(event, Paste) for event in events)
    assert [event.key for event in events][-2:] == ["a", "b"]


def test_bytes_that_are_no_text_end_nothing(path):
    with PseudoTerminal("review", path, TRANSREVIEW_USER="ნინო") as terminal:
        terminal.wait_for("镜")
        terminal.wait_until_quiet()
        terminal.write(b"\r\xffab\xe1\x83", pauses=())
        terminal.read(0.5)
        terminal.write(b"\x90\x1b")
        assert terminal.quit() == 0
    with Project.open(path, read_only=True) as project:
        assert project.segments.all()[0].target.startswith("\ufffdabა")


def test_escapes_in_a_paste_stand_in_the_text_where_they_were(path):
    with PseudoTerminal("review", path, TRANSREVIEW_USER="ნინო") as terminal:
        terminal.wait_for("镜")
        terminal.wait_until_quiet()
        sent = f"\rაბ{PASTE}{PASTED}{PASTE_END}გდ"
        for at in range(0, len(sent), 7):
            terminal.write(sent[at : at + 7], pauses=[0.02])
        terminal.read(0.3)
        terminal.write(ESC)
        assert terminal.quit() == 0
    with Project.open(path, read_only=True) as project:
        assert project.segments.all()[0].target.startswith(f"აბ{PASTED}გდ")


def test_on_a_slow_line_a_key_may_take_as_long_as_somebody_says(path):
    with PseudoTerminal("review", path, TRANSREVIEW_USER="ნინო", ESCDELAY="3000") as terminal:
        terminal.wait_for("镜")
        terminal.wait_until_quiet()
        terminal.write("\rა", ESC, "[2", "0~", pauses=[0.2, 0.4, 0.4])
        assert terminal.quit() == 0
    with Project.open(path, read_only=True) as project:
        first = project.segments.all()[0]
        assert (first.target[0], first.status.value) == ("ა", "confirmed")


UNSEEN = {
    "a blank that breaks no line": "\u00a0",
    "a narrow one": "\u202f",
    "the blank of Chinese input methods": "\u3000",
    "what parts letters of Persian": "\u200c",
    "a joiner": "\u200d",
    "a mark of direction": "\u200f",
    "a soft hyphen": "\u00ad",
}


@pytest.mark.parametrize("sign", UNSEEN.values(), ids=UNSEEN)
def test_a_key_for_a_blank_or_an_unseen_sign_is_read_as_its_text(sign):
    assert read(f"a{sign}b") == ["a", sign, "b"]
    assert read("a", sign, "b") == ["a", sign, "b"]


def test_common_blanks_and_controls_stay_keys():
    assert read(" \t\x01\x7f") == ["space", "tab", "ctrl+a", "backspace"]


@pytest.mark.parametrize("pauses", [(), [0.05] * 60])
def test_what_a_keyboard_writes_stands_in_text_and_lines_and_an_emoji_is_one(path, pauses):
    text = "می\u200cروم 5\u00a0კმ\u3000中 👨\u200d👩\u200d👧 "
    with PseudoTerminal("review", path, TRANSREVIEW_USER="ნინო") as terminal:
        terminal.wait_for("镜")
        terminal.wait_until_quiet()
        terminal.write("\r", *f"{text}👩\u200d👩\u200d👧\x7f", pauses=pauses)
        terminal.read(0.3)
        terminal.write(ESC)
        terminal.read(0.6)
        terminal.write(*"m5\u00a0კმ\r", pauses=pauses)
        assert terminal.quit() == 0
    with Project.open(path, read_only=True) as project:
        assert project.segments.all()[0].target.startswith(text + project.segments.all()[0].machine[:5])
        assert [one.text for one in project.comments.all()] == ["5\u00a0კმ"]


def test_an_unseen_sign_in_the_list_commands_nothing(path):
    with PseudoTerminal("review", path, TRANSREVIEW_USER="ნინო") as terminal:
        terminal.wait_for("镜")
        terminal.wait_until_quiet()
        terminal.write("\u00a0\u3000\u200cc")
        assert terminal.quit() == 0
    with Project.open(path, read_only=True) as project:
        assert [segment.status.value for segment in project.segments.all()][:2] == ["confirmed", "machine"]
