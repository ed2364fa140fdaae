"""What holds for every test: one hypothesis profile, and another that is shorter for runs on many Pythons.

Nothing is read from or written to the folders of the person who runs the tests.
"""

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import settings

from tests.postgres_server import Server, binaries

# A deadline would make a slow machine fail a true statement; examples are not kept, so that no file is left.
settings.register_profile("house", deadline=None, database=None)
settings.register_profile("quick", settings.get_profile("house"), max_examples=20)
settings.load_profile("house")

# Nobody's own memory is written by a test; those that want one name it.
os.environ["TRANSREVIEW_MEMORY"] = "off"
os.environ.pop(
    "PYTHONDONTWRITEBYTECODE", None
)  # the program is started hundreds of times: compiled once is enough
os.environ["TRANSREVIEW_PLUGIN_SECONDS"] = "20"  # many tests run at once; what must hang sets its own
os.environ["TRANSREVIEW_SCREEN"] = "/nonexistent/screen.json"  # nobody's taste decides a test


# The files that take longest, the longest first: begun last, one of them would keep one worker busy for minutes while
# the others have nothing left.
LONGEST = (
    "cli/test_full_disk.py",
    "tui/test_typing_ahead.py",
    "cli/test_corpora.py",
    "linear/test_linear.py",
    "cli/test_gates.py",
    "languages/pairs/chinese_georgian/test_meaning_signs.py",
    "reports/test_json_schemas.py",
    "tui/test_sizes.py",
    "tui/test_leaving.py",
    "packaging/test_distribution.py",
    "tui/test_habits.py",
    "cli/test_output.py",
    "checks/test_too_long.py",
    "tui/test_glossary_form.py",
    "project/test_postgres_silence.py",
    "project/test_postgres_connection.py",
    "tui/test_server.py",
    "formats/test_docx_filling.py",
    "tui/test_looking.py",
    "alignment/test_kept.py",
    "checks/test_kept.py",
    "cli/test_terms.py",
    "tui/test_editing.py",
    "alignment/test_properties.py",
    "checks/test_pairs.py",
    "tui/test_terminal.py",
    "test_plugins.py",
    "tui/test_applying.py",
)


HANGS = 600
"""Seconds after which a test is taken for one that waits for ever, and fails."""


def _hung(_signal: int, frame: FrameType | None) -> None:
    pytest.fail(f"waited for {HANGS} seconds, at last in {frame}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Iterator[object]:
    """Let no test that hangs keep the others, and whoever waits for them, for hours."""
    if not hasattr(signal, "SIGALRM"):
        return (yield)
    signal.signal(signal.SIGALRM, _hung)
    signal.alarm(HANGS)
    try:
        return (yield)
    finally:
        signal.alarm(0)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest files first; the order within a file stays."""
    here = Path(__file__).parent
    place = {here / name: number for number, name in enumerate(LONGEST)}
    items.sort(key=lambda item: place.get(item.path, len(place)))


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give the tests, and every program they start, folders of their own for caches, settings and data."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
            folder = home / kind.lower()
            folder.mkdir()
            patch.setenv(f"XDG_{kind}_HOME", str(folder))
        yield home


_freeze = gc.freeze


@pytest.fixture(scope="session", autouse=True)
def nothing_frozen_by_programs() -> Iterator[None]:
    """Let no screen keep itself from the collector: it ends with its test, not with the process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gc, "freeze", lambda: None)
        yield


@pytest.fixture(scope="module", autouse=True)
def nothing_collected_twice() -> Iterator[None]:
    """Keep from the collector what earlier tests have left: its looks would count as the time of later ones."""
    yield
    gc.collect()
    _freeze()


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server of the tests' own; whoever stops it or needs a durable one makes another."""
    pytest.importorskip("psycopg")
    if binaries() is None:
        pytest.skip("no PostgreSQL server is installed")
    running = Server()
    yield running
    running.close()


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], list[str]]]:
    """Give what installs the packages of a folder into this process; what it imports is forgotten again."""
    from transreview import deadline, plugin_problems, plugins
    from transreview.checks import guard

    told: list[str] = []
    monkeypatch.setattr(deadline, "_left", 0)
    monkeypatch.setattr(guard, "_hung", set())

    def use(site: Path) -> list[str]:
        monkeypatch.syspath_prepend(str(site))
        plugins.forget()
        plugin_problems.listen(told.append)
        return told

    yield use
    for name in [name for name in sys.modules if name.split(".")[0] in {"house", "broken"}]:
        del sys.modules[name]
    plugin_problems.listen()
    monkeypatch.undo()
    plugins.forget()
