"""May it go out, and if not, what stands in the way: the first thing a report says."""

from __future__ import annotations

from transreview.i18n import ngettext
from transreview.workflow.quality.report_model import Corpus, Threshold, Verdict
from transreview.workflow.quality.report_quality import Findings
from transreview.workflow.quality.thresholds import failures


def verdict(corpus: Corpus, findings: Findings, thresholds: list[Threshold]) -> Verdict:
    """Return the verdict on a project.

    Args:
        corpus: How far its review has come.
        findings: What the checks found.
        thresholds: The limits that were asked for, judged.
    """
    obstacles = failures(thresholds)
    open_segments = corpus["segments"] - corpus["reviewed"]
    if open_segments:
        words = ngettext(
            "{count} of {total} segments is not confirmed; {untouched} untouched: nobody has read them",
            "{count} of {total} segments are not confirmed; {untouched} untouched: nobody has read them",
            open_segments,
        )
        if not corpus["untouched"]:
            words = ngettext(
                "{count} of {total} segments is not confirmed",
                "{count} of {total} segments are not confirmed",
                open_segments,
            )
        obstacles.append(
            words.format(count=open_segments, total=corpus["segments"], untouched=corpus["untouched"])
        )
    errors = findings["by_severity"]["critical"] + findings["by_severity"]["error"]
    if errors:
        worst = findings["by_check"][0]
        words = ngettext(
            "{count} finding at error level is open, first of all {check}",
            "{count} findings at error level are open, first of all {check} ({most})",
            errors,
        )
        obstacles.append(words.format(count=errors, check=worst["check"], most=worst["count"]))
    if corpus["needs_work"]:
        words = ngettext(
            "{count} segment is marked as needing work",
            "{count} segments are marked as needing work",
            corpus["needs_work"],
        )
        obstacles.append(words.format(count=corpus["needs_work"]))
    return {
        "passed": all(t["passed"] for t in thresholds) if thresholds else None,
        "may_go": not obstacles,
        "obstacles": obstacles,
    }
