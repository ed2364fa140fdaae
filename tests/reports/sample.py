"""A report's model with everything in it, hostile text included."""

from __future__ import annotations

from transreview.workflow.quality.report_model import Report

HOSTILE = '<script>alert("x")</script> \u202e\x1b[31m & „ქართული“'


def sample_model() -> Report:
    """Return a model that fills every part of a report."""
    score = {
        "article": None,
        "engine": "",
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
        "engine": "",
        "language": "ka",
        "hter": 0.25,
        "character_rate": 0.125,
        "segments": 2,
        "reviewed": 1,
        "untouched": 1,
        "unchanged": 0,
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
        "words": "წვეულება",
        "context": "წვეულება …",
    }
    return {
        "schema": "transreview-report-3",
        "run": {
            "tool": "transreview 0.1.0",
            "time": "2026-01-02T03:04:05Z",
            "elapsed": 1.5,
            "command": "transreview report demo.transreview -o report.html",
            "seed": 12345,
            "sacrebleu": "2.6.0",
            "project": HOSTILE,
            "identity": "0123",
            "inputs": [{"file": "mirror-industry", "sha256": "0" * 64, "source_sha256": "1" * 64}],
        },
        "verdict": {"passed": False, "may_go": False, "obstacles": [f"1 finding: {HOSTILE}"]},
        "corpus": {
            "articles": 1,
            "segments": 2,
            "source_characters": 40,
            "target_words": 8,
            "status": {"machine": 1, "edited": 0, "confirmed": 1, "approved": 0},
            "reviewed": 1,
            "approved": 0,
            "needs_work": 0,
            "untouched": 1,
            "by_status": [
                {"name": "machine", "segments": 1, "source_characters": 20, "target_words": 4},
                {"name": "confirmed", "segments": 1, "source_characters": 20, "target_words": 4},
            ],
            "by_match": [{"name": "no match", "segments": 2, "source_characters": 40, "target_words": 8}],
            "reviewers": ["ნინო"],
            "languages": [("zh", "ka")],
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
        "score_histogram": {
            "name": "chrF2++",
            "edges": [float(i) for i in range(0, 100, 10)],
            "counts": [0] * 8 + [1, 1],
        },
        "reference": {
            "present": True,
            "without": 0,
            "no_machine": 0,
            "added": 0,
            "by_line": 1,
            "note": "1 article is scored line by line.",
        },
        "engines": {
            "segments": 2,
            "articles": 1,
            "left_out": 1,
            "rows": [
                {
                    "engine": name,
                    "segments": 2,
                    "words": 8,
                    "scores": [{"metric": "chrf", "name": "chrF2++", "value": 55.25, "signature": "nrefs:1"}],
                    "findings": 1,
                    "findings_per_thousand": 125.0,
                    "mqm": -3.0,
                    "hter": None,
                    "chosen": 0,
                }
                for name in ("DeepL", HOSTILE)
            ],
            "comparisons": [
                {
                    "metric": "chrf",
                    "engine": HOSTILE,
                    "baseline": "DeepL",
                    "difference": -1.5,
                    "p": 0.04,
                    "verdict": "worse",
                    "resampled": "segments",
                }
            ],
        },
        "effort": [effort, {**effort, "article": "mirror-industry"}],
        "effort_histogram": {
            "name": "HTER",
            "edges": [i / 10 for i in range(11)],
            "counts": [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0],
        },
        "people": [
            {
                "user": HOSTILE,
                "segments": 1,
                "confirmed": 1,
                "words": 4,
                "hter": 0.5,
                "seconds": 600.0,
                "words_per_hour": 24.0,
                "findings": 1,
            }
        ],
        "time": {"seconds": 600.0, "segments": 2, "per_segment": 300.0},
        "mqm": {
            "total": 6.0,
            "size": 8,
            "unit": "words",
            "engine": "DeepL",
            "segments": 2,
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
                {"rater": "ნინო", "segments": 2, "errors": 2, "penalty": 6.0},
                {"rater": "გიორგი", "segments": 1, "errors": 0, "penalty": 0.0},
            ],
            "engines": [
                {
                    "engine": "DeepL",
                    "segments": 2,
                    "size": 8,
                    "total": 6.0,
                    "per_thousand": 750.0,
                    "mean": -3.0,
                }
            ],
            "agreement": {"span_f1": 0.5, "alpha": None, "segments": 1},
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
                    "before": 3,
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
                "engine": "DeepL",
                "source_language": "zh",
                "target_language": "ka",
                "segments": 2,
                "reviewed": 1,
                "untouched": 1,
                "words": 8,
                "hter": 0.25,
                "errors_per_thousand": 125.0,
                "findings": {"info": 0, "warning": 0, "error": 1, "critical": 0},
            }
        ],
        "risk": {
            "basis": "edits",
            "model": "general",
            "at_fifth": 0.5,
            "points": [{"read": 0.0, "found": 0.0}, {"read": 0.5, "found": 0.8}, {"read": 1.0, "found": 1.0}],
        },
        "segments": [
            {
                "article": "mirror-industry",
                "key": "0001",
                "engine": "DeepL",
                "status": "edited",
                "reviewer": HOSTILE,
                "source_language": "zh",
                "target_language": "ka",
                "source": "永远跟党走",
                "machine": f"წვეულება {HOSTILE}",
                "target": f"პარტია {HOSTILE}",
                "hter": 0.5,
                "risk": 2.5,
                "rank": 1,
                "reasons": ["the checks found something here"],
                "diff": [("removed", "წვეულება"), ("added", "პარტია"), ("kept", f" {HOSTILE}")],
                "findings": [
                    {
                        "check": "term.forbidden",
                        "severity": "error",
                        "message": f"forbidden: {HOSTILE}",
                        "side": "target",
                        "start": 7,
                        "end": 15,
                        "expected": "პარტია",
                    }
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
            "checks": [{"check": "term.forbidden", "before": 3, "now": 1, "new": 1, "fixed": 2}],
            "scores": [
                {
                    "text": "machine translation",
                    "engine": "",
                    "name": "chrF2++",
                    "before": 50.0,
                    "now": 55.25,
                    "same_signature": True,
                }
            ],
        },
    }
