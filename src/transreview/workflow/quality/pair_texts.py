"""The texts of a bilingual file as the checks see them: each plural form by itself, what waits left apart."""

from __future__ import annotations

from dataclasses import dataclass, replace

from transreview.checks.segment_text import CatalogMessage, SegmentText
from transreview.formats.reading import STDIN, display_name
from transreview.workflow.intake.text_pairs import TextPair

# States in which tools put the source into the target for somebody to overwrite.
_COPIES = frozenset({"new", "needs-translation", "initial"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PairText:
    """One text of a pair.

    Attributes:
        pair: The pair.
        text: Source and translation as the checks see them.
        line: 1-based line to go to, 0 where it is not known.
        left_out: Why it is not checked: "untranslated", "fuzzy", "locked"; empty where it is.
    """

    pair: TextPair
    text: SegmentText
    line: int
    left_out: str = ""


def texts_of(pair: TextPair) -> list[PairText]:
    """Return the texts of a pair: one, or one a plural form."""
    one, message = pair.pair, None
    if pair.catalog:
        formats = tuple(flag for flag in one.flags if flag.endswith("-format"))
        forms = len(one.forms) if one.is_plural else 0
        message = CatalogMessage(formats=formats, forms=forms, nplurals=pair.nplurals)
    line = one.target_line or one.line
    reason = _left_out(pair)
    if reason or not one.is_plural:
        text = SegmentText(one.source, one.target, message=message)
        return [PairText(pair=pair, text=text, line=line, left_out=reason)]
    plural = one.source_plural or one.source
    return [
        PairText(
            pair=pair,
            text=SegmentText(
                one.source if _is_singular(pair, number) else plural,
                form,
                message=_of_form(message, number, pair),
            ),
            line=line,  # where gettext says that a form is wrong
        )
        for number, form in enumerate(one.forms)
    ]


def _is_singular(pair: TextPair, number: int) -> bool:
    """Whether a plural form is for 1 alone; a form that 21 takes too has to say what the plural says."""
    return len(pair.pair.forms) > 1 and number == pair.singular_form and number in pair.rare_forms


def _of_form(message: CatalogMessage | None, number: int, pair: TextPair) -> CatalogMessage | None:
    if message is None:
        return None
    rare = message.forms > 1 and number in pair.rare_forms
    return replace(message, form=number, rare=rare, msgid=pair.source)


def _left_out(pair: TextPair) -> str:
    one = pair.pair
    if one.locked:
        return "locked"
    if one.state == "fuzzy":
        return "fuzzy"
    if pair.path == display_name(STDIN) and not one.state:
        return ""  # what a program pipes in is its finished work: an empty text in it is a fault
    copied = one.state in _COPIES and one.target == one.source
    return "untranslated" if one.is_untranslated or copied else ""
