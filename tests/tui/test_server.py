"""The screen over a project on a server: others' edits within a second, and who is in the same segment."""

import time
from pathlib import Path

import pytest

from tests.network import Network
from tests.postgres_server import Server, binaries
from transreview.project import postgres_listener
from transreview.project.address import database_name
from transreview.project.project import Project

pytest.importorskip("psycopg")
pytestmark = pytest.mark.skipif(binaries() is None, reason="no PostgreSQL server is installed")


@pytest.fixture(scope="module")
def server():
    running = Server(durable=True)
    yield running
    running.close()


@pytest.fixture
def path(server, fill_article):
    where = server.address()
    with Project.create(where) as project:
        fill_article(project)
    return where


async def test_an_edit_is_stored_on_the_server(review, path):
    async with review() as desk:
        await desk.press("enter")
        desk.editor.put("ახალი")
        await desk.press("escape")
        with Project.open(path, read_only=True) as second:
            assert second.segments.all()[0].target == "ახალი"


async def test_an_edit_of_somebody_else_is_on_the_screen_within_a_second(review, path):
    async with review(size=(120, 30)) as desk:
        assert "მეორე კაცისა" not in desk.text
        with Project.open(path, user="davit") as other:
            other.segments.edit(other.segments.ids()[1], "მეორე კაცისა", revision=0)
            began = time.monotonic()
            await desk.until(lambda: "მეორე კაცისა" in desk.text)
        assert time.monotonic() - began < 1.5  # the machine of the tests does other things too


async def test_who_comes_to_the_same_segment_is_named_once(review, path):
    async with review() as desk:
        with Project.open(path, user="davit") as other:
            other.sessions.enter(desk.state.project.segments.ids()[0])
            await desk.until(lambda: "davit is in this segment too" in str(desk.message))
            await desk.press("j")
            await desk.until(lambda: other.sessions.others()[0].segment_id == other.segments.ids()[1])
        with Project.open(path, user="davit") as again:
            assert [one.user for one in again.sessions.others()] == ["postgres"]
    desk.project.close()
    with Project.open(path, user="davit") as again:
        assert again.sessions.others() == []


async def test_a_connection_that_is_lost_while_typing_keeps_the_text_and_the_next_save_works(
    review, path, server
):
    async with review() as desk:
        await desk.press("enter")
        desk.editor.put("ტექსტი, რომელიც არ იკარგება")
        server.stop("immediate")
        await desk.press("escape")
        assert "reached" in str(desk.message) or "reached" in desk.text
        assert desk.editor.text == "ტექსტი, რომელიც არ იკარგება"
        server.start()
        await desk.pilot.pause(1.5)  # for so long after a failure nobody asks the server
        await desk.press("escape")
        await desk.settle()
        with Project.open(path, read_only=True) as second:
            assert second.segments.all()[0].target == "ტექსტი, რომელიც არ იკარგება"
            assert second.segments.all()[0].revision == 1


