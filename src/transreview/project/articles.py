"""The articles of a project: read, and brought in with their units and beads in one transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.model.article import Article
from transreview.model.bead import Bead
from transreview.model.finding import Side
from transreview.model.journal import Action, JournalEntry
from transreview.model.pair import Pair
from transreview.model.segment import Lock, Status
from transreview.model.unit import Unit
from transreview.project import article_rows, rows
from transreview.project.changes import Change, changing
from transreview.project.joiner import Joiner
from transreview.project.pair_rows import INSERT_PAIR, Form, forms_of, pair_rows, state_of, units_of
from transreview.project.segment_marks import SegmentMarks, read_segment_marks
from transreview.project.store import Connection, Store
from transreview.project.sums import require_sum, sum_of
from transreview.project.texts import checked, kept


class Articles:
    """The documents under review.

    Args:
        store: The project file.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> list[Article]:
        """Return all articles in the order they were added."""
        with self._store.snapshot():
            return [rows.article(row) for row in self._store.all(f"{rows.ARTICLE} ORDER BY id")]

    def get(self, article_id: int) -> Article:
        """Return one article.

        Raises:
            UsageError: There is no such article.
        """
        row = self._store.one(f"{rows.ARTICLE} WHERE id = ?", (article_id,))
        if row is None:
            raise UsageError(
                _("there is no article {number}").format(number=article_id),
                path=self._store.path,
                remedy=_("`transreview status` lists the articles"),
            )
        return rows.article(row)

    def data(self, article_id: int, name: str) -> str | None:
        """Return a text kept with an article (its file's layout, say), or None."""
        query = "SELECT value, sum FROM article_data WHERE article_id = ? AND name = ?"
        row = self._store.one(query, (article_id, name))
        if row is None:
            return None
        value, kept = row
        require_sum(kept, (name, value), _("a text kept with an article"))
        return str(value)

    def all_data(self, article_id: int, prefix: str) -> dict[str, str]:
        """Return the texts kept with an article whose names begin alike, by name."""
        query = "SELECT name, value, sum FROM article_data WHERE article_id = ? AND substr(name, 1, ?) = ?"
        found: dict[str, str] = {}
        for name, value, stored in self._store.all(query, (article_id, len(prefix), prefix)):
            require_sum(stored, (name, value), _("a text kept with an article"))
            found[name] = value
        return found

    def keep(self, article_id: int, name: str, value: str, done: Mapping[str, object]) -> JournalEntry | None:
        """Keep a text with an article, in place of an earlier one of that name; one undo takes it back.

        Args:
            article_id: The article.
            name: Name of the text.
            value: The text.
            done: What was done, as data for the journal (`workflow.journal_sentences`).
        """
        with changing(self._store, Action.IMPORT) as change:
            keep_data(change, article_id, name, value)
            change.arguments = dict(done)
        return change.entry

    def marks(self, article_id: int, segment_ids: Iterable[int] | None = None) -> dict[int, SegmentMarks]:
        """Return segment → inline marks and levels that its files give it beside the text.

        Args:
            article_id: The article.
            segment_ids: The segments to look at; all when None.
        """
        return read_segment_marks(self._store, self.get(article_id), segment_ids)

    def units(self, article_id: int, side: str) -> list[Unit]:
        """Return the units of one side ("source", "target", "reference") in the text's order."""
        return [rows.unit(row) for row in rows.unit_rows(self._store, article_id, side, rows.UNIT)]

    def beads(self, article_id: int) -> list[Bead]:
        """Return the present alignment of an article, bead by bead in segment order.

        Indexes count the units that `units` returns. A bead is fixed when a person made it or
        has confirmed or approved its segment.
        """
        members: dict[int, tuple[list[int], list[int]]] = {}
        for number, side in enumerate(("source", "target")):
            for index, (segment_id,) in enumerate(
                rows.unit_rows(self._store, article_id, side, "SELECT segment_id FROM unit")
            ):
                members.setdefault(segment_id, ([], []))[number].append(index)
        query = (
            "SELECT id, confidence, crossed,"
            " CASE WHEN fixed = 1 OR locked != '' OR status IN ('confirmed', 'approved') THEN 1 ELSE 0 END"
            " FROM segment"
            " WHERE article_id = ? ORDER BY place"
        )
        return [
            Bead(
                tuple(members[id_][0]),
                tuple(members[id_][1]),
                confidence=confidence,
                crossed=bool(crossed),
                fixed=bool(fixed),
            )
            for id_, confidence, crossed, fixed in self._store.all(query, (article_id,))
        ]

    def add(
        self,
        article: Article,
        source_units: Sequence[Unit],
        target_units: Sequence[Unit],
        beads: Sequence[Bead],
        reference: Sequence[Unit] = (),
        *,
        reference_beads: Sequence[Bead] = (),
        data: Mapping[str, str] | None = None,
    ) -> Article:
        """Add an article with its alignment; wholly or, when anything goes wrong, not at all.

        Args:
            article: What is known of it; its id is given here, and its slug is made different
                from those in the project.
            source_units: Units of the source.
            target_units: Units of the machine translation.
            beads: Their alignment in segment order; every unit stands in exactly one.
            reference: Units of a reference translation.
            reference_beads: Alignment of source units with reference units; without it, the
                reference belongs to the source unit by unit if there are as many, else to none.
            data: Texts to keep with the article by name (the layout of its files, say).

        Returns:
            The article with its id and slug.
        """
        return self._insert(
            article, source_units, target_units, beads, reference,
            reference_beads=reference_beads, data=data, forms=(),
        )  # fmt: skip

    def add_pairs(
        self, article: Article, pairs: Sequence[Pair], *, data: Mapping[str, str] | None = None
    ) -> Article:
        """Add a bilingual file: a segment for each of its pairs, one more for each further plural form.

        Each begins with the status, flag and lock that its file gives it, and its file's words about it
        are kept (`Project.pairs`). What the file has as its translation counts as the machine's until
        somebody edits it; comments in the file become comments of their authors.

        Args:
            article: What is known of the file; its id is given here, and its slug is made different
                from those in the project.
            pairs: Its units in order.
            data: Texts to keep with it by name.

        Returns:
            The article with its id and slug.
        """
        forms = forms_of(pairs)
        source, target, beads = units_of(forms)
        return self._insert(article, source, target, beads, (), reference_beads=(), data=data, forms=forms)

    def _insert(
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
                        (segment_id, who, change.at, kept(what))
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


def keep_data(change: Change, article_id: int, name: str, value: str) -> None:
    """Keep a text with an article as part of a change."""
    old = change.connection.execute(
        "SELECT id FROM article_data WHERE article_id = ? AND name = ?", (article_id, name)
    ).fetchone()
    if old is None:
        change.insert("article_data", {"article_id": article_id, "name": name, "value": value})
    else:
        change.update("article_data", old[0], value=value)
