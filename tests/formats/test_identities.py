"""What a unit is called from one version of its file to the next, and where a workbook's first cell is."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from transreview.formats.glossary_registry import write_any
from transreview.formats.readers import parse_bilingual
from transreview.model.glossary import Concept, Glossary, Term

UNIT = '<tu{id}><tuv xml:lang="zh"><seg>{zh}</seg></tuv><tuv xml:lang="ka"><seg>{ka}</seg></tuv></tu>'


def memory(*units: tuple[str, str, str]) -> bytes:
    body = "".join(UNIT.format(id=f' tuid="{id_}"' if id_ else "", zh=zh, ka=ka) for id_, zh, ka in units)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><tmx version="1.4"><header creationtool="t" '
        'creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="zh" datatype="plaintext"/>'
        f"<body>{body}</body></tmx>"
    ).encode()


def test_a_unit_of_a_memory_is_called_by_its_id_or_its_number_and_the_second_of_one_id_is_told_apart():
    pairs = parse_bilingual(memory(("a", "源", "ა"), ("", "文", "ბ"), ("a", "本", "გ")), "m.tmx").pairs
    assert [(pair.id, pair.key) for pair in pairs] == [("a", "a"), ("2", "2"), ("a", "a\x042")]
    assert len({pair.identity for pair in pairs}) == 3


def test_a_glossary_begins_in_the_first_cell_of_its_workbook(tmp_path):
    concept = Concept("party", terms=(Term("党", "zh"), Term("პარტია", "ka")))
    path = tmp_path / "g.xlsx"
    write_any(path, Glossary((concept,), ("zh", "ka")))
    sheet = load_workbook(io.BytesIO(path.read_bytes())).worksheets[0]
    assert (sheet["A1"].value, sheet["A2"].value) == ("id", "party")
    assert sheet["A1"].font.bold
