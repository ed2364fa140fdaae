"""The articles of a project: what is known of each, its units and its alignment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.model.article import Article
from transreview.model.journal import Action, JournalEntry
from transreview.model.unit import Unit
from transreview.project import rows
from transreview.project.changes import Change, changing
from transreview.project.store import Store
from transreview.project.sums import require_sum

if TYPE_CHECKING:
    from transreview.model.bead import Bead
    from transreview.model.pair import Pair
    from transreview.project.segment_marks import SegmentMarks


class Articles:
    """The documents under review.

    Args:
        store: The project file.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> list[Article]:
        """Return all articles in the order they were added."""
        with rows.naming(self._store):
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
        from transreview.project.segment_marks import read_segment_marks

        return read_segment_marks(self._store, self.get(article_id), segment_ids)

    def units(self, article_id: int, side: str) -> list[Unit]:
        """Return the units of one side ("source", "target", "reference") in the text's order."""
        return [rows.unit(row) for row in rows.unit_rows(self._store, article_id, side, rows.UNIT)]

    def beads(self, article_id: int) -> list[Bead]:
        """Return the present alignment of an article, bead by bead in segment order.

        Indexes count the units that `units` returns. A bead is fixed when a person made it or
        has confirmed or approved its segment.
        """
        from transreview.model.bead import Bead

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
        from transreview.project.article_intake import ArticleIntake  # reading a project needs none

        return ArticleIntake(self._store).insert(
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
        from transreview.project.article_intake import ArticleIntake
        from transreview.project.pair_rows import forms_of, units_of

        forms = forms_of(pairs)
        source, target, beads = units_of(forms)
        return ArticleIntake(self._store).insert(
            article, source, target, beads, (), reference_beads=(), data=data, forms=forms
        )


def keep_data(change: Change, article_id: int, name: str, value: str) -> None:
    """Keep a text with an article as part of a change."""
    old = change.connection.execute(
        "SELECT id FROM article_data WHERE article_id = ? AND name = ?", (article_id, name)
    ).fetchone()
    if old is None:
        change.insert("article_data", {"article_id": article_id, "name": name, "value": value})
    else:
        change.update("article_data", old[0], value=value)
