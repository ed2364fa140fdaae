"""What the form says of a concept being written: faults, the spelling of a name, the forms it will have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from rich.text import Text

from transreview.i18n import _
from transreview.languages import language as language_of
from transreview.languages import pair
from transreview.model.finding import Severity
from transreview.model.glossary import Concept, Term, TermKind
from transreview.terminology.lint_issue import LintIssue
from transreview.tui.escape import visible, visible_line
from transreview.tui.glossary.presenting import terms_in
from transreview.tui.row import SEVERITY_GLYPHS
from transreview.tui.widths import cells, pad

_NAME_HINTS = {"name": "", "person": "person", "place": "place"}


@dataclass(frozen=True, slots=True)
class NameSuggestion:
    """How a name of the source is spelled in the target language.

    Attributes:
        form: By the project's practice, in the nominative.
        kind: "person" or "place".
        others: Other acceptable spellings.
        copied: Spellings copied from English letter by letter, which are to be avoided.
    """

    form: str
    kind: str
    others: tuple[str, ...]
    copied: tuple[str, ...]


def suggest_name(
    source: Term, target: str, target_hints: Sequence[str], practice: str
) -> NameSuggestion | None:
    """Return how a name of the source is spelled in the target language, None where it is no name.

    Args:
        source: The source term.
        target: Target language.
        target_hints: Hints of the target term: "name", "person" or "place" say that it is a name.
        practice: Name of the project's practice.
    """
    module = pair(source.language, target).transliteration
    if not module:
        return None
    from transreview.languages.chinese.names import find_names

    spelled = import_module(module)

    text = "".join(source.text.split())
    hint = next((h for h in (*source.grammar, *target_hints) if h in _NAME_HINTS), None)
    names = [name for name in find_names(text) if (name.start, name.end) == (0, len(text))]
    if hint is None and not names:
        return None
    kind = (_NAME_HINTS[hint] if hint else "") or (names[0].kind if names else "")
    form = spelled.transliterate(text, practice, kind=kind)
    if not form:
        return None
    others = tuple(one for one in spelled.spellings(text, kind=kind) if one != form)
    return NameSuggestion(
        form, kind, others[:4], tuple(sorted(spelled.letter_by_letter(text, kind=kind)))[:4]
    )


def preview(
    concept: Concept,
    issues: Sequence[LintIssue],
    name: NameSuggestion | None,
    *,
    language: str,
    width: int,
    problem: str = "",
) -> Text:
    """Return everything the form says of a concept.

    Args:
        concept: The concept as it stands in the form.
        issues: What contradicts it.
        name: How its name is spelled, if it is one.
        language: Target language.
        width: Cells of a line.
        problem: Why it cannot be saved as it is.
    """
    text = Text()
    if problem:
        text.append(f"✗ {problem}\n", "bold")
    for issue in issues:
        style = "" if issue.severity is Severity.INFO else "bold"
        where = "" if issue.concept_id == concept.id else f" ({visible_line(issue.concept_id)})"
        text.append(f"{SEVERITY_GLYPHS[issue.severity]} {visible_line(issue.message)}{where}\n", style)
    if name is not None:
        _append_name(text, name, {term.text for term in terms_in(concept, language)})
    for term in terms_in(concept, language):
        if term.kind is TermKind.PREFERRED and language_of(language).declension:
            _append_forms(text, term, width)
    return text


def _append_name(text: Text, name: NameSuggestion, present: set[str]) -> None:
    if name.form in present:
        text.append("✓ " + _("spelled as the practice has it: {form}").format(form=name.form) + "\n")
    else:
        text.append("· " + _("Name: {form} (F2 writes it)").format(form=name.form) + "\n", "bold")
    if name.others:
        text.append("  " + _("also met: {forms}").format(forms=", ".join(name.others)) + "\n")
    copied = [form for form in name.copied if form not in present]
    if copied:
        words = _("copied from English: {forms} (F3 forbids them)").format(forms=", ".join(copied))
        text.append("  " + words + "\n")


def _append_forms(text: Text, term: Term, width: int) -> None:
    """Append the paradigm: a table where there is room for it, else one form after another."""
    from transreview.languages.georgian.declension import paradigm
    from transreview.languages.georgian.declension.cells import CASES, Cell

    forms = paradigm(term.text, hints=term.grammar).forms
    text.append(_("Forms of {term}").format(term=visible_line(term.text)) + "\n", "bold underline")
    names = case_names()
    columns = [[forms.get(Cell(case, number), "") for case in CASES] for number in ("Sing", "Plur")]
    first, second = (max((cells(form) for form in column), default=0) for column in columns)
    label = max(map(cells, names.values()))
    if label + first + second + 4 <= width:
        for at, case in enumerate(CASES):
            text.append(f"{pad(names[case], label)}  ", "dim")
            text.append(f"{pad(columns[0][at], first)}  {columns[1][at]}".rstrip() + "\n")
    else:
        for column in columns:
            text.append(" · ".join(form for form in column if form) + "\n")
    joined = [visible(form) for cell, form in forms.items() if cell.postposition]
    text.append(" · ".join(joined) + "\n")


def case_names() -> dict[str, str]:
    """Return the names of the cases in the interface's language, by UD name."""
    return {
        "Nom": _("nominative"), "Erg": _("ergative"), "Dat": _("dative"), "Gen": _("genitive"),
        "Ins": _("instrumental"), "Ess": _("adverbial"), "Voc": _("vocative"),
    }  # fmt: skip
