"""Articles come in whole, in the languages they are in, or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from transreview.errors import InputError, UsageError
from transreview.formats.glossary_csv import read_glossary
from transreview.formats.tbx_writing import write_tbx
from transreview.model.unit import Granularity, UnitKind
from transreview.project import Project
from transreview.resources import shipped
from transreview.workflow.delivery.exporting import export
from transreview.workflow.intake.article_input import ArticleInput, read_sides
from transreview.workflow.intake.importing import Imported, for_project, import_article
from transreview.workflow.terms.glossaries import glossary_paths, project_glossary, set_glossaries

SAMPLE = shipped("corpus", "mirror-industry")
ZH, KA, REFERENCE = (SAMPLE / f"mirror-industry.{part}.txt" for part in ("zh", "ka.mt", "ka.ref"))

SOURCE = (
    "“镜”业守初心\n\n5月26日，协会理事会在长沙召开。代表共100余人参加了会议。\n\n发布时间：2021年9月10日\n"
)
TARGET = (
    "სათვალის დარგი საწყის მიზანს იცავს\n\n26 მაისს ჩანშაში საბჭოს სხდომა გაიმართა."
    " სხდომას 100-ზე მეტი დელეგატი დაესწრო.\n\nგამოქვეყნდა: 2021-09-10\n"
)


def files(folder: Path, source: str = SOURCE, target: str = TARGET) -> tuple[Path, Path]:
    (folder / "a.zh.txt").write_text(source, encoding="utf-8")
    (folder / "a.ka.txt").write_text(target, encoding="utf-8")
    return folder / "a.zh.txt", folder / "a.ka.txt"


def imported(folder: Path, given: ArticleInput) -> Imported:
    with Project.create(folder / "p.transreview") as project:
        return import_article(project, given)


def test_the_sample_comes_in_with_its_reference(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.transreview") as project:
        steps: list[str] = []
        done = import_article(project, ArticleInput(ZH, KA, reference=REFERENCE), progress=steps.append)
        segments = project.segments.all()
    assert (done.source_units, done.target_units, done.reference_units) == (17, 16, 17)
    assert done.beads == {"1-1": 15, "2-1": 1}
    assert (done.article.source_language, done.article.target_language) == ("zh", "ka")
    assert done.article.slug == "mirror-industry"
    assert done.article.title == "“镜”业守初心 永远跟党走"
    assert done.article.source_path == "mirror-industry.zh.txt"
    assert [segment.kind for segment in segments][:2] == [UnitKind.TITLE, UnitKind.HEADING]
    assert segments[4].bead == "2-1"
    assert segments[4].key == "0005+0006"
    assert all(segment.reference for segment in segments)
    assert len(steps) == 4


def test_sentences_are_segments_when_asked_for(tmp_path: Path) -> None:
    source, target = files(tmp_path)
    with Project.create(tmp_path / "p.transreview") as project:
        done = import_article(project, ArticleInput(source, target, granularity=Granularity.SENTENCE))
        assert [segment.source for segment in project.segments.all()][1:3] == [
            "5月26日，协会理事会在长沙召开。",
            "代表共100余人参加了会议。",
        ]
    assert done.source_units == done.target_units == 4


def test_legacy_encodings_are_told(tmp_path: Path) -> None:
    source, target = files(tmp_path)
    source.write_bytes(SOURCE.encode("gb18030"))
    done = imported(tmp_path, ArticleInput(source, target))
    assert done.encodings == {str(source): "gb18030"}


def test_what_the_user_says_is_kept_in_full(tmp_path: Path) -> None:
    source, target = files(tmp_path)
    given = ArticleInput(
        source, target, source_language="zh_tw", target_language="KA", engine=" NMT ", title="სათაური"
    )
    article = imported(tmp_path, given).article
    assert (article.source_language, article.target_language) == ("zh-Hant-TW", "ka")
    assert (article.engine, article.title) == ("NMT", "სათაური")


def test_swapped_sides_are_refused_unless_forced(tmp_path: Path) -> None:
    source, target = files(tmp_path)
    given = ArticleInput(target, source, source_language="zh", target_language="ka")
    with pytest.raises(InputError, match="swapped"):
        imported(tmp_path, given)
    (tmp_path / "p.transreview").unlink()
    forced = ArticleInput(target, source, source_language="zh", target_language="ka", force=True)
    assert imported(tmp_path, forced).source_units == 3


def test_what_nobody_said_is_taken_as_it_is(tmp_path: Path) -> None:
    source, target = files(tmp_path)
    article = imported(tmp_path, ArticleInput(target, source)).article
    assert (article.source_language, article.target_language) == ("ka", "zh")


def test_a_side_in_another_script_is_refused(tmp_path: Path) -> None:
    source, target = files(tmp_path, target="Это русский перевод статьи, а не грузинский.\n")
    with pytest.raises(InputError, match="Georgian"):
        imported(tmp_path, ArticleInput(source, target, target_language="ka"))


def test_a_reference_in_another_language_is_refused(tmp_path: Path) -> None:
    source, target = files(tmp_path)
    with pytest.raises(InputError, match="reference"):
        imported(tmp_path, ArticleInput(source, target, reference=source))


def test_a_neighbour_language_is_only_remarked(tmp_path: Path) -> None:
    english = "The council met in Changsha in May. More than a hundred delegates came to the meeting.\n"
    source, target = files(tmp_path, target=english)
    done = imported(tmp_path, ArticleInput(source, target, target_language="de"))
    assert done.article.target_language == "de"
    assert any("English" in warning for warning in done.warnings)


def test_a_second_language_is_named_with_the_line_where_it_begins(tmp_path: Path) -> None:
    chinese = "\n\n".join(f"第{n}段讲述了长沙的会议和参会代表的意见。" for n in range(9))
    english = "\n\n".join(f"Paragraph {n} tells about the meeting and its delegates." for n in range(9))
    georgian = "\n\n".join(f"{n}-ე აბზაცი მოგვითხრობს შეხვედრისა და დელეგატების შესახებ." for n in range(18))
    source, target = files(tmp_path, f"{chinese}\n\n{english}", georgian)
    given = ArticleInput(source, target, source_language="zh", target_language="ka")
    (warning,) = imported(tmp_path, given).warnings
    assert "line 19" in warning
    assert "English" in warning


def test_how_much_is_read_is_said_file_by_file(tmp_path: Path) -> None:
    told: list[float] = []
    read_sides(ArticleInput(*files(tmp_path)), told.append)
    assert told == sorted(told)
    assert 0 < told[0] < told[-1] < 1


@pytest.mark.parametrize("source_language", ["zh", None])
def test_a_page_whose_headings_alone_are_translated_is_in_their_language(
    tmp_path: Path, source_language: str | None
) -> None:
    """The rest was left in English, which is most of it: of two English files one is meant to be Georgian."""
    english = "The following error was encountered while trying to retrieve the address you asked for."
    source, target = files(tmp_path, f"ERROR\n\n{english}", f"შეცდომა მოთხოვნაში\n\n{english}\n\nთქვენი კეში")
    if source_language:
        source.write_text("错误\n\n当尝试取回该地址时遇到下面的错误。\n", encoding="utf-8")
    done = imported(tmp_path, ArticleInput(source, target, force=False))
    assert (done.article.source_language, done.article.target_language) == (source_language or "en", "ka")
    assert any("not certain" in warning for warning in done.warnings)


def test_one_language_on_both_sides_is_refused(tmp_path: Path) -> None:
    source, target = files(tmp_path, target="会议在长沙召开，代表一百余人。\n")
    with pytest.raises(InputError, match="both in Chinese"):
        imported(tmp_path, ArticleInput(source, target))


def test_text_without_letters_needs_a_language(tmp_path: Path) -> None:
    source, target = files(tmp_path, source="123 456\n")
    source = source.rename(tmp_path / "a.txt")
    with pytest.raises(InputError, match="--source-lang"):
        imported(tmp_path, ArticleInput(source, target))


@pytest.mark.parametrize(
    ("code", "meant"), [("cn", "zh"), ("ge", "ka"), ("chinese", "zh"), ("x1", "languages")]
)
def test_what_is_no_language_is_refused_with_what_was_meant(tmp_path: Path, code: str, meant: str) -> None:
    source, target = files(tmp_path)
    with pytest.raises(UsageError, match=meant):
        imported(tmp_path, ArticleInput(source, target, source_language=code))


def test_one_file_for_both_sides_is_refused(tmp_path: Path) -> None:
    source, _target = files(tmp_path)
    (tmp_path / "link.txt").symlink_to(source)
    for other in (source, tmp_path / "link.txt"):
        with pytest.raises(UsageError, match="same file"):
            imported(tmp_path, ArticleInput(source, other))
        (tmp_path / "p.transreview").unlink()


@pytest.mark.parametrize("content", [b"", b" \n\n", b"\0\1\2\0" * 50, "ა".encode()[:2]])
def test_a_bad_side_leaves_the_project_as_it_was(tmp_path: Path, content: bytes) -> None:
    source, target = files(tmp_path)
    with Project.create(tmp_path / "p.transreview") as project:
        import_article(project, ArticleInput(source, target))
        target.write_bytes(content)
        with pytest.raises(InputError, match=r"a\.ka\.txt"):
            import_article(project, ArticleInput(source, target))
        assert len(project.articles.all()) == 1
        assert len(project.journal.entries(None)) == 1


def test_a_second_article_is_in_the_languages_of_the_project(tmp_path: Path) -> None:
    source, target = files(tmp_path)
    with Project.create(tmp_path / "p.transreview") as project:
        import_article(project, ArticleInput(source, target))
        with pytest.raises(InputError, match="swapped"):
            import_article(project, for_project(project, ArticleInput(target, source)))
        second = import_article(project, for_project(project, ArticleInput(source, target)))
    assert second.article.slug == "a-2"
    assert second.article.id == 2


def test_glossaries_are_found_when_the_folder_moves(tmp_path: Path) -> None:
    folder = tmp_path / "one"
    folder.mkdir()
    shutil.copy(shipped("glossary", "optical-industry.csv"), folder / "own.csv")
    with Project.create(folder / "p.transreview") as project:
        set_glossaries(project, [folder / "own.csv", shipped("glossary", "optical-industry.csv")])
    folder.rename(tmp_path / "two")
    with Project.open(tmp_path / "two" / "p.transreview") as project:
        own, ours = glossary_paths(project)
        assert own == tmp_path / "two" / "own.csv"
        assert ours == shipped("glossary", "optical-industry.csv")
        assert len(project_glossary(project).concepts) > 100
        own.unlink()
        with pytest.raises(InputError, match=r"own\.csv"):
            project_glossary(project)


def test_glossaries_come_in_every_format(tmp_path: Path) -> None:
    glossary = read_glossary(shipped("glossary", "optical-industry.csv"))
    write_tbx(tmp_path / "g.tbx", glossary)
    (tmp_path / "g.txt").write_text("会议\tსხდომა\n", encoding="utf-8")
    source, target = files(tmp_path)
    with Project.create(tmp_path / "p.transreview") as project:
        set_glossaries(project, [tmp_path / "g.tbx", tmp_path / "g.txt"])
        import_article(project, ArticleInput(source, target))
        concepts = project_glossary(project).concepts
    assert len(concepts) == len(glossary.concepts) + 1
    assert concepts[-1].of("ka")[0].text == "სხდომა"


def test_a_project_is_made_with_its_glossaries_and_undo_does_not_take_them_back(tmp_path: Path) -> None:
    glossary = shipped("glossary", "optical-industry.csv")
    with Project.create(tmp_path / "p.transreview") as project:
        set_glossaries(project, [glossary], undoable=False)
        import_article(project, ArticleInput(ZH, KA))
        assert project.journal.undo() is None
        assert glossary_paths(project) == [glossary]


def with_reference(folder: Path, reference: str) -> Imported:
    source, target = files(folder)
    (folder / "r.txt").write_text(reference, encoding="utf-8")
    return imported(folder, ArticleInput(source, target, reference=folder / "r.txt"))


def test_a_reference_that_lacks_a_part_is_said_with_its_counts(tmp_path: Path) -> None:
    short = TARGET[: TARGET.index("\n\nგამოქვეყნდა")] + "\n"
    (warning,) = with_reference(tmp_path, short).warnings
    assert "Units of the reference: 2; of the source: 3. Without a counterpart, so in no score: 1" in warning


def test_a_reference_with_a_part_of_its_own_is_said_with_its_counts(tmp_path: Path) -> None:
    long = TARGET + "\nმთარგმნელის შენიშვნა: სურათები გამოტოვებულია.\n"
    (warning,) = with_reference(tmp_path, long).warnings
    assert "Units of the reference: 4; of the source: 3." in warning


def test_a_reference_of_the_same_length_is_no_remark(tmp_path: Path) -> None:
    assert with_reference(tmp_path, TARGET).warnings == ()


def test_keys_are_paired_wherever_their_file_lists_them(tmp_path: Path) -> None:
    def listed(name: str, texts: dict[str, str]) -> Path:
        lines = [f'    <string name="{key}">{text}</string>' for key, text in texts.items()]
        (tmp_path / name).write_text("\n".join(["<resources>", *lines, "</resources>", ""]), encoding="utf-8")
        return tmp_path / name

    source = listed(
        "zh.xml", {"play": "播放", "stop": "停止", "format": "格式无效", "next": "下一个", "roam": "漫游"}
    )
    target = listed(
        "ka.xml",
        {
            "roam": "როუმინგი",
            "next": "შემდეგი",
            "page": "უცნობი გვერდი",
            "play": "დაკვრა",
            "stop": "გაჩერება",
        },
    )
    with Project.create(tmp_path / "p.transreview", user="a") as project:
        import_article(project, ArticleInput(source, target, source_language="zh", target_language="ka"))
        pairs = {(segment.source, segment.target) for segment in project.segments.all()}
        export(project, tmp_path / "out.xml")
    assert pairs == {
        ("播放", "დაკვრა"), ("停止", "გაჩერება"), ("下一个", "შემდეგი"), ("漫游", "როუმინგი"),
        ("格式无效", ""), ("", "უცნობი გვერდი"),
    }  # fmt: skip
    assert (tmp_path / "out.xml").read_bytes() == target.read_bytes()
