"""Which tests call which functions: `pytest -p tests.benchmarks.called_functions --calls FOLDER [TESTS…]`.

Each process of such a run writes a file into FOLDER: of each test that passed its seconds and the functions of the
program that it called. `mutants.py --calls FOLDER` then runs of a changed function only these tests, the quickest
first. A run takes about twice the time that it takes without; the folder serves until the program is another one.
"""

from __future__ import annotations

import ast
import json
import os
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FrameType

import pytest

ROOT = Path(__file__).parents[2]
_PROGRAM = f"{ROOT / 'src' / 'transreview'}{os.sep}"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of a run that is recorded, and of one that follows a record."""
    parser.addoption("--calls", metavar="FOLDER", help="write what each test calls into this folder")
    parser.addoption("--chosen", metavar="FILE", help="run only the tests of this file, in its order")


def pytest_configure(config: pytest.Config) -> None:
    """Record in each process that runs tests."""
    folder = config.getoption("--calls")
    if folder and (hasattr(config, "workerinput") or not config.getoption("numprocesses", None)):
        config.pluginmanager.register(_Recorder(Path(folder)))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave only the tests that were chosen, in their order."""
    file = config.getoption("--chosen")
    if file:
        order = {test: place for place, test in enumerate(json.loads(Path(file).read_text(encoding="utf-8")))}
        items[:] = sorted((one for one in items if one.nodeid in order), key=lambda one: order[one.nodeid])


class _Recorder:
    """Takes down what is called while a test runs.

    Args:
        folder: Where the record is written.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / f"{os.environ.get('PYTEST_XDIST_WORKER', 'all')}.json"
        self._called: dict[int, CodeType] = {}
        self._failed: set[str] = set()
        self._tests: dict[str, tuple[float, list[str]]] = {}

    def _enter(self, frame: FrameType, _event: str, _argument: object) -> None:
        self._called[id(frame.f_code)] = frame.f_code

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Take down what a test calls, its fixtures included."""
        self._called.clear()
        begun = time.monotonic()
        threading.settrace(self._enter)
        sys.settrace(self._enter)
        try:
            return (yield)
        finally:
            sys.settrace(None)
            threading.settrace(None)  # type: ignore[arg-type]
            ours = [code for code in self._called.values() if code.co_filename.startswith(_PROGRAM)]
            names = sorted({_named(Path(code.co_filename), code.co_firstlineno) for code in ours})
            if item.nodeid not in self._failed:
                self._tests[item.nodeid] = (round(time.monotonic() - begun, 3), names)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Leave out what fails as it is."""
        if report.failed:
            self._failed.add(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        """Write the record."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_text(json.dumps(self._tests, ensure_ascii=False), encoding="utf-8")


def _named(file: Path, line: int) -> str:
    return f"{file.relative_to(ROOT).as_posix()}:{line}"


class Calls:
    """A record of what tests call.

    Args:
        folder: Where a run has written it.
    """

    def __init__(self, folder: Path) -> None:
        self._seconds: dict[str, float] = {}
        self._callers: dict[str, list[str]] = defaultdict(list)
        for file in sorted(folder.glob("*.json")):
            for test, (seconds, names) in json.loads(file.read_text(encoding="utf-8")).items():
                self._seconds[test] = seconds
                for name in names:
                    self._callers[name].append(test)

    def tests(self, file: Path, line: int, most_seconds: float) -> list[str]:
        """Return the tests that call the function at a line, the quickest first, that take so long together.

        Outside a function, as where a constant is set, they are those that call any function of the file.
        """
        tree = ast.parse(file.read_text(encoding="utf-8"))
        functions = [one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)]
        around = [one for one in functions if one.body[0].lineno <= line <= (one.end_lineno or 0)]
        chosen = [max(around, key=lambda one: one.lineno)] if around else functions
        first = [min([one.lineno, *(each.lineno for each in one.decorator_list)]) for one in chosen]
        callers = {test for begin in first for test in self._callers[_named(file, begin)]}
        tests, total = [], 0.0
        for test in sorted(callers, key=lambda test: (self._seconds[test], test)):
            total += self._seconds[test]
            if total > most_seconds:
                break
            tests.append(test)
        return tests
