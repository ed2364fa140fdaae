"""Articles: one document in its languages."""

from __future__ import annotations

from dataclasses import dataclass, field

from transreview.model.unit import Granularity


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One document under review.

    Attributes:
        id: Number in its project; never reused.
        slug: Short name, safe as part of a file name and of a message context.
        title: The source's title, or the slug.
        source_language: BCP 47 tag ("zh", "zh-Hant", "en").
        target_language: BCP 47 tag.
        granularity: What its segments are cut from.
        source_path: File name of the source as the user gave it (for messages and references).
        target_path: File name of the machine translation.
        reference_path: File name of the reference translation, or None.
        engine: Name of the machine translation engine, when known.
        metadata: Anything else that is known of it (author, publisher, URL, date).
    """

    id: int
    slug: str
    title: str
    source_language: str
    target_language: str
    granularity: Granularity = Granularity.PARAGRAPH
    source_path: str = ""
    target_path: str = ""
    reference_path: str | None = None
    engine: str = ""
    metadata: dict[str, str] = field(default_factory=dict)
