"""Faults of single rows and terms: empty cells, wrong scripts, terms that can never match."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from transreview.i18n import _
from transreview.languages import language as language_of
from transreview.languages.georgian.declension.phrase import has_postposition
from transreview.languages.scripts import script_runs
from transreview.languages.tags import parse_tag
from transreview.model.finding import Severity
from transreview.model.glossary import Concept, Term, TermKind
from transreview.terminology.index import TermIndex
from transreview.terminology.lint_issue import LintIssue, issue, terms_of

# Georgian words that end a phrase without being its head.
_GEORGIAN_TAIL = frozenset(
    {"შესახებ", "მიერ", "შორის", "გარეშე", "დროს", "მიმართ", "გამო", "წინააღმდეგ", "მიხედვით"}
    | {"მეშვეობით", "საშუალებით", "გარდა", "და", "ან", "არ", "თუ"}
)
# A nominative ends in a vowel; these endings do as well, and are no nominatives.
_OTHER_CASE = re.compile(r"[აეიოუ].*(?:[^აეიოუ]|ებში|ზე|მდე)$")
_WHOLE_WORD = 5
_EDGE_MARKS = ".,;:!?、，。；：！？…"


def empty_cells(concepts: Sequence[Concept], languages: Sequence[str]) -> Iterator[LintIssue]:
    """Find concepts without a preferred term in a wanted language."""
    for concept in concepts:
        for code in languages:
            if terms_of(concept, code, TermKind.PREFERRED):
                continue
            others = terms_of(concept, code)
            severity = Severity.INFO if others else Severity.WARNING
            message = _("There is no preferred term in “{language}”").format(language=code)
            yield issue("empty-cell", severity, concept, message)


def wrong_script(concepts: Sequence[Concept], languages: Sequence[str]) -> Iterator[LintIssue]:  # noqa: ARG001
    """Find terms in a script their language is not written in, and words that mix scripts.

    Latin names and abbreviations stand in every language (5G, VR眼镜), so Latin alone is no fault.
    """
    for concept in concepts:
        for term in concept.terms:
            scripts = {script for script, _start, _end in script_runs(term.text)}
            own = set(language_of(term.language).scripts)
            foreign = sorted(scripts - own - {"Latn"})
            if foreign and scripts:
                message = _("“{term}” has letters of another script ({scripts})").format(
                    term=term.text, scripts=", ".join(foreign)
                )
                yield issue("wrong-script", Severity.ERROR, concept, message, term=term)
            elif _mixed_word(term):
                message = _("“{term}” mixes scripts inside a word").format(term=term.text)
                yield issue("wrong-script", Severity.WARNING, concept, message, term=term)


def never_matches(concepts: Sequence[Concept], languages: Sequence[str]) -> Iterator[LintIssue]:  # noqa: ARG001
    """Find terms that the index does not find in their own text, and marks at a term's edge."""
    codes = dict.fromkeys(parse_tag(term.language).language for concept in concepts for term in concept.terms)
    for code in codes:
        index = TermIndex(concepts, code)
        for concept in concepts:
            for term in terms_of(concept, code):
                if not any(match.term == term for match in index.find_all(term.text)):
                    message = _("“{term}” is found in no text").format(term=term.text)
                    yield issue("never-matches", Severity.ERROR, concept, message, term=term)
                elif term.text[-1] in _EDGE_MARKS or term.text[0] in _EDGE_MARKS:
                    message = _("“{term}” begins or ends with punctuation").format(term=term.text)
                    yield issue("punctuation-edge", Severity.WARNING, concept, message, term=term)


def repeated_terms(concepts: Sequence[Concept], languages: Sequence[str]) -> Iterator[LintIssue]:  # noqa: ARG001
    """Find terms that stand twice in one row."""
    for concept in concepts:
        seen = set()
        for term in concept.terms:
            key = (term.language, term.text.casefold(), term.kind is TermKind.FORBIDDEN)
            if key in seen:
                message = _("“{term}” stands twice").format(term=term.text)
                yield issue("repeated-term", Severity.WARNING, concept, message, term=term)
            seen.add(key)


def without_head(concepts: Sequence[Concept], languages: Sequence[str]) -> Iterator[LintIssue]:  # noqa: ARG001
    """Find terms of a declined language that end in no word that declines, or not in the nominative."""
    for concept in concepts:
        for term in concept.terms:
            if language_of(term.language).grammar != "georgian":
                continue
            hints = {hint.partition("=")[0] for hint in term.grammar}
            found = None if hints & {"exact", "indeclinable", "head"} else _head_fault(term, hints)
            if found is not None:
                rule, severity, message = found
                yield issue(rule, severity, concept, message, term=term)


def _head_fault(term: Term, hints: set[str]) -> tuple[str, Severity, str] | None:
    last = term.text.split()[-1].strip("„“”\"'«»()")
    if last in _GEORGIAN_TAIL:
        message = _("“{term}” ends in “{word}”, which does not decline").format(term=term.text, word=last)
        return "no-head", Severity.ERROR, message
    if len(last) < _WHOLE_WORD or not last.isalpha():
        return None
    if has_postposition(last) and len(term.text.split()) > 1:
        return None  # წილი ბაზარზე: what declines stands before
    if _OTHER_CASE.search(last):
        message = _("“{term}” does not look like a nominative").format(term=term.text)
        return "no-head", Severity.WARNING, message
    if last.endswith("ები") and "plural-only" not in hints:
        message = _("“{term}” is a plural: give the singular, or the hint plural-only").format(term=term.text)
        return "plural-term", Severity.WARNING, message
    return None


def _mixed_word(term: Term) -> bool:
    """Whether letters of two scripts touch within a word, as Chinese compounds with Latin may."""
    if not language_of(term.language).spaced:
        return False
    runs = list(script_runs(term.text))
    return any(left[2] == right[1] for left, right in pairwise(runs))


TERM_RULES = (empty_cells, wrong_script, never_matches, repeated_terms, without_head)
