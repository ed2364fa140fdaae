"""The lexicon read without numpy says what the whole one says."""

from __future__ import annotations

import subprocess
import sys

import pytest

from transreview.languages.pairs.associations import load_associations
from transreview.languages.pairs.lexicon import load_lexicon


@pytest.mark.parametrize("pair", [("zh", "ka"), ("zh", "en"), ("ru", "ka")])
def test_counterparts_are_those_of_the_lexicon(pair: tuple[str, str]) -> None:
    lexicon, associations = load_lexicon(*pair), load_associations(*pair)
    assert lexicon is not None
    assert associations is not None
    others = list(lexicon.right)
    for word, number in list(lexicon.left.items())[::97]:
        expected = {others[n] for n in lexicon.others[lexicon.starts[number] : lexicon.starts[number + 1]]}
        assert associations.counterparts(word) == expected, word


def test_words_are_found_by_their_first_two_characters() -> None:
    lexicon, associations = load_lexicon("zh", "ka"), load_associations("zh", "ka")
    assert lexicon is not None
    assert associations is not None
    expected = {word for word in lexicon.left if word.startswith("中国")}
    lengths, words = associations.beginning_with("中国")
    assert words == expected
    assert len(expected) > 3
    assert lengths == sorted({len(word) for word in expected}, reverse=True)
    assert associations.beginning_with("ქქ") == ([], frozenset())


def test_a_pair_without_a_lexicon_has_no_associations() -> None:
    assert load_associations("ka", "zh") is None


def test_a_check_of_a_left_out_clause_does_not_import_numpy() -> None:
    code = (
        "import sys; from transreview.languages.pairs.coverage import uncovered_clauses as u;"
        "u('医生说，手术很成功，病人一周后可以出院，但仍需定期复查。', 'ექიმი', 'zh', 'ka', 3.1);"
        "sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
