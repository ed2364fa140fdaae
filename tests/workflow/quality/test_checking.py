"""Checking projects and files: caching, dismissals, fixing with one undo, documents, processes."""

from __future__ import annotations

import json

import pytest

from tests.small_project import small_project
from transreview.checks.document import DocumentChecks
from transreview.checks.settings import CheckSettings
from transreview.errors import ConflictError, InputError
from transreview.model.article import Article
from transreview.model.bead import Bead
from transreview.model.pair import Pair
from transreview.model.segment import Status
from transreview.model.unit import Unit
from transreview.project import Project
from transreview.workflow.intake.text_pairs import TextPair
from transreview.workflow.quality.article_checks import ArticleChecks
from transreview.workflow.quality.checking import check_project, located
from transreview.workflow.quality.checking_files import Recipe, batches, check_batches, check_file
from transreview.workflow.quality.fixing import apply_fixes, fix_one, plan_fixes

PAIRS = [
    ("会议在长沙召开。", "შეხვედრა ჩანშაში გაიმართა。"),
    ("共有26家企业。", "სულ  28 საწარმოა."),
    ("会议结束。", "შეხვედრა დასრულდა."),
    ("他说：“好。”", "მან თქვა: „კარგი."),
]


@pytest.fixture
def project(tmp_path):
    path = tmp_path / "p.transreview"
    with Project.create(path, user="ნინო") as made:
        made.articles.add(
            Article(
                id=0,
                slug="a",
                title="文章",
                source_language="zh",
                target_language="ka",
                source_path="a.zh.txt",
                target_path="a.ka.txt",
            ),
            [Unit(s, paragraph=n, line=n + 1) for n, (s, _t) in enumerate(PAIRS)],
            [Unit(t, paragraph=n, line=n + 1) for n, (_s, t) in enumerate(PAIRS)],
            [Bead((n,), (n,)) for n in range(len(PAIRS))],
        )
        yield made


def found(project, **choices):
    return {
        (checked.segment.key, finding.check)
        for checked in check_project(project, **choices)
        for finding in checked.findings
    }


def test_findings_name_their_segments_with_spans_and_places(project) -> None:
    by_key = {checked.segment.key: checked for checked in check_project(project)}
    assert len(by_key) == len(PAIRS)
    number = next(f for f in by_key["0002"].findings if f.check == "num.mismatch")
    assert (number.start, number.end, number.found, number.segment_id) == (
        5,
        7,
        "28",
        by_key["0002"].segment.id,
    )
    text = located(by_key["0002"], project.path)
    assert (text.path, text.line, text.document, text.id) == ("a.ka.txt", 2, "a", "a:0002")
    assert not by_key["0003"].findings


def test_a_checked_project_is_not_checked_again(project, monkeypatch) -> None:
    first = found(project)

    def never(*_arguments):
        pytest.fail("was checked again")

    monkeypatch.setattr(DocumentChecks, "fill", never)
    assert found(project) == first


def test_an_edit_or_another_choice_is_checked_anew(project) -> None:
    assert ("0002", "num.mismatch") in found(project)
    segment = next(s for s in project.segments.all() if s.key == "0002")
    project.segments.edit(segment.id, "სულ 26 საწარმოა.", revision=segment.revision)
    assert not {check for key, check in found(project) if key == "0002"}
    assert ("0001", "punct.fullwidth") not in found(
        project, settings=CheckSettings(ignore=frozenset({"punct"}))
    )


def test_a_damaged_cache_costs_only_time(project) -> None:
    first = found(project)
    with project.path.with_name(project.path.name + "-index").open("r+b") as stream:
        stream.write(b"garbage" * 64)
    with Project.open(project.path) as again:
        assert found(again) == first


