"""What a Georgian translation of Chinese may turn round: denial, time, speaker, direction and more.

Tables of words on both sides, a file a kind; each says something only where both sides are plain.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import NamedTuple

from transreview.languages.chinese.signs import signs_in
from transreview.languages.pairs.chinese_georgian.meaning.additions import LONGEST, added_things
from transreview.languages.pairs.chinese_georgian.meaning.addressees import SAYS_YOU, changed_addressees
from transreview.languages.pairs.chinese_georgian.meaning.amounts import SAYS_BY_HOW_MUCH, changed_amounts
from transreview.languages.pairs.chinese_georgian.meaning.belonging import lost_owners
from transreview.languages.pairs.chinese_georgian.meaning.bounds import turned_bounds
from transreview.languages.pairs.chinese_georgian.meaning.clauses import JOINS_A_CLAUSE, lost_clauses
from transreview.languages.pairs.chinese_georgian.meaning.compared import (
    SAYS_MORE_THAN,
    turned_comparisons,
)
from transreview.languages.pairs.chinese_georgian.meaning.contrasts import SAYS_ONE_OF_A_SET, turned_contrasts
from transreview.languages.pairs.chinese_georgian.meaning.counts import COUNTS, changed_counts
from transreview.languages.pairs.chinese_georgian.meaning.demonstratives import (
    SAYS_THIS,
    undeclined_demonstratives,
)
from transreview.languages.pairs.chinese_georgian.meaning.direction import SAYS_A_DIRECTION, turned_direction
from transreview.languages.pairs.chinese_georgian.meaning.exchanged import (
    SAYS_FROM_TO,
    SAYS_THAN,
    exchanged_ends,
    exchanged_in_comparison,
)
from transreview.languages.pairs.chinese_georgian.meaning.labels import (
    SAYS_A_DIMENSION,
    SAYS_A_LABEL,
    changed_dimensions,
    changed_labels,
)
from transreview.languages.pairs.chinese_georgian.meaning.later_clauses import SAYS_IT_LATER, later_persons
from transreview.languages.pairs.chinese_georgian.meaning.lists import SAYS_A_LIST, shortened_lists
from transreview.languages.pairs.chinese_georgian.meaning.marks import SAYS_OF_A_THING, changed_marks
from transreview.languages.pairs.chinese_georgian.meaning.modality import SAYS_A_MODALITY, changed_modality
from transreview.languages.pairs.chinese_georgian.meaning.negation import (
    MAY_DENY,
    added_negation,
    lost_negation,
)
from transreview.languages.pairs.chinese_georgian.meaning.ones import SAYS_ONE_OF_SEVERAL, numbers_of_one
from transreview.languages.pairs.chinese_georgian.meaning.origins import (
    SAYS_ABOUT,
    SAYS_AT,
    SAYS_FOR,
    SAYS_FROM,
    SAYS_TOWARDS,
    SAYS_WITH,
    SAYS_WITHIN,
    left_places,
    lost_companions,
    lost_givers,
    lost_origins,
    lost_receivers,
    lost_topics,
    turned_away,
    turned_out,
)
from transreview.languages.pairs.chinese_georgian.meaning.other_persons import (
    SAYS_WHO_DOES_IT,
    exchanged_persons,
)
from transreview.languages.pairs.chinese_georgian.meaning.owners import SAYS_OF_WHOM, exchanged_owners
from transreview.languages.pairs.chinese_georgian.meaning.partners import (
    SAYS_US_OR_YOU,
    turned_to_another,
    turned_to_us,
)
from transreview.languages.pairs.chinese_georgian.meaning.patients import SAYS_WHO_SUFFERS, turned_patients
from transreview.languages.pairs.chinese_georgian.meaning.persons import (
    SAYS_A_PERSON,
    SAYS_AN_OWNER,
    SAYS_IT_POLITELY,
    changed_owner,
    changed_speaker,
    lost_politeness,
)
from transreview.languages.pairs.chinese_georgian.meaning.phrases import SAYS_A_PHRASE, turned_phrases
from transreview.languages.pairs.chinese_georgian.meaning.places import SAYS_A_WAY, turned_places
from transreview.languages.pairs.chinese_georgian.meaning.plain_sentences import is_plain, surely_in_plain
from transreview.languages.pairs.chinese_georgian.meaning.ranks import SAYS_AN_OFFICE, changed_rank
from transreview.languages.pairs.chinese_georgian.meaning.sequences import (
    SAYS_A_SEQUENCE,
    turned_sequences,
)
from transreview.languages.pairs.chinese_georgian.meaning.siblings import SAYS_A_SISTER, lost_sisters
from transreview.languages.pairs.chinese_georgian.meaning.sides import SAYS_WHO_TO_WHOM, turned_sides
from transreview.languages.pairs.chinese_georgian.meaning.stated_persons import SAYS_WHO, stated_persons
from transreview.languages.pairs.chinese_georgian.meaning.things import NAMES_A_THING
from transreview.languages.pairs.chinese_georgian.meaning.time import SAYS_TIME, changed_time
from transreview.languages.pairs.chinese_georgian.meaning.unspoken import SAYS_WHO_ACTS, unspoken_persons
from transreview.languages.pairs.chinese_georgian.meaning.ways import (
    SAYS_AN_ORDER,
    SAYS_IN_OR_ON,
    SAYS_SOME_WAY,
    turned_inside_out,
    turned_order,
    turned_ways,
)
from transreview.languages.pairs.divergence import Divergence, DivergenceKind

_ANY = sys.maxsize


class Kind(NamedTuple):
    """What may be turned round, and where it is looked for.

    Attributes:
        sign: Of the source (`languages.chinese.signs`): some word that may begin it.
        find: Yields what is turned round.
        longest: Of longer sources nothing is said: another word may speak of another thing.
    """

    sign: int
    find: Callable[[str, str], Iterator[Divergence]]
    longest: int = _ANY


KINDS = (
    Kind(MAY_DENY, lost_negation),
    Kind(SAYS_TIME, changed_time),
    Kind(SAYS_A_PERSON, changed_speaker),
    Kind(SAYS_AN_OWNER, changed_owner, 40),
    Kind(SAYS_YOU, changed_addressees, 24),
    Kind(SAYS_A_DIRECTION, turned_bounds),
    Kind(SAYS_A_DIRECTION, turned_direction),
    Kind(SAYS_MORE_THAN, turned_comparisons, 40),
    Kind(SAYS_BY_HOW_MUCH, changed_amounts),
    Kind(SAYS_WHO_TO_WHOM, turned_sides, 40),
    Kind(SAYS_A_WAY, turned_places),
    Kind(SAYS_FROM, lost_origins, 30),
    Kind(SAYS_FROM, lost_givers, 30),
    Kind(SAYS_WITHIN, turned_out, 20),
    Kind(SAYS_AT, left_places, 24),
    Kind(SAYS_WITH, lost_companions, 30),
    Kind(SAYS_FOR, lost_receivers, 30),
    Kind(SAYS_ABOUT, lost_topics, 40),
    Kind(SAYS_TOWARDS, turned_away, 20),
    Kind(SAYS_SOME_WAY, turned_ways, 40),
    Kind(SAYS_IN_OR_ON, turned_inside_out, 40),
    Kind(SAYS_AN_ORDER, turned_order, 40),
    Kind(SAYS_A_SEQUENCE, turned_sequences, 40),
    Kind(JOINS_A_CLAUSE, lost_clauses, 60),
    Kind(SAYS_ONE_OF_A_SET, turned_contrasts, 60),
    Kind(SAYS_A_PHRASE, turned_phrases, 60),
    Kind(SAYS_OF_A_THING, changed_marks, 40),
    Kind(NAMES_A_THING, lost_owners, 40),
    Kind(SAYS_WHO_SUFFERS, turned_patients, 25),
    Kind(SAYS_ONE_OF_SEVERAL, numbers_of_one),
    Kind(SAYS_A_SISTER, lost_sisters, 30),
    Kind(SAYS_A_MODALITY, changed_modality),
    Kind(SAYS_AN_OFFICE, changed_rank),
    Kind(SAYS_THIS, undeclined_demonstratives),
    Kind(SAYS_A_LIST, shortened_lists),
    Kind(SAYS_A_LABEL, changed_labels),
    Kind(SAYS_A_DIMENSION, changed_dimensions, 30),
    Kind(COUNTS, changed_counts, 40),
    Kind(SAYS_WHO_ACTS, unspoken_persons, 40),
    Kind(SAYS_WHO_DOES_IT, exchanged_persons, 30),
    Kind(SAYS_WHO, stated_persons, 60),
    Kind(SAYS_IT_LATER, later_persons, 80),
    Kind(SAYS_IT_POLITELY, lost_politeness),
    Kind(SAYS_US_OR_YOU, turned_to_another, 40),
    Kind(SAYS_US_OR_YOU, turned_to_us, 40),
    Kind(SAYS_THAN, exchanged_in_comparison, 40),
    Kind(SAYS_FROM_TO, exchanged_ends, 40),
    Kind(SAYS_OF_WHOM, exchanged_owners, 40),
)


def divergences(source: str, target: str) -> list[Divergence]:
    """Return where a Georgian translation says something else than its Chinese source.

    Args:
        source: Chinese text of one segment.
        target: Its translation.
    """
    signs = signs_in(source)
    found = [] if signs & MAY_DENY else list(added_negation(source, target))
    if len(source) <= LONGEST:
        found += added_things(source, target)
    for kind in KINDS:
        if signs & kind.sign and len(source) <= kind.longest:
            found += kind.find(source, target)
    found = each_once(found) if len(found) > 1 else found
    return surely_in_plain(source, found) if found and is_plain(source) else found


def each_once(found: list[Divergence]) -> list[Divergence]:
    """Return what was found, of one kind about the same words the first; a lost denial is no contrast too."""
    kept: list[Divergence] = []
    for one in found:
        twice = one.kind in _TOLD_TWICE and any(_tells_the_same(other, one) for other in kept)
        if not twice:
            kept.append(one)
    return kept


_TOLD_TWICE = (
    DivergenceKind.SPEAKER,
    DivergenceKind.PLACE,
    DivergenceKind.CONTRAST,
    DivergenceKind.DIRECTION,
    DivergenceKind.RELATION,
)


def _tells_the_same(other: Divergence, one: Divergence) -> bool:
    if one.kind is other.kind is DivergenceKind.DIRECTION and other.target == one.target:
        return True
    if one.kind in (DivergenceKind.DIRECTION, DivergenceKind.RELATION):
        return not one.sure and one.target is not None and other.target == one.target
    if other.kind in (DivergenceKind.SPEAKER, DivergenceKind.PLACE, DivergenceKind.CONTRAST):
        return one.kind is other.kind and other.target == one.target
    denied = other.kind is DivergenceKind.NEGATION_LOST and one.kind is DivergenceKind.CONTRAST
    return denied and other.source[0] < one.source[1] and one.source[0] < other.source[1]
