"""One table of actions makes keys, hints, help, palette and docs/keys.md; keymaps are checked."""

import re
from pathlib import Path

import pytest
from textual.events import Key

from transreview.errors import InputError, UsageError
from transreview.model.segment import Status
from transreview.tui.action import Place
from transreview.tui.actions import ACTIONS, GROUPS, HINTS, PANE_HINTS
from transreview.tui.dialogs.replacing import ReplacePrompt
from transreview.tui.glossary.screen import GlossaryScreen
from transreview.tui.key_list import glossary_help, help_text, keys_page
from transreview.tui.keymaps import COUNTS, EDITING_KEYS, NOTHING, build, load, show_key
from transreview.tui.keys import key_of
from transreview.tui.layouts import GEORGIAN
from transreview.tui.review.screen import ReviewScreen
from transreview.tui.sheltered import Sheltered
from transreview.tui.shipped_keymaps import KEYMAPS
from transreview.tui.widths import cells

ROOT = Path(__file__).parents[2]

# What a terminal without the Kitty protocol never sends, or sends as another key: Ctrl with digits,
# Enter and most marks, Alt with Enter; Alt+B and Alt+F are Option with an arrow key on a Mac, Shift+F3 is a
# report of the cursor; Ctrl+I, Ctrl+M, Ctrl+H and Ctrl+[ are Tab, Enter, Backspace and Escape.
NOT_SENT = re.compile(
    r"ctrl\+(\d|enter|[,.;']|shift\+.*)|ctrl\+[imh]|ctrl\+\[|alt\+(enter|[bfO\[])|shift\+f3"
)


def test_every_action_has_words_help_and_a_method_of_each_screen_it_works_on():
    for action in ACTIONS.values():
        assert action.method or action.glossary_method, action.id
        assert bool(action.glossary_method) >= bool(action.glossary), action.id
        assert action.words
        assert action.help.endswith(".")


async def test_every_row_of_the_table_names_a_method_of_a_controller(review):
    async with review(wait=False) as desk:
        for action in ACTIONS.values():
            if action.method:
                assert callable(desk.controllers.method(action.id)), action.id
            else:
                assert desk.controllers.method(action.id) is None


@pytest.mark.usefixtures("glossary")
async def test_every_row_names_a_method_of_the_glossary_screens_controllers(review):
    async with review(wait=False) as desk:
        await desk.press("T")
        await desk.until(lambda: isinstance(desk.screen, GlossaryScreen))
        for action in ACTIONS.values():
            found = desk.screen.action_method(action.id)
            assert callable(found) if action.glossary_method else found is None, action.id


@pytest.mark.parametrize("screen", [ReviewScreen, GlossaryScreen])
def test_a_screen_inherits_nothing_of_ours_but_the_net_under_it(screen):
    ours = [cls for cls in screen.__mro__ if cls.__module__.startswith("transreview")]
    assert ours == [screen, Sheltered]


REVIEW_BELOW = {
    "state", "losses", "messages", "view", "timing", "workbench", "position", "unfinished", "long_work",
    "waiting",
}  # fmt: skip
GLOSSARY_BELOW = {
    "state", "messages", "view", "saving", "usage", "presenting", "preview", "concept_list", "occurrence_list"
}  # fmt: skip


@pytest.mark.parametrize(("package", "below"), [("review", REVIEW_BELOW), ("glossary", GLOSSARY_BELOW)])
def test_no_controller_knows_another(package, below):
    """Each stands on what all share; the one file that puts them together imports them all."""
    folder = ROOT / "src" / "transreview" / "tui" / package
    for file in folder.glob("*.py"):
        if file.stem in {"__init__", "controllers", "screen"}:
            continue
        text = file.read_text(encoding="utf-8")
        named = re.findall(rf"from transreview\.tui\.{package}\.(\w+) import", text)
        assert set(named) <= below, file.name


def test_every_action_has_a_key_that_a_plain_terminal_sends():
    for action in ACTIONS.values():
        keys = [key for place in Place for key in action.keys(place)]
        assert any(not NOT_SENT.fullmatch(key) for key in keys), action.id


def test_the_first_key_of_an_action_in_a_place_is_one_that_every_terminal_sends():
    for action in ACTIONS.values():
        for place in Place:
            assert not any(NOT_SENT.fullmatch(key) for key in action.keys(place)[:1]), (action.id, place)


