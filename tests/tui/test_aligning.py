"""The alignment is mended on the screen: merge, split, shift, each undone by one key."""

from transreview.tui.dialogs.split import boundaries


async def test_merge_and_undo(review):
    async with review() as desk:
        await desk.press("J")
        assert desk.message == "✓ Merged with the next; U undoes."
        merged = desk.stored()
        assert merged.bead == "2-2"
        assert merged.source == "\n\n".join(desk.SOURCE[:2])
        assert "1/5" in desk.text
        await desk.press("U")
        assert [segment.source for segment in desk.project.segments.all()] == list(desk.SOURCE)
        assert "1/6" in desk.text


async def test_the_last_has_nothing_to_merge_with(review):
    async with review() as desk:
        await desk.press("G", "J")
        assert desk.message.startswith("✗ 0006 is the last of its article")


async def test_split_at_the_proposed_sentences(review):
    async with review() as desk:
        await desk.press("j", "j", "j", "S")
        assert "Where does the second segment begin?" in desk.text
        await desk.press("enter")
        assert desk.message == "✓ Split in two; U undoes."
        first, second = desk.stored(3), desk.stored(4)
        assert first.source == "会议重点学习贯彻党中央近期的决策部署。"
        assert second.source == "会议通报了协会的主要工作情况。"
        assert first.target == "შეხვედრაზე ყურადღება გამახვილდა ბოლოდროინდელ გადაწყვეტილებებზე."
        assert second.target == "შეხვედრამ აცნობა ასოციაციის მუშაობა."
        assert desk.current == 3
        await desk.press("U")
        assert len(desk.project.segments.all()) == 6


async def test_split_where_the_carets_were_put(review):
    async with review() as desk:
        await desk.press("S", "home", "right", "right", "right", "right")
        await desk.press("tab", "g", "space")
        await desk.press("home", "w", "enter")
        assert desk.stored(0).source == "“镜”业"
        assert desk.stored(0).target == '"Mirror"'
        assert desk.stored(1).target.startswith("ინდუსტრია")


async def test_giving_up_a_split_changes_nothing(review):
    async with review() as desk:
        await desk.press("S", "escape")
        assert len(desk.project.segments.all()) == 6


async def test_paragraphs_move_to_the_neighbours(review):
    async with review() as desk:
        await desk.press("j", "<")
        assert desk.message == "✓ Moved up; U undoes."
        assert desk.stored(0).target == "\n\n".join(desk.TARGET[:2])
        assert desk.stored(1).target == ""
        await desk.press("U", "g", "j", ")")
        assert desk.stored(2).source == "\n\n".join(desk.SOURCE[1:3])
        await desk.press("U")
        assert [segment.source for segment in desk.project.segments.all()] == list(desk.SOURCE)
        assert [segment.target for segment in desk.project.segments.all()] == list(desk.TARGET)


async def test_a_confirmed_segment_that_changes_says_so(review):
    async with review() as desk:
        await desk.press("c", "g", "J")
        assert desk.message == "✓ Merged with the next; U undoes. It has to be confirmed again."


def test_boundaries_stand_behind_closing_quotes_and_blanks():
    text = "他说：“好。”然后走了。再见"
    assert [text[at:] for at in boundaries(text)] == ["然后走了。再见", "再见"]
    assert boundaries("ერთი. ორი! სამი") == [6, 11]
    assert boundaries("პირველი\n\nმეორე") == [9]
    assert boundaries("ერთი") == []
