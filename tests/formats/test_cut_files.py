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


@pytest.mark.parametrize("name", FILES)
def test_a_cut_at_every_byte_gives_an_error_or_whole_units(name: str) -> None:
    data = FILES[name]
    whole = {pair.identity: (pair.source, *pair.forms) for pair in parse_bilingual(data, name).pairs}
    wrong = {cut: found for cut in range(len(data)) if (found := shortened(name, cut, whole))}
    if name.endswith(".po"):
        wrong = {cut: found for cut, found in wrong.items() if not at_a_line_s_end(name, data[:cut])}
    if name.endswith(TABLES):  # its header alone looks like a table of one pair
        header = len(data.splitlines(keepends=True)[0])
        wrong = {cut: found for cut, found in wrong.items() if cut > header}
    assert not wrong
