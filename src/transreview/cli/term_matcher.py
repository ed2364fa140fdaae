"""Finds the terms of records: JSON objects with a pair of texts, or with one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from transreview.errors import InputError
from transreview.formats.translation_field import unfolded
from transreview.i18n import _
from transreview.languages.header_names import said_language
from transreview.model.glossary import TermMatch

if TYPE_CHECKING:
    from transreview.model.glossary import Glossary
    from transreview.terminology import SegmentTerms, TermIndex


class TermMatcher:
    """Finds the terms of records.

    Args:
        glossary: The terms.
        source_lang: Tag of the sources that do not say; Chinese when None.
        target_lang: Tag of the translations that do not say; Georgian when None.
        lang: Tag of records with "text" that do not say.
        mend: Put what is certain into each "target".
    """

    def __init__(
        self,
        glossary: Glossary,
        source_lang: str | None,
        target_lang: str | None,
        lang: str | None,
        *,
        mend: bool = False,
    ) -> None:
        self._glossary = glossary
        self._languages = (source_lang or "zh", target_lang or "ka")
        self._lang = lang
        self._mend = mend
        self._pairs: dict[tuple[str, str], SegmentTerms] = {}
        self._indexes: dict[str, TermIndex] = {}

    def matched(self, record: dict[str, Any], *, place: tuple[str, int]) -> dict[str, Any]:
        """Return a record with its "terms".

        Args:
            record: With "source" and "target", or with "text".
            place: Its file and line, for messages.

        Raises:
            InputError: It has neither, or no language is known of it.
        """
        if "text" in record:
            return {**record, "terms": self._found(record, place)}
        terms = self._terms(record)
        record = unfolded(record, place, *self._languages)
        source, target = _text(record, "source", place), _text(record, "target", place)
        found = _uses(terms, source, target)
        if self._mend:
            from transreview.workflow.terms.application import mended_text

            record = {**record, "target": mended_text(source, target, terms)}
        return {**record, "terms": found}

    def _found(self, record: dict[str, Any], place: tuple[str, int]) -> list[dict[str, Any]]:
        from transreview.terminology import TermIndex

        code = said_language(str(record.get("lang") or "")) or self._lang or ""
        if not code:
            raise InputError(
                _("the language of this text is not known"),
                path=place[0],
                line=place[1],
                remedy=_("Give it with --lang."),
            )
        if code not in self._indexes:
            self._indexes[code] = TermIndex(self._glossary, code)
        text = str(record["text"])
        return [_match(one, text) for one in self._indexes[code].find(text)]

    def _terms(self, record: dict[str, Any]) -> SegmentTerms:
        from transreview.terminology import SegmentTerms

        source, target = self._languages
        said = [said_language(str(record.get(name) or "")) for name in ("source_lang", "target_lang")]
        key = (said[0] or source, said[1] or target)
        if key not in self._pairs:
            self._pairs[key] = SegmentTerms(self._glossary, *key)
        return self._pairs[key]


def _text(record: dict[str, Any], name: str, place: tuple[str, int]) -> str:
    text = record.get(name)
    if not isinstance(text, str):
        raise InputError(
            _("this object has no text “{name}”").format(name=name),
            path=place[0],
            line=place[1],
            remedy=_("It needs “source” and “target”, or “text”."),
        )
    return text


def _uses(terms: SegmentTerms, source: str, target: str) -> list[dict[str, Any]]:
    return [
        {
            "concept": use.concept.id,
            "source": [_match(found, source) for found in use.source],
            "rendered": [_match(found, target) for found in use.rendered],
            "forbidden": [
                {
                    **_match(wrong.match, target),
                    "expected": [] if wrong.expected is None else list(wrong.expected.candidates),
                }
                for wrong in use.forbidden
            ],
            "missing": use.missing,
            "expected": list(use.expected),
        }
        for use in terms.uses(source, target)
    ]


def _match(found: TermMatch, text: str) -> dict[str, Any]:
    return {
        "concept": found.concept_id,
        "term": found.term.text,
        "kind": found.term.kind.value,
        "start": found.start,
        "end": found.end,
        "found": text[found.start : found.end],
        "reading": found.reading,
        "confidence": round(found.confidence, 3),
    }
