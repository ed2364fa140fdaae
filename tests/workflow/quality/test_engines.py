"""Several engines of one source: side by side, compared, chosen from; every figure recomputed by its peer."""

from __future__ import annotations

import openpyxl
import pytest
from sacrebleu.metrics import BLEU, CHRF, TER

from tests.cli.running import run
from tests.workflow.quality.three_engines import (
    ARTICLES,
    ENGINES,
    LINES,
    build,
    flat,
    make_texts,
    ratings_file,
)
from transreview.errors import UsageError
from transreview.formats.mqm_tsv import read_ratings, write_ratings
from transreview.model.finding import Side
from transreview.model.journal import Action
from transreview.model.segment import Status
from transreview.project import Project
from transreview.scoring.significance import holm
from transreview.workflow.journal_sentences import sentence
from transreview.workflow.quality.engines import choices, choose, segment_translations
from transreview.workflow.quality.mqm_exchange import take_ratings
from transreview.workflow.quality.mqm_figures import project_ratings
from transreview.workflow.quality.report_input import gather
from transreview.workflow.quality.reporting import build_report


@pytest.fixture(scope="module")
def texts():
    return make_texts()


@pytest.fixture(scope="module")
def built(texts, tmp_path_factory):
    return build(texts, tmp_path_factory.mktemp("engines"))


@pytest.fixture(scope="module")
def report(built):
    with Project.open(built, user="ნინო") as project:
        return build_report(project, built, gather(project, metrics=("chrf", "bleu", "ter"), samples=200))


METRICS = {
    "chrf": lambda: CHRF(word_order=2),
    "bleu": lambda: BLEU(tokenize="13a"),
    "ter": TER,
}


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_s_score_is_sacrebleu_s(texts, report, engine, metric):
    own = METRICS[metric]()
    expected = own.corpus_score(flat(texts, engine), [flat(texts, "reference")]).score
    (row,) = [e for e in report["engines"]["rows"] if e["engine"] == engine]
    (found,) = [s for s in row["scores"] if s["metric"] == metric]
    assert found["value"] == pytest.approx(expected, abs=1e-9)
    assert found["signature"] == str(own.get_signature())
    (total,) = [
        s
        for s in report["scores"]
        if s["article"] is None and s["metric"] == metric and s["engine"] == engine
    ]
    assert total["value"] == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("engine", ENGINES)
def test_every_article_s_score_is_sacrebleu_s(texts, report, engine):
    found = {
        s["article"]: s["value"] for s in report["scores"] if s["engine"] == engine and s["metric"] == "chrf"
    }
    expected = [
        CHRF(word_order=2).corpus_score(article[engine], [article["reference"]]).score for article in texts
    ]
    assert [found[a["slug"]] for a in report["articles"]] == pytest.approx(expected, abs=1e-9)


def test_engines_are_compared_on_the_same_articles_and_corrected_after_holm(report):
    engines = report["engines"]
    assert (engines["articles"], engines["segments"], engines["left_out"]) == (12, 72, 0)
    assert {c["resampled"] for c in engines["comparisons"]} == {"articles"}
    assert {(c["engine"], c["baseline"]) for c in engines["comparisons"]} == {
        ("Fair", "Good"),
        ("Poor", "Good"),
    }
    assert {c["verdict"] for c in engines["comparisons"]} == {"worse"}
    # No corrected p is below what the smallest of six would be corrected to.
    smallest = 1 / 201
    assert min(c["p"] for c in engines["comparisons"]) >= min(holm([smallest] * 6)) - 1e-9


def test_the_project_says_that_it_scores_lines_as_they_were_given(report):
    assert report["reference"]["by_line"] == ARTICLES
    assert "12 articles are scored line by line" in report["reference"]["note"]


def test_an_engine_s_name_stands_once_for_an_article(built, texts, capsys):
    folder = built.parent
    done = run(capsys, "add", built, folder / "a0.source.txt", folder / "a0.Poor.txt", "--engine", "Poor")
    assert (done.code, "has a translation by Poor" in done.err) == (2, True)


