"""A file that was cut off anywhere is refused, or what is read of it are whole units."""

from __future__ import annotations

import pytest

from tests.formats.bilingual_samples import samples
from transreview.errors import TransreviewError
from transreview.formats.readers import parse_bilingual

FILES = samples()
TABLES = (".csv", ".tsv")


def shortened(name: str, cut: int, whole: dict[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the units that a cut file reads otherwise than the whole one; none where it is refused."""
    try:
        pairs = parse_bilingual(FILES[name][:cut], name).pairs
    except TransreviewError:
        return []
    read = [(pair.identity, (pair.source, *pair.forms)) for pair in pairs]
    return [texts for identity, texts in read if whole.get(identity) != texts]


def at_a_line_s_end(name: str, data: bytes) -> bool:
    """Whether a catalog ends behind a closed quotation mark: gettext takes it for whole too."""
    encoding = "gb18030" if name == "koi.po" else "utf-8"
    return data.decode(encoding, "replace").rstrip("\r\n").endswith('"')


def is_last_row(
    name: str, data: bytes, found: list[tuple[str, ...]], whole: dict[str, tuple[str, ...]]
) -> bool:
    """Whether what was shortened is the end of a table's last row, which has no line end."""
    last = parse_bilingual(data, name).pairs[-1]
    begun = whole[last.identity]
    texts = (last.source, *last.forms)
    bare = [(text.replace('"', ""), full.replace('"', "")) for text, full in zip(texts, begun, strict=True)]
    return found == [texts] and all(full.startswith(text) for text, full in bare)


@pytest.mark.parametrize("name", FILES)
def test_a_cut_at_every_byte_gives_an_error_or_whole_units(name: str) -> None:
    data = FILES[name]
    whole = {pair.identity: (pair.source, *pair.forms) for pair in parse_bilingual(data, name).pairs}
    wrong = {cut: found for cut in range(len(data)) if (found := shortened(name, cut, whole))}
    if name.endswith(".po"):
        wrong = {cut: found for cut, found in wrong.items() if not at_a_line_s_end(name, data[:cut])}
    if name.endswith(TABLES):  # its header alone looks like a table of one pair
        header = data.index("\n".encode("utf-16-le" if name.startswith("utf16") else "utf-8"))
        later = {cut: found for cut, found in wrong.items() if cut > header + 2}
        # Nothing closes a table's last row: it alone may end early, and then with what stands in the file.
        wrong = {
            cut: found for cut, found in later.items() if not is_last_row(name, data[:cut], found, whole)
        }
    assert not wrong
