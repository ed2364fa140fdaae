"""Every figure of a report of twelve articles by three engines, recomputed by other means than its own.

Scores, effort and samples are computed by sacrebleu's own calls, agreement by krippendorff's, counts and
distances here in the plainest way there is.
"""

from __future__ import annotations

import statistics
from collections import Counter
from itertools import combinations, pairwise

import numpy as np
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
from transreview.workflow.quality.engines import choose
from transreview.workflow.quality.mqm_exchange import take_ratings
from transreview.workflow.quality.report_input import gather
from transreview.workflow.quality.reporting import build_report

SAMPLES = 200
METRICS = {"chrf": CHRF(word_order=2), "bleu": BLEU(tokenize="13a"), "ter": TER()}


@pytest.fixture(scope="module")
def texts():
    # Two engines of nearly the same quality: a comparison whose p is neither the smallest nor 1.
    made = make_texts({"Good": 0.3, "Fair": 0.32, "Poor": 0.37})
    made[3]["source"][2] = made[1]["source"][2]  # a repetition
    return made


@pytest.fixture(scope="module")
def reviewed(texts, tmp_path_factory):
    """The project with what three people did: edits, confirmations, approvals, choices and ratings."""
    folder = tmp_path_factory.mktemp("figures")
    path = build(texts, folder)
    for user, start in (("ნინო", 0), ("დათო", 1), ("ლი", 2)):
        with Project.open(path, user=user) as project:
            for number, segment in enumerate(project.segments.all()):
                if number % 7 == start:
                    words = segment.target.split()
                    text = " ".join([*words[2:], *words[:2], "დამატება"])
                    project.segments.edit(segment.id, text, revision=segment.revision)
                if number % 7 == start and number % 2:
                    now = project.segments.get(segment.id)
                    status = Status.APPROVED if number % 3 == 0 else Status.CONFIRMED
                    project.segments.set_status(segment.id, status, revision=now.revision)
                if number % 24 == 10 + start:
                    now = choose(project, segment.id, "Poor", revision=segment.revision)
                    project.segments.set_status(segment.id, Status.CONFIRMED, revision=now.revision)
    with Project.open(path, user="ნინო") as project:
        take_ratings(project, read_ratings(ratings_file(texts, folder / "ratings.tsv")))
    return path


@pytest.fixture(scope="module")
def segments(reviewed):
    with Project.open(reviewed) as project:
        return project.segments.all()


@pytest.fixture(scope="module")
def report(reviewed):
    with Project.open(reviewed, user="ნინო") as project:
        return build_report(project, reviewed, gather(project, metrics=tuple(METRICS), samples=SAMPLES))


def started(texts, segments) -> list[str]:
    """What each segment's review started from, by the numbers that the fixture chose."""
    poor = flat(texts, "Poor")
    return [poor[n] if n % 24 in {10, 11, 12} else s.machine for n, s in enumerate(segments)]


def handled(segments) -> list[bool]:
    return [s.status is not Status.MACHINE or s.target != s.machine for s in segments]


def document(number: int) -> slice:
    return slice(number * LINES, (number + 1) * LINES)


# Scores: values, means and intervals


@pytest.mark.parametrize("metric", METRICS)
def test_scores_of_every_text_of_every_article_are_sacrebleu_s(texts, segments, report, metric):
    slugs = [row["slug"] for row in report["articles"]]
    rows = [s for s in report["scores"] if s["metric"] == metric]
    assert {(s["article"], s["engine"], s["text"]) for s in rows} >= {
        (slug, engine, rows[0]["text"]) for slug in [*slugs, None] for engine in ENGINES
    }
    reference, reviewed = flat(texts, "reference"), [s.target for s in segments]
    for row in rows:
        part = slice(None) if row["article"] is None else document(slugs.index(row["article"]))
        own = flat(texts, row["engine"]) if row["text"] == "machine translation" else reviewed
        expected = METRICS[metric].corpus_score(own[part], [reference[part]]).score
        assert row["value"] == pytest.approx(expected, abs=1e-9), row
        assert row["segments"] == len(own[part])


def sums(metric: str, hypotheses, references) -> np.ndarray:
    """Sufficient statistics of each article, by sacrebleu's own extraction."""
    rows = np.array(METRICS[metric]._extract_corpus_statistics(hypotheses, [references]), dtype=float)
    return np.array([rows[document(number)].sum(axis=0) for number in range(ARTICLES)])


