"""What is exported is what the project says, in the form that others read."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transreview.errors import InputError, UsageError
from transreview.formats.po_catalog import read_catalog
from transreview.formats.readers import read_bilingual
from transreview.formats.registry import read_document
from transreview.model.article import Article
from transreview.model.bead import Bead
from transreview.model.segment import Segment, Status
from transreview.model.unit import Granularity, Unit, UnitKind
from transreview.project import Project
from transreview.project.failures import SaveError
from transreview.resources import shipped
from transreview.workflow.delivery.exporting import export
from transreview.workflow.delivery.returned_file import read_returned
from transreview.workflow.intake.article_input import ArticleInput
from transreview.workflow.intake.importing import import_article

SAMPLE = shipped("corpus", "mirror-industry")
ZH, KA = SAMPLE / "mirror-industry.zh.txt", SAMPLE / "mirror-industry.ka.mt.txt"


class Clock:
    """A minute a change, so that times are the test's."""

    def __init__(self) -> None:
        self.now = datetime(2021, 9, 10, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def make(folder: Path, name: str = "p", **options: object) -> Project:
    project = Project.create(folder / f"{name}.transreview", user="ნინო", clock=Clock())
    import_article(project, ArticleInput(ZH, KA, **options))  # type: ignore[arg-type]
    return project


def rewrite(project: Project, number: int, text: str) -> Segment:
    segment = project.segments.all()[number]
    return project.segments.edit(segment.id, text, revision=segment.revision)


def entries(path: Path) -> dict[str, polib.POEntry]:
    return {entry.msgctxt: entry for entry in polib.pofile(str(path))}


def accepted(path: Path) -> None:
    """Make sure that gettext has nothing to say and nothing to change."""
    if shutil.which("msgfmt") is None:
        pytest.skip("needs gettext")
    done = subprocess.run(
        ["msgfmt", "-c", "-v", "-o", "/dev/null", path], capture_output=True, text=True, check=True
    )
    words = done.stderr.replace(str(path), "")
    assert "warning" not in words
    assert "error" not in words
    assert (
        subprocess.run(["msgcat", "--no-wrap", path], capture_output=True, check=True).stdout
        == path.read_bytes()
    )


def test_the_catalog_says_what_every_segment_is(tmp_path: Path) -> None:
    with make(tmp_path) as project:
        first = rewrite(project, 0, "სათვალის დარგი მიზანს იცავს")
        project.segments.set_status(first.id, Status.CONFIRMED, revision=first.revision)
        second = rewrite(project, 1, "")
        project.comments.add(second.id, "თარგმანი აკლია\nსასწრაფოდ!")
        third = project.segments.all()[2]
        third = project.segments.set_status(third.id, Status.APPROVED, revision=third.revision)
        project.segments.set_needs_work(third.id, True, revision=third.revision)
        done = export(project, tmp_path / "a.po")
    assert (done.segments, done.confirmed, done.untouched, done.untranslated, done.messages) == (
        16,
        2,
        13,
        1,
        16,
    )
    found = entries(tmp_path / "a.po")
    confirmed = found["doc:mirror-industry|seg:0001"]
    assert confirmed.msgstr == "სათვალის დარგი მიზანს იცავს"
    assert confirmed.flags == []
    assert confirmed.comment.splitlines()[0] == "kind: title"
    assert confirmed.occurrences == [("mirror-industry.zh.txt", "1")]
    empty = found["doc:mirror-industry|seg:0002"]
    assert (empty.msgstr, empty.flags) == ("", [])
    assert empty.tcomment == "ნინო: თარგმანი აკლია\nნინო: სასწრაფოდ!"
    flagged = found["doc:mirror-industry|seg:0003"]
    assert flagged.flags == ["fuzzy"]
    assert "needs work" in flagged.comment
    untouched = found["doc:mirror-industry|seg:0004"]
    assert untouched.flags == ["fuzzy"]
    assert "mt" in untouched.comment.splitlines()
    joined = found["doc:mirror-industry|seg:0005+0006"]
    assert joined.occurrences == [("mirror-industry.zh.txt", "9"), ("mirror-industry.zh.txt", "11")]
    assert "align: 2:1" in joined.comment
    assert "\n\n" in joined.msgid
    accepted(tmp_path / "a.po")


def test_the_same_project_gives_the_same_bytes(tmp_path: Path) -> None:
    with make(tmp_path) as project:
        rewrite(project, 0, "ახალი")
        export(project, tmp_path / "a.po")
        export(project, tmp_path / "b.po")
    assert (tmp_path / "a.po").read_bytes() == (tmp_path / "b.po").read_bytes()
    header = polib.pofile(str(tmp_path / "a.po")).metadata
    assert header["POT-Creation-Date"] == "2021-09-10 08:01+0000"
    assert header["PO-Revision-Date"] > header["POT-Creation-Date"]
    assert header["Last-Translator"] == "ნინო"
    assert header["Plural-Forms"] == "nplurals=2; plural=(n != 1);"


def test_source_date_epoch_has_the_last_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    with make(tmp_path) as project:
        export(project, tmp_path / "a.po")
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "tomorrow")
        with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
            export(project, tmp_path / "a.po")
    assert polib.pofile(str(tmp_path / "a.po")).metadata["PO-Revision-Date"] == "1970-01-02 00:00+0000"