def test_every_action_on_a_capital_has_a_key_on_a_keyboard_without_capitals():
    on_georgian = set(GEORGIAN.values())
    for action in ACTIONS.values():
        for place in Place:
            keys = action.keys(place)
            if keys and all(len(key) == 1 and key.isupper() for key in keys):
                assert set(keys) & on_georgian, (action.id, place, keys)


def test_every_action_can_be_reached_without_a_mouse_in_the_place_it_is_for():
    for place, names in (*HINTS.items(), *((Place.PANE, names) for names in PANE_HINTS.values())):
        for name in names:
            assert ACTIONS[name].keys(place), (place, name)
            assert ACTIONS[name].hint, name


async def test_a_screen_of_80_columns_names_the_most_needed_keys(review, project):
    async with review(project, size=(80, 24)) as desk:
        line = desk.text.rstrip().split("\n")[-1]
        for hint in (
            "Enter edit",
            "c confirm",
            "u unfinished",
            "x findings",
            "t terms",
            "F filter",
            "? help",
        ):
            assert hint in line
        await desk.press("enter")
        line = desk.text.rstrip().split("\n")[-1]
        for hint in ("Esc save", "F9 confirm", "F7 findings", "F6 terms", "F1 help"):
            assert hint in line


@pytest.mark.parametrize(
    ("key", "said", "unsaid"),
    [
        ("t", ["insert term"], ["dismiss", "settle"]),
        ("x", ["dismiss"], ["insert term", "settle"]),
        ("M", ["comment", "settle"], ["insert term", "dismiss"]),
        ("h", ["choose"], ["insert term", "dismiss", "settle"]),
    ],
)
async def test_a_pane_names_only_keys_that_do_something_there(review, project, key, said, unsaid):
    async with review(project, size=(80, 24)) as desk:
        await desk.press(key)
        line = desk.text.rstrip().split("\n")[-1]
        assert all(word in line for word in said), line
        assert not any(word in line for word in unsaid), line


@pytest.mark.parametrize("name", KEYMAPS)
def test_shipped_keymaps_have_no_conflicts_and_no_unknown_actions(name):
    assert load(name).conflicts == ()
    known = {NOTHING, COUNTS, *(f"{place}.{action}" for place in Place for action in ACTIONS)}
    assert set(KEYMAPS[name]) <= known


@pytest.mark.parametrize("name", KEYMAPS)
def test_no_shipped_keymap_takes_a_key_for_writing(name):
    keymap = load(name)
    taken = {key for place, key in keymap.actions if place is Place.EDITOR}
    moved = {"enter", "tab"} if "editor.new_line" in KEYMAPS[name] else set()
    if keymap.find(Place.EDITOR, "ctrl+a") == ("select_all", ""):
        moved |= {"ctrl+a"}  # as in every program with windows
    assert not taken & (EDITING_KEYS - moved)
    assert not {key for key in taken if len(key) == 1}


@pytest.mark.parametrize("name", KEYMAPS)
def test_every_keymap_keeps_a_way_to_help_palette_quit_and_out_of_the_editor(name):
    keymap = load(name)
    for action in ("help", "palette", "quit", "leave", "confirm"):
        assert any(keymap.keys[place, action] for place in Place), action
    assert keymap.keys[Place.EDITOR, "leave"]


def test_conflicts_are_named():
    keymap = build("mine", {"list.confirm": "j", "editor.confirm": "x ctrl+a"})
    assert keymap.conflicts == (
        "In the list j is given to two actions: Next segment (kept) and Confirm and go to the next unfinished.",
        "In the editor x is needed to write; it now does: Confirm and go to the next unfinished.",
        "In the editor Ctrl+A is needed to write; it now does: Confirm and go to the next unfinished.",
    )
    assert keymap.find(Place.LIST, "j") == ("next", "")


@pytest.mark.parametrize(
    "key", ["foo", "hyper+x", "ctrl+", "ctrl+shift+foo", "f25", "alt+ctrl+ctrl+x", "abc"]
)
def test_a_key_that_there_is_not_is_named(key):
    keymap = build("mine", {"list.confirm": f"c {key}"})
    assert keymap.conflicts == (
        f"“{key}” is the name of no key: Confirm and go to the next unfinished has none there.",
    )
    assert keymap.find(Place.LIST, "c") == ("confirm", "")


