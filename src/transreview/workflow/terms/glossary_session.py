"""Editing a project's glossary files as one: each change saved at once, and a way back from each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import RLock

from transreview.errors import InputError, UsageError
from transreview.formats.glossary_csv import joined
from transreview.formats.glossary_registry import read_any
from transreview.i18n import _
from transreview.model.glossary import Concept, Glossary
from transreview.terminology.merging import RowConflict, differences
from transreview.workflow.terms.glossary_editing import (
    GlossaryConflictError,
    GlossaryFile,
    put,
    without,
    writable_glossary,
)

Stamp = tuple[tuple[str, int, int], ...]
"""Path, time of change in nanoseconds and size of each file."""


@dataclass(frozen=True, slots=True)
class Change:
    """One concept before and after; None where it was not there, or is not any more."""

    before: Concept | None
    after: Concept | None


@dataclass(frozen=True, slots=True)
class Step:
    """What was saved at once, and can be taken back at once.

    Attributes:
        path: The file.
        changes: What became of each concept.
        words: What was done, for people.
    """

    path: Path
    changes: tuple[Change, ...]
    words: str


@dataclass(slots=True)
class _Member:
    """One file: `file` where it can be edited here, else what was read of it."""

    path: Path
    file: GlossaryFile | None
    read: Glossary

    @property
    def glossary(self) -> Glossary:
        return self.file.glossary if self.file else self.read


class GlossarySession:
    """The glossaries of a project, open for editing.

    Glossary files stand outside the project, so its journal knows nothing of them: what was changed
    here can be taken back for as long as this object lives.

    Args:
        paths: The project's glossary files, the first having the last word.
        languages: Source and target language of the project, the first two columns of a new file.

    Raises:
        InputError: One of the files is gone or damaged.
    """

    def __init__(self, paths: Sequence[Path], languages: tuple[str, str] = ("zh", "ka")) -> None:
        self.languages = languages
        self._members: list[_Member] = []
        self._steps: list[Step] = []
        self._lock = RLock()  # a screen saves and looks for others' changes in threads
        self.open(paths)

    # --- reading -------------------------------------------------------------------------------

    def open(self, paths: Sequence[Path]) -> None:
        """Read these files instead of the present ones; steps in them can still be taken back."""
        with self._lock:
            self.stamp = stamp(paths)
            self._members = [self._member(path) for path in paths]
            self._join()

    def refresh(self) -> bool:
        """Read again what somebody else has written.

        Returns:
            Whether anything differs from what was known.
        """
        with self._lock:
            paths = self.paths
            if stamp(paths) == self.stamp:
                return False
            before = self.glossary
            self.open(paths)
            return rows(before) != rows(self.glossary)

    @property
    def paths(self) -> list[Path]:
        """The files, the first having the last word."""
        return [member.path for member in self._members]

    def home(self, concept_id: str) -> Path | None:
        """Return the file that a concept comes from, None for an unknown one."""
        return next((m.path for m in self._members if concept_id in m.glossary.by_id), None)

    def destination(self, concept_id: str = "") -> Path | None:
        """Return the file that a change goes to, None where there is none that could take it.

        A concept of a file that cannot be changed goes to one that can and is named before it, for
        the first file has the last word.

        Args:
            concept_id: The concept; empty for a new one.
        """
        for member in self._members:
            if member.file:
                return member.path
            if concept_id in member.glossary.by_id:
                return None
        return None

    # --- writing -------------------------------------------------------------------------------

    def begin_file(self, path: Path) -> None:
        """Put a new glossary file before the others; it comes into being with the first save."""
        member = _Member(path, GlossaryFile(path, self.languages), Glossary())
        self._members.insert(0, member)

    def save(self, changes: Sequence[Change], words: str) -> Step:
        """Write changes into their file as it is by now.

        Args:
            changes: What shall become of which concepts; all in one file, that of the first.
            words: What is done, for people.

        Returns:
            The step, as `undo` would take it back.

        Raises:
            GlossaryConflictError: Somebody changed the same concepts; the file is as they left it.
            InputError: The file cannot be read or written.
            UsageError: No file can take the change.
        """
        with self._lock:
            step = self._write(changes, words)
            self._steps.append(step)
            return step

    def next_undo(self) -> Step | None:
        """Return what `undo` would take back, or None."""
        return self._steps[-1] if self._steps else None

    def undo(self) -> Step | None:
        """Take the last step back by the inverse change.

        Returns:
            The step that was taken back, or None when there is none.

        Raises:
            GlossaryConflictError: Somebody has changed the concept since; nothing was done.
            InputError: The file cannot be read or written.
        """
        with self._lock:
            if not self._steps:
                return None
            step = self._steps[-1]
            self._write([Change(c.after, c.before) for c in step.changes], step.words, step.path)
            return self._steps.pop()

    def _write(self, changes: Sequence[Change], words: str, path: Path | None = None) -> Step:
        first = changes[0].before or changes[0].after
        path = path or self.destination(first.id if first else "")
        member = next((m for m in self._members if m.path == path), None)
        if member is None or member.file is None:
            raise UsageError(
                _("none of the project's glossaries can be changed here"),
                remedy=_("Add a CSV glossary of your own before them, with `transreview new --glossary`."),
            )
        if member.file.glossary.concepts:
            _require(member.path)  # else what was not changed here would be gone for good
        present = member.file.glossary
        made = tuple(Change(self._known(member, change), change.after) for change in changes)
        after = without(present, *(c.before.id for c in made if c.before and not _keeps_id(c)))
        after = put(after, *(change.after for change in made if change.after))
        try:
            member.file.save(after)
        finally:
            # After a conflict too: what they have is what the next attempt begins from.
            self.stamp = stamp(self.paths)
            member.file.reload()
            self._join()
        return Step(member.path, made, words)

    def _known(self, member: _Member, change: Change) -> Concept | None:
        """Return what stands in the file of a concept to change, which is what the change began from."""
        concept = change.before or change.after
        assert concept is not None
        present = member.glossary.by_id.get(concept.id)
        if present is None and change.before and self.home(concept.id) not in {None, member.path}:
            return None  # it comes from a file that cannot be changed, and is overruled here
        if plain(present) != plain(change.before):
            conflict = RowConflict(
                id=concept.id,
                base=change.before,
                ours=change.after,
                theirs=present,
                fields=differences(change.after, present),
            )
            raise GlossaryConflictError(member.path, [conflict])
        return present

    def _member(self, path: Path) -> _Member:
        _require(path)
        if path.suffix.lower() == ".csv":
            file = GlossaryFile(path)
            return _Member(path, file if _is_writable(path) else None, file.glossary)
        source, target = self.languages
        return _Member(path, None, read_any(path, source_language=source, target_language=target))

    def _join(self) -> None:
        # One file is what it is: joining it would copy every concept at each save.
        known = [member.glossary for member in self._members]
        self.glossary = known[0] if len(known) == 1 else joined(known)


def stamp(paths: Iterable[Path]) -> Stamp:
    """Return what tells whether files were written since; a file that is gone has size -1."""
    found = []
    for path in paths:
        try:
            state = path.stat()
        except OSError:
            found.append((str(path), 0, -1))
        else:
            found.append((str(path), state.st_mtime_ns, state.st_size))
    return tuple(found)


def plain(concept: Concept | None) -> Concept | None:
    """Return a concept without the line it was read from, to compare what it says."""
    return None if concept is None else replace(concept, origin=("", 0))


def rows(glossary: Glossary) -> list[Concept | None]:
    """Return what a glossary says, to compare it with another."""
    return [plain(concept) for concept in glossary.concepts]


def _require(path: Path) -> None:
    if not path.exists():
        raise InputError(
            _("the project's glossary is not there"),
            path=path,
            remedy=_("Put it back, or name the glossaries anew with --glossary."),
        )


def _keeps_id(change: Change) -> bool:
    return bool(change.before and change.after and change.before.id == change.after.id)


def _is_writable(path: Path) -> bool:
    try:
        writable_glossary(path)
    except UsageError:
        return False
    return True
