"""One concept in the midst of its glossary: what it contradicts is known before it is saved."""

from dataclasses import replace

from transreview.formats.glossary_csv import parse_glossary
from transreview.model.finding import Severity
from transreview.model.glossary import Concept, ConceptStatus, Term, TermKind
from transreview.terminology import concept_lint
from transreview.terminology.concept_lint import ConceptLint
from transreview.terminology.lint import lint

CSV = """id,subject,zh,ka,ka:not
lens,spectacles,镜片,ლინზა,შუშა
frame,spectacles,镜框,ჩარჩო,
glass,materials,玻璃,შუშა,
old,spectacles,旧,ძველი,
"""
GLOSSARY = parse_glossary(CSV, path="g.csv")[0]
LINT = ConceptLint(GLOSSARY, ("zh", "ka"))


def concept(id_="new", subject="spectacles", *, zh="新", ka="ახალი", wrong=""):
    terms = [Term(zh, "zh"), Term(ka, "ka")]
    terms += [Term(wrong, "ka", kind=TermKind.FORBIDDEN)] if wrong else []
    return Concept(id_, subject=subject, terms=tuple(terms))


def rules(made, **more):
    return {issue.rule: issue for issue in LINT.issues(made, **more)}


def test_the_same_source_with_another_target_is_an_error_within_a_subject_and_a_remark_across():
    assert rules(concept(zh="镜片", ka="მინა"))["different-targets"].severity is Severity.ERROR
    found = rules(concept(zh="镜片", ka="მინა", subject="optics"))
    assert "different-targets" not in found
    assert found["shared-source"].message == "“镜片” is “ლინზა” in “lens”"


def test_a_forbidden_term_that_another_prefers_and_a_preferred_one_that_another_forbids():
    assert rules(concept(wrong="ჩარჩო"))["forbidden-preferred"].others == ("frame",)
    assert rules(concept(ka="შუშა"))["forbidden-preferred"].concept_id == "lens"


def test_a_circle_of_replacements_is_found_over_several_concepts():
    assert "cycle" in rules(concept(zh="杯", ka="შუშა", wrong="ლინზა"))


def test_a_concept_does_not_contradict_what_it_takes_the_place_of():
    lens = GLOSSARY.by_id["lens"]
    changed = replace(lens, terms=(Term("镜片", "zh"), Term("მინა", "ka")))
    assert "different-targets" not in rules(changed)
    renamed = replace(changed, id="eyeglass-lens")
    assert "different-targets" in rules(renamed)
    assert "different-targets" not in rules(renamed, instead_of="lens")


def test_deprecated_concepts_contradict_nobody():
    glossary = replace(
        GLOSSARY,
        concepts=tuple(replace(c, status=ConceptStatus.DEPRECATED) for c in GLOSSARY.concepts),
        by_id={},
    )
    assert not ConceptLint(glossary, ("zh", "ka")).issues(concept(zh="镜片", ka="მინა"))


def test_it_finds_what_linting_the_whole_glossary_finds_of_the_concept():
    for one in GLOSSARY.concepts:
        whole = {i.rule for i in lint(GLOSSARY) if one.id in {i.concept_id, *i.others}}
        assert {i.rule for i in LINT.issues(one)} - {"shared-source"} == whole, one.id


def test_so_many_concepts_are_looked_at_together_the_nearest_first(monkeypatch):
    """Ten concepts share one source term with the new one, which counts among those looked at."""
    rows = "".join(f"c{n},s,甲,სიტყვა{n},\n" for n in range(10))
    many = ConceptLint(parse_glossary("id,subject,zh,ka,ka:not\n" + rows, path="g.csv")[0], ("zh", "ka"))
    made = concept(zh="甲", ka="ახალი", subject="other")
    assert len([one for one in many.issues(made) if one.rule == "shared-source"]) == 10
    monkeypatch.setattr(concept_lint, "MOST", 4)
    shared = [one for one in many.issues(made) if one.rule == "shared-source"]
    assert [one.others for one in shared] == [("c0",), ("c1",), ("c2",)]
