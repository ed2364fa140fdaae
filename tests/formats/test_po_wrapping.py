"""A text that is written into a wrapped catalog breaks where gettext's own tools break it."""

from __future__ import annotations

import random
import shutil
import subprocess

import pytest

from transreview.formats.readers import parse_bilingual, updated_bilingual
from transreview.model.pair import PairChange

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
WRAPPED = f"""{HEADER}msgid "a"
msgstr ""
"ერთი ორი სამი ოთხი ხუთი ექვსი შვიდი რვა ცხრა ათი თერთმეტი თორმეტი ცამეტი "
"თოთხმეტი თხუთმეტი"

msgid "x"
msgstr "y"
"""


def written(text: str) -> list[str]:
    """Return the lines of a translation in a catalog that is wrapped."""
    identity = next(
        pair.identity for pair in parse_bilingual(WRAPPED.encode(), "a.po").pairs if pair.source == "x"
    )
    after = updated_bilingual(WRAPPED.encode(), "a.po", {identity: PairChange(target=text)}).decode()
    return after.partition('msgid "x"\n')[2].strip().splitlines()


def words(count: int) -> str:
    """Return so many characters: words of two letters, at the end others where it must be."""
    return ("ab " * 60)[: count - 1] + "c"


@pytest.mark.parametrize(
    ("count", "lines"),
    [
        (60, [69]),
        (70, [79]),  # the line with the word msgstr has seventy-nine columns
        (71, [73]),
        (77, [79]),
        (78, [77, 5]),  # a blank at the end of a line counts
        (80, [77, 7]),
    ],
)
def test_lines_have_seventy_nine_columns_at_most_their_last_blank_included(
    count: int, lines: list[int]
) -> None:
    assert [len(line) for line in written(words(count)) if line != 'msgstr ""'] == lines


@pytest.mark.skipif(shutil.which("msgcat") is None, reason="gettext is not installed")
@pytest.mark.parametrize("letters", ["abcde", "აბგდე", "aბ"])
def test_texts_of_any_words_break_where_msgcat_breaks_them(letters: str) -> None:
    chance = random.Random(letters)
    for count in range(1, 60, 3):
        text = " ".join("".join(chance.choices(letters, k=chance.randint(1, 9))) for _word in range(count))
        catalog = f'{HEADER}msgid "x"\nmsgstr "{text}"\n'
        done = subprocess.run(["msgcat", "-"], input=catalog.encode(), capture_output=True, check=True)
        assert written(text) == done.stdout.decode().partition('msgid "x"\n')[2].strip().splitlines()


@pytest.mark.parametrize("count", [20, 200])
@pytest.mark.parametrize("source", ["k", r"say msgstr \" msgstr"])
def test_a_message_on_one_line_keeps_its_source_and_gets_all_of_a_long_text(source: str, count: int) -> None:
    catalog = f'{WRAPPED}\nmsgid "{source}" msgstr "v"\n\nmsgid "z"\nmsgstr "end"\n'
    before = parse_bilingual(catalog.encode(), "a.po").pairs
    pair = next(pair for pair in before if pair.target == "v")
    after = updated_bilingual(catalog.encode(), "a.po", {pair.identity: PairChange(target=words(count))})
    assert after.decode().startswith(f'{WRAPPED}\nmsgid "{source}" msgstr "')
    texts = {one.source: one.target for one in before} | {pair.source: words(count)}
    assert {one.source: one.target for one in parse_bilingual(after, "a.po").pairs} == texts
