"""Scores as text for a terminal or a log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transreview.i18n import _, ngettext
from transreview.reports.visible import one_line
from transreview.words import called

if TYPE_CHECKING:
    from transreview.scoring.corpus_score import MetricScore
    from transreview.scoring.effort import Effort
    from transreview.workflow.quality.scoring import ArticleScores, ProjectScores
    from transreview.workflow.quality.scoring_lines import LineScores


def _value(score: MetricScore) -> str:
    if score.mean is None or score.interval is None:
        return f"{score.value:.2f}"
    return f"{score.value:.2f} (µ {score.mean:.2f} ± {score.interval:.2f})"


def line_scores_text(lines: LineScores) -> str:
    """Return the scores of line files, comparisons and single lines as text."""
    parts = []
    for system in lines.systems:
        parts.append(
            ngettext(
                "{file}  ({count} segment, {language})", "{file}  ({count} segments, {language})", lines.lines
            ).format(file=one_line(system.text), count=lines.lines, language=lines.language)
        )
        parts += [f"  {s.name:8s} {_value(s):28s} {s.signature}" for s in system.scores]
    for name, documents in lines.documents.items():
        parts += ["", _("{file} by document:").format(file=one_line(name))]
        parts += [
            f"  {one_line(document, 40):40s} " + "  ".join(f"{s.name} {s.value:.2f}" for s in scores)
            for document, scores in documents.items()
        ]
    if lines.comparisons:
        parts += [
            "",
            _("Against {baseline} (p after Holm's correction):").format(
                baseline=one_line(lines.systems[0].text)
            ),
        ]
        parts += [
            f"  {one_line(c.system)}  {c.metric}: {c.value - c.baseline:+.2f}, p = {c.p_corrected:.4f}:"
            f" {called(c.verdict)}"
            for c in lines.comparisons
        ]
    for name, by_metric in lines.segments.items():
        parts += ["", one_line(name)]
        parts += [
            f"  {number}\t" + "\t".join(f"{by_metric[m][number - 1]:.2f}" for m in by_metric)
            for number in range(1, lines.lines + 1)
        ]
    return "\n".join(parts)


def project_scores_text(scores: ProjectScores) -> str:
    """Return the scores and the effort of a project by article and in total as text."""
    parts = []
    for row in (*scores.articles, *(scores.totals if len(scores.articles) > 1 else ())):
        parts += _article_lines(row)
    if not scores.has_reference:
        parts.append(_("No reference translation: add one with `transreview new … --reference FILE`."))
    return "\n".join(parts).rstrip()


def alignment_notes(row: ArticleScores) -> list[str]:
    """Return what has to stand beside a score: which pieces it is over, and what has no counterpart."""
    notes = []
    if row.by_line:
        notes.append(_("(scored line by line, as the texts were given)"))
    counts = (
        (
            row.without_reference,
            ngettext(
                "{count} segment left out: the reference has nothing for it",
                "{count} segments left out: the reference has nothing for them",
                row.without_reference,
            ),
        ),
        (
            row.no_machine,
            ngettext(
                "{count} segment without a machine translation, scored as empty",
                "{count} segments without a machine translation, scored as empty",
                row.no_machine,
            ),
        ),
        (
            row.added,
            ngettext(
                "{count} segment of the translation alone, scored against nothing",
                "{count} segments of the translation alone, scored against nothing",
                row.added,
            ),
        ),
    )
    notes += [f"({words.format(count=count)})" for count, words in counts if count]
    return notes


def _effort_line(effort: Effort) -> str:
    if effort.hter is None:
        return _("Post-editing: no data, nothing is reviewed ({untouched} of {segments} untouched)").format(
            untouched=effort.untouched, segments=effort.segments
        )
    return _(
        "Post-editing: HTER {hter:.3f} (edits {edits} / words {words}), {untouched} of {segments} untouched"
    ).format(
        hter=effort.hter,
        edits=effort.edits,
        words=effort.words,
        untouched=effort.untouched,
        segments=effort.segments,
    )


def _article_lines(row: ArticleScores) -> list[str]:
    effort = row.effort
    lines = [f"{one_line(row.title)}  [{one_line(row.name)}]"]
    facts = ngettext(
        "{segments} segment, {reviewed} confirmed", "{segments} segments, {reviewed} confirmed", row.segments
    ).format(segments=row.segments, reviewed=row.reviewed)
    lines.append(f"  {facts}")
    for text in row.texts:
        name = f"{called(text.text)} ({one_line(text.engine)})" if text.engine else called(text.text)
        lines.append("  " + _("{text} against the reference:").format(text=name))
        lines += [f"    {s.name:8s} {_value(s):28s} {s.signature}" for s in text.scores]
    lines += [f"  {note}" for note in alignment_notes(row)] if row.texts else []
    lines.append("  " + _effort_line(effort))
    if effort.edits:
        lines.append(
            "  " + _("(against post-edits of this machine translation: effort, no ranking of engines)")
        )
    return [*lines, ""]
