"""The sample article: every fault that its description lists is found, and nothing is cried that is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from transreview.model.finding import Severity
from transreview.project import Project
from transreview.workflow.intake.article_input import ArticleInput
from transreview.workflow.intake.importing import import_article
from transreview.workflow.quality.checking import check_project
from transreview.workflow.terms.glossaries import project_glossary, set_glossaries

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "corpus" / "mirror-industry"


@pytest.fixture(scope="module")
def findings(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "p.transreview"
    with Project.create(path, user="u") as project:
        import_article(
            project,
            ArticleInput(
                source=FOLDER / "mirror-industry.zh.txt", target=FOLDER / "mirror-industry.ka.mt.txt"
            ),
        )
        set_glossaries(project, [ROOT / "glossary" / "optical-industry.csv"])
        checked = list(check_project(project, glossary=project_glossary(project)))
    return [(one.segment, finding) for one in checked for finding in one.findings]


@pytest.mark.parametrize(
    ("check", "found"),
    [
        ("term.forbidden", "წვეულებას"),  # the Party as a social party
        ("term.forbidden", "პარტიული შენობის"),  # Party building as a building
        ("term.forbidden", "პარტიების მშენებლობის"),
        ("term.forbidden", "ჩინეთის ოპტიკური ასოციაციის"),  # spectacles as optical
        ("term.forbidden", "ქიამენში"),  # Xiamen
        ("term.forbidden", "დუ ტონგე"),  # Du Tonghe
        ("date.format", "სექ-10-2021"),
        ("punct.ellipsis", "…"),  # stray, after a colon
    ],
)
def test_a_listed_fault_is_found(findings, check, found) -> None:
    assert found in {finding.found for _segment, finding in findings if finding.check == check}


def test_mixed_quotation_marks_are_found(findings) -> None:
    """One finding a mark, though two checks would tell it."""
    told = [
        (id(segment), finding.start, finding.found)
        for segment, finding in findings
        if finding.check in {"punct.quote_mix", "punct.quote_norm"}
    ]
    assert any(found.startswith('"') for _segment, _start, found in told)
    assert len(set(told)) == len(told)


def test_mixed_moods_of_the_list_are_found(findings) -> None:
    found = {finding.found for _segment, finding in findings if finding.check == "awk.list_mood"}
    assert {"უხელმძღვანელოს", "გააგრძელოს"} <= found


def test_errors_are_of_the_kinds_that_the_description_lists(findings) -> None:
    """Whatever is called an error is a rendering that the glossary forbids, or the date."""
    errors = {finding.check for _segment, finding in findings if finding.severity.rank >= 2}
    assert errors == {"term.forbidden", "date.format"}


def test_the_correction_of_a_forbidden_term_keeps_its_case(findings) -> None:
    fixes = {
        finding.found: finding.expected for _segment, finding in findings if finding.check == "term.forbidden"
    }
    assert fixes["წვეულებას"] == "პარტიას"
    assert fixes["დუ ტონგემ"] == "დუ ტუნხემ"


def test_the_reference_translation_has_no_error_and_lacks_no_term() -> None:
    from transreview.checks import CheckContext, SegmentText, check_segment
    from transreview.formats.glossary_csv import read_glossary

    context = CheckContext("zh", "ka", glossary=read_glossary(ROOT / "glossary" / "optical-industry.csv"))
    source, reference = (
        (FOLDER / f"mirror-industry.{name}.txt").read_text(encoding="utf-8").splitlines()
        for name in ("zh", "ka.ref")
    )
    found = [
        (finding.check, finding.found)
        for ours, theirs in zip(source, reference, strict=True)
        for finding in check_segment(SegmentText(ours, theirs), context)
        if finding.severity.rank >= Severity.ERROR.rank
        or (finding.severity is Severity.WARNING and finding.check != "sent.count")
    ]
    assert found == []
