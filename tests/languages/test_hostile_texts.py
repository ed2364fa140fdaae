"""Texts that nobody writes: they end in good time and in no error."""

from __future__ import annotations

import time

import pytest

from transreview.languages import identify, language
from transreview.languages.chinese.names import find_names
from transreview.languages.pairs.equivalence import compare
from transreview.languages.stemming import stemmer

N = 15_000
TEXTS = {
    "one digit": "1" * N,
    "digits apart": "1 " * N,
    "digits and commas": "1," * N,
    "digits and stops": "1." * N,
    "slashes": "1/" * N,
    "one letter": "ა" * (60 * N),
    "numerals": "一" * N,
    "units": "千百" * N,
    "hyphens": "ორ-" * N,
    "brackets": "(" * N,
    "wide brackets": "（" * N,
    "closed brackets": "(ა.)" * N,
    "stops": "." * N,
    "quotes": '"。' * N,
    "line ends": "\n" * N,
    "surnames": "王李张" * N,
    "a long paragraph": "会议于5月26日在长沙召开，100余人参加。“好吗？”他问。26 მაისს 100-ზე მეტი კაცი. "
    * (N // 20),
}


@pytest.mark.parametrize("name", TEXTS)
def test_long_monotonous_texts_take_linear_time(name):
    text = TEXTS[name]
    start = time.process_time()
    found = []
    for code in ("zh", "ka", "en"):
        record = language(code)
        record.sentences(text)
        record.words(text)
        stemmer(code)(text)
        found.append(record.quantities(text))
    compare(found[0], found[1])
    find_names(text)
    identify(text)
    # Ten times what it needs; quadratic time would take minutes.
    assert time.process_time() - start < 8