def value(metric: str, row: np.ndarray) -> float:
    return METRICS[metric]._compute_score_from_stats(row.tolist()).score


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("engine", ENGINES)
def test_a_total_s_mean_and_interval_are_those_of_articles_drawn_with_sacrebleu_s_seed(
    texts, report, engine, metric
):
    (row,) = [
        s
        for s in report["scores"]
        if (s["article"], s["engine"], s["metric"], s["text"])
        == (None, engine, metric, "machine translation")
    ]
    assert row["resampled"] == "articles"
    own = sums(metric, flat(texts, engine), flat(texts, "reference"))
    drawn = np.random.default_rng(12345).choice(ARTICLES, size=(SAMPLES, ARTICLES), replace=True)
    values = sorted(value(metric, own[index].sum(axis=0)) for index in drawn)
    assert row["mean"] == pytest.approx(statistics.fmean(values), abs=1e-9)
    cut = SAMPLES // 40
    assert row["interval"] == pytest.approx((values[-cut - 1] - values[cut]) / 2, abs=1e-9)


# Comparisons: both tests, the larger p, corrected by hand


def test_p_of_every_comparison_is_that_of_both_tests_corrected_after_holm(texts, report):
    raw = {}
    for metric in METRICS:
        units = {e: sums(metric, flat(texts, e), flat(texts, "reference")) for e in ENGINES}
        whole = {e: value(metric, rows.sum(axis=0)) for e, rows in units.items()}
        for engine in ("Fair", "Poor"):
            gap = abs(whole["Good"] - whole[engine])
            drawn = np.random.default_rng(12345).choice(ARTICLES, size=(SAMPLES, ARTICLES), replace=True)
            gaps = [
                abs(value(metric, units["Good"][i].sum(axis=0)) - value(metric, units[engine][i].sum(axis=0)))
                for i in drawn
            ]
            mean = statistics.fmean(gaps)
            bootstrap = (sum(g - mean > gap for g in gaps) + 1) / (SAMPLES + 1)
            swaps = np.random.default_rng(12345).integers(2, size=(10_000, ARTICLES), dtype=bool)
            more = 0
            for swap in swaps:
                one = np.where(swap[:, None], units["Good"], units[engine]).sum(axis=0)
                other = np.where(swap[:, None], units[engine], units["Good"]).sum(axis=0)
                more += abs(value(metric, one) - value(metric, other)) > gap
            raw[metric, engine] = max(bootstrap, (more + 1) / 10_001)
    expected, highest = {}, 0.0
    for rank, name in enumerate(sorted(raw, key=raw.__getitem__)):
        highest = max(highest, min(1.0, raw[name] * (len(raw) - rank)))
        expected[name] = highest
    found = {(c["metric"], c["engine"]): c["p"] for c in report["engines"]["comparisons"]}
    assert found == pytest.approx(expected, abs=1e-3)  # sums in another order: a sample may tie
    assert len({round(p, 3) for p in raw.values()}) > 1  # the correction has something to order


# Effort


def test_effort_of_articles_and_of_all_is_ter_of_sacrebleu_and_levenshtein_by_hand(texts, segments, report):
    before, after = started(texts, segments), [s.target for s in segments]
    done = handled(segments)
    slugs = [row["slug"] for row in report["articles"]]
    assert [row["article"] for row in report["effort"]] == [*slugs, None]
    for row in report["effort"]:
        part = slice(None) if row["article"] is None else document(slugs.index(row["article"]))
        read = done[part]  # what nobody has read is in no figure
        one = [text for text, is_read in zip(before[part], read, strict=True) if is_read]
        other = [text for text, is_read in zip(after[part], read, strict=True) if is_read]
        count = len(one)
        assert count, "every article has a reviewed segment"
        ter = TER().corpus_score(one, [other])
        assert (row["edits"], row["words"]) == (ter.num_edits, ter.ref_length)
        assert (row["segments"], row["reviewed"]) == (len(read), count)
        assert row["untouched"] == len(read) - count
        assert row["unchanged"] == sum(map(str.__eq__, one, other))
        assert row["hter"] == pytest.approx(ter.score / 100)
        assert row["per_thousand_words"] == pytest.approx(10 * ter.score)
        distances = list(map(levenshtein, one, other))
        longest = sum(max(len(a), len(b)) for a, b in zip(one, other, strict=True))
        assert row["character_rate"] == pytest.approx(sum(distances) / longest)
        single = [TER().corpus_score([a], [[b]]).score / 100 for a, b in zip(one, other, strict=True)]
        assert row["deciles"] == pytest.approx(statistics.quantiles(single, n=10, method="inclusive"))
    for row in report["articles"]:
        (own,) = [e for e in report["effort"] if e["article"] == row["slug"]]
        assert row["hter"] == own["hter"]


