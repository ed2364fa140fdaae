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
