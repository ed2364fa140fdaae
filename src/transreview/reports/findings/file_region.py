"""Lines and columns of a finding in the file that a reader would open to mend it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from transreview.model.finding import Finding, Side
from transreview.workflow.quality.check_results import CheckedText

_FURTHER = 40  # lines of one entry or paragraph that are searched for its words
_LARGEST = 20_000_000  # bytes; larger files are named by line alone


def region(text: CheckedText, finding: Finding) -> dict[str, int]:
    """Return SARIF's region of a finding: its line, and columns where the file shows them for certain.

    Args:
        text: The text that it was found in.
        finding: The finding.

    Returns:
        `startLine`, and where the words stand once in their place `startColumn` and `endColumn`, from 1;
        nothing where no line is known.
    """
    if not text.line:
        return {}
    words = text.target[finding.start : finding.end]
    lines = _lines(text.path)
    if finding.side is not Side.TARGET or not words or "\n" in words or len(lines) < text.line:
        return {"startLine": text.line}
    # A text on one line is found as a whole: its words may stand in it more than once.
    begins = text.target.rfind("\n", 0, finding.start) + 1
    end = text.target.find("\n", finding.start)
    paragraph = text.target[begins : end if end >= 0 else None]
    for number, line in enumerate(lines[text.line - 1 : text.line - 1 + _FURTHER], text.line):
        if line.count(paragraph) == 1:
            column = line.index(paragraph) + finding.start - begins
        elif line.count(words) == 1 and paragraph not in line and words != paragraph:
            column = line.index(words)
        else:
            continue
        return {"startLine": number, "startColumn": column + 1, "endColumn": column + 1 + len(words)}
    return {"startLine": text.line}


@lru_cache(maxsize=8)
def _lines(path: str) -> tuple[str, ...]:
    """Return the lines of a file, none where it cannot be read as UTF-8."""
    file = Path(path)
    try:
        if file.stat().st_size > _LARGEST:
            return ()
        return tuple(file.read_text(encoding="utf-8-sig").split("\n"))
    except (OSError, UnicodeDecodeError):
        return ()
