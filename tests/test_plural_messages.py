"""A message that counts things says it rightly for one of them: by ngettext, or in words without a plural."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import transreview

SOURCES = Path(transreview.__file__).parent

# A number and after it a word in the plural: "{count} errors", "{new} new findings".
COUNTED = re.compile(
    r"\{\w+(?::[^}]*)?\} (?:(?:more|other|new|open|marked|rated|wrong|different) )?(?:of \{\w+\} )?([a-z]+s|people)\b"
)
VERBS = {
    "is", "was", "has", "comes", "holds", "looks", "reads", "means", "counts", "starts", "answers", "exists",
    "allows", "unpacks", "writes", "does", "files", "makes", "belongs", "marked", "scores", "as", "needs",
    "sets", "dismisses", "filters", "asks", "shows", "goes", "repeats", "undoes", "opens",
}  # fmt: skip

# Never said of one, and why.
MORE_THAN_ONE = {
    "The same words come back {times} times": "a repetition",
    "What grows by “{words}” is strictly {factor} times as much": "twice and more",
    "A sentence of {count} words": "above a limit of many",
    "A chain of {count} genitives": "three or more",
    "a cell of this row is longer than {limit} characters": "a fixed limit",
    "{n} places are too many to look at; filter first.": "above a limit of many",
    "Much of the translation is gone ({gone} of {all} characters).": "of texts above a length",
    "the suggestion of {who} is {count} characters long: no translation of this segment": "above a limit of many",
    "the project has {count} articles, and this format takes one": "more than one",
    "the files are in {count} languages: {tags}": "more than two",
    "Not checked: {count} characters in one segment. Break it into paragraphs, "
    "or bring the article in with --unit sentence": "above a limit of many",
    "{columns} × {lines} characters, TERM={term}": "the size of a terminal",
    "  length: {ratio:.3f} characters of target per character of source, "
    "95 % sure between {low:.3f} and {high:.3f}": "a ratio with decimals",
}


def messages() -> Iterator[tuple[str, str]]:
    """Yield place and text of every message that has one form only."""
    for path in sorted(SOURCES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_message = (
                isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_"
            )
            if is_message and node.args and isinstance(node.args[0], ast.Constant):
                yield f"{path.relative_to(SOURCES)}:{node.lineno}", node.args[0].value
    for path in sorted(SOURCES.rglob("*.j2")):
        for match in re.finditer(r'(?<![a-z])_\("((?:[^"\\]|\\.)*)"\)', path.read_text(encoding="utf-8")):
            yield str(path.relative_to(SOURCES)), match[1]


def counted(text: str) -> list[str]:
    return [found[1] for found in COUNTED.finditer(text) if found[1] not in VERBS]


def test_no_message_of_one_form_counts_things():
    wrong = [f"{place}: {text}" for place, text in messages() if counted(text) and text not in MORE_THAN_ONE]
    assert not wrong, "\n".join(wrong)


def singulars() -> Iterator[tuple[str, str]]:
    """Yield place and first form of every message that has several."""
    for path in sorted(SOURCES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "ngettext":
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    yield f"{path.relative_to(SOURCES)}:{node.lineno}", first.value


def test_a_message_of_several_forms_counts_one_thing_with_a_word_behind_it():
    # "{n} raters" is said of two and more, "of {total} segments" tells a part of a whole, the third a pace.
    let_pass = re.compile(r"\{\w+\} raters|\{\w+\} of \{\w+\} \w+|\S+ segments an hour")
    wrong = [f"{place}: {text}" for place, text in singulars() if counted(let_pass.sub("", text))]
    assert not wrong, "\n".join(wrong)


def test_messages_that_are_let_pass_are_still_said():
    assert set(MORE_THAN_ONE) <= {text for _place, text in messages()}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{kept} errors kept as a machine's, of {count} named.", ["errors"]),
        ("Since {time}: {new:d} new findings", ["findings"]),
        ("{done} of {count} segments are confirmed.", ["segments"]),
        ("{file} holds nothing; {key} comes first", []),
        ("Taken in: errors {kept}; there already: {known}.", []),
    ],
)
def test_the_search_knows_a_counted_plural_from_a_verb(text, words):
    assert counted(text) == words
