"""A corpus is cut into parts that hold every record once, and documents whole."""

import datetime as dt
import decimal
import functools
import itertools
import json
import math
import operator
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workflow.streams.conftest import records as rows_of
from tests.workflow.streams.conftest import write_lines, write_parquet
from transreview.errors import InputError, UsageError
from transreview.workflow.streams import parquet_rows
from transreview.workflow.streams import part as parts_module
from transreview.workflow.streams.corpus import (
    PART_SIZE,
    corpus_files,
    first_records,
    fitting_part_size,
    left_out,
    plan,
    records,
)
from transreview.workflow.streams.part import batches


def ids(corpus, size, grouped=""):
    return [
        [record["id"] for _number, record in records(part, ("source",))]
        for part in plan(corpus_files([corpus]), size, grouped)
    ]


@pytest.mark.parametrize("size", [1, 4, 5, 100])
def test_every_record_is_in_one_part_in_order(corpus, size):
    assert functools.reduce(operator.iadd, ids(corpus, size), []) == [f"r{n}" for n in range(40)]
    assert all(len(part) <= size for part in ids(corpus, size))


@pytest.mark.parametrize(
    ("lines", "size"),
    [
        (1, 500),
        (8_000, 500),
        (8_001, 1_000),
        (16_001, 2_000),
        (32_000, 2_000),
        (32_001, PART_SIZE),
        (100_000, PART_SIZE),
    ],
)
def test_a_small_corpus_has_parts_for_all_workers(lines, size, tmp_path):
    path = tmp_path / "corpus.jsonl"
    path.write_bytes(b"{}\n" * lines)
    assert fitting_part_size([path]) == size


def test_rows_and_lines_of_all_files_are_counted(corpus, tmp_path, monkeypatch):
    files = corpus_files([corpus])  # 23 lines and 17 rows
    monkeypatch.setattr("transreview.workflow.streams.corpus._ENOUGH_PARTS", 40 / 500)
    assert fitting_part_size(files) == 500
    monkeypatch.setattr("transreview.workflow.streams.corpus._ENOUGH_PARTS", 39 / 500)
    assert fitting_part_size(files) == 1_000


def test_lines_and_rows_are_numbered_from_one(corpus):
    numbers = [[n for n, _r in records(part, ())] for part in plan(corpus_files([corpus]), 9)]
    assert functools.reduce(operator.iadd, numbers, []) == [*range(1, 24), *range(1, 18)]


@given(st.lists(st.sampled_from(["", "a", "b"]), max_size=40), st.integers(1, 9))
def test_a_document_is_never_cut(groups, size):
    items = list(enumerate(groups))
    found = list(batches(items, size, lambda item: item[1]))
    assert functools.reduce(operator.iadd, found, []) == items
    for left, right in itertools.pairwise(found):
        assert not left[-1][1] or left[-1][1] != right[0][1]


def test_a_document_that_never_ends_is_cut_at_the_same_places_whatever_the_size(monkeypatch):
    monkeypatch.setattr(parts_module, "LONGEST_DOCUMENT", 6)
    cuts = {}
    for size in (1, 2, 4, 6):
        ends, end = [], 0
        for batch in batches(range(3, 23), size, lambda n: "d" if n >= 4 else ""):
            end += len(batch)
            ends.append(end)
        cuts[size] = {n for n in ends if 1 < n < 20}
    assert cuts == {1: {7, 13, 19}, 2: {7, 13, 19}, 4: {7, 13, 19}, 6: {7, 13, 19}}


def test_the_first_records_are_read_without_the_rest(corpus):
    assert [record["id"] for record in first_records(corpus_files([corpus]), ("source",), 3)] == [
        "r0",
        "r1",
        "r2",
    ]


def test_bom_blank_lines_and_a_missing_last_newline_are_taken(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"id": 1, "source": "s"}\n\n{"id": 2, "source": "t"}')
    assert ids(path, 1) == [[1], [], [2]]


