"""How a path stands in a message: on one line, nothing hidden, no password."""

from __future__ import annotations

from pathlib import Path

import pytest

from transreview.reports.visible import path_line


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("folder/სტატია.po", "folder/სტატია.po"),
        ("a\nb.po", "a b.po"),
        ("a\x1b[2Jb.po", "a⟨U+001B⟩[2Jb.po"),
        ("a\u202eop.b", "a⟨U+202E⟩op.b"),
        ("postgresql:/host/fair", "postgresql://host/fair"),
        ("postgresql://nino:secret@host/fair", "postgresql://nino@host/fair"),
    ],
)
def test_a_path_is_printed_on_one_line_with_nothing_hidden(path: str, line: str) -> None:
    assert path_line(path) == path_line(Path(path)) == line
