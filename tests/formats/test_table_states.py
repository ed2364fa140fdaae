"""The words of status columns, ours and those of other tools."""

from __future__ import annotations

import pytest

from transreview.formats.table_states import fuzzy_stage, fuzzy_word, is_known, stage_of
from transreview.formats.xliff_states import Stage
from transreview.model.segment import Status

REJECTED = Stage(Status.EDITED, True)


@pytest.mark.parametrize(
    ("cell", "stage", "known"),
    [
        ("machine", Stage(Status.MACHINE), True),
        ("edited", Stage(Status.EDITED), True),
        (" Confirmed ", Stage(Status.CONFIRMED), True),
        ("APPROVED", Stage(Status.APPROVED), True),
        ("needs-work", REJECTED, True),
        ("Translated (100%)", Stage(Status.CONFIRMED), True),
        ("Translation Approved (0%)", Stage(Status.APPROVED), True),
        ("Reviewer1Confirmed", Stage(Status.APPROVED), True),
        ("needs-translation", Stage(Status.MACHINE, True), True),
        ("RejectedSignOff", REJECTED, True),
        ("დამტკიცებული", Stage(Status.APPROVED), True),
        ("已确认（二）", Stage(Status.CONFIRMED), True),
        ("", Stage(), True),
        ("untranslated", Stage(), True),
        ("NotStarted", Stage(), True),
        ("whatever", Stage(), False),
        ("translated by", Stage(), False),
    ],
)
def test_a_word_says_how_far_a_unit_has_come(cell: str, stage: Stage, known: bool) -> None:
    assert stage_of(cell) == stage
    assert is_known(cell) is known


@pytest.mark.parametrize(
    ("cell", "stage"),
    [("True", REJECTED), (" yes ", REJECTED), ("1", REJECTED), ("x", REJECTED), ("False", Stage(Status.CONFIRMED)),
     ("no", Stage(Status.CONFIRMED)), ("0", Stage(Status.CONFIRMED)), ("", Stage()), ("maybe", Stage())],
)  # fmt: skip
def test_a_column_fuzzy_says_yes_or_no(cell: str, stage: Stage) -> None:
    assert fuzzy_stage(cell) == stage


@pytest.mark.parametrize(
    ("cell", "status", "needs_work", "word"),
    [
        ("True", Status.CONFIRMED, False, "False"),
        ("true", Status.APPROVED, False, "false"),
        ("1", Status.CONFIRMED, False, "0"),
        ("yes", Status.CONFIRMED, False, "false"),
        ("True", Status.EDITED, False, "True"),
        ("YES", Status.CONFIRMED, True, "YES"),
        ("False", Status.CONFIRMED, False, "False"),
        ("False", Status.MACHINE, False, "True"),
        ("false", Status.CONFIRMED, True, "true"),
        ("0", Status.EDITED, False, "1"),
        ("", Status.CONFIRMED, False, ""),
        ("", Status.EDITED, False, "True"),
    ],
)
def test_a_changed_status_is_said_in_the_columns_own_letters(cell, status, needs_work, word) -> None:
    assert fuzzy_word(cell, status, needs_work=needs_work) == word
