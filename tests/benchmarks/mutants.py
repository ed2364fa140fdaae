"""Small changes that tests should notice: `python tests/benchmarks/mutants.py [--count 60] [--seed N]`.

Changes one place of one file after the other in a copy of the project (a comparison turned round, `and`
for `or`, a `not` dropped, a number by one, min for max, a bool for its opposite), runs the tests that name the
file, then those of its package, and prints the changes that no test noticed. `--packages` and `--files` narrow
the choice. Tests run once without a change first: where they fail so, nothing could be told. With `--calls FOLDER`
(`called_functions.py`) the tests that call the changed function run before all others, of whatever package they are:
most changes are then told in seconds.

Left out is what no test can notice: annotations, decorators, docstrings, formatted words, `strict=`, the defaults of
stubs (a protocol's methods), how many things a memory or a batch holds, with what is compared with it (`lru_cache`,
and names that end in CACHE, CHUNK, AT_ONCE or REMEMBERED), and how long is waited for what does not come (names that
end in SECONDS, `timeout=`, and what `wait`, `sleep` and `join` are told in figures).
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.called_functions import Calls

ROOT = Path(__file__).parents[2]
PACKAGES = ("alignment", "checks", "terminology", "project", "formats", "scoring")
LEAST_SECONDS = 120
NEAR = 8

_COMPARED: dict[type[ast.cmpop], str] = {
    ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">", ast.Eq: "!=", ast.NotEq: "==",
    ast.In: "not in", ast.NotIn: "in", ast.Is: "is not", ast.IsNot: "is",
}  # fmt: skip


_UNNOTICED = ("CACHE", "CHUNK", "AT_ONCE", "REMEMBERED", "SECONDS")
_WAITS = {"wait", "sleep", "join"}
MOST_SECONDS = 60.0


@dataclass(frozen=True)
class Mutant:
    """One change: a span of a file and what takes its place."""

    file: Path
    line: int
    start: int
    end: int
    after: str


class _Sites(ast.NodeVisitor):
    """Gathers the places of a file that can be changed, outside annotations and docstrings."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = [0]
        for line in text.encode().splitlines(keepends=True):
            self.lines.append(self.lines[-1] + len(line))
        self.found: list[tuple[int, int, int, str]] = []

    def place(self, node: ast.expr) -> tuple[int, int]:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        start = self.lines[node.lineno - 1] + node.col_offset
        return start, self.lines[node.end_lineno - 1] + node.end_col_offset

    def add(self, node: ast.expr, after: str) -> None:
        self.found.append((node.lineno, *self.place(node), after))

    def visit_Compare(self, node: ast.Compare) -> None:
        self.generic_visit(node)
        if any(
            isinstance(one, ast.Name) and one.id.endswith(_UNNOTICED)
            for one in (node.left, *node.comparators)
        ):
            return
        if len(node.ops) == 1 and type(node.ops[0]) in _COMPARED:
            left, right = ast.unparse(node.left), ast.unparse(node.comparators[0])
            self.add(node, f"({left} {_COMPARED[type(node.ops[0])]} {right})")

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        self.generic_visit(node)
        other = " or " if isinstance(node.op, ast.And) else " and "
        self.add(node, "(" + other.join(f"({ast.unparse(value)})" for value in node.values) + ")")

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        self.generic_visit(node)
        if isinstance(node.op, ast.Not):
            self.add(node, f"({ast.unparse(node.operand)})")

    def visit_BinOp(self, node: ast.BinOp) -> None:
        self.generic_visit(node)
        if isinstance(node.op, ast.Add | ast.Sub):
            sign = "-" if isinstance(node.op, ast.Add) else "+"
            self.add(node, f"(({ast.unparse(node.left)}) {sign} ({ast.unparse(node.right)}))")

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, bool):
            self.add(node, str(not node.value))
        elif isinstance(node.value, int):
            self.add(node, str(node.value + 1))

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Name) and node.func.id == "lru_cache":
            return
        if isinstance(node.func, ast.Attribute) and node.func.attr in _WAITS and all(map(_is_sum, node.args)):
            self.visit(node.func)
            return
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id in {"min", "max"}:
            self.add(node.func, "max" if node.func.id == "min" else "min")

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_Assign(self, node: ast.Assign) -> None:
        """Leave the sizes of caches and batches, and waits, alone: results do not depend on them."""
        if not any(isinstance(one, ast.Name) and one.id.endswith(_UNNOTICED) for one in node.targets):
            self.visit(node.value)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """Leave decorators and annotations alone, and what a stub without a body takes by default."""
        if all(isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant) for one in node.body):
            return
        for part in [*node.args.defaults, *filter(None, node.args.kw_defaults), *node.body]:
            self.visit(part)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Leave decorators alone: whether a record is frozen is no behaviour."""
        for part in node.body:
            self.visit(part)

    def visit_keyword(self, node: ast.keyword) -> None:
        """Leave `strict=` alone, for the lengths are equal wherever it stands, and `timeout=`."""
        if node.arg not in {"strict", "timeout"}:
            self.visit(node.value)

    def visit_arg(self, node: ast.arg) -> None:
        """Leave annotations alone."""

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Leave formatted words alone: their inner places are not told."""


def _is_sum(node: ast.expr) -> bool:
    """Whether nothing but names and figures stand in an expression, as in that of a time to wait."""
    parts = (ast.Constant, ast.Name, ast.BinOp, ast.operator, ast.expr_context)
    return all(isinstance(one, parts) for one in ast.walk(node))


def mutants_of(file: Path) -> Iterator[Mutant]:
    """Yield every change that can be made in a file."""
    sites = _Sites(file.read_text(encoding="utf-8"))
    sites.visit(ast.parse(sites.text))
    for line, start, end, after in sites.found:
        yield Mutant(file, line, start, end, after)


