"""What works when it is loaded and fails at its work is named with its package, and nothing else is stopped."""

from __future__ import annotations

import json
import sys
import time

import pytest

from tests.installed import install, run
from transreview import plugins
from transreview.formats.exchange import Exchange
from transreview.formats.readers import read_bilingual
from transreview.formats.registry import read_document
from transreview.formats.writers import added_writers, write
from transreview.reports.findings.renderer import findings_renderer
from transreview.reports.registry import renderer


def test_a_format_that_fails_is_named_with_its_package(tmp_path) -> None:
    source = (
        "from transreview.formats.readers import PairReader\n"
        "from transreview.formats.article_formats import ArticleFormat\n"
        "def read(data, path, **_words): return 1 / 0\n"
        "def none(data, path, *, encoding): return None\n"
        "A = ArticleFormat('Notes', ('.notes',), 'broken:read', decoded=False)\n"
        "N = ArticleFormat('Nothing', ('.none',), 'broken:none', decoded=False)\n"
        "B = PairReader(name='Pairs', suffixes=('.pairs',), reader='broken:read')\n"
    )
    points = {
        "transreview.formats": {"a": "broken:A", "n": "broken:N"},
        "transreview.bilingual": {"b": "broken:B"},
    }
    install(tmp_path / "site", "some-package", points, {"broken.py": source})
    for name, words in (
        ("a.notes", "“Notes” of the package some-package 1.0 failed: ZeroDivisionError: division by zero"),
        (
            "a.none",
            "“Nothing” of the package some-package 1.0 failed: it returned no Document but a NoneType",
        ),
    ):
        (tmp_path / name).write_text("x", encoding="utf-8")
        (tmp_path / f"other-{name}").write_text("x", encoding="utf-8")
        done = run(tmp_path / "site", "align", str(tmp_path / name), str(tmp_path / f"other-{name}"))
        assert (done.returncode, words in done.stderr) == (3, True), done.stderr
    (tmp_path / "a.pairs").write_text("x", encoding="utf-8")
    done = run(
        tmp_path / "site", "check", str(tmp_path / "a.pairs"), "--source-lang", "zh", "--target-lang", "ka"
    )
    assert (done.returncode, "“Pairs” of the package some-package 1.0 failed" in done.stderr) == (3, True)


AT_WORK = """
import sys
from transreview.formats.article_formats import ArticleFormat
from transreview.formats.readers import PairReader
from transreview.formats.writers import Writer
def stop(*_arguments, **_words): sys.exit(0)
A = ArticleFormat("Notes", (".notes",), "broken:stop", decoded=False)
B = PairReader(name="Pairs", suffixes=(".pairs",), reader="broken:stop")
W = Writer("Mine", (".mine",), "broken:stop")
class F:
    def __init__(self, out): pass
    begin = add = end = stop
"""


def test_one_that_ends_the_program_at_its_work_is_named_and_ends_the_command_alone(tmp_path, here) -> None:
    points = {
        "transreview.formats": {"a": "broken:A"}, "transreview.bilingual": {"b": "broken:B"},
        "transreview.writers": {"w": "broken:W"}, "transreview.reports": {"tap": "broken:stop"},
        "transreview.findings": {"f": "broken:F"},
    }  # fmt: skip
    install(tmp_path, "some-package", points, {"broken.py": AT_WORK})
    here(tmp_path)
    for name in ("a.notes", "a.pairs"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (writer,) = added_writers()
    for work in (
        lambda: read_document(tmp_path / "a.notes"),
        lambda: read_bilingual(tmp_path / "a.pairs"),
        lambda: write(
            writer, tmp_path / "out.mine", Exchange("zh", "ka", files=(), generator="", created="")
        ),
        lambda: renderer(tmp_path / "r.tap")({}),
        lambda: findings_renderer("f", sys.stdout).begin(),
    ):
        with pytest.raises(plugins.PluginError, match=r"some-package 1\.0 failed: SystemExit"):
            work()


def test_one_that_is_long_at_work_is_named(here, tmp_path, monkeypatch) -> None:
    told = here(tmp_path)
    monkeypatch.setattr(plugins, "LONG_SECONDS", 0.05)
    with plugins.blamed("Notes", "some-package 1.0"):
        until = time.monotonic() + 20
        while not told and time.monotonic() < until:
            time.sleep(0.02)
    monkeypatch.setattr(plugins, "LONG_SECONDS", 60.0)
    with plugins.blamed("Quick", "some-package 1.0"):
        pass
    assert told == ["“Notes” of the package some-package 1.0 is still at work; Ctrl+C ends it."]


def test_a_failure_within_a_package_s_code_is_not_called_ours(tmp_path) -> None:
    """What nothing else catches is told by whose code it arose in."""
    source = (
        "from dataclasses import replace\n"
        "from transreview.languages import language\n"
        "class Index:\n"
        "    def __init__(self, entries): pass\n"
        "    def find_all(self, text): return 1 / 0\n"
        "indexed = replace(language('ka'), code='xmf', name='M', autonym='m', term_index='broken:Index')\n"
    )
    site = tmp_path / "site"
    install(site, "some-package", {"transreview.languages": {"xmf": "broken:indexed"}}, {"broken.py": source})
    (tmp_path / "g.csv").write_text("id,zh,xmf\n1,会议,შეხვედრა\n", encoding="utf-8")
    pair_of = json.dumps({"id": "1", "source": "会议开始了。", "target": "შეხვედრა დაიწყო."})
    done = run(
        site, "check", "-", "--source-lang", "zh", "--target-lang", "xmf", "--format", "jsonl",
        "--glossary", str(tmp_path / "g.csv"), text=pair_of,
    )  # fmt: skip
    assert "Internal error" not in done.stderr
    assert "some-package 1.0" in done.stdout + done.stderr
    assert "ZeroDivisionError" in done.stdout + done.stderr


def test_the_owner_of_an_error_is_the_package_in_whose_code_it_arose(tmp_path, here) -> None:
    source = "def check(call): return call()\ndef fails(): return 1 / 0\n"
    install(tmp_path, "some-package", {"transreview.checks": {"c": "broken:check"}}, {"broken.py": source})
    here(tmp_path)
    import broken

    for call, owner in (
        (broken.fails, ("broken", "some-package 1.0")),
        (lambda: broken.check(lambda: 1 / 0), ("broken", "some-package 1.0")),
        (lambda: 1 / 0, None),
    ):
        with pytest.raises(ZeroDivisionError) as raised:
            call()
        assert plugins.owner(raised.value) == owner
