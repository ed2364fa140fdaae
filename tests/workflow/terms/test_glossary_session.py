"""A project's glossary files edited as one: saved at once, taken back, and safe beside other people."""

from dataclasses import replace
from pathlib import Path

import pytest

from transreview.errors import InputError, UsageError
from transreview.formats.glossary_csv import read_glossary
from transreview.model.glossary import Concept, ConceptStatus, Term
from transreview.workflow.terms.glossary_editing import GlossaryConflictError, edit_glossary, put
from transreview.workflow.terms.glossary_session import Change, GlossarySession

OWN = "id,subject,definition,status,note,zh,ka,ka:not\nlens,,,proposed,,镜片,ლინზა,\nparty,,,approved,,党,პარტია,წვეულება\n"
GENERAL = "镜框\tჩარჩო\n党\tპარტია\n"


@pytest.fixture
def own(tmp_path):
    path = tmp_path / "own.csv"
    path.write_text(OWN, encoding="utf-8")
    return path


def approved(concept: Concept) -> Change:
    return Change(concept, replace(concept, status=ConceptStatus.APPROVED))


def test_a_change_is_in_the_file_and_is_taken_back_by_its_inverse(own):
    before = own.read_bytes()
    session = GlossarySession([own])
    session.save([approved(session.glossary.by_id["lens"])], "approved")
    assert read_glossary(own).by_id["lens"].status is ConceptStatus.APPROVED
    assert session.next_undo().words == "approved"
    assert session.undo().words == "approved"
    assert own.read_bytes() == before
    assert session.undo() is None


def test_adding_removing_and_renaming_are_taken_back_in_turn(own):
    session = GlossarySession([own])
    frame = Concept("frame", terms=(Term("镜框", "zh"), Term("ჩარჩო", "ka")))
    session.save([Change(None, frame)], "added")
    session.save([Change(session.glossary.by_id["lens"], None)], "removed")
    party = session.glossary.by_id["party"]
    session.save([Change(party, None), Change(None, replace(party, id="the-party"))], "renamed")
    assert set(read_glossary(own).by_id) == {"frame", "the-party"}
    assert [session.undo().words for _ in range(3)] == ["renamed", "removed", "added"]
    assert own.read_text(encoding="utf-8") == OWN


def test_a_concept_that_somebody_changed_meanwhile_is_a_conflict_and_stays_theirs(own):
    session = GlossarySession([own])
    seen = session.glossary.by_id["lens"]
    edit_glossary(own, lambda g: put(g, replace(g.by_id["lens"], note="theirs")))
    with pytest.raises(GlossaryConflictError) as told:
        session.save([Change(seen, replace(seen, note="mine"))], "noted")
    conflict = told.value.conflicts[0]
    assert (conflict.ours.note, conflict.theirs.note, conflict.fields) == ("mine", "theirs", ("note",))
    assert read_glossary(own).by_id["lens"].note == "theirs"
    # Who has seen theirs may save over it.
    session.save([Change(conflict.theirs, conflict.ours)], "noted")
    assert read_glossary(own).by_id["lens"].note == "mine"


def test_what_was_read_again_in_the_meantime_does_not_hide_a_conflict(own):
    session = GlossarySession([own])
    seen = session.glossary.by_id["lens"]
    edit_glossary(own, lambda g: put(g, replace(g.by_id["lens"], note="theirs")))
    assert session.refresh()
    with pytest.raises(GlossaryConflictError):
        session.save([Change(seen, replace(seen, note="mine"))], "noted")


def test_changes_of_other_rows_are_kept_and_undo_touches_its_own_row_only(own):
    session = GlossarySession([own])
    lens = session.glossary.by_id["lens"]
    edit_glossary(own, lambda g: put(g, replace(g.by_id["party"], note="theirs")))
    session.save([approved(lens)], "approved")
    session.undo()
    now = read_glossary(own)
    assert (now.by_id["party"].note, now.by_id["lens"].status) == ("theirs", ConceptStatus.PROPOSED)


def test_undo_refuses_where_somebody_has_changed_the_concept_since(own):
    session = GlossarySession([own])
    session.save([approved(session.glossary.by_id["lens"])], "approved")
    edit_glossary(own, lambda g: put(g, replace(g.by_id["lens"], note="theirs")))
    with pytest.raises(GlossaryConflictError):
        session.undo()
    assert read_glossary(own).by_id["lens"].note == "theirs"


def test_a_file_written_elsewhere_is_read_again_and_one_untouched_is_not(own):
    session = GlossarySession([own])
    known = session.glossary
    assert not session.refresh()
    assert session.glossary is known
    edit_glossary(own, lambda g: put(g, replace(g.by_id["lens"], note="theirs")))
    assert session.refresh()
    assert session.glossary.by_id["lens"].note == "theirs"


def test_a_concept_of_a_file_that_cannot_be_changed_is_overruled_in_the_one_before_it(own, tmp_path):
    general = tmp_path / "general.tsv"
    general.write_text(GENERAL, encoding="utf-8")
    session = GlossarySession([own, general])
    frame = next(c for c in session.glossary.concepts if c.terms[0].text == "镜框")
    assert session.home(frame.id) == general
    assert session.destination(frame.id) == own
    session.save([Change(frame, replace(frame, note="ours"))], "noted")
    assert session.glossary.by_id[frame.id].note == "ours"
    assert general.read_text(encoding="utf-8") == GENERAL
    session.undo()
    assert session.glossary.by_id[frame.id].note == ""
    assert own.read_text(encoding="utf-8") == OWN


def test_without_a_file_to_write_there_is_nowhere_to_go_until_one_is_begun(tmp_path):
    general = tmp_path / "general.tsv"
    general.write_text(GENERAL, encoding="utf-8")
    session = GlossarySession([general])
    frame = session.glossary.concepts[0]
    assert session.destination(frame.id) is None
    with pytest.raises(UsageError, match="can be changed here"):
        session.save([Change(frame, None)], "removed")
    session.begin_file(tmp_path / "new.csv")
    session.save([Change(frame, replace(frame, note="ours"))], "noted")
    assert read_glossary(tmp_path / "new.csv").concepts[0].note == "ours"
    assert session.paths == [tmp_path / "new.csv", general]


def test_a_file_that_is_gone_is_told_and_not_written_anew_with_one_row(own):
    session = GlossarySession([own])
    lens = session.glossary.by_id["lens"]
    own.unlink()
    with pytest.raises(InputError, match="is not there"):
        session.save([approved(lens)], "approved")
    assert not own.exists()
    with pytest.raises(InputError, match="is not there"):
        GlossarySession([Path(own)])
