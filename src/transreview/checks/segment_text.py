"""The pair of texts that is checked, with the little of its surroundings that checks need."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from transreview.model.inline_mark import InlineMark
from transreview.model.unit import UnitKind


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogMessage:
    """What a gettext catalog says of a message.

    Attributes:
        formats: The programs' formats that it is flagged with ("c-format",
            "python-brace-format"), or not ("no-c-format").
        forms: Number of its plural forms, 0 where it has no plural.
        form: Which of them this text is, from 0.
        rare: Whether the form is for a few numbers alone (one, none), so that it may do without the number.
        msgid: The source's first form, with whose line breaks gettext compares those of all forms.
        msgid_plural: The source's plural form, whose line breaks gettext compares with those of the first.
        nplurals: Number of plural forms that the catalog's header asks for, 0 where it does not say.
        header: Whether it is the header itself; `forms` then says whether the catalog has plural forms.
        repeated: Whether the catalog had the message before.
        opened: Whether its file begins the translation with the line feed of the message.
    """

    formats: tuple[str, ...] = ()
    forms: int = 0
    form: int = 0
    rare: bool = False
    msgid: str = ""
    msgid_plural: str = ""
    nplurals: int = 0
    header: bool = False
    repeated: bool = False
    opened: bool = False


@dataclass(frozen=True, slots=True)
class SegmentText:
    """A source text and its translation.

    Attributes:
        source: The source text.
        target: The translation as it stands.
        id: Number of the segment in its project; 0 outside one.
        kind: What the paragraph is that the segment stands in.
        source_open: Depth of quotations that earlier segments of the source have left open.
        target_open: The same of the translation.
        runs_on: Whether a quotation of the translation that opens here closes in a later segment.
        message: What a gettext catalog says of the text; None for a text of no catalog.
        source_marks: Inline marks that the source's file gives it beside the text (HTML, Word); those in
            the text itself are found there.
        target_marks: The same of the translation.
        levels: Levels of the heading in both files, (0, 0) where they do not both say one.
        only_here: Whether it describes its file (a page's title, front matter), and the other, of another
            format, has no such text; or is a plural form that the other language does not have.
        of_few: Whether it is a plural form for one or two numbers, which may do without the number.
        in_document: Whether the quotations above are known: the segment was seen among its neighbours.
    """

    source: str
    target: str
    _: KW_ONLY
    id: int = 0
    kind: UnitKind = UnitKind.PARAGRAPH
    source_open: int = 0
    target_open: int = 0
    runs_on: bool = False
    message: CatalogMessage | None = None
    source_marks: tuple[InlineMark, ...] = ()
    target_marks: tuple[InlineMark, ...] = ()
    levels: tuple[int, int] = (0, 0)
    only_here: bool = False
    of_few: bool = False
    in_document: bool = False