def chosen(packages: list[str], pattern: str, count: int, seed: int) -> list[Mutant]:
    """Return so many changes, a file at most once until all files had their turn."""
    chance = random.Random(seed)
    files = [
        file
        for package in packages
        for file in sorted((ROOT / "src/transreview" / package).rglob("*.py"))
        if pattern in file.as_posix() and file.name != "__init__.py"
    ]
    chance.shuffle(files)
    found: list[Mutant] = []
    left = {file: list(mutants_of(file)) for file in files}
    while len(found) < count and (open_files := [file for file in files if left[file]]):
        found += [
            left[file].pop(chance.randrange(len(left[file]))) for file in open_files[: count - len(found)]
        ]
    return found


class Trial:
    """Runs tests in a copy of the project, those that name the changed file first, then the package's.

    Args:
        copy: Folder of the copy.
        calls: What tests call, where that was recorded.
    """

    def __init__(self, copy: Path, calls: Calls | None = None) -> None:
        self.copy = copy
        self._calls = calls
        self._limits: dict[tuple[str, ...], float] = {}

    def survives(self, mutant: Mutant) -> bool:
        """Make the change in the copy, run the tests, take it back; return whether all of them pass."""
        callers = self._calls.tests(mutant.file, mutant.line, MOST_SECONDS) if self._calls else []
        if callers and not self._passes(mutant, self._chosen(callers), LEAST_SECONDS + 5 * MOST_SECONDS):
            return False
        stages = [stage for stage in (self._near(mutant), (f"tests/{package_of(mutant)}",)) if stage]
        return all(self._passes(mutant, stage, self._limit(stage)) for stage in stages)

    def _chosen(self, tests: list[str]) -> tuple[str, ...]:
        """Return what tells pytest to run some tests, in their order."""
        file = self.copy.with_suffix(".json")
        file.write_text(json.dumps(tests), encoding="utf-8")
        files = dict.fromkeys(test.partition("::")[0] for test in tests)
        return ("-p", "tests.benchmarks.called_functions", "--chosen", str(file), *files)

    def _near(self, mutant: Mutant) -> tuple[str, ...]:
        """Return the test files of the package that name a module, its own first, then what is kept whole there."""
        module = ".".join(mutant.file.relative_to(ROOT / "src").with_suffix("").parts)
        own, others, names = [], [], []
        for file in sorted((ROOT / "tests" / package_of(mutant)).rglob("test_*.py")):
            name = file.relative_to(ROOT).as_posix()
            names.append(name)
            if file.stem == f"test_{mutant.file.stem}":
                own.append(name)
            elif re.search(rf"\b{re.escape(module)}\b", file.read_text(encoding="utf-8")):
                others.append(name)
        kept = [name for name in names if re.search(r"kept|golden", name) and name not in own]
        return (*own, *(name for name in others[:NEAR] if name not in kept), *kept)

    def _limit(self, stage: tuple[str, ...]) -> float:
        """Return how long a stage may take with a change: many times what it takes without.

        Raises:
            SystemExit: Its tests fail as they are.
        """
        if stage not in self._limits:
            begun = time.monotonic()
            if not self._run(stage, None):
                raise SystemExit(f"{' '.join(stage)} fail without a change: nothing can be told")
            self._limits[stage] = LEAST_SECONDS + 5 * (time.monotonic() - begun)
        return self._limits[stage]

    def _passes(self, mutant: Mutant, stage: tuple[str, ...], seconds: float) -> bool:
        place = self.copy / mutant.file.relative_to(ROOT)
        before = place.read_bytes()
        place.write_bytes(before[: mutant.start] + mutant.after.encode() + before[mutant.end :])
        try:
            return self._run(stage, seconds)
        except subprocess.TimeoutExpired:
            return False
        finally:
            place.write_bytes(before)

    def _run(self, stage: tuple[str, ...], seconds: float | None) -> bool:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *stage],
            cwd=self.copy, capture_output=True, timeout=seconds, check=False, env={
                **os.environ, "PYTHONPATH": str(self.copy / "src"), "PYTHONDONTWRITEBYTECODE": "1",
                "LC_ALL": "C.UTF-8",
            },
        )  # fmt: skip
        return done.returncode in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}


def package_of(mutant: Mutant) -> str:
    """Return the package of a change's file."""
    return mutant.file.relative_to(ROOT / "src/transreview").parts[0]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=20261128)
    parser.add_argument("--packages", default=",".join(PACKAGES))
    parser.add_argument("--files", default="", help="only files whose path has these words")
    parser.add_argument("--calls", type=Path, metavar="FOLDER", help="what called_functions.py has recorded")
    options = parser.parse_args()
    mutants = chosen(options.packages.split(","), options.files, options.count, options.seed)
    survivors = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "project"
        shutil.copytree(
            ROOT, copy, ignore=shutil.ignore_patterns(".git", ".venv", "__pycache__", "*_cache", "dist")
        )
        trial = Trial(copy, Calls(options.calls) if options.calls else None)
        for number, mutant in enumerate(mutants, 1):
            lived = trial.survives(mutant)
            place = f"{mutant.file.relative_to(ROOT / 'src/transreview')}:{mutant.line}"
            words = mutant.file.read_bytes()[mutant.start : mutant.end].decode()
            print(
                f"{number:3d} {'LIVES' if lived else 'dies '} {place}  {words!r} -> {mutant.after!r}",
                flush=True,
            )
            if lived:
                survivors.append(place)
    print(
        f"{len(mutants) - len(survivors)} of {len(mutants)} died; survivors: {', '.join(survivors) or 'none'}"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
