"""Characters of a file are cut where the text that was read of them is cut; together they are the file."""

from __future__ import annotations

import pytest

from transreview.formats.cutting import cut_raw

TEXT = "Ab cd. Ef gh."
SPANS = [(0, 6), (7, 13)]


@pytest.mark.parametrize(
    ("raw", "text", "parts"),
    [
        ("Ab cd. Ef gh.", TEXT, ["Ab cd.", "Ef gh."]),
        ("Ab cd.\n  Ef gh.\n", TEXT, ["Ab cd.", "Ef gh.\n"]),
        ("<b>Ab</b> cd. Ef gh.", TEXT, ["<b>Ab</b> cd.", "Ef gh."]),
        ("Ab &amp;. Ef gh.", "Ab &. Ef gh.", ["Ab &amp;.", "Ef gh."]),
        ("Ab &#38;. <i>Ef</i> gh.", "Ab &. Ef gh.", ["Ab &#38;.", "Ef</i> gh."]),
    ],
    ids=["plain", "wrapped", "tags", "entities without a tag", "entities and tags"],
)
def test_parts_are_whole_and_are_the_file_together(raw, text, parts) -> None:
    first = text.index(". ") + 1
    cut = cut_raw(raw, text, [(0, first), (first + 1, len(text))])
    assert cut is not None
    assert "".join(piece for part in cut for piece in part) == raw
    assert [part[1] for part in cut] == parts


@pytest.mark.parametrize(
    ("raw", "text", "spans"),
    [
        ("Ab cd. Ef gh.", TEXT, SPANS[:1]),
        ("Ab cd. Ef xx.", TEXT, SPANS),
        ("Ab cd. Ef gh. And more", TEXT, SPANS),
        ("Ab cd. Ef", TEXT, SPANS),
    ],
    ids=["nothing to cut", "another letter", "more in the file", "less in the file"],
)
def test_what_does_not_go_together_is_not_cut(raw, text, spans) -> None:
    assert cut_raw(raw, text, spans) is None
