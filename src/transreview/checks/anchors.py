"""Names of the source that a translation should have too, in its own letters or the source's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transreview.checks.sounds import alike, name_skeletons, name_stem, word_skeletons
from transreview.languages.chinese.transcription import transcribed_spans

if TYPE_CHECKING:
    from transreview.checks.context import CheckContext

_LATIN_NAME = re.compile(r"(?<![\w@.])(?:[A-Z][A-Za-zÀ-ž]{3,}|[A-Z]{3,})(?![\w@])")
_SHORTEST_RUN = 3
# A run may begin or end with characters of the words beside the name.
_SLACK = 2


@dataclass(frozen=True, slots=True)
class Anchor:
    """One name of the source.

    Attributes:
        start: First character.
        end: One past its last character.
        found: Whether the translation has it.
        sure: Whether it surely is a name; a run of transcribing characters may be other words.
    """

    start: int
    end: int
    found: bool
    sure: bool


def name_anchors(source: str, target: str, words: list[str], context: CheckContext) -> list[Anchor]:
    """Return the names of a source with what has become of them.

    Args:
        source: Source text without addresses and tags.
        target: Its translation without them.
        words: The words of the translation in lower case.
        context: The languages.
    """
    if set(context.source.scripts) & set(context.target.scripts):
        return []  # one alphabet: names are translated, kept or declined, and seen at a glance
    spans = [(*match.span(), True) for match in _LATIN_NAME.finditer(source)]
    if context.source.code == "zh":
        spans += [
            (start, end, dotted)
            for start, end, dotted in transcribed_spans(source)
            if dotted or end - start >= _SHORTEST_RUN
        ]
    if not spans:
        return []
    folded = target.lower()
    skeletons: list[str] | None = None
    anchors = []
    for start, end, sure in sorted(spans):
        name = source[start:end]
        found = name.lower() in folded
        if not found:
            if skeletons is None:
                code = context.target.code
                skeletons = word_skeletons([*words, *(name_stem(word, code) for word in words)])
            found = _is_spelled(name, skeletons)
        anchors.append(Anchor(start, end, found, sure))
    return anchors


def _is_spelled(name: str, skeletons: list[str]) -> bool:
    """Whether some word sounds like the name, or like it without a character or two at either end."""
    forms = [name]
    if not name[0].isascii():
        forms += [name[cut:] for cut in range(1, _SLACK + 1) if len(name) - cut >= _SLACK]
        forms += [name[:-cut] for cut in range(1, _SLACK + 1) if len(name) - cut >= _SLACK]
    for form in forms:
        wanted = name_skeletons(form)
        if not all(wanted) or any(alike(one, word) for one in wanted for word in skeletons):
            return True
    return False