def built(
    folder: Path, beads: list[Bead], source: list[str], target: list[str], **options: object
) -> Project:
    project = Project.create(folder / "p.transreview", user="a", clock=Clock())
    article = Article(
        id=0,
        slug="doc",
        title="Doc",
        source_language="zh",
        target_language="ka",
        source_path="ჩემი ფაილი.txt",
        **options,
    )  # type: ignore[arg-type]
    project.articles.add(
        article,
        [Unit(text, paragraph=i, line=i + 1) for i, text in enumerate(source)],
        [Unit(text, paragraph=i, line=i + 1) for i, text in enumerate(target)],
        beads,
    )
    return project


def test_a_file_that_the_project_cannot_take_note_of_is_there_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Project.create(tmp_path / "p.transreview") as project:
        import_article(project, ArticleInput(ZH, KA))

        def refuse(*_given: object, **_named: object) -> bool:
            raise SaveError("the server cannot be reached; nothing was saved")

        monkeypatch.setattr(project.exports, "record_present", refuse)
        with pytest.raises(SaveError, match="is written, but the project could not take note") as caught:
            export(project, tmp_path / "out.po")
        assert caught.value.remedy
        assert read_catalog(tmp_path / "out.po").entries
        monkeypatch.undo()
        export(project, tmp_path / "out.po", force=True)
        assert project.exports.all()


def test_text_without_a_source_is_a_message_of_its_own(tmp_path: Path) -> None:
    beads = [Bead((), (0,)), Bead((0,), (1,)), Bead((), (2,)), Bead((1,), ())]
    with built(tmp_path, beads, ["一 100 %", "二"], ["წინ", "ერთი", "მიმატებული"]) as project:
        assert export(project, tmp_path / "a.po").messages == 4
        text = (tmp_path / "a.po").read_text(encoding="utf-8")
        (tmp_path / "a.po").write_text(text.replace('"მიმატებული"', '"სხვა"'), encoding="utf-8")
        (came,) = [
            one for one in read_returned(project, tmp_path / "a.po").units
            if one.pair.target != one.segment.target
        ]  # fmt: skip
        assert (came.segment.target, came.pair.source, came.pair.target) == ("მიმატებული", "", "სხვა")
    first, before, added, second = polib.pofile(str(tmp_path / "a.po"))
    assert (before.msgid, before.msgstr, added.msgid, added.msgstr) == ("", "წინ", "", "სხვა")
    assert len({first.msgctxt, before.msgctxt, added.msgctxt, second.msgctxt}) == 4
    assert first.flags == ["fuzzy", "no-c-format"]
    assert first.occurrences == [("ჩემი%20ფაილი.txt", "1")]
    assert (second.msgid, second.msgstr) == ("二", "")
    accepted(tmp_path / "a.po")


def test_equal_paragraphs_stay_apart(tmp_path: Path) -> None:
    with built(tmp_path, [Bead((0,), (0,)), Bead((1,), (1,))], ["同", "同"], ["ერთი", "ორი"]) as project:
        export(project, tmp_path / "a.po")
    assert [entry.msgstr for entry in polib.pofile(str(tmp_path / "a.po"))] == ["ერთი", "ორი"]
    accepted(tmp_path / "a.po")


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\x04"), max_size=40)


