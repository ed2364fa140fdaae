"""Pairs: a source text beside its translation, what every bilingual format reads and writes."""

from __future__ import annotations

from dataclasses import dataclass, field

from transreview.model.segment import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One unit of a bilingual file: a source text and its translation, with what the file says of them.

    Attributes:
        id: Its name in the file, or its number.
        source: Source text; inline codes stand in it as tags.
        target: Translation; "" when there is none. With plural forms, the first of them.
        key: What identifies it in its file from one version to the next, where `id` alone does not.
        context: What tells equal sources apart (msgctxt, a resource name).
        document: Part of the file that it stands in (the `original` of XLIFF), "" where there is one only.
        note: What the file says of it to translators.
        comments: (who, what) of remarks that people made on it; nobody for whom the file does not name.
        line: 1-based line of the source, 0 where the format does not tell.
        target_line: 1-based line of the translation, 0 where the format does not tell.
        status: How far the file says its review has come; None when it says nothing.
        needs_work: The file says that somebody has to look again.
        state: The state as the file words it ("needs-review-translation", "fuzzy").
        locked: It is not to be changed (translate="no", locked).
        flags: What the file flags it with ("c-format", "no-wrap").
        source_plural: The plural of the source, "" when it has none.
        plurals: Further plural forms of the translation, the second first.
        machine: The machine's proposal, where the file keeps one beside the translation.
        proposals: (engine, text) of what other engines propose.
        origin: Where the translation came from, as the file says it ("mt", "tm").
    """

    id: str
    source: str
    target: str = ""
    key: str = ""
    context: str = ""
    document: str = ""
    note: str = ""
    comments: tuple[tuple[str, str], ...] = ()
    line: int = 0
    target_line: int = 0
    status: Status | None = None
    needs_work: bool = False
    state: str = ""
    locked: bool = False
    flags: tuple[str, ...] = ()
    source_plural: str = ""
    plurals: tuple[str, ...] = ()
    machine: str = ""
    proposals: tuple[tuple[str, str], ...] = ()
    origin: str = ""

    @property
    def identity(self) -> str:
        """What identifies it in its file: the key, or the id where that is enough."""
        return self.key or self.id

    @property
    def forms(self) -> tuple[str, ...]:
        """All plural forms of the translation, or the translation alone."""
        return (self.target, *self.plurals)

    @property
    def is_plural(self) -> bool:
        """Whether it has plural forms."""
        return bool(self.source_plural or self.plurals)

    @property
    def is_untranslated(self) -> bool:
        """Whether it waits for a translation: it has none, and may have one."""
        return not self.locked and bool(self.source.strip()) and not any(form.strip() for form in self.forms)

    @property
    def confirmed(self) -> bool | None:
        """Whether the file says that somebody has vouched for it; None when it says nothing."""
        if self.needs_work:
            return False
        return None if self.status is None else self.status.is_done


@dataclass(frozen=True, slots=True, kw_only=True)
class PairFile:
    """A file of translations.

    Attributes:
        format: Name of its format.
        pairs: Its units in order.
        source_language: Tag that the file names, empty when it names none.
        target_language: The same of the translations.
        encoding: What it was read in, empty where the format settles that itself.
        header: Fields in which it describes itself (those of a catalog's header).
        header_line: 1-based line of the header, 0 where there is none.
        marked: Whether it begins with a byte order mark, where the format has none.
        repeated: Units that are there a second time, or are no longer in use and have the name of another.
        warnings: What is odd or was left out, one sentence each.
    """

    format: str
    pairs: tuple[Pair, ...]
    source_language: str = ""
    target_language: str = ""
    encoding: str = ""
    header: dict[str, str] = field(default_factory=dict)
    header_line: int = 0
    marked: bool = False
    repeated: tuple[Pair, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PairChange:
    """What is to be changed of a unit of a bilingual file; None leaves a thing as it is.

    Attributes:
        target: The new translation.
        plurals: Its further plural forms.
        status: How far its review has come.
        needs_work: Whether somebody has to look again.
    """

    target: str | None = None
    plurals: tuple[str, ...] | None = None
    status: Status | None = None
    needs_work: bool | None = None
