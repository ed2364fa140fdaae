"""One message of a gettext catalog, as reading gives it and writing takes it."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass, field


@dataclass(slots=True)
class PoEntry:
    """One message.

    Attributes:
        msgid: Source text.
        msgstr: Translation; "" is untranslated.
        msgctxt: Context that tells equal messages apart, or None.
        msgid_plural: Plural of the source, or None.
        plurals: Translations by plural form, where there is a plural.
        comments: Translators' comments ("# …").
        extracted: Notes for translators ("#. …").
        references: Where it comes from, as written ("#: …"), one an item.
        flags: "fuzzy", "no-c-format" ….
        previous: Earlier msgctxt, msgid and msgid_plural ("#| …"), by keyword.
        obsolete: It is kept for later but no longer in use ("#~ …").
        line: 1-based line of its first keyword.
        target_line: 1-based line of its translation.
    """

    msgid: str = ""
    msgstr: str = ""
    _: KW_ONLY
    msgctxt: str | None = None
    msgid_plural: str | None = None
    plurals: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    extracted: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    previous: dict[str, str] = field(default_factory=dict)
    obsolete: bool = False
    line: int = 0
    target_line: int = field(default=0, compare=False)

    @property
    def key(self) -> tuple[str | None, str]:
        """What identifies a message in its catalog."""
        return self.msgctxt, self.msgid

    @property
    def is_header(self) -> bool:
        """Whether this is the entry that describes the catalog."""
        return not self.msgid and self.msgctxt is None and not self.obsolete

    @property
    def fuzzy(self) -> bool:
        """Whether the translation still has to be confirmed."""
        return "fuzzy" in self.flags


def parse_header(msgstr: str) -> dict[str, str]:
    """Return the fields of a catalog's header entry, in its order."""
    fields = {}
    for line in msgstr.split("\n"):
        name, colon, value = line.partition(":")
        if colon:
            fields[name.strip()] = value.strip()
    return fields
