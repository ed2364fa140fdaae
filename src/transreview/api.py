"""The stable names, for other programs: what stands here changes with a deprecation of one minor version.

Everything else may move between versions. docs/api.md has an example of each.
"""

from __future__ import annotations

from transreview.alignment import align
from transreview.checks import CheckContext, SegmentText, check_document, check_segment
from transreview.checks.check import document_check, segment_check
from transreview.checks.features import Features
from transreview.checks.hit import Hit
from transreview.errors import ConflictError, InputError, TransreviewError, UsageError
from transreview.formats.glossary_csv import read_glossary, write_glossary
from transreview.formats.readers import read_bilingual
from transreview.formats.registry import read_document
from transreview.languages import Language, LanguagePair, identify, language, pair
from transreview.model.article import Article
from transreview.model.bead import Bead
from transreview.model.finding import Finding, Fix, Severity, Side
from transreview.model.glossary import Concept, ConceptStatus, Glossary, Term, TermKind, TermMatch
from transreview.model.pair import Pair, PairFile
from transreview.model.segment import Segment, Status
from transreview.model.unit import Granularity, Unit, UnitKind
from transreview.project import Project
from transreview.terminology import SegmentTerms, TermIndex

__all__ = [
    "Article",
    "Bead",
    "CheckContext",
    "Concept",
    "ConceptStatus",
    "ConflictError",
    "Features",
    "Finding",
    "Fix",
    "Glossary",
    "Granularity",
    "Hit",
    "InputError",
    "Language",
    "LanguagePair",
    "Pair",
    "PairFile",
    "Project",
    "Segment",
    "SegmentTerms",
    "SegmentText",
    "Severity",
    "Side",
    "Status",
    "Term",
    "TermIndex",
    "TermKind",
    "TermMatch",
    "TransreviewError",
    "Unit",
    "UnitKind",
    "UsageError",
    "align",
    "check_document",
    "check_segment",
    "document_check",
    "identify",
    "language",
    "pair",
    "read_bilingual",
    "read_document",
    "read_glossary",
    "segment_check",
    "write_glossary",
]
