"""COMET is optional: what is missing is said."""

from __future__ import annotations

import importlib.util

import pytest

from transreview.errors import InputError, UsageError
from transreview.scoring.comet import comet_scores


def test_a_missing_model_is_named(tmp_path):
    with pytest.raises(InputError, match="there is no such model"):
        comet_scores(tmp_path / "model.ckpt", ["a"], ["b"])


@pytest.mark.skipif(importlib.util.find_spec("comet") is not None, reason="unbabel-comet is installed")
def test_without_the_package_the_remedy_is_the_extra(tmp_path):
    (tmp_path / "model.ckpt").write_bytes(b"x")
    with pytest.raises(UsageError, match=r"pip install 'transreview\[comet\]'"):
        comet_scores(tmp_path / "model.ckpt", ["a"], ["b"])