def test_a_dismissal_holds_until_the_text_changes_and_is_listed(project) -> None:
    checked = next(c for c in check_project(project) if c.segment.key == "0002")
    finding = next(f for f in checked.findings if f.check == "num.mismatch")
    segment = checked.segment
    project.dismissals.add(
        finding.fingerprint(segment.source, segment.target), finding.check, segment.id, "ასეა წყაროში"
    )
    assert ("0002", "num.mismatch") not in found(project)
    again = next(c for c in check_project(project) if c.segment.key == "0002")
    assert [f.check for f in again.dismissed] == ["num.mismatch"]
    assert [d.reason for d in project.dismissals.all().values()] == ["ასეა წყაროში"]
    project.segments.edit(segment.id, "სულ 28 საწარმო არის.", revision=segment.revision)
    assert ("0002", "num.mismatch") in found(project)


def test_the_team_s_settings_beside_the_project_are_used(project) -> None:
    (project.path.parent / "transreview.toml").write_text("[checks]\nignore = ['num']\n", encoding="utf-8")
    assert ("0002", "num.mismatch") not in found(project)
    assert ("0001", "punct.fullwidth") in found(project)


def test_the_editor_s_text_is_checked_with_the_quotations_around(project) -> None:
    segments = project.segments.all()
    checks = ArticleChecks(project, project.articles.all()[0])
    checks.load()
    assert "num.mismatch" in {f.check for f in checks.findings(segments[1])}
    assert not checks.findings(segments[1], "სულ 26 საწარმოა.")
    quote = next(f for f in checks.findings(segments[3]) if f.check == "punct.quote")
    assert quote.severity == "error"


def test_bands_of_length_are_refitted_from_confirmed_segments(tmp_path) -> None:
    with Project.create(tmp_path / "p.transreview", user="u") as project:
        count = 210
        project.articles.add(
            Article(id=0, slug="a", title="a", source_language="zh", target_language="ka"),
            [Unit("汉" * 20, paragraph=n) for n in range(count)],
            [Unit("სიტყვა და კიდევ სიტყვა და ბოლოს ისევ სხვა. " * 4, paragraph=n) for n in range(count)],
            [Bead((n,), (n,)) for n in range(count)],
        )
        segments = project.segments.all()
        assert "len.ratio" in {check for _key, check in found(project)}
        project.segments.set_status_many([(s.id, s.revision) for s in segments], Status.CONFIRMED)
        assert "len.ratio" not in {check for _key, check in found(project)}


def test_fixes_are_shown_then_made_as_one_change_and_undone_as_one(project) -> None:
    plan = plan_fixes(check_project(project))
    assert {one.segment.key: one.after for one in plan} == {
        "0001": "შეხვედრა ჩანშაში გაიმართა.",
        "0002": "სულ 28 საწარმოა.",
    }
    before = [s.target for s in project.segments.all()]
    apply_fixes(project, plan)
    assert [s.target for s in project.segments.all()][:2] == [
        "შეხვედრა ჩანშაში გაიმართა.",
        "სულ 28 საწარმოა.",
    ]
    project.journal.undo()
    assert [s.target for s in project.segments.all()] == before
    assert apply_fixes(project, []) is None


def test_a_fix_of_a_text_that_changed_meanwhile_is_refused(project) -> None:
    plan = plan_fixes(check_project(project))
    segment = project.segments.all()[0]
    project.segments.edit(segment.id, "სხვა ტექსტი.", revision=segment.revision)
    with pytest.raises(ConflictError):
        apply_fixes(project, plan)
    assert project.segments.all()[1].target == PAIRS[1][1]


def test_one_finding_is_fixed_by_itself(project) -> None:
    checked = next(c for c in check_project(project) if c.segment.key == "0002")
    double = next(f for f in checked.findings if f.check == "space.double")
    assert fix_one(project, checked.segment, double).target == "სულ 28 საწარმოა."
    number = next(f for f in checked.findings if f.check == "num.mismatch")
    with pytest.raises(ValueError, match="no fix"):
        fix_one(project, checked.segment, number)


def test_only_the_articles_that_were_asked_for_and_progress(tmp_path) -> None:
    path = small_project(tmp_path / "p.transreview", articles=2)
    steps = []
    with Project.open(path) as project:
        checked = list(
            check_project(project, article_ids=[2], progress=lambda done, total: steps.append((done, total)))
        )
    assert {one.article.id for one in checked} == {2}
    assert steps[0] == (1, 3)
    assert steps[-1] == (3, 3)
    assert steps == sorted(steps)


