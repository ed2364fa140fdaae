"""MQM: what marked errors weigh, for a segment, an article and a system.

Weights as Freitag et al. (2021, "Experts, Errors, and Context") published them: major 5, minor 1, minor
punctuation 0.1, non-translation 25, neutral and no-error 0; critical, which that data does not have, 25.
The normalised penalty and the quality score follow MQM 2.0 (themqm.org, "linear calibrated scoring model").
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite
from statistics import fmean

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.model.rating import Rating
from transreview.scoring.mqm_categories import folded, is_known, known_prefix


@dataclass(frozen=True, slots=True)
class Weights:
    """What an error weighs.

    Attributes:
        severities: Weight by severity.
        special: Weight by severity and category prefix, first hit wins; an empty severity stands for any.
    """

    severities: Mapping[str, float] = field(
        default_factory=lambda: {"Critical": 25, "Major": 5, "Minor": 1, "Neutral": 0, "No-error": 0}
    )
    special: tuple[tuple[str, str, float], ...] = (
        ("", "non-translation", 25),
        ("Minor", "fluency/punctuation", 0.1),
        ("Minor", "linguistic convention/punctuation", 0.1),
    )

    def of(self, rating: Rating) -> float:
        """Return the weight of one row."""
        if rating.severity in {"No-error", "Neutral"}:
            return self.severities[rating.severity]
        category = folded(rating.category)
        for severity, prefix, weight in self.special:
            if severity in {"", rating.severity} and category.startswith(folded(prefix)):
                return weight
        return self.severities[rating.severity]


PUBLISHED = Weights()


def edited_weights(pairs: Sequence[str]) -> Weights:
    """Return the published weights with some of them changed.

    Args:
        pairs: "SEVERITY=NUMBER" or "CATEGORY/SUBCATEGORY:SEVERITY=NUMBER" ("major=10",
            "Fluency/Punctuation:minor=0.5", "Non-translation=50"), several in one string by commas.

    Raises:
        UsageError: Not of this form, no number from 0 up, or the name of no severity and no category.
    """
    severities = dict(PUBLISHED.severities)
    special: list[tuple[str, str, float]] = []
    for pair in (part.strip() for given in pairs for part in given.split(",")):
        name, _equals, number = pair.rpartition("=")
        category, _colon, severity = name.rpartition(":")
        known = {s.lower(): s for s in severities}
        try:
            weight = float(number)
        except ValueError:
            weight = -1.0
        wrong_name = bool(category) and severity.lower() not in known
        if not isfinite(weight) or weight < 0 or not name or wrong_name:
            raise UsageError(
                _("“{pair}” is no weight").format(pair=pair),
                remedy=_("For example: major=10, Fluency/Punctuation:minor=0.5, Non-translation=50"),
            )
        if not category and name.lower() in known:
            severities[known[name.lower()]] = weight
        elif known_prefix(category or name):
            special.append((known[severity.lower()] if category else "", folded(category or name), weight))
        else:
            raise UsageError(
                _("“{name}” is no severity and no category").format(name=category or name),
                remedy=_("Severities: {severities}. Categories: docs/qa-leads.md lists them").format(
                    severities=", ".join(severities)
                ),
            )
    return Weights(severities, (*special, *PUBLISHED.special))


# The public files call the same human translation by several names.
_REFERENCES = {"ref": "ref-A", "refA": "ref-A", "ref.A": "ref-A", "refB": "ref-B", "ref.B": "ref-B"}


def published_name(system: str) -> str:
    """Return the name under which a system stands in the published tables of scores."""
    return _REFERENCES.get(system, system)


def segment_scores(ratings: Iterable[Rating], weights: Weights = PUBLISHED) -> dict[tuple[str, str], float]:
    """Return the score of every rated segment of every system, 0 the best, errors negative.

    The weights of a rater's rows are summed, and the sums averaged over the raters of the segment. Every
    row counts: repeated rows and source errors too. A segment without a row is absent, not 0.
    """
    sums: dict[tuple[str, str], dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for rating in ratings:
        sums[published_name(rating.system), rating.segment][rating.rater] += weights.of(rating)
    return {key: -fmean(by_rater.values()) for key, by_rater in sums.items()}


def system_scores(scores: Mapping[tuple[str, str], float]) -> dict[str, float]:
    """Return the mean of its rated segments for each system, best first."""
    by_system: dict[str, list[float]] = defaultdict(list)
    for (system, _segment), score in scores.items():
        by_system[system].append(score)
    means = {system: fmean(values) for system, values in by_system.items()}
    return dict(sorted(means.items(), key=lambda item: (-item[1], item[0])))


def unknown_categories(ratings: Iterable[Rating]) -> dict[str, int]:
    """Return categories that no typology here knows, with their number of rows."""
    return dict(Counter(r.category for r in ratings if not is_known(r.category)).most_common())


@dataclass(frozen=True, slots=True, kw_only=True)
class Penalty:
    """The MQM figures of a text.

    Attributes:
        total: Absolute penalty total, the sum of weights averaged over raters.
        size: Evaluated words or characters.
        unit: "words" or "characters", whichever `size` counts.
        per_thousand: Normalised penalty total: `total` per 1,000 units.
        quality: Raw overall quality, (1 - total / size) x 100.
        calibrated: Quality on the scale on which `threshold` marks are `passing`, None without a threshold.
        passed: Whether the penalty stays within the threshold, None without one.
        errors: Rows that are errors, by category and severity.
        indicative: True below 500 words: too little text for more than an indication (MQM 2.0).
    """

    total: float
    size: int
    unit: str
    per_thousand: float
    quality: float
    calibrated: float | None
    passed: bool | None
    errors: dict[tuple[str, str], int]
    indicative: bool


def penalty(
    ratings: Sequence[Rating],
    size: int,
    *,
    unit: str = "words",
    threshold: float | None = None,
    passing: float = 90.0,
    weights: Weights = PUBLISHED,
) -> Penalty:
    """Return the normalised penalty of a rated text.

    Args:
        ratings: All rows about the text.
        size: Number of words or characters of the rated text.
        unit: What `size` counts, "words" or "characters".
        threshold: Tolerated penalty per 1,000 units.
        passing: Quality that a text exactly at the threshold has on the calibrated scale.
        weights: What errors weigh.

    Raises:
        UsageError: There is no text to relate the errors to.
    """
    if size <= 0:
        raise UsageError(
            _("no words to relate the errors to"), remedy=_("Rate segments that have a translation")
        )
    total = -sum(segment_scores(ratings, weights).values())
    per_thousand = 1000 * total / size
    return Penalty(
        total=total,
        size=size,
        unit=unit,
        per_thousand=per_thousand,
        quality=100 * (1 - total / size),
        calibrated=None if threshold is None else 100 - per_thousand * (100 - passing) / threshold,
        passed=None if threshold is None else per_thousand <= threshold,
        errors=dict(Counter((r.category, r.severity) for r in ratings if r.is_error)),
        indicative=size < (500 if unit == "words" else 850),
    )
