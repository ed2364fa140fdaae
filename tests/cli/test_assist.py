"""`transreview assist`: off until a team names somebody and a person agrees."""

from __future__ import annotations

import json

import pytest

from tests.cli.running import run
from tests.small_project import small_project
from tests.workflow.assist.servers import serving
from transreview.project import Project

GOOD = json.dumps({"translation": "მუდამ პარტიას მიჰყვება"})


@pytest.fixture
def project(tmp_path):
    (tmp_path / ".git").mkdir()  # the search for settings ends here
    return small_project(tmp_path / "p.transreview")


def name(project, server) -> None:
    text = f'[assist]\nurl = "{server.url}"\nmodel = "tiny"\n'
    (project.parent / "transreview.toml").write_text(text, encoding="utf-8")


def test_without_settings_nothing_is_asked(capsys, project):
    done = run(capsys, "assist", "suggest", project, "--segment", "1", "--yes")
    assert (done.code, "no assistant is named in the settings" in done.err) == (2, True)


def test_what_would_be_sent_is_shown_and_without_consent_nothing_is(capsys, project):
    with serving(lambda _body: GOOD) as server:
        name(project, server)
        done = run(capsys, "assist", "suggest", project, "--segment", "1")
        assert (done.code, server.asked) == (2, [])
        assert "This would be sent to tiny" in done.err
        assert "永远跟党走" in done.err


def test_consent_is_remembered_and_the_suggestion_changes_nothing(capsys, project):
    with serving(lambda _body: GOOD) as server:
        name(project, server)
        done = run(capsys, "assist", "suggest", project, "--segment", "1", "--yes")
        assert (done.code, "მუდამ პარტიას მიჰყვება" in done.out) == (0, True)
        again = run(capsys, "assist", "suggest", project, "--segment", "1", "--json")
        assert (again.code, json.loads(again.out)["kept"], "would be sent" in again.err) == (0, True, False)
        assert len(server.asked) == 1
    with Project.open(project, read_only=True) as opened:
        assert opened.segments.all()[0].is_untouched


def test_terminal_escapes_of_a_model_stay_text(capsys, project):
    with serving(lambda _body: json.dumps({"explanation": "a\x1b[2Jb"})) as server:
        name(project, server)
        done = run(capsys, "assist", "explain", project, "--segment", "1", "--yes")
    assert "\x1b" not in done.out
    assert "⟨U+001B⟩" in done.out


def test_a_segment_that_is_not_there(capsys, project):
    with serving(lambda _body: GOOD) as server:
        name(project, server)
        done = run(capsys, "assist", "suggest", project, "--segment", "9", "--yes")
    assert (done.code, "no segment 9" in done.err) == (2, True)
