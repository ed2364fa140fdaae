"""Writers of other packages are held to what they promise: a file, and how many texts are in it."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

from transreview.formats.exchange import Exchange
from transreview.formats.writers import Writer, write
from transreview.plugins import PluginError


@pytest.fixture
def writer(monkeypatch):
    """A writer of a package whose function is given."""

    def made(function) -> Writer:
        module = ModuleType("house_writer")
        module.write = function  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "house_writer", module)
        return Writer("house", (".house",), "house_writer:write", package="house 1.0")

    return made


EXCHANGE = Exchange("zh", "ka", files=(), generator="t 1", created="")


def test_a_file_and_a_number_are_what_is_asked(tmp_path: Path, writer) -> None:
    def good(path: Path, _exchange: Exchange) -> int:
        path.write_text("x")
        return 3

    assert write(writer(good), tmp_path / "a.house", EXCHANGE) == 3


@pytest.mark.parametrize(
    ("function", "why"),
    [
        (lambda path, exchange: 3, "it wrote no file"),
        (lambda path, exchange: path.write_text("x") and None, "it returned no int but a NoneType"),
        (lambda path, exchange: 1 // 0, "ZeroDivisionError"),
    ],
)
def test_what_a_writer_does_wrong_is_said_with_its_package(
    tmp_path: Path, writer, function, why: str
) -> None:
    with pytest.raises(PluginError, match=f"“house” of the package house 1.0 failed: .*{why}"):
        write(writer(function), tmp_path / "a.house", EXCHANGE)