def write_table(path, rows: list[list[str]]) -> None:
    if path.suffix == ".xlsx":
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        book.save(path)
    else:
        comma = {".csv": ",", ".tsv": "\t"}[path.suffix]
        path.write_text("\n".join(map(comma.join, rows)) + "\n", encoding="utf-8")


@pytest.mark.parametrize("ending", ["csv", "tsv", "xlsx"])
def test_a_table_with_a_column_for_each_engine_is_one_article_with_all_of_them(tmp_path, capsys, ending):
    rows = [
        ["id", "source", "Good", "Other one"],
        ["1", "你好", "გამარჯობა", "სალამი"],
        ["2", "再见", "ნახვამდის", ""],
    ]
    table = tmp_path / f"engines.{ending}"
    write_table(table, rows)
    project = tmp_path / "t.transreview"
    options = ["--source-lang", "zh", "--target-lang", "ka"]
    done = run(capsys, "new", project, table, "--engine", "Good", "--engine", "Other one", *options)
    assert (done.code, "Other one has no translation of 1 of them" in done.out) == (0, True)
    with Project.open(project) as opened:
        (article,) = opened.articles.all()
        assert article.engine == "Good"
        first, second = opened.segments.all()
        assert (first.machine, second.machine) == ("გამარჯობა", "ნახვამდის")
        assert choose(opened, first.id, "Other one", revision=first.revision).target == "სალამი"
        with pytest.raises(UsageError, match="has no translation of"):
            choose(opened, second.id, "Other one", revision=second.revision)
    wrong = run(
        capsys, "new", tmp_path / "u.transreview", table, "--engine", "Good", "--engine", "None", *options
    )
    assert (wrong.code, "no column “None”" in wrong.err) == (3, True)
    assert not (tmp_path / "u.transreview").exists()


ROWS = [
    ["id", "source", "Good", "Other one"],
    ["a-1", "你好", "გამარჯობა", "სალამი"],
    ["a-2", "再见", "ნახვამდის", "კარგად"],
]
CHINESE_GEORGIAN = ("--source-lang", "zh", "--target-lang", "ka")


@pytest.mark.parametrize("ending", ["csv", "tsv", "xlsx"])
def test_one_engine_of_a_table_is_its_own_column_and_rows_keep_their_ids(tmp_path, capsys, ending):
    table, project = tmp_path / f"engines.{ending}", tmp_path / "t.transreview"
    write_table(table, ROWS)
    assert run(capsys, "new", project, table, "--engine", "Other one", *CHINESE_GEORGIAN).code == 0
    with Project.open(project) as opened:
        assert [(s.source, s.machine) for s in opened.segments.all()] == [
            ("你好", "სალამი"),
            ("再见", "კარგად"),
        ]
        assert opened.articles.all()[0].engine == "Other one"


def test_a_table_whose_translation_may_be_any_column_is_asked_about(tmp_path, capsys):
    table = tmp_path / "engines.csv"
    write_table(table, ROWS)
    done = run(capsys, "new", tmp_path / "t.transreview", table, *CHINESE_GEORGIAN)
    assert (done.code, "--engine which to take: Good, Other one" in done.err) == (3, True)
    # With one such column there is nothing to ask, and the header is no text.
    write_table(table, [row[:3] for row in ROWS])
    assert run(capsys, "new", tmp_path / "t.transreview", table, *CHINESE_GEORGIAN).code == 0
    with Project.open(tmp_path / "t.transreview") as opened:
        assert [s.machine for s in opened.segments.all()] == ["გამარჯობა", "ნახვამდის"]


