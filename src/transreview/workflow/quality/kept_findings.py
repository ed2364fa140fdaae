"""Findings of an article kept beside the project, for as long as nothing that they depend on changes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from transreview.checks.context import CheckContext
from transreview.checks.findings import FAILED
from transreview.checks.fingerprint import context_fingerprint
from transreview.checks.segment_text import SegmentText
from transreview.deadline import left_alone
from transreview.model.finding import Finding, Fix, Severity, Side

if TYPE_CHECKING:
    from transreview.project import Project

_KIND = "check"

Found = dict[int, list[Finding]]
Texts = Sequence[tuple[int, SegmentText]]


def kept_findings(
    project: Project, article_id: int, context: CheckContext, texts: Texts
) -> tuple[Found, Found] | None:
    """Return what an earlier run has found in the very same texts, None where there is none.

    What cannot be read (of another version, cut in half) is as if it were not there.

    Returns:
        Findings of each segment by itself, and those of comparisons.
    """
    stored = project.cache.get(_KIND, str(article_id))
    if stored is None:
        return None
    own: Found = {key: [] for key, _text in texts}
    compared: Found = {}
    try:
        head, *lines = stored.splitlines()
        if json.loads(head) != [_content(context, texts), len(lines)]:
            return None
        for line in lines:
            key, alone, with_others = json.loads(line)
            own[int(key)] = [_from_plain(one) for one in alone]
            if with_others:
                compared[int(key)] = [_from_plain(one) for one in with_others]
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return own, compared


def keep_findings(
    project: Project, article_id: int, context: CheckContext, texts: Texts, found: tuple[Found, Found]
) -> None:
    """Keep the findings of texts, with the hash of all that they were made from.

    A line for each segment: all in one piece would hold up every other thread while it is written and read.
    Where a check failed or took too long they are not kept: the next run may have an answer.
    """
    own, compared = found
    if left_alone() or any(
        one.check == FAILED for ones in chain(own.values(), compared.values()) for one in ones
    ):
        return
    lines = [
        _line([key, *([*map(_to_plain, ones.get(key, ()))] for ones in found)])
        for key, _text in texts
        if key in own or key in compared
    ]
    head = _line([_content(context, texts), len(lines)])
    project.cache.put(_KIND, str(article_id), b"\n".join([head, *lines]))


def _line(what: list[Any]) -> bytes:
    return json.dumps(what, ensure_ascii=False).encode()


def _content(context: CheckContext, texts: Texts) -> str:
    content = hashlib.blake2b(context_fingerprint(context).encode(), digest_size=16)
    for key, text in texts:
        beside = repr((text.source_marks, text.target_marks, text.levels)) if _is_marked(text) else ""
        beside += "only here" if text.only_here else ""
        beside += "few" if text.of_few else ""
        beside += repr(text.message) if text.message is not None else ""
        fields = (str(key), text.kind.value, text.source, text.target, beside)
        content.update("\x1f".join(fields).encode("utf-8", "surrogatepass") + b"\x1e")
    return content.hexdigest()


def _is_marked(text: SegmentText) -> bool:
    return bool(text.source_marks or text.target_marks or any(text.levels))


def _to_plain(finding: Finding) -> list[Any]:
    fix = finding.fix
    return [
        finding.check,
        finding.severity.value,
        finding.mqm,
        finding.side.value,
        finding.start,
        finding.end,
        finding.message,
        finding.expected,
        finding.found,
        None if fix is None else [fix.start, fix.end, fix.text],
        finding.segment_id,
        finding.confidence,
        finding.concept_id,
    ]


def _from_plain(plain: Sequence[Any]) -> Finding:
    check, severity, mqm, side, start, end, message, expected, found, fix, segment, confidence, concept = (
        plain
    )
    return Finding(
        check=check,
        severity=Severity(severity),
        mqm=mqm,
        side=Side(side),
        start=start,
        end=end,
        message=message,
        expected=expected,
        found=found,
        fix=None if fix is None else Fix(*fix),
        segment_id=segment,
        confidence=confidence,
        concept_id=concept,
    )
