"""What a person likes the screen to be is kept in a file; a broken one is named and never written over."""

import json

import pytest

from transreview.tui.taste import choose_theme, chosen_theme


@pytest.fixture
def file(tmp_path, monkeypatch):
    path = tmp_path / "screen.json"
    monkeypatch.setenv("TRANSREVIEW_SCREEN", str(path))
    return path


@pytest.mark.parametrize("text", ["\0broken", "{", "[]", "5"])
async def test_a_file_that_cannot_be_read_is_named_at_the_start_and_left_alone(review, file, text):
    file.write_text(text)
    async with review(size=(160, 40)) as desk:
        assert desk.message == (
            f"✗ {file}: these settings of the screen cannot be read: they are not in force. "
            "Mend the file, or move it away."
        )
        await desk.press("C", "2")
        assert desk.message.startswith(f"✗ {file}: this file of settings cannot be read")
    assert file.read_text() == text


@pytest.mark.parametrize("text", ['{"theme": 5}', '{"theme": "nosuch"}', "{}"])
def test_a_theme_that_there_is_not_is_no_choice(file, text):
    file.write_text(text)
    assert chosen_theme() == ""
    choose_theme("light")
    assert json.loads(file.read_text())["theme"] == "light"
