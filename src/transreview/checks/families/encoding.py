"""Checks of the encoding: characters that are there by a fault of a program, not of a translator."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from transreview.checks import characters
from transreview.checks.check import Hit, segment_check
from transreview.checks.features import Features
from transreview.formats.inline_marks import TAG
from transreview.i18n import _
from transreview.lazy_patterns import lazy_pattern
from transreview.model.finding import Fix, Severity

MQM = "design-and-markup/character-encoding"


@segment_check(
    "uni.replacement",
    family="encoding",
    severity=Severity.ERROR,
    mqm=MQM,
    explanation="A replacement character (U+FFFD) stands where a program could not decode a letter.",
    good=("总统发言。", "პრეზიდენტი გამოვიდა სიტყვით."),
    bad=("总统发言。", "პრეზი�ენტი გამოვიდა სიტყვით."),
    target_has=characters.REPLACEMENT,
)
def replacement_character(features: Features) -> Iterator[Hit]:
    """Report every run of U+FFFD."""
    for match in re.finditer("\ufffd+", features.target):
        yield Hit(*match.span(), _("A letter was lost to a replacement character"))


def _seen(encoding: str, first: int, last: int) -> str:
    """Return a pattern of some bytes as they look when read in an encoding."""
    chars = (bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in range(first, last + 1))
    return f"[{re.escape(''.join(chars))}]"


def _units(encoding: str) -> str:
    """Return a pattern of UTF-8's multi-byte characters as they look when read in a legacy encoding."""
    two, three, four, tail = (
        _seen(encoding, *bytes_) for bytes_ in ((0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4), (0x80, 0xBF))
    )
    return f"(?:{two}{tail}|{three}{tail}{{2}}|{four}{tail}{{3}})"


# Legacy encodings in which UTF-8 is most often misread, with the runs that betray it.
_LEGACY = {
    encoding: lazy_pattern(f"{_units(encoding)}+(?:[ -~]?{_units(encoding)}+)*")
    for encoding in ("cp1252", "cp1251")
}
# What such runs begin with, which is quickly found.
_LEADS = {encoding: lazy_pattern(_seen(encoding, 0xC2, 0xF4)) for encoding in _LEGACY}
_CONTROL_RUN = lazy_pattern("[\u00c0-\u00ff]?[\u0080-\u009f]+(?:[\u0080-\u00ff]|\\s(?=[\u0080-\u00ff]))*")
# What Georgian looks like when its UTF-8 is read as cp1252 and bytes without a character are lost.
_GEORGIAN_WRECK = lazy_pattern(r"(?:áƒ.?){2,}")
# The classic of GBK: two replacement characters read as Chinese.
_GBK_WRECK = lazy_pattern("锟斤拷|烫烫烫|屯屯屯")


@segment_check(
    "uni.mojibake",
    family="encoding",
    severity=Severity.ERROR,
    mqm=MQM,
    explanation="Text was decoded with the wrong encoding, so that letters turned into signs.",
    good=("会议开始了。", "შეხვედრა დაიწყო."),
    bad=("会议开始了。", "áƒ¨áƒ”áƒ®áƒ•áƒ”áƒ“áƒ áƒ დაიწყო."),
    target_has=characters.LATIN_HIGH | characters.C1_CONTROL | characters.CYRILLIC | characters.HAN,
)
def mojibake(features: Features) -> Iterator[Hit]:
    """Report runs that become words when their bytes are read as UTF-8, and stray C1 controls."""
    mask = features.target_mask
    covered: list[tuple[int, int]] = []
    message = _("These signs are letters read in the wrong encoding")
    if mask & (characters.LATIN_HIGH | characters.C1_CONTROL | characters.CYRILLIC):
        for start, end, text in _misread(features.target):
            covered.append((start, end))
            yield Hit(start, end, message, expected=text, fix=Fix(start, end, text))
    patterns = [_GBK_WRECK] if mask & characters.HAN else []
    if mask & characters.LATIN_HIGH:
        patterns.append(_GEORGIAN_WRECK)
    if mask & characters.C1_CONTROL:
        patterns.append(_CONTROL_RUN)
    for pattern in patterns:
        for match in pattern.finditer(features.target):
            if not any(start < match.end() and match.start() < end for start, end in covered):
                covered.append(match.span())
                yield Hit(*match.span(), message)


