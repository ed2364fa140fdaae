"""Two people changed the same concept: their row and mine, and which of them shall stand."""

from __future__ import annotations

from transreview.i18n import _
from transreview.model.glossary import Concept
from transreview.terminology.merging import RowConflict
from transreview.tui.dialogs.choice import Choice
from transreview.words import called

KEEP_MINE, TAKE_THEIRS, GO_ON = "m", "t", "e"


class ConceptConflict(Choice):
    """Shows both versions field by field and asks which shall stand; Escape changes nothing.

    Args:
        conflict: The concept with both versions.
        languages: Source and target language.
    """

    def __init__(self, conflict: RowConflict, languages: tuple[str, str]) -> None:
        fields = conflict.fields if conflict.ours and conflict.theirs else languages
        lines = []
        for name in fields:
            lines += [f"{name}:", *_side(_("theirs"), conflict.theirs, name)]
            lines += _side(_("yours"), conflict.ours, name)
        super().__init__(
            _("Somebody changed “{id}” meanwhile").format(id=conflict.id),
            (
                (GO_ON, _("Look at mine again before deciding")),
                (KEEP_MINE, _("Save mine over theirs")),
                (TAKE_THEIRS, _("Leave theirs, drop mine")),
            ),
            text="\n".join(lines),
        )


def _side(who: str, concept: Concept | None, field: str) -> list[str]:
    if concept is None:
        return [f"  {who}: " + _("(removed)")]
    if field in {"subject", "definition", "note", "status"}:
        return [f"  {who}: {getattr(concept, field)}"]
    words = ", ".join(f"{term.text} ({called(term.kind.value)})" for term in concept.of(field))
    return [f"  {who}: {words or '–'}"]
