"""The interface's catalogs: `python scripts/messages.py` takes new messages in and compiles.

Every `_()` and `ngettext()` of the code and of the reports' templates (*.j2), every help text of the command
line, and the messages of click itself (click asks the same domain) go into
src/transreview/locales/*/LC_MESSAGES/transreview.po. Messages that are no longer used are dropped; nothing is
guessed from like ones. `--check` changes nothing and fails where a catalog is not current.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from transreview.checks.registry import REGISTRY
from transreview.cli.localized import help_texts
from transreview.cli.main import COMMANDS, cli
from transreview.i18n import DOMAIN, LOCALES

SOURCE = LOCALES.parent
_NAMES = {"ka": "Georgian", "zh": "Chinese"}
_HEADER = (
    "Project-Id-Version",
    "Language",
    "Plural-Forms",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
)
KEYWORDS = {"_": None, "ngettext": (1, 2)}
READERS = [("**.py", "python"), ("**.j2", "jinja2.ext:babel_extract")]
# Blanks as reports/html.py reads them; a template that cannot be read is an error, not one without words.
READ_AS = {"**.j2": {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}}


def messages() -> Catalog:
    """Return a catalog of every message, without translations."""
    found = Catalog(domain=DOMAIN, project="transreview", fuzzy=False)
    for folder in (SOURCE, Path(click.__file__).parent):
        read = extract_from_dir(folder, READERS, READ_AS, keywords=KEYWORDS)
        for place, _line, message, _comments, _context in read:
            found.add(message, locations=[(f"{folder.name}/{place}", 1)])
    for text in _help():
        found.add(text, locations=[("transreview/cli", 1)])
    for check in REGISTRY:
        found.add(check.explanation, locations=[("transreview/checks", 1)])
    return found


def _help() -> Iterator[str]:
    yield from help_texts(cli)
    for _place, line in COMMANDS.values():
        yield line


def updated(language: str, template: Catalog) -> Catalog:
    """Return the catalog of a language with every message of the code and no other."""
    path = po_file(language)
    old = Catalog(language, domain=DOMAIN)
    if path.exists():
        with path.open("rb") as stream:
            old = read_po(stream, locale=language, domain=DOMAIN)
    new = Catalog(language, domain=DOMAIN, project="transreview", version="1", fuzzy=False)
    new.header_comment = f"# {_NAMES[language]} words of transreview's interface. Licence: Apache-2.0."
    for message in sorted(template, key=lambda one: one.id if isinstance(one.id, str) else one.id[0]):
        if message.id:
            known = old.get(message.id[0] if isinstance(message.id, tuple) else message.id)
            added = new.add(
                message.id,
                known.string if known and _counted(known.id) == _counted(message.id) else None,
                locations=[(name, None) for name, _line in message.locations],
            )
            if added is not None and "%(" not in str(message.id):
                added.flags.discard("python-format")  # babel sees one in "10 % of it"
    return new


def _counted(id_: object) -> bool:
    """Return whether a message has plural forms; one that gained or lost them is translated anew."""
    return isinstance(id_, tuple)


def _lasting(data: bytes) -> bytes:
    """Return a catalog without the fields of its header that change from day to day or name nobody."""
    head, gap, rest = data.partition(b"\n\n")
    lines = [
        line
        for line in head.split(b"\n")
        if not line.startswith(b'"') or line[1:].split(b":")[0].decode() in _HEADER
    ]
    return b"\n".join(lines) + gap + rest


def po_file(language: str) -> Path:
    """Return where a language's catalog stands."""
    return LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def main() -> int:
    """Take messages in, or prove that nothing is to be taken in."""
    check = "--check" in sys.argv
    template, stale = messages(), []
    for language in sorted(place.name for place in LOCALES.iterdir() if place.is_dir()):
        catalog = updated(language, template)
        text, compiled = io.BytesIO(), io.BytesIO()
        write_po(text, catalog, width=0, include_lineno=False)
        text = io.BytesIO(_lasting(text.getvalue()))
        write_mo(compiled, read_po(io.BytesIO(text.getvalue()), locale=language, domain=DOMAIN))
        for path, data in ((po_file(language), text), (po_file(language).with_suffix(".mo"), compiled)):
            if not path.exists() or path.read_bytes() != data.getvalue():
                stale.append(path)
                if not check:
                    path.write_bytes(data.getvalue())
        open_ = sum(1 for message in catalog if message.id and not message.string)
        print(f"{language}: {len(catalog)} messages, {open_} not translated")
    if check and stale:
        print("not current; run: python scripts/messages.py\n" + "\n".join(map(str, stale)))
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
