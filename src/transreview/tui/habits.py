"""What hands know from OmegaT, Poedit, Virtaal and vi, and what each of these keys does here.

From the programs' own documents: OmegaT 3.6, its menus and the keys of its editor; Poedit 3.2, its menus;
Virtaal 0.7, its list of shortcuts; Vim 9, `:help index`. Help shows the table of the keymap in force,
docs/keys.md all of them, and tests press every key in a terminal.
"""

from __future__ import annotations

from dataclasses import dataclass

from transreview.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """A key that many users of another program press without thinking.

    Attributes:
        key: The key, as keymaps spell it.
        words: What it does in that program.
        list: The action that it is here in the list; empty where it does nothing there.
        editor: The action that it is in the editor; empty where it does nothing, "text" for what edits text.
        instead: The key to press here, where a plain terminal does not send that one as what it is.
        action: The action of that other key.
        sent_as: What a plain terminal makes of the key.
    """

    key: str
    words: str
    list: str = ""
    editor: str = ""
    instead: str = ""
    action: str = ""
    sent_as: str = ""


_UNDO = Habit(key="ctrl+z", words=_("undo"), list="undo", editor="text")
_FIND = Habit(key="ctrl+f", words=_("find"), list="search", editor="search")
_SAVE = Habit(key="ctrl+s", words=_("save"), editor="save_text")

