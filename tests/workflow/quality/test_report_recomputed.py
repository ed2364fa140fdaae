"""What a report says of intervals, findings, terms, time, risk, limits and its trend, recomputed plainly.

The project is that of twelve articles by three engines, with a glossary, recorded time and ratings. What
is expected comes from sacrebleu's own calls and from counting words and rows, never from our functions.
"""

from __future__ import annotations

import statistics
from collections import Counter

import pytest
from sacrebleu.metrics import BLEU, CHRF, TER

from tests.workflow.quality.three_engines import (
    ARTICLES,
    ENGINES,
    LINES,
    build,
    flat,
    make_texts,
    ratings_file,
)
from transreview.formats.mqm_tsv import read_ratings
from transreview.model.segment import Status
from transreview.project import Project
from transreview.workflow.quality.mqm_exchange import take_ratings
from transreview.workflow.quality.report_input import gather
from transreview.workflow.quality.reporting import build_report
from transreview.workflow.quality.risk import project_risk
from transreview.workflow.quality.thresholds import Limits
from transreview.workflow.terms.glossaries import set_glossaries

SAMPLES = 200
METRICS = {"chrf": CHRF(word_order=2), "bleu": BLEU(tokenize="13a"), "ter": TER()}
LIMITS = Limits(
    minima={"chrf": 50, "bleu": 99.5, "confirmed": 20, "approved": 0, "comet": 0.5},
    maxima={"ter": 30, "error": 3, "warning": 10_000},
    hter=0.9,
    npt=5,
    new=1,
)
# By concept: its Chinese term, the Georgian one in the forms that the texts use, and what it forbids.
TERMS = {
    "development": ("发展", ("განვითარება", "განვითარებას"), "სარკე"),
    "quality": ("质量", ("ხარისხი",), "ბაზარი"),
    "plan": ("计划", (), "ქალაქი"),
}
GLOSSARY = "id,zh,ka,ka:not\n" + "".join(
    f"{name},{zh},{ka[0] if ka else ''},{wrong}\n" for name, (zh, ka, wrong) in TERMS.items()
)


def words(text: str) -> list[str]:
    return [word.strip(".,") for word in text.split()]


@pytest.fixture(scope="module")
def texts():
    return make_texts({"Good": 0.3, "Fair": 0.32, "Poor": 0.37})


@pytest.fixture(scope="module")
def project_path(texts, tmp_path_factory):
    folder = tmp_path_factory.mktemp("recomputed")
    path = build(texts, folder)
    (folder / "terms.csv").write_text(GLOSSARY, encoding="utf-8")
    with Project.open(path, user="ნინო") as project:
        set_glossaries(project, [folder / "terms.csv"])
        project.settings.set("record-time", True)
    return path


def report_of(path, *, baseline=None, external=None):
    with Project.open(path, user="ნინო") as project:
        given = gather(
            project, metrics=tuple(METRICS), samples=SAMPLES, limits=LIMITS, baseline=baseline,
            external=external,
        )  # fmt: skip
        return build_report(project, path, given)


@pytest.fixture(scope="module")
def before(project_path):
    """The report on the project while nobody has touched it."""
    return report_of(project_path)


@pytest.fixture(scope="module")
def comet():
    return {f"a{number}/{line:04}": (number * 7 + line) / 100 for number in range(3) for line in range(1, 4)}


@pytest.fixture(scope="module")
def after(texts, project_path, before, comet):
    """The report once two people have worked: forbidden words mended, one brought in, some confirmed."""
    for user, turn in (("ნინო", 0), ("ლი", 1)):
        with Project.open(project_path, user=user) as project:
            for number, segment in enumerate(project.segments.all()):
                if number % 5 != turn:
                    continue
                text = segment.target.replace("სარკე", "განვითარებას")
                if number == 10:
                    text = text.replace(".", " ბაზარი.")
                project.segments.edit(segment.id, text + " დამატება", revision=segment.revision)
                project.times.record(segment.id, 30.5 + number)
                if number % 2:
                    now = project.segments.get(segment.id)
                    project.segments.set_status(
                        segment.id, Status.APPROVED if number % 3 else Status.CONFIRMED, revision=now.revision
                    )
    with Project.open(project_path, user="ნინო") as project:
        take_ratings(project, read_ratings(ratings_file(texts, project_path.parent / "ratings.tsv")))
    return report_of(project_path, baseline=before, external={"comet": comet})


