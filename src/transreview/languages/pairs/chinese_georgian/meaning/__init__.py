"""What a Georgian translation of Chinese may turn round: denial, time, speaker, direction and more.

Tables of words on both sides, a file a kind; each says something only where both sides are plain.
"""

from __future__ import annotations

from transreview.languages.pairs.chinese_georgian.meaning.addressees import changed_addressees
from transreview.languages.pairs.chinese_georgian.meaning.clauses import lost_clauses
from transreview.languages.pairs.chinese_georgian.meaning.contrasts import turned_contrasts
from transreview.languages.pairs.chinese_georgian.meaning.demonstratives import undeclined_demonstratives
from transreview.languages.pairs.chinese_georgian.meaning.direction import turned_direction
from transreview.languages.pairs.chinese_georgian.meaning.labels import changed_labels
from transreview.languages.pairs.chinese_georgian.meaning.lists import shortened_lists
from transreview.languages.pairs.chinese_georgian.meaning.modality import changed_modality
from transreview.languages.pairs.chinese_georgian.meaning.negation import changed_negation
from transreview.languages.pairs.chinese_georgian.meaning.origins import lost_origins
from transreview.languages.pairs.chinese_georgian.meaning.persons import (
    changed_owner,
    changed_speaker,
    lost_politeness,
)
from transreview.languages.pairs.chinese_georgian.meaning.places import turned_places
from transreview.languages.pairs.chinese_georgian.meaning.ranks import changed_rank
from transreview.languages.pairs.chinese_georgian.meaning.time import changed_time
from transreview.languages.pairs.divergence import Divergence

_KINDS = (
    changed_negation,
    changed_time,
    changed_speaker,
    changed_owner,
    changed_addressees,
    turned_direction,
    turned_places,
    lost_origins,
    lost_clauses,
    turned_contrasts,
    changed_modality,
    changed_rank,
    undeclined_demonstratives,
    shortened_lists,
    changed_labels,
    lost_politeness,
)


def divergences(source: str, target: str) -> list[Divergence]:
    """Return where a Georgian translation says something else than its Chinese source.

    Args:
        source: Chinese text of one segment.
        target: Its translation.
    """
    return [found for kind in _KINDS for found in kind(source, target)]
