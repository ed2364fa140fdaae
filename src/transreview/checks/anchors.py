"""Names of the source that a translation should have too, in its own letters or the source's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transreview.checks.sounds import beginning_with, begins_alike, name_skeletons, skeletons
from transreview.languages.chinese.transcription import transcribed_spans
from transreview.lazy_patterns import lazy_pattern

if TYPE_CHECKING:
    from transreview.checks.environment import Environment

_LATIN_NAME = lazy_pattern(r"[A-Z](?:[A-Za-zÀ-ž]{3,}|[A-Z]{2,})(?![\w@])")
_INSIDE = lazy_pattern(r"[\w@.]")
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


def name_anchors(source: str, target: str, context: Environment) -> list[Anchor]:
    """Return the names of a source with what has become of them.

    Runs of transcribing characters that may be other words are looked at only where some sure name
    is missing: they tell nothing alone.

    Args:
        source: Source text without addresses and tags.
        target: Its translation without them.
        context: The languages.
    """
    if "Latn" in context.source.scripts or context.shares_script:
        return []  # capitals begin sentences too, and names of one alphabet are seen at a glance
    spans = [
        match.span()
        for match in _LATIN_NAME.finditer(source)
        if not (match.start() and _INSIDE.match(source, match.start() - 1))
    ]
    runs: tuple[tuple[int, int, bool], ...] = ()
    if context.source.transcribes and (spans or "·" in source or "•" in source):
        runs = transcribed_spans(source)
        spans += [(start, end) for start, end, dotted in runs if dotted]
    if not spans:
        return []
    words = _Words(target.lower())
    anchors = [Anchor(start, end, words.have(source[start:end]), True) for start, end in spans]
    if not all(anchor.found for anchor in anchors):
        anchors += [
            Anchor(start, end, words.have(source[start:end]), False)
            for start, end, dotted in runs
            if not dotted and end - start >= _SHORTEST_RUN
        ]
    return sorted(anchors, key=lambda anchor: anchor.start)


class _Words:
    """The words of a translation, to look names up among them by sound.

    Args:
        text: The translation in lower case.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._skeletons: list[str] | None = None

    def have(self, name: str) -> bool:
        """Whether a name stands there, in its own letters or spelled by its sound."""
        if name.isascii() and name.lower() in self._text:
            return True
        if self._skeletons is None:
            self._skeletons = skeletons(self._text)
        return _is_spelled(name, self._skeletons)


def _is_spelled(name: str, words: list[str]) -> bool:
    """Whether some word sounds like the name, or like it without a character or two at either end."""
    forms = [name]
    if not name[0].isascii():
        cuts = range(1, _SLACK + 1)
        forms += [name[cut:] for cut in cuts if len(name) - cut >= _SLACK]
        forms += [name[:-cut] for cut in cuts if len(name) - cut >= _SLACK]
    for form in forms:
        for wanted in name_skeletons(form):
            if not wanted:
                return True
            if any(begins_alike(wanted, word) for word in beginning_with(wanted[0], words)):
                return True
    return False
