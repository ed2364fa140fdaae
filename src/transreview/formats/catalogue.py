"""What each format carries and loses, in one table: for `transreview formats` and the manual."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from transreview.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatRow:
    """One format.

    Attributes:
        name: What it is called with `--format`, or by people.
        endings: File name endings.
        kind: "article", "pairs" or "glossary".
        reads: Whether it is read.
        writes: "new" for files of our own, "back" into the file that came in, "both", "" for neither.
        carries: What it carries.
        loses: What it loses.
    """

    name: str
    endings: tuple[str, ...]
    kind: str
    reads: bool
    writes: str
    carries: Callable[[], str]
    loses: Callable[[], str]


def _texts() -> str:
    return _("the article's text")


CATALOGUE: tuple[FormatRow, ...] = (
    FormatRow(
        name="po",
        endings=(".po", ".pot"),
        kind="pairs",
        reads=True,
        writes="both",
        carries=lambda: _("texts, contexts, plural forms, flags, comments, notes, places, fuzzy or not"),
        loses=lambda: _("the difference of edited and machine, of confirmed and approved"),
    ),
    FormatRow(
        name="mo",
        endings=(".mo", ".gmo"),
        kind="pairs",
        reads=False,
        writes="new",
        carries=lambda: _("confirmed translations"),
        loses=lambda: _("comments, states, whatever is not confirmed"),
    ),
    FormatRow(
        name="xliff",
        endings=(".xlf", ".xliff"),
        kind="pairs",
        reads=True,
        writes="both",
        carries=lambda: _(
            "texts, inline elements, four states, the flag, comments, locks, proposals of engines"
        ),
        loses=lambda: _("text without source; that a flagged text was confirmed before"),
    ),
    FormatRow(
        name="xliff2",
        endings=(".xlf",),
        kind="pairs",
        reads=True,
        writes="both",
        carries=lambda: _(
            "texts, inline elements, four states, the flag, comments, locks, proposals of engines"
        ),
        loses=lambda: _("text without source (it stands as a note)"),
    ),
    FormatRow(
        name="sdlxliff, mqxliff, mxliff, txlf",
        endings=(".sdlxliff", ".mqxliff", ".mxliff", ".txlf"),
        kind="pairs",
        reads=True,
        writes="back",
        carries=lambda: _("texts, inline elements, the tool's own states and locks"),
        loses=lambda: _("the tool's history of each segment"),
    ),
    FormatRow(
        name="Trados package",
        endings=(".sdlppx", ".sdlrpx"),
        kind="pairs",
        reads=True,
        writes="back",
        carries=lambda: _("all bilingual files of the package; it goes back as .sdlrpx"),
        loses=lambda: _("memories and termbases in it stay, but are not used"),
    ),
    FormatRow(
        name="tmx",
        endings=(".tmx",),
        kind="pairs",
        reads=True,
        writes="both",
        carries=lambda: _("pairs; written new, confirmed ones only"),
        loses=lambda: _("states, comments, order of the article"),
    ),
    FormatRow(
        name="csv, tsv",
        endings=(".csv", ".tsv", ".tab"),
        kind="pairs",
        reads=True,
        writes="both",
        carries=lambda: _("source, machine translation, translation, comment, status"),
        loses=lambda: _("alignment, history; tabs without quotes hold no line ends"),
    ),
    FormatRow(
        name="xlsx",
        endings=(".xlsx",),
        kind="pairs",
        reads=True,
        writes="both",
        carries=lambda: _("the same, locked where nothing may be typed"),
        loses=lambda: _("alignment, history; texts above 32,767 characters are refused"),
    ),
    FormatRow(
        name="review",
        endings=(".docx",),
        kind="pairs",
        reads=True,
        writes="both",
        carries=lambda: _("the same as a table in Word; tables of memoQ, Trados and Phrase are read too"),
        loses=lambda: _("alignment, history, formatting within a changed cell"),
    ),
    FormatRow(
        name="RTF table",
        endings=(".rtf",),
        kind="pairs",
        reads=True,
        writes="back",
        carries=lambda: _("review tables of memoQ"),
        loses=lambda: _("formatting within a changed cell"),
    ),
    FormatRow(
        name="jsonl",
        endings=(".jsonl", ".ndjson", ".jsonlines"),
        kind="pairs",
        reads=True,
        writes="both",
        carries=lambda: _("texts, states, remarks, machine translation, proposals; other keys stay"),
        loses=lambda: _("alignment, history"),
    ),
    FormatRow(
        name="markdown",
        endings=(".md", ".markdown", ".mkd", ".mdx"),
        kind="article",
        reads=True,
        writes="both",
        carries=_texts,
        loses=lambda: _("source, states, comments"),
    ),
    FormatRow(
        name="html",
        endings=(".html", ".htm", ".xhtml"),
        kind="article",
        reads=True,
        writes="back",
        carries=lambda: _("the page that it or its source came from, with the reviewed text"),
        loses=lambda: _("source, states, comments; marks whose words are gone are named"),
    ),
    FormatRow(
        name="docx",
        endings=(".docx",),
        kind="article",
        reads=True,
        writes="back",
        carries=lambda: _("the Word file that it or its source came from, with the reviewed text"),
        loses=lambda: _("source, states, comments; marks whose words are gone are named"),
    ),
    FormatRow(
        name="odt",
        endings=(".odt",),
        kind="article",
        reads=True,
        writes="back",
        carries=lambda: _("the OpenDocument text that it or its source came from, reviewed"),
        loses=lambda: _("source, states, comments; marks whose words are gone are named"),
    ),
    FormatRow(
        name="epub",
        endings=(".epub",),
        kind="article",
        reads=True,
        writes="back",
        carries=lambda: _("the book that it or its source came from, with the reviewed text"),
        loses=lambda: _("source, states, comments; marks whose words are gone are named"),
    ),
    FormatRow(
        name="subtitle",
        endings=(".srt", ".vtt"),
        kind="article",
        reads=True,
        writes="back",
        carries=lambda: _("the subtitles with their times"),
        loses=lambda: _("source, states, comments; text that was added"),
    ),
    FormatRow(
        name="android",
        endings=(".xml",),
        kind="article",
        reads=True,
        writes="back",
        carries=lambda: _("the strings by their names"),
        loses=lambda: _("source, states, comments; text that was added"),
    ),
    FormatRow(
        name="strings, stringsdict, properties, resx",
        endings=(".strings", ".stringsdict", ".properties", ".resx"),
        kind="article",
        reads=True,
        writes="back",
        carries=lambda: _("the strings by their names"),
        loses=lambda: _("source, states, comments; text that was added"),
    ),
    FormatRow(
        name="json, yaml",
        endings=(".json", ".arb", ".yaml", ".yml"),
        kind="article",
        reads=True,
        writes="back",
        carries=lambda: _("the texts by their paths of keys"),
        loses=lambda: _("source, states, comments; text that was added"),
    ),
    FormatRow(
        name="text",
        endings=(".txt", ".text"),
        kind="article",
        reads=True,
        writes="both",
        carries=_texts,
        loses=lambda: _("source, states, comments, marks"),
    ),
    FormatRow(
        name="glossary",
        endings=(".csv", ".tbx", ".xlsx", ".txt"),
        kind="glossary",
        reads=True,
        writes="new",
        carries=lambda: _("concepts, terms and what is said of them (`transreview terms import|export`)"),
        loses=lambda: _("in OmegaT's list: forbidden terms stand in the comment"),
    ),
)
"""The formats in the order in which people meet them."""