def test_a_file_that_changes_after_planning_is_refused(corpus):
    for name, write in (("a.jsonl", write_lines), ("b.parquet", write_parquet)):
        (part, *_rest) = plan([corpus / name], 5)
        write(corpus / name, rows_of(30, offset=90))
        with pytest.raises(InputError, match="changed"):
            list(records(part, ()))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"{", "not JSON"),
        (b"[1]", "not a JSON object"),
        (b'{"id": 1}', "“source” is missing"),
        (b"\xff", "not UTF-8"),
        (b'{"source": "s", "source_lang": 5}', "“source_lang” is missing or no string"),
    ],
)
def test_a_bad_record_is_named_with_its_line(tmp_path, line, says):
    path = tmp_path / "a.jsonl"
    path.write_bytes(json.dumps({"id": 0, "source": "s"}).encode() + b"\n" + line + b"\n")
    with pytest.raises(InputError, match=says) as caught:
        ids(path, 10)
    assert caught.value.line == 2


def test_other_columns_are_named(tmp_path):
    path = tmp_path / "a.parquet"
    write_parquet(path, [{"zh": "a", "ka": "b"}])
    with pytest.raises(InputError, match="lacks the columns source; it has zh, ka"):
        ids(path, 10)


@pytest.mark.parametrize("grouped", ["", "source"])
def test_a_part_of_a_parquet_file_that_cannot_be_read_is_told(tmp_path, grouped):
    path = tmp_path / "a.parquet"
    write_parquet(path, [{"source": f"text {i} " * 30, "target": f"words {i} " * 30} for i in range(40)])
    whole = path.read_bytes()
    path.write_bytes(whole[:1500] + b"\xff" * 1500 + whole[3000:])
    with pytest.raises(InputError, match="of this Parquet file cannot be read") as caught:
        [list(records(part, ("source", "target"))) for part in plan([path], 10, grouped)]
    assert caught.value.path == path


def test_what_is_no_corpus_is_refused(tmp_path):
    with pytest.raises(UsageError, match="no JSON Lines or Parquet"):
        corpus_files([tmp_path])
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError, match="is made of"):
        corpus_files([tmp_path / "a.txt"])
    with pytest.raises(InputError, match="no such file"):
        corpus_files([tmp_path / "b.jsonl"])
    with pytest.raises(InputError, match="no such file"):
        corpus_files([tmp_path / "no-folder"])
    (tmp_path / "c.parquet").write_bytes(b"PAR1 not really")
    with pytest.raises(InputError, match="no Parquet file"):
        list(plan([tmp_path / "c.parquet"], 3))


def test_a_number_that_json_has_no_form_for_is_null(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"id": NaN, "far": 1e999, "near": 1.5, "source": "s"}')
    (part,) = plan([path], 5)
    assert [record for _n, record in records(part, ("source",))] == [
        {"id": None, "far": None, "near": 1.5, "source": "s"}
    ]


def test_what_json_has_no_form_for_is_written_out(tmp_path):
    path = tmp_path / "a.parquet"
    row = {
        "source": b"text in bytes", "day": dt.date(2020, 2, 3), "at": dt.datetime(2020, 2, 3, 4),
        "price": decimal.Decimal("1.50"), "score": math.nan, "blob": b"\xff", "took": dt.timedelta(seconds=1),
        "inside": {"days": [dt.date(2020, 2, 3)]},
    }  # fmt: skip
    write_parquet(path, [row])
    (part,) = plan([path], 5)
    ((_number, record),) = records(part, ("source",))
    assert json.loads(json.dumps(record, allow_nan=False)) == {
        "source": "text in bytes", "day": "2020-02-03", "at": "2020-02-03 04:00:00.000000", "price": "1.50",
        "score": None, "blob": "/w==", "took": 1000000, "inside": {"days": ["2020-02-03"]},
    }  # fmt: skip


def test_a_text_of_a_parquet_file_that_is_no_text_is_told_with_its_row(tmp_path):
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    path = tmp_path / "a.parquet"
    texts = pyarrow.Array.from_buffers(
        pyarrow.string(),
        2,
        [None, *map(pyarrow.py_buffer, (bytes([0] * 4 + [1, 0, 0, 0, 2, 0, 0, 0]), b"a\xff"))],
    )
    parquet.write_table(pyarrow.table({"source": texts}), path)
    with pytest.raises(InputError, match="not UTF-8") as caught:
        ids(path, 10)
    assert caught.value.line == 2


def test_columns_of_one_name_are_refused(tmp_path):
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    path = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.table([["a"], ["b"]], names=["source", "source"]), path)
    with pytest.raises(InputError, match="several columns of one name: source"):
        ids(path, 10)


