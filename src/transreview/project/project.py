"""The project: one file as one object, with everything that the rest of the program does to it."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from transreview.i18n import _
from transreview.project.creation import appearing
from transreview.project.decoding import damaged
from transreview.project.drafts import Drafts
from transreview.project.exports import Exports
from transreview.project.history import History
from transreview.project.importing import Importing
from transreview.project.opening import connect
from transreview.project.reimporting import Reimporting
from transreview.project.remarks import Remarks
from transreview.project.search import Searching
from transreview.project.sidecar import SUFFIX, ResultCache, Sidecar
from transreview.project.store import Store, now
from transreview.project.timing import Timing

# SQLite keeps no sums of what it stores; but a text stands in its unit and in its segment.
_CHANGED_UNIT = """
SELECT 1 FROM unit JOIN segment ON segment.id = unit.segment_id
WHERE (side = 'source' AND sources = 1 AND unit.text IS NOT source)
   OR (side = 'target' AND targets = 1 AND unit.text IS NOT machine) LIMIT 1
"""


class Project(Importing, Reimporting, History, Remarks, Drafts, Timing, Exports, Searching):
    """An open project file; use it as a context manager, and get it by `open`, `create` or `building`."""

    @cached_property
    def _results(self) -> ResultCache:
        return ResultCache(self._sidecar)

    @classmethod
    def open(
        cls,
        path: Path | str,
        *,
        read_only: bool = False,
        user: str | None = None,
        clock: Callable[[], datetime] = now,
    ) -> Project:
        """Open a project.

        Args:
            path: The project file.
            read_only: Ask for no right to write; `read_only` says what was given.
            user: Who makes the changes; TRANSREVIEW_USER or the login name when None.
            clock: Gives the moments of changes; the system's unless a test wants another.

        Raises:
            InputError: It is no project file, from a newer version, damaged, locked or missing.
        """
        path = Path(path)
        connection, read_only = connect(path, read_only=read_only)
        store = Store(connection, path, user=user or login(), read_only=read_only, clock=clock)
        identity = store.value("SELECT identity FROM project")
        return cls(store, Sidecar(path.with_name(path.name + SUFFIX), identity))

    @classmethod
    def create(
        cls,
        path: Path | str,
        *,
        replace: bool = False,
        user: str | None = None,
        clock: Callable[[], datetime] = now,
    ) -> Project:
        """Make an empty project and open it.

        Where a project without its first article makes no sense, `building` is the better one.

        Args:
            path: Where it shall be.
            replace: Whether a file of that name may be replaced.
            user: Who makes the changes; TRANSREVIEW_USER or the login name when None.
            clock: Gives the moments of changes; the system's unless a test wants another.

        Raises:
            InputError: The file exists, or its folder is missing or cannot be written.
        """
        with appearing(Path(path), replace=replace):
            pass
        return cls.open(path, user=user, clock=clock)

    @classmethod
    @contextmanager
    def building(
        cls,
        path: Path | str,
        *,
        replace: bool = False,
        user: str | None = None,
        clock: Callable[[], datetime] = now,
    ) -> Iterator[Project]:
        """Yield an empty project that gets its name only when the block has ended well.

        Args:
            path: Where it shall be.
            replace: Whether a file of that name may be replaced.
            user: Who makes the changes; TRANSREVIEW_USER or the login name when None.
            clock: Gives the moments of changes; the system's unless a test wants another.

        Raises:
            InputError: The file exists, or its folder is missing or cannot be written.
        """
        with (
            appearing(Path(path), replace=replace) as draft,
            cls.open(draft, user=user, clock=clock) as project,
        ):
            yield project

    @property
    def path(self) -> Path:
        """The project file."""
        return self._store.path

    @property
    def user(self) -> str:
        """Who makes the changes."""
        return self._store.user

    @property
    def read_only(self) -> bool:
        """Whether changes are refused, because that was asked for or is all the file permits."""
        return self._store.read_only

    def data_version(self) -> int:
        """Return a number that changes when another process has written to the file."""
        return int(self._store.value("PRAGMA data_version"))

    def cache_get(self, kind: str, key: str) -> bytes | None:
        """Return a computed result kept beside the project, or None."""
        return self._results.get_many(kind, [key]).get(key)

    def cache_put(self, kind: str, key: str, value: bytes) -> None:
        """Keep a computed result beside the project; it may be lost at any time.

        Args:
            kind: What was computed, with the version of the rules ("check:3").
            key: Hash of the content it was computed from.
            value: The result.
        """
        self._results.put_many(kind, {key: value})

    def cache_get_many(self, kind: str, keys: Sequence[str]) -> dict[str, bytes]:
        """Return those of many computed results that are there, by key."""
        return self._results.get_many(kind, keys)

    def cache_put_many(self, kind: str, results: Mapping[str, bytes]) -> None:
        """Keep many computed results, by key."""
        self._results.put_many(kind, results)

    def cache_clear(self, kind: str) -> None:
        """Forget the computed results of one kind."""
        self._results.clear(kind)

    def verify(self) -> None:
        """Read the whole file and make sure that it is sound; takes seconds for a large one.

        Raises:
            InputError: It is damaged.
        """
        found = next((row[0] for row in self._store.all("PRAGMA quick_check(3)") if row[0] != "ok"), None)
        if found is None and self._store.all("PRAGMA foreign_key_check"):
            found = _("some rows belong to nothing")
        if found is None and self._store.one(_CHANGED_UNIT):
            found = _("a text is not the one that was imported")
        if found is not None:
            error = damaged(found)
            error.path = self.path
            raise error

    def close(self) -> None:
        """Bring everything home into the one file and close it."""
        self._sidecar.close()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def login() -> str:
    """Return the name that changes are signed with: TRANSREVIEW_USER, or the login name."""
    if name := os.environ.get("TRANSREVIEW_USER", "").strip():
        return name
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no login name is known in some containers
        return "user"