@pytest.fixture(scope="module")
def segments(after, project_path):
    with Project.open(project_path) as project:
        return project.segments.all()


# Intervals of single articles


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("engine", ENGINES)
def test_an_article_s_mean_and_interval_are_those_of_sacrebleu_s_own_bootstrap(texts, before, engine, metric):
    rows = [s for s in before["scores"] if (s["metric"], s["engine"]) == (metric, engine) and s["article"]]
    assert len(rows) == ARTICLES
    for article, row in zip(texts, rows, strict=True):
        score = METRICS[metric].corpus_score(article[engine], [article["reference"]], n_bootstrap=SAMPLES)
        assert row["resampled"] == "segments"
        assert (row["mean"], row["interval"]) == pytest.approx((score._mean, score._ci), abs=1e-4)


# Findings


def forbidden(source: str, target: str) -> int:
    return sum(words(target).count(wrong) for zh, _ka, wrong in TERMS.values() if zh in source)


def errors_in(source: str, target: str) -> int:
    """What the texts have at error level: forbidden words, and two words said twice on end."""
    row, place, twice = words(target), 0, 0
    while place < len(row) - 3:
        again = row[place : place + 2] == row[place + 2 : place + 4]
        twice, place = twice + again, place + (4 if again else 1)
    return forbidden(source, target) + twice


def test_findings_of_every_engine_are_the_errors_in_its_own_text(texts, before):
    sources = flat(texts, "source")
    for row in before["engines"]["rows"]:
        own = flat(texts, row["engine"])
        expected = sum(map(errors_in, sources, own))
        assert (row["engine"], row["findings"]) == (row["engine"], expected)
        assert row["words"] == sum(len(text.split()) for text in own)
        assert row["findings_per_thousand"] == pytest.approx(1000 * expected / row["words"])
    assert len({row["findings"] for row in before["engines"]["rows"]}) > 1


def test_the_clean_share_and_errors_of_articles_and_people_are_counted_from_the_list(segments, after):
    listed = after["findings"]["list"]
    bad = {(f["article"], f["key"]) for f in listed if f["severity"] != "info"}
    assert after["findings"]["clean_share"] == pytest.approx(1 - len(bad) / len(segments))
    errors = Counter((f["article"], f["key"]) for f in listed if f["severity"] in {"error", "critical"})
    expected = {}
    for number, segment in enumerate(segments):
        count = errors_in(segment.source, segment.target)
        if count:
            expected[f"a{number // LINES}.source", segment.key] = count
    assert sum(errors.values()) == sum(expected.values())
    slugs = [row["slug"] for row in after["articles"]]
    found = Counter({(slugs.index(slug), key): count for (slug, key), count in errors.items()})
    assert found == {(number, key): count for (name, key), count in expected.items()
                     for number in [int(name[1:].split(".")[0])]}  # fmt: skip
    for turn, user in enumerate(("ნინო", "ლი")):
        (row,) = [one for one in after["people"] if one["user"] == user]
        own = [s for number, s in enumerate(segments) if number % 5 == turn]
        assert row["findings"] == sum(errors_in(s.source, s.target) for s in own)


# Terms


def test_figures_of_terms_are_counted_word_by_word(segments, after):
    required = rendered = exact = wrongs = 0
    failing: dict[str, list[int]] = {}
    used: dict[str, Counter[str]] = {name: Counter() for name in TERMS}
    for segment in segments:
        for name, (zh, forms, wrong) in TERMS.items():
            asked = segment.source.count(zh)
            if not asked:
                continue
            there = [word for word in words(segment.target) if word in forms]
            bad = words(segment.target).count(wrong)
            wrongs += bad
            missing = 0
            if forms:
                required, rendered = required + asked, rendered + len(there[:asked])
                exact += sum(word == forms[0] for word in there[:asked])
                used[name].update({forms[0]: len(there), wrong: bad})
                missing = max(0, asked - len(there[:asked]) - bad)
            if missing or bad:
                row = failing.setdefault(name, [0, 0])
                row[0], row[1] = row[0] + missing, row[1] + bad
    terms = after["terms"]
    assert (terms["required"], terms["rendered"], terms["forbidden"]) == (required, rendered, wrongs)
    assert terms["success_rate"] == pytest.approx(rendered / required)
    assert terms["exact_rate"] == pytest.approx(exact / rendered)
    assert 0 < exact < rendered < required
    uses = [counts for counts in used.values() if counts.total()]
    most = sum(max(counts.values()) for counts in uses)
    assert terms["consistency"] == pytest.approx(most / sum(counts.total() for counts in uses))
    assert {t["concept_id"]: [t["missing"], t["forbidden"]] for t in terms["failing"]} == failing


