"""A report's model with everything in it, hostile text included."""

from __future__ import annotations

from typing import Any

HOSTILE = '<script>alert("x")</script> \u202e\x1b[31m & „ქართული“'


def sample_model() -> dict[str, Any]:
    """Return a model that fills every part of a report."""
    score = {
        "article": None,
        "language": "ka",
        "text": "machine translation",
        "metric": "chrf",
        "name": "chrF2++",
        "value": 55.25,
        "signature": "nrefs:1|case:mixed|eff:yes|nc:6|nw:2|space:no|version:2.6.0",
        "segments": 2,
        "higher_is_better": True,
        "mean": 55.0,
        "interval": 2.5,
        "resampled": "segments",
    }
    effort = {
        "article": None,
        "language": "ka",
        "hter": 0.25,
        "character_rate": 0.125,
        "untouched": 1,
        "segments": 2,
        "words": 8,
        "edits": 2,
        "per_thousand_words": 250.0,
        "deciles": [0.0, 0.1, 0.1, 0.2, 0.25, 0.3, 0.4, 0.4, 0.5],
    }
    finding = {
        "fingerprint": "0123456789abcdef01234567",
        "article": "mirror-industry",
        "key": "0001",
        "check": "term.forbidden",
        "severity": "error",
        "side": "target",
        "start": 0,
        "end": 5,
        "message": f"forbidden: {HOSTILE}",
        "expected": "პარტია",
        "found": "=წვეულება",
    }
    return {
        "schema": "transreview-report-1",
        "run": {
            "tool": "transreview 0.1.0",
            "time": "2026-01-02T03:04:05Z",
            "elapsed": 1.5,
            "command": "transreview report demo.transreview -o report.html",
            "seed": 12345,
            "sacrebleu": "2.6.0",
            "project": HOSTILE,
            "inputs": [{"file": "mirror-industry", "sha256": "0" * 64}],
        },
        "corpus": {
            "articles": 1,
            "segments": 2,
            "source_characters": 40,
            "target_words": 8,
            "status": {"machine": 1, "edited": 0, "confirmed": 1, "approved": 0},
            "reviewed": 1,
            "needs_work": 0,
            "untouched": 1,
            "reviewers": ["ნინო"],
            "languages": [["zh", "ka"]],
        },
        "scores": [
            score,
            {
                **score,
                "article": "mirror-industry",
                "text": "reviewed text",
                "interval": None,
                "mean": None,
                "resampled": "",
            },
        ],
        "reference": {"present": True, "without": 0, "note": ""},
        "effort": [effort, {**effort, "article": "mirror-industry"}],
        "effort_histogram": {
            "edges": [i / 10 for i in range(11)],
            "counts": [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0],
        },
        "time": {"seconds": 600.0, "segments": 2, "per_segment": 300.0},
        "mqm": {
            "total": 6.0,
            "size": 8,
            "unit": "words",
            "per_thousand": 750.0,
            "quality": 25.0,
            "calibrated": None,
            "threshold": None,
            "passed": None,
            "indicative": True,
            "errors": [
                {"category": "Terminology", "severity": "Major", "count": 1},
                {"category": HOSTILE, "severity": "Minor", "count": 1},
            ],
            "raters": [
                {"rater": "ნინო", "errors": 2, "penalty": 6.0},
                {"rater": "გიორგი", "errors": 0, "penalty": 0.0},
            ],
            "agreement": {"span_f1": 0.5, "alpha": None},
        },
        "findings": {
            "segments": 2,
            "clean_share": 0.5,
            "dismissed": 1,
            "by_severity": {"info": 0, "warning": 0, "error": 1, "critical": 0},
            "by_check": [
                {
                    "check": "term.forbidden",
                    "severity": "error",
                    "mqm": "terminology",
                    "count": 1,
                    "per_thousand": 500.0,
                }
            ],
            "list": [finding],
        },
        "terms": {
            "required": 4,
            "rendered": 3,
            "success_rate": 0.75,
            "exact_rate": 0.5,
            "consistency": 1.0,
            "forbidden": 1,
            "failing": [
                {"concept_id": "party", "source": "党", "preferred": "პარტია", "missing": 1, "forbidden": 1}
            ],
        },
        "external": [{"name": "comet", "mean": 0.8125, "segments": 2}],
        "articles": [
            {
                "slug": "mirror-industry",
                "title": "“镜”业守初心 永远跟党走",
                "source_language": "zh",
                "target_language": "ka",
                "segments": 2,
                "reviewed": 1,
                "hter": 0.25,
                "findings": {"info": 0, "warning": 0, "error": 1, "critical": 0},
            }
        ],
        "worst": [
            {
                "article": "mirror-industry",
                "key": "0001",
                "source_language": "zh",
                "target_language": "ka",
                "source": "永远跟党走",
                "machine": f"წვეულება {HOSTILE}",
                "target": f"პარტია {HOSTILE}",
                "hter": 0.5,
                "diff": [["removed", "წვეულება"], ["added", "პარტია"], ["kept", f" {HOSTILE}"]],
                "findings": [
                    {"check": "term.forbidden", "severity": "error", "message": f"forbidden: {HOSTILE}"}
                ],
            }
        ],
        "thresholds": [
            {"name": "chrf", "limit": "≥ 55", "value": 55.25, "passed": True},
            {"name": "npt", "limit": "≤ 20", "value": None, "passed": False},
        ],
        "trend": {
            "since": "2025-12-01T00:00:00Z",
            "findings": {"new": 1, "fixed": 2, "unchanged": 0},
            "scores": [
                {
                    "text": "machine translation",
                    "name": "chrF2++",
                    "before": 50.0,
                    "now": 55.25,
                    "same_signature": True,
                }
            ],
        },
    }