async def test_a_connection_that_is_closed_while_nobody_works_is_no_change_of_somebody_else(
    review, path, server
):
    """As `idle_session_timeout` does; what others did before is read again."""
    with Project.open(path, user="davit") as other:
        other.segments.edit(other.segments.ids()[2], "დავითის", revision=0)
    async with review() as desk:
        await desk.press("enter")
        desk.editor.put("ერთი")
        await desk.press("escape")
        name = database_name(Path(path))
        for _turn in range(2):
            server.sql(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
            await desk.pilot.pause(2.0)
            assert "Somebody else" not in str(desk.message)
        with Project.open(path, user="davit") as other:
            other.segments.edit(other.segments.ids()[1], "ისევ დავითის", revision=0)
        await desk.until(lambda: "Somebody else changed the project" in str(desk.message))


async def test_a_server_that_restarts_between_two_keys_is_not_felt(review, path, server):
    async with review() as desk:
        await desk.press("enter")
        desk.editor.put("ერთი")
        server.stop("fast")
        server.start()
        await desk.press("ა")
        await desk.press("escape")
        await desk.settle()
        with Project.open(path, read_only=True) as second:
            assert (second.segments.all()[0].target, second.segments.all()[0].revision) == ("აერთი", 1)


async def test_what_is_typed_while_a_newer_program_renews_the_project_is_kept(review, path, server):
    async with review() as desk:
        await desk.press("enter")
        desk.editor.put("ერთი")
        server.sql("COMMENT ON SCHEMA transreview IS 'transreview 99'", database_name(Path(path)))
        await desk.press("escape")
        assert "a newer transreview has renewed the project" in str(desk.message)
        assert desk.editor.text == "ერთი"


async def test_every_key_and_timer_outlives_a_server_that_is_down(review, path, server):
    async with review() as desk:
        server.stop("immediate")
        await desk.pilot.pause(2.0)  # all that looks at the project by itself has looked
        for key in "jGxHUcuFy/S=?Amez*#oOpPtTnN!":
            await desk.press(key)
            while len(desk.app.screen_stack) > 1:
                await desk.press("escape")
        await desk.press("escape")
        assert "reached" in str(desk.message) or "reached" in desk.text
        server.start()
        await desk.until(lambda: "can be reached again" in str(desk.message))
        await desk.press("enter")
        desk.editor.put("ისევ აქ არის")
        await desk.press("escape")
        with Project.open(path, read_only=True) as second:
            assert "ისევ აქ არის" in [one.target for one in second.segments.all()]


async def test_a_row_that_cannot_be_read_now_is_read_when_the_server_is_back(review, path, server):
    async with review() as desk:
        first = desk.state.project.segments.all()[0].target[:6]
        server.stop("immediate")
        desk.state.session.forget()
        desk.view.rows.update_rows()
        await desk.until(lambda: "cannot be read now" in desk.text)
        server.start()
        await desk.until(lambda: "cannot be read now" not in desk.text)
        assert first in desk.text


async def test_the_screen_is_left_while_the_server_is_down(review, path, server):
    async with review() as desk:
        server.stop("immediate")
        try:
            await desk.press("q")
            await desk.until(lambda: not desk.app.is_running)
        finally:
            server.start()


@pytest.fixture
def network(server):
    made = Network(server)
    yield made
    made.close()


async def test_a_server_that_falls_silent_holds_no_key_for_long(review, path, network, monkeypatch):
    monkeypatch.setattr(postgres_listener, "_ASK_SECONDS", 0.3)
    monkeypatch.setattr(postgres_listener, "_ANSWER_SECONDS", 0.7)
    with Project.open(network.address(path)) as far:
        async with review(far) as desk:
            await desk.press("enter")
            network.silence()
            await desk.until(lambda: "cannot be reached" in desk.text)
            for letter in "abc":
                began = time.monotonic()
                await desk.press(letter)
                assert time.monotonic() - began < 1
            assert desk.editor.text.startswith("abc")
            await desk.press("escape")
            assert desk.editor.text.startswith("abc")
            network.mend()
            await desk.until(lambda: "can be reached again" in str(desk.message))
            assert "the text in the editor is not saved yet" in str(
                desk.message
            )  # a save was refused meanwhile
            await desk.press("escape")
            assert desk.state.project.segments.all()[0].target.startswith("abc")


async def test_a_save_whose_answer_was_lost_is_no_conflict_with_oneself(review, path):
    async with review() as desk:
        await desk.press("enter")
        desk.editor.put("ახალი")
        with Project.open(path) as before:  # as it stands after a commit that was not answered
            before.segments.edit(before.segments.ids()[0], "ახალი", revision=0)
        await desk.press("escape")
        assert not desk.view.desk.is_open
        assert len(desk.app.screen_stack) == 1
        assert desk.view.current.target == "ახალი"


async def test_no_key_waits_for_what_is_asked_of_a_far_server(review, path, network):
    """Drafts are kept, others looked for and the glossary followed while somebody types."""
    with Project.open(network.address(path)) as far:
        async with review(far) as desk:
            await desk.press("enter")
            network.delay = 0.3
            longest = 0.0
            for letter in "abcdefghijklmnopqrstuvwxyz":
                await desk.pilot.pause(0.1)
                began = time.monotonic()
                await desk.press(letter)
                longest = max(longest, time.monotonic() - began)
            assert longest < 0.5  # one answer takes 0.6
            network.delay = 0.0
            await desk.press("escape")
            assert desk.state.project.segments.all()[0].target.startswith("abcdefghijklmnopqrstuvwxyz")
            assert desk.state.project.drafts.all() == []