# Time, other tools' scores


def test_time_is_the_sum_of_what_was_recorded(segments, after):
    spent = {n: 30.5 + n for n in range(len(segments)) if n % 5 in {0, 1}}
    assert after["time"] == {
        "seconds": pytest.approx(sum(spent.values())),
        "segments": len(spent),
        "per_segment": pytest.approx(statistics.fmean(spent.values())),
    }
    for turn, user in enumerate(("ნინო", "ლი")):
        (row,) = [one for one in after["people"] if one["user"] == user]
        own = [n for n in spent if n % 5 == turn]
        seconds = sum(spent[n] for n in own)
        count = sum(len(segments[n].target.split()) for n in own)
        assert (row["seconds"], row["words"]) == (pytest.approx(seconds), count)
        assert row["words_per_hour"] == pytest.approx(count / (seconds / 3600))


def test_scores_of_another_tool_are_averaged(after, comet):
    assert after["external"] == [
        {"name": "comet", "mean": pytest.approx(statistics.fmean(comet.values())), "segments": len(comet)}
    ]


# Risk


def plain_curve(sizes: list[int], wrong: list[float], points: int) -> tuple[list[float], float]:
    """Share found once a text has been read to its end, at equal steps of the characters; and at a fifth."""
    steps = [point / points for point in range(points + 1)]
    found, total, everything = [], sum(sizes), sum(wrong)
    for step in [*steps, 0.2]:
        read = gained = 0.0
        for size, value in zip(sizes, wrong, strict=True):
            if read + size > step * total + 1e-6:
                break
            read, gained = read + size, gained + value
        found.append(gained / everything)
    return found[:-1], found[-1]


def shipped_order(path, after) -> list[int]:
    with Project.open(path) as project:
        given = gather(project, metrics=("chrf",), samples=0)
        expected = project_risk(project, given.findings, glossary=given.glossary).shipped
        return sorted(
            expected, key=lambda one: -expected[one] / len(project.segments.get(one).machine)
        )  # what the reviewers started from: here always the machine's text


def test_the_curve_of_risk_adds_up_what_raters_marked_in_the_order_of_reading(segments, after, project_path):
    weight = {"Major": 5.0, "Minor": 1.0, "No-error": 0.0}
    given: dict[int, dict[tuple[str, str], float]] = {}
    for row in read_ratings(project_path.parent / "ratings.tsv"):
        own = given.setdefault(int(row.segment) - 1, {})
        own[row.system, row.rater] = own.get((row.system, row.rater), 0.0) + weight[row.severity]
    penalty = {}
    for number, rows in given.items():
        engines = {system for system, _rater in rows}
        means = [statistics.fmean(v for (s, _r), v in rows.items() if s == engine) for engine in engines]
        penalty[segments[number].id] = statistics.fmean(means)
    by_id = {s.id: s for s in segments}
    ranked = shipped_order(project_path, after)
    sizes = [len(by_id[one].machine) for one in ranked]
    points = after["risk"]["points"]
    found, fifth = plain_curve(sizes, [penalty[one] for one in ranked], len(points) - 1)
    assert after["risk"]["basis"] == "annotations"
    assert [p["found"] for p in points] == pytest.approx(found)
    assert [p["read"] for p in points] == pytest.approx([n / (len(points) - 1) for n in range(len(points))])
    assert after["risk"]["at_fifth"] == pytest.approx(fifth)


def test_where_nobody_reviewed_the_curve_adds_up_the_findings_weights(before, project_path):
    weigh = {"critical": 5.0, "error": 5.0, "warning": 1.0, "info": 0.2}
    assert before["risk"]["basis"] == "findings"
    rows = [p["found"] for p in before["risk"]["points"]]
    assert rows[0] == 0.0
    assert rows[-1] == pytest.approx(1.0)
    assert rows == sorted(rows)
    assert sum(weigh[f["severity"]] for f in before["findings"]["list"]) > 0


