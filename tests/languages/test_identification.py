"""Which language a text is taken for."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.resources import files

import pytest

from transreview.languages import identify
from transreview.languages.identification import minorities
from transreview.languages.ngrams import most_likely
from transreview.languages.prose import outer, prose

TEXTS = {
    "ka": "შეხვედრაში მონაწილეობდა ასზე მეტი ადამიანი",
    "zh": "会议在湖南长沙召开",
    "ja": "会議は長沙で開催されました",
    "ko": "회의가 창사에서 열렸다",
    "ru": "Заседание прошло в городе Чанша, объявил председатель",
    "uk": "Засідання відбулося у місті Чанша, оголосив голова її",
    "be": "Паседжанне адбылося ў горадзе Чанша",
    "bg": "Заседанието се проведе в град Чанша и беше открито от председателя",
    "kk": "Кеңес отырысы Чанша қаласында өтті",
    "hy": "Նիստը տեղի ունեցավ Չանշա քաղաքում",
    "el": "Η συνεδρίαση έγινε στην πόλη",
    "he": "הישיבה התקיימה בעיר",
    "en": "The meeting was held in the city of Changsha last week",
    "de": "Die Sitzung fand letzte Woche in der Stadt Changsha statt",
    "fr": "La réunion s'est tenue la semaine dernière dans la ville de Changsha",
    "es": "La reunión se celebró la semana pasada en la ciudad de Changsha",
    "tr": "Toplantı geçen hafta Çangşa şehrinde yapıldı",
    "et": "Koosolek toimus eelmisel nädalal Changsha linnas",
    "nb": "Møtet ble holdt forrige uke i byen Changsha, sa lederen",
    "ar": "عقد الاجتماع الأسبوع الماضي في مدينة تشانغشا",
    "fa": "این جلسه هفته گذشته در شهر چانگشا برگزار شد",
    "hi": "बैठक पिछले सप्ताह चांग्शा शहर में हुई थी",
    "th": "การประชุมจัดขึ้นในเมือง",
    "sr": "Седница је одржана прошле недеље у граду Чангша",
    "mk": "Седницата се одржа минатата недела во градот Чангша, вели овој јазик",
    "az": "İclas ötən həftə Çanşa şəhərində keçirilmişdir",
    "mn": "Хурал өнгөрсөн долоо хоногт Чанша хотод болов, үргэлжлүүлнэ",
    "ky": "Кеңешме өткөн жумада Чанша шаарында болуп өттү",
    "tt": "Җыелыш узган атнада Чанша шәһәрендә узды",
    "tg": "Ҷаласа ҳафтаи гузашта дар шаҳри Чанша баргузор шуд, ӯ гуфт",
    "uz": "Йиғилиш ўтган ҳафта Чанша шаҳрида бўлиб ўтди",
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items())
def test_languages_are_recognised(code, text):
    assert identify(text).code == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("大韓民國의 首都는 서울이다.", "ko"),
        ("他的韩文名字写作“김철수”，中文名字是金哲洙。", "zh"),
        ("The vowel ə of English is called schwa in the books about it.", "en"),
        ("Ова е македонски текст со љубов.", "mk"),
        ("Ово је српски текст који је љубазан.", "sr"),
    ],
)
def test_a_letter_or_word_of_another_language_is_weighed(text, code):
    assert identify(text).code == code


@pytest.mark.parametrize(
    "text", ["", "   ", "15 000", "2021-09-10", "https://example.com/path", "!?…", "a@b.ge", "{name}"]
)
def test_text_without_letters_is_undetermined_and_no_error(text):
    assert (identify(text).code, identify(text).confidence) == ("und", 0.0)


def test_few_latin_letters_are_undetermined():
    assert identify("BBC").code == "und"


@pytest.mark.parametrize(
    "text", ["ფოტო: AFP", "სათაური", "ა) PDF-ის სია", "კომპანია Toyota-ს ახალი მოდელი Corolla Cross"]
)
def test_short_and_mixed_georgian_is_georgian(text):
    assert identify(text).code == "ka"


def test_candidates_are_preferred_where_the_text_leaves_a_choice():
    # Two words of this sentence are Italian too.
    text = "Solo press conferences are rare."
    assert identify(text).code == "it"
    assert identify(text, candidates=("en",)).code == "en"


def test_a_candidate_does_not_hide_another_language():
    assert identify(TEXTS["fr"], candidates=("en",)).code == "fr"
    assert identify(TEXTS["ru"], candidates=("ka", "zh")).code == "ru"


def test_a_candidate_without_statistics_leaves_it_open():
    """Malay has no profile: it is not called Indonesian where it is expected."""
    text = "Mesyuarat itu diadakan pada minggu lepas di bandar Changsha, kata pengerusinya"
    assert identify(text, candidates=("ms",)).code == "und"


def test_addresses_do_not_make_a_text_english():
    text = "იხილეთ https://www.example.com/this/is/an/english/page/with/many/words"
    assert identify(text).code == "ka"


def test_the_profile_alone_knows_georgian_from_its_neighbours_on_the_list():
    """Stock langdetect calls Georgian Estonian; with the profile every prior is equal and Georgian wins."""
    scripts = dict.fromkeys(("Latn", "Cyrl", "Geor", "Hani"), 1.0)
    for text in (TEXTS["ka"], "სათვალის დარგი თავდაპირველი მიზნის ერთგული რჩება", "დღეს კარგი ამინდია"):
        assert most_likely(text, scripts)[0] == "ka"
    assert most_likely(TEXTS["et"], scripts)[0] == "et"


def test_the_profile_holds_georgian_letters_only_and_names_its_sources():
    folder = files("transreview.languages.georgian") / "data"
    profile = json.loads((folder / "langdetect-ka.json").read_text(encoding="utf-8"))
    assert profile["name"] == "ka"
    assert len(profile["freq"]) > 3000
    assert not any(letter.isascii() and letter.isalpha() for gram in profile["freq"] for letter in gram)
    assert "licence" in (folder / "langdetect-ka.md").read_text(encoding="utf-8")


def test_answers_are_the_same_every_time():
    assert len({identify(TEXTS["nb"]) for _ in range(5)}) == 1


def test_the_library_s_own_factory_is_left_alone():
    code = (
        "from transreview.languages import identify; identify('Die Sitzung fand letzte Woche statt');"
        "from langdetect import detector_factory as d; print(d._factory, d.DetectorFactory.seed)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.split() == ["None", "None"]


def test_eight_threads_may_make_the_first_call():
    """In a fresh process, so that nothing is loaded yet."""
    code = """
