"""Long work on bilingual files says what it is doing on a terminal, and nothing in a pipe."""

from __future__ import annotations

import pytest

from tests.cli.running import run

PO = (
    'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: ka\\n"\n\n'
    'msgid "Save the file"\nmsgstr "შეინახეთ ფაილი"\n'
)


@pytest.mark.parametrize("watched", [True, False])
def test_steps_are_shown_only_on_a_terminal(tmp_path, capsys, monkeypatch, watched) -> None:
    from transreview.cli.steps import Steps

    path, project = tmp_path / "x.po", str(tmp_path / "x.transreview")
    path.write_text(PO, encoding="utf-8")
    begin = Steps.__init__

    def on_terminal(steps: Steps) -> None:
        begin(steps)
        steps._watched = watched

    monkeypatch.setattr(Steps, "__init__", on_terminal)
    for step, arguments in (
        ("checking x.po …", ["check", str(path), "--source-lang", "en"]),
        ("reading x.po …", ["new", project, str(path), "--source-lang", "en"]),
        ("comparing x.po …", ["merge", project, str(path)]),
    ):
        done = run(capsys, *arguments)
        assert (step in done.err) is watched, arguments
        assert ("\r" in done.err) is watched
        assert "\r" not in done.out


def test_how_much_is_done_is_shown_a_few_times_a_second(capsys, monkeypatch) -> None:
    from transreview.cli import steps as module

    clock = iter([0.0, 0.1, 0.3, 0.3, 0.4, 0.6, 0.6, 9.0])
    monkeypatch.setattr(module.time, "monotonic", lambda: next(clock))
    steps = module.Steps()
    steps._watched = True
    steps("checking x.po")
    steps.share(1, 200)  # too early
    steps.share(50, 200)
    steps.share(51, 200)  # too soon after
    steps.share(150, 200)
    steps.clear()
    shown = capsys.readouterr().err.replace("\x1b[K", "").split("\r")
    assert shown == ["", "checking x.po …", "checking x.po … 25 %", "checking x.po … 75 %", ""]
    steps.clear()
    assert not capsys.readouterr().err  # there is nothing left to take away


def test_a_terminal_that_only_prints_gets_a_line_now_and_then(capsys, monkeypatch) -> None:
    from transreview.cli import steps as module

    for kind, plain in (("dumb", True), ("", True), ("xterm", False), ("vt100", False)):
        monkeypatch.setenv("TERM", kind)
        assert module.is_plain() is plain
    clock = iter([0.0, 1.0, 1.0, 2.0, 2.5, 12.0, 12.5, 12.6])
    monkeypatch.setattr(module.time, "monotonic", lambda: next(clock, 13.0))
    steps = module.Steps()
    steps._watched = steps._plain = True
    for part in ("[█·] 1/3", "[██] 2/3", "[██] 3/3"):
        steps(part)
    steps.clear()
    assert capsys.readouterr().err == "[█·] 1/3 …\n[██] 3/3 …\n"


@pytest.fixture
def watched(monkeypatch) -> None:
    """Standard error is a terminal for whoever says how far he is, and he says it at once."""
    from transreview.cli import steps as module

    monkeypatch.setattr(module, "_PAUSE", 0.0)
    begin = module.Steps.__init__

    def on_terminal(steps: module.Steps) -> None:
        begin(steps)
        steps._watched = True

    monkeypatch.setattr(module.Steps, "__init__", on_terminal)


@pytest.mark.usefixtures("watched")
def test_a_long_check_and_a_long_merge_say_how_far_they_are(tmp_path, capsys) -> None:
    path, project = tmp_path / "x.po", str(tmp_path / "x.transreview")
    path.write_text(
        PO + "".join(f'\nmsgid "Save {n} files"\nmsgstr "შეინახეთ {n} ფაილი"\n' for n in range(30, 49))
    )
    assert "checking x.po … 50 %" in run(capsys, "check", str(path), "--source-lang", "en").err
    run(capsys, "new", project, str(path), "--source-lang", "en")
    assert "comparing x.po … 50 %" in run(capsys, "merge", project, str(path)).err
    assert "checking x … 50 %" in run(capsys, "check", project).err


def test_the_articles_of_a_folder_are_counted(tmp_path, capsys, monkeypatch) -> None:
    from transreview.cli import steps as module

    begin = module.Steps.__init__

    def on_terminal(steps: module.Steps) -> None:
        begin(steps)
        steps._watched = True

    monkeypatch.setattr(module.Steps, "__init__", on_terminal)
    for name in ("a", "b"):
        (tmp_path / f"{name}.zh.txt").write_text("会议在长沙召开。\n", encoding="utf-8")
        (tmp_path / f"{name}.ka.txt").write_text("შეხვედრა გაიმართა ჩანგშაში.\n", encoding="utf-8")
    done = run(
        capsys,
        "new",
        tmp_path / "p.transreview",
        tmp_path,
        "--source-lang",
        "zh",
        "--target-lang",
        "ka",
        "--yes",
    )
    assert done.code == 0
    assert "article 1 of 2 …" in done.err
    assert "article 2 of 2 …" in done.err


@pytest.mark.usefixtures("watched")
def test_the_alignment_of_one_large_file_says_how_far_it_is(tmp_path, capsys) -> None:
    source, target, project = tmp_path / "a.zh.txt", tmp_path / "a.ka.txt", tmp_path / "p.transreview"
    source.write_text("".join(f"会议有{n}人参加。\n\n" for n in range(300, 400)), encoding="utf-8")
    target.write_text(
        "".join(f"შეხვედრას {n} ადამიანი დაესწრო.\n\n" for n in range(300, 400)), encoding="utf-8"
    )
    languages = ("--source-lang", "zh", "--target-lang", "ka")
    for arguments in (
        ("align", source, target, *languages),
        ("new", project, source, target, *languages),
        ("align", "--realign", project),
        ("align", "--reimport", "1", project, source, target),
        ("add", project, source, target, *languages),
    ):
        done = run(capsys, *map(str, arguments))
        assert done.code == 0, done.err
        steps = [line.split("… ") for line in done.err.split("\r") if " %" in line]
        shares = [int(share.split(" ")[0]) for step, share in steps if step == steps[-1][0]]
        assert shares[-1] == 100, arguments
        assert shares == sorted(shares)
        assert len(set(shares)) > 5
        assert "%" not in done.out.splitlines()[0]
