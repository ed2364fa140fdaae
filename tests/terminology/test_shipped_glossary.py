"""The shipped glossary: in order, free of contradictions, right about the sample, found in every form."""

from __future__ import annotations

import pytest

from transreview.formats.document import Document
from transreview.formats.glossary_csv import format_glossary, read_glossary, read_glossary_with_layout
from transreview.formats.registry import read_document
from transreview.languages.georgian.declension import CASES, NUMBERS, POSTPOSITIONS, decline
from transreview.model.finding import Severity
from transreview.model.glossary import TermKind
from transreview.resources import shipped
from transreview.terminology import SegmentTerms, TermIndex
from transreview.terminology.lint import lint

PATH = shipped("glossary", "optical-industry.csv")
GLOSSARY = read_glossary(PATH)
POSTS = ("ში", "ზე", "თან", "თვის", "გან", "დან", "მდე")


def sample(name: str) -> str:
    document: Document = read_document(shipped("corpus", "mirror-industry", f"mirror-industry.{name}.txt"))
    return document.text


def test_it_has_enough_concepts_in_three_languages():
    whole = [
        c for c in GLOSSARY.concepts if all(c.of(code, TermKind.PREFERRED) for code in ("zh", "ka", "en"))
    ]
    assert len(whole) >= 250
    assert len({c.subject for c in GLOSSARY.concepts}) >= 8


def test_the_file_is_written_as_the_program_would_write_it():
    glossary, layout = read_glossary_with_layout(PATH)
    assert format_glossary(glossary, layout).encode() == PATH.read_bytes()
    assert list(layout.rows) == sorted(layout.rows)


def test_it_contradicts_itself_nowhere():
    serious = [i for i in lint(GLOSSARY) if i.severity in {Severity.ERROR, Severity.WARNING}]
    assert serious == []


def test_the_corrected_article_has_no_forbidden_term_and_lacks_few():
    uses = SegmentTerms(GLOSSARY, "zh", "ka").uses(sample("zh"), sample("ka.ref"))
    assert [w.found for use in uses for w in use.forbidden] == []
    assert len([use for use in uses if use.missing]) <= 2
    assert len(uses) > 80


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("წვეულებას", "პარტიას"),
        ("ჩინეთის ოპტიკურმა ასოციაციამ", "ჩინეთის სათვალის ასოციაციამ"),
        ("ოპტიკურ ინდუსტრიაში", "სათვალის დარგში"),
        ("პარტიულ შენობას", "პარტიულ მშენებლობას"),
        ("პარტიების მშენებლობაში", "პარტიულ მშენებლობაში"),
        ("ქიამენში", "სიამენში"),
        ("ჰუნანში", "ხუნანში"),
        ("გეჯიუში", "გეძიუში"),
        ("დუ ტონგემ", "დუ ტუნხემ"),
        ("დაი ვეიპინგი", "დაი ვეიპინი"),
        ("ჯიანგ ბო", "ძიან ბო"),
        ("ვაჭრობის პალატა", "სავაჭრო პალატა"),
        ("წევრის ყრილობიდან", "წევრთა ყრილობიდან"),
        ("საჰაერო კოსმოსურ ინდუსტრიას", "კოსმოსურ დარგს"),
        ("საქველმოქმედო აქტივობებს", "საქველმოქმედო ღონისძიებებს"),
        ("ახალი ნორმალურის", "ახალი ნორმის"),
    ],
)
def test_the_faults_of_the_machine_translation_are_mended_in_their_own_case(found, expected):
    uses = SegmentTerms(GLOSSARY, "zh", "ka").uses(sample("zh"), sample("ka.mt"))
    mended = {w.found: w.expected for use in uses for w in use.forbidden}
    assert mended[found] is not None
    assert mended[found].candidates == (expected,)


def sentences(text: str, hints: tuple[str, ...]) -> dict[str, str]:
    """Return each form of a term with a sentence around it; who is called stands before a comma."""
    cells = [(case, number, "") for case in CASES for number in NUMBERS]
    cells += [(POSTPOSITIONS[post], number, post) for post in POSTS for number in NUMBERS]
    found: dict[str, str] = {}
    for case, number, post in cells:
        form = decline(text, case, number, postposition=post, hints=hints)
        found.setdefault(form, f"{form}, მოგვისმინეთ!" if case == "Voc" else f"გუშინ დილით {form} განიხილეს.")
    return found


def test_every_form_of_every_georgian_term_is_found_again_in_a_sentence():
    index = TermIndex(GLOSSARY, "ka")
    lost, tried = [], 0
    for concept, term in GLOSSARY.terms("ka"):
        for form, sentence in sentences(term.text, term.grammar).items():
            tried += 1
            found = (m for m in index.find_all(sentence) if m.concept_id == concept.id and m.term == term)
            if not any(sentence[match.start : match.end] == form for match in found):
                lost.append((term.text, form))
    assert lost == []
    assert tried > 10_000
