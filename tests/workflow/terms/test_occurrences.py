"""The glossary across a project: applied as one change, counted, re-checked; its file shared by several people."""

from __future__ import annotations

import multiprocessing
from dataclasses import replace
from pathlib import Path

import pytest

from transreview.errors import ConflictError, InputError, UsageError
from transreview.formats.glossary_csv import parse_glossary, read_glossary
from transreview.model.article import Article
from transreview.model.bead import Bead
from transreview.model.glossary import Concept, ConceptStatus, Glossary, Term, TermKind
from transreview.model.segment import Status
from transreview.model.unit import Unit
from transreview.project import Project
from transreview.terminology.segment_terms import SegmentTerms
from transreview.workflow.terms.application import apply, decide, project_proposals, proposals
from transreview.workflow.terms.concept_changes import ConceptInput, changed_concept, new_concept
from transreview.workflow.terms.glossary_editing import GlossaryFile, edit_glossary, put, with_status, without
from transreview.workflow.terms.glossary_exchange import OnConflict, bring_in
from transreview.workflow.terms.occurrences import ProjectTerms, changed_concepts, touched_segments
from transreview.workflow.terms.search import search

CSV = """id,zh,ka,ka:also,ka:not,en
council,国务院,სახელმწიფო საბჭო,,სახელმწიფო კაბინეტი,State Council
industry,眼镜行业,სათვალის დარგი,სათვალის ინდუსტრია,ოპტიკური ინდუსტრია,eyewear industry
party,党,პარტია,,წვეულება,Party
xiamen,厦门,სიამენი,,ქიამენი,Xiamen
"""
GLOSSARY = parse_glossary(CSV, path="g.csv")[0]
PAIRS = [
    ("跟党走", "მიჰყვება წვეულებას და წვეულებისთვის"),
    ("厦门的眼镜行业", "ქიამენის ოპტიკურმა ინდუსტრიამ"),
    ("眼镜行业", "სათვალის ინდუსტრიაში"),
    ("天气好", "ქიამენი და ოპტიკური ინდუსტრია"),
    ("厦门", "ქალაქში"),
]


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.transreview", user="nino") as project:
        add_article(project, "a", PAIRS)
        yield project


def add_article(project: Project, slug: str, pairs: list[tuple[str, str]]) -> Article:
    source, target = (
        [Unit(text, paragraph=n) for n, text in enumerate(side)] for side in zip(*pairs, strict=True)
    )
    beads = [Bead((n,), (n,)) for n in range(len(pairs))]
    return project.articles.add(
        Article(id=0, slug=slug, title=slug, source_language="zh", target_language="ka"),
        source,
        target,
        beads,
        [],
    )


def targets(project: Project) -> list[str]:
    return [segment.target for segment in project.segments.all()]


def test_every_wrong_term_is_replaced_in_its_case_and_one_undo_takes_it_back(project):
    before = targets(project)
    found = [proposal for _article, proposal in project_proposals(project, GLOSSARY)]
    applied = apply(project, decide(found))
    assert targets(project) == [
        "მიჰყვება პარტიას და პარტიისთვის",
        "სიამენის სათვალის დარგმა",
        "სათვალის ინდუსტრიაში",
        "ქიამენი და ოპტიკური ინდუსტრია",
        "ქალაქში",
    ]
    assert (applied.replaced, applied.segments, applied.reopened) == (4, 2, 0)
    project.journal.undo()
    assert targets(project) == before
    assert not list(project_proposals(project, Glossary()))


def test_a_second_run_finds_nothing_more(project):
    apply(project, decide(p for _article, p in project_proposals(project, GLOSSARY)))
    assert list(project_proposals(project, GLOSSARY)) == []


def test_only_what_is_chosen_is_replaced(project):
    found = [p for _article, p in project_proposals(project, GLOSSARY, concepts=["party"])]
    apply(project, decide(found, lambda p: p.replacement.form if p.start < 15 else None))
    assert targets(project)[0] == "მიჰყვება პარტიას და წვეულებისთვის"
    assert targets(project)[1] == PAIRS[1][1]


def test_admitted_terms_are_replaced_on_request(project):
    found = [p for _article, p in project_proposals(project, GLOSSARY, admitted=True)]
    apply(project, decide(found))
    assert targets(project)[2] == "სათვალის დარგში"


def test_confirmed_segments_are_opened_again_and_counted_or_left_alone(project):
    first = project.segments.all()[0]
    project.segments.set_status(first.id, Status.CONFIRMED, revision=first.revision)
    left = [p for _article, p in project_proposals(project, GLOSSARY, unconfirmed_only=True)]
    assert first.id not in {proposal.segment.id for proposal in left}
    applied = apply(project, decide(p for _article, p in project_proposals(project, GLOSSARY)))
    assert applied.reopened == 1
    assert project.segments.all()[0].status is Status.EDITED


