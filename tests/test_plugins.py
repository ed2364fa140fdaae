"""What other packages add works as the manual shows; what is broken is named and left out."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.installed import install, run
from transreview import plugin_problems, plugins
from transreview.checks.registry import installed_checks
from transreview.formats.readers import read_bilingual
from transreview.formats.registry import read_document
from transreview.languages import known_languages, language, pair

MANUAL = (Path(__file__).parents[1] / "docs" / "plugins.md").read_text(encoding="utf-8")
TOML = re.findall(r"```toml\n(.*?)```", MANUAL, re.DOTALL)[0]


def _example() -> tuple[dict[str, dict[str, str]], dict[str, str]]:
    """Return the manual's entry points and modules, as they are printed there."""
    metadata = tomllib.loads(TOML)
    parts = re.findall(r"`(house/\w+\.py)`.*?```python\n(.*?)```", MANUAL, re.DOTALL)
    return metadata["project"]["entry-points"], {"house/__init__.py": "", **dict(parts)}


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the manual's package as it is printed there, and install it."""
    folder = tmp_path_factory.mktemp("house")
    _points, modules = _example()
    for name, source in {"pyproject.toml": TOML, **modules}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(source, encoding="utf-8")
    words = ("-m", "hatchling", "build", "-t", "wheel", "-d", str(folder))
    subprocess.run([sys.executable, *words], cwd=folder, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    shutil.unpack_archive(wheel, folder / "site", format="zip")
    return folder / "site"


def test_the_manual_has_an_example_of_each_kind() -> None:
    points, _modules = _example()
    assert set(points) == set(plugins.KINDS)
    for group in plugins.KINDS:
        assert f"`{group}`" in MANUAL


def test_every_kind_is_where_the_table_says() -> None:
    from importlib import import_module

    for group, place in plugins.KINDS.items():
        module, _colon, attribute = place.partition(":")
        assert getattr(import_module(module), attribute).group == group


def test_the_example_s_language_and_pair(house, here) -> None:
    told = here(house)
    assert language("xmf").name == "Mingrelian"
    assert language("xmf-GE").sentences("ერთი. ორი.") == language("ka").sentences("ერთი. ორი.")
    assert "xmf" in known_languages()
    assert (pair("ka", "xmf").length_ratio, pair("ka", "xmf").fitted) == (0.98, True)
    assert pair("ka", "xmf").marks == pair("ka", "ka").marks
    assert not pair("xmf", "en").fitted
    assert told == []


def test_the_example_s_check(house) -> None:
    pairs = json.dumps({"id": "1", "source": "太好了！", "target": "შესანიშნავია!!"})
    words = ("check", "-", "--source-lang", "zh", "--target-lang", "ka", "--format", "jsonl")
    done = run(house, *words, text=pairs)
    assert "house.exclamations" in done.stdout, done.stderr
    assert not done.stderr
    assert "house.exclamations" in run(house, "check", "--list").stdout


def test_the_example_s_article_format(house, here, tmp_path) -> None:
    told = here(house)
    (tmp_path / "a.gz").write_bytes(gzip.compress("ერთი.\n\nორი.\n".encode()))
    assert [unit.text for unit in read_document(tmp_path / "a.gz").units] == ["ერთი.", "ორი."]
    assert told == []


def test_the_example_s_reader_and_writer_of_pairs(house, here, tmp_path) -> None:
    (tmp_path / "a.txt").write_text("会议开始了。", encoding="utf-8")
    (tmp_path / "b.txt").write_text("შეხვედრა დაიწყო.", encoding="utf-8")
    project, out = str(tmp_path / "p.transreview"), tmp_path / "p.equals"
    made = run(house, "new", project, str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))
    assert made.returncode == 0, made.stderr
    for words in ((), ("--format", "equals")):
        out.unlink(missing_ok=True)
        done = run(house, "export", project, "-o", str(out), *words)
        assert (done.returncode, done.stderr) == (0, "")
        assert out.read_text(encoding="utf-8") == "会议开始了。 = შეხვედრა დაიწყო.\n"
    here(house)
    assert [unit.target for unit in read_bilingual(out).pairs] == ["შეხვედრა დაიწყო."]


def test_the_example_s_report_and_findings(house, tmp_path) -> None:
    (tmp_path / "a.txt").write_text("会议开始了。", encoding="utf-8")
    (tmp_path / "b.txt").write_text("შეხვედრა დაიწყო!!", encoding="utf-8")
    project = str(tmp_path / "p.transreview")
    run(house, "new", project, str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))
    done = run(house, "report", project, "-o", str(tmp_path / "r.tap"))
    assert done.returncode in {0, 1}, done.stderr
    assert (tmp_path / "r.tap").read_text(encoding="utf-8").startswith("1..")
    found = run(house, "check", project, "--format", "quickfix")
    assert "b.txt:1: house.exclamations: Two exclamation marks in a row\n" in found.stdout
    settings = tmp_path / "transreview.toml"
    settings.write_text('[checks]\nformat = "quickfix"\n', encoding="utf-8")
    assert "house.exclamations: Two" in run(house, "check", project).stdout


