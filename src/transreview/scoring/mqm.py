"""MQM: what marked errors weigh, for a segment, an article and a system.

Weights as Freitag et al. (2021, "Experts, Errors, and Context") published them: major 5, minor 1, minor
punctuation 0.1, non-translation 25, neutral and no-error 0; critical, which that data does not have, 25.
The normalised penalty and the quality score follow MQM 2.0 (themqm.org, "linear calibrated scoring model").
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.model.rating import Rating

# Google's typology (Freitag et al. 2021, table 1), and the top level of MQM-Core 2.0.
CATEGORIES: dict[str, tuple[str, ...]] = {
    "Accuracy": (
        "Addition",
        "Omission",
        "Mistranslation",
        "Untranslated text",
        "Overtranslation",
        "Undertranslation",
        "Do not translate",
    ),
    "Fluency": (
        "Punctuation",
        "Spelling",
        "Grammar",
        "Register",
        "Inconsistency",
        "Character encoding",
        "Unintelligible",
        "Breaking",
        "Display",
    ),
    "Terminology": (
        "Inappropriate for context",
        "Inappropriate",
        "Inconsistent use",
        "Inconsistent",
        "Wrong term",
    ),
    "Style": ("Awkward", "Unnatural or awkward", "Bad sentence structure", "Archaic or obscure word choice"),
    "Locale convention": (
        "Address format",
        "Currency format",
        "Date format",
        "Name format",
        "Telephone format",
        "Time format",
        "Number format",
    ),
    "Linguistic conventions": ("Grammar", "Punctuation", "Spelling", "Unintelligible", "Character encoding"),
    "Design and markup": ("Character formatting", "Layout", "Markup tag", "Truncation or expansion"),
    "Audience appropriateness": ("Culture-specific reference", "Offensive"),
    "Other": (),
    "Source error": (),
    "Source issue": (),
    "Non-translation": (),
    "No-error": (),
}


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
        ("Minor", "linguistic conventions/punctuation", 0.1),
    )

    def of(self, rating: Rating) -> float:
        """Return the weight of one row."""
        if rating.severity in {"No-error", "Neutral"}:
            return self.severities[rating.severity]
        category = rating.category.lower()
        for severity, prefix, weight in self.special:
            if severity in {"", rating.severity} and category.startswith(prefix):
                return weight
        return self.severities[rating.severity]


PUBLISHED = Weights()


def edited_weights(pairs: Sequence[str]) -> Weights:
    """Return the published weights with some of them changed.

    Args:
        pairs: "SEVERITY=NUMBER" or "CATEGORY/SUBCATEGORY:SEVERITY=NUMBER" ("major=10",
            "Fluency/Punctuation:minor=0.5", "Non-translation=50"), several in one string by commas.

    Raises:
        UsageError: Not of this form, or an unknown severity.
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
        if weight < 0 or not name or (category and severity.lower() not in known):
            raise UsageError(
                _("“{pair}” is no weight").format(pair=pair),
                remedy=_("For example: major=10, Fluency/Punctuation:minor=0.5, Non-translation=50"),
            )
        if category:
            special.append((known[severity.lower()], category.lower(), weight))
        elif name.lower() in known:
            severities[known[name.lower()]] = weight
        else:
            special.append(("", name.lower(), weight))
    return Weights(severities, (*special, *PUBLISHED.special))


def segment_scores(ratings: Iterable[Rating], weights: Weights = PUBLISHED) -> dict[tuple[str, str], float]:
    """Return the score of every rated segment of every system, 0 the best, errors negative.

    The weights of a rater's rows are summed, and the sums averaged over the raters of the segment. Every
    row counts: repeated rows and source errors too. A segment without a row is absent, not 0.
    """
    sums: dict[tuple[str, str], dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for rating in ratings:
        sums[rating.system, rating.segment][rating.rater] += weights.of(rating)
    return {key: -fmean(by_rater.values()) for key, by_rater in sums.items()}


def system_scores(scores: Mapping[tuple[str, str], float]) -> dict[str, float]:
    """Return the mean of its rated segments for each system, best first."""
    by_system: dict[str, list[float]] = defaultdict(list)
    for (system, _segment), score in scores.items():
        by_system[system].append(score)
    means = {system: fmean(values) for system, values in by_system.items()}
    return dict(sorted(means.items(), key=lambda item: (-item[1], item[0])))


def unknown_categories(ratings: Iterable[Rating]) -> dict[str, int]:
    """Return categories that neither typology knows, with their number of rows."""
    known = {name.lower() for name in CATEGORIES}
    known |= {f"{top}/{sub}".lower() for top, subs in CATEGORIES.items() for sub in subs}
    counts = Counter(r.category for r in ratings if r.category.lower().rstrip("!") not in known)
    return dict(counts.most_common())


@dataclass(frozen=True, slots=True)
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
