"""Faults of Georgian grammar that show in the text alone, found so that a report is nearly always right.

Each file knows one kind: `phrases`, `agreement` and `modifiers` what stands before a noun, `counting` numeral
and plural, `postpositions` apart or glued, `postposition_cases` and `joined` the form before them,
`coordination` -სა before და, `subjects` nominative where the verb wants the ergative, `persons` and
`pronoun_clauses` persons that do not go with their verb,
`spelling` confusable letters, `calques` wordings taken from Russian.
What words are is asked of the declension engine and of the filter of known forms.
"""

from __future__ import annotations

from transreview.languages.georgian.grammar.faults import faults
from transreview.languages.grammar_fault import Fault, FaultKind

__all__ = ["Fault", "FaultKind", "faults"]
