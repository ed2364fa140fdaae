"""Kept statistics are the statistics, and only what changed is computed."""

from __future__ import annotations

import numpy as np
import pytest

from tests.scoring.test_metrics import GEORGIAN, corpus
from transreview.errors import UsageError
from transreview.project import Project
from transreview.scoring import kept_statistics as module
from transreview.scoring.kept_statistics import kept_statistics
from transreview.scoring.metrics import build_metric, statistics


def test_an_edited_segment_is_computed_and_no_other(tmp_path, monkeypatch):
    references, hypotheses = corpus(GEORGIAN, 20)
    metric = build_metric("chrf", "ka")
    computed: list[int] = []

    def counting(metric, hypotheses, references, progress):
        computed.append(len(hypotheses))
        return statistics(metric, hypotheses, references, progress)

    monkeypatch.setattr(module, "statistics", counting)
    with Project.create(tmp_path / "p.transreview") as project:
        first = kept_statistics(project.cache, metric, hypotheses, [references])
        edited = [*hypotheses[:3], "შესწორებული ტექსტი", *hypotheses[4:]]
        second = kept_statistics(project.cache, metric, edited, [references])
        again = kept_statistics(project.cache, metric, edited, [references])
    assert computed == [20, 1]
    assert np.array_equal(first, statistics(metric, hypotheses, [references]))
    assert np.array_equal(second, statistics(metric, edited, [references]))
    assert np.array_equal(again, second)


def test_metrics_and_settings_do_not_share_statistics(tmp_path):
    texts = ["中国眼镜协会", "第九届"]
    with Project.create(tmp_path / "p.transreview") as project:
        for language in ("zh", "ka"):
            for name in ("chrf", "bleu", "ter"):
                metric = build_metric(name, language)
                kept = kept_statistics(project.cache, metric, texts, [texts])
                assert np.array_equal(kept, statistics(metric, texts, [texts]))


def test_equal_segments_are_looked_up_once_and_lists_of_other_length_are_refused(tmp_path):
    texts = ["中国眼镜协会", "第九届", "中国眼镜协会"]
    metric = build_metric("chrf", "zh")
    with Project.create(tmp_path / "p.transreview") as project:
        for _again in range(2):
            kept = kept_statistics(project.cache, metric, texts, [texts])
            assert np.array_equal(kept, statistics(metric, texts, [texts]))
        with pytest.raises(UsageError):
            kept_statistics(project.cache, metric, texts, [texts[:2]])
        assert len(kept_statistics(project.cache, metric, [], [[]])) == 0