@settings(max_examples=40)
@given(texts=st.lists(st.tuples(TEXT.filter(str.strip), TEXT), min_size=1, max_size=4))
def test_a_catalog_read_back_is_the_project(
    texts: list[tuple[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("export")
    beads = [Bead((i,), (i,)) for i in range(len(texts))]
    with built(folder, beads, [source for source, _ in texts], [target for _, target in texts]) as project:
        segments = project.segments.all()
        export(project, folder / "a.po")
    found = [(entry.msgid, entry.msgstr) for entry in read_catalog(folder / "a.po").entries]

    def plain(text: str) -> str:
        text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
        return text if text.strip() else ""

    assert found == [(plain(segment.source), plain(segment.target)) for segment in segments]


@pytest.mark.parametrize("granularity", list(Granularity))
def test_an_untouched_article_is_its_file_to_the_byte(tmp_path: Path, granularity: Granularity) -> None:
    with make(tmp_path, granularity=granularity) as project:
        export(project, tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_bytes() == KA.read_bytes()


def test_only_reviewed_text_changes_in_the_file(tmp_path: Path) -> None:
    with make(tmp_path) as project:
        rewrite(project, 2, "ახალი მესამე აბზაცი.")
        export(project, tmp_path / "a.txt")
    old, new = KA.read_text("utf-8").split("\n"), (tmp_path / "a.txt").read_text("utf-8").split("\n")
    assert [i for i, (a, b) in enumerate(zip(old, new, strict=True)) if a != b] == [4]
    assert new[4] == "ახალი მესამე აბზაცი."


def test_merged_and_split_segments_stay_in_their_places(tmp_path: Path) -> None:
    with make(tmp_path) as project:
        third, fourth = project.segments.all()[2:4]
        at = third.target.index(". ") + 2
        merged = project.structure.merge(third.id)
        assert merged.target == f"{third.target}\n\n{fourth.target}"
        project.structure.split(merged.id, 5, at)
        export(project, tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_bytes() == KA.read_bytes()


def test_joined_paragraphs_move_to_the_first_and_added_ones_go_with_the_last(tmp_path: Path) -> None:
    beads = [Bead((0,), (0, 1)), Bead((1,), (2,)), Bead((2,), ())]
    with built(tmp_path, beads, ["一", "二", "三"], ["ა", "ბ", "გ"]) as project:
        rewrite(project, 0, "ა და ბ")
        rewrite(project, 1, "გ\n\nდ")
        rewrite(project, 2, "ე")
        export(project, tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_text("utf-8") == "ა და ბ\n\nგ\n\nდ\n\nე\n"


def test_markdown_goes_back_into_its_own_page(tmp_path: Path) -> None:
    (tmp_path / "a.zh.md").write_text(
        "# 标题一二三四\n\n- 第一点内容。\n- 第二点内容。\n\n正文在这里结束。\n", encoding="utf-8"
    )
    page = "# სათაური არის ეს\r\n\r\n* პირველი პუნქტია.\r\n* მეორე პუნქტია.\r\n\r\n```\r\ncode\r\n```\r\n\r\nტექსტი აქ მთავრდება.\r\n"
    (tmp_path / "a.ka.md").write_bytes(page.encode("utf-8-sig"))
    with Project.create(tmp_path / "p.transreview") as project:
        import_article(project, ArticleInput(tmp_path / "a.zh.md", tmp_path / "a.ka.md"))
        export(project, tmp_path / "same.md")
        assert (tmp_path / "same.md").read_bytes() == (tmp_path / "a.ka.md").read_bytes()
        rewrite(project, 1, "ახალი **პუნქტი**")
        export(project, tmp_path / "new.md")
        export(project, tmp_path / "new.txt")
    assert (tmp_path / "new.md").read_bytes().decode("utf-8-sig") == page.replace(
        "პირველი პუნქტია.", "ახალი **პუნქტი**"
    )
    assert (tmp_path / "new.txt").read_text("utf-8").startswith("სათაური არის ეს\n\n* ახალი პუნქტი\n* მეორე")


def test_plain_text_becomes_markdown_with_its_kinds(tmp_path: Path) -> None:
    with make(tmp_path) as project:
        export(project, tmp_path / "a.md")
    read = read_document(tmp_path / "a.md")
    kinds = [unit.kind for unit in read.units]
    assert kinds[0] is UnitKind.TITLE
    assert kinds.count(UnitKind.LIST_ITEM) == 7
    assert len(kinds) == 16


def test_a_text_in_a_legacy_encoding_goes_back_in_it_when_it_can(tmp_path: Path) -> None:
    (tmp_path / "a.ka.txt").write_text("სათაური აქ არის\n\nტექსტი მოდის აქ.\n", encoding="utf-8")
    (tmp_path / "a.zh.txt").write_bytes("标题在这里\n\n会议在长沙召开，我们大家都来了。\n".encode("gb18030"))
    with Project.create(tmp_path / "p.transreview") as project:
        import_article(project, ArticleInput(tmp_path / "a.ka.txt", tmp_path / "a.zh.txt"))
        export(project, tmp_path / "b.txt")
        assert (tmp_path / "b.txt").read_bytes() == (tmp_path / "a.zh.txt").read_bytes()


def test_exchange_files_have_the_projects_texts(tmp_path: Path) -> None:
    with make(tmp_path) as project:
        first = rewrite(project, 0, "ახალი სათაური")
        project.segments.set_status(first.id, Status.APPROVED, revision=first.revision)
        project.comments.add(first.id, "შენიშვნა")
        segments = project.segments.all()
        for name, form in (("a.xlf", None), ("b.xlf", "xliff2")):
            assert export(project, tmp_path / name, format=form).messages == 16
            units = read_bilingual(tmp_path / name).pairs
            assert [(unit.source, unit.target) for unit in units] == [(s.source, s.target) for s in segments]
            assert "შენიშვნა" in [text for _who, text in units[0].comments]
            assert units[0].confirmed
        assert export(project, tmp_path / "a.tmx").messages == 1
    assert [unit.target for unit in read_bilingual(tmp_path / "a.tmx").pairs] == ["ახალი სათაური"]


def test_several_articles(tmp_path: Path) -> None:
    with make(tmp_path) as project:
        import_article(project, ArticleInput(ZH, KA))
        assert export(project, tmp_path / "a.po").segments == 32
        assert export(project, tmp_path / "b.po", article_id=2).segments == 16
        with pytest.raises(UsageError, match=r"1 \(mirror-industry\), 2 \(mirror-industry-2\)"):
            export(project, tmp_path / "a.txt")
        export(project, tmp_path / "a.txt", article_id=2)
        import_article(project, ArticleInput(KA, ZH))
        with pytest.raises(UsageError, match="one pair of languages"):
            export(project, tmp_path / "a.po")
        with pytest.raises(UsageError, match="no article 9"):
            export(project, tmp_path / "a.po", article_id=9)
    accepted(tmp_path / "a.po")


def test_exports_are_remembered(tmp_path: Path) -> None:
    with make(tmp_path) as project:
        export(project, tmp_path / "a.po")
        record = project.exports.last(str(tmp_path / "a.po"))
        assert record is not None
        assert record.format == "po"


def test_a_read_only_project_can_be_exported(tmp_path: Path) -> None:
    make(tmp_path).close()
    with Project.open(tmp_path / "p.transreview", read_only=True) as project:
        assert export(project, tmp_path / "a.po").messages == 16


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    with make(tmp_path) as project:
        for name in ("missing/a.po", "."):
            with pytest.raises((InputError, UsageError)):
                export(project, tmp_path / name)
        with pytest.raises(UsageError, match=r"\.po, \.md"):
            export(project, tmp_path / "a.pdf")
        (tmp_path / "folder.po").mkdir()
        with pytest.raises(InputError, match="folder"):
            export(project, tmp_path / "folder.po")
    with (
        Project.create(tmp_path / "empty.transreview") as project,
        pytest.raises(UsageError, match="no article"),
    ):
        export(project, tmp_path / "a.po")