def test_an_added_table_brings_every_engine_it_is_asked_for(tmp_path, capsys):
    first, second, project = tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "t.transreview"
    write_table(first, [row[:3] for row in ROWS])
    write_table(second, [ROWS[0], ["1", "早安", "დილა მშვიდობისა", "დილა"]])
    engines = ("--engine", "Good", "--engine", "Other one")
    assert run(capsys, "new", project, first, "--engine", "Good", *CHINESE_GEORGIAN).code == 0
    done = run(capsys, "add", project, second, *engines, *CHINESE_GEORGIAN)
    assert (done.code, "1 segment with translations by Good, Other one" in done.out) == (0, True)
    # The same sources again: the engine that is new becomes a further translation of the first article.
    write_table(first, ROWS)
    assert run(capsys, "add", project, first, "--engine", "Other one", *CHINESE_GEORGIAN).code == 0
    again = run(capsys, "add", project, first, *engines, *CHINESE_GEORGIAN)
    assert (again.code, "has a translation by Good" in again.err) == (2, True)
    with Project.open(project) as opened:
        assert [a.engine for a in opened.articles.all()] == ["Good", "Good"]
        texts = [segment_translations(opened, segment) for segment in opened.segments.all()]
    assert texts == [
        {"Good": "გამარჯობა", "Other one": "სალამი"},
        {"Good": "ნახვამდის", "Other one": "კარგად"},
        {"Good": "დილა მშვიდობისა", "Other one": "დილა"},
    ]


def test_an_empty_workbook_is_named_and_makes_no_project(tmp_path, capsys):
    table, project = tmp_path / "empty.xlsx", tmp_path / "e.transreview"
    write_table(table, [])
    done = run(capsys, "new", project, table, "--engine", "Good", "--engine", "Other")
    assert (done.code, "there is no text in this file" in done.err) == (3, True)
    assert not project.exists()


MEMORY = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="desk" creationtoolversion="1" segtype="sentence" o-tmf="desk"
 adminlang="en" srclang="zh" datatype="plaintext"/><body>
