"""Latin words, addresses and codes: what stands unchanged on both sides."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]{1,64}@[\w-]+\.[\w.-]+", re.ASCII)
_WORD = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9]+")


def latin_tokens(text: str) -> set[str]:
    """Return the words in Latin letters, in lower case, and the web and mail addresses as wholes.

    Args:
        text: A unit's text in any language.

    Returns:
        Words of at least two letters or digits, the first a letter.
    """
    tokens = {address.group().rstrip(".,;:)").lower() for address in _ADDRESS.finditer(text)}
    rest = _ADDRESS.sub(" ", text) if tokens else text
    tokens.update(word.group().lower() for word in _WORD.finditer(rest))
    return tokens