def test_a_large_row_group_is_read_once_for_all_of_its_parts(tmp_path, monkeypatch):
    path = tmp_path / "a.parquet"
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    parquet.write_table(pyarrow.table({"id": list(range(3500)), "source": ["s"] * 3500}), path)
    begun = []
    begin = parquet_rows.Rows.__init__
    monkeypatch.setattr(
        parquet_rows.Rows, "__init__", lambda self, *given: begun.append(given[-1]) or begin(self, *given)
    )
    parts = list(plan([path], 300))
    found = [record["id"] for part in parts[1::2] for _n, record in records(part, ("source",))]
    assert found == [n for n in range(3500) if n // 300 % 2]
    assert begun == [300]
    assert [record["id"] for _n, record in records(parts[0], ())] == list(range(300))
    assert begun == [300, 0]


def test_what_is_no_file_of_records_is_told_or_left_out_with_a_word(corpus):
    (corpus / "._a.jsonl").write_bytes(b"\0\5\x16\7")
    assert [file.name for file in corpus_files([corpus])] == ["a.jsonl", "b.parquet"]
    (corpus / "c.jsonl.gz").write_bytes(b"\x1f\x8b")
    (corpus / "more").mkdir()
    (corpus / "empty").mkdir()
    write_lines(corpus / "more" / "d.jsonl", [])
    assert [file.name for file in left_out([corpus])] == ["c.jsonl.gz", "more"]
    (corpus / "e.jsonl").mkdir()
    with pytest.raises(InputError, match="a folder, not a file"):
        corpus_files([corpus])
    (corpus / "e.jsonl").rmdir()
    os.mkfifo(corpus / "e.jsonl")
    with pytest.raises(InputError, match="a pipe or a device"):
        corpus_files([corpus])
    (corpus / "e.jsonl").unlink()
    (corpus / "e.jsonl").symlink_to("e.jsonl")
    with pytest.raises(InputError, match="in a circle"):
        corpus_files([corpus])


def test_pieces_of_a_table_are_read_with_what_their_folders_say(tmp_path):
    """As Spark, Dask and DuckDB write them, by the values of some columns."""
    first = tmp_path / "target_lang=ka" / "document=a%2Fb"
    last = tmp_path / "target_lang=ka" / "document=__HIVE_DEFAULT_PARTITION__"
    whole = tmp_path / "zh.parquet"
    for folder in (first, last, whole):
        folder.mkdir(parents=True)
        (folder / "_SUCCESS").touch()
    own = {"id": "1", "source": "s", "target": "t", "target_lang": "hy"}
    write_lines(first / "part-0.jsonl", [{"id": "0", "source": "s", "target": "t"}, own])
    write_parquet(last / "part-0.parquet", [{"id": "2", "source": "s", "target": "t"}])
    write_parquet(whole / "part.0.parquet", [{"id": "3", "source": "s", "target": "t"}])
    files = corpus_files([tmp_path])
    found = [one for part in plan(files[:2], 5) for _n, one in records(part, ("source", "target_lang"))]
    said = [(one["id"], one["target_lang"], one.get("document")) for one in found]
    assert sorted(said) == [("0", "ka", "a/b"), ("1", "hy", "a/b"), ("2", "ka", None)]
    assert files[-1] == whole / "part.0.parquet"
    assert left_out([tmp_path]) == []


def test_pieces_of_a_table_that_go_in_a_circle_are_refused(tmp_path):
    (tmp_path / "corpus" / "a=1").mkdir(parents=True)
    write_lines(tmp_path / "corpus" / "a.jsonl", [{"id": "0"}])
    (tmp_path / "corpus" / "a=1" / "b=2").symlink_to("..")
    with pytest.raises(InputError, match="in a circle"):
        corpus_files([tmp_path / "corpus"])
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "corpus" / "a=1" / "b=2").unlink()
    (tmp_path / "corpus" / "a=1" / "b=2").symlink_to(tmp_path / "elsewhere")
    write_lines(tmp_path / "elsewhere" / "b.jsonl", [{"id": "1"}])
    assert {file.name for file in corpus_files([tmp_path / "corpus"])} == {"a.jsonl", "b.jsonl"}


