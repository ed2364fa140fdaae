"""The table of actions as a text: for the help screen, and for docs/keys.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.text import Text

from transreview.i18n import _
from transreview.tui.action import Action, Place
from transreview.tui.actions import ACTIONS, GROUPS
from transreview.tui.habits import HABITS, PROGRAMS, Habit
from transreview.tui.keymaps import COUNTS, NOTHING, Keymap, load, show_key
from transreview.tui.row import FLAG, GLYPHS, LOCK, REMARK, status_words
from transreview.tui.shipped_keymaps import KEYMAPS
from transreview.tui.widths import pad


def help_text(keymap: Keymap) -> Text:
    """Return every action with its keys, group by group, and what the signs mean."""
    text = Text()
    columns = (("list", Place.LIST, 17), ("editor", Place.EDITOR, 17))
    text.append(pad(_("in the list"), 18) + pad(_("in the editor"), 18) + "\n", "bold")
    for title, group in GROUPS:
        text.append(f"\n{title}\n", "bold underline")
        for action in group:
            keys = [pad(_keys(keymap, place, action.id), width) for _name, place, width in columns]
            where = "" if any(k.strip() for k in keys) else _elsewhere(keymap, action.id)
            text.append(" ".join(keys) + " ", "bold")
            text.append(f"{action.words}{where}\n")
    if habits := HABITS.get(keymap.name):
        title = _("What you know from {program}").format(program=PROGRAMS[keymap.name])
        text.append(f"\n{title}\n", "bold underline")
        for habit in habits:
            text.append(pad(show_key(habit.key), 18) + " ", "bold")
            text.append(f"{_told(habit)}\n")
    text.append(f"\n{_('Signs')}\n", "bold underline")
    for sign, words in signs():
        text.append(f"{sign}  ", "bold")
        text.append(f"{words}\n")
    text.append(
        "\n"
        + _(
            "In the list letters command; in the editor letters type. Keys of a Georgian keyboard work as "
            "the Latin letters on them. Every saved text is on disk before the screen says so."
        )
        + "\n"
    )
    return text


def glossary_help(keymap: Keymap) -> Text:
    """Return the actions of the glossary screen with their keys, and what its signs mean."""
    from transreview.tui.glossary.presenting import concept_signs

    text = Text()
    for _title, group in GROUPS:
        for action in group:
            if keys := _keys(keymap, Place.GLOSSARY, action.id):
                text.append(pad(keys, 18) + " ", "bold")
                text.append(f"{action.words}: {action.help}\n")
    text.append(f"\n{_('Signs')}\n", "bold underline")
    for sign, words in concept_signs():
        text.append(f"{sign}  ", "bold")
        text.append(f"{words}\n")
    note = _(
        "Every change is written to the glossary file at once; if somebody else changed the same concept "
        "meanwhile, both versions are shown. Glossary files stand outside the project: undo in the review "
        "does not touch them, undo here takes back what was changed here since the program was started."
    )
    text.append(f"\n{note}\n")
    return text


def signs() -> list[tuple[str, str]]:
    """Return what stands beside the number of a segment, with its meaning."""
    words = {
        status: _("{word}: {meaning}").format(word=word, meaning=meaning)
        for (status, word), meaning in zip(
            status_words().items(),
            (
                _("the text still is the machine's"),
                _("somebody changed the text"),
                _("a translator vouches for the text"),
                _("a reviewer vouches for the text"),
            ),
            strict=True,
        )
    }
    return [
        *((GLYPHS[status], word) for status, word in words.items()),
        (LOCK, _("locked: nothing changes it")),
        (FLAG, _("needs work")),
        (REMARK, _("has comments")),
        ("✗", _("a check found an error")),
        ("!", _("a check found something to look at")),
        ("·", _("a check has a remark (in the pane only)")),
    ]


def keys_page() -> str:
    """Return docs/keys.md, made from the table of actions."""
    keymap = load("default")
    lines = [
        "# Keys",
        "",
        (
            "<!-- Made from src/transreview/tui/actions.py by `python -m transreview.tui.key_list`; "
            "a test keeps it current. -->"
        ),
        "",
        (
            "In the list letters command; in the editor letters type. Letters of a Georgian keyboard work as "
            "the Latin letters on them. Every action is also in the command palette (Ctrl+P), by name. "
            "`--keymap NAME` gives the keys other programs' users know; `--keymap FILE.toml` your own. "
            "Where an action has several keys, every terminal sends the first; Ctrl+Enter and Alt+Enter need "
            "a newer one (the Kitty keyboard protocol)."
        ),
    ]
    for title, group in GROUPS:
        lines += _group_lines(title, group, keymap)
    lines += ["", "## Signs", "", "| sign | meaning |", "| --- | --- |"]
    lines += [f"| {sign} | {words} |" for sign, words in signs()]
    lines += ["", "## Keymaps", "", "What differs from the keys above.", ""]
    for name, changes in KEYMAPS.items():
        if changes:
            lines += _keymap_lines(name, changes)
    lines += [
        (
            "A keymap of your own is a TOML file: `base` names the keymap it starts from, every other line "
            'gives an action in a place its keys; `"editor.nothing"` names keys that shall do nothing there, '
            '`"list.counts" = "1…9"` takes digits in the list for how often the next key is meant, and a '
            "letter written twice is one that has to be pressed twice."
        ),
        "",
        "```toml",
        'base = "omegat"',
        '"list.confirm" = "c space"',
        '"editor.confirm" = "f9 ctrl+s"',
        "```",
        "",
    ]
    return "\n".join(lines)


def _group_lines(title: str, group: Sequence[Action], keymap: Keymap) -> Iterator[str]:
    """Yield the table of a group of actions."""
    yield from ("", f"## {title}", "")
    yield "| list | editor | pane | glossary | action | what it does |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for action in group:
        keys = (_cell(_keys(keymap, place, action.id)) for place in Place)
        yield f"| {' | '.join(keys)} | {action.words} (`{action.id}`) | {action.help} |"


def _keymap_lines(name: str, changes: Mapping[str, str]) -> Iterator[str]:
    """Yield the tables of a shipped keymap: what it changes, and what its program's users know."""
    yield from (f"### {name}", "", "| where | action | keys |", "| --- | --- | --- |")
    for where, keys_text in changes.items():
        shown = " ".join(show_key(key) for key in keys_text.split())
        place, action_id = where.split(".")
        if where == COUNTS:
            yield f"| list | (how often the next key is meant) | {_cell(keys_text)} |"
        elif where == NOTHING:
            yield f"| editor | (nothing) | {_cell(shown)} |"
        else:
            yield f"| {place} | {ACTIONS[action_id].words} | {_cell(shown)} |"
    program = PROGRAMS[name]
    yield from ("", f"What hands know from {program}, in a plain terminal:", "")
    yield f"| key | in {program} | here, in the list | here, in the editor |"
    yield "| --- | --- | --- | --- |"
    yield from map(_habit_row, HABITS[name])
    yield ""


