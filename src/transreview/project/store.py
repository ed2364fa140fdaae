"""What every store of a project promises: reading, and writing in short transactions.

`SqliteStore` keeps a project in one file, `PostgresStore` on a server. The SQL that the parts of a project
give them is the one that both understand, with `?` for values; where the two differ, the store has a method.
"""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from transreview.errors import ConflictError
from transreview.i18n import _

if TYPE_CHECKING:
    from transreview.project.postgres_entry import Entry

Row = tuple[Any, ...]

Move = tuple[int, int, int | None, int | None]
"""A segment that came, went or moved: its id, its article, its place before and its place after."""


class Cursor(Protocol):
    """The rows of a statement that was executed."""

    def fetchone(self) -> Any:  # noqa: ANN401 - a row, or None
        """Return the next row, or None."""

    def fetchall(self) -> list[Any]:
        """Return all rows that are left."""

    def __iter__(self) -> Iterator[Any]: ...


class Connection(Protocol):
    """What a block of `Store.writing` executes statements on."""

    def execute(self, sql: str, parameters: Sequence[object] = (), /) -> Cursor:
        """Execute one statement."""

    def executemany(self, sql: str, parameters: Iterable[Sequence[object]], /) -> object:
        """Execute one statement for many rows."""


class ClashError(ConflictError):
    """A row hangs on one that is gone, or stands where another would have to come.

    Args:
        path: The project.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("somebody else has changed the same thing at the same moment; nothing was saved"),
            path=path,
            remedy=_("Try again"),
        )


class Store(Protocol):
    """One open project.

    Several threads may use it; their calls follow one another.

    Attributes:
        path: The project file or the address of the project, for messages.
        user: Who makes the changes.
        read_only: Whether changes are refused.
        clock: Gives the moment that a change is dated with.
        session: Name of this window in the journal.
        place: Where this window is: a name by which its user knows it from another.
        announced: Whether the table of sessions knows this window.
        last_entry: Number of the last entry of the journal when this window was opened.
        settled: Number of the last entry when a lost server was found again, 0 where none was lost. A server
            that crashed may have shown entries that it then lost, and have given their numbers to others:
            what was read up to here is read once more.
        moves: The moves of segments that this window has made, by the version of the structure.
        like: The word by which texts are compared without regard to case.
    """

    path: Path
    user: str
    read_only: bool
    clock: Callable[[], datetime]
    session: str
    place: str
    announced: bool
    last_entry: int
    settled: int
    moves: dict[int, list[Move]]
    like: str

    def all(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Return every row of a query."""

    def each(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[Row]:
        """Yield the rows of a query one by one; other threads wait until all have been taken."""

    def one(self, sql: str, parameters: Sequence[object] = ()) -> Row | None:
        """Return the first row of a query, or None."""

    def value(self, sql: str, parameters: Sequence[object] = ()) -> Any:  # noqa: ANN401 - whatever a column holds
        """Return the first column of the first row of a query, or None."""

    def snapshot(self) -> AbstractContextManager[None]:
        """Run a block whose queries all see the project as it is at the first of them."""

    def writing(self, *, alone: bool = False) -> AbstractContextManager[Connection]:
        """Run a block as one transaction; it is stored durably when the block has been left.

        Args:
            alone: Whether nobody else may change anything meanwhile, because the block touches what
                many changes rest on (the order of segments, the stacks of undo).

        Raises:
            ReadOnlyError: The project cannot be written.
            SaveError: It could not be stored; nothing of the block is.
            ClashError: A row hangs on one that is gone; nothing of the block is stored.
        """

    def write(self, sql: str, parameters: Sequence[object] = ()) -> None:
        """Execute one statement as a transaction of its own."""

    def next_entry(self, connection: Connection) -> int:
        """Return the number that the next entry of the journal gets; it is nobody else's from now on."""

    def write_with_commit(self, entry: Entry) -> bool:
        """Take an entry that is to be written with the commit of the present transaction.

        Returns:
            False where it is to be written at once, with `next_entry`.
        """

    def reserve_ids(self, connection: Connection, table: str, count: int) -> int:
        """Return the first of a number of ids in a row that nobody else will get."""

    def ever_had(self, table: str, row_id: int) -> bool:
        """Whether a row of this number exists or has existed."""

    def highest_id(self, table: str) -> int:
        """Return the highest number that a row of a table has or has had, 0 when it never had any."""

    def count_on(self, connection: Connection, table: str, highest: int) -> None:
        """Let the numbers of new rows begin behind one that was given elsewhere."""

    def locking(self, table: str) -> str:
        """Return what keeps others from changing a row of a table that is read in order to be changed."""

    def note_moves(self, version: int, moves: list[Move]) -> None:
        """Remember how the order came to be what it is, so that it need not be read again."""

    def moment(self) -> str:
        """Return the present moment as it is stored."""

    def data_version(self) -> int:
        """Return a number that changes when another window has written to the project."""

    def own_problems(self) -> Iterator[str]:
        """Yield what the database itself finds wrong: its structure, and references between rows."""

    def copy_to(self, path: Path) -> None:
        """Write everything that the project holds into a project file that has only just been made."""

    def close(self) -> None:
        """Close it; what was acknowledged is stored."""


def now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def place_name() -> str:
    """Return where this window is: a name by which its user knows it from another."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        try:
            return os.ttyname(stream.fileno()).removeprefix("/dev/")
        except (OSError, ValueError, AttributeError):  # no terminal, or no stream at all
            continue
    return f"{socket.gethostname()}:{os.getpid()}"


def file_identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from any other that may come to have its name; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
