"""Latin words, addresses and codes: what stands unchanged on both sides."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]{1,64}@[\w-]+\.[\w.-]+", re.ASCII)
_SIGNS = ("@", "://", "www.")  # one of them is in any address
_WORD = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9]+")


def latin_tokens(text: str) -> set[str]:
    """Return the words in Latin letters, in lower case, and the web and mail addresses as wholes.

    Args:
        text: A unit's text in any language.

    Returns:
        Words of at least two letters or digits, the first a letter.
    """
    if not any(sign in text for sign in _SIGNS):
        return {word.lower() for word in _WORD.findall(text)}
    tokens = {address.rstrip(".,;:)").lower() for address in _ADDRESS.findall(text)}
    tokens.update(word.lower() for word in _WORD.findall(_ADDRESS.sub(" ", text)))
    return tokens
