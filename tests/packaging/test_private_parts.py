"""The private parts of other packages that we touch: a version that changes them is told here by name."""

import inspect

import polib
import pytest
from langdetect import detector_factory
from sacrebleu.metrics import BLEU, CHRF, TER
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.app import App
from textual.document._document import Location
from textual.widget import Widget


@pytest.mark.parametrize("metric", [BLEU, CHRF, TER])
def test_sacrebleu_takes_statistics_apart_and_together(metric):
    parts = inspect.signature(metric._extract_corpus_statistics).parameters
    assert list(parts) == ["self", "hypotheses", "references"] or list(parts) == ["hypotheses", "references"]
    assert callable(metric._compute_score_from_stats)


def test_polib_writes_a_field_by_one_method():
    assert list(inspect.signature(polib.POEntry._str_field).parameters) == [
        "self", "fieldname", "delflag", "plural_index", "field", "wrapwidth",
    ]  # fmt: skip


def test_langdetect_builds_detectors_from_profiles():
    factory = detector_factory.DetectorFactory()
    assert callable(factory.load_json_profile)
    assert callable(factory._create_detector)


def test_textual_hands_a_failure_to_one_method():
    assert list(inspect.signature(App._handle_exception).parameters) == ["self", "error"]


def test_textual_has_keys_as_a_widget_hears_them():
    assert inspect.iscoroutinefunction(Widget._on_key)
    assert "\x1b1" in ANSI_SEQUENCES_KEYS
    assert Location is tuple or "tuple" in str(Location).lower()