MODULE = """
import sys, time
from dataclasses import replace
from transreview.languages import language, LanguagePair
from transreview.formats.article_formats import ArticleFormat
from transreview.formats.readers import PairReader
from transreview.formats.writers import Writer
from transreview.checks.check import segment_check
from transreview.model.finding import Severity

ka = language("ka")
good = replace(ka, code="xmf", name="Mingrelian", autonym="m")
other_code = replace(good, code="sva")
no_name = replace(good, name="")
texts = replace(good, scripts="Geor")
two_stems = replace(good, stem="house.stems")
marks = replace(good, marks=("?", "!"))
no_index = replace(good, term_index="broken_absent:Index")
no_class = replace(good, term_index="broken:NoIndex")
no_words = replace(good, spelling="broken")
switch = replace(good, spaced="yes")
expands = replace(good, expansion=-1.0)
outside = replace(good, sentences=lambda text: [(0, len(text) + 5)])
stumbles = replace(good, words=lambda text: 1 / 0)
taken = replace(ka, code="ka")
number = 7
nan_pair = LanguagePair(source="ka", target="xmf", length_ratio=float("nan"), length_variance=1.0, log_spread=1.0)
text_suffix = ArticleFormat("Notes", ".notes", "transreview.formats.text:read_text")
no_reader = ArticleFormat("Notes", (".notes",), "transreview.formats.text:no_such")
no_place = PairReader(name="Notes", suffixes=(".notes",), reader="nowhere")
txt = ArticleFormat("Notes", (".txt",), "transreview.formats.text:read_text")
po = Writer("po", (".mine",), "transreview.formats.text:read_text")

def check(name):
    return segment_check(name, family="f", severity=Severity.INFO, mqm="", explanation="E.",
                         good=("a", "b"), bad=("a", "c"))(lambda features: ())

twice = [check("x.one"), check("x.one")]
num = check("num.mismatch")
nameless = check("")
unexplained = replace(check("x.one"), explanation=None)
familiar = replace(check("x.one"), family=7)
mask = replace(check("x.one"), target_has="a")
example = replace(check("x.one"), bad=("a", "c"))
loud = replace(check("x.one"), severity="loud")
"""


@pytest.mark.parametrize(
    ("group", "name", "place", "why"),
    [
        ("languages", "xmf", "broken.absent:X", "No module named 'broken.absent'"),
        ("languages", "xmf", "broken:absent", "has no attribute 'absent'"),
        ("languages", "xmf", "broken:number", "no Language but a int"),
        ("languages", "xmf", "broken:other_code", "its code is “sva”"),
        ("languages", "xmf", "broken:no_name", "its name makes no sense"),
        ("languages", "xmf", "broken:texts", "its scripts makes no sense"),
        ("languages", "xmf", "broken:two_stems", "its stem makes no sense: house.stems"),
        ("languages", "xmf", "broken:marks", "its marks makes no sense"),
        ("languages", "xmf", "broken:no_index", "No module named 'broken_absent'"),
        ("languages", "xmf", "broken:no_class", "its term_index makes no sense: broken:NoIndex"),
        ("languages", "xmf", "broken:no_words", "its spelling makes no sense: broken"),
        ("languages", "xmf", "broken:switch", "its spaced makes no sense: yes"),
        ("languages", "xmf", "broken:expands", "its expansion makes no sense: -1.0"),
        ("languages", "xmf", "broken:outside", "its sentences give nonsense"),
        ("languages", "xmf", "broken:stumbles", "ZeroDivisionError: division by zero"),
        ("languages", "ka", "broken:taken", "the name “ka” is taken"),
        ("pairs", "ka-xmf", "broken:number", "no LanguagePair but a int"),
        ("pairs", "ka-xmf", "broken:nan_pair", "its length_ratio makes no sense: nan"),
        ("checks", "c", "broken:number", "it is no check but a int"),
        ("checks", "c", "broken:twice", "the name “x.one” is taken"),
        ("checks", "c", "broken:num", "the name “num.mismatch” is taken"),
        ("checks", "c", "broken:nameless", "its id makes no sense"),
        ("checks", "c", "broken:unexplained", "its explanation makes no sense: None"),
        ("checks", "c", "broken:familiar", "its family makes no sense: 7"),
        ("checks", "c", "broken:mask", "its target_has makes no sense: a"),
        ("checks", "c", "broken:example", "its bad makes no sense"),
        ("checks", "c", "broken:loud", "its severity makes no sense: loud"),
        ("formats", "f", "broken:text_suffix", "its endings make no sense: .notes"),
        ("formats", "f", "broken:no_reader", "has no attribute 'no_such'"),
        ("formats", "f", "broken:txt", "the name “.txt” is taken"),
        ("bilingual", "b", "broken:number", "no PairReader but a int"),
        ("bilingual", "b", "broken:no_place", "names no function"),
        ("writers", "w", "broken:number", "no Writer but a int"),
        ("writers", "w", "broken:po", "the name “po” is taken"),
        ("reports", "tap", "broken:number", "no function but a int"),
        ("reports", "html", "broken:check", "the name “.html” is taken"),
        ("findings", "f", "broken:check", "no class with begin, add and end"),
        ("checks", "c", "broken_syntax:X", "SyntaxError"),
        ("checks", "c", "broken_exit:X", "SystemExit: 3"),
    ],
)
def test_a_broken_one_is_named_with_its_package_and_left_out(tmp_path, here, group, name, place, why) -> None:
    from importlib import import_module

    modules = {"broken.py": MODULE, "broken_syntax.py": "def", "broken_exit.py": "import sys; sys.exit(3)"}
    install(tmp_path, "some-package", {f"transreview.{group}": {name: place}}, modules, version="2.5")
    told = here(tmp_path)
    module, _colon, attribute = plugins.KINDS[f"transreview.{group}"].partition(":")
    kind = getattr(import_module(module), attribute)
    kept = [taken for plugin in plugins.load(kind) for taken in kind.names(plugin.value)]
    assert kept == (["x.one"] if place == "broken:twice" else [])
    (sentence,) = told
    assert why in sentence
    assert f"“{name}” of the package some-package 2.5 is left out" in sentence
    assert "\n" not in sentence
    plugins.load(kind)
    assert len(told) == 1, "told twice"
    assert [problem.package for problem in plugin_problems.problems()] == ["some-package 2.5"]