def test_a_document_that_a_folder_names_stays_in_one_part(tmp_path):
    folder = tmp_path / "document=d"
    folder.mkdir()
    write_lines(folder / "a.jsonl", [{"id": str(n)} for n in range(7)])
    write_parquet(folder / "b.parquet", [{"id": str(n)} for n in range(7)])
    assert [part.count for part in plan(corpus_files([tmp_path]), 2, "document")] == [7, 7]


@pytest.mark.parametrize("code", ["../../x", "x\n\x1b[31m", "q" * 10_000, "zh ka", "-"])
def test_what_names_no_language_is_told_with_its_line(tmp_path, code):
    """Files are looked for by the name of a language."""
    write_lines(tmp_path / "a.jsonl", [{"source": "x", "target": "y"}, {"source": "x", "target_lang": code}])
    (part,) = plan([tmp_path / "a.jsonl"], 5)
    with pytest.raises(InputError, match=r"a\.jsonl:2: .* is no language code") as told:
        list(records(part, ("source",)))
    assert "\x1b" not in str(told.value)
    assert len(str(told.value)) < 300 + len(str(tmp_path))


@pytest.mark.parametrize(
    "code", ["zh", "zh-Hant-TW", "sr_Latn", "ca-valencia", "de_DE.UTF-8", "sr@latin", "", "und"]
)
def test_tags_of_every_writing_are_taken(tmp_path, code):
    write_lines(tmp_path / "a.jsonl", [{"source": "x", "source_lang": code}])
    (part,) = plan([tmp_path / "a.jsonl"], 5)
    assert len(list(records(part, ("source",)))) == 1


def _nested(pyarrow):
    huge = pyarrow.timestamp("s")
    return {
        "struct": pyarrow.array([{"a": 1, "b": "x"}], pyarrow.struct([("a", pyarrow.timestamp("ns")), ("b", pyarrow.string())])),
        "list": pyarrow.array([[568_971_820_800]], pyarrow.list_(huge)),
        "large list": pyarrow.array([[568_971_820_800]], pyarrow.large_list(huge)),
        "fixed list": pyarrow.array([[568_971_820_800, None]], pyarrow.list_(huge, 2)),
        "map": pyarrow.array([[("k", 568_971_820_800)]], pyarrow.map_(pyarrow.string(), huge)),
        "dictionary": pyarrow.array([568_971_820_800], huge).dictionary_encode(),
        "deep": pyarrow.array([[{"a": [decimal.Decimal("1.50")]}]],
                              pyarrow.list_(pyarrow.struct([("a", pyarrow.list_(pyarrow.decimal128(5, 2)))]))),
        "took": pyarrow.array([[5]], pyarrow.list_(pyarrow.duration("s"))),
    }  # fmt: skip


FAR = "20000-01-01 00:00:00.000"


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("struct", {"a": "1970-01-01 00:00:00.000000001", "b": "x"}),
        ("list", [FAR]),
        ("large list", [FAR]),
        ("fixed list", [FAR, None]),
        ("map", [["k", FAR]]),
        ("dictionary", FAR),
        ("deep", [{"a": ["1.50"]}]),
        ("took", [5]),
    ],
)
def test_dates_that_python_has_none_for_are_written_out_however_deep_they_stand(tmp_path, kind, written):
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    path = tmp_path / "a.parquet"
    table = pyarrow.table({"source": ["x"], "inside": _nested(pyarrow)[kind]})
    parquet.write_table(table, path, coerce_timestamps=None)
    (part,) = plan([path], 5)
    ((_number, record),) = records(part, ("source",))
    assert json.loads(json.dumps(record["inside"])) == written


def test_a_flipped_bit_is_told_where_the_file_has_checksums(tmp_path):
    """A page that another program wrote with its checksum is held against it: no other text passes for its own."""
    parquet = pytest.importorskip("pyarrow.parquet")
    pyarrow = pytest.importorskip("pyarrow")
    path = tmp_path / "a.parquet"
    rows = [{"source": f"text {number}", "target": f"words {number}"} for number in range(40)]
    parquet.write_table(
        pyarrow.Table.from_pylist(rows), path, compression="none", use_dictionary=False,
        write_page_checksum=True,
    )  # fmt: skip
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"words 7", b"words 6"))
    with pytest.raises(InputError, match="of this Parquet file cannot be read"):
        [list(records(part, ("source", "target"))) for part in plan([path], 10)]
    path.write_bytes(whole)
    assert sum(part.count for part in plan([path], 10)) == 40
