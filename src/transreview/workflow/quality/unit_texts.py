"""The units of a bilingual file as the checks see them, in the file itself and in a project made of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from transreview.checks.segment_text import CatalogMessage
from transreview.formats.plural_rule import PluralRule
from transreview.model.pair import Pair

# States in which tools put the source into the target for somebody to overwrite.
_COPIES = frozenset({"new", "needs-translation", "initial"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FormText:
    """One plural form of a unit, or the unit itself where it has none.

    Attributes:
        source: The text that the translation is held against.
        target: The translation.
        message: What its gettext catalog says of it; None where it is of no catalog.
    """

    source: str
    target: str
    message: CatalogMessage | None


def form_texts(pair: Pair, rule: PluralRule | None) -> Iterator[FormText]:
    """Yield the texts of a unit, one a plural form.

    A form that 21 takes as well as 1 has to say what the plural says, and so does the only form of a
    language without a plural.

    Args:
        pair: The unit.
        rule: The rule of its catalog; None where it is of no catalog.
    """
    formats = tuple(flag for flag in pair.flags if flag.endswith("-format"))
    if not pair.is_plural:
        message = None if rule is None else _message(formats, rule.count, 0, 0, False, "", "")
        yield FormText(source=pair.source, target=pair.target, message=message)
        return
    known = rule or PluralRule()
    plural, count = pair.source_plural or pair.source, len(pair.forms)
    for form, target in enumerate(pair.forms):
        few = count > 1 and form in known.rare
        message = None
        if rule is not None:
            message = _message(formats, rule.count, count, form, few, pair.source, pair.source_plural)
        of_one = few and form == known.singular
        yield FormText(source=pair.source if of_one else plural, target=target, message=message)


@lru_cache(maxsize=1024)  # most messages of a catalog are told the same
def _message(
    formats: tuple[str, ...], wanted: int, forms: int, form: int, rare: bool, msgid: str, plural: str
) -> CatalogMessage:
    return CatalogMessage(
        formats=formats, forms=forms, form=form, rare=rare, msgid=msgid, msgid_plural=plural, nplurals=wanted
    )


def why_aside(pair: Pair, *, fuzzy: bool, locked: bool, touched: bool = False) -> str:
    """Return why a unit is nobody's finished text, "" where it is.

    Args:
        pair: The unit as it stands.
        fuzzy: Whether guesses that nobody has looked at count as finished.
        locked: Whether it is not to be changed.
        touched: Whether somebody has changed or confirmed it since it came in.

    Returns:
        "locked", "fuzzy", "untranslated", or "".
    """
    if locked:
        return "locked"
    if pair.source.strip() and not any(form.strip() for form in pair.forms):
        return "untranslated"
    if touched:
        return ""
    if pair.state == "fuzzy" and not fuzzy:
        return "fuzzy"
    return "untranslated" if pair.state in _COPIES and pair.target == pair.source else ""
