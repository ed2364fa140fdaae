"""A short name for everything that decides what checks say, so that results can be kept by it."""

from __future__ import annotations

import hashlib

from transreview import __version__
from transreview.checks.context import CheckContext

# Raised whenever a rule changes between releases.
RULES = 1


def context_fingerprint(context: CheckContext) -> str:
    """Return a hash of languages, checks, settings, glossary and length bands."""
    settings = context.settings
    parts = [
        __version__,
        str(RULES),
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
