"""What the scores of some translations are, to four digits, kept whole: `python -m tests.kept scoring`.

Sentences of many languages with small faults are scored against those without, as texts of one article and of many;
their errors are rated, their effort counted, their risk estimated.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from tests.kept import printable, shown
from tests.varied import FAULTS, SENTENCES
from transreview.errors import TransreviewError
from transreview.model.finding import Side
from transreview.model.rating import Rating
from transreview.scoring.agreement import krippendorff_alpha, scores_by_rater, span_f1
from transreview.scoring.bootstrap import confidence, draws, interval, sum_by_article
from transreview.scoring.corpus_score import corpus_score
from transreview.scoring.effort import segment_effort, total_effort
from transreview.scoring.metric_settings import base_name, metric_choice
from transreview.scoring.metrics import build_metric, segment_values, statistics
from transreview.scoring.mqm import (
    Weights,
    edited_weights,
    penalty,
    segment_scores,
    system_scores,
    unknown_categories,
)
from transreview.scoring.mqm_categories import CATEGORIES, folded, is_known, known_prefix, mapped
from transreview.scoring.risk.model import Reviewed, estimate
from transreview.scoring.risk.order import curve, found_within, order, read_and_learn, reasons
from transreview.scoring.risk.signals import SIGNALS, RiskText, signals
from transreview.scoring.significance import compare, holm
from transreview.scoring.text_difference import compare as differences

GOLDEN = Path(__file__).parent / "golden"
METRICS = (
    "chrf", "chrf2", "chrf+", "chrf++", "chrf:word_order=1,lowercase=yes", "chrf:char_order=3,beta=1,whitespace=yes,eps_smoothing=yes",
    "bleu", "bleu:tokenize=intl,lowercase=yes", "bleu:smooth_method=add-k,smooth_value=1.5,max_ngram_order=2",
    "bleu:smooth_method=none,effective-order=yes", "bleu:tokenize=char", "ter", "ter:normalized=yes,no_punct=yes", "ter:case_sensitive=yes,asian_support=no",
)  # fmt: skip
WRONG = (
    "", "meteor", "bleu:tokenize=x", "bleu:lowercase=maybe", "chrf:word_order=21", "chrf:word_order=20", "chrf:word_order=-1", "chrf:beta=x",
    "ter:beta=1", "bleu:smooth_value=0.5", "bleu:smooth_method=floor,smooth_value=0", "bleu:smooth_method=floor,smooth_value=inf",
    "bleu:smooth_method=floor,smooth_value=0.1", "chrf2:beta=1", " CHRF:LOWERCASE=TRUE ", "chrf:", "chrf:,beta = 2,", "ter:no-punct=0",
)  # fmt: skip


def _close(value: object) -> str:
    """Return a value with its figures to four digits."""
    if isinstance(value, float | np.floating):
        return f"{float(value):.4f}" if not math.isnan(value) else "nan"
    if isinstance(value, np.ndarray):
        return _close(value.tolist())
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_close, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{shown(name)}: {_close(one)}" for name, one in value.items()) + "}"
    if hasattr(value, "__dataclass_fields__"):
        said = {name: getattr(value, name) for name in value.__dataclass_fields__}
        return f"({', '.join(f'{name} {_close(one)}' for name, one in said.items())})"
    return shown(value)


def _asked(call: Callable[[], object]) -> str:
    try:
        return printable(_close(call()))
    except TransreviewError as error:
        return printable(f"! {error}")


def texts(code: str, count: int = 1) -> tuple[list[str], list[str]]:
    """Return translations with faults and without, a number of times each sentence."""
    faults = list(FAULTS.values())
    right = [text for text in SENTENCES[code] for _time in range(count)]
    return [faults[(7 * at) % len(faults)](text, text) for at, text in enumerate(right)], right


def metrics() -> str:
    """Return what metrics say with each of their settings, of segments and of all."""
    lines = []
    for code in ("ka", "zh", "en", "ja", "de", "ar"):
        given, right = texts(code)
        for name in METRICS:
            metric = build_metric(name, code)
            rows = statistics(metric, given, [right])
            told = corpus_score(name, code, rows)
            lines.append(
                f"{code} {name}: {_close(told.value)} {told.name} {told.signature.rpartition('|')[0]} {told.higher_is_better} {told.metric}"
            )
            lines.append(f"    {_close(segment_values(build_metric(name, code, sentence=True), rows))}")
    given, right = texts("ka", 3)
    for name in ("chrf", "bleu", "ter"):
        two = [right, [text.replace("ა", "ე") for text in right]]
        rows = statistics(build_metric(name, "ka"), given, two)
        lines.append(
            f"two references {name}: {_close(corpus_score(name, 'ka', rows, references=2, samples=20))}"
        )
        for articles in (
            (),
            [at // 10 for at in range(30)],
            [at // 3 for at in range(30)],
            [at % 9 for at in range(30)],
        ):
            for samples in (0, 1, 2, 40):
                told = corpus_score(name, "ka", rows, articles=articles, samples=samples)
                lines.append(
                    f"{name} {len(set(articles))} articles {samples}: {_close((told.mean, told.interval))} {told.resampled} of {told.segments}"
                )
    lines += [
        f"choice {spec}: {_asked(lambda spec=spec: (base_name(spec), metric_choice(spec).settings))}"
        for spec in (*WRONG, *METRICS)
    ]
    lines.append(f"lengths: {_asked(lambda: statistics(build_metric('chrf', 'ka'), ['a'], [['a', 'b']]))}")
    done: list[int] = []
    statistics(build_metric("chrf", "ka"), given * 40, [right * 40], done.append)
    lines.append(f"progress {done[-1]}; none {_close(statistics(build_metric('ter', 'ka'), [], [[]]).shape)}")
    return "\n".join(lines) + "\n"


def tests() -> str:
    """Return intervals and what is told of one system beside another."""
    lines = []
    given, right = texts("ka", 3)
    worse = [text[: 2 * len(text) // 3] for text in right]
    same = list(given)
    for name in ("chrf", "bleu", "ter"):
        metric = build_metric(name, "ka")
        rows = {
            system: statistics(metric, said, [right])
            for system, said in {"base": given, "worse": worse, "same": same, "right": right}.items()
        }
        for articles in ((), [at // 3 for at in range(30)], [at // 4 for at in range(30)]):
            lines += [
                f"{name} {len(set(articles))} {_close(told)}"
                for told in compare(
                    {name: rows}, "ka", baseline="base", articles=articles, samples=60, trials=60
                )
            ]
            lines.append(f"{name} confidence {_close(confidence(metric, rows['base'], articles, 50))}")
        lines.append(
            f"{name} by article {_close(sum_by_article(rows['base'], [at // 12 for at in range(30)]))}"
        )
    lines += [
        f"holm {p_values}: {_close(holm(p_values))}"
        for p_values in ([0.01, 0.04, 0.03], [0.5, 0.6], [0.02], [], [0.05, 0.05, 0.9])
    ]
    lines += [
        f"interval {size}: {_close(interval(np.arange(size, dtype=float) ** 1.5))}"
        for size in (1, 39, 40, 41, 80, 200)
    ]
    lines.append(f"draws {_close([one.tolist() for one in draws(5, 4)])}")
    return "\n".join(lines) + "\n"


def _ratings() -> list[Rating]:
    severities = ["Major", "Minor", "Critical", "Neutral", "No-error"]
    categories = [
        f"{top}/{sub}" if sub else top for top, subs in CATEGORIES.items() for sub in (subs[:2] or ("",))
    ]
    return [
        Rating(
            system=["deepl", "refA", "ref.B", "google"][at % 4], document=f"d{at % 3}", segment=str(at % 7), rater=f"r{at % 3}",
            source="会议召开了", target="შეხვედრა გაიმართა", category=categories[at % len(categories)], severity=severities[at % 5],
            side=Side.SOURCE if at % 5 == 2 else Side.TARGET, start=at % 4, end=at % 4 + at % 3,
        )
        for at in range(60)
    ] + [
        Rating(system="deepl", document="d", segment="9", rater="r1", source="s", target="t", category=name, severity=severity)
        for name in ("Fluency/Punctuation", "Linguistic conventions/Punctuation", "non-translation!", "Odd", "")
        for severity in ("Minor", "Major", "Neutral")
    ]  # fmt: skip


def ratings() -> str:
    """Return what marked errors weigh, and whether those who marked them agree."""
    lines = []
    rows = _ratings()
    for given in (
        [], ["major=10"], ["Fluency/Punctuation:minor=0.5, Non-translation=50"], ["Style=2", "style/awkward:MAJOR=3"], ["minor=-1"], ["minor=x"],
        ["=1"], ["minor=inf"], ["nothing=1"], ["style:huge=1"], ["minor=0"], ["Accuracy:=1"],
    ):  # fmt: skip
        told = _asked(lambda given=given: (edited_weights(given).severities, edited_weights(given).special))
        lines.append(f"weights {given}: {told}")
        try:
            weights = edited_weights(given)
        except TransreviewError:
            continue
        lines.append(f"    {_close([weights.of(one) for one in rows])}")
        scores = segment_scores(rows, weights)
        lines.append(
            f"    {_close(system_scores(scores))} {len(scores)} {_close(sorted(scores.items())[:6])}"
        )
    for size, unit in (
        (0, "words"),
        (499, "words"),
        (500, "words"),
        (849, "characters"),
        (850, "characters"),
        (2000, "words"),
    ):
        for threshold in (None, 50.0, 200.0):
            told = _asked(
                lambda size=size, unit=unit, threshold=threshold: penalty(
                    rows, size, unit=unit, threshold=threshold, passing=95.0
                )
            )
            lines.append(f"penalty {size} {unit} {threshold}: {told if size == 500 else told[:120]}")
    total = -sum(segment_scores(rows).values())
    lines.append(
        f"at the threshold: {penalty(rows, 1000, threshold=total).passed} {penalty(rows, 1000, threshold=total - 0.001).passed}"
    )
    lines.append(f"unknown {unknown_categories(rows)}")
    lines += [
        f"category {name}: {folded(name)} {is_known(name)} {known_prefix(name)}"
        for name in (
            "Fluency/Grammar",
            "fluency",
            "FLUENCY / grammar",
            "Locale conventions/Date-format",
            "Nonsense",
            "",
            "Non-translation!",
            "flu",
            "Accuracy/x",
        )
    ]
    lines.append(f"mapped {[one.category for one in mapped(rows[-15:], {'ODD': 'Other'})]}")
    first, second = rows[:30], [replace(one, start=one.start + 1, rater="x") for one in rows[10:40]]
    for by_severity in (False, True):
        figures = [
            span_f1(first, second, by_severity=by_severity),
            span_f1(first, first, by_severity=by_severity),
            span_f1([], []),
            span_f1(first, []),
        ]
        lines.append(f"f1 {by_severity}: {_close(figures)}")
    units: list[Sequence[dict[str, float | str]]] = [
        [{"a": 1.0, "b": 2.0}, {"a": 2.0, "b": 2.0, "c": 3.0}, {"a": 5.0}, {"b": 4.0, "c": 4.0}],
        [{"a": "x", "b": "x"}, {"a": "x", "b": "y"}, {"a": "y", "b": "y"}], [{"a": 1.0}], [], [{"a": 1.0, "b": 1.0}],
        scores_by_rater((one, Weights().of(one)) for one in rows),
    ]  # fmt: skip
    lines += [
        f"alpha {_close([krippendorff_alpha(some), krippendorff_alpha(some, nominal=True)])}"
        for some in units
    ]
    return "\n".join(lines) + "\n"


def efforts() -> str:
    """Return how much was changed, in figures and word by word."""
    lines = []
    for code in ("ka", "zh", "en", "ja"):
        machine, right = texts(code, 2)
        found = segment_effort(machine, right, code)
        lines += [
            f"{code} {printable(after[:20])}: {_close(one)} {one.hter:.4f}"
            for one, after in zip(found, right, strict=True)
        ]
        lines += [
            f"{code} total: {_close(total_effort(reviewed, count))}"
            for reviewed, count in ((found, None), (found, 99), (found[:1], 3), ([], 5), ([], None))
        ]
        lines += [
            "  "
            + printable(
                " ".join(
                    f"{'=-+'['kra'.index(one.change.value[0])]}{one.text}"
                    for one in differences(before, after)
                )
            )
            for before, after in zip(machine, right, strict=True)
        ]
    lines.append(_close(segment_effort(["", "a", ""], ["a", "", ""], "en")))
    return "\n".join(lines) + "\n"


def risks() -> str:
    """Return the signals of risk, the order they make, and what is learnt while reading."""
    found = [
        RiskText(
            source=source, target=fault(source, target), article=f"a{place % 3}", place=place, engine=f"e{turn}", target_language="ka",
            findings=float((place * 7 + turn) % 6), coverage=None if place % 4 == 0 else (place % 5) / 4, confidence=1 - (place % 3) / 10,
        )
        for place, (source, target) in enumerate(zip(SENTENCES["en"] * 9, SENTENCES["ka"] * 9, strict=True))
        for turn, fault in enumerate(list(FAULTS.values())[place % 20 : place % 20 + 3])
    ]  # fmt: skip
    table = signals(found)
    lines = [
        f"{text.article} {text.place} {text.engine}: {_close(row)}"
        for text, row in list(zip(found, table, strict=True))[:60]
    ]
    reviewed = [Reviewed(at, float((at * 5) % 7), f"r{at % 4}") for at in range(230)]
    for name, known in (
        ("new", []),
        ("199", reviewed[:199]),
        ("200", reviewed[:200]),
        ("all", reviewed),
        ("right", [replace(one, penalty=0.0) for one in reviewed]),
    ):
        made = estimate(found, table, known)
        lines.append(
            f"{name}: {made.learnt} {_close(made.expected[:40])} {_close({kind: factor[:12] for kind, factor in made.factors.items()})} {_close(made.parts[:3])}"
        )
        ranked = order(found, made.expected)
        sizes, penalties = (
            [len(text.target) for text in found],
            [float((at * 5) % 7) for at in range(len(found))],
        )
        lines.append(
            f"    {ranked[:50]} {_close(curve(sizes, penalties, ranked, 8))} {_close([found_within(sizes, penalties, ranked, share) for share in (0.0, 0.001, 0.2, 1.0)])}"
        )
        for at in (0, 5, 17, 80, 200):
            said = reasons(at, made, lambda name, factor: f"{name}{'*' * factor}", SIGNALS)
            lines.append(
                f"    reasons {at}: {said} {reasons(at, made, lambda name, factor: name, SIGNALS, 1)}"
            )
    few = found[:45]
    penalties = [float((at * 5) % 7) for at in range(len(few))]
    read = read_and_learn(few, penalties, ["r"] * len(few), known=[1, 2], share=0.3)
    lines.append(
        f"read {read} {read_and_learn(few, penalties, ['r'] * len(few), share=0.0)} {found_within([1.0], [0.0], [0])}"
    )
    return "\n".join(lines) + "\n"


PARTS: dict[Path, Callable[[], str]] = {
    GOLDEN / "metrics.txt": metrics,
    GOLDEN / "tests.txt": tests,
    GOLDEN / "ratings.txt": ratings,
    GOLDEN / "efforts.txt": efforts,
    GOLDEN / "risks.txt": risks,
}