<tu tuid="a"><tuv xml:lang="zh"><seg>你好</seg></tuv>
<tuv xml:lang="ka" creationid="Good"><seg>გამარჯობა</seg></tuv>
<tuv xml:lang="ka"><prop type="engine">Other one</prop><seg>სალამი</seg></tuv></tu>
<tu tuid="b"><tuv xml:lang="zh" creationid="Good"><seg>再见</seg></tuv>
<tuv xml:lang="ka" creationid="Good"><seg>ნახვამდის</seg></tuv>
<tuv xml:lang="fr" creationid="Other one"><seg>Au revoir</seg></tuv></tu>
<tu tuid="c"><tuv xml:lang="zh"><seg>谢谢</seg></tuv>
<tuv xml:lang="fr" creationid="Good"><seg>Merci</seg></tuv></tu>
</body></tmx>
"""


def test_a_memory_with_variants_of_several_engines_is_one_article_with_all_of_them(tmp_path, capsys):
    memory, project = tmp_path / "engines.tmx", tmp_path / "m.transreview"
    memory.write_text(MEMORY, encoding="utf-8")
    done = run(capsys, "new", project, memory, "--engine", "Good", "--engine", "Other one")
    assert (done.code, "Other one has no translation of 1 of them" in done.out) == (0, True)
    assert "1 entry has no translation into ka" in done.err
    with Project.open(project) as opened:
        (article,) = opened.articles.all()
        assert (article.engine, article.source_language, article.target_language) == ("Good", "zh", "ka")
        first, second = opened.segments.all()
        assert (first.machine, second.machine) == ("გამარჯობა", "ნახვამდის")
        assert choose(opened, first.id, "Other one", revision=first.revision).target == "სალამი"
        with pytest.raises(UsageError, match="has no translation of"):
            choose(opened, second.id, "Other one", revision=second.revision)
    other = tmp_path / "n.transreview"
    wrong = run(capsys, "new", other, memory, "--engine", "Good", "--engine", "Best")
    assert (wrong.code, "by “Best”" in wrong.err, "Good, Other one" in wrong.err) == (3, True, True)
    assert not other.exists()


def test_a_catalog_of_the_same_sources_is_another_engine_s_translation(tmp_path, capsys):
    def catalog(name: str, texts: list[str]):
        path = tmp_path / name
        units = "".join(
            f'\nmsgid "{source}"\nmsgstr "{text}"\n'
            for source, text in zip(("你好", "再见"), texts, strict=True)
        )
        head = 'msgid ""\nmsgstr "Language: ka\\nContent-Type: text/plain; charset=UTF-8\\n"\n'
        path.write_text(head + units, encoding="utf-8")
        return path

    project = tmp_path / "c.transreview"
    first, second = catalog("a.po", ["გამარჯობა", "ნახვამდის"]), catalog("b.po", ["სალამი", ""])
    languages = ["--source-lang", "zh", "--target-lang", "ka"]
    assert run(capsys, "new", project, first, "--engine", "One", *languages).code == 0
    done = run(capsys, "add", project, second, "--engine", "Two", *languages)
    assert (done.code, "1 of 2 segments have no translation" in done.out) == (0, True)
    with Project.open(project) as opened:
        assert len(opened.articles.all()) == 1
        first_segment = opened.segments.all()[0]
        changed = choose(opened, first_segment.id, "Two", revision=first_segment.revision)
        assert changed.target == "სალამი"


@pytest.fixture
def fresh(built, tmp_path):
    copy = tmp_path / "p.transreview"
    copy.write_bytes(built.read_bytes())
    with Project.open(copy, user="ნინო") as project:
        yield project


def test_a_segment_starts_from_another_engine_and_one_undo_takes_it_back(fresh, texts):
    first = fresh.segments.all()[0]
    changed = choose(fresh, first.id, "Poor", revision=first.revision)
    assert changed.target == texts[0]["Poor"][0]
    assert choices(fresh, first.article_id) == {first.key: "Poor"}
    (entry,) = fresh.journal.entries(1)
    assert entry.action is Action.CHOOSE
    assert sentence(entry) == f"{first.key} starts from Poor"
    fresh.journal.undo()
    assert fresh.segments.get(first.id).target == texts[0]["Good"][0]
    assert choices(fresh, first.article_id) == {}


def test_effort_is_measured_from_the_translation_that_was_started_from(fresh, texts):
    first, second, *_rest = fresh.segments.all()
    changed = choose(fresh, first.id, "Poor", revision=first.revision)
    fresh.segments.set_status(first.id, Status.CONFIRMED, revision=changed.revision)
    edited = texts[0]["Good"][1] + " დამატება"
    fresh.segments.edit(second.id, edited, revision=second.revision)
    report = build_report(fresh, fresh.path, gather(fresh, metrics=["chrf"], samples=0))
    rows = {row["engine"]: row for row in report["engines"]["rows"]}
    assert (rows["Poor"]["chosen"], rows["Poor"]["hter"]) == (1, 0.0)
    expected = TER().corpus_score([texts[0]["Good"][1]], [[edited]]).score / 100
    assert (rows["Good"]["chosen"], rows["Good"]["hter"]) == (1, pytest.approx(expected))
    assert rows["Fair"]["hter"] is None


def test_an_engine_that_has_not_translated_the_article_cannot_be_chosen(fresh):
    first = fresh.segments.all()[0]
    with pytest.raises(UsageError, match="no engine “Best”"):
        choose(fresh, first.id, "Best", revision=first.revision)


def test_ratings_of_all_engines_come_out_row_for_row_as_they_went_in(fresh, texts, tmp_path):
    path = ratings_file(texts, tmp_path / "ratings.tsv")
    rows = read_ratings(path)
    taken = take_ratings(fresh, rows)
    assert taken.annotations + taken.clean == len(rows)
    assert write_ratings(project_ratings(fresh)) == path.read_text(encoding="utf-8")
    assert take_ratings(fresh, rows).known == len(rows)
    assert write_ratings(project_ratings(fresh)) == path.read_text(encoding="utf-8")
    fresh.journal.undo()
    assert fresh.annotations.all() == []


def test_ratings_of_lines_come_out_as_they_went_in_though_the_alignment_joined_lines(fresh, texts, tmp_path):
    first = fresh.segments.all()[0]
    fresh.structure.merge(first.id)
    path = ratings_file(texts, tmp_path / "ratings.tsv")
    take_ratings(fresh, read_ratings(path))
    assert write_ratings(project_ratings(fresh)) == path.read_text(encoding="utf-8")


def test_mqm_by_engine_and_alpha_are_those_of_the_published_method_and_of_krippendorff(
    fresh, texts, tmp_path
):
    krippendorff = pytest.importorskip("krippendorff")
    rows = read_ratings(ratings_file(texts, tmp_path / "ratings.tsv"))
    take_ratings(fresh, rows)
    mqm = gather(fresh, metrics=["chrf"], samples=0).penalties
    weight = {"Major": 5.0, "Minor": 1.0, "No-error": 0.0}
    sums: dict[tuple[str, str], dict[str, float]] = {}
    for row in rows:
        own = sums.setdefault((row.system, row.segment), {})
        own[row.rater] = own.get(row.rater, 0.0) + weight[row.severity]
    for engine in ENGINES:
        means = [sum(v.values()) / len(v) for (system, _s), v in sums.items() if system == engine]
        (found,) = [row for row in mqm["engines"] if row["engine"] == engine]
        assert found["mean"] == pytest.approx(-sum(means) / len(means))
        words = sum(len(text.split()) for text in flat(texts, engine))
        assert found["per_thousand"] == pytest.approx(1000 * sum(means) / words)
    # The figures that stand first are those of the engine the project starts from; nothing is pooled.
    (own,) = [row for row in mqm["engines"] if row["engine"] == "Good"]
    assert (mqm["engine"], mqm["segments"], mqm["size"]) == ("Good", own["segments"], own["size"])
    assert mqm["per_thousand"] == pytest.approx(own["per_thousand"])
    raters = ["r1", "r2", "r3"]
    data = [[own.get(rater, float("nan")) for own in sums.values()] for rater in raters]
    expected = krippendorff.alpha(reliability_data=data, level_of_measurement="interval")
    assert mqm["agreement"]["alpha"] == pytest.approx(expected)
    assert mqm["agreement"]["segments"] == sum(len(own) > 1 for own in sums.values())


def test_raters_who_shared_the_work_have_not_rated_each_other_s_part(fresh, texts):
    """Half by A, half by B: no segment is rated twice, so nothing is said of their agreement."""
    segments = fresh.segments.all()[:8]
    header = "system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity"
    rows = [
        f"Good\td\t{i}\t{i}\t{'A' if i < 4 else 'B'}\t{s.source}\t{s.target}\tNo-error\tNo-error"
        for i, s in enumerate(segments)
    ]
    from transreview.formats.mqm_tsv import parse_ratings

    take_ratings(fresh, list(parse_ratings([header, *rows])))
    fresh.annotations.add(
        segments[0].id, Side.TARGET, 0, 3, type="Style/Awkward", severity="minor", annotator="A"
    )
    ratings = project_ratings(fresh)
    assert {(r.rater, r.document_segment) for r in ratings if r.rater == "B"} == {
        ("B", str(i)) for i in range(4, 8)
    }
    assert gather(fresh, metrics=["chrf"], samples=0).penalties["agreement"] is None


def test_one_rater_who_found_one_error_in_all_is_no_rater_of_one_segment(fresh):
    """The rows without an error count: one major error over all words, not over the words of its segment."""
    from transreview.formats.mqm_tsv import parse_ratings

    segments = fresh.segments.all()[:LINES]
    header = "system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity"
    rows = [
        f"Good\td\t{i}\t{i}\tA\t{s.source}\t{s.target}\t"
        + ("Accuracy/Mistranslation\tMajor" if i == 2 else "No-error\tNo-error")
        for i, s in enumerate(segments)
    ]
    take_ratings(fresh, list(parse_ratings([header, *rows])))
    mqm = gather(fresh, metrics=["chrf"], samples=0).penalties
    words = sum(len(s.target.split()) for s in segments)
    assert (mqm["segments"], mqm["size"]) == (LINES, words)
    assert mqm["per_thousand"] == pytest.approx(5000 / words)