def test_a_segment_that_somebody_changed_meanwhile_stops_the_whole_batch(project):
    found = [p for _article, p in project_proposals(project, GLOSSARY)]
    second = project.segments.all()[1]
    project.segments.edit(second.id, "სულ სხვა", revision=second.revision)
    with pytest.raises(ConflictError):
        apply(project, decide(found))
    assert targets(project)[0] == PAIRS[0][1]


def test_a_form_with_several_readings_waits_for_a_person():
    segment = replace(_segment(), source="国务院", target="სახელმწიფო კაბინეტისთვის და სახელმწიფო კაბინეტს")
    (first, second) = proposals([segment], SegmentTerms(GLOSSARY, "zh", "ka"))
    assert first.certain
    assert second.certain  # dative of a consonant stem
    city = Concept(
        "c", terms=(Term("市", "zh"), Term("ქალაქი", "ka"), Term("ვენჟოუ", "ka", kind=TermKind.FORBIDDEN))
    )
    terms = SegmentTerms(Glossary((city,), ("zh", "ka")), "zh", "ka")
    (unsure,) = proposals([replace(segment, source="市", target="ვენჟოუს")], terms)
    assert set(unsure.replacement.candidates) == {"ქალაქს", "ქალაქის"}
    assert list(decide([unsure])) == []
    assert [d.form for d in decide([unsure], lambda p: p.replacement.candidates[0])] == [
        unsure.replacement.form
    ]


def test_a_preview_shows_what_stands_around(project):
    (proposal,) = [p for _article, p in project_proposals(project, GLOSSARY) if p.found == "წვეულებისთვის"]
    assert proposal.context(5) == ("…ს და ", "")
    assert proposal.result(proposal.replacement.form) == "მიჰყვება წვეულებას და პარტიისთვის"


def test_the_use_of_each_concept_is_counted(project):
    usage = ProjectTerms(project, GLOSSARY).usage()
    assert usage["party"].forbidden == {"წვეულება": 2}
    assert usage["industry"].rendered == {"სათვალის ინდუსტრია": 1}
    assert (usage["xiamen"].source, usage["xiamen"].segments, usage["xiamen"].missing) == (2, 2, 1)
    assert "council" not in usage


def test_occurrences_lead_to_the_segment_in_reading_order(project):
    found = list(ProjectTerms(project, GLOSSARY).occurrences(concepts=["xiamen"]))
    assert [occurrence.segment.key for occurrence in found] == [project.segments.all()[n].key for n in (1, 4)]


def test_a_glossary_change_touches_only_the_segments_that_have_its_concepts(project):
    changed = replace(GLOSSARY.by_id["xiamen"], note="new")
    after = put(without(GLOSSARY, "council"), changed)
    concepts = changed_concepts(GLOSSARY, after)
    assert {concept.id for concept in concepts} == {"xiamen", "council"}
    steps = list(touched_segments(project, concepts, batch=2))
    assert [done for done, _ids in steps] == [2, 4, 5]
    assert [n for _done, ids in steps for n in ids] == [project.segments.all()[n].id for n in (1, 4)]
    assert changed_concepts(GLOSSARY, GLOSSARY) == []
    assert list(touched_segments(project, [])) == []


def _segment():
    from transreview.model.segment import Segment
    from transreview.model.unit import UnitKind

    return Segment(
        id=1, article_id=1, key="0001", position=0, kind=UnitKind.PARAGRAPH, source="", machine="", target=""
    )


# Glossary files


def written(tmp_path: Path, text: str = CSV) -> Path:
    path = tmp_path / "g.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_changes_of_two_people_are_both_in_the_file(tmp_path):
    path = written(tmp_path)
    mine, yours = GlossaryFile(path), GlossaryFile(path)
    mine.save(with_status(mine.glossary, ["party"], ConceptStatus.PROPOSED))
    assert yours.changed_on_disk()
    yours.save(put(yours.glossary, Concept("new", terms=(Term("新", "zh"),))))
    after = read_glossary(path)
    assert after.by_id["party"].status is ConceptStatus.PROPOSED
    assert "new" in after.by_id


def test_a_row_that_both_changed_is_refused_and_named_and_theirs_stays(tmp_path):
    path = written(tmp_path)
    mine, yours = GlossaryFile(path), GlossaryFile(path)
    mine.save(put(mine.glossary, replace(mine.glossary.by_id["party"], note="mine")))
    with pytest.raises(ConflictError, match=r"party \(note\)"):
        yours.save(put(yours.glossary, replace(yours.glossary.by_id["party"], note="yours")))
    assert read_glossary(path).by_id["party"].note == "mine"
    assert not list(tmp_path.glob(".*lock"))


def _add_many(path: Path, name: str) -> None:
    for number in range(15):
        concept = Concept(f"{name}-{number:02}", terms=(Term(f"{name}{number}", "zh"),))
        edit_glossary(path, lambda glossary, concept=concept: put(glossary, concept))