def _misread(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield runs whose bytes in a legacy encoding are UTF-8, with what they say in it."""
    for encoding, pattern in _LEGACY.items():
        for match in pattern.finditer(text) if _LEADS[encoding].search(text) else ():
            try:
                decoded = _bytes_in(match.group(), encoding).decode("utf-8")
            except UnicodeError:
                continue
            if _is_no_accident(text, match.start(), decoded, encoding):
                yield match.start(), match.end(), decoded


def _bytes_in(run: str, encoding: str) -> bytes:
    """Return the bytes of a run; what the encoding has no sign for stands for its own code."""
    return b"".join(
        char.encode(encoding, "ignore") or (bytes([ord(char)]) if ord(char) < 0x100 else b"") for char in run
    )


def _is_no_accident(text: str, start: int, decoded: str, encoding: str) -> bool:
    """Whether a decoded run proves a misreading; one capital before » or © does not (CAFÉ»)."""
    outside_ascii = [char for char in decoded if ord(char) > 0x7F]
    if len(outside_ascii) > 1:
        return True
    if encoding != "cp1252":
        return False  # two Cyrillic letters are a word
    char = outside_ascii[0]
    if ord(char) > 0xFF:
        return unicodedata.category(char) in {"Pi", "Pf", "Pd", "Po"}  # â€œ, â€“, â€¦
    return not (start and text[start - 1].isupper())


_INVISIBLE = lazy_pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f]+"
)
# Joiners are letters' business in these, direction marks in those.
_JOINING = frozenset(
    {"fa", "ur", "ar", "hi", "bn", "mr", "ne", "ta", "te", "kn", "ml", "si", "gu", "pa", "my"}
)
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ug", "ps", "yi"})
# England, Scotland and Wales have flags spelled in tag characters behind a black one.
_FLAG_OF_A_REGION = lazy_pattern("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")


@segment_check(
    "uni.invisible",
    family="encoding",
    severity=Severity.ERROR,
    mqm=MQM,
    explanation="An invisible character (zero-width space, direction mark, control) stands in the text.",
    good=("九月二十九日", "29 სექტემბერს"),
    bad=("九月二十九日", "29 სექტ\u200bემბერს"),
    target_has=characters.INVISIBLE,
)
def invisible_character(features: Features) -> Iterator[Hit]:
    """Report runs of invisible characters that the target language has no use for."""
    code = features.context.target.code
    for match in _INVISIBLE.finditer(features.target):
        run = match.group()
        if code in _JOINING and not set(run) - {"\u200c", "\u200d"}:
            continue
        if code in _RIGHT_TO_LEFT and not set(run) - set("\u200e\u200f\u061c\u2066\u2067\u2068\u2069"):
            continue
        if "\u200d" in run and _joins_emoji(features.target, match):
            continue
        if _FLAG_OF_A_REGION.fullmatch(features.target, max(0, match.start() - 1), match.end()):
            continue
        names = ", ".join(f"U+{ord(char):04X}" for char in dict.fromkeys(run))
        copied = run in features.source
        if copied and run == "\u200b" and features.target[: match.start()].endswith("…"):
            continue  # how Asciidoctor writes an ellipsis
        yield Hit(
            *match.span(),
            _("Invisible character {names}").format(names=names),
            found=names,
            fix=Fix(*match.span(), ""),
            severity=Severity.WARNING if copied else None,
        )


def _joins_emoji(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()][-1:], text[match.end() : match.end() + 1]
    signs = {unicodedata.category(char) for char in (before, after) if char}
    return match.group() == "\u200d" and bool(signs) and signs <= {"So", "Sk", "Mn"}


@segment_check(
    "uni.nfc",
    family="encoding",
    severity=Severity.WARNING,
    mqm=MQM,
    explanation="A letter is written as a base letter and a separate accent, not as one character (NFC).",
    good=("咖啡馆", "კაფე „Café“"),
    bad=("咖啡馆", "კაფე „Cafe\u0301“"),
    target_has=characters.COMBINING | characters.HAN | characters.LATIN_HIGH | characters.HANGUL,
)
def not_composed(features: Features) -> Iterator[Hit]:
    """Report letters that NFC would write otherwise."""
    if unicodedata.is_normalized("NFC", features.target):
        return
    for match in re.finditer(r"\S+", features.target):
        composed = unicodedata.normalize("NFC", match.group())
        if composed != match.group():
            yield Hit(
                *match.span(),
                _("Letters are not composed (NFC)"),
                expected=composed,
                fix=Fix(*match.span(), composed),
            )


_ENTITY = lazy_pattern(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")


@segment_check(
    "uni.entity",
    family="encoding",
    severity=Severity.ERROR,
    mqm="design-and-markup/markup",
    explanation="An HTML entity stands in the translation where the source has none.",
    good=("“这样”", "„ასე“"),
    bad=("“这样”", "&quot;ასე&quot;"),
    target_has=characters.AMPERSAND,
)
def html_entity(features: Features) -> Iterator[Hit]:
    """Report entities of the translation that the source does not have."""
    if TAG.search(features.source) and TAG.search(features.target):
        return  # the text is HTML, which writes its signs so
    of_source = _ENTITY.findall(features.source)
    for match in _ENTITY.finditer(features.target):
        char = html.unescape(match.group())
        if char == match.group() or unicodedata.category(char[0]) == "Cf":
            continue  # a sign without a shape is best written by its name: &lrm; &zwnj;
        if match.group() in of_source:
            of_source.remove(match.group())
            continue
        yield Hit(*match.span(), _("HTML entity in plain text"), expected=char, fix=Fix(*match.span(), char))


CHECKS = (replacement_character, mojibake, invisible_character, not_composed, html_entity)
