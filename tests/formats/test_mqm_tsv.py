"""MQM data is read by tabs alone and written back as it was."""

from __future__ import annotations

import pytest

from transreview.errors import InputError
from transreview.formats.mqm_tsv import parse_ratings, read_ratings, write_ratings
from transreview.model.finding import Side
from transreview.model.rating import Span
from transreview.scoring.mqm import segment_scores

HEADER = "system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity"


def test_bare_quotation_marks_do_not_join_rows():
    rows = list(
        parse_ratings(
            [
                HEADER,
                'A\td\t1\t7\tr1\t他说“好”\t"He said\tStyle/Awkward\tMinor',
                'B\td\t1\t7\tr1\t他说“好”\tfine"\tNo-error\tNo-error',
            ]
        )
    )
    assert [(r.system, r.target, r.is_error) for r in rows] == [
        ("A", '"He said', True),
        ("B", 'fine"', False),
    ]


def test_the_span_is_taken_out_of_the_text_with_its_side():
    row = "A\td\t1\t7\tr1\t<v>天上的</v>繁星\tstars\tAccuracy/Omission\tMinor"
    (rating,) = parse_ratings([HEADER, row])
    assert (rating.source, rating.side, rating.start, rating.end) == ("天上的繁星", Side.SOURCE, 0, 3)


def test_references_have_one_name_over_the_years():
    rows = [HEADER, *(f"{name}\td\t1\t7\tr1\ts\tt\tNo-error\tNo-error" for name in ("ref", "refB"))]
    assert {system for system, _segment in segment_scores(parse_ratings(rows))} == {"ref-A", "ref-B"}


def test_later_column_names_and_a_comment_are_known():
    header = "system\tdoc\tdocSegId\tglobalSegId\trater\tsource\ttarget\tcategory\tseverity\tmetadata"
    (rating,) = parse_ratings([header, "A\td\t2\t7\tr1\ts\tt\tOther\tminor\tremark"])
    assert (rating.segment, rating.document_segment, rating.severity, rating.comment) == (
        "7",
        "2",
        "Minor",
        "remark",
    )


def test_what_is_written_reads_back_the_same():
    rows = [
        HEADER + "\tcomment",
        "A\td\t1\t7\tr1\t源\tტე<v>ქს</v>ტი\tStyle/Awkward\tMinor\tრატომ?",
        "B\td\t1\t7\tr2\t源\tტექსტი\tNo-error\tNo-error\t",
    ]
    ratings = list(parse_ratings(rows))
    text = write_ratings(ratings)
    assert text == "\n".join(rows) + "\n"
    assert list(parse_ratings(text.split("\n"))) == ratings


def test_a_mark_that_is_never_closed_lasts_to_the_end_and_goes_out_as_it_came():
    row = "A\td\t1\t7\tr1\t源文\tტე<v>ქსტი\tAccuracy/Omission\tMajor"
    (rating,) = parse_ratings([HEADER, row])
    assert (rating.target, rating.start, rating.end) == ("ტექსტი", 2, 6)
    assert write_ratings([rating]) == f"{HEADER}\n{row}\n"


def test_spans_on_both_sides_several_and_empty_ones_are_kept():
    row = "A\td\t1\t7\tr1\t源<v>文</v>字\tტე<v>ქს</v>ტი<v></v> <v>სხვა</v>\tAccuracy/Omission\tMajor"
    (rating,) = parse_ratings([HEADER, row])
    assert (rating.side, rating.start, rating.end) == (Side.TARGET, 2, 4)
    assert rating.marks == (
        Span(Side.SOURCE, 1, 2),
        Span(Side.TARGET, 2, 4),
        Span(Side.TARGET, 6, 6),
        Span(Side.TARGET, 7, 11),
    )
    assert write_ratings([rating]) == f"{HEADER}\n{row}\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (f"{HEADER}\n".encode(), "the file has no row under its header"),
        (b"a\tb\n", "no column system, seg_id, rater, category, severity in the header"),
        (f"{HEADER}\nA\td\t1\n".encode(), ":2: 3 cells where the header has 9"),
        (f"{HEADER}\nA\td\t1\t1\tr\ts\tt\tOther\tHuge\n".encode(), ":2: unknown severity “Huge”"),
        (f"{HEADER}\nA\td\t1\t1\t \ts\tt\tOther\tMinor\n".encode(), ":2: the cell of rater is empty"),
        (f"{HEADER}\nA\td\t1\t\tr\ts\tt\tOther\tMinor\n".encode(), ":2: the cell of seg_id is empty"),
        (f"{HEADER}\nA\td\t1\t1\tr\ts\t</v>t<v>\tOther\tMinor\n".encode(), ":2: <v> and </v> do not pair"),
        (f"{HEADER}\nA\td\t1\t1\tr\ts\t<v>a<v>b</v></v>\tOther\tMinor\n".encode(), ":2: <v> and </v> do not"),
        (b"\xff\xfe\x00", "not UTF-8"),
    ],
)
def test_bad_files_are_refused_with_their_line(tmp_path, content, message):
    path = tmp_path / "mqm.tsv"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        read_ratings(path)
    assert message in str(caught.value)
    assert caught.value.exit_code == 3


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputError, match="No such file"):
        read_ratings(tmp_path / "none.tsv")


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([HEADER + "\tsystem", "A\td\t1\t7\tr\ts\tt\tOther\tMinor\tB"], "stands twice"),
        ([HEADER, "A\td\t1\t7\tr\ts\tt\tNo-error\tMajor"], "no error, and of the severity Major"),
    ],
    ids=["column-twice", "no-error-that-is-major"],
)
def test_what_says_two_things_at_once_is_refused(lines, message):
    with pytest.raises(InputError, match=message):
        list(parse_ratings(lines, "r.tsv"))


def test_a_row_knows_its_line():
    rows = [HEADER, "", "A\td\t1\t7\tr\ts\tt\tOther\tMinor"]
    assert [rating.line for rating in parse_ratings(rows)] == [3]


def test_for_marot_the_remark_is_json_in_its_own_letters():
    rows = ["\t".join([HEADER, "comment"])] + [
        f"A\td\t1\t7\tr1\t源\tტექსტი\tStyle/Awkward\tMinor\t{remark}" for remark in ("რატომ?", "")
    ]
    head, first, second = write_ratings(list(parse_ratings(rows)), marot=True).splitlines()
    assert head.split("\t")[-1] == "metadata"
    assert first.split("\t")[-1] == '{"note": "რატომ?"}'
    assert second.split("\t")[-1] == "{}"
