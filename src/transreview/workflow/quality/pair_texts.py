"""The texts of a bilingual file as the checks see them: each plural form by itself, what waits left apart."""

from __future__ import annotations

from dataclasses import dataclass

from transreview.checks.segment_text import SegmentText
from transreview.formats.reading import STDIN, display_name
from transreview.workflow.intake.text_pairs import TextPair
from transreview.workflow.quality.unit_texts import form_texts, why_aside


@dataclass(frozen=True, slots=True, kw_only=True)
class PairText:
    """One text of a pair.

    Attributes:
        pair: The pair.
        text: Source and translation as the checks see them; what is nobody's finished text is empty there.
        target: The translation as it stands.
        line: 1-based line to go to, 0 where it is not known.
        left_out: Why it is not checked: "untranslated", "fuzzy", "locked"; empty where it is.
        told: Whether it is told of: a unit that is left out is told once, whatever its plural forms.
    """

    pair: TextPair
    text: SegmentText
    target: str
    line: int
    left_out: str = ""
    told: bool = True


def texts_of(pair: TextPair, *, fuzzy: bool = False) -> list[PairText]:
    """Return the texts of a pair: one, or one a plural form.

    Args:
        pair: The pair.
        fuzzy: Whether guesses count as finished texts.
    """
    one = pair.pair
    reason = why_aside(one, fuzzy=fuzzy, locked=one.locked)
    if pair.path == display_name(STDIN) and not one.state and reason == "untranslated":
        reason = ""  # what a program pipes in is its finished work: an empty text in it is a fault
    waits = reason not in {"", "locked"}  # what nobody may change is told to nobody, but others must match it
    return [
        PairText(
            pair=pair,
            text=SegmentText(form.source, "" if waits else form.target, message=form.message),
            target=form.target,
            line=one.target_line or one.line,  # where gettext says that a form is wrong
            left_out=reason,
            told=not reason or not number,
        )
        for number, form in enumerate(form_texts(one, pair.rule))
    ]
