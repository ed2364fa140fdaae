"""The memory on the screen: matches by number, concordance in any form, repeats taken over with one undo."""

import pytest

from tests.tui.conftest import fill
from transreview.memory.file import MemoryFile
from transreview.memory.record import MemoryPair
from transreview.model.segment import Status
from transreview.project.project import Project
from transreview.tui.dialogs.concordance import Concordance
from transreview.tui.dialogs.repeats import RepeatList

PAIRS = [
    ("“镜”业守初心 永远跟党走", "„სათვალის“ დარგი პარტიის ერთგულია"),
    (
        "中国眼镜协会第八届常务理事会暨党建工作经验交流会召开",
        "ჩინეთის სათვალის ასოციაციის მე-8 საბჭო გაიხსნა",
    ),
    ("常务理事会", "მუდმივი საბჭო"),
]


@pytest.fixture
def memory(tmp_path, monkeypatch):
    where = tmp_path / "own.memory"
    monkeypatch.setenv("TRANSREVIEW_MEMORY", str(where))
    with MemoryFile(where) as opened:
        opened.add(
            MemoryPair(
                source=source, target=target, source_language="zh", target_language="ka",
                collection="fair", key=source, label="fair",
            )
            for source, target in PAIRS
        )  # fmt: skip
    return where


def shown(desk):
    return [entry.value.pair.target for entry in desk.view.panes.pane("memory")._entries]


async def test_the_pane_shows_matches_and_a_number_inserts_one(review, memory):
    async with review(size=(120, 40)) as desk:
        await desk.until(lambda: shown(desk) == [PAIRS[0][1]])
        assert "100 % fair" in desk.text
        await desk.press("j")
        await desk.until(lambda: shown(desk) == [PAIRS[1][1], PAIRS[2][1]])
        entry = desk.view.panes.pane("memory")._entries[0].text.split("\n")
        assert entry[1] == PAIRS[1][1]  # a low pane has room for little: the translation comes first
        assert "{+" in entry[2]  # what the match lacks is added
        await desk.press("enter", "f5", "1")
        assert desk.editor.content == PAIRS[1][1]
        await desk.press("ctrl+z")
        assert desk.editor.content == desk.TARGET[1]
        desk.editor.move_cursor(desk.editor.document.end)
        await desk.press("f5", "2", "escape")
        assert desk.stored(1).target == desk.TARGET[1] + PAIRS[2][1]
        await desk.press("enter", "ctrl+home", "f5", "2")
        assert desk.editor.content.startswith(f"{PAIRS[2][1]} {desk.TARGET[1]}")  # it sticks to no word
        assert desk.editor.caret == len(PAIRS[2][1])


async def test_what_is_confirmed_is_remembered(review, memory):
    async with review() as desk:
        await desk.press("j", "j", "c")
        desk.controllers.memory.close()
    with MemoryFile(memory, read_only=True) as opened:
        assert desk.SOURCE[2] in {pair.source for pair in opened.each()}


async def test_what_was_just_confirmed_is_a_match_of_the_segment_that_is_open(review, memory, tmp_path):
    with Project.create(tmp_path / "twice.transreview") as project:
        fill(project, ("关税取消了。", "关税取消了。"), ("ბაჟი გაუქმდა.", "ტარიფი მოიხსნა."))
        async with review(project, size=(120, 40)) as desk:
            await desk.press("c")
            desk.controllers.memory.record()
            await desk.until(lambda: shown(desk) == ["ბაჟი გაუქმდა."])


async def test_concordance_finds_every_form_in_glossary_project_and_memory(review, memory):
    async with review(size=(120, 40)) as desk:
        await desk.press("semicolon")
        await desk.type("ასოციაცია")
        await desk.press("enter")
        assert isinstance(desk.screen, Concordance)
        assert "ასოციაციის მე-8 საბჭო" in desk.text
        assert "this project, 0002" in desk.text
        await desk.press("escape")
        assert not isinstance(desk.screen, Concordance)


