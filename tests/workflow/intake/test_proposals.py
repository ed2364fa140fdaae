"""What several engines propose in an XLIFF file is theirs in the project, and goes out with their names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import run
from transreview.errors import InputError
from transreview.formats.readers import read_bilingual
from transreview.project import Project
from transreview.workflow.intake.bilingual_files import BilingualInput, import_bilingual
from transreview.workflow.intake.engine_table import import_engine_table
from transreview.workflow.quality.engines import segment_translations

UNIT = (
    '<trans-unit id="{number}"><source>{source}</source><target>{target}</target>'
    '<alt-trans origin="deepl"><target>{deepl}</target></alt-trans>'
    '<alt-trans origin="nmt"><target>{nmt}</target></alt-trans></trans-unit>'
)
ROWS = [
    ("One", "ერთი", "პირველი", "1-ლი"),
    ("Two", "ორი", "მეორე", ""),
    ("Three", "", "მესამე", "მე-3"),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    units = "".join(
        UNIT.format(number=number, source=source, target=target, deepl=deepl, nmt=nmt)
        for number, (source, target, deepl, nmt) in enumerate(ROWS, 1)
    )
    path = tmp_path / "a.xlf"
    path.write_text(
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en" '
        f'target-language="ka" datatype="plaintext"><body>{units}</body></file></xliff>',
        encoding="utf-8",
    )
    return path


def test_proposals_come_in_with_the_file_and_go_out_again(tmp_path, path, capsys) -> None:
    with Project.create(tmp_path / "p.transreview") as project:
        import_bilingual(project, BilingualInput(path=path))
        found = [segment_translations(project, segment) for segment in project.segments.all(1)]
    assert [one.get("deepl") for one in found] == ["პირველი", "მეორე", "მესამე"]
    assert [one.get("nmt") for one in found] == ["1-ლი", None, "მე-3"]
    done = run(capsys, "export", tmp_path / "p.transreview", "-o", tmp_path / "out.xlf")
    assert done.code == 0
    back = read_bilingual(tmp_path / "out.xlf").pairs
    assert [dict(one.proposals) for one in back] == [
        {"deepl": "პირველი", "nmt": "1-ლი"},
        {"deepl": "მეორე"},
        {"deepl": "მესამე", "nmt": "მე-3"},
    ]


def test_review_may_start_from_an_engine_that_is_named(tmp_path, path) -> None:
    with Project.create(tmp_path / "p.transreview") as project:
        table = import_engine_table(project, BilingualInput(path=path), ["nmt", "deepl"])
        assert [segment.target for segment in project.segments.all(1)] == ["1-ლი", "", "მე-3"]
    assert table.empty == {"nmt": 1, "deepl": 0}


def test_an_engine_that_the_file_does_not_name_is_refused_with_those_that_it_does(tmp_path, path) -> None:
    with (
        Project.create(tmp_path / "p.transreview") as project,
        pytest.raises(InputError, match="google") as raised,
    ):
        import_engine_table(project, BilingualInput(path=path), ["deepl", "google"])
    assert "deepl, nmt" in str(raised.value.remedy)
