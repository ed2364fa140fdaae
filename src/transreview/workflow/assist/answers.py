"""What came back, taken apart: a model's words are data, and only of the form that was asked for."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from transreview.errors import InputError
from transreview.i18n import _
from transreview.languages import identify, language
from transreview.scoring.mqm_categories import is_known
from transreview.workflow.assist.requests import Request, Task

_SEVERITIES = {"neutral", "minor", "major", "critical"}
_FENCE = re.compile(r"^```[a-z]*\n(.*)\n```$", re.DOTALL)
_LONGEST = 8  # times the longer of source and translation; no translation of a segment is longer
_SURE = 0.9  # of the language of a suggestion
_SENTENCE = 3  # words in another script that are no name left as it is


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedError:
    """An error that a machine marked.

    Attributes:
        start: First character in the translation.
        end: One past the last.
        category: MQM category.
        severity: "neutral", "minor", "major" or "critical".
        note: What the machine said of it.
    """

    start: int
    end: int
    category: str
    severity: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer, with what was left out of it.

    Attributes:
        text: The suggestion or explanation; empty for annotations.
        errors: Errors that were marked.
        left_out: What of the answer could not be taken, a sentence each.
    """

    text: str = ""
    errors: tuple[MarkedError, ...] = ()
    left_out: tuple[str, ...] = ()


def read_answer(content: str, request: Request, who: str) -> Answer:
    """Take an answer apart.

    Args:
        content: What came back.
        request: What was asked.
        who: Who answered, for messages.

    Raises:
        InputError: It is no JSON of the form that was asked for, or a suggestion that can be none: empty, in
            another language, or far too long.
    """
    data = _data(content, who)
    if request.task is Task.ANNOTATE:
        return _annotations(data, request, who)
    field = "translation" if request.task is Task.SUGGEST else "explanation"
    text = data.get(field)
    if not isinstance(text, str) or not text.strip():
        raise _not_asked_for(who, field)
    if request.task is Task.SUGGEST:
        _refuse_no_translation(text, request, who)
    return Answer(text=text.strip())


def _data(content: str, who: str) -> dict[str, Any]:
    text = content.strip()
    if fenced := _FENCE.match(text):
        text = fenced[1]
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict):
        raise InputError(
            _("{who} did not answer with JSON").format(who=who),
            remedy=_("Ask again; a model that cannot is of no use here"),
        )
    return data


def _not_asked_for(who: str, field: str) -> InputError:
    return InputError(
        _("the answer of {who} has no {field}").format(who=who, field=field),
        remedy=_("Ask again; a model that cannot is of no use here"),
    )


def _refuse_no_translation(text: str, request: Request, who: str) -> None:
    longest = _LONGEST * max(len(request.source), len(request.target), 20)
    if len(text) > longest:
        raise InputError(
            _("the suggestion of {who} is {count} characters long: no translation of this segment").format(
                who=who, count=len(text)
            ),
            remedy=_("Ask again"),
        )
    wanted = request.target_language.split("-")[0].lower()
    found = identify(text, (wanted, request.source_language.split("-")[0].lower()))
    scripts = language(wanted).scripts
    foreign = bool(scripts) and found.script not in scripts and _own_words(text, request.source) >= _SENTENCE
    if found.code not in {"und", wanted} and (found.confidence >= _SURE or foreign):
        raise InputError(
            _("the suggestion of {who} looks like {found}, not {wanted}").format(
                who=who, found=found.code, wanted=wanted
            ),
            remedy=_("Ask again"),
        )


def _own_words(text: str, source: str) -> int:
    """Count the words of a text that its source does not hold: names of products stand in both."""
    return sum(word.casefold() not in source.casefold() for word in text.split())


def _annotations(data: dict[str, Any], request: Request, who: str) -> Answer:
    rows = data.get("errors")
    if not isinstance(rows, list):
        raise _not_asked_for(who, "errors")
    errors: list[MarkedError] = []
    left_out: list[str] = []
    for number, row in enumerate(rows, 1):
        found = _error(row, request.target) if isinstance(row, dict) else _("it is no object")
        if isinstance(found, str):
            left_out.append(_("error {number} is left out: {why}").format(number=number, why=found))
        else:
            errors.append(found)
    return Answer(errors=tuple(errors), left_out=tuple(left_out))


def _error(row: dict[str, Any], target: str) -> MarkedError | str:
    words, category = row.get("words", ""), row.get("category", "")
    severity, note = str(row.get("severity", "")).lower(), row.get("note", "")
    if not isinstance(words, str) or not isinstance(category, str) or not isinstance(note, str):
        return _("its fields are no strings")
    if severity not in _SEVERITIES:
        return _("“{severity}” is no severity").format(severity=severity[:30])
    if not is_known(category):
        return _("“{category}” is no category").format(category=category[:60])
    start = target.find(words)
    if start < 0:
        return _("its words do not stand in the translation")
    return MarkedError(
        start=start, end=start + len(words), category=category, severity=severity, note=note[:2000]
    )