def levenshtein(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
    return row[-1]


def test_effort_by_engine_by_person_and_in_the_histogram_is_ter_of_sacrebleu(texts, segments, report):
    before, done = started(texts, segments), handled(segments)
    poor = {n for n in range(len(segments)) if n % 24 in {10, 11, 12}}
    for row in report["engines"]["rows"]:
        own = [n for n, is_done in enumerate(done) if is_done and (n in poor) == (row["engine"] == "Poor")]
        if row["engine"] == "Fair":
            assert (row["chosen"], row["hter"]) == (0, None)
            continue
        ter = TER().corpus_score([before[n] for n in own], [[segments[n].target for n in own]])
        assert (row["chosen"], row["hter"]) == (len(own), pytest.approx(ter.score / 100))
    people = {"ნინო": 0, "დათო": 1, "ლი": 2}
    last = {n: start for start in range(3) for n in range(len(segments)) if start in (n % 7, n % 24 - 10)}
    assert [row["user"] for row in report["people"]] == sorted(people)
    for row in report["people"]:
        start = people[row["user"]]
        own = [n for n in range(len(segments)) if last.get(n) == start]
        ter = TER().corpus_score([before[n] for n in own], [[segments[n].target for n in own]])
        assert row["segments"] == len(own)
        assert row["confirmed"] == sum(segments[n].status.is_done for n in own)
        assert row["words"] == sum(len(segments[n].target.split()) for n in own)
        assert row["hter"] == pytest.approx(ter.score / 100)
    counts = [0] * 11
    for n, is_done in enumerate(done):
        if is_done:
            share = TER().corpus_score([before[n]], [[segments[n].target]]).score / 100
            counts[min(int(share * 10 + 1e-9), 10)] += 1
    assert report["effort_histogram"]["counts"] == counts


def test_the_histogram_of_scores_is_that_of_chrf_of_single_segments(texts, segments, report):
    counts = [0] * 10
    for one, reference in zip(started(texts, segments), flat(texts, "reference"), strict=True):
        counts[min(int(CHRF(word_order=2).corpus_score([one], [[reference]]).score // 10), 9)] += 1
    assert report["score_histogram"]["counts"] == counts


# Counts


def count(name: str, segments) -> dict[str, object]:
    return {
        "name": name,
        "segments": len(segments),
        "source_characters": sum(len(s.source) for s in segments),
        "target_words": sum(len(s.target.split()) for s in segments),
    }


def test_counts_of_text_by_status_and_review_are_those_of_the_segments(segments, report):
    corpus = report["corpus"]
    assert (corpus["articles"], corpus["segments"]) == (ARTICLES, ARTICLES * LINES)
    whole = count("", segments)
    assert corpus["source_characters"] == whole["source_characters"]
    assert corpus["target_words"] == whole["target_words"]
    states = Counter(s.status.value for s in segments)
    assert {name: number for name, number in corpus["status"].items() if number} == states
    assert {row["name"]: row for row in corpus["by_status"]} == {
        name: count(name, [s for s in segments if s.status.value == name]) for name in states
    }
    assert corpus["approved"] == states["approved"]
    assert corpus["reviewed"] == states["approved"] + states["confirmed"]
    assert corpus["untouched"] == len(segments) - sum(handled(segments))
    assert corpus["reviewers"] == sorted(["ნინო", "დათო", "ლი"])
    for number, row in enumerate(report["articles"]):
        own = segments[document(number)]
        assert (row["segments"], row["words"]) == (LINES, count("", own)["target_words"])
        assert row["reviewed"] == sum(s.status.value in {"approved", "confirmed"} for s in own)
        assert row["untouched"] == LINES - sum(handled(own))


def similarity(one: str, other: str) -> float:
    """Twice the longest common subsequence over both lengths, in hundredths."""
    row = [0] * (len(other) + 1)
    for a in one:
        last = 0
        for j, b in enumerate(other, 1):
            last, row[j] = row[j], last + 1 if a == b else max(row[j], row[j - 1])
    return 200 * row[-1] / (len(one) + len(other))


def test_counts_by_match_are_those_of_sources_compared_by_hand(segments, report):
    bands = [(95, "95–99 %"), (85, "85–94 %"), (75, "75–84 %"), (50, "50–74 %"), (0, "no match")]
    seen, groups = [], {}
    for segment in segments:
        if segment.source in seen:
            name = "repetition"
        else:
            best = max((similarity(segment.source, other) for other in seen), default=0)
            name = next(band for least, band in bands if best >= least)
            seen.append(segment.source)
        groups.setdefault(name, []).append(segment)
    assert len(groups["repetition"]) == 1
    found = {row["name"]: row for row in report["corpus"]["by_match"]}
    assert found == {name: count(name, own) for name, own in groups.items()}


def test_figures_of_findings_are_those_of_their_list(segments, report):
    findings, listed = report["findings"], report["findings"]["list"]
    levels = Counter(row["severity"] for row in listed)
    assert {n: c for n, c in findings["by_severity"].items() if c} == levels
    checks = Counter((row["check"], row["severity"]) for row in listed)
    assert {(r["check"], r["severity"]): r["count"] for r in findings["by_check"]} == checks
    for row in findings["by_check"]:
        assert row["per_thousand"] == pytest.approx(1000 * row["count"] / len(segments))
    for row in report["articles"]:
        own = Counter(f["severity"] for f in listed if f["article"] == row["slug"])
        assert {n: c for n, c in row["findings"].items() if c} == own
        errors = own["error"] + own["critical"]
        assert row["errors_per_thousand"] == pytest.approx(1000 * errors / row["words"])


# MQM


def test_mqm_of_every_engine_and_rater_and_alpha_are_summed_by_hand_and_krippendorff_s(
    texts, report, reviewed
):
    krippendorff = pytest.importorskip("krippendorff")
    rows = read_ratings(reviewed.parent / "ratings.tsv")
    weight = {"Major": 5.0, "Minor": 1.0, "No-error": 0.0}
    given: dict[tuple[str, str], dict[str, float]] = {}
    for row in rows:
        own = given.setdefault((row.system, row.segment), {})
        own[row.rater] = own.get(row.rater, 0.0) + weight[row.severity]
    mqm = report["mqm"]
    assert {row["engine"] for row in mqm["engines"]} == set(ENGINES)
    for row in mqm["engines"]:
        means = [statistics.fmean(v.values()) for (system, _s), v in given.items() if system == row["engine"]]
        size = sum(len(text.split()) for text in flat(texts, row["engine"]))
        assert (row["segments"], row["size"]) == (len(means), size)
        assert row["total"] == pytest.approx(sum(means))
        assert row["mean"] == pytest.approx(-statistics.fmean(means))
        assert row["per_thousand"] == pytest.approx(1000 * sum(means) / size)
        (beside,) = [e for e in report["engines"]["rows"] if e["engine"] == row["engine"]]
        assert beside["mqm"] == row["mean"]
    (own,) = [row for row in mqm["engines"] if row["engine"] == "Good"]
    shared = ("engine", "segments", "size", "total", "per_thousand")
    assert [mqm[name] for name in shared] == [own[name] for name in shared]
    assert mqm["quality"] == pytest.approx(100 * (1 - own["total"] / own["size"]))
    errors = Counter(
        (r.category, r.severity) for r in rows if r.system == "Good" and r.severity != "No-error"
    )
    assert {(e["category"], e["severity"]): e["count"] for e in mqm["errors"]} == errors
    for row in mqm["raters"]:
        by = [r for r in rows if r.rater == row["rater"]]
        assert row["segments"] == len({(r.system, r.segment) for r in by})
        assert row["errors"] == sum(r.severity != "No-error" for r in by)
        assert row["penalty"] == pytest.approx(sum(weight[r.severity] for r in by))
    raters = sorted({r.rater for r in rows})
    data = [[own.get(rater, float("nan")) for own in given.values()] for rater in raters]
    expected = krippendorff.alpha(reliability_data=data, level_of_measurement="interval")
    assert mqm["agreement"]["alpha"] == pytest.approx(expected)
    assert mqm["agreement"]["segments"] == sum(len(own) > 1 for own in given.values())


def test_span_f1_is_the_mean_over_pairs_of_raters_of_the_characters_both_marked(report, reviewed):
    rows = read_ratings(reviewed.parent / "ratings.tsv")
    rated = {r: {(x.system, x.segment) for x in rows if x.rater == r} for r in {x.rater for x in rows}}
    values = []
    for one, other in combinations(sorted(rated), 2):
        both = rated[one] & rated[other]
        assert both
        marks = [
            {
                (x.system, x.segment, x.side, place)
                for x in rows
                if x.rater == rater and (x.system, x.segment) in both
                for place in range(x.start, x.end)
            }
            for rater in (one, other)
        ]
        values.append(2 * len(marks[0] & marks[1]) / (len(marks[0]) + len(marks[1])))
    assert report["mqm"]["agreement"]["span_f1"] == pytest.approx(statistics.fmean(values))


def test_the_curve_of_risk_only_rises_and_ends_with_everything_found(report):
    points = report["risk"]["points"]
    assert (points[0]["read"], points[-1]["read"]) == (0.0, pytest.approx(1.0))
    assert points[-1]["found"] == pytest.approx(1.0)
    assert all(a["read"] <= b["read"] and a["found"] <= b["found"] + 1e-12 for a, b in pairwise(points))
