"""Changing a glossary file while others may change it too: read again, merge by row, show what clashes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from transreview.errors import ConflictError, InputError, UsageError
from transreview.formats import atomic
from transreview.formats.glossary_csv import (
    Layout,
    decode_glossary,
    encode_glossary,
)
from transreview.formats.reading import read_bytes
from transreview.i18n import _
from transreview.model.glossary import Concept, ConceptStatus, Glossary
from transreview.resources import shipped
from transreview.terminology.merging import RowConflict, merge

# Writing a glossary takes milliseconds: who waits longer has met a lock that somebody left behind.
_PATIENCE = 10.0
_STALE = 30.0


class GlossaryFile:
    """A glossary file as somebody has it open.

    Args:
        path: A glossary in CSV; it comes into being with the first save if it is not there.
        languages: Languages of a new file, in the order of its columns.

    Attributes:
        path: The file.
        glossary: Its concepts as last read or saved.
    """

    def __init__(self, path: Path | str, languages: Iterable[str] = ()) -> None:
        self.path = Path(path)
        self._languages = tuple(languages)
        self._bytes = b""
        self.glossary, self._layout = self._read()

    def save(self, changed: Glossary) -> Glossary:
        """Write our changes into the file as it is by now.

        Args:
            changed: Our version of `glossary`.

        Returns:
            What the file has now: their changes and ours.

        Raises:
            ConflictError: Somebody changed the same rows; the file is as they left it.
            InputError: The file cannot be read any more, or not be written.
        """
        with _locked(self.path):
            theirs, layout = self._read()
            merged = merge(self.glossary, changed, theirs)
            if merged.conflicts:
                raise GlossaryConflictError(self.path, merged.conflicts)
            data = encode_glossary(merged.glossary, layout)
            if data != self._bytes:
                self._verify(data, merged.glossary)
                atomic.write(self.path, data)
        self.glossary, self._layout = self._read()
        return self.glossary

    def _verify(self, data: bytes, glossary: Glossary) -> None:
        """Make sure that what is about to be written can be read again, and says the same.

        Raises:
            InputError: It cannot, or does not; the file is as it was.
        """
        remedy = _("The glossary was left as it was.")
        try:
            found = decode_glossary(data, path=self.path)[0]
        except InputError as error:
            raise InputError(
                _("this change would make a glossary that cannot be read: {reason}").format(
                    reason=error.message
                ),
                path=self.path,
                remedy=remedy,
            ) from error
        said = {concept.id: _said(concept) for concept in glossary.concepts}
        if {concept.id: _said(concept) for concept in found.concepts} != said:
            raise InputError(
                _("this change would not come back from the file as it was made"),
                path=self.path,
                remedy=remedy,
            )

    def changed_on_disk(self) -> bool:
        """Whether somebody has written the file since it was read or saved here."""
        return (self.path.read_bytes() if self.path.exists() else b"") != self._bytes

    def reload(self) -> Glossary:
        """Read the file again and return what it has."""
        self.glossary, self._layout = self._read()
        return self.glossary

    def _read(self) -> tuple[Glossary, Layout]:
        if not self.path.exists() or not self.path.stat().st_size:
            self._bytes = b""
            return Glossary((), self._languages), Layout()
        self._bytes = read_bytes(self.path)
        return decode_glossary(self._bytes, path=self.path)


def _said(concept: Concept) -> tuple[object, ...]:
    """Return what a concept says, the order of its terms aside."""
    terms = frozenset((term.language, term.text, term.kind) for term in concept.terms)
    return concept.subject, concept.definition, concept.status, concept.note, terms


class GlossaryConflictError(ConflictError):
    """Somebody else changed the same concepts of a glossary; the file is as they left it.

    Attributes:
        conflicts: The rows with both versions.
    """

    def __init__(self, path: Path, conflicts: Iterable[RowConflict]) -> None:
        self.conflicts = tuple(conflicts)
        names = ", ".join(f"{c.id} ({', '.join(c.fields)})" for c in self.conflicts[:5])
        super().__init__(
            _("Somebody changed the same concepts in the meantime: {names}").format(names=names),
            path=path,
            remedy=_("Look at their version with `transreview terms show`, then make your change again."),
        )


def put(glossary: Glossary, *concepts: Concept) -> Glossary:
    """Return a glossary with these concepts, new or in the place of those with the same ids."""
    rows = {concept.id: concept for concept in glossary.concepts}
    rows.update((concept.id, concept) for concept in concepts)
    used = [term.language for concept in concepts for term in concept.terms]
    return Glossary(tuple(rows.values()), tuple(dict.fromkeys([*glossary.languages, *used])))


def without(glossary: Glossary, *ids: str) -> Glossary:
    """Return a glossary without these concepts."""
    return replace_concepts(glossary, (c for c in glossary.concepts if c.id not in ids))


def replace_concepts(glossary: Glossary, concepts: Iterable[Concept]) -> Glossary:
    """Return a glossary of the same languages with other concepts."""
    return Glossary(tuple(concepts), glossary.languages)


def with_status(glossary: Glossary, ids: Iterable[str], status: ConceptStatus) -> Glossary:
    """Return a glossary in which these concepts have another status.

    Raises:
        UsageError: There is no concept of such an id.
    """
    return put(glossary, *(replace(concept_named(glossary, id_), status=status) for id_ in ids))


def concept_named(glossary: Glossary, id_: str) -> Concept:
    """Return a concept by its id, or the only one with such a term.

    Raises:
        UsageError: There is none, or several have the term.
    """
    if concept := glossary.by_id.get(id_):
        return concept
    having = [c for c in glossary.concepts if any(term.text == id_ for term in c.terms)]
    if len(having) == 1:
        return having[0]
    import difflib

    near = [concept.id for concept in having] or difflib.get_close_matches(id_, list(glossary.by_id), n=5)
    raise UsageError(
        _("several concepts have the term “{id}”").format(id=id_)
        if having
        else _("there is no concept “{id}”").format(id=id_),
        remedy=_("Did you mean: {names}?").format(names=", ".join(near))
        if near
        else _("`transreview terms find` searches all terms."),
    )


def writable_glossary(path: Path | str) -> Path:
    """Return the path of a glossary that may be changed.

    Raises:
        UsageError: It is one that travels with the program and would be lost with the next update.
    """
    path = Path(path)
    folder = shipped("glossary").absolute()
    in_checkout = (folder.parent / "pyproject.toml").exists()
    if path.absolute().is_relative_to(folder) and not in_checkout:
        raise UsageError(
            _("this glossary belongs to the program and changes with it"),
            path=path,
            remedy=_("Copy it, and name the copy."),
        )
    return path


def edit_glossary(path: Path | str, change: Callable[[Glossary], Glossary]) -> Glossary:
    """Change a glossary file by a function of its concepts, applied to what is in it now.

    Args:
        path: The file.
        change: Gives the new glossary for the present one.

    Returns:
        What the file has now.
    """
    file = GlossaryFile(path)
    return file.save(change(file.glossary))


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the lock file beside a glossary while it is read, merged and written.

    A file made exclusively works alike on all systems and over network disks; git ignores nothing
    for it, so it is gone again within milliseconds.
    """
    lock = path.with_name(f".{path.name}.lock")
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            handle = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
            break
        except FileExistsError as error:
            _remove_if_stale(lock)
            if time.monotonic() > deadline:
                raise InputError(
                    _("another program is writing this glossary"),
                    path=path,
                    remedy=_("Try again; if none is running, remove {lock}.").format(lock=lock.name),
                ) from error
            time.sleep(0.02)
        except OSError as error:
            raise atomic.writing_failed(path, error) from error
    try:
        os.write(handle, str(os.getpid()).encode())
        os.close(handle)
        yield
    finally:
        lock.unlink(missing_ok=True)


def _remove_if_stale(lock: Path) -> None:
    try:
        age = time.time() - lock.stat().st_mtime
    except FileNotFoundError:
        return
    if age > _STALE:
        lock.unlink(missing_ok=True)
