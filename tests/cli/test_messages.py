"""What users read when something fails has one style: `path: what is wrong. What to do.`"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import transreview
from transreview.errors import InputError

SOURCES = sorted(Path(transreview.__file__).parent.rglob("*.py"))


def texts(node: ast.AST) -> Iterator[ast.Constant]:
    """Yield the translatable texts below a node."""
    for inner in ast.walk(node):
        if (
            isinstance(inner, ast.Call)
            and isinstance(inner.func, ast.Name)
            and inner.func.id in ("_", "ngettext")
        ):
            for argument in inner.args:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument


def errors() -> Iterator[tuple[Path, ast.Call]]:
    """Yield every place where an error for the user is made."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id.endswith("Error")
            ):
                yield path, node


def is_word_in_capitals(text: str) -> bool:
    """Say whether a text begins with an acronym or the name of a variable."""
    word = text.split(maxsplit=1)[0]
    return len(word) > 1 and word == word.upper()


def test_what_is_wrong_goes_on_in_lower_case() -> None:
    wrong = [
        f"{path.name}:{text.lineno}: {text.value}"
        for path, call in errors()
        if call.args
        for text in texts(call.args[0])
        if text.value[:1].isupper() and not is_word_in_capitals(text.value)
    ]
    assert not wrong


def test_what_to_do_is_a_sentence() -> None:
    wrong = [
        f"{path.name}:{text.lineno}: {text.value}"
        for path, call in errors()
        for keyword in call.keywords
        if keyword.arg == "remedy"
        for text in texts(keyword.value)
        if text.value[:1].islower()
    ]
    assert not wrong


@pytest.mark.parametrize("stop", ["", "."])
def test_every_sentence_has_one_final_stop(stop: str) -> None:
    error = InputError(f"not UTF-8{stop}", path="a.txt", line=3, byte=7, remedy=f"Save it as UTF-8{stop}")
    assert str(error) == "a.txt:3 (byte 7): not UTF-8. Save it as UTF-8."
