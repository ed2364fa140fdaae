"""Our scores are sacrebleu's, to the digit."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest
from sacrebleu.metrics import BLEU, CHRF, TER

from transreview.errors import InputError, UsageError
from transreview.scoring import metrics
from transreview.scoring.corpus_score import corpus_score
from transreview.scoring.metrics import build_metric, segment_values, statistics

GEORGIAN = [
    "ჩინეთის სათვალის ასოციაციის მე-9 მოწვევის მუდმივმოქმედი საბჭოს სხდომა გაიმართა.",
    "შეხვედრაში 100-ზე მეტი ადამიანი მონაწილეობდა.",
    "მან ხაზი გაუსვა, რომ ეს წელი „მე-14 ხუთწლიანი გეგმის“ პირველი წელია.",
    "სტანდარტიზაციის რეფორმის გაღრმავება და კომიტეტის ჩამოყალიბების დასრულება;",
    "ვენჯოუსა და სიამენის ორი სამრეწველო კლასტერის ხელახალი შეფასების დასრულება;",
]
CHINESE = ["中国眼镜协会第九届常务理事会召开。", "共100余人参加了会议。", "今年是“十四五”规划的开局之年。"]


def corpus(texts: list[str], size: int = 60) -> tuple[list[str], list[str]]:
    """Return references and noisy hypotheses of them."""
    rng = random.Random(7)
    references = [" ".join(rng.sample(texts, 2)) for _ in range(size)]
    hypotheses = [
        "".join(c for c in text if rng.random() > 0.03)
        if " " not in text
        else " ".join(w for w in text.split() if rng.random() > 0.15)
        for text in references
    ]
    return references, hypotheses


PUBLIC = {
    ("chrf", "ka"): lambda: CHRF(word_order=2),
    ("bleu", "ka"): BLEU,
    ("ter", "ka"): TER,
    ("chrf", "zh"): CHRF,
    ("bleu", "zh"): lambda: BLEU(tokenize="zh"),
    ("ter", "zh"): lambda: TER(normalized=True, asian_support=True),
}


@pytest.mark.parametrize(("name", "language"), PUBLIC)
def test_chunked_score_signature_and_interval_equal_the_public_function(name, language, monkeypatch):
    monkeypatch.setattr(metrics, "CHUNK", 7)
    references, hypotheses = corpus(GEORGIAN if language == "ka" else CHINESE)
    public = PUBLIC[name, language]()
    expected = public.corpus_score(hypotheses, [references], n_bootstrap=200)
    rows = statistics(build_metric(name, language), hypotheses, [references])
    score = corpus_score(name, language, rows, samples=200)
    assert score.value == pytest.approx(expected.score, abs=1e-9)
    assert score.mean == pytest.approx(expected._mean, abs=1e-9)
    assert score.interval == pytest.approx(expected._ci, abs=1e-9)
    assert score.signature == str(public.get_signature())
    assert score.name == expected.name


def test_progress_is_told_after_each_batch_and_ends_with_all(monkeypatch):
    monkeypatch.setattr(metrics, "CHUNK", 4)
    told = []
    statistics(build_metric("chrf", "ka"), ["ა"] * 10, [["ა"] * 10], progress=told.append)
    assert told == [4, 8, 10]


def test_several_references_are_counted_in_the_signature():
    references, hypotheses = corpus(GEORGIAN)
    other = [text.replace("და", "აგრეთვე") for text in references]
    public = CHRF(word_order=2)
    expected = public.corpus_score(hypotheses, [references, other])
    rows = statistics(build_metric("chrf", "ka"), hypotheses, [references, other])
    score = corpus_score("chrf", "ka", rows, references=2)
    assert (score.value, score.signature) == (expected.score, str(public.get_signature()))


@pytest.mark.parametrize(
    ("name", "options"), [("chrf", ["--chrf-word-order", "2"]), ("bleu", []), ("ter", [])]
)
def test_score_equals_what_the_sacrebleu_command_prints(name, options, tmp_path: Path):
    references, hypotheses = corpus(GEORGIAN)
    (tmp_path / "ref").write_text("\n".join(references) + "\n", encoding="utf-8")
    (tmp_path / "hyp").write_text("\n".join(hypotheses) + "\n", encoding="utf-8")
    command = [sys.executable, "-m", "sacrebleu", str(tmp_path / "ref"), "-i", str(tmp_path / "hyp")]
    command += ["-m", name, "-b", "-w", "6", *options]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    rows = statistics(build_metric(name, "ka"), hypotheses, [references])
    assert f"{corpus_score(name, 'ka', rows).value:.6f}" == printed


def test_segment_scores_equal_sacrebleus_sentence_scores():
    references, hypotheses = corpus(GEORGIAN, 10)
    for name, public in (("chrf", CHRF(word_order=2)), ("bleu", BLEU(effective_order=True)), ("ter", TER())):
        metric = build_metric(name, "ka", sentence=True)
        values = segment_values(metric, statistics(metric, hypotheses, [references]))
        assert values == [
            public.sentence_score(h, [r]).score for h, r in zip(hypotheses, references, strict=True)
        ]


def test_a_paragraph_break_inside_a_segment_counts_as_a_space():
    rows = statistics(build_metric("bleu", "ka"), ["ერთი\n\nორი სამი ოთხი"], [["ერთი ორი სამი ოთხი"]])
    assert corpus_score("bleu", "ka", rows).value == pytest.approx(100)


def test_lists_of_different_length_are_refused_not_cut():
    with pytest.raises(UsageError, match="hypotheses: 2, but references: 1"):
        statistics(build_metric("chrf", "ka"), ["ა", "ბ"], [["ა"]])


def test_an_unknown_metric_is_named_with_the_known_ones():
    with pytest.raises(UsageError, match=r"there is no metric “meteor”.*chrf, bleu, ter"):
        build_metric("meteor", "ka")


def test_a_text_that_ter_has_no_room_for_is_told_before_it_is_tried():
    long = "слово " * 6_000
    with pytest.raises(InputError, match=r"too long for TER.*слово"):
        statistics(build_metric("ter", "ru"), ["да", long], [["да", long]])
    # Many letters in few words are no many words.
    assert statistics(build_metric("ter", "ru"), ["б" * 9_000], [["б" * 9_000]])[0][0] == 0
