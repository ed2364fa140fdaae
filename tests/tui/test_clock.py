"""The clock of the machine goes back in the middle of a review: order is kept and nothing fails."""

from datetime import UTC, datetime, timedelta

from transreview.model.segment import Status
from transreview.project.project import Project


async def test_a_clock_that_goes_back_changes_nothing_but_the_times(review, path):
    back = timedelta(0)

    def clock():
        return datetime.now(UTC) - back

    with Project.open(path, clock=clock) as project:
        async with review(project, size=(140, 40)) as desk:
            await desk.press("c", "c", "c", "enter", "x", "f9")
            back = timedelta(days=2)
            await desk.press("escape", "g", "enter", "y", "escape")
            assert desk.message.startswith("✓ Saved.")
            await desk.press("z")
            assert "segments" in desk.text
            await desk.press("escape", "H")
            await desk.sees("Changes by everybody (")
            await desk.press("escape", "h", "escape")
            for _change in range(3):
                await desk.press("U")
            assert desk.message.startswith("✓ Undid")
            await desk.press("ctrl+y")
            assert desk.message.startswith("✓ Repeated")
            await desk.press("F", "tab", *"by:me", "enter")
            assert "fit" in desk.message
            await desk.press("escape", "m", *"ok", "enter")
            assert desk.message == "✓ The comment is saved."
            assert not project.problems()
    with Project.open(path, read_only=True) as project:
        entries = project.journal.entries(None)
        assert [one.id for one in entries] == sorted((one.id for one in entries), reverse=True)
        assert project.segments.all()[1].status is Status.CONFIRMED
