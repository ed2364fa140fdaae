"""Rules of the house that a linter does not know."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from transreview.languages import known_languages

TESTS = Path(__file__).parent
SOURCE = TESTS.parent / "src" / "transreview"

# Codes that are words of other things too: a column's name, a pronoun, elements of TMX, HTML and Word.
CODES = set(known_languages()) - {"id", "it", "hi", "th", "tr"}


def _files() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


# --- what is known of a language stands in languages/ ---------------------------------------------


def asked_codes(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield line and code of each place that asks which language something is in, or keeps a table of them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            for side in (node.left, *node.comparators):
                yield from ((node.lineno, code) for code in _codes(side))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
            if name in {"startswith", "target_is", "pair_is", "of"}:
                for argument in node.args:
                    yield from ((node.lineno, code) for code in _codes(argument))
        elif isinstance(node, ast.Dict):
            keys = [key.value for key in node.keys if isinstance(key, ast.Constant)]
            if len(CODES & {key for key in keys if isinstance(key, str)}) > 1:
                yield node.lineno, "a table"


def _codes(node: ast.AST) -> Iterator[str]:
    texts = [
        inner.value
        for inner in ast.walk(node)
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str)
    ]
    # A collection with other words in it is no list of languages.
    if texts and CODES.issuperset(texts):
        yield from texts


def test_nothing_outside_languages_asks_for_a_language_by_its_code() -> None:
    found = [
        f"{path.relative_to(SOURCE)}:{line}: {code}"
        for path in _files()
        if path.relative_to(SOURCE).parts[0] != "languages"
        for line, code in asked_codes(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not found, "give Language a field for it:\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("code", "asks"),
    [
        ('if language.code == "ka": pass', True),
        ('if tag.split("-")[0] in {"zh", "ja"}: pass', True),
        ('if "ja" not in codes: pass', True),
        ('language.startswith("ka")', True),
        ('target_is("ka")', True),
        ('TABLE = {"ru": 1, "de": 2}', True),
        ('def align(source="zh", target="ka"): pass', False),
        ('if language.grammar == "georgian": pass', False),
        ('if column == "id": pass', False),
        ('if element in {"td", "th", "tr", "ul"}: pass', False),
        ('tag = code or "zh"', False),
    ],
)
def test_the_rule_sees_what_asks(code: str, asks: bool) -> None:
    assert bool(list(asked_codes(ast.parse(code)))) is asks


# --- no circle of imports inside a package ---------------------------------------------------------


def imports(root: Path, package: str) -> dict[str, set[str]]:
    """Return module → the modules of the package that it imports anywhere but for type checking."""
    modules = {}
    for path in (root / package).rglob("*.py"):
        parts = path.relative_to(root).with_suffix("").parts
        modules[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    graph = {}
    for name, path in modules.items():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        typing = {
            id(inner)
            for node in ast.walk(tree)
            if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
            for inner in ast.walk(node)
        }
        found = set()
        for node in ast.walk(tree):
            if id(node) in typing:
                continue
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found |= {
                    full if (full := f"{node.module}.{alias.name}") in modules else node.module
                    for alias in node.names
                }
        graph[name] = {other for other in found if other in modules} - {name}
    return graph


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """Return the groups of modules that import each other (Tarjan's strongly connected components)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(module: str) -> None:
        index[module] = low[module] = len(index)
        stack.append(module)
        for other in graph[module]:
            if other not in index:
                visit(other)
                low[module] = min(low[module], low[other])
            elif other in stack:
                low[module] = min(low[module], index[other])
        if low[module] == index[module]:
            at = stack.index(module)
            if len(stack) - at > 1:
                found.append(sorted(stack[at:]))
            del stack[at:]

    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(10_000)
    for module in graph:
        if module not in index:
            visit(module)
    sys.setrecursionlimit(limit)
    return found


def test_no_circle_of_imports_inside_a_package() -> None:
    found = circles(imports(SOURCE.parent, "transreview"))
    assert not found, "\n".join(" ".join(circle) for circle in found)


def test_the_rule_sees_a_circle(tmp_path: Path) -> None:
    files = {
        "__init__": "",
        "a": "from p.b import x",
        "b": "def f():\n    from p import c",
        "c": "import p.a",
        "d": "from p.a import y\nif TYPE_CHECKING:\n    import p.e",
        "e": "import p.d",
    }
    (tmp_path / "p").mkdir()
    for name, text in files.items():
        (tmp_path / "p" / f"{name}.py").write_text(text, encoding="utf-8")
    assert circles(imports(tmp_path, "p")) == [["p.a", "p.b", "p.c"]]


# --- records of more than four fields take keywords ------------------------------------------------


def positional_records(tree: ast.AST) -> Iterator[str]:
    """Yield the records that take more than four arguments by their place."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.ClassDef):
            continue
        made = [ast.unparse(one) for one in node.decorator_list if ast.unparse(one).startswith("dataclass")]
        if not made or "kw_only=True" in made[0]:
            continue
        fields = 0
        for one in node.body:
            if not isinstance(one, ast.AnnAssign):
                continue
            if ast.unparse(one.annotation) == "KW_ONLY":
                break
            value = ast.unparse(one.value) if one.value else ""
            apart = (
                "ClassVar" in ast.unparse(one.annotation) or "init=False" in value or "kw_only=True" in value
            )
            fields += not apart
        if fields > 4:
            yield node.name


def test_records_of_more_than_four_fields_take_keywords() -> None:
    found = {name for path in _files() for name in positional_records(ast.parse(path.read_text("utf-8")))}
    assert not found, "give them kw_only=True, or KW_ONLY after the first few"


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("@dataclass\nclass A:\n a: int\n b: int\n c: int\n d: int\n e: int", ["A"]),
        ("@dataclass(kw_only=True)\nclass A:\n a: int\n b: int\n c: int\n d: int\n e: int", []),
        ("@dataclass\nclass A:\n a: int\n _: KW_ONLY\n b: int\n c: int\n d: int\n e: int", []),
        ("@dataclass\nclass A:\n a: int\n b: int\n c: int\n d: int", []),
    ],
)
def test_the_rule_sees_a_positional_record(code: str, found: list[str]) -> None:
    assert list(positional_records(ast.parse(code))) == found


# --- a file is one idea ----------------------------------------------------------------------------

LONGEST = 400


@pytest.mark.parametrize("folder", [SOURCE, TESTS], ids=["source", "tests"])
def test_no_file_is_longer_than_four_hundred_lines(folder: Path) -> None:
    long = {
        path.relative_to(folder).as_posix(): lines
        for path in sorted(folder.rglob("*.py"))
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST
    }
    assert not long, "part them by idea"


# --- patterns mean the same on every Python ----------------------------------------------------------


_POSSESSIVE_GROUP = re.compile(r"(?<!\\)\)(?:[*+?]|\{\d*,?\d*\})\+|\(\?>")


def possessive_groups(tree: ast.AST) -> Iterator[int]:
    """Yield the lines of texts with a possessive or atomic group, which Python before 3.11.5 matches wrongly."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and _POSSESSIVE_GROUP.search(str(node.value)):
            yield node.lineno


def test_no_pattern_has_a_possessive_group() -> None:
    found = {
        f"{path.name}:{line}"
        for path in _files()
        for line in possessive_groups(ast.parse(path.read_text("utf-8")))
    }
    assert not found, 'unroll it ("[^x]*+(?:y[^x]*+)*"), or look ahead at a named group and take that'


@pytest.mark.parametrize(
    ("code", "is_one"),
    [
        (r"""r'(?:[^>"]++|"[^"]*+")*+>'""", True),
        ('f"(?:{A})?+b"', True),
        ('f"(?:{A}){{1,2}}+b"', True),
        ('"(?>a|b)c"', True),
        (r"""r'"[^"\\]*+(?:\\.[^"\\]*+)*"'""", False),
        (r"""r"[(\)+]+" """, False),
        (r"""r"\)?+" """, False),
    ],
)
def test_the_rule_sees_a_possessive_group(code: str, is_one: bool) -> None:
    assert bool(list(possessive_groups(ast.parse(code)))) is is_one
