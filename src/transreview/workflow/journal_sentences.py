"""What the journal says was done, in the words of whoever reads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from transreview.i18n import _, ngettext
from transreview.model.journal import Action, JournalEntry
from transreview.model.segment import Status

Arguments = Mapping[str, Any]


def sentence(entry: JournalEntry) -> str:
    """Return what an entry did, in a few words of the interface's language.

    For undo and redo these are the words for what was taken back or repeated. Entries of files made before
    arguments were kept say what they said then.

    Args:
        entry: An entry of the journal.
    """
    action, arguments = entry.action, dict(entry.arguments)
    if action in {Action.UNDO, Action.REDO}:
        action = Action(arguments.get("action", action))
    said = entry.summary or str(arguments.get("summary", ""))
    if said or not arguments:
        return said or str(action.value)
    return _WORDS[action](arguments)


def told(entry: JournalEntry) -> str:
    """Return what an entry did, for a list of changes: what it took back or repeated is said to be that."""
    undone = {Action.UNDO: _("undone: "), Action.REDO: _("repeated: ")}.get(entry.action, "")
    return f"{undone}{sentence(entry)}"


def _import(arguments: Arguments) -> str:
    if arguments.get("done") == "engine":
        return _("translation by {engine}").format(**arguments)
    if arguments.get("done") == "again":
        return _("{article} imported again").format(**arguments)
    return _("{article} imported").format(**arguments)


def _edit(arguments: Arguments) -> str:
    return _("edit of {key}").format(**arguments)


def _restore(arguments: Arguments) -> str:
    if arguments.get("done") == "machine":
        return _("machine translation of {key} restored").format(**arguments)
    return _("earlier text of {key} restored").format(**arguments)


def _status(arguments: Arguments) -> str:
    keys, count, status = arguments["keys"], arguments["count"], arguments["status"]
    if count == 1:
        return _ONE_STATUS[status]().format(key=keys[0])
    return _MANY_STATUS[status](count).format(n=count, first=keys[0])


_ONE_STATUS: dict[str, Callable[[], str]] = {
    Status.MACHINE: lambda: _("{key} set back to machine"),
    Status.EDITED: lambda: _("{key} set to edited"),
    Status.CONFIRMED: lambda: _("{key} confirmed"),
    Status.APPROVED: lambda: _("{key} approved"),
}
_MANY_STATUS: dict[str, Callable[[int], str]] = {
    Status.MACHINE: lambda n: ngettext(
        "{n} segment set back to machine", "{n} segments from {first} on set back to machine", n
    ),
    Status.EDITED: lambda n: ngettext(
        "{n} segment set to edited", "{n} segments from {first} on set to edited", n
    ),
    Status.CONFIRMED: lambda n: ngettext(
        "{n} segment confirmed", "{n} segments from {first} on confirmed", n
    ),
    Status.APPROVED: lambda n: ngettext("{n} segment approved", "{n} segments from {first} on approved", n),
}


def _flag(arguments: Arguments) -> str:
    words = {
        ("needs-work", True): _("{key} marked as needing work"),
        ("needs-work", False): _("mark taken off {key}"),
        ("alignment", True): _("alignment of {key} vouched for"),
        ("alignment", False): _("alignment of {key} left open"),
    }
    return words[arguments["done"], bool(arguments["set"])].format(**arguments)


def _lock(arguments: Arguments) -> str:
    words = _("{key} locked") if arguments["set"] else _("{key} unlocked")
    return words.format(**arguments)


def _comment(arguments: Arguments) -> str:
    words = {
        "add": _("comment on {key}"),
        "answer": _("answer to a comment on {key}"),
        "resolve": _("comment on {key} settled"),
        "reopen": _("comment on {key} opened again"),
        "delete": _("comment on {key} removed"),
    }
    return words[arguments["done"]].format(**arguments)


def _annotate(arguments: Arguments) -> str:
    match arguments["done"]:
        case "add":
            return _("{type} marked in {key}").format(**arguments)
        case "import":
            n = int(arguments["count"])
            return ngettext("{n} marked error taken in", "{n} marked errors taken in", n).format(n=n)
        case _:
            return _("mark removed")


def _merge(arguments: Arguments) -> str:
    return _("{key} and {other} merged").format(**arguments)


def _split(arguments: Arguments) -> str:
    return _("{key} split").format(**arguments)


def _shift(arguments: Arguments) -> str:
    return _("{unit} moved from {key}").format(**arguments)


def _realign(arguments: Arguments) -> str:
    return _("{article} realigned").format(**arguments)


def _replace(arguments: Arguments) -> str:
    n = int(arguments["count"])
    match arguments.get("done"):
        case "words":
            return _("“{old}” → “{new}”").format(**arguments)
        case "terms":
            return ngettext("{n} term replaced", "{n} terms replaced", n).format(n=n)
        case "findings":
            return ngettext("{n} finding fixed", "{n} findings fixed", n).format(n=n)
        case "memory":
            words = ngettext(
                "translation of {key} taken over by {n} segment",
                "translation of {key} taken over by {n} segments",
                n,
            )
            return words.format(key=arguments.get("key", ""), n=n)
        case "merge":
            words = ngettext("{n} segment taken from {file}", "{n} segments taken from {file}", n)
            return words.format(n=n, file=arguments.get("file", ""))
        case _:
            return ngettext("{n} segment replaced", "{n} segments replaced", n).format(n=n)


def _dismiss(arguments: Arguments) -> str:
    words = _("{check} dismissed") if arguments["done"] == "dismiss" else _("{check} counts again")
    return words.format(**arguments)


def _choose(arguments: Arguments) -> str:
    return _("{key} starts from {engine}").format(**arguments)


def _glossary(arguments: Arguments) -> str:
    return _("glossary {glossary} changed").format(**arguments)


def _setting(arguments: Arguments) -> str:
    if str(arguments["name"]).startswith("words."):
        return _("the project's own words")
    return _("setting {name}").format(**arguments)


_WORDS: dict[Action, Callable[[Arguments], str]] = {
    Action.IMPORT: _import,
    Action.EDIT: _edit,
    Action.RESTORE: _restore,
    Action.STATUS: _status,
    Action.FLAG: _flag,
    Action.LOCK: _lock,
    Action.COMMENT: _comment,
    Action.ANNOTATE: _annotate,
    Action.MERGE: _merge,
    Action.SPLIT: _split,
    Action.SHIFT: _shift,
    Action.REALIGN: _realign,
    Action.REPLACE: _replace,
    Action.DISMISS: _dismiss,
    Action.CHOOSE: _choose,
    Action.GLOSSARY: _glossary,
    Action.SETTING: _setting,
}
