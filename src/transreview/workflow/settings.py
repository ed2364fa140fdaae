"""A team's settings: `transreview.toml`, or the table `[tool.transreview]` of pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from transreview import plugin_problems, plugins
from transreview.checks.registry import BY_ID, installed_checks
from transreview.checks.settings import CheckSettings, RegexRule, check_names
from transreview.errors import InputError, UsageError
from transreview.i18n import _
from transreview.model.finding import Severity
from transreview.plugin_problems import Problem
from transreview.terminal_text import printable
from transreview.workflow.assist.settings import AssistSettings, assist_settings

FILE_NAME = "transreview.toml"

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamSettings:
    """What a settings file says.

    Attributes:
        path: The file, None where there is none.
        checks: Choices about the checks.
        severity: Least severity that `transreview check` shows, None for its own default.
        fail_on: Severity that fails a run ("never" for none), None for the default.
        maxima: Severity → most findings that pass.
        format: How findings are printed, None for the default.
        glossaries: Glossary files, relative to the settings file.
        assist: Whom to ask for second opinions; None for nobody.
        mqm_categories: A team's own MQM category → the name of a typology that it stands for.
    """

    path: Path | None = None
    checks: CheckSettings = field(default_factory=CheckSettings)
    severity: str | None = None
    fail_on: str | None = None
    maxima: Mapping[str, int] = field(default_factory=dict)
    format: str | None = None
    glossaries: tuple[Path, ...] = ()
    mqm_categories: Mapping[str, str] = field(default_factory=dict)
    assist: AssistSettings | None = None


def find_settings(start: Path) -> Path | None:
    """Return the settings file that governs a place, or None.

    It is the nearest `transreview.toml`, or `pyproject.toml` with a table `[tool.transreview]`, in
    the folder of `start` or above; the search ends at the top of a Git checkout.

    Args:
        start: A file or folder.
    """
    folder = start if start.is_dir() else start.parent
    for place in [folder.absolute(), *folder.absolute().parents]:
        own = place / FILE_NAME
        if own.is_file():
            return own
        project = place / "pyproject.toml"
        if project.is_file() and b"[tool.transreview" in project.read_bytes():
            return project
        if (place / ".git").exists():
            return None
    return None


def read_settings(path: Path | None) -> TeamSettings:
    """Read a settings file.

    Args:
        path: The file; None gives the defaults.

    Raises:
        InputError: It cannot be read, is no TOML, or has a key or value that means nothing.
    """
    if path is None:
        return TeamSettings()
    table = _table(path)
    try:
        return _team_settings(path, table)
    except UsageError as error:
        raise InputError(error.message, path=path, remedy=error.remedy) from error


def _table(path: Path) -> dict[str, Any]:
    from transreview.formats.reading import read_bytes

    try:
        data = tomllib.loads(read_bytes(path, allow_empty=True).decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(
            _("not UTF-8"), path=path, byte=error.start, remedy=_("Save the file as UTF-8")
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise InputError(
            _("not TOML: {error}").format(error=error),
            path=path,
            remedy=_("See docs/checks.md for an example"),
        ) from error
    if path.name == FILE_NAME or "tool" not in data:
        return data
    table = data["tool"].get("transreview", {})
    return table if isinstance(table, dict) else {}


_KEYS = ("checks", "glossaries", "mqm", "assist")
_CHECK_KEYS = (
    "select", "ignore", "severity", "fail-on", "max", "format", "severities", "allow", "calques",
    "rules", "overlong-words", "number-format", "name-practice", "quotes",
)  # fmt: skip


def _team_settings(path: Path, table: Mapping[str, Any]) -> TeamSettings:
    _known_keys(table, _KEYS, "")
    checks = _typed(table, "checks", dict, {})
    _known_keys(checks, _CHECK_KEYS, "checks.")
    settings = CheckSettings(
        select=_selected(path, checks),
        ignore=_names(path, checks, "ignore"),
        severities=_severities(path, checks),
        allow=_allow(path, checks),
        calques=_calques(checks),
        rules=tuple(_rule(number, rule) for number, rule in enumerate(_typed(checks, "rules", list, []), 1)),
        overlong_words=_typed(checks, "overlong-words", int, 45),
        number_format=_choice(checks, "number-format", ("auto", "comma", "point")) or "auto",
        name_practice=_choice(checks, "name-practice", _name_practices()) or "press",
        quotes=_quotes(checks),
    )
    levels = [severity.value for severity in Severity]
    maxima = _typed(checks, "max", dict, {})
    for level, most in maxima.items():
        if level not in levels or not isinstance(most, int) or isinstance(most, bool):
            raise UsageError(
                _("checks.max.{level} means nothing").format(level=level),
                remedy=_("Write a severity and a number: max = { error = 0, warning = 20 }"),
            )
    return TeamSettings(
        path=path,
        checks=settings,
        severity=_choice(checks, "severity", levels),
        fail_on=_choice(checks, "fail-on", [*levels, "never"]),
        maxima=maxima,
        format=_choice(checks, "format", (*_FORMS, *plugins.names("transreview.findings"))),
        glossaries=tuple(path.parent / name for name in _strings(table, "glossaries")),
        mqm_categories=_mqm_categories(table),
        assist=assist_settings(_typed(table, "assist", dict, {})),
    )


# Forms of findings; other packages may add to them.
_FORMS = ("text", "json", "jsonl", "sarif", "junit", "github")


def _mqm_categories(table: Mapping[str, Any]) -> dict[str, str]:
    from transreview.scoring.mqm_categories import is_known

    mqm = _typed(table, "mqm", dict, {})
    _known_keys(mqm, ("categories",), "mqm.")
    categories = _typed(mqm, "categories", dict, {})
    for own, known in categories.items():
        if not isinstance(known, str) or not is_known(known):
            raise UsageError(
                _("mqm.categories.{own}: “{known}” is no category").format(own=own, known=known),
                remedy=_("Map it to one that is known, for example “Accuracy/Mistranslation”"),
            )
    return dict(categories)


def _name_practices() -> list[str]:
    from transreview.languages.pairs.chinese_georgian import PRACTICES

    return list(PRACTICES)


def _known_keys(table: Mapping[str, Any], known: Iterable[str], prefix: str) -> None:
    import difflib

    known = list(known)
    for key in table:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            choices = ", ".join(prefix + name for name in near or known)
            raise UsageError(
                _("there is no setting “{name}”").format(name=prefix + key),
                remedy=_("Known here: {choices}").format(choices=choices),
            )


def _typed(table: Mapping[str, Any], key: str, kind: type[Value], default: Value) -> Value:
    value = table.get(key, default)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise UsageError(
            _("the setting “{name}” has the wrong type").format(name=key),
            remedy=_("It takes a value of type {kind}").format(kind=kind.__name__),
        )
    return value


def _strings(table: Mapping[str, Any], key: str) -> list[str]:
    values = _typed(table, key, list, [])
    if not all(isinstance(value, str) for value in values):
        raise UsageError(
            _("the setting “{name}” has the wrong type").format(name=key),
            remedy=_("It takes a list of strings"),
        )
    return list(values)


def known_checks() -> list[str]:
    """Return the ids of all checks, installed ones included."""
    return [*BY_ID, *(check.id for check in installed_checks())]


def _names(path: Path, checks: Mapping[str, Any], key: str) -> frozenset[str]:
    return _known(path, _strings(checks, key), _checks_and_rules(checks))


def _selected(path: Path, checks: Mapping[str, Any]) -> frozenset[str]:
    chosen = _names(path, checks, "select")
    if not chosen:  # all of them unknown would be no choice at all: then every check would run
        check_names(_strings(checks, "select"), _checks_and_rules(checks))
    return chosen


def _checks_and_rules(checks: Mapping[str, Any]) -> list[str]:
    rules = [f"rule.{rule.get('id')}" for rule in _typed(checks, "rules", list, []) if isinstance(rule, dict)]
    return [*known_checks(), *rules]


def _known(path: Path, names: Iterable[str], known: Iterable[str]) -> frozenset[str]:
    """Return the names that a check or family has; the others are told of and left out.

    A check may stand in a package that a colleague has not installed, or that is broken here.
    """
    found: set[str] = set()
    for name in names:
        try:
            found |= check_names([name], known)
        except UsageError as error:
            sentence = InputError(
                _("there is no check or family called “{name}”; it is left out").format(name=name),
                path=path,
                remedy=error.remedy,
            )
            plugin_problems.tell(
                Problem(group="transreview.checks", name=name, package="", sentence=printable(str(sentence)))
            )
    return frozenset(found)


def _choice(table: Mapping[str, Any], key: str, choices: Iterable[str]) -> str | None:
    value = table.get(key)
    if value is None:
        return None
    if value not in choices:
        raise UsageError(
            _("“{value}” is no value of the setting “{name}”").format(value=value, name=key),
            remedy=_("Choose from: {choices}").format(choices=", ".join(choices)),
        )
    return str(value)


def _severities(path: Path, checks: Mapping[str, Any]) -> dict[str, Severity]:
    table = _typed(checks, "severities", dict, {})
    chosen = {name: Severity(_choice(table, name, [s.value for s in Severity]) or "") for name in table}
    known = _known(path, table, _checks_and_rules(checks))
    return {name: severity for name, severity in chosen.items() if name in known}


def _allow(path: Path, checks: Mapping[str, Any]) -> dict[str, tuple[re.Pattern[str], ...]]:
    table = _typed(checks, "allow", dict, {})
    chosen = {
        name: tuple(_pattern(text, f"allow.{name}") for text in _strings(table, name)) for name in table
    }
    known = _known(path, (name for name in table if name != "*"), _checks_and_rules(checks))
    return {name: allowed for name, allowed in chosen.items() if name == "*" or name in known}


def _calques(checks: Mapping[str, Any]) -> dict[str, str]:
    table = _typed(checks, "calques", dict, {})
    for text, better in table.items():
        _pattern(text, "calques")
        if not isinstance(better, str):
            raise UsageError(
                _("the calque “{text}” has no wording to use instead").format(text=text),
                remedy=_("Write a string, which may be empty"),
            )
    return dict(table)


def _quotes(checks: Mapping[str, Any]) -> str:
    quotes = _typed(checks, "quotes", str, "")
    if quotes and len(quotes) != 2:
        raise UsageError(
            _("“{quotes}” is no pair of quotation marks").format(quotes=quotes),
            remedy=_('Write two characters: quotes = "„“"'),
        )
    return quotes


_RULE_KEYS = ("id", "pattern", "message", "side", "severity", "replacement", "unless", "only-if")


def _rule(number: int, rule: object) -> RegexRule:
    where = f"rules[{number}]."
    if not isinstance(rule, dict):
        raise UsageError(
            _("the setting “{name}” has the wrong type").format(name=where[:-1]),
            remedy=_("Write [[checks.rules]] with id, pattern and message"),
        )
    _known_keys(rule, _RULE_KEYS, where)
    for key in ("id", "pattern", "message"):
        if not isinstance(rule.get(key), str) or not rule[key]:
            raise UsageError(
                _("{name} is missing").format(name=where + key),
                remedy=_("A rule needs id, pattern and message"),
            )
    replacement = _typed(rule, "replacement", str, "") if "replacement" in rule else None
    pattern = _pattern(rule["pattern"], where + "pattern")
    if replacement is not None:
        _check_replacement(pattern, replacement, where)
    return RegexRule(
        id=rule["id"],
        pattern=pattern,
        message=rule["message"],
        side=_choice(rule, "side", ("target", "source")) or "target",
        severity=Severity(_choice(rule, "severity", [s.value for s in Severity]) or "warning"),
        replacement=replacement,
        unless=_pattern(rule["unless"], where + "unless") if "unless" in rule else None,
        only_if=_pattern(rule["only-if"], where + "only-if") if "only-if" in rule else None,
    )


def _pattern(text: str, where: str) -> re.Pattern[str]:
    try:
        return re.compile(text)
    except (re.error, TypeError) as error:
        raise UsageError(
            _("{name}: “{text}” is no regular expression: {error}").format(
                name=where, text=text, error=error
            ),
            remedy=_("Put a backslash before ( ) [ ] . * + ? that mean themselves"),
        ) from error


def _check_replacement(pattern: re.Pattern[str], replacement: str, where: str) -> None:
    try:
        re.compile(f"{pattern.pattern}|", pattern.flags).sub(replacement, "")
    except (re.error, TypeError, IndexError) as error:
        raise UsageError(
            _("{name}: {error}").format(name=where + "replacement", error=error),
            remedy=_(r"Use \1 for the first group of the pattern"),
        ) from error