# Limits


def test_every_limit_is_held_against_the_figure_recomputed(texts, segments, after, comet):
    reference, done = flat(texts, "reference"), [s.status for s in segments]
    good = {
        name: metric.corpus_score(flat(texts, "Good"), [reference]).score for name, metric in METRICS.items()
    }
    read = [s for s in segments if s.status is not Status.MACHINE]
    ter = TER().corpus_score([s.machine for s in read], [[s.target for s in read]])
    levels = Counter(f["severity"] for f in after["findings"]["list"])
    errors = levels["error"] + levels["critical"]
    confirmed = 100 * sum(s in {Status.CONFIRMED, Status.APPROVED} for s in done) / len(segments)
    approved = 100 * done.count(Status.APPROVED) / len(segments)
    rated = after["mqm"]
    mean = statistics.fmean(comet.values())
    expected = {
        "chrf": (good["chrf"], good["chrf"] >= 50),
        "bleu": (good["bleu"], good["bleu"] >= 99.5),
        "ter": (good["ter"], good["ter"] <= 30),
        "confirmed": (confirmed, confirmed >= 20),
        "approved": (approved, approved >= 0),
        "comet": (mean, mean >= 0.5),
        "findings: error": (errors, errors <= 3),
        "findings: warning": (errors + levels["warning"], True),
        "HTER": (ter.score / 100, ter.score / 100 <= 0.9),
        "MQM penalty": (1000 * rated["total"] / rated["size"], 1000 * rated["total"] / rated["size"] <= 5),
        "new findings": (after["trend"]["findings"]["new"], after["trend"]["findings"]["new"] <= 1),
    }
    found = {row["name"]: (row["value"], row["passed"]) for row in after["thresholds"]}
    assert found.keys() == expected.keys()
    for name, (value, passed) in expected.items():
        assert found[name] == (pytest.approx(value), passed), name
    assert {passed for _value, passed in expected.values()} == {True, False}
    assert after["verdict"]["passed"] is False
    assert not after["verdict"]["may_go"]


# Trend


def identities(report, texts_of) -> Counter[tuple]:
    """Findings by the texts they were said of and what they say: a changed text has new ones."""
    return Counter(
        (f["check"], f["expected"], f["found"], texts_of[int(f["article"][1:].split(".")[0]), f["key"]])
        for f in report["findings"]["list"]
    )


def test_the_trend_counts_what_came_what_went_and_what_stayed(texts, before, after, segments):
    slugs = [row["slug"] for row in after["articles"]]
    assert slugs == [row["slug"] for row in before["articles"]]
    places = [(number // LINES, segment.key) for number, segment in enumerate(segments)]
    was = dict(zip(places, [(s.source, s.machine) for s in segments], strict=True))
    now = dict(zip(places, [(s.source, s.target) for s in segments], strict=True))
    old, new = identities(before, was), identities(after, now)
    trend = after["trend"]
    assert trend["since"] == before["run"]["time"]
    expected = {"new": new - old, "fixed": old - new, "unchanged": new & old}
    assert trend["findings"] == {name: counts.total() for name, counts in expected.items()}
    assert all(trend["findings"].values())
    for row in trend["checks"]:
        sums = {
            name: sum(count for key, count in counts.items() if key[0] == row["check"])
            for name, counts in {"before": old, "now": new, **expected}.items()
        }
        assert row == {
            "check": row["check"],
            **{name: sums[name] for name in ("before", "now", "new", "fixed")},
        }
    for row in after["findings"]["by_check"]:
        assert row["before"] == sum(
            f["check"] == row["check"] and f["severity"] == row["severity"]
            for f in before["findings"]["list"]
        )


def test_the_trend_of_scores_is_that_of_the_two_texts(texts, after):
    reference = flat(texts, "reference")
    machine = [row for row in after["trend"]["scores"] if row["text"] == "machine translation"]
    assert len(machine) == len(METRICS) * len(ENGINES)
    names = {"chrF2++": "chrf", "BLEU": "bleu", "TER": "ter"}
    for row in machine:
        score = METRICS[names[row["name"]]].corpus_score(flat(texts, row["engine"]), [reference]).score
        assert (row["before"], row["now"]) == (pytest.approx(score), pytest.approx(score))
        assert row["same_signature"]