import sys, threading
from transreview.languages import identify
text = "The meeting was held in the city of Changsha last week"
barrier, found = threading.Barrier(8), []
def work():
    barrier.wait()
    found.append(identify(text).code)
threads = [threading.Thread(target=work) for _ in range(8)]
[t.start() for t in threads]; [t.join() for t in threads]
print(*found)
"""
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.split() == ["en"] * 8


# --- prose alone ---------------------------------------------------------------------------------

ARTICLES = [
    ("ru", "# Введение\n\n- Backend Developers: `a/b.rs` дальше\n- Documentation: `docs/x.md` хранение\n- Monitoring: Grafana, Prometheus, dashboards, alerts, metrics"),
    ("ja", "# Hyperledger Iroha（日本語ガイド）\n\n- [Sumeragi](./docs/source/sumeragi.md) コンセンサス\n- [Torii](./docs/torii.md) API サーバー"),
    ("zh", "使用 Visual Studio Code 打开 README.md 文件并运行 npm install 命令。"),
    ("zh", "OpenAI 与 Microsoft 宣布合作"),
    ("ka", "Node.js v20 install: npm install --save-dev typescript გაუშვით"),
    ("zh", '他说："The quick brown fox jumps over the lazy dog and is gone"。'),
    ("zh", "文件 编辑 View Tools Options 帮助 Help\nSave as… 另存为\nOpen recent file 打开最近的文件"),
    ("zh", "请先阅读 [the documentation of the project on the web site](https://docs.example.org/a)，然后运行 `tool serve`。"),
    ("ka", "# T\n\n[![Build Status](https://img.example.org/x.svg)](https://ci.example.org)\n\n```sh\ninstall the package and run it in the shell\n```\n\nგაუშვით."),
    ("th", "NewPipe ไม่ใช้ Google framework library หรือ YouTube API"),
    ("ja", "GitHub の Discussions を使う"),
    ("ko", "Docker Compose 로 실행하기: docker compose up"),
    ("de", "Rufen Sie `npm install the package and run it` auf und öffnen Sie die Datei README.md im Editor."),
    ("fr", "![image](a.png) Voici la capture {% asset b.jpg %} de l'écran principal de l'application"),
    ("zh", "支持[多种语言][multiple-languages]。🌐"),
    ("zh", "使用 `Symbol.asyncIterator` 取代 `Symbol.iterator`。"),
    ("en", "The capital of Georgia is Tbilisi (თბილისი), which was called ტფილისი before 1936, and it is old."),
    ("en", "Read this in other languages: 中文, 日本語, 한국어. The project is a tool for developers."),
    ("ru", "Ёлка Python list comprehension и generator expression"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text"), ARTICLES)
def test_code_addresses_and_names_do_not_outweigh_the_prose(code, text):
    assert identify(text).code == code


@pytest.mark.parametrize("text", ["ა", "API-ს", "README-ში", "Google და Microsoft"])
def test_georgian_is_georgian_from_one_letter_on(text):
    assert identify(text).code == "ka"


def test_a_russian_text_that_lists_languages_is_russian():
    text = "Беларуская мова і ўсе іншыя\nУкраїнська мова\n" + "Это приложение умеет читать статьи.\n" * 4
    assert identify(text).code == "ru"


def test_paragraphs_of_code_examples_at_the_start_do_not_decide():
    english = ["Ask the assistant how to use it, even when no request has been selected yet."] * 3
    german = ["Der Assistent untersucht eine oder mehrere ausgew&auml;hlte Anfragen mit lokaler Analyse."] * 9
    assert identify("\n".join([*english, *german])).code == "de"


def test_the_minority_of_a_mixed_text_is_named():
    georgian, english = (
        "შეხვედრა გასულ კვირას გაიმართა ქალაქ ჩანგშაში და დასრულდა.",
        "The meeting was held last week in the city of Changsha.",
    )
    found = minorities([georgian] * 6 + [english] * 4, "ka")
    assert list(found) == ["en"]
    assert 0.3 < found["en"] < 0.5
    assert minorities([georgian] * 6 + ["`npm install` https://example.org/a/long/address/here"], "ka") == {}


# --- what is masked ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("一 `code in spans` 二", "一 二"),
        ("[文档](https://example.org/a_(b)) 看", "[文档] 看"),
        ("[文档][label] 看\n\n[label]: ./a/b.md \"Title\"", "[文档] 看"),
        ("前 src/app/main.py 后 README.md", "前 后"),
        ("开 --save-dev asyncIterator some_name API2 关", "开 关"),
        ("{{< tip >}} 提示 {% endif %} <b class=\"x\">粗</b>", "提示 粗"),
        ("~~~\nfence\n~~~\n后", "后"),
        ("```\nnever closed\n文", ""),
    ],
)  # fmt: skip
def test_what_is_no_prose_is_blanked_in_place(text, left):
    masked = prose(text)
    assert len(masked) == len(text)
    assert " ".join(masked.split()) == left


def test_quotations_and_brackets_are_not_outside():
    assert " ".join(outer("a (b [c] d) «e» f „g“ h").split()) == "a f h"


def test_a_few_words_are_no_certainty():
    text = "Ou achetez un T-shirt sur <br>\n[![SHOP]({% asset b.jpg %})](https://www.example.org/f)<br>\n(par T-shirt)"
    assert identify(text, ("fr", "en")).confidence < 0.98
    assert (
        identify(
            "The meeting was held in the city of Changsha last week and it was then closed again."
        ).confidence
        > 0.98
    )
