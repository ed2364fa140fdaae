"""Conflicts that a merged file has left are told, shown with both texts and their base, and decided by a key."""

from pathlib import Path

from transreview.formats.readers import parse_bilingual, updated_bilingual
from transreview.model.pair import PairChange
from transreview.tui.dialogs.conflict import Conflict
from transreview.tui.dialogs.merge_conflict import MergeConflict
from transreview.tui.review.screen import ReviewScreen
from transreview.workflow.delivery.conflicts import kept_conflicts, take_in
from transreview.workflow.delivery.exporting import export
from transreview.workflow.delivery.merging import plan_merge


def in_conflict(project, folder: Path, numbers):
    """Let a vendor and us change the same segments, and merge."""
    path = folder / "v.po"
    export(project, path)
    data = path.read_bytes()
    pairs = parse_bilingual(data, path).pairs
    changes = {pairs[at].identity: PairChange(target=f"მათი {at}") for at in numbers}
    path.write_bytes(updated_bilingual(data, path, changes))
    for at in numbers:
        segment = project.segments.all()[at]
        project.segments.edit(segment.id, f"ჩემი {at}", revision=segment.revision)
    take_in(project, plan_merge(project, path, by="Nino"))


async def asked(desk):
    await desk.press("ctrl+o")
    await desk.until(lambda: isinstance(desk.screen, MergeConflict))
    await desk.pilot.pause()


async def test_each_conflict_is_shown_and_decided(review, project, tmp_path):
    in_conflict(project, tmp_path, [1, 3])
    async with review(size=(120, 40)) as desk:
        assert "2 conflicts" in desk.message
        await asked(desk)
        shown = desk.screen._text
        assert "ჩემი 1" in shown
        assert "მათი 1" in shown
        assert desk.TARGET[1] in shown
        await desk.press("t")
        await desk.until(lambda: isinstance(desk.screen, ReviewScreen))
        assert desk.project.segments.get(2).target == "მათი 1"
        await asked(desk)
        await desk.press("m")
        await desk.until(lambda: isinstance(desk.screen, ReviewScreen))
        assert desk.project.segments.get(4).target == "ჩემი 3"
        assert not kept_conflicts(desk.project)
        await desk.press("ctrl+o")
        assert "No conflict waits" in desk.message


async def test_giving_up_decides_nothing(review, project, tmp_path):
    in_conflict(project, tmp_path, [2])
    async with review(size=(80, 24)) as desk:
        await asked(desk)
        await desk.press("escape")
        await desk.until(lambda: isinstance(desk.screen, ReviewScreen))
        assert len(kept_conflicts(desk.project)) == 1
        assert desk.project.segments.get(3).target == "ჩემი 2"


def test_long_texts_are_shown_where_they_differ():
    same = "ერთი და იგივე წინადადება. " * 20
    end = "ბოლო სიტყვები. " * 20
    dialog = MergeConflict(
        by="v.po", file="v.po", base=same + end, ours=f"{same}ჩემი {end}", theirs=f"{same}მათი {end}"
    )
    base, ours, theirs = (part.split("\n")[-1] for part in dialog._text.split("\n\n")[:3])
    assert "ჩემი ბოლო" in ours
    assert "მათი ბოლო" in theirs
    assert "წინადადება. ბოლო" in base
    assert all(one.startswith("…") and one.endswith("…") and len(one) < 225 for one in (base, ours, theirs))
    assert "In v.po:" in dialog._text  # who edited it nobody knows


def test_of_two_who_changed_a_long_segment_both_see_where_they_differ():
    same, end = "ერთი და იგივე წინადადება. " * 20, "ბოლო სიტყვები. " * 20
    dialog = Conflict("Nino", "12:00", f"{same}მისი {end}", f"{same}ჩემი {end}")
    theirs, mine, difference = (part.split("\n")[-1] for part in dialog._text.split("\n\n"))
    assert "მისი ბოლო" in theirs
    assert "ჩემი ბოლო" in mine
    assert "[-მის-]{+ჩემ+}ი" in difference
    assert all(
        one.startswith("…") and one.endswith("…") and len(one) < 225 for one in (theirs, mine, difference)
    )
