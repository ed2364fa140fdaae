"""What a Georgian translation of Chinese may turn round: denial, time, speaker, direction and more.

Tables of words on both sides, a file a kind; each says something only where both sides are plain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from transreview.languages.chinese.signs import signs_in
from transreview.languages.pairs.chinese_georgian.meaning.addressees import SAYS_YOU, changed_addressees
from transreview.languages.pairs.chinese_georgian.meaning.amounts import SAYS_BY_HOW_MUCH, changed_amounts
from transreview.languages.pairs.chinese_georgian.meaning.clauses import JOINS_A_CLAUSE, lost_clauses
from transreview.languages.pairs.chinese_georgian.meaning.compared import (
    SAYS_MORE_THAN,
    turned_comparisons,
)
from transreview.languages.pairs.chinese_georgian.meaning.contrasts import SAYS_ONE_OF_A_SET, turned_contrasts
from transreview.languages.pairs.chinese_georgian.meaning.demonstratives import (
    SAYS_THIS,
    undeclined_demonstratives,
)
from transreview.languages.pairs.chinese_georgian.meaning.direction import SAYS_A_DIRECTION, turned_direction
from transreview.languages.pairs.chinese_georgian.meaning.labels import SAYS_A_LABEL, changed_labels
from transreview.languages.pairs.chinese_georgian.meaning.lists import SAYS_A_LIST, shortened_lists
from transreview.languages.pairs.chinese_georgian.meaning.modality import SAYS_A_MODALITY, changed_modality
from transreview.languages.pairs.chinese_georgian.meaning.negation import (
    MAY_DENY,
    added_negation,
    lost_negation,
)
from transreview.languages.pairs.chinese_georgian.meaning.origins import SAYS_FROM, lost_origins
from transreview.languages.pairs.chinese_georgian.meaning.persons import (
    SAYS_A_PERSON,
    SAYS_AN_OWNER,
    SAYS_IT_POLITELY,
    changed_owner,
    changed_speaker,
    lost_politeness,
)
from transreview.languages.pairs.chinese_georgian.meaning.places import SAYS_A_WAY, turned_places
from transreview.languages.pairs.chinese_georgian.meaning.ranks import SAYS_AN_OFFICE, changed_rank
from transreview.languages.pairs.chinese_georgian.meaning.sides import SAYS_WHO_TO_WHOM, turned_sides
from transreview.languages.pairs.chinese_georgian.meaning.time import SAYS_TIME, changed_time
from transreview.languages.pairs.chinese_georgian.meaning.ways import (
    SAYS_AN_ORDER,
    SAYS_SOME_WAY,
    turned_order,
    turned_ways,
)
from transreview.languages.pairs.divergence import Divergence

Kind = Callable[[str, str], Iterator[Divergence]]
# A kind is looked for where the source has its sign (`languages.chinese.signs`): some word that may begin it.
KINDS: tuple[tuple[int, Kind], ...] = (
    (MAY_DENY, lost_negation),
    (SAYS_TIME, changed_time),
    (SAYS_A_PERSON, changed_speaker),
    (SAYS_AN_OWNER, changed_owner),
    (SAYS_YOU, changed_addressees),
    (SAYS_A_DIRECTION, turned_direction),
    (SAYS_MORE_THAN, turned_comparisons),
    (SAYS_BY_HOW_MUCH, changed_amounts),
    (SAYS_WHO_TO_WHOM, turned_sides),
    (SAYS_A_WAY, turned_places),
    (SAYS_FROM, lost_origins),
    (SAYS_SOME_WAY, turned_ways),
    (SAYS_AN_ORDER, turned_order),
    (JOINS_A_CLAUSE, lost_clauses),
    (SAYS_ONE_OF_A_SET, turned_contrasts),
    (SAYS_A_MODALITY, changed_modality),
    (SAYS_AN_OFFICE, changed_rank),
    (SAYS_THIS, undeclined_demonstratives),
    (SAYS_A_LIST, shortened_lists),
    (SAYS_A_LABEL, changed_labels),
    (SAYS_IT_POLITELY, lost_politeness),
)


def divergences(source: str, target: str) -> list[Divergence]:
    """Return where a Georgian translation says something else than its Chinese source.

    Args:
        source: Chinese text of one segment.
        target: Its translation.
    """
    signs = signs_in(source)
    found = [] if signs & MAY_DENY else list(added_negation(source, target))
    for sign, kind in KINDS:
        if signs & sign:
            found += kind(source, target)
    return found
