"""Sentences by the rules of their language."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transreview.languages import language


def cut(code: str, text: str) -> list[str]:
    return [text[start:end] for start, end in language(code).sentences(text)]


GEORGIAN = [
    "ა. შ. ბარამიძე მოვიდა.|დაჯდა.",
    "ი. ჯავახიშვილი 1876 წ. დაიბადა.|ის იყო პროფ. და აკად., ე.ი. მეცნიერი.",
    "ფასი 3.5 მლნ. ლარია.|იხ. გვ. 12.|ქ. თბილისი დედაქალაქია.",
    "ყიდიან ვაშლს, მსხალს და ა. შ.|ბაზარი ღიაა.",
    "ყიდიან ვაშლს, მსხალს და ა. შ. და სხვა ხილსაც.|ბაზარი ღიაა.",
    "ნახეს დაზგები, ლინზები და სხვ. რომლებიც გამოფენაზე იყო.|ბაზარი ღიაა.",
    "ბაზარი ღიაა.|და მაინც არავინ ყიდულობს.",
    "„სად მიდიხარ?“ იკითხა მან.|არავინ უპასუხა.",
    "„სად მიდიხარ?“ – იკითხა მან.|– შინ.",
    "ვინ მოვიდა?|რა თქვა?!|არაფერი…|კარგი.",
    "1. პირველი წინადადება.|მეორე წინადადება.",
    "ა) საბჭო შეიკრიბა.|ბ) გადაწყვიტა.",
    "ის წავიდა (გვიან იყო. ღამე.) და აღარ დაბრუნებულა.|დასასრული.",
    "სხდომა 10.09.2021 გაიმართა.|კურსი 3.14-ია.",
    "ეწვიეთ www.example.ge.|ეს ჩვენი გვერდია.",
    "მან თქვა: „წავედი.“|მერე დაბრუნდა.",
]
CHINESE = [
    "会议召开。|杜同和讲话！|谁来？|走吧；|散会。",
    "他说：“我来了。|我看见了。”|然后走了。",
    "“你好吗？”他问。|“好。”|她说完就走了。",
    "他问：“为什么？”|“不知道。”",
    "价格3.5元。|版本1.2.3发布。",
    "1. 引导行业；|2．做事；|（一）加快。",
    "《谁动了我的奶酪？》是一本书。|很好看。",
    "他（昨天来过。今天没来。）病了。|明天见。",
    "他走了……|她哭了。",
    "他说：“我……我不知道。”|沉默。",
    '他说："你好。"|"再见。"',
    "真的吗？！|是的。。。|好！！！",
    "「你來了。」|他很高興。",
    "网址是www.example.com。|请看。",
    "第一段\n还是第一段。|完。",
]
OTHERS = [
    ("en", "Dr. J. Smith went to the U.S. Senate at 5 p.m. on Jan. 3.|He asked “Why?” and left."),
    ("en", "It cost 3.5 dollars, i.e. nothing... so what.|See No. 5.|He said no.|Then he sat.|The sun rose."),
    ("en", "“It works!” she said.|“Good.”|1. The end."),
    ("ru", "Он родился в 1876 г. в Тбилиси.|См. рис. 5 и т. д. и т. п.|Сказал им.|«Где?» – спросил он."),
    (
        "de",
        "Am 3. Mai kam Dr. Müller, z. B. mit dem Zug.|Das ist so.|„Warum?“ im 19. Jahrhundert?",
    ),
    ("fr", "M. Dupont est arrivé.|Voir p. 12, c.-à-d. la fin.|« Où ? » dit-il."),
    ("es", "El Sr. García llegó.|¿Dónde está?|¡Aquí!|EE. UU. ganó."),
    ("tr", "Prof. Dr. Yılmaz 3. katta.|Bkz. s. 5.|Ne oldu?"),
    ("hy", "Ես գնացի։|Նա եկավ։"),
    ("hi", "मैं गया।|वह आया।"),
    ("ja", "行きました。|「はい。」|そうです。"),
    ("xx", "One sentence.|Another one.|三。|四"),
    ("ru", "А. С. Пушкин родился в Москве.|См. с. 5 и рис. 3.|Всё."),
    ("en", "J. K. Rowling wrote it.|It sold."),
    ("it", "Il sig. Rossi è arrivato.|Poi è andato via."),
    ("pt", "O Sr. Silva chegou.|Saiu."),
    ("nl", "Dhr. Jansen kwam.|Hij ging."),
    ("pl", "Przyszedł prof. Kowalski.|Wyszedł."),
    ("cs", "Přišel prof. Novák.|Odešel."),
    ("ja", "「はい。」と言った。|「行くの？」と彼女は聞いた。|「行く。」|とても寒い日だった。"),
]


@pytest.mark.parametrize("marked", GEORGIAN)
def test_georgian(marked):
    parts = marked.split("|")
    assert cut("ka", " ".join(parts)) == parts


@pytest.mark.parametrize("marked", CHINESE)
def test_chinese(marked):
    parts = marked.split("|")
    assert cut("zh", "".join(parts)) == parts


@pytest.mark.parametrize(("code", "marked"), OTHERS)
def test_other_languages(code, marked):
    parts = marked.split("|")
    assert cut(code, language(code).joiner.join(parts)) == parts


def test_a_blank_line_ends_a_sentence():
    assert cut("ka", "სათაური\n\nტექსტი იწყება") == ["სათაური", "ტექსტი იწყება"]
    assert cut("zh", "标题\n \n正文") == ["标题", "正文"]


TEXT = st.text(
    alphabet=st.sampled_from(list('აბგდ აბ.?!…„“”"()（）《》。！？；\n\u00a0 1２aB会议他说问，、-–:[]')),
    max_size=80,
)


@pytest.mark.parametrize("code", ["zh", "ka", "en", "de", "ru", "th"])
@given(text=TEXT)
def test_spans_cover_exactly_what_is_not_blank(code, text):
    spans = language(code).sentences(text)
    position = 0
    for start, end in spans:
        assert position <= start < end <= len(text)
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip()


@pytest.mark.parametrize("code", ["zh", "ka", "en"])
@given(text=TEXT)
def test_word_spans_are_in_order_and_hold_every_letter(code, text):
    spans = language(code).words(text)
    assert all(a < b for a, b in spans)
    assert all(b <= c for (_a, b), (c, _d) in pairwise(spans))
    inside = {i for a, b in spans for i in range(a, b)}
    assert all(i in inside for i, char in enumerate(text) if char.isalnum())


def test_words():
    def words(code: str, text: str) -> list[str]:
        return [text[a:b] for a, b in language(code).words(text)]

    assert words("ka", "ერთ-ერთი მე-9, BBC-ის 3.5%") == ["ერთ-ერთი", "მე-9", "BBC-ის", "3.5"]
    assert words("zh", "第33届BBC展会3.5万") == ["第", "33", "届", "BBC", "展", "会", "3.5", "万"]