def pairs_of(count: int, document: str = "") -> list[TextPair]:
    pairs = [
        Pair(id=str(n), source=source, target=target, line=n + 1)
        for n in range(count)
        for source, target in [PAIRS[n % len(PAIRS)]]
    ]
    return [
        TextPair(path="f", pair=pair, document=document, source_language="zh", target_language="ka")
        for pair in pairs
    ]


def test_several_processes_give_the_same_answer_in_the_same_order() -> None:
    recipe = Recipe(None, CheckSettings())
    parts = lambda: batches([*pairs_of(1200), *pairs_of(60, "d")])  # noqa: E731
    alone = list(check_batches(parts(), recipe, 1))
    assert list(check_batches(parts(), recipe, 2)) == alone
    assert [text.id for text in alone[:1200]] == [str(n) for n in range(1200)]


def test_batches_never_hold_more_than_they_may() -> None:
    sizes = [len(batch) for batch in batches(iter(pairs_of(1300)))]
    assert sizes == [256, 256, 256, 256, 256, 20]
    assert [len(batch) for batch in batches([*pairs_of(3, "a"), *pairs_of(2, "b")])] == [3, 2]


def test_lines_are_texts_of_their_own_unless_they_name_a_document(tmp_path) -> None:
    path = tmp_path / "pairs.jsonl"
    records = [
        {"id": n, "source": "会议在长沙召开了。", "target": text}
        for n, text in enumerate(["შეხვედრა ჩანშაში გაიმართა.", "სხდომა იქ მოეწყო გუშინ."])
    ]
    path.write_text("\n".join(json.dumps(r) for r in records), encoding="utf-8")
    assert "cons.source" not in {f.check for text in check_file(path) for f in text.findings}
    path.write_text("\n".join(json.dumps({**r, "document": "d"}) for r in records), encoding="utf-8")
    assert "cons.source" in {f.check for text in check_file(path) for f in text.findings}


def test_a_catalog_and_a_table_are_documents_with_lines(tmp_path) -> None:
    catalog = tmp_path / "a.po"
    catalog.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: ka\\n"\n\n'
        'msgid "共有26家企业。"\nmsgstr "სულ 28 საწარმოა."\n',
        encoding="utf-8",
    )
    [text] = [text for text in check_file(catalog) if text.findings and text.counted]
    assert (text.line, text.findings[0].check) == (5, "num.mismatch")
    table = tmp_path / "a.tsv"
    table.write_text("source\ttarget\n共有26家企业。\tსულ 28 საწარმოა.\n", encoding="utf-8")
    [text] = list(check_file(table, source_language="zh", target_language="ka"))
    assert text.findings[0].check == "num.mismatch"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "not JSON"),
        ("3", "not a JSON object"),
        ('{"target": "a"}', "source"),
        ('{"source": "a", "target": 3}', "target"),
        ('{"source": 3, "target": "b"}', "source"),
    ],
)
def test_a_bad_line_is_named(tmp_path, line, words) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text('{"source": "会议", "target": "შეხვედრა"}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=words) as error:
        list(check_file(path, source_language="zh", target_language="ka"))
    assert error.value.line == 2


def test_a_line_of_a_file_that_names_no_translation_waits_for_one(tmp_path) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text('{"source": "会议"}\n{"source": "会议", "target": null}\n', encoding="utf-8")
    found = list(check_file(path, source_language="zh", target_language="ka"))
    assert [text.left_out for text in found] == ["untranslated", "untranslated"]


def test_languages_are_guessed_or_asked_for(tmp_path) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text(
        '{"source": "会议在长沙召开。", "target": "შეხვედრა ჩანშაში გაიმართა。"}\n', encoding="utf-8"
    )
    assert [f.check for text in check_file(path) for f in text.findings] == ["punct.fullwidth"]
    path.write_text('{"source": "12", "target": "13"}\n', encoding="utf-8")
    with pytest.raises(InputError, match="languages cannot be told"):
        list(check_file(path))
