"""Findings of an article kept beside the project, for as long as nothing that they depend on changes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from transreview.checks.document import DocumentChecks
from transreview.checks.findings import FAILED
from transreview.checks.fingerprint import context_fingerprint
from transreview.checks.segment_text import SegmentText
from transreview.deadline import left_alone
from transreview.model.finding import Finding, Fix, Severity, Side

if TYPE_CHECKING:
    from transreview.project import Project

_KIND = "check"

Found = dict[int, list[Finding]]


def kept_findings(project: Project, article_id: int, document: DocumentChecks) -> tuple[Found, Found] | None:
    """Return what an earlier run has found in the very same document, None where there is none.

    What cannot be read (of another version, cut in half) is as if it were not there.

    Returns:
        Findings of each segment by itself, and those of comparisons.
    """
    stored = project.cache.get(_KIND, str(article_id))
    if stored is None:
        return None
    try:
        kept = json.loads(stored)
        if kept["content"] != _content(document):
            return None
        own = {int(key): [_from_plain(one) for one in ones] for key, ones in kept["own"].items()}
        compared = {int(key): [_from_plain(one) for one in ones] for key, ones in kept["compared"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return {key: own.get(key, []) for key in document.keys}, compared


def keep_findings(project: Project, article_id: int, document: DocumentChecks) -> None:
    """Keep the findings of a document, with the hash of all that they were made from.

    Where a check failed or took too long they are not kept: the next run may have an answer.
    """
    if not document.is_complete or left_alone():
        return
    own, compared = document.by_origin()
    if any(one.check == FAILED for ones in chain(own.values(), compared.values()) for one in ones):
        return
    kept = {
        "content": _content(document),
        "own": {key: [_to_plain(one) for one in ones] for key, ones in own.items()},
        "compared": {key: [_to_plain(one) for one in ones] for key, ones in compared.items()},
    }
    project.cache.put(_KIND, str(article_id), json.dumps(kept, ensure_ascii=False).encode())


def _content(document: DocumentChecks) -> str:
    content = hashlib.blake2b(context_fingerprint(document.context).encode(), digest_size=16)
    for key in document.keys:
        text = document.text(key)
        if text is not None:
            beside = repr((text.source_marks, text.target_marks, text.levels)) if _is_marked(text) else ""
            beside += "only here" if text.only_here else ""
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
