"""From a concept to what is shown of it: signs, the lines of its card, one line in the list."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from transreview.i18n import _, ngettext
from transreview.model.finding import Severity
from transreview.model.glossary import Concept, ConceptStatus, Term, TermKind
from transreview.terminology.index import base_language
from transreview.terminology.lint_issue import LintIssue
from transreview.tui.marks import Mark, MarkKind
from transreview.tui.presenting import SEVERITY_MARKS
from transreview.tui.row import SEVERITY_GLYPHS
from transreview.tui.widgets.entry_pane import Entry
from transreview.workflow.terms.occurrences import Usage

STATUS_SIGNS = {ConceptStatus.PROPOSED: "?", ConceptStatus.APPROVED: "✔", ConceptStatus.DEPRECATED: "–"}
KIND_SIGNS = {TermKind.PREFERRED: "✓", TermKind.ADMITTED: "~", TermKind.FORBIDDEN: "✗"}


def concept_status_words() -> dict[ConceptStatus, str]:
    """Return the word for each status in the interface's language."""
    return {
        ConceptStatus.PROPOSED: _("proposed"),
        ConceptStatus.APPROVED: _("approved"),
        ConceptStatus.DEPRECATED: _("deprecated"),
    }


def concept_signs() -> list[tuple[str, str]]:
    """Return the signs of the glossary screen, with their meaning."""
    statuses = concept_status_words()
    return [
        *((sign, statuses[status]) for status, sign in STATUS_SIGNS.items()),
        (KIND_SIGNS[TermKind.PREFERRED], _("preferred term, or right in its place")),
        (KIND_SIGNS[TermKind.ADMITTED], _("admitted term")),
        (KIND_SIGNS[TermKind.FORBIDDEN], _("forbidden term, or an error")),
        ("!", _("something to look at; in an occurrence: no term of the glossary stands there")),
        ("·", _("a remark")),
        ("12", _("a number at the end of a line: segments of the project that have the concept")),
    ]


def name_of(concept: Concept, language: str) -> str:
    """Return the first allowed term of a concept in a language, else a forbidden one marked as such."""
    terms = terms_in(concept, language)
    allowed = [term.text for term in terms if term.kind is not TermKind.FORBIDDEN]
    forbidden = [f"{KIND_SIGNS[term.kind]} {term.text}" for term in terms]
    return (allowed or forbidden or [""])[0]


def terms_in(concept: Concept, language: str) -> list[Term]:
    """Return the terms of a concept in a language, whatever its script or region."""
    wanted = base_language(language)
    return [term for term in concept.terms if base_language(term.language) == wanted]


def card(
    concept: Concept, usage: Usage | None, issues: Sequence[LintIssue], *, counted: bool, home: Path | None
) -> list[Entry]:
    """Return everything that is known of a concept, as the entries of a pane.

    Args:
        concept: The concept.
        usage: How the project uses it; None where it does not.
        issues: Faults it takes part in.
        counted: Whether the project has been counted.
        home: The file it comes from.
    """
    head = f"{concept.id} · {STATUS_SIGNS[concept.status]} {concept_status_words()[concept.status]}"
    about = " · ".join(part for part in (concept.subject, concept.definition) if part)
    entries = [Entry(head + (f"\n{about}" if about else ""), (Mark(0, len(concept.id), MarkKind.MATCH),))]
    entries += [_issue_entry(issue, concept) for issue in issues]
    entries += [_term_entry(term) for term in concept.terms]
    if concept.note:
        entries.append(Entry(_("Note: {note}").format(note=concept.note)))
    entries.append(_usage_entry(usage, counted))
    if home is not None:
        where = f"{home.name}:{concept.origin[1]}" if concept.origin[1] else home.name
        entries.append(Entry(where, (Mark(0, len(where), MarkKind.MUTED),)))
    return entries


def worst_of(issues: Sequence[LintIssue]) -> Severity | None:
    """Return how bad the worst of some faults is, None where they are mere remarks."""
    worst = max((issue.severity for issue in issues), key=lambda s: s.rank, default=Severity.INFO)
    return None if worst is Severity.INFO else worst


def _term_entry(term: Term) -> Entry:
    kinds = {
        TermKind.PREFERRED: _("preferred"),
        TermKind.ADMITTED: _("admitted"),
        TermKind.FORBIDDEN: _("forbidden"),
    }
    text = f"{KIND_SIGNS[term.kind]} {term.language}  {term.text}"
    more = ", ".join(part for part in (kinds[term.kind], term.pos, *term.grammar) if part)
    marks = [Mark(len(text), len(text) + len(more) + 3, MarkKind.MUTED)]
    if term.kind is TermKind.FORBIDDEN:
        marks.append(Mark(0, 1, MarkKind.ERROR))
    return Entry(f"{text} ({more})", tuple(marks), term)


def _issue_entry(issue: LintIssue, concept: Concept) -> Entry:
    text = f"{SEVERITY_GLYPHS[issue.severity]} {issue.message}"
    if issue.concept_id != concept.id:
        text += f" ({issue.concept_id})"
    start = len(text)
    text += f"\n  {issue.rule}"
    marks = (Mark(0, 1, SEVERITY_MARKS[issue.severity]), Mark(start, len(text), MarkKind.MUTED))
    return Entry(text, marks, issue)


def _usage_entry(usage: Usage | None, counted: bool) -> Entry:
    if usage is None:
        return Entry(_("Not used in the project.") if counted else _("Counting its use…"))
    count = ngettext("In {n} segment", "In {n} segments", usage.segments).format(n=usage.segments)
    lines = [count + ("" if counted else " " + _("so far"))]
    lines += [f"  {KIND_SIGNS[TermKind.PREFERRED]} {text} × {n}" for text, n in usage.rendered.most_common()]
    lines += [f"  {KIND_SIGNS[TermKind.FORBIDDEN]} {text} × {n}" for text, n in usage.forbidden.most_common()]
    if usage.missing:
        lines.append("  ! " + _("no term of it × {n}").format(n=usage.missing))
    return Entry("\n".join(lines))
