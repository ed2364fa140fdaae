"""What English words say of denial, time, direction and contrasts; `divergences` compares a translation."""

from __future__ import annotations

import re

from transreview.languages.pairs.chinese_georgian.meaning.contrasts import contrasts_of
from transreview.languages.pairs.divergence import Divergence
from transreview.languages.pairs.european_georgian.comparing import Signs, begins_word, compared, words
from transreview.lazy_patterns import lazy_pattern

_PLURAL = lazy_pattern(r"(?:s|es)?(?![\w-])")


def _is_whole(text: str, start: int, end: int) -> bool:
    return begins_word(text, start) and _PLURAL.match(text, end) is not None


_UP = (
    "increas(?:e|es|ed|ing)|ris(?:e|es|en|ing)|rose|gr(?:ow|ows|ew|own|owing)|growth|climb(?:s|ed)?|"
    "soar(?:s|ed)?|surg(?:e|ed)"
)
_DOWN = (
    "decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|fall(?:s|en|ing)?|fell|drop(?:s|ped)?|"
    "reduc(?:e|es|ed|tion)|shr(?:ink|ank)|slump(?:ed)?"
)
SIGNS = Signs(
    denial=words("not", r"\w+n['’]t", "cannot", "never", "nobody", "no longer", "no one", "none of"),
    affirming=lazy_pattern(
        r"\bnot (?:only|just|merely|least|to mention|until|more than|less than|exceed\w*|uncommon)\b"
        r"|(?-i:\bNOT [A-Z]|\[NOT\])"
        r"|\bwhether or not\b"
        r"|\bor not\b|\bif not\b|\bwhy (?:not|don['’]t)\b|\b(?:can(?:no|['’])t"
        r"|could(?: not|n['’]t)) (?:help|but|wait)\b"
        r"|\b(?:isn|aren|wasn|weren|don|doesn|didn|won|can|haven|hasn)['’]t"
        r" (?:it|you|they|we|he|she|I)\b[^.]*\?",
        re.IGNORECASE,
    ),
    any_denial=lazy_pattern(
        r"\b(?:no|not|cannot|never|none|nothing|nobody|nowhere|neither|nor|without|only|but|except"
        r"|unless|until|till|hardly|rarely|seldom"
        r"|too|than|before|instead|rather|if|whether|free|stop\w*|miss\w*|wrong\w*|err\w*|bad\w*"
        r"|few\w*|little|less|least|empty|out"
        r"|already|must|different\w*|other\w*|remain\w*|still|yet|far|away|over|against|ignor\w*"
        r"|skip\w*|off|leav\w*|left|drop\w*|remov\w*"
        r"|fail\w*|lack\w*|refus\w*|den(?:y|ied|ies)|avoid\w*|prevent\w*|forb\w*|prohibit\w*|ban\w*"
        r"|reject\w*|cancel\w*|los[et]\w*|lost"
        r"|end\w*|expir\w*|exceed\w*|same|equal\w*|keep\w*|long\w*|limit\w*|full\w*|short\w*"
        r"|small\w*|great\w*|larg\w*|any\w*|even|ever"
        r"|hide|hidden|clos\w*|break|broke\w*|corrupt\w*|bare\w*|exclu\w*|alone|aside|beyond|both"
        r"|unfortunately|sorry|careful|warn\w*"
        r"|un\w+|in\w{4,}|im\w{4,}|non\w*|dis\w+|mis\w+|ab\w+|\w+less\w*|anti\w*|il\w{4,}|ir\w{4,})\b"
        r"|n['’]t\b|\?|!=|<|>",
        re.IGNORECASE,
    ),
    spared=(
        (
            words("not", "cannot", r"\w+n['’]t"),
            lazy_pattern("პრობლემა|შეცდომ|შეცრომ|გამოტოვ|გამორთ|მხოლოდ|მცდარ|ამის გარდა|ვიდრე"),
        ),
        (
            words(r"not (?:use|show|display|print|check|include|enable|set)\w*", r"don['’]t \w+"),
            lazy_pattern("გამორთ|გამოირთ|გათიშ|გამოტოვ|მალვ|გაუქმ"),
        ),
        (words("never forget", "not forget"), lazy_pattern("ახსოვ|ხსენ|ხსოვ")),
    ),
    ahead=words(
        "tomorrow",
        "next (?:week|month|year|quarter|monday|tuesday|wednesday|thursday|friday|saturday|sunday)",
    ),
    back=words(
        "yesterday",
        "last (?:week|month|year|night|quarter)",
        r"(?:a|\w+) (?:days?|weeks?|months?|years?) ago",
    ),
    future=lazy_pattern(r"\b(?:will|shall|is going to|are going to)\b|['’]ll\b", re.IGNORECASE),
    past=words(
        "was",
        "were",
        "did",
        "had",
        "said",
        "has",
        "have",
        "been",
        "would",
        "could",
        "went",
        "came",
        "took",
        "made",
        r"\w{3,}ed",
    ),
    rise=words(_UP, "higher", "rais(?:e|es|ed|ing)"),
    fall=words(_DOWN, "lower(?:s|ed)", "cut(?:s)?"),
    more=words(
        "more than",
        r"over (?=\d)",
        "above",
        "at least",
        "exceed(?:s|ed|ing)?",
        "higher than",
        "no fewer than",
        "no less than",
    ),
    less=words(
        "less than",
        "fewer than",
        r"under (?=\d)",
        "below",
        "at most",
        r"up to (?=\d)",
        "no more than",
        "lower than",
        "not exceed",
    ),
    contrasts=contrasts_of(
        "transreview.languages.pairs.european_georgian", "contrasts.english.txt", fold=True
    ),
    is_word=_is_whole,
)


def divergences(source: str, target: str) -> list[Divergence]:
    """Return where a Georgian translation says something else than its English source.

    Args:
        source: English text of one segment.
        target: Its translation.
    """
    return list(compared(SIGNS, source, target))
