"""Concepts: glossaries that live in the project itself, for teams that share one on a server."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from transreview.model.glossary import Concept, ConceptStatus, Glossary, Term, TermKind
from transreview.model.journal import Action
from transreview.project.changes import changing
from transreview.project.decoding import damaged, known, parsed
from transreview.project.settings import Changed, change_setting
from transreview.project.store import Row, Store

_CONCEPT = "SELECT key, subject, definition, status, note, terms FROM concept"
_STATUS = {status.value: status for status in ConceptStatus}


class Concepts:
    """The glossaries of the project's own; files beside it are not among them.

    Args:
        store: The project.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def read(self, glossary: str) -> Glossary:
        """Return one of them, empty when there is none of that name."""
        found = self._store.all(f"{_CONCEPT} WHERE glossary = ? ORDER BY place, id", (glossary,))
        concepts = tuple(_concept(row) for row in found)
        languages = dict.fromkeys(term.language for concept in concepts for term in concept.terms)
        return Glossary(concepts, tuple(languages))

    def write(
        self,
        glossary: str,
        concepts: Glossary,
        *,
        settings: Mapping[str, Changed] | None = None,
    ) -> int:
        """Make a glossary hold exactly these concepts; one change, undone as one.

        On a server its rights hold concept by concept: reviewers propose, maintainers settle.

        Args:
            glossary: Its name.
            concepts: What it shall hold, in this order.
            settings: Settings of the project that go with it, each with what makes another value of it:
                both are changed, or neither.

        Returns:
            How many concepts are new, changed or gone.
        """
        query = "SELECT key, id FROM concept WHERE glossary = ?"
        with changing(self._store, Action.GLOSSARY) as change:
            gone = dict(change.connection.execute(query, (glossary,)).fetchall())
            for place, concept in enumerate(concepts.concepts):
                values: dict[str, Any] = {
                    "place": place, "subject": concept.subject, "definition": concept.definition,
                    "status": concept.status.value, "note": concept.note,
                    "terms": json.dumps([_stored(term) for term in concept.terms], ensure_ascii=False),
                }  # fmt: skip
                number = gone.pop(concept.id, None)
                if number is None:
                    change.insert("concept", {"glossary": glossary, "key": concept.id, **values})
                else:
                    change.update("concept", number, **values)
            for number in gone.values():
                change.delete("concept", number)
            change.arguments = {"glossary": glossary}
            count = change.size
            for name, changed in (settings or {}).items():
                change_setting(change, name, changed)
            return count


def _stored(term: Term) -> dict[str, Any]:
    """Return a term as it is kept: hints in the order of written files, so that only news are a change."""
    return asdict(term) | {"grammar": sorted(term.grammar)}


def _concept(row: Row) -> Concept:
    key, subject, definition, status, note, terms = row
    try:
        found = tuple(
            Term(
                one["text"],
                one["language"],
                kind=TermKind(one["kind"]),
                grammar=tuple(one["grammar"]),
                pos=one["pos"],
            )
            for one in parsed(terms)
        )
    except (KeyError, TypeError, ValueError) as error:
        raise damaged(error) from error
    return Concept(
        key, subject=subject, definition=definition, status=known(_STATUS, status), note=note, terms=found
    )
