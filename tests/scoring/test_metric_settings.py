"""Every metric and tokenizer of sacrebleu's that works off-line can be chosen and is in the signature."""

from __future__ import annotations

import subprocess
import sys

import pytest
from sacrebleu.metrics import BLEU, CHRF, TER

from tests.small_project import MACHINE, REFERENCE
from transreview.errors import UsageError
from transreview.scoring.corpus_score import corpus_score
from transreview.scoring.metric_settings import metric_choice
from transreview.scoring.metrics import build_metric, statistics

CHOICES = [
    ("chrf2", CHRF()),
    ("chrf+", CHRF(word_order=1)),
    ("chrf:char_order=4,word_order=0,beta=3", CHRF(char_order=4, beta=3)),
    ("chrf:whitespace=yes", CHRF(word_order=2, whitespace=True)),
    ("chrf:lowercase=yes,eps_smoothing=yes", CHRF(word_order=2, lowercase=True, eps_smoothing=True)),
    ("bleu:tokenize=13a", BLEU()),
    ("bleu:tokenize=intl", BLEU(tokenize="intl")),
    ("bleu:tokenize=zh", BLEU(tokenize="zh")),
    ("bleu:tokenize=char", BLEU(tokenize="char")),
    ("bleu:tokenize=none", BLEU(tokenize="none")),
    (
        "bleu:lowercase=yes,smooth_method=floor,smooth_value=0.5",
        BLEU(lowercase=True, smooth_method="floor", smooth_value=0.5),
    ),
    ("bleu:max_ngram_order=2", BLEU(max_ngram_order=2)),
    ("ter:normalized=yes,no_punct=yes", TER(normalized=True, no_punct=True)),
    ("ter:case_sensitive=yes", TER(case_sensitive=True)),
]


@pytest.mark.parametrize("references", [[REFERENCE], [REFERENCE, MACHINE[::-1]]], ids=["one", "two"])
@pytest.mark.parametrize(("spec", "peer"), CHOICES, ids=[spec for spec, _peer in CHOICES])
def test_a_choice_gives_sacrebleu_s_score_and_signature(spec, peer, references):
    rows = statistics(build_metric(spec, "ka"), MACHINE, references)
    found = corpus_score(spec, "ka", rows, references=len(references))
    assert found.value == pytest.approx(peer.corpus_score(MACHINE, references).score, abs=1e-9)
    assert found.signature == str(peer.get_signature())
    assert found.metric == spec.split(":")[0].rstrip("+2")


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        ("meteor", "there is no metric “meteor”"),
        ("bleu:tokenise=intl", "bleu has no setting “tokenise”"),
        ("bleu:tokenize=flores200", "tokenize cannot be “flores200”"),
        ("chrf:word_order=many", "word_order cannot be “many”"),
        ("chrf:word_order=-1", "word_order cannot be “-1”"),
        ("ter:no_punct=perhaps", "no_punct cannot be “perhaps”"),
        ("bleu:smooth_method=floor,smooth_value=-1", "smooth_value cannot be “-1”"),
        ("bleu:smooth_value=0.5", "smooth_value says nothing with this smoothing"),
    ],
)
def test_what_there_is_not_is_refused(spec, message):
    with pytest.raises(UsageError, match=message):
        build_metric(spec, "ka")


MECAB = [
    ("ja", "MeCab", "会議は東京で開催された。", "会議は東京で開かれた。"),
    ("ko", "mecab_ko", "회의는 서울에서 열렸다.", "회의가 서울에서 개최되었다."),
]


@pytest.mark.parametrize(("language", "module", "text", "reference"), MECAB, ids=["ja", "ko"])
def test_a_tokenizer_of_an_extra_gives_sacrebleu_s_score_where_it_is_installed(
    language, module, text, reference
):
    pytest.importorskip(module)
    spec = f"bleu:tokenize={language}-mecab"
    rows = statistics(build_metric(spec, language), [text], [[reference]])
    peer = BLEU(tokenize=f"{language}-mecab")
    found = corpus_score(spec, language, rows)
    assert found.value == pytest.approx(peer.corpus_score([text], [[reference]]).score, abs=1e-9)
    assert found.signature == str(peer.get_signature())
    assert f"tok:{language}-mecab" in found.signature


@pytest.mark.parametrize(("language", "module", "_text", "_reference"), MECAB, ids=["ja", "ko"])
def test_a_tokenizer_that_is_not_installed_is_refused_with_the_line_that_installs_it(
    language, module, _text, _reference, tmp_path
):
    """In a process of its own that cannot find the module, whatever is installed here."""
    texts = tmp_path / "a.txt"
    texts.write_text("x\n", encoding="utf-8")
    arguments = ["score", str(texts), "--reference", str(texts), "--language", language]
    arguments += ["--metric", f"bleu:tokenize={language}-mecab"]
    code = f"import sys; sys.modules[{module!r}] = None; from transreview.cli.main import main; main({arguments})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert f"the tokenizer {language}-mecab is not installed" in done.stderr
    assert f'pip install "sacrebleu[{language}]"' in done.stderr
    assert "Traceback" not in done.stderr
    assert not done.stdout


@pytest.mark.parametrize(
    ("word", "meant"),
    [("yes", True), ("True", True), ("1", True), ("no", False), ("FALSE", False), ("0", False)],
)
def test_words_for_yes_and_no(word, meant):
    assert metric_choice(f"chrf:lowercase={word}").settings == {"lowercase": meant}


@pytest.mark.parametrize(
    ("value", "taken"), [("0", True), ("20", True), ("21", False), ("-1", False), ("x", False)]
)
def test_orders_go_from_nothing_to_twenty(value, taken):
    if taken:
        assert metric_choice(f"chrf:word_order={value}").settings == {"word_order": int(value)}
    else:
        with pytest.raises(UsageError, match="word_order cannot be"):
            metric_choice(f"chrf:word_order={value}")
