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
LEFT_OUT = set("PLxX.lчK")
"""What depends on how far checks and glossary have come, or on threads: the answer may differ in time.

So does what is typed for the editor of a locked segment (K), which commands something after a pause alone.
"""


WORDS = ["აბგ", "ასოციაცი", "会", "xyz", "27 მაისი", "ჩინეთ"]
PASTED = f"{ESC}[200~{{word}} {ESC}[31m\r\nb{ESC}[201~"
DOWN, F9 = f"{ESC}[B", f"{ESC}[20~"
LEAVE = f"{ESC}{ESC}[A"
"""Escape, and a key that keeps the letter behind it from being Alt with that letter."""

DEEDS = [
    *"jkjkgGucafrBUUJob<>()0d3w#", "\x19", "S\r", "y\r",
    f"t1{LEAVE}g", f"s1{LEAVE}g",
    "m{word}\r", f"m{LEAVE}", ":3\r", ":77\r", "Fm\r", "Fe\r", "Fu\r", f"{LEAVE}",
    "/{word}\r", "n", "N", "R{word}\r{word}ს\r\r", "R{word}\r{word}ი\ra\r",
    f"\r{{word}}{DOWN}{F9}", f"\r{{word}}{ESC}OR{F9}", f"\r{{word}}{ESC}1{F9}", f"\r{ESC}[1;3B{{word}}{F9}",
    f"\r{{word}}{ESC}qy", f"\r{{word}}\x13{{word}}{F9}", f"\r{PASTED}{{word}}{F9}", f"\r{ESC}[F{{word}}\x7f\x1a{F9}",
    f"\r{ESC}x{F9}{F9}", f"\r{ESC}s{F9}", f"\r{ESC}v{F9}", f"\r{{word}}{ESC}/{F9}", f"\r{ESC}'1{F9}",
    f"v {ESC}[C{ESC}[Cg2{LEAVE}", "V70\r", "V700\r", f"M{LEAVE}", "h\r", f"hj\r{LEAVE}", f"H{LEAVE}", f"~{LEAVE}",
    f"X{LEAVE}", f"z{LEAVE}", f"?{LEAVE}", f"C{LEAVE}", f"+\r{LEAVE}{LEAVE}", f"P{LEAVE}", "Pa\r", "6{word}\r",
    f";{{word}}\r{LEAVE}", f"2n{LEAVE}", f"8{LEAVE}", f"9{LEAVE}",
]  # fmt: skip
"""Whole things that a person does, with a word in some.

None asks what the checks have found so far; nor does Tab, which leads from the editor to what they found.
"""


@contextmanager
def program(path, *, quiet=1.5):
    own = path.with_suffix("")  # a memory and settings of its own
    home = {name: str(own) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    with PseudoTerminal("review", path, TRANSREVIEW_USER="ნინო", **home) as terminal:
        terminal.wait_for("镜")
        terminal.wait_until_quiet(quiet)
        yield terminal
        assert terminal.quit() == 0


def outcome(path):
    """What a person left in the project: texts, statuses, flags, comments, unsaved text."""
    with Project.open(path, read_only=True, user="ნინო") as project:
        segments = [(s.source, s.target, s.status, s.needs_work, s.comments) for s in project.segments.all()]
        return segments, sorted((draft.segment_id, draft.text) for draft in project.drafts.all())


def more(path):
    """What else a person left: locks, dismissals, comments, marks, bookmarks."""
    with Project.open(path, read_only=True, user="ნინო") as project:
        return (
            [segment.lock for segment in project.segments.all()],
            sorted((one.segment_id, one.check, one.reason) for one in project.dismissals.all().values()),
            sorted((one.segment_id, one.text, one.is_open) for one in project.comments.all()),
            sorted((one.segment_id, one.start, one.end, one.type) for one in project.annotations.all()),
            sorted(one.segment_id for one in project.bookmarks.all()),
        )


def run(path, folder, name, packets, pauses=(), *, quiet=1.5):
    copy = folder / f"{name}.transreview"  # beside its glossary
    copy.write_bytes(path.read_bytes())
    with program(copy, quiet=quiet) as terminal:
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


def cut_anywhere(chance, keys):
    """Return the bytes of some keys in packets of any size; what waits behind an Escape comes at once."""
    packets, pauses = [], []
    for key in keys:
        data = key.encode()
        at = chance.randrange(1, len(data)) if len(data) > 1 and chance.random() < 0.4 else len(data)
        inside = chance.choice([0, 0.03]) if len(data) > 12 else 0  # a paste may rest in the middle
        packets += [data[:at], data[at:]]
        pauses += [inside, chance.choice([0, 0, 0.002, 0.03, 0.1])]
    return packets, pauses


@pytest.mark.parametrize("seed", SEEDS)
def test_whole_deeds_leave_the_same_file_however_their_bytes_arrive(path, tmp_path, glossary, seed):
    """Dialogs, panes, matches, filters, merges, pastes with escapes and undo, all typed ahead."""
    chance = random.Random(seed)
    keys = [chance.choice(DEEDS).replace("{word}", chance.choice(WORDS)) for _deed in range(14)]
    at_once = run(path, tmp_path, "at-once", ["".join(keys)], quiet=3)
    cut = run(path, tmp_path, "cut", *cut_anywhere(chance, keys), quiet=3)
    places = [tmp_path / f"{name}.transreview" for name in ("at-once", "cut")]
    assert at_once == cut, keys
    assert more(places[0]) == more(places[1]), keys


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


@pytest.mark.parametrize("keys", [["\rjc"], ["\rab", "j", "c"], ["jk\r", "j", "f"]])
def test_text_behind_the_key_that_opens_no_editor_commands_nothing(path, tmp_path, keys):
    """The segment is locked: what was typed for its editor must not confirm the next one."""
    segments, drafts = run(path, tmp_path, "locked", ["K", *keys], [0.5, *[0.2] * len(keys), 1])
    assert {status for _s, _t, status, *_more in segments} == {Status.MACHINE}
    assert not any(flag for _s, _t, _status, flag, _c in segments)
    assert drafts == []


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