@pytest.mark.parametrize("key", ["+", "alt++", "f24", "ctrl+shift+down", "ქ", "ZZ", "alt+'", "ctrl+@"])
def test_every_key_that_there_is_may_be_given(key):
    assert not any("no key" in said for said in build("mine", {"list.confirm": key}).conflicts)


def test_a_keymap_of_ones_own_starts_from_another(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(
        'base = "omegat"\n"list.confirm" = "c space"\n"list.page_down" = "pagedown"\n', encoding="utf-8"
    )
    keymap = load(str(path))
    assert keymap.conflicts == ()
    assert keymap.find(Place.LIST, "space") == ("confirm", "")
    assert keymap.find(Place.EDITOR, "ctrl+n") == ("next", "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nonsense", "this is no TOML file"),
        ('"list.fly" = "x"\n', "there is no action “list.fly”"),
        ('"list.next" = 3\n', "there is no action “list.next”, or its keys are no text"),
        ('base = "emacs"\n', "there is no keymap “emacs” to start from"),
    ],
)
def test_a_wrong_keymap_file_is_told(tmp_path, text, said):
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=re.escape(said)) as told:
        load(str(path))
    assert told.value.path == path


def test_an_unknown_keymap_names_the_known_ones():
    with pytest.raises(UsageError, match="Choose one of default, omegat, poedit, virtaal, vi"):
        load("emacs")
    with pytest.raises(InputError, match="No such file"):
        load("missing.toml")


def test_georgian_letters_command_like_the_latin_ones_on_their_keys():
    keymap = load("default")
    assert keymap.find(Place.LIST, "ც") == keymap.find(Place.LIST, "c") == ("confirm", "")
    assert keymap.find(Place.EDITOR, "alt+წ") == ("needs_work", "")
    assert keymap.find(Place.EDITOR, "alt+3") == ("insert_term", "3")
    assert keymap.find(Place.EDITOR, "ც") is None


@pytest.mark.parametrize(
    ("key", "character", "name"),
    [("slash", "/", "/"), ("G", "G", "G"), ("space", " ", "space"), ("enter", "\r", "enter"),
     ("alt+w", "w", "alt+w"), ("down", None, "down"), ("plus", "+", "+"), ("ctrl+y", "\x19", "ctrl+y")],
)  # fmt: skip
def test_keys_are_named_by_what_is_on_them(key, character, name):
    assert key_of(Key(key, character)) == name


def test_keys_are_shown_as_people_write_them():
    assert [show_key(key) for key in ("alt+down", "G", "f9", "ctrl+p", "escape", "alt+1…9", "f")] == [
        "Alt+↓", "G", "F9", "Ctrl+P", "Esc", "Alt+1…9", "f",
    ]  # fmt: skip


def test_the_page_of_keys_is_current():
    written = (ROOT / "docs" / "keys.md").read_text(encoding="utf-8")
    assert written == keys_page(), "run: python -m transreview.tui.key_list > docs/keys.md"


@pytest.mark.parametrize("name", KEYMAPS)
def test_help_has_every_action_and_fits_80_columns(name):
    text = help_text(load(name)).plain
    assert all(words in text for _title, group in GROUPS for words in (action.words for action in group))
    assert max(cells(line) for line in text.split("\n") if not line.startswith("In the list letters")) <= 92


def test_the_help_of_the_glossary_has_every_action_that_works_there():
    text = glossary_help(load("default")).plain
    assert all(action.words in text for action in ACTIONS.values() if action.glossary)


@pytest.mark.parametrize("key", ["a", "c", "s", "i", "A"])
async def test_fingers_of_vi_open_the_editor_and_change_no_status(review, key):
    async with review(keymap="vim") as desk:
        await desk.press(key)
        assert desk.view.desk.is_open
        await desk.press("escape", "o", "p", "b", "r")
        assert {segment.status for segment in desk.project.segments.all()} == {Status.MACHINE}
        assert [segment.target for segment in desk.project.segments.all()] == list(desk.TARGET)


