"""A short name for everything that decides what checks say, so that results can be kept by it.

It is made of code and data: whoever changes a check, a table of a language or an installed package
gets other results from the next run on, and no number has to be raised by hand.
"""

from __future__ import annotations

import hashlib
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import transreview
from transreview import plugins
from transreview.checks.context import CheckContext
from transreview.checks.registry import PLUGINS as CHECKS
from transreview.i18n import _
from transreview.languages.pairs import PLUGINS as PAIRS
from transreview.languages.registry import PLUGINS as LANGUAGES

# The packages whose code and data findings are made by.
PLUGINS: tuple[plugins.Kind[Any], ...] = (CHECKS, LANGUAGES, PAIRS)
_PARTS = ("checks", "languages", "terminology", "model", "formats")
# Libraries that have a say in findings: another version may find something else.
_LIBRARIES = ("ahocorasick-rs", "langdetect", "numpy", "rapidfuzz", "simplemma", "snowballstemmer")


def context_fingerprint(context: CheckContext) -> str:
    """Return a hash of code, languages, checks, settings, glossary and length bands."""
    settings = context.settings
    parts = [
        code_digest(),
        *(plugin.digest() for kind in PLUGINS for plugin in plugins.load(kind)),
        _("The translation is empty"),  # in the language of the interface, as findings' messages are
        context.source.tag,
        context.target.tag,
        repr(context.lengths),
        " ".join(check.id for check in context.checks),
        repr(sorted((name, severity.value) for name, severity in settings.severities.items())),
        repr(sorted((name, [p.pattern for p in found]) for name, found in settings.allow.items())),
        repr(sorted(settings.calques.items())),
        repr(settings.rules),
        repr((settings.overlong_words, settings.number_format, settings.name_practice, settings.quotes)),
    ]
    if context.glossary is not None:
        parts.extend(repr(concept) for concept in context.glossary.concepts)
    return hashlib.blake2b("\x1e".join(parts).encode(), digest_size=12).hexdigest()


@cache
def code_digest() -> str:
    """Return a hash of the code and data that findings depend on: our own, and the versions of libraries."""
    root = Path(transreview.__file__).parent
    digest = hashlib.blake2b(" ".join(library_versions()).encode(), digest_size=16)
    for part in _PARTS:
        for file in sorted((root / part).rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                digest.update(file.relative_to(root).as_posix().encode() + b"\x00")
                digest.update(file.read_bytes())
    return digest.hexdigest()


def library_versions() -> Iterator[str]:
    """Yield the versions of Python and of the libraries that findings depend on."""
    from importlib.metadata import PackageNotFoundError, version

    yield f"{sys.version_info[:2]} {unicodedata.unidata_version}"
    for name in _LIBRARIES:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:  # laid in by somebody who packs programs otherwise
            yield name
