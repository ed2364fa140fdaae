"""Patterns that are compiled at the first question answer as compiled ones do."""

import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest

from transreview import lazy_patterns
from transreview.lazy_patterns import lazy_pattern


def test_answers_as_the_compiled_pattern_does():
    lazy, compiled = (
        lazy_pattern(r"(?P<n>\d+) ?(KG|g)", re.IGNORECASE),
        re.compile(r"(?P<n>\d+) ?(KG|g)", re.IGNORECASE),
    )
    text = "51 kg and 7G"
    assert lazy.findall(text) == compiled.findall(text)
    assert lazy.sub("-", text) == compiled.sub("-", text)
    assert lazy.search(text)["n"] == "51"
    assert lazy.fullmatch("7G").span() == (0, 2)
    assert [match.span() for match in lazy.finditer(text)] == [(0, 5), (10, 12)]
    assert (lazy.pattern, lazy.flags, lazy.groupindex) == (
        compiled.pattern,
        compiled.flags,
        compiled.groupindex,
    )


def test_is_compiled_once_and_not_before_it_is_asked(monkeypatch):
    made = []
    compile_ = re.compile
    monkeypatch.setattr(lazy_patterns.re, "compile", lambda *given: made.append(given) or compile_(*given))
    lazy = lazy_pattern("ა+", re.MULTILINE)
    assert f"(?:{lazy.pattern})" == "(?:ა+)"
    assert made == []
    assert lazy.search("ბაა").span() == (1, 3)
    assert lazy.fullmatch("აბ") is None
    assert made == [("ა+", re.MULTILINE)]


def test_goes_to_another_process_as_what_it_was_made_of():
    lazy = pickle.loads(pickle.dumps(lazy_pattern("[ა-ჰ]+", re.ASCII)))
    assert (lazy.pattern, lazy.flags & re.ASCII) == ("[ა-ჰ]+", re.ASCII)


def test_has_nothing_else():
    with pytest.raises(AttributeError, match="serch"):
        lazy_pattern("a").serch("a")


def test_an_expression_that_is_none_is_said_at_the_first_question():
    lazy = lazy_pattern("(")
    with pytest.raises(re.error, match="missing"):
        lazy.search("(")


COMPILES_ALL = """
import importlib, pkgutil, re
import transreview
from transreview import lazy_patterns

made = []
lazy_patterns.lazy_pattern = lambda text, flags=0: made.append(text) or re.compile(text, flags)
for module in pkgutil.walk_packages(transreview.__path__, "transreview."):
    if module.name.startswith(("transreview.languages", "transreview.checks")):
        importlib.import_module(module.name)
print(len(made))
"""


def test_every_pattern_of_the_program_compiles():
    """One that does not would be found by the first text that asks it."""
    ran = subprocess.run([sys.executable, "-c", COMPILES_ALL], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert int(ran.stdout) > 500


def test_no_rule_asks_a_match_which_pattern_found_it():
    """That is the compiled one, which is not the lazy one that the rule has."""
    sources = Path(lazy_patterns.__file__).parent.rglob("*.py")
    asking = [
        str(path) for path in sources if re.search(r"\.re (?:is|==|in) ", path.read_text(encoding="utf-8"))
    ]
    assert asking == []
