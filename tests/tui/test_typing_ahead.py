"""No key is taken for something else, however the bytes are cut into packets and however busy the machine."""

import os
import random
import sys
from contextlib import contextmanager

import pytest

from tests.tui.pseudo_terminal import PseudoTerminal
from transreview.model.segment import Status
from transreview.project.project import Project

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")

ESC = "\x1b"
SEEDS = range(int(os.environ.get("TRANSREVIEW_TYPING_SEEDS", "3")))
LETTERS = [
    *"acdfghijklmnoprsuxyz",
    *"ABCDFGHJKLMNPRSUVXYZ",
    *"აბგდფჯ",
    *"фыв",
    *"中文",
    *"0123456789",
    *" ,./:;#+",
]
KEYS = [
    "\r",
    "\t",
    "\x7f",
    "\x13",
    f"{ESC}[A",
    f"{ESC}[B",
    f"{ESC}[1;3B",
    f"{ESC}[20~",
    f"{ESC}OR",
    f"{ESC}[H",
]
LEFT_OUT = set("PLxX.lч")
"""What depends on how far checks and glossary have come, or on threads: the answer may differ in time."""


@contextmanager
def program(path):
    with PseudoTerminal("review", path, TRANSREVIEW_USER="ნინო") as terminal:
        terminal.wait_for("镜")
        terminal.wait_until_quiet()
        yield terminal
        assert terminal.quit() == 0


def outcome(path):
    """What a person left in the project: texts, statuses, flags, comments, unsaved text."""
    with Project.open(path, read_only=True, user="ნინო") as project:
        segments = [(s.source, s.target, s.status, s.needs_work, s.comments) for s in project.segments.all()]
        return segments, sorted((draft.segment_id, draft.text) for draft in project.drafts.all())


def run(path, folder, name, packets, pauses=()):
    copy = folder / f"{name}.transreview"
    copy.write_bytes(path.read_bytes())
    with program(copy) as terminal:
        terminal.write(*packets, pauses=pauses)
    return outcome(copy)


def sequence(chance):
    """Return keys as a terminal sends them.

    After Escape comes no character: in one packet they are Alt with that character, for any program.
    """
    keys = []
    for _ in range(30):
        if keys and keys[-1] == ESC:
            keys.append(chance.choice([key for key in KEYS if key != "\x7f"]))
        elif chance.random() < 0.12:
            keys.append(ESC)
        elif chance.random() < 0.35:
            keys.append(chance.choice(KEYS))
        else:
            keys.append(chance.choice([letter for letter in LETTERS if letter not in LEFT_OUT]))
    return keys


@pytest.mark.parametrize("seed", SEEDS)
def test_keys_in_one_write_one_by_one_and_with_pauses_leave_the_same_file(path, tmp_path, seed):
    chance = random.Random(seed)
    keys = sequence(chance)
    at_once = run(path, tmp_path, "at-once", ["".join(keys)])
    one_by_one = run(path, tmp_path, "one-by-one", keys, [0.15] * len(keys))
    pauses = [chance.choice([0, 0, 0.002, 0.02, 0.08]) for _ in keys]
    cut = run(path, tmp_path, "cut", keys, pauses)
    assert at_once == one_by_one, keys
    assert cut == one_by_one, keys


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ("\rabc", "the editor"),
        ("Rabc", "replace"),
        ("/abc", "search"),
        ("mabc", "a comment"),
        (":12", "go to"),
    ],
)
def test_text_right_behind_the_key_that_opens_a_place_commands_nothing(path, tmp_path, keys, place):
    segments, drafts = run(path, tmp_path, "burst", [keys])
    assert {status for _s, _t, status, *_more in segments} == {Status.MACHINE}, place
    assert not any(flag for _s, _t, _status, flag, _c in segments)
    assert [text[:3] for _id, text in drafts] == (["abc"] if place == "the editor" else [])


def test_a_burst_goes_through_dialogs_in_order(path, tmp_path):
    """Replace a word by another in all translations, comment on it, confirm the next one."""
    keys = "Rასოციაცი\tგაერთიანებ\r" + "\r" + "mкомментарий\r" + "jc"
    segments, _drafts = run(path, tmp_path, "dialogs", [keys])
    assert sum("გაერთიანებ" in target for _s, target, *_ in segments) == 3
    assert segments[0][4] == 1
    assert segments[1][2] is Status.CONFIRMED


def test_alt_and_a_digit_inserts_the_term_and_no_sign(path, tmp_path, glossary):
    segments, _drafts = run(path, tmp_path, "alt", ["\r", f"{ESC}1", ESC], [0.5, 0.3])
    assert segments[0][1].startswith('"Mirror" ინდუსტრია')
    assert "¡" not in segments[0][1]
    assert "პარტიას" in segments[0][1] or "პარტია" in segments[0][1]


def test_alt_with_a_letter_right_before_another_key_is_alt_with_that_letter(path, tmp_path):
    """Textual alone reads "^w" here: it waits for the rest of a sequence that it does not know."""
    segments, drafts = run(path, tmp_path, "alt", [f"\r{ESC}w{ESC}[B{ESC}[20~"])
    assert segments[0][1:4] == (segments[0][1], Status.CONFIRMED, True)
    assert "^" not in segments[0][1]
    assert drafts == []


def test_escape_and_enter_in_one_packet_confirm_nothing(path, tmp_path):
    segments, _drafts = run(path, tmp_path, "escape", [f"\rა{ESC}\r"])
    assert segments[0][1].startswith("ა")
    assert segments[0][2] is Status.EDITED


def test_a_window_that_came_up_behind_others_takes_the_first_key(path, tmp_path):
    """A terminal says that it is not looked at; the key that follows is meant for the list all the same."""
    copy = tmp_path / "behind.transreview"
    copy.write_bytes(path.read_bytes())
    with PseudoTerminal("review", copy, TRANSREVIEW_USER="ნინო") as terminal:
        terminal.write(f"{ESC}[O")
        terminal.wait_for("镜")
        terminal.wait_until_quiet()
        terminal.write("c")
        terminal.quit()
    assert outcome(copy)[0][0][2] is Status.CONFIRMED
