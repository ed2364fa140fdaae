"""What holds for every test: one hypothesis profile, and another that is shorter for runs on many Pythons.

Nothing is read from or written to the folders of the person who runs the tests.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# A deadline would make a slow machine fail a true statement; examples are not kept, so that no file is left.
settings.register_profile("house", deadline=None, database=None)
settings.register_profile("quick", settings.get_profile("house"), max_examples=20)
settings.load_profile("house")

# Nobody's own memory is written by a test; those that want one name it.
os.environ["TRANSREVIEW_MEMORY"] = "off"
os.environ["TRANSREVIEW_SCREEN"] = "/nonexistent/screen.json"  # nobody's taste decides a test


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