async def test_concordance_of_a_selection_writes_at_the_cursor(review, memory):
    async with review(size=(120, 40)) as desk:
        await desk.press("j", "enter")
        desk.editor.put("საბჭო")
        desk.editor.select_all()
        await desk.press("alt+k")
        assert isinstance(desk.screen, Concordance)
        while desk.screen.query_one("#places").value() != PAIRS[2][1]:
            await desk.press("down")
        await desk.press("enter")
        assert desk.editor.content == PAIRS[2][1]


async def test_of_a_concept_the_concordance_writes_the_preferred_term_and_never_a_forbidden_one(
    review, memory, glossary
):
    async with review(size=(120, 40)) as desk:
        await desk.press("enter")
        desk.editor.put("党")
        desk.editor.select_all()
        await desk.press("alt+k")
        assert desk.screen.query_one("#places").value() == "პარტია"
        assert "✗ წვეულება" in desk.text
        assert "(1)" not in desk.text.split("its forms")[1].split("\n")[1]  # a number of nothing
        await desk.press("enter")
        assert desk.editor.content == "პარტია"


async def test_words_that_are_nowhere_are_said_to_be(review, memory):
    async with review(size=(120, 40)) as desk:
        await desk.press("semicolon")
        await desk.type("qqq")
        await desk.press("enter")
        assert "nowhere" in desk.text


async def test_repeats_take_a_translation_over_with_one_undo(path, review):
    with Project.open(path) as project:
        fill(
            project,
            ("关税。", "第二段。", "关税。", "关税。"),
            ("ა", "ბ", "გ", "დ"),
            slug="second",
            title="二",
        )
        third = project.segments.all(2)[3]
        project.segments.set_status(third.id, Status.CONFIRMED, revision=third.revision)
    async with review(article_id=2) as desk:
        await desk.press("y")
        assert isinstance(desk.screen, RepeatList)
        await desk.press("enter")
        await desk.until(lambda: not isinstance(desk.screen, RepeatList))
        assert "1 segment has this translation now" in str(desk.message)
        assert [s.target for s in desk.project.segments.all(2)] == ["ა", "ბ", "ა", "დ"]
        await desk.press("y")
        await desk.until(lambda: isinstance(desk.screen, RepeatList))
        await desk.press("a", "enter")
        await desk.until(lambda: not isinstance(desk.screen, RepeatList))
        assert [s.target for s in desk.project.segments.all(2)] == ["ა", "ბ", "ა", "ა"]
        await desk.press("U")
        await desk.press("U")
        assert [s.target for s in desk.project.segments.all(2)] == ["ა", "ბ", "გ", "დ"]
        await desk.press("g", "j", "y")
        assert "No other segment" in str(desk.message)


async def test_a_broken_memory_is_told_once_and_the_review_goes_on(review, tmp_path, monkeypatch):
    (tmp_path / "broken.memory").write_bytes(b"no database " * 500)
    monkeypatch.setenv("TRANSREVIEW_MEMORY", str(tmp_path / "broken.memory"))
    async with review() as desk:
        await desk.until(lambda: "cannot be used" in str(desk.message))
        await desk.press("j", "c")
        assert desk.stored(1).status is Status.CONFIRMED


async def test_no_memory_is_made_where_none_is_wanted(review, tmp_path):
    async with review() as desk:
        await desk.press("c", "s", "escape", "semicolon")
        await desk.type("საბჭო")
        await desk.press("enter", "escape")
    assert not list(tmp_path.glob("*.memory"))


async def test_a_segment_is_no_match_of_itself(review, memory):
    async with review(size=(120, 40)) as desk:
        await desk.press("g", "c")
        desk.controllers.memory.close()
        await desk.press("g")
        await desk.until(lambda: shown(desk) == [PAIRS[0][1]])


async def test_a_word_is_completed_from_the_matches_before_the_article(review, memory, project):
    project.segments.edit(6, "მუდმივად მუდმივად მუდმივად", revision=0)
    async with review(size=(120, 40)) as desk:
        await desk.press("j")
        await desk.until(lambda: shown(desk) == [PAIRS[1][1], PAIRS[2][1]])
        await desk.press("enter", "end", "space", *"მუდმ", "alt+/")
        assert " მუდმივი " in desk.editor.content
        await desk.press("alt+/")
        assert " მუდმივად " in desk.editor.content