def test_two_processes_that_write_at_once_lose_nothing(tmp_path):
    path = written(tmp_path)
    workers = [
        multiprocessing.get_context("spawn").Process(target=_add_many, args=(path, n)) for n in ("a", "b")
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    ids = [concept.id for concept in read_glossary(path).concepts]
    assert len(ids) == 4 + 30
    assert ids == sorted(ids)


def test_a_lock_left_behind_is_told_of_and_then_overcome(tmp_path, monkeypatch):
    path = written(tmp_path)
    lock = tmp_path / ".g.csv.lock"
    lock.touch()
    monkeypatch.setattr("transreview.workflow.terms.glossary_editing._PATIENCE", 0.05)
    with pytest.raises(InputError, match="lock"):
        edit_glossary(path, lambda glossary: put(glossary, Concept("x")))
    monkeypatch.setattr("transreview.workflow.terms.glossary_editing._STALE", 0.0)
    edit_glossary(path, lambda glossary: put(glossary, Concept("x")))
    assert "x" in read_glossary(path).by_id


def test_a_save_that_changes_nothing_writes_nothing(tmp_path):
    path = written(tmp_path)
    before = path.stat().st_mtime_ns
    GlossaryFile(path).save(GLOSSARY)
    assert path.stat().st_mtime_ns == before


def test_a_file_that_broke_meanwhile_is_left_as_it_is(tmp_path):
    path = written(tmp_path)
    file = GlossaryFile(path)
    path.write_text("id,zh\nx,党,zuviel\n", encoding="utf-8")
    with pytest.raises(InputError):
        file.save(put(file.glossary, Concept("x")))
    assert path.read_text(encoding="utf-8") == "id,zh\nx,党,zuviel\n"


# Concepts in pieces


def test_a_new_preferred_term_makes_the_present_one_admitted():
    given = ConceptInput(preferred=(("ka", "თვალსაფარი"),), hints=(("ka", "exact"),), pos=(("ka", "noun"),))
    concept = changed_concept(GLOSSARY.by_id["party"], given)
    assert [(t.text, t.kind.value, t.grammar, t.pos) for t in concept.of("ka")] == [
        ("თვალსაფარი", "preferred", ("exact",), "noun"),
        ("პარტია", "admitted", (), "noun"),
        ("წვეულება", "forbidden", (), "noun"),
    ]


def test_what_is_not_said_stays_and_what_cannot_be_dropped_is_refused():
    concept = changed_concept(GLOSSARY.by_id["party"], ConceptInput(note="n"))
    assert concept == replace(GLOSSARY.by_id["party"], note="n")
    with pytest.raises(UsageError, match="პარტია"):
        changed_concept(concept, ConceptInput(dropped=(("ka", "ჯგუფი"),)))


def test_the_id_of_a_new_concept_is_made_of_its_english_term_and_is_free():
    given = ConceptInput(preferred=(("zh", "党"), ("en", "Party")))
    assert new_concept(GLOSSARY, given).id == "party-2"
    with pytest.raises(UsageError):
        new_concept(GLOSSARY, given, id_="party")
    with pytest.raises(UsageError):
        new_concept(GLOSSARY, ConceptInput(forbidden=(("ka", "წვეულება"),)))


def test_search_finds_forms_pieces_and_other_scripts():
    assert [c.id for c in search(GLOSSARY, "სიამენში")] == ["xiamen"]
    assert [c.id for c in search(GLOSSARY, "眼鏡")] == ["industry"]
    assert [c.id for c in search(GLOSSARY, "STATE")] == ["council"]
    assert search(GLOSSARY, "zzz") == []


# Bringing in


def test_what_is_new_is_added_and_what_differs_is_kept_and_shown():
    theirs = parse_glossary(
        "id,definition,zh,ka\nparty,the CPC,党,პარტია\nrain,,雨,წვიმა\nown-id,,厦门,სიამენი\n", path="t.csv"
    )[0]
    outcome = bring_in(GLOSSARY, theirs, status=ConceptStatus.PROPOSED)
    assert [c.id for c in outcome.added] == ["rain"]
    assert outcome.glossary.by_id["rain"].status is ConceptStatus.PROPOSED
    assert outcome.same == 1  # 厦门 under another id
    assert [(d.ours.id, "definition" in d.fields) for d in outcome.different] == [("party", True)]
    assert outcome.glossary.by_id["party"] == GLOSSARY.by_id["party"]
    taken = bring_in(GLOSSARY, theirs, on_conflict=OnConflict.REPLACE)
    assert taken.glossary.by_id["party"].definition == "the CPC"


def test_their_terms_can_be_added_as_admitted():
    theirs = parse_glossary("id,definition,zh,ka\nparty,x,党,ჯგუფი\n", path="t.csv")[0]
    after = bring_in(GLOSSARY, theirs, on_conflict=OnConflict.ADD).glossary.by_id["party"]
    assert [(t.text, t.kind) for t in after.of("ka", TermKind.ADMITTED)] == [("ჯგუფი", TermKind.ADMITTED)]
