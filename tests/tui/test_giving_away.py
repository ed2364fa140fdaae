"""What leaves the project is listed, comments are written into a table, an alignment is pinned."""

import csv

from transreview.model.segment import Status
from transreview.tui.dialogs.choice import Choice
from transreview.tui.dialogs.listing import Listing
from transreview.tui.dialogs.prompt import Prompt
from transreview.tui.review.screen import ReviewScreen
from transreview.workflow.delivery.comment_table import COLUMNS, write_comments
from transreview.workflow.delivery.export_fate import fate_of
from transreview.workflow.delivery.export_records import digest_of


def test_comments_make_a_table_that_a_spreadsheet_reads_as_text(project, tmp_path):
    first = project.comments.add(1, '=HYPERLINK("http://x")\nორი ხაზი, "ბრჭყალები"')
    project.comments.add(1, "პასუხი", answers=first.id)
    project.comments.resolve(first.id)
    path = tmp_path / "comments.csv"
    assert write_comments(project, path) == 2
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as stream:
        heads, one, two = csv.reader(stream)
    assert tuple(heads) == COLUMNS
    asked, answered = dict(zip(heads, one, strict=True)), dict(zip(heads, two, strict=True))
    assert asked["text"] == '\'=HYPERLINK("http://x")\nორი ხაზი, "ბრჭყალები"'
    assert (asked["segment"], asked["author"], asked["settled by"]) == ("0001", "ნინო", "ნინო")
    assert (answered["answers"], answered["settled by"]) == (str(first.id), "")


async def test_comments_are_exported_by_a_key_and_no_file_is_replaced_unasked(review, project, tmp_path):
    project.comments.add(1, "რატომ?")
    path = tmp_path / "remarks.csv"
    async with review() as desk:
        for answer in ("", "n", "y"):
            await desk.press("8")
            await desk.until(lambda: isinstance(desk.screen, Prompt))
            await desk.type(str(path))
            await desk.press("enter")
            if answer:
                path.write_text("mine")
                await desk.until(lambda: isinstance(desk.screen, Choice))
                await desk.press(answer)
            await desk.until(lambda: isinstance(desk.screen, ReviewScreen))
            if answer == "n":
                assert path.read_text() == "mine"
                assert "Nothing was written" in desk.message
            else:
                await desk.until(lambda: desk.message.startswith("✓ 1 comment is in"))
                assert "რატომ?" in path.read_text(encoding="utf-8-sig")


async def test_a_folder_that_is_not_there_is_told(review, project, tmp_path):
    project.comments.add(1, "რატომ?")
    async with review() as desk:
        await desk.press("8")
        await desk.until(lambda: isinstance(desk.screen, Prompt))
        await desk.type(str(tmp_path / "none" / "x.csv"))
        await desk.press("enter")
        await desk.until(lambda: desk.message.startswith("✗"))
        assert "folder does not exist" in desk.message


async def test_the_article_is_exported_by_a_key_and_nothing_of_others_is_lost(review, project, tmp_path):
    project.segments.set_status(1, Status.CONFIRMED, revision=project.segments.get(1).revision)
    path = tmp_path / "out.po"
    async with review() as desk:
        for answer in ("", "", "n", "y"):  # a new file, the same again, one that somebody changed
            if answer:
                path.write_text("theirs")
            await desk.press("O")
            await desk.until(lambda: isinstance(desk.screen, Prompt))
            await desk.type(str(path))
            await desk.press("enter")
            if answer:
                await desk.until(lambda: isinstance(desk.screen, Choice))
                await desk.press(answer)
            await desk.until(lambda: isinstance(desk.screen, ReviewScreen))
            if answer == "n":
                assert path.read_text() == "theirs"
                assert "Nothing was written" in desk.message
            else:
                await desk.until(lambda: "6 segments written, 1 confirmed:" in desk.message)
                assert "msgid" in path.read_text(encoding="utf-8")
    assert [one.path for one in project.exports.all()] == [str(path)] * 3


async def test_an_ending_that_no_format_has_is_told_with_those_there_are(review, project, tmp_path):
    async with review(size=(200, 30)) as desk:
        await desk.press("O")
        await desk.until(lambda: isinstance(desk.screen, Prompt))
        await desk.type(str(tmp_path / "out.doc"))
        await desk.press("enter")
        await desk.until(lambda: desk.message.startswith("✗"))
        assert "no format that can be written" in desk.message


async def test_exports_are_listed_and_looked_at(review, project, tmp_path):
    path = tmp_path / "out.po"
    path.write_text("one")
    project.exports.record(str(path), "po", digest_of(path), {})
    async with review(size=(120, 30)) as desk:
        await desk.press("9")
        await desk.until(lambda: isinstance(desk.screen, Listing) and bool(desk.screen._entries))
        assert "ნინო  po" in desk.screen._entries[0].text
        assert str(path) in desk.screen._entries[0].text
        listing = desk.screen
        path.write_text("two")
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.screen, Listing) and desk.screen is not listing)
        await desk.press("escape")
        await desk.until(lambda: isinstance(desk.screen, ReviewScreen))
        assert "was changed by somebody since" in desk.message


def test_what_became_of_an_export(project, tmp_path):
    path = tmp_path / "out.po"
    path.write_text("one")
    first = project.exports.record(str(path), "po", digest_of(path), {})
    assert fate_of(first, project.exports).endswith("is as it was exported.")
    path.write_text("two")
    project.exports.record(str(path), "po", digest_of(path), {})
    assert "exported again later" in fate_of(first, project.exports)
    path.unlink()
    assert fate_of(first, project.exports).endswith("is gone.")


async def test_an_alignment_is_pinned_shown_and_undone(review):
    async with review() as desk:
        await desk.press("0")
        assert desk.message.startswith("✓ The alignment is pinned")
        assert desk.stored().fixed
        assert desk.stored().status is Status.MACHINE
        await desk.press("j", "k")
        assert "alignment pinned" in desk.message
        await desk.press("0")
        assert desk.message.startswith("✓ The pin is out")
        assert not desk.stored().fixed
        await desk.press("U")
        assert desk.stored().fixed