HABITS: dict[str, tuple[Habit, ...]] = {
    "omegat": (
        Habit(key="enter", words=_("next segment"), list="edit", editor="next"),
        Habit(key="ctrl+n", words=_("next segment"), list="next", editor="next"),
        Habit(key="ctrl+p", words=_("previous segment"), list="previous", editor="previous"),
        Habit(
            key="ctrl+enter",
            words=_("previous segment"),
            instead="ctrl+p",
            action="previous",
            sent_as="enter",
        ),
        Habit(key="ctrl+u", words=_("next untranslated segment"), list="next_open", editor="next_open"),
        Habit(key="ctrl+j", words=_("go to a segment by its number"), list="go_to", editor="go_to"),
        _FIND,
        Habit(key="ctrl+k", words=_("search and replace"), list="replace", editor="replace"),
        Habit(key="ctrl+r", words=_("replace with the match"), list="use_match", editor="use_match"),
        Habit(key="ctrl+i", words=_("insert the match"), instead="tab", action="memory", sent_as="tab"),
        Habit(
            key="ctrl+m",
            words=_("replace with the machine translation"),
            instead="alt+o",
            action="restore_machine",
            sent_as="enter",
        ),
        Habit(
            key="ctrl+shift+r",
            words=_("replace with the source"),
            instead="alt+r",
            action="copy_source",
            sent_as="ctrl+r",
        ),
        Habit(
            key="ctrl+shift+g",
            words=_("create a glossary entry"),
            instead="ctrl+g",
            action="add_term",
            sent_as="ctrl+g",
        ),
        Habit(key="ctrl+@", words=_("complete"), editor="complete"),
        Habit(key="ctrl+down", words=_("next match"), list="memory", editor="memory"),
        Habit(key="ctrl+1", words=_("choose a match"), instead="tab", action="memory", sent_as="1"),
        Habit(key="ctrl+a", words=_("select the segment's text"), editor="select_all"),
        _UNDO,
        _SAVE,
    ),
    "poedit": (
        Habit(key="ctrl+enter", words=_("done and next"), instead="f9", action="confirm", sent_as="enter"),
        Habit(key="ctrl+down", words=_("next message"), list="next", editor="next"),
        Habit(key="ctrl+up", words=_("previous message"), list="previous", editor="previous"),
        Habit(key="ctrl+shift+down", words=_("next unfinished"), list="next_open", editor="next_open"),
        Habit(
            key="ctrl+shift+up", words=_("previous unfinished"), list="previous_open", editor="previous_open"
        ),
        Habit(key="ctrl+b", words=_("copy from the source"), list="copy_source", editor="copy_source"),
        Habit(key="ctrl+u", words=_("needs work"), list="needs_work", editor="needs_work"),
        Habit(key="ctrl+k", words=_("clear the translation"), list="clear_text", editor="clear_text"),
        _FIND,
        Habit(key="ctrl+g", words=_("find next"), list="next_match", editor="next_match"),
        Habit(
            key="ctrl+h", words=_("find and replace"), instead="alt+h", action="replace", sent_as="backspace"
        ),
        Habit(key="ctrl+m", words=_("edit the comment"), instead="alt+m", action="comment", sent_as="enter"),
        Habit(key="ctrl+1", words=_("use a suggestion"), instead="f5", action="memory", sent_as="1"),
        Habit(key="ctrl+a", words=_("select all"), editor="select_all"),
        _UNDO,
        _SAVE,
    ),
    "virtaal": (
        Habit(key="enter", words=_("next translation"), list="edit", editor="next"),
        Habit(key="ctrl+down", words=_("next unit"), list="next", editor="next"),
        Habit(key="ctrl+up", words=_("previous unit"), list="previous", editor="previous"),
        Habit(key="ctrl+pagedown", words=_("ten units down"), list="page_down"),
        Habit(key="ctrl+pageup", words=_("ten units up"), list="page_up"),
        _FIND,
        Habit(key="f3", words=_("search"), list="search", editor="search"),
        Habit(key="ctrl+g", words=_("next match of the search"), list="next_match", editor="next_match"),
        Habit(
            key="alt+down",
            words=_("copy the source or what is chosen"),
            list="copy_source",
            editor="copy_source",
        ),
        Habit(
            key="alt+right", words=_("choose what is to be copied: terms here"), list="terms", editor="terms"
        ),
        Habit(key="shift+enter", words=_("new line"), instead="alt+j", action="new_line", sent_as="enter"),
        Habit(
            key="ctrl+enter",
            words=_("mark as translated, next unit"),
            instead="f2",
            action="confirm",
            sent_as="enter",
        ),
        Habit(key="ctrl+t", words=_("add a term"), list="add_term", editor="add_term"),
        Habit(key="f8", words=_("checks"), list="findings", editor="findings"),
        Habit(key="f9", words=_("suggestions"), list="memory", editor="memory"),
        Habit(key="ctrl+1", words=_("use a suggestion"), instead="f9", action="memory", sent_as="1"),
        _UNDO,
        _SAVE,
    ),
    "vim": (
        Habit(key="j", words=_("down"), list="next", editor="text"),
        Habit(key="k", words=_("up"), list="previous", editor="text"),
        Habit(key="i", words=_("insert; so a, A, I, o, O, c, s"), list="edit", editor="text"),
        Habit(key="escape", words=_("end inserting"), list="clear_filter", editor="leave"),
        Habit(key="u", words=_("undo"), list="undo", editor="text"),
        Habit(key="ctrl+r", words=_("redo"), list="redo"),
        Habit(key="/", words=_("search"), list="search", editor="text"),
        Habit(key="n", words=_("next match"), list="next_match", editor="text"),
        Habit(key="N", words=_("previous match"), list="previous_match", editor="text"),
        Habit(key="g", words=_("gg: the beginning"), list="first", editor="text"),
        Habit(key="G", words=_("the end"), list="last", editor="text"),
        Habit(key="ctrl+f", words=_("a screen down; half of it: Ctrl+D"), list="page_down", editor="search"),
        Habit(key="ctrl+b", words=_("a screen up; half of it: Ctrl+U"), list="page_up"),
        Habit(key=":", words=_("a command: a number, q, wq, x"), list="go_to", editor="text"),
        Habit(key="ZZ", words=_("save and close"), list="quit", editor="text"),
        Habit(key="J", words=_("join with the next"), list="merge", editor="text"),
        Habit(key="ctrl+n", words=_("down; complete while inserting"), list="next", editor="complete"),
        Habit(key="ctrl+w", words=_("delete the word before, while inserting"), editor="text"),
        Habit(key="ctrl+z", words=_("into the background"), list="suspend", editor="text"),
        Habit(
            key="x", words=_("delete: the text is edited behind i"), instead="i", action="edit", sent_as="x"
        ),
    ),
}
"""The most used keys of each program, by the name of its keymap."""

PROGRAMS = {"omegat": "OmegaT", "poedit": "Poedit", "virtaal": "Virtaal", "vim": "vi"}
"""What the programs are called."""
