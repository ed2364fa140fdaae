"""Words of a translation that no word list knows, for a person to decide about; no finding is made of them.

Names and new words are missing from every list, so that an unknown word is a question, not a fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from transreview.checks.chinese_names import spellings_in
from transreview.checks.conditions import names_transliterated
from transreview.checks.context import CheckContext
from transreview.checks.features import Features
from transreview.checks.segment_text import SegmentText
from transreview.checks.sounds import sounds_like
from transreview.formats.inline_marks import masked
from transreview.languages import language
from transreview.languages.chinese.transcription import transcribed_runs
from transreview.languages.language import Span
from transreview.languages.prose import prose
from transreview.languages.spelling import Speller, speller, words_of
from transreview.model.article import Article
from transreview.project.project import Project

_LATIN_NAME = re.compile(r"[A-ZÀ-Þ][^\W\d_]{2,}")


class Spelling:
    """The spelling of an article's translation, with the words that the project has taken in.

    Args:
        project: The open project; it keeps the words that somebody has added.
        article: The article.
    """

    def __init__(self, project: Project, article: Article) -> None:
        self._project = project
        self._article = article
        self._setting = f"words.{article.target_language}"
        self._words: frozenset[str] = frozenset()
        self._loaded: Speller | None = None
        self._asked = False
        self.reload()

    @property
    def speller(self) -> Speller | None:
        """What knows the words of the language, None where nothing does; read when first asked for."""
        if not self._asked:
            self._loaded, self._asked = speller(self._article.target_language), True
        return self._loaded

    def reload(self) -> None:
        """Read again which words the project has taken in."""
        self._words = frozenset(self._project.settings.get(self._setting, []))

    def unknown(self, source: str, target: str, terms: Iterable[Span] = ()) -> list[Span]:
        """Return the spans of the words that are not known.

        Names of the source in any known spelling, what sounds like one of them, what the source has as well,
        code, addresses and terms of the glossary are passed over.

        Args:
            source: The source.
            target: The translation.
            terms: Spans of terms that the glossary has there.
        """
        spelling = self.speller
        if spelling is None:
            return []
        covered = list(terms)
        text, names = prose(masked(target)), None
        spelled: list[Span] = []
        found = []
        for start, end in words_of(text, self._article.target_language):
            word = text[start:end]
            if spelling.known(word) or word in self._words or word.lower() in self._words:
                continue
            if word in source or any(a < end and b > start for a, b in covered):
                continue
            if names is None:
                names, spelled = self._names(source), self._spelled(source, target)
            if any(a < end and b > start for a, b in spelled):
                continue
            if not any(sounds_like(name, word) for name in names):
                found.append((start, end))
        return found

    def _names(self, source: str) -> list[str]:
        """Return the words of the source that are names by how they are written."""
        foreign = transcribed_runs(source) if language(self._article.source_language).transcribes else []
        return [*foreign, *_LATIN_NAME.findall(source)]

    def _spelled(self, source: str, target: str) -> list[Span]:
        """Return where the Chinese names of the source stand in the translation, in any known spelling."""
        context = self._context
        if not names_transliterated(context.source, context.target):
            return []
        features = Features(SegmentText(source, target), context)
        places = (place for name in features.chinese_names for place in spellings_in(features, name))
        return [(place.start, place.end) for place in places]

    @cached_property
    def _context(self) -> CheckContext:
        return CheckContext(self._article.source_language, self._article.target_language)

    def add(self, word: str) -> None:
        """Take a word into the project's own; a change, which undo takes back.

        Raises:
            TransreviewError: The project cannot be changed.
        """
        if word not in self._project.settings.get(self._setting, []):
            self._project.settings.change(
                self._setting,
                lambda present: present if word in (present or []) else [*(present or []), word],
            )
        self.reload()
