"""COMET is optional: what is missing is said."""

from __future__ import annotations

import importlib.util
import sys

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


STAND_IN = """
from pathlib import Path
from types import SimpleNamespace

class _Model:
    def predict(self, rows, **options):
        assert options == {"batch_size": 8 if len(rows) == 1 else 3, "gpus": 0, "progress_bar": False}, options
        return SimpleNamespace(scores=[len(row["mt"]) + 10 * len(row.get("ref", "")) for row in rows])

def load_from_checkpoint(path, local_files_only):
    assert local_files_only
    if Path(path).read_text() == "torn":
        raise RuntimeError("no hparams")
    return _Model()
"""


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """A package of COMET's name that scores by length, for what our side has to hand over."""
    (tmp_path / "comet.py").write_text(STAND_IN)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "comet", raising=False)
    yield tmp_path / "model.ckpt"
    sys.modules.pop("comet", None)


def test_the_package_gets_texts_and_references_and_nothing_is_fetched(stand_in):
    stand_in.write_text("whole")
    assert comet_scores(stand_in, ["a", "b"], ["x", "yy"], batch_size=3) == [1.0, 2.0]
    assert comet_scores(stand_in, ["a", "b"], ["x", "yy"], ["r", ""], batch_size=3) == [11.0, 2.0]
    assert comet_scores(stand_in, ["a"], ["x"]) == [1.0]  # eight at once where nothing is said


def test_a_model_that_does_not_load_is_told_with_what_it_needs(stand_in):
    stand_in.write_text("torn")
    with pytest.raises(InputError, match=r"cannot be loaded: no hparams"):
        comet_scores(stand_in, ["a"], ["x"])
