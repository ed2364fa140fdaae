"""Bringing an article in with its units and beads, in one transaction."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from transreview.model.article import Article
from transreview.model.bead import Bead
from transreview.model.finding import Side
from transreview.model.journal import Action
from transreview.model.segment import Lock, Status
from transreview.model.unit import Unit
from transreview.project import article_rows
from transreview.project.changes import Change
from transreview.project.joiner import Joiner
from transreview.project.pair_rows import INSERT_PAIR, Form, pair_rows, state_of
from transreview.project.store import Connection, Store
from transreview.project.sums import sum_of
from transreview.project.texts import checked, kept


class ArticleIntake:
    """Writes the rows of new articles.

    Args:
        store: The project file.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def insert(
        self,
        article: Article,
        source_units: Sequence[Unit],
        target_units: Sequence[Unit],
        beads: Sequence[Bead],
        reference: Sequence[Unit],
        *,
        reference_beads: Sequence[Bead],
        data: Mapping[str, str] | None,
        forms: Sequence[Form],
    ) -> Article:
        """Store an article, wholly or not at all, and return it with its id and slug.

        The arguments are those of `Articles.add`, with what a bilingual file says of each segment.
        """
        article_rows.require_cover(beads, len(source_units), len(target_units))
        reference_at = article_rows.reference_places(
            beads, len(source_units), len(reference), reference_beads
        )
        with self._store.writing(alone=True) as connection:
            change = Change(self._store, connection, Action.IMPORT)
            article = self._insert_article(connection, article, data or {})
            first = self._store.reserve_ids(connection, "segment", len(beads))
            joiner = Joiner.of(article)
            connection.executemany(
                article_rows.INSERT_SEGMENT,
                article_rows.segment_rows(
                    article,
                    first,
                    change.id,
                    joiner,
                    source_units,
                    target_units,
                    beads,
                    reference,
                    reference_at,
                ),
            )
            source_places = article_rows.bead_of([bead.source for bead in beads], len(source_units))
            target_places = article_rows.bead_of([bead.target for bead in beads], len(target_units))
            for side, units, places in (
                (Side.SOURCE, source_units, source_places),
                (Side.TARGET, target_units, target_places),
                (article_rows.REFERENCE, reference, reference_at),
            ):
                unit_rows = article_rows.unit_rows(article.id, side, units, places, first)
                connection.executemany(article_rows.INSERT_UNIT, unit_rows)
            self._insert_pairs(change, forms, first)
            change.arguments = {"article": article.slug}
            change.heads = change.before_heads  # an import is no step that undo takes back
            change.write_entry()
            connection.execute("UPDATE project SET structure = structure + 1")
        return article

    def _insert_pairs(self, change: Change, forms: Sequence[Form], first: int) -> None:
        """Store what a bilingual file says of its segments."""
        change.connection.executemany(INSERT_PAIR, pair_rows(forms, first))
        for segment_id, one in enumerate(forms, first):
            status, needs_work, lock = state_of(one.pair, one.target)
            if (status, needs_work, lock) != (Status.MACHINE, False, Lock.NONE):
                change.connection.execute(
                    "UPDATE segment SET status = ?, needs_work = ?, locked = ?, sum = ? WHERE id = ?",
                    (status.value, int(needs_work), lock.value, self._sum(segment_id, status), segment_id),
                )
            if one.form == 0:
                change.connection.executemany(
                    "INSERT INTO comment (segment_id, author, at, text) VALUES (?, ?, ?, ?)",
                    (
                        (segment_id, who, change.at, checked(kept(what)))
                        for who, what in one.pair.comments
                        if what.strip()
                    ),
                )

    def _sum(self, segment_id: int, status: Status) -> int:
        row = self._store.one(
            "SELECT key, source, machine, target, reference FROM segment WHERE id = ?", (segment_id,)
        )
        return sum_of((*(row or ()), status.value))

    def _insert_article(self, connection: Connection, article: Article, data: Mapping[str, str]) -> Article:
        taken = {slug for (slug,) in self._store.all("SELECT slug FROM article")}
        slug = next(name for name in article_rows.slugs(article.slug or article.title) if name not in taken)
        (article_id,) = connection.execute(
            "INSERT INTO article (slug, title, source_language, target_language, granularity, source_path,"
            " target_path, reference_path, engine, metadata) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " RETURNING id",
            (
                slug, checked(article.title or slug), article.source_language, article.target_language,
                article.granularity.value, article.source_path, article.target_path, article.reference_path,
                article.engine, json.dumps(article.metadata, ensure_ascii=False),
            ),
        ).fetchone()  # fmt: skip
        connection.executemany(
            "INSERT INTO article_data (article_id, name, value, sum) VALUES (?, ?, ?, ?)",
            ((article_id, name, value, sum_of((name, value))) for name, value in data.items()),
        )
        return replace(article, id=article_id, slug=slug, title=article.title or slug)