def _told(habit: Habit) -> str:
    """Return what a key of another program does here, as the help screen has it."""
    if habit.instead:
        return _("{words}: {key} here (terminals send {sent})").format(
            words=habit.words, key=show_key(habit.instead), sent=show_key(habit.sent_as)
        )
    if not habit.list:
        return _("{words} (in the editor)").format(words=habit.words)
    undoes_text = habit.list == "undo" and len(habit.key) > 1  # there the text area's own undo
    if not habit.editor or (habit.editor == "text" and not undoes_text):
        return _("{words} (in the list)").format(words=habit.words)
    return habit.words


def _habit_row(habit: Habit) -> str:
    """Return a line of the table of docs/keys.md."""
    if habit.instead:
        sent = "" if habit.sent_as == habit.key else f" (it arrives as {_cell(show_key(habit.sent_as))})"
        here = f"{_cell(show_key(habit.instead))}: {ACTIONS[habit.action].words}{sent}"
        return f"| {_cell(show_key(habit.key))} | {habit.words} | {here} | the same |"
    cells = [
        "edits the text" if action == "text" else ACTIONS[action].words if action else "nothing"
        for action in (habit.list, habit.editor)
    ]
    return f"| {_cell(show_key(habit.key))} | {habit.words} | {cells[0]} | {cells[1]} |"


def _elsewhere(keymap: Keymap, action: str) -> str:
    if pane := _keys(keymap, Place.PANE, action):
        return _(" [in a pane: {keys}]").format(keys=pane)
    if glossary := _keys(keymap, Place.GLOSSARY, action):
        return _(" [in the glossary: {keys}]").format(keys=glossary)
    return ""


def _keys(keymap: Keymap, place: Place, action: str) -> str:
    return " ".join(show_key(key) for key in keymap.keys.get((place, action), ()))


def _cell(text: str) -> str:
    return f"`{text}`".replace("|", "\\|") if text else ""


if __name__ == "__main__":
    import sys

    sys.stdout.write(keys_page())
