"""What docs/checks.md shows of a team's own checks works as shown."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.installed import install
from transreview import plugins
from transreview.checks import CheckContext, SegmentText, check_segment
from transreview.checks.registry import installed_checks
from transreview.checks.settings import CheckSettings, RegexRule
from transreview.errors import InputError
from transreview.model.finding import Severity
from transreview.workflow.settings import find_settings, read_settings

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"


@pytest.fixture
def entry_points(tmp_path, monkeypatch):
    """Install a package with these entry points."""

    def use(**places: str) -> None:
        install(tmp_path, "own-checks", {"transreview.checks": places}, {})
        monkeypatch.syspath_prepend(str(tmp_path))
        plugins.forget()

    monkeypatch.syspath_prepend(str(EXAMPLES / "own_checks"))
    yield use
    monkeypatch.undo()
    plugins.forget()
    sys.modules.pop("own_checks", None)


def test_the_example_package_adds_its_check(entry_points) -> None:
    entry_points(price="own_checks:price")
    context = CheckContext("zh", "ka", extra_checks=installed_checks())
    found = [
        f
        for f in check_segment(SegmentText("价格为300美元", "ფასი 300 USD"), context)
        if f.check == "house.price"
    ]
    assert [(f.found, f.expected, f.severity) for f in found] == [("300 USD", "USD 300", Severity.WARNING)]
    assert "house.price" not in {f.check for f in check_segment(SegmentText("价格", "ფასი USD 300"), context)}


def test_the_example_settings_are_valid_and_do_what_they_say() -> None:
    team = read_settings(EXAMPLES / "transreview.toml")
    assert team.fail_on == "error"
    assert team.maxima == {"warning": 20}
    assert team.glossaries == (EXAMPLES / "house.csv",)
    context = CheckContext("zh", "ka", settings=team.checks)
    found = {
        f.check: f for f in check_segment(SegmentText("眼镜行业很大。", "ოპტიკის  დარგი დიდია."), context)
    }
    assert found["rule.glasses"].severity is Severity.ERROR
    assert found["space.double"].severity is Severity.INFO
    assert not check_segment(SegmentText("漢字很难。", "漢字 ძნელია."), context)
    assert "awk.chain" not in {check.id for check in context.checks}


def test_settings_are_found_upwards_to_the_checkout_s_top(tmp_path) -> None:
    (tmp_path / "transreview.toml").write_text("", encoding="utf-8")
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert find_settings(inner / "p.transreview") == tmp_path / "transreview.toml"
    (tmp_path / "a" / "pyproject.toml").write_text(
        "[tool.transreview.checks]\nignore = ['awk']\n", encoding="utf-8"
    )
    assert find_settings(inner) == tmp_path / "a" / "pyproject.toml"
    assert read_settings(find_settings(inner)).checks.ignore == {"awk"}
    (inner / ".git").mkdir()
    assert find_settings(inner) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("checks = 3", "wrong type"),
        ("chekcs = {}", "checks"),
        ("[checks]\nselct = []", "select"),
        ("[checks]\nselect = [3]", "list of strings"),
        ("[checks]\nseverity = 'bad'", "no value"),
        ("[checks]\nmax = { error = 'x' }", "means nothing"),
        ("[checks]\nquotes = '«'", "pair of quotation marks"),
        ("[checks.severities]\n'num.mismatch' = 'awful'", "no value"),
        ("[checks.allow]\n'num' = ['(']", "no regular expression"),
        ("[[checks.rules]]\nid = 'a'\npattern = 'b'", "message is missing"),
        ("[[checks.rules]]\nid = 'a'\npattern = '['\nmessage = 'm'", "no regular expression"),
        ("[[checks.rules]]\nid = 'a'\npattern = 'b'\nmessage = 'm'\nreplacement = '\\7'", "replacement"),
        ("[checks", "not TOML"),
    ],
)
def test_bad_settings_name_the_file_and_the_fault(tmp_path, text, words) -> None:
    path = tmp_path / "transreview.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Exception, match=words) as error:
        read_settings(path)
    assert "transreview.toml" in str(error.value)


UNKNOWN = """
[checks]
ignore = ["num.mismach", "awk"]
select = ["num", "house.marks"]
[checks.severities]
"house.marks" = "error"
"num.mismatch" = "warning"
"rule.own" = "info"
[checks.allow]
"house.marks" = ["x"]
"*" = ["y"]
[[checks.rules]]
id = "own"
pattern = "z"
message = "No z"
"""


def test_an_unknown_check_in_a_settings_file_is_told_of_and_the_rest_holds(tmp_path, here) -> None:
    """Its package may not be installed here, or be broken: that is no reason to check nothing."""
    told = here(tmp_path)
    path = tmp_path / "transreview.toml"
    path.write_text(UNKNOWN, encoding="utf-8")
    checks = read_settings(path).checks
    assert (checks.ignore, checks.select) == ({"awk"}, {"num"})
    assert checks.severities == {"num.mismatch": Severity.WARNING, "rule.own": Severity.INFO}
    assert list(checks.allow) == ["*"]
    assert [one.partition("; ")[0] for one in sorted(told)] == [
        f"{path}: there is no check or family called “{name}”" for name in ("house.marks", "num.mismach")
    ]
    assert "Did you mean num.mismatch" in sorted(told)[1]
    read_settings(path)
    assert len(told) == 2, "told twice"


def test_a_choice_of_unknown_checks_alone_is_refused(tmp_path) -> None:
    """Where none is left to choose, all would run, which nobody asked for."""
    path = tmp_path / "transreview.toml"
    path.write_text('[checks]\nselect = ["num.mismach"]\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"num\.mismach.*num\.mismatch"):
        read_settings(path)


@pytest.mark.parametrize(
    ("side", "replacement", "fixed"),
    [
        ("target", "კი", True),
        ("target", "", True),
        ("target", "ხო", False),
        ("target", None, False),
        ("source", "对", False),
        ("source", None, False),
    ],
    ids=["another word", "nothing", "the same word", "none", "in the source", "none in the source"],
)
def test_a_rule_mends_the_translation_alone_and_only_where_it_changes_it(side, replacement, fixed) -> None:
    rule = RegexRule(
        id="own",
        pattern=re.compile("ხო|好"),
        message="Not so",
        side=side,
        severity=Severity.WARNING,
        replacement=replacement,
    )
    context = CheckContext("zh", "ka", settings=CheckSettings(rules=(rule,)))
    (found,) = [one for one in check_segment(SegmentText("好。", "ხო."), context) if one.check == "rule.own"]
    assert (found.fix is not None) is fixed
    assert found.side == side
    assert found.expected == (replacement or "")