async def test_a_count_of_vi_says_how_often(review):
    async with review(keymap="vim") as desk:
        await desk.press("3")
        assert desk.message == "3…"
        await desk.press("j")
        assert desk.current == 3
        await desk.press("2", "k")
        assert desk.current == 1
        await desk.press("1", "0", "0", "j")  # as far as there are segments
        assert desk.current == len(desk.TARGET) - 1
        await desk.press("2", "G")
        assert desk.current == 1
        await desk.press("5", "escape", "j")  # Esc ends the count
        assert desk.current == 2
        await desk.press("0")
        assert desk.current == 2
        assert {segment.status for segment in desk.project.segments.all()} == {Status.MACHINE}


async def test_a_count_repeats_undo(review):
    async with review(keymap="vim") as desk:
        await desk.press("i", "x", "escape", "j", "i", "y", "escape", "2", "u")
        assert [segment.target for segment in desk.project.segments.all()] == list(desk.TARGET)


async def test_vi_is_left_by_zz_on_every_keyboard(review):
    async with review(keymap="vim") as desk:
        await desk.press("Z", "j")  # one Z does nothing, and what follows is itself
        assert desk.current == 1
        assert desk.app.is_running
        await desk.press("Z", "ძ")
        await desk.until(lambda: not desk.app.is_running)


def test_a_doubled_letter_beside_a_single_one_is_told(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text('"list.first" = "g gg"\n"list.last" = "GG"\n', encoding="utf-8")
    keymap = load(str(path))
    assert keymap.doubled == {"G"}
    assert "g is given to two actions" in keymap.conflicts[0]


async def test_vi_is_left_by_colon_q(review):
    async with review(keymap="vi") as desk:
        await desk.press(":", "q", "enter")
        await desk.until(lambda: not desk.app.is_running)


async def test_enter_goes_on_where_omegat_does_and_another_key_breaks_the_line(review):
    async with review(keymap="omegat") as desk:
        await desk.press("enter", "x", "enter")
        assert desk.view.desk.segment.position == 1
        assert desk.stored().target.startswith("x")
        await desk.press("ctrl+home", "alt+j")
        assert desk.editor.text.startswith("\n")


async def test_replace_is_what_omegat_has_on_ctrl_k(review):
    async with review(keymap="omegat") as desk:
        await desk.press("enter", "ctrl+k")
        await desk.until(lambda: isinstance(desk.screen, ReplacePrompt))
        assert desk.stored().target == desk.TARGET[0]


async def test_a_word_is_completed_from_terms_and_article(review, glossary):
    async with review() as desk:
        await desk.press("j", "enter", "end", "space", *"ასოც", "alt+/")
        assert desk.editor.word_before.startswith("ასოციაცი")
        first = desk.editor.word_before
        await desk.press("alt+/")
        assert desk.editor.word_before != first


async def test_a_sign_is_inserted_around_the_selection(review):
    async with review() as desk:
        await desk.press("enter")
        desk.editor.put("სიტყვა")
        await desk.press("ctrl+home", "shift+end", "alt+'", "1")
        assert desk.editor.text == "„სიტყვა“"
        await desk.press("ctrl+end", "alt+'", "s")
        assert desk.editor.text == "„სიტყვა“\u00a0"


async def test_a_keymap_is_in_force_and_its_conflicts_are_told_at_the_start(review, tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text('"list.confirm" = "ctrl+b"\n"list.approve" = "j"\n', encoding="utf-8")
    async with review(keymap=str(path)) as desk:
        assert "j is given to two actions" in desk.message
        await desk.press("ctrl+b")
        assert desk.stored().status == "confirmed"
        assert "Ctrl+B" in desk.text.split("\n")[-1]


async def test_the_vi_keymap_undoes_with_u_and_pages_with_ctrl_f(review):
    async with review(keymap="vim") as desk:
        await desk.press("i", "x", "escape", "u")
        assert desk.message.startswith("✓ Undid")
        await desk.press("ctrl+r")
        assert desk.message.startswith("✓ Repeated")


async def test_the_omegat_keymap_goes_on_with_ctrl_n(review):
    async with review(keymap="omegat") as desk:
        await desk.press("ctrl+n", "enter", "x", "ctrl+n", "ctrl+p")
        assert desk.stored(1).target.startswith("x")
        assert desk.view.desk.segment.position == 1
