"""How far a unit of XLIFF 1.2 has come, by all that it may say of itself."""

from __future__ import annotations

import pytest

from transreview.formats.readers import read_bilingual
from transreview.formats.xliff_states import FIRST, FLAGGED, PROPOSALS, REJECTIONS, first_stage
from transreview.model.segment import Status


@pytest.mark.parametrize("qualifier", [*sorted(REJECTIONS), FLAGGED])
@pytest.mark.parametrize("state", ["", "translated", "final"])
def test_what_was_sent_back_or_flagged_is_work_again(qualifier, state) -> None:
    stage = first_stage(state, qualifier, "")
    assert stage.status is Status.EDITED
    assert stage.needs_work


@pytest.mark.parametrize("qualifier", sorted(PROPOSALS))
def test_a_proposal_is_the_machine_s_whatever_its_state(qualifier) -> None:
    assert first_stage("translated", qualifier, "").status is Status.MACHINE
    assert not first_stage("", qualifier, "").needs_work


@pytest.mark.parametrize("qualifier", ["", "something-else", FLAGGED, *sorted(PROPOSALS)])
def test_what_is_approved_is_so_before_all_else(qualifier) -> None:
    assert first_stage("", qualifier, "yes").status is Status.APPROVED
    assert first_stage("translated", qualifier, "yes").status in {Status.APPROVED, Status.CONFIRMED}


@pytest.mark.parametrize("state", sorted(FIRST))
def test_a_state_alone_says_what_it_says(state) -> None:
    assert first_stage(state, "", "") == FIRST[state]
    assert first_stage(state, "something-else", "") == FIRST[state]


def test_nothing_said_is_nothing_known_unless_it_is_said_not_to_be_approved() -> None:
    assert first_stage("", "", "no").status is Status.EDITED
    assert first_stage("", "", "").status is None
    assert first_stage("unheard-of", "", "no").status is None


def test_what_is_approved_in_a_state_that_nobody_knows_is_confirmed_and_the_state_is_named(tmp_path) -> None:
    assert first_stage("x-of-ours", "", "yes").status is Status.CONFIRMED
    unit = '<trans-unit id="1" approved="yes"><source>a</source><target state="x-of-ours">ა</target></trans-unit>'
    path = tmp_path / "a.xlf"
    path.write_text(
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" datatype="x"'
        f' source-language="en" target-language="ka"><body>{unit}</body></file></xliff>',
        encoding="utf-8",
    )
    [warning] = read_bilingual(path).warnings
    assert "“x-of-ours”" in warning
