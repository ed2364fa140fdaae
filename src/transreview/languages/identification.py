"""Which language a text is in, told from its prose alone: its script first, then what that leaves open."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from transreview.languages.prose import outer, prose
from transreview.languages.scripts import histogram, without_neutral
from transreview.languages.tags import parse_tag
from transreview.lazy_patterns import lazy_pattern

# Below this many letters nothing is said; Han characters, kana and Hangul count for more, because
# one says as much as some letters.
_FEWEST_LETTERS = 8
_WEIGHTS = {"Hani": 2.5, "Hira": 2.0, "Kana": 2.0, "Hang": 2.0}

# Scripts that one language alone uses today, as far as these records go. Mingrelian, Svan and Laz
# are written in Georgian letters too, and cannot be told apart by script.
_ONE_LANGUAGE = {
    "Geor": "ka", "Armn": "hy", "Grek": "el", "Hebr": "he", "Hang": "ko", "Hira": "ja", "Kana": "ja",
    "Thai": "th", "Beng": "bn", "Gujr": "gu", "Taml": "ta", "Telu": "te", "Khmr": "km", "Guru": "pa",
    "Knda": "kn", "Mlym": "ml", "Laoo": "lo", "Mymr": "my", "Ethi": "am",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Identification:
    """What a text was taken for.

    Attributes:
        code: Bare code of the language ("ka"), or "und" where the text does not tell.
        confidence: 0 to 1.
        script: ISO 15924 code of the script most letters are in, empty without letters.
    """

    code: str
    confidence: float
    script: str = ""


UNDETERMINED = Identification("und", 0.0)

# Letters that one language written in Cyrillic has and its neighbours have not. On translated news
# (1,997 sentences each) і ї є ґ stand in 97.9 % of Ukrainian sentences and in no Russian one,
# ы э ё in most Russian sentences and in no Ukrainian one; Belarusian has і and ы. Bulgarian has ь before
# о only. Serbian and Macedonian lines without a letter of their own are told by their commonest words.
_CYRILLIC_LETTERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("tg", lazy_pattern("[ӣӯҷӢӮҶ]")),
    ("uz", lazy_pattern("[қғҳҚҒҲ](?=.*[ўЎ])|[ўЎ](?=.*[қғҳҚҒҲ])")),
    ("be", lazy_pattern("[ўЎ]")),
    ("sr", lazy_pattern(r"[ђћЂЋ]|(?=.*[јљњџ])\b(?:је|су|који|која|које|ово)\b", re.IGNORECASE)),
    ("mk", lazy_pattern(r"[ѓќѕЃЌЅ]|(?=.*[јљњџ])\b(?:е|во|кој|која|овој|оваа)\b", re.IGNORECASE)),
    ("tt", lazy_pattern("[җҖ]")),
    ("kk", lazy_pattern("[әғқұӘҒҚҰ]")),
    ("ky", lazy_pattern("[ңҢ]")),
    ("mn", lazy_pattern("[өүӨҮ]")),
    ("uk", lazy_pattern(r"[їєґЇЄҐ]|\A(?=[^ыэёЫЭЁ]*\Z)[^іІ]*[іІ]")),
    ("be", lazy_pattern(r"\A(?=[^іІ]*[іІ])[^ыэЫЭ]*[ыэЫЭ]")),
    ("ru", lazy_pattern("(?:[ыэёЫЭЁ]|ь(?!о))(?![^іІўЎ]*[іІўЎ])")),
)

# A letter that Azerbaijani alone has, in every other word; a lone one may be a sign of phonetics.
_AZERBAIJANI = lazy_pattern(r"(?:[^\W\d_]ə|ə[^\W\d_]).*(?:[^\W\d_]ə|ə[^\W\d_])", re.IGNORECASE | re.DOTALL)

# Every language uses Latin letters for names and terms, so that they say little: another script is
# the text's own when it has this share of the letters of its running words. A short text has to have
# less, one with the little words of a European language in it more.
_OWN_SHARE, _OWN_SHARE_SHORT, _OWN_SHARE_BESIDE_PROSE = 0.3, 0.12, 0.45
_SHORT = 200
_SMALL_WORDS = lazy_pattern(
    r"\b(?:the|is|are|was|of|to|and|in|for|with|that|this|it|by|from|not|der|die|das|und|ist|nicht|mit"
    r"|le|les|des|et|est|que|los|las|el|del|una|con|di|che|il|bir|ve|için|ile|não|para|van|het|een|och|att)\b"
)
_PROSE_WORDS = 2
_LATIN_WORD = lazy_pattern(r"(?<![^\W\d_])[a-zß-öø-ÿā-ɏ][a-zß-öø-ÿā-ɏ'’]+")

# A paragraph of fewer letters than this says little of its language.
_LONG_PARAGRAPH = 40
# Letters from which statistics may be as sure as they say they are, and what they are worth below.
_CERTAIN_LETTERS, _LEAST_CERTAIN = 60, 0.35
_MOST_PARAGRAPHS = 24


def identify(text: str, candidates: Sequence[str] = ()) -> Identification:
    """Say which language a text is in.

    Args:
        text: Any text; code, URLs, addresses, tags, identifiers and placeholders do not count.
        candidates: Languages to prefer where the text leaves a choice.

    Returns:
        The language; "und" where there are no letters, or too few to choose between languages of
        one script, or where a candidate of that script has no statistics to choose by.
    """
    preferred = tuple(parse_tag(code).language for code in candidates)
    return _identified(*_running(html.unescape(text) if "&" in text else text), preferred)


def _identified(running: str, weights: dict[str, float], preferred: tuple[str, ...]) -> Identification:
    """Say which language a running text is in, by the weight of its letters by script."""
    if not weights:
        return UNDETERMINED
    total = sum(weights.values())
    script, share = _script(running, weights)
    enough = min(1.0, total / _FEWEST_LETTERS)
    if script == "Hani":
        # Without kana a short Japanese title cannot be told from a Chinese one.
        code = "ja" if "ja" in preferred and "zh" not in preferred else "zh"
        return Identification(code, share * enough, script)
    if script in _ONE_LANGUAGE:
        return Identification(_ONE_LANGUAGE[script], share * enough, script)
    if total < _FEWEST_LETTERS or script == "Zzzz":
        return Identification("und", 0.0, script)
    if script == "Cyrl" and (code := _by_letters(running)):
        return Identification(code, share, script)
    if script == "Latn" and _AZERBAIJANI.search(running):
        return Identification("az", share, script)
    return _by_statistics(running, script, share, preferred)


def minorities(paragraphs: Iterable[str], main: str) -> dict[str, float]:
    """Return which other languages whole paragraphs of a text are in.

    Args:
        paragraphs: Its paragraphs.
        main: Bare code of the language that most of it is in.

    Returns:
        Code → share of the text's letters, the largest first. Languages of one script are held
        apart only where that is sure.
    """
    from transreview.languages.registry import language

    own = language(main).scripts
    letters: dict[str, float] = {}
    for paragraph in paragraphs:
        running, weights = _running(html.unescape(paragraph) if "&" in paragraph else paragraph)
        size = sum(weights.values())
        if size < _LONG_PARAGRAPH:
            continue
        found = _identified(running, weights, (main,))
        needed = _SURE_OF_PARAGRAPH if found.script in own else _SURE_OF_SCRIPT
        sure = found.code != "und" and found.confidence >= needed
        code = found.code if sure else main
        letters[code] = letters.get(code, 0.0) + size
    total = sum(letters.values())
    others = {code: size / total for code, size in letters.items() if code != main}
    return dict(sorted(others.items(), key=lambda item: (-item[1], item[0])))


# How sure a paragraph has to be in another language, and how sure where another script speaks for it too.
_SURE_OF_PARAGRAPH, _SURE_OF_SCRIPT = 0.95, 0.6


def _running(text: str) -> tuple[str, dict[str, float]]:
    """Return the running text of a text and the weight of its letters by script."""
    for blanked in (prose, without_neutral):
        masked = blanked(text)
        counts = histogram(masked)
        if counts:
            break
    weights = {script: n * _WEIGHTS.get(script, 1.0) for script, n in counts.items()}
    if "Hira" in weights or "Kana" in weights:
        _count_as_japanese(weights)
    elif weights.get("Hang", 0.0) * 3 >= weights.get("Hani", 0.0) > 0:
        weights["Hang"] += weights.pop("Hani")  # Korean with its older words in Han
    return masked, weights


def _count_as_japanese(weights: dict[str, float]) -> None:
    """Let Han letters count as Japanese where kana are more than a quoted name."""
    kana = weights.get("Hira", 0.0) + weights.get("Kana", 0.0)
    if kana * 10 >= weights.get("Hani", 0.0):
        total = kana + weights.get("Hani", 0.0)
        for script in ("Hira", "Kana", "Hani"):
            weights.pop(script, None)
        weights["Hira"] = total


def _script(running: str, weights: dict[str, float]) -> tuple[str, float]:
    """Return the script that a text is written in, and how far that is the only one."""
    others = {script: weight for script, weight in weights.items() if script != "Latn"}
    if not others:
        return "Latn", 1.0
    script = max(others, key=lambda name: others[name])
    share = others[script] / sum(others.values())
    if "Latn" not in weights:
        return script, share
    # What a text quotes, or puts in brackets, may be in any language; what stands around it is its own.
    own = _own_share(outer(running))
    if own is None:
        own = _own_share(running)
    if own is None or own[0] >= own[1]:
        return script, share * (1.0 if own is None else min(1.0, 0.5 + own[0]))
    return "Latn", min(1.0, 0.5 + (1 - own[0]))


def _own_share(text: str) -> tuple[float, float] | None:
    """Return the share of running words that are not Latin, and which is asked for; None without letters."""
    counts = histogram(text)
    own = sum(n * _WEIGHTS.get(name, 1.0) for name, n in counts.items() if name != "Latn")
    words = _LATIN_WORD.findall(text)
    latin = sum(map(len, words))
    if not own and not latin:
        return None
    share = own / (own + latin)
    if latin > own and len(_SMALL_WORDS.findall(text)) >= _PROSE_WORDS:
        return share, _OWN_SHARE_BESIDE_PROSE
    return share, _OWN_SHARE if own + latin >= _SHORT else _OWN_SHARE_SHORT


_TELLING = 2_000
"""Characters of a line that tell its language: more tell nothing else, and take long to look ahead in."""


def _by_letters(text: str) -> str:
    """Return the language that most lines with telling letters are in, "" where there are none."""
    votes: dict[str, int] = {}
    for line in text.splitlines():
        code = next((code for code, sign in _CYRILLIC_LETTERS if sign.search(line, 0, _TELLING)), "")
        if code:
            votes[code] = votes.get(code, 0) + len(line)
    return max(votes, key=lambda code: (votes[code], code)) if votes else ""


def _by_statistics(running: str, script: str, share: float, preferred: tuple[str, ...]) -> Identification:
    from transreview.languages.ngrams import profiled
    from transreview.languages.registry import language

    unknown = [c for c in preferred if script in language(c).scripts and not profiled(c)]
    code, probability = _by_paragraphs(running, script, preferred)
    if unknown and code not in preferred:
        return Identification("und", 0.0, script)
    # A few words are seldom enough to be sure of one language among many of its script.
    letters = histogram(running).get(script, 0)
    enough = max(_LEAST_CERTAIN, min(1.0, letters / _CERTAIN_LETTERS))
    return Identification(code, probability * share * enough, script)


def _by_paragraphs(running: str, script: str, preferred: tuple[str, ...]) -> tuple[str, float]:
    """Return the language of most paragraphs of a text with how far they agree; of a short text as it is."""
    from transreview.languages.ngrams import most_likely

    paragraphs = []
    for line in running.splitlines():
        counts = histogram(line)
        # A line of the names of languages, say, is in none of them.
        if counts.get(script, 0) >= max(_LONG_PARAGRAPH, sum(counts.values()) / 2):
            paragraphs.append((" ".join(line.split()), counts[script]))
    if len(paragraphs) < 3:
        return most_likely(running, {script: 1.0}, preferred)
    step = max(1, -(-len(paragraphs) // _MOST_PARAGRAPHS))
    votes: dict[str, float] = {}
    for paragraph, letters in paragraphs[::step]:
        code, probability = most_likely(paragraph, {script: 1.0}, preferred)
        votes[code] = votes.get(code, 0.0) + probability * letters
    best = max(votes, key=lambda code: (votes[code], code))
    return best, votes[best] / sum(votes.values())
