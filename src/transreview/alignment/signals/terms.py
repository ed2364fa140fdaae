"""Terms: the concepts of a glossary, in any form of their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transreview.alignment.channels import Channel, equal_tokens
from transreview.alignment.sides import Side
from transreview.terminology import TermIndex

if TYPE_CHECKING:
    from transreview.model.glossary import Glossary


def term_channel(left: Side, right: Side, glossary: Glossary) -> Channel:
    """Return which concepts each unit names.

    Args:
        left: One side.
        right: The other.
        glossary: Concepts with terms in both languages.
    """
    found = []
    for side in (left, right):
        index = TermIndex(glossary, side.language.tag)
        found.append([{match.concept_id for match in index.find(piece)} for piece in side.pieces])
    return equal_tokens("term", *found)
