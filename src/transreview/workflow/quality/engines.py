"""The machine translations of a project's sources: by whom, and what each has for a segment."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.languages import language
from transreview.model.article import Article
from transreview.model.segment import Segment

if TYPE_CHECKING:
    from transreview.project import Project

PREFIX = "engine:"
"""Begins the name under which an article keeps another engine's translation."""

CHOICE = "start:"
"""Begins the name under which an article keeps which engine a segment's review started from."""


@dataclass(frozen=True, slots=True)
class EngineText:
    """One engine's translation of an article.

    Attributes:
        engine: Its name; empty where nobody named it.
        lines: Its paragraphs or sentences in order.
        pieces: Keys of source units → their translation; none is in two pieces.
        file: Name of the file it came from.
    """

    engine: str
    lines: tuple[str, ...]
    pieces: Mapping[tuple[str, ...], str]
    file: str = ""

    def to_json(self) -> str:
        """Return the text that an article keeps."""
        pieces = [[list(keys), text] for keys, text in self.pieces.items()]
        return json.dumps(
            {"engine": self.engine, "file": self.file, "lines": self.lines, "pieces": pieces},
            ensure_ascii=False,
        )

    @classmethod
    def from_json(cls, text: str) -> EngineText:
        """Read what `to_json` wrote."""
        data = json.loads(text)
        pieces = {tuple(keys): piece for keys, piece in data["pieces"]}
        return cls(data["engine"], tuple(data["lines"]), pieces, data["file"])

    def for_segments(self, segments: Sequence[Segment], joiner: str) -> list[str | None]:
        """Return its translation of each segment; None where a piece of it goes beyond the segment.

        Args:
            segments: Segments of the article.
            joiner: What stands between two pieces.
        """
        holder = {key: keys for keys in self.pieces for key in keys}
        found: list[str | None] = []
        for segment in segments:
            own = source_keys(segment)
            held = dict.fromkeys(holder[key] for key in own if key in holder)
            whole = {key for keys in held for key in keys}
            inside = bool(held) and whole <= set(own)
            found.append(joiner.join(self.pieces[keys] for keys in held) if inside else None)
        return found


def source_keys(segment: Segment) -> tuple[str, ...]:
    """Return the keys of a segment's source units; empty for one that the translation added."""
    return () if segment.key.startswith("+") else tuple(segment.key.split("+"))


def own_text(project: Project, article: Article, segments: Sequence[Segment]) -> EngineText:
    """Return the machine translation that an article was brought in with."""
    return EngineText(
        article.engine,
        tuple(unit.text for unit in project.articles.units(article.id, "target")),
        {source_keys(s): s.machine for s in segments if source_keys(s)},
        article.target_path,
    )


def keep_engine(project: Project, article: Article, text: EngineText) -> None:
    """Keep another engine's translation of an article's segments."""
    name = text.engine
    project.articles.keep(article.id, PREFIX + name, text.to_json(), {"done": "engine", "engine": name})


def other_texts(project: Project, article_id: int) -> list[EngineText]:
    """Return the translations of other engines that an article keeps, in the order of their names."""
    kept = project.articles.all_data(article_id, PREFIX)
    return [EngineText.from_json(kept[name]) for name in sorted(kept)]


def choices(project: Project, article_id: int) -> dict[str, str]:
    """Return by segment key the engine that its review started from, where one was chosen."""
    return {
        name.removeprefix(CHOICE): engine
        for name, engine in project.articles.all_data(article_id, CHOICE).items()
    }


def choose(project: Project, segment_id: int, engine: str, *, revision: int) -> Segment:
    """Start the review of a segment from an engine's translation; one undo takes it back.

    Args:
        project: An open project.
        segment_id: The segment.
        engine: Name of the engine.
        revision: The revision of the segment as the caller has seen it.

    Raises:
        UsageError: The article has no translation of that engine, or it has none of this segment alone.
        StaleRevisionError: Somebody changed the segment after that revision.
    """
    segment = project.segments.get(segment_id)
    found = segment_translations(project, segment)
    if engine not in found:
        raise UsageError(
            _("no engine “{engine}” has translated this article").format(engine=engine),
            remedy=_("Add its translation: transreview add PROJECT SOURCE TARGET --engine NAME"),
        )
    text = found[engine]
    if text is None:
        raise UsageError(
            _("{engine} has no translation of {key} alone").format(engine=engine, key=segment.key),
            remedy=_("Merge the segment with its neighbour, or choose another engine"),
        )
    return project.segments.start_from(segment_id, engine, text, name=CHOICE + segment.key, revision=revision)


def translations(project: Project, article: Article, segments: Sequence[Segment]) -> list[EngineText]:
    """Return all translations of an article, the one it was brought in with first."""
    return [own_text(project, article, segments), *other_texts(project, article.id)]


def segment_translations(project: Project, segment: Segment) -> dict[str, str | None]:
    """Return by engine its translation of one segment, None where it has none of the segment alone."""
    article = project.articles.get(segment.article_id)
    own: dict[str, str | None] = {article.engine: segment.machine}
    joiner = language(article.target_language).joiner or "\n"
    for text in other_texts(project, article.id):
        (own[text.engine],) = text.for_segments([segment], joiner)
    return own


def same_source(project: Project, articles: Iterable[Article]) -> list[list[Article]]:
    """Return the articles in groups that translate the same source into the same language.

    Projects may hold the translations of several engines as articles of their own.
    """
    groups: dict[tuple[str, str], list[Article]] = {}
    for article in articles:
        digest = hashlib.blake2b(digest_size=16)
        for unit in project.articles.units(article.id, "source"):
            digest.update(unit.text.encode() + b"\x1e")
        group = groups.setdefault((digest.hexdigest(), article.target_language), [])
        group.append(article)
    return list(groups.values())
