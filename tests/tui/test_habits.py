"""Keys that hands know from other programs do the same here, through a terminal that knows no newer protocol."""

import json
import time

import pytest
from textual.events import Key

from tests.tui.pseudo_terminal import PseudoTerminal
from transreview.tui.action import Place
from transreview.tui.actions import ACTIONS
from transreview.tui.habits import HABITS, PROGRAMS
from transreview.tui.key_list import help_text
from transreview.tui.keymaps import load
from transreview.tui.keys import key_of
from transreview.tui.shipped_keymaps import KEYMAPS
from transreview.tui.terminal_keys import KeyParser, teach

ESC = "\x1b"
BYTES = {
    "enter": "\r", "tab": "\t", "backspace": "\x7f", "escape": ESC, "ctrl+@": "\x00",
    "ctrl+down": f"{ESC}[1;5B", "ctrl+up": f"{ESC}[1;5A", "ctrl+shift+down": f"{ESC}[1;6B",
    "ctrl+shift+up": f"{ESC}[1;6A", "ctrl+pagedown": f"{ESC}[6;5~", "ctrl+pageup": f"{ESC}[5;5~",
    "alt+down": f"{ESC}[1;3B", "alt+right": f"{ESC}[1;3C", "f2": f"{ESC}OQ", "f3": f"{ESC}OR",
    "f5": f"{ESC}[15~", "f8": f"{ESC}[19~", "f9": f"{ESC}[20~",
}  # fmt: skip
ALL = [(name, habit) for name, habits in HABITS.items() for habit in habits]
NAMES = [f"{name}-{habit.key}" for name, habit in ALL]


def sent(key):
    """What a terminal of the oldest kind sends for a key."""
    if key in BYTES:
        return BYTES[key]
    if key.startswith("ctrl+"):
        return chr(ord(key[-1]) & 0x1F)
    return ESC + key[-1] if key.startswith("alt+") else key


def pressed(key):
    """The key as it arrives."""
    teach()
    parser = KeyParser()
    events = [event for event in [*parser.feed(sent(key)), *parser.feed("")] if isinstance(event, Key)]
    assert len(events) == (2 if len(key) == 2 and key[0] == key[1] else 1), (
        events
    )  # ZZ is a key pressed twice
    return "".join(map(key_of, events))


def action(keymap, place, key):
    found = keymap.find(place, pressed(key))
    return found[0] if found else ""


def test_every_keymap_of_a_program_names_at_least_ten_of_its_keys():
    assert set(HABITS) == set(PROGRAMS) == set(KEYMAPS) - {"default"}
    assert all(len(habits) >= 10 for habits in HABITS.values())


@pytest.mark.parametrize(("name", "habit"), ALL, ids=NAMES)
def test_a_key_does_what_it_does_there_or_is_replaced_by_another(name, habit):
    keymap = load(name)
    if not habit.instead:
        assert action(keymap, Place.LIST, habit.key) == habit.list
        editor = action(keymap, Place.EDITOR, habit.key)
        assert editor == ("" if habit.editor == "text" else habit.editor)
        return
    for place in (Place.LIST, Place.EDITOR):
        if ACTIONS[habit.action].keys(place):
            assert action(keymap, place, habit.instead) == habit.action, place
    # What arrives in its stead does nothing that the program would do on another key.
    meant = {one.sent_as or one.key: {one.list, one.editor} for one in HABITS[name] if not one.instead}
    for place in (Place.LIST, Place.EDITOR):
        arrived = action(keymap, place, habit.sent_as)
        assert arrived in meant.get(habit.sent_as, {"edit", habit.action, ""}) | {""}, (place, arrived)


@pytest.mark.parametrize("name", PROGRAMS)
def test_help_says_every_one_of_them_and_what_to_press_instead(name):
    text = help_text(load(name)).plain
    assert f"What you know from {PROGRAMS[name]}" in text
    assert all(habit.words in text for habit in HABITS[name])
    assert "What you know from" not in help_text(load("default")).plain


def test_help_says_where_a_key_works():
    omegat, vi = help_text(load("omegat")).plain, help_text(load("vim")).plain
    assert "Ctrl+Z             undo\n" in omegat  # in the editor the text area's own
    assert "save (in the editor)\n" in omegat
    assert "u                  undo (in the list)\n" in vi


@pytest.mark.parametrize("name", ["omegat", "poedit", "virtaal"])
async def test_what_emacs_does_in_a_text_does_nothing_where_the_program_does_not(review, name):
    async with review(keymap=name) as desk:
        await desk.press("enter", "ctrl+home", "ctrl+d", "ctrl+w")
        assert desk.editor.text == desk.TARGET[0]
        assert desk.message == "Ctrl+W does nothing in the editor."
        await desk.press("ctrl+a")
        assert desk.editor.selected_text == desk.TARGET[0]


async def test_poedit_s_ctrl_k_empties_the_editor_and_one_key_takes_it_back(review):
    async with review(keymap="poedit") as desk:
        await desk.press("ctrl+k")
        assert desk.editor.text == ""
        assert desk.message.startswith("! The translation is empty")
        assert desk.stored().target == desk.TARGET[0]
        await desk.press("ctrl+z")
        assert desk.editor.text == desk.TARGET[0]


def actions_in(log):
    lines = (
        [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()] if log.exists() else []
    )
    return [line["action"] for line in lines if line["event"] == "action"]


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_program_hears_them_in_the_list_through_a_terminal(path, tmp_path, name):
    log = tmp_path / "screen.log"
    ways_out = {"clear_filter", "leave", "back"}
    left_out = {"suspend", "edit", "quit", *ways_out}

    def heard():
        return [action for action in actions_in(log) if action not in ways_out]

    with PseudoTerminal("review", path, "--keymap", name, "--log", log) as terminal:
        terminal.wait_for("镜")
        terminal.wait_until_quiet(quiet=0.8)
        for habit in [one for one in HABITS[name] if one.list and one.list not in left_out]:
            before = len(heard())
            terminal.write(sent(habit.key))
            end = time.monotonic() + 20
            while len(heard()) == before and time.monotonic() < end:
                terminal.read(0.03)
            assert heard()[before:] == [habit.list], habit.key
            terminal.read(0.15)
            terminal.write(ESC)  # out of whatever it has opened
            terminal.wait_until_quiet(quiet=0.25)
