"""`transreview check --fix` leaves right translations as they are, however odd they look."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import polib
import pytest

from tests.cli.running import run

_LINES = (Path(__file__).parent / "right_texts.tsv").read_text("utf-8").splitlines()
_ROWS = [line.replace("\\\\", "\\").split("\t") for line in _LINES if not line.startswith("#")]
PAIRS = {key: [tuple(row[2:]) for row in rows] for key, rows in groupby(_ROWS, lambda row: (row[0], row[1]))}


@pytest.mark.parametrize("languages", PAIRS, ids="-".join)
def test_a_right_translation_is_not_mended(tmp_path, capsys, languages):
    source, target = languages
    catalog = polib.POFile()
    catalog.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": target}
    for place, (one, other) in enumerate(PAIRS[languages]):
        catalog.append(polib.POEntry(msgid=one, msgstr=other, msgctxt=str(place)))
    path = tmp_path / "right.po"
    catalog.save(str(path))
    done = run(capsys, "check", path, "--fix", "--source-lang", source, "--target-lang", target)
    assert done.code in {0, 1}, done.err
    found = [(entry.msgid, entry.msgstr) for entry in polib.pofile(str(path))]
    assert found == PAIRS[languages]


def test_a_wrong_translation_of_the_same_kinds_is_mended(tmp_path, capsys):
    path = tmp_path / "wrong.po"
    path.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: ka\\n"\n\n'
        'msgid "Write to a@example.org"\nmsgstr "მისწერეთ a@example.com"\n',
        "utf-8",
    )
    run(capsys, "check", path, "--fix", "--source-lang", "en", "--target-lang", "ka")
    assert polib.pofile(str(path))[0].msgstr == "მისწერეთ a@example.org"