def test_the_rest_works_beside_a_broken_one(tmp_path, here) -> None:
    points = {
        "transreview.languages": {"xmf": "broken:good", "xyz": "broken.absent:X"},
        "transreview.checks": {"a": "broken:number", "b": "broken:twice"},
    }
    install(tmp_path, "some-package", points, {"broken.py": MODULE})
    told = here(tmp_path)
    assert language("xmf").name == "Mingrelian"
    assert language("xyz").name == "xyz"
    assert [check.id for check in installed_checks()] == ["x.one"]
    assert len(told) == 3


def test_one_that_hangs_is_left_out_after_a_second(tmp_path) -> None:
    points = {"transreview.checks": {"slow": "slow:X", "quick": "quick:one"}}
    quick = MODULE + 'one = check("x.quick")\n'
    install(tmp_path, "some-package", points, {"slow.py": "import time; time.sleep(30)", "quick.py": quick})
    done = run(tmp_path, "check", "--list", TRANSREVIEW_PLUGIN_SECONDS="")
    assert done.returncode == 0
    assert "x.quick" in done.stdout
    assert done.stderr.count("\n") == 1
    assert "“slow” of the package some-package 1.0 is left out: it took longer than 1 s" in done.stderr


@pytest.mark.parametrize("code", ["xmf", "", "nl"])
def test_languages_are_listed_beside_a_broken_one(tmp_path, code) -> None:
    install(tmp_path, "some-package", {"transreview.languages": {"xmf": "no_such_module:X"}}, {})
    done = run(tmp_path, "languages", *([code] if code else []))
    assert done.returncode == 0
    assert "Warning: The language “xmf” of the package some-package 1.0 is left out" in done.stderr
    assert "Internal error" not in done.stderr


def test_escapes_in_a_package_s_words_are_made_visible(tmp_path, here) -> None:
    source = 'raise ValueError("\\x1b[2Jgone\\nsecond")'
    install(tmp_path, "some-package", {"transreview.checks": {"c": "broken:X"}}, {"broken.py": source})
    told = here(tmp_path)
    installed_checks()
    assert "ValueError: \\x1b[2Jgone second" in told[0]


@pytest.mark.parametrize(
    "text", ["[transreview.checks]\nnonsense\n", "\0[transreview.checks", "[transreview."]
)
def test_entry_points_that_cannot_be_read_harm_nobody(tmp_path, here, text) -> None:
    install(tmp_path, "some-package", text, {})
    here(tmp_path)
    assert installed_checks() == ()


def test_the_digest_follows_the_code_the_tables_and_the_version(tmp_path, here) -> None:
    from transreview.checks.registry import PLUGINS

    digests = []
    for number, (version, extra, table) in enumerate(
        [("1.0", "", ""), ("1.0", "# changed", ""), ("2.0", "", ""), ("1.0", "", "more words")]
    ):
        site = tmp_path / str(number)
        modules = {"broken/__init__.py": MODULE, "broken/inner.py": extra, "broken/words.txt": table}
        install(site, "some-package", {"transreview.checks": {"c": "broken:twice"}}, modules, version=version)
        for name in [name for name in sys.modules if name.split(".")[0] == "broken"]:
            del sys.modules[name]
        sys.path[:] = [place for place in sys.path if str(tmp_path) not in place]
        here(site)
        (plugin,) = plugins.load(PLUGINS)
        assert plugin.digest() == plugin.digest()
        digests.append(plugin.digest())
    assert len(set(digests)) == 4
