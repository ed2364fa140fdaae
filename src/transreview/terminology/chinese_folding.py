"""Folding of Chinese text for matching: one spelling for what NFKC, script and spacing vary, offsets kept."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources

# Blocks whose characters NFKC may change; CJK ideographs themselves are left alone by it.
_COMPATIBILITY_BLOCKS = (
    (0x00A0, 0x0100), (0x0132, 0x0180), (0x2000, 0x2E00), (0x2E80, 0x2FE0), (0x3000, 0x3100),
    (0x3200, 0x3400), (0xF900, 0xFB07), (0xFE10, 0xFE70), (0xFF00, 0xFFEF),
)  # fmt: skip
_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
_MARKS = "\u0300-\u036f\u3099\u309a"


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and where its characters come from.

    Attributes:
        text: The folded text.
        starts: For each folded character the offset of the first original character it stands for;
            None when offsets did not move.
        ends: The same for one past the last original character.
    """

    text: str
    starts: list[int] | None = None
    ends: list[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original text that a non-empty folded span stands for."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Fold a Chinese text.

    Full and half width, compatibility forms, letter case and Traditional characters come out as
    one spelling; invisible characters go, and so do blanks between two Chinese characters, which
    stand there for layout only (江　波).

    Args:
        text: Any text.

    Returns:
        The folded text with its offsets.
    """
    folded = text.translate(_table())
    if _moved().search(folded) is None:
        return Folded(folded)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for match in _moved().finditer(folded):
        begin, end = match.span()
        starts.extend(range(done, begin))
        ends.extend(range(done + 1, begin + 1))
        replacement = _replacement(match[0])
        pieces += [folded[done:begin], replacement]
        starts.extend([begin] * len(replacement))
        ends.extend([end] * len(replacement))
        done = end
    starts.extend(range(done, len(folded)))
    ends.extend(range(done + 1, len(folded) + 1))
    pieces.append(folded[done:])
    return Folded("".join(pieces), starts, ends)


def _replacement(run: str) -> str:
    if run.isspace() or re.fullmatch(f"[{_INVISIBLE}]+", run):
        return ""
    return unicodedata.normalize("NFKC", run).lower().translate(_table())


@cache
def _table() -> dict[int, str]:
    """Return what one character becomes, for all that become one other character."""
    table = {i: chr(i + 32) for i in range(ord("A"), ord("Z") + 1)}
    table.update(_simplified())
    for first, last in _COMPATIBILITY_BLOCKS:
        for code in range(first, last):
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1 and plain != chr(code):
                table[code] = table.get(ord(plain), plain)
    return table


def _simplified() -> dict[int, str]:
    source = resources.files("transreview.terminology") / "data" / "traditional_simplified.txt"
    lines = [t for t in source.read_text(encoding="utf-8").splitlines() if t and not t.startswith("#")]
    traditional, simplified = lines
    return dict(zip(map(ord, traditional), simplified, strict=True))


@cache
def _moved() -> re.Pattern[str]:
    """Return the pattern of all that folding makes shorter or longer."""
    longer = [
        code
        for first, last in _COMPATIBILITY_BLOCKS
        for code in range(first, last)
        if len(unicodedata.normalize("NFKC", chr(code))) > 1
    ]
    several = "".join(_ranges(longer))
    blanks = rf"(?<=[{_HAN}])\s+(?=[{_HAN}])"
    return re.compile(rf"[{_INVISIBLE}]+|{blanks}|[^\W_][{_MARKS}]+|[{several}]")


def _ranges(codes: list[int]) -> list[str]:
    """Write ascending code points as the ranges of a character class, which compiles faster."""
    found: list[tuple[int, int]] = []
    for code in codes:
        if found and found[-1][1] == code - 1:
            found[-1] = (found[-1][0], code)
        else:
            found.append((code, code))
    return [f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in found]
