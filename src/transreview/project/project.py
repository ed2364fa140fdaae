"""The project: one file as one object, with everything that the rest of the program does to it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from transreview.errors import TransreviewError
from transreview.project.address import database_name, is_server, shown
from transreview.project.articles import Articles
from transreview.project.backups import LaterBackup, begin_backup
from transreview.project.cache_file import SUFFIX, Cache, CacheFile
from transreview.project.decoding import damaged
from transreview.project.journal import Journal
from transreview.project.login import login
from transreview.project.opening import connect
from transreview.project.order import OrderCache
from transreview.project.segments import Segments
from transreview.project.settings import Preferences, Settings
from transreview.project.sqlite_store import SqliteStore
from transreview.project.store import Store, now
from transreview.terminal_text import textual

if TYPE_CHECKING:
    from transreview.project.annotations import Annotations
    from transreview.project.bookmarks import Bookmarks
    from transreview.project.comments import Comments
    from transreview.project.concepts import Concepts
    from transreview.project.dismissals import Dismissals
    from transreview.project.drafts import Drafts
    from transreview.project.exports import Exports
    from transreview.project.pairs import Pairs
    from transreview.project.progress import Progress, ProgressCount
    from transreview.project.restructure.structure import Structure
    from transreview.project.returns import Returns
    from transreview.project.search import Search
    from transreview.project.sessions import Sessions
    from transreview.project.times import Times


class Project:
    """An open project file; use it as a context manager, and get it by `open`, `create` or `building`.

    Args:
        store: The project file.
        cache_file: The file of computed things beside it.
        backup: A backup that is still to come.

    Attributes:
        articles: The documents under review.
        segments: What is reviewed: reading and editing.
        structure: Which units make a segment: merge, split, shift, realign, reimport.
        journal: What was changed, by whom; undo and redo.
        pairs: What bilingual files said of the units that segments were made of.
        concepts: Glossaries that live in the project itself.
        comments: What people say of segments.
        annotations: Errors that people marked.
        dismissals: Findings that a person judged to be none.
        drafts: Unsaved text of open editors.
        bookmarks: Places that this user wants to come back to.
        sessions: In which windows the project is open, and where each is.
        exports: What was given away, entry by entry.
        returns: Takes back what others edited.
        settings: What everybody who opens the project shares.
        preferences: What this user's screen asked to remember.
        times: Seconds at work on segments, where people asked for it.
        search: Finds segments by words.
        cache: Computed results, which may be lost at any time.
    """

    def __init__(self, store: Store, cache_file: CacheFile, backup: LaterBackup | None = None) -> None:
        self._store = store
        self._backup = backup
        self._cache_file = cache_file
        self._order = order = OrderCache(store)
        self.articles = Articles(store)
        self.segments = Segments(store, order)
        self.journal = Journal(store)
        self.settings = Settings(store)
        self.preferences = Preferences(store)
        self.cache = Cache(cache_file)

    # Parts that are asked for later are made, and their files read, when they are.

    @cached_property
    def structure(self) -> Structure:
        """Which units make a segment."""
        from transreview.project.restructure.structure import Structure

        return Structure(self._store, self._order, self.segments)

    @cached_property
    def _progress(self) -> ProgressCount:
        from transreview.project.progress import ProgressCount

        return ProgressCount(self._store)

    @cached_property
    def pairs(self) -> Pairs:
        """What bilingual files said of the units."""
        from transreview.project.pairs import Pairs

        return Pairs(self._store)

    @cached_property
    def concepts(self) -> Concepts:
        """The glossaries of the project's own."""
        from transreview.project.concepts import Concepts

        return Concepts(self._store)

    @cached_property
    def comments(self) -> Comments:
        """What people say of segments."""
        from transreview.project.comments import Comments

        return Comments(self._store)

    @cached_property
    def annotations(self) -> Annotations:
        """Errors that people marked."""
        from transreview.project.annotations import Annotations

        return Annotations(self._store)

    @cached_property
    def dismissals(self) -> Dismissals:
        """Findings that a person judged to be none."""
        from transreview.project.dismissals import Dismissals

        return Dismissals(self._store)

    @cached_property
    def drafts(self) -> Drafts:
        """Unsaved text of open editors."""
        from transreview.project.drafts import Drafts

        return Drafts(self._store)

    @cached_property
    def bookmarks(self) -> Bookmarks:
        """Places that this user wants to come back to."""
        from transreview.project.bookmarks import Bookmarks

        return Bookmarks(self._store)

    @cached_property
    def sessions(self) -> Sessions:
        """The windows in which the project is open."""
        from transreview.project.sessions import Sessions

        return Sessions(self._store)

    @cached_property
    def exports(self) -> Exports:
        """What was given away."""
        from transreview.project.exports import Exports

        return Exports(self._store)

    @cached_property
    def returns(self) -> Returns:
        """Takes back what others edited."""
        from transreview.project.returns import Returns

        return Returns(self._store, self._order)

    @cached_property
    def times(self) -> Times:
        """Seconds at work on segments."""
        from transreview.project.times import Times

        return Times(self._store, self.settings)

    @cached_property
    def search(self) -> Search:
        """Finds segments by words."""
        from transreview.project.search import Search

        return Search(self._store, self._order, self._cache_file)

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
            path: The project file, or `postgresql://…/NAME`.
            read_only: Ask for no right to write; `read_only` says what was given.
            user: Who makes the changes; when None TRANSREVIEW_USER or the login name, on a server the
                name that the server knows.
            clock: Gives the moments of changes; the system's unless a test wants another.

        Raises:
            InputError: It is no project file, from a newer version, damaged, locked or missing.
        """
        if is_server(path):
            from transreview.project.postgres_project import opened

            return cls(*opened(shown(path), user=user, read_only=read_only, clock=clock))
        path = Path(path)
        connection, read_only = connect(path, read_only=read_only)
        later = None if read_only else begin_backup(path, connection)
        store = SqliteStore(connection, path, user=user or login(), read_only=read_only, clock=clock)
        identity = store.value("SELECT identity FROM project")
        return cls(store, CacheFile(path.with_name(path.name + SUFFIX), identity), later)

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
        with cls.building(path, replace=replace, user=user, clock=clock):
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
        if is_server(path):
            from transreview.project.postgres_opening import appearing_on_server
            from transreview.project.postgres_project import opened

            with (
                appearing_on_server(shown(path), replace=replace) as schema,
                cls(*opened(shown(path), user=user, clock=clock, schema=schema)) as project,
            ):
                yield project
            return
        from transreview.project.creation import appearing

        with (
            appearing(Path(path), replace=replace) as draft,
            cls.open(draft, user=user, clock=clock) as project,
        ):
            yield project

    @property
    def path(self) -> Path:
        """The project file, or the address of the project without its password."""
        return self._store.path

    @property
    def name(self) -> str:
        """What people call the project: the name of its file without the ending, or of its database."""
        return database_name(self.path) if is_server(self.path) else textual(self.path.stem)

    @property
    def folder(self) -> Path:
        """Where files beside the project stand: its file's folder, or the present one for a server's."""
        return Path.cwd() if is_server(self.path) else self.path.absolute().parent

    @property
    def identity(self) -> str:
        """What the project calls itself, whatever its file is called."""
        return str(self._store.value("SELECT identity FROM project"))

    @property
    def user(self) -> str:
        """Who makes the changes."""
        return self._store.user

    @property
    def read_only(self) -> bool:
        """Whether changes are refused, because that was asked for or is all the file permits."""
        return self._store.read_only

    def data_version(self) -> int:
        """Return a number that changes when another window has written to the project."""
        return self._store.data_version()

    def progress(self, article_id: int | None = None) -> Progress:
        """Return how far the review of one article, or of the project, has come."""
        return self._progress.progress(article_id)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let a block see the project as it is at its first question, whatever others write meanwhile."""
        with self._store.snapshot():
            yield

    def problems(self, limit: int = 20) -> list[str]:
        """Read the whole project and return what is wrong with it, one sentence each.

        It takes seconds for a large one; an empty list means that it is sound.

        Args:
            limit: How many to name at most.
        """
        from transreview.project import integrity  # reads what a language's rules are

        return integrity.problems(self._store, limit)

    def verify(self) -> None:
        """Read the whole project and make sure that it is sound; takes seconds for a large one.

        Raises:
            InputError: It is damaged; the first thing found is named.
        """
        if found := self.problems(1):
            error = damaged(found[0])
            error.path = self.path
            raise error

    def copy_to(self, path: Path) -> None:
        """Write the project as it is now into a new file, also when the open one has lost its name.

        Args:
            path: A file that does not exist, or an address on a server where there is no project.

        Raises:
            InputError: It exists, or nothing can be written there.
        """
        if is_server(path):
            from transreview.project.copying import copy_rows

            with Project.building(path) as copy:
                copy_rows(self._store, copy._store)  # noqa: SLF001 - another project
            return
        from transreview.project.creation import appearing

        with appearing(path) as draft:
            self._store.copy_to(draft)

    def close(self) -> None:
        """Bring everything home into the one file and close it."""
        if self._backup is not None:
            self._backup.finish()
        self._cache_file.close()
        if "sessions" in vars(self):
            with contextlib.suppress(TransreviewError):  # a window that is silent counts as closed anyway
                self.sessions.leave()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
