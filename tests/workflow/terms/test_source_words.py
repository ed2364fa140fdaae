"""The words of a source to choose a term from, and the guess which of them is meant."""

import pytest

from transreview.model.glossary import Concept, Glossary, Term
from transreview.workflow.terms.source_words import source_words

EMPTY = Glossary((), ("zh", "ka"))


def words(text, rendered="", glossary=EMPTY, source="zh", target="ka"):
    choice = source_words(text, source, target, rendered, glossary)
    chosen = [text[a:b] for a, b in choice.words]
    return chosen, "".join(chosen[choice.first : choice.last + 1])


def test_chinese_is_cut_at_words_and_punctuation_is_none():
    chosen, _first = words("会议在湖南长沙召开，代表共100余人。")
    assert {"会议", "湖南", "长沙", "100"} <= set(chosen)
    assert "".join(chosen) == "会议在湖南长沙召开代表共100余人"


def test_terms_of_the_glossary_are_words():
    text = "验配技术"
    assert "验配技术" not in words(text)[0]
    glossary = Glossary((Concept("fitting", terms=(Term("验配技术", "zh"),)),), ("zh", "ka"))
    assert words(text, glossary=glossary)[0] == ["验配技术"]


@pytest.mark.parametrize(
    ("text", "rendered", "meant"),
    [("会议在湖南长沙召开", "შეხვედრა", "会议"), ("他买了一本书和一张纸", "წიგნის", "书")],
)
def test_the_word_that_the_lexicon_finds_in_the_translation_is_meant(text, rendered, meant):
    assert words(text, rendered)[1] == meant


def test_without_a_lexicon_or_a_hint_the_first_word_is_chosen():
    assert words("New lenses are here.", source="en", target="xx") == (
        ["New", "lenses", "are", "here"],
        "New",
    )
    assert words("会议")[1] == "会议"
    assert words("！？") == ([], "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<b>Jami</b> 是一个软件包", ["Jami", "是", "一个", "软件包"]),
        ("打开 {name} 文件", ["打开", "文件"]),
        ("<br/>", ["br"]),
    ],
)
def test_inline_marks_are_no_words(text, words):
    found = source_words(text, "zh", "ka", "", Glossary())
    assert [text[start:end] for start, end in found.words] == words
