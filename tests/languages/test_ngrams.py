"""The table of n-grams that is made when it is asked is the one that langdetect makes at once."""

from __future__ import annotations

import pytest
from langdetect.detector_factory import DetectorFactory

from transreview.languages import ngrams


@pytest.mark.parametrize("script", ["Cyrl", "Arab", "Hani"])
def test_probabilities_are_those_of_langdetect(script: str) -> None:
    ours = ngrams._factory((script,))
    theirs = DetectorFactory()
    theirs.load_json_profile([ngrams._profile(name) for name in sorted(ngrams._BY_SCRIPT[script])])
    assert ours.langlist == theirs.langlist
    for gram, probabilities in theirs.word_lang_prob_map.items():
        assert gram in ours.word_lang_prob_map
        assert ours.word_lang_prob_map[gram] == probabilities
    assert "ქქქ" not in ours.word_lang_prob_map
