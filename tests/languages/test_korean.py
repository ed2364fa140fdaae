"""Korean: words without what hangs on them."""

from __future__ import annotations

import pytest

from transreview.languages.stemming import stemmer


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("프로젝트를", "프로젝트"),
        ("파일은", "파일"),
        ("설정에서", "설정"),
        ("사용하려면", "사용"),
        ("실행됩니다", "실행"),
        ("사용자들이", "사용자"),
    ],
)
def test_particles_and_endings_are_no_part_of_a_stem(word: str, stem: str) -> None:
    assert stemmer("ko")(word) == stem


@pytest.mark.parametrize("word", ["파일", "회의", "한국", "우리", "언어", "GitHub", "도로", "사과"])
def test_a_short_word_that_ends_like_a_particle_is_left_whole(word: str) -> None:
    assert stemmer("ko")(word) == word
