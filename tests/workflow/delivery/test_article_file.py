"""An article leaves as the file it came from, whatever format that is, and as Markdown and text."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from transreview.errors import UsageError
from transreview.formats.registry import read_document
from transreview.model.unit import Granularity
from transreview.project import Project
from transreview.workflow.delivery.exporting import export
from transreview.workflow.intake.aligning import reimport_article
from transreview.workflow.intake.article_input import ArticleInput
from transreview.workflow.intake.importing import article_remarks, import_article

TEXTS = {
    "zh": ("年会召开", "协会在长沙召开年会。会议共有一百人参加。", "会议圆满结束。"),
    "ka": ("ყრილობა გაიმართა", "ასოციაციამ ჩანშაში ყრილობა გამართა. მას ასი ადამიანი დაესწრო.", "შეხვედრა დასრულდა."),
}  # fmt: skip


def page(language: str) -> bytes:
    title, first, last = TEXTS[language]
    bold = first[:4]
    return (
        f'<html lang="{language}"><head><meta charset="utf-8"></head><body><nav><a href="/">x</a></nav><h1>{title}</h1>\n'
        f'<p><b>{bold}</b>{first[4:]}</p>\n<p><a href="/end">{last}</a></p></body></html>\n'
    ).encode()


def word(language: str) -> bytes:
    title, first, last = TEXTS[language]
    document = docx.Document()
    document.add_heading(title, 1)
    document.add_paragraph().add_run(first[:4]).bold = True
    document.paragraphs[-1].add_run(first[4:])
    document.add_paragraph(last)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def markdown(language: str) -> bytes:
    title, first, last = TEXTS[language]
    return f"---\ntitle: {title}\n---\n\n**{first[:4]}**{first[4:]}\n\n{last}\n".encode()


def subtitles(language: str) -> bytes:
    cues = enumerate(TEXTS[language], start=1)
    return "\n".join(
        f"{number}\n00:00:0{number},000 --> 00:00:0{number},900\n{text}\n" for number, text in cues
    ).encode()


def keys(language: str) -> bytes:
    title, first, last = TEXTS[language]
    return f"{language}:\n  last: {last}\n  title: {title}\n  first: {first}\n".encode()


MAKERS = {".html": page, ".docx": word, ".md": markdown, ".srt": subtitles, ".yml": keys}


def project_of(folder: Path, suffix: str, **options: object) -> Project:
    for language in ("zh", "ka"):
        (folder / f"a.{language}{suffix}").write_bytes(MAKERS[suffix](language))
    project = Project.create(folder / "p.transreview", user="ნინო")
    given = ArticleInput(folder / f"a.zh{suffix}", folder / f"a.ka{suffix}", **options)  # type: ignore[arg-type]
    imported = import_article(project, given)
    assert imported.beads == {"1-1": len(project.segments.all())}
    return project


@pytest.mark.parametrize("suffix", MAKERS)
@pytest.mark.parametrize("unit", Granularity)
def test_unedited_it_is_the_same_to_the_byte(tmp_path: Path, suffix: str, unit: Granularity) -> None:
    with project_of(tmp_path, suffix, granularity=unit) as project:
        export(project, tmp_path / f"out{suffix}")
    assert (tmp_path / f"out{suffix}").read_bytes() == (tmp_path / f"a.ka{suffix}").read_bytes()


@pytest.mark.parametrize("suffix", MAKERS)
@pytest.mark.parametrize("unit", Granularity)
def test_an_edit_changes_its_text_alone(tmp_path: Path, suffix: str, unit: Granularity) -> None:
    with project_of(tmp_path, suffix, granularity=unit) as project:
        segment = next(one for one in project.segments.all() if one.target == TEXTS["ka"][2])
        project.segments.edit(segment.id, "შეხვედრა წარმატებით დასრულდა.", revision=segment.revision)
        exported = export(project, tmp_path / f"out{suffix}")
    before = [one.text for one in read_document(tmp_path / f"a.ka{suffix}").units]
    after = [one.text for one in read_document(tmp_path / f"out{suffix}").units]
    assert after == [one.replace("შეხვედრა დასრულდა", "შეხვედრა წარმატებით დასრულდა") for one in before]
    assert exported.notes == ()


@pytest.mark.parametrize("suffix", [".html", ".docx"])
def test_pages_and_word_files_come_out_as_markdown_and_text(tmp_path: Path, suffix: str) -> None:
    with project_of(tmp_path, suffix) as project:
        export(project, tmp_path / "out.md")
        export(project, tmp_path / "out.txt")
    title, first, last = TEXTS["ka"]
    link = f"[{last}](/end)" if suffix == ".html" else last
    expected = f"# {title}\n\n<strong>{first[:4]}</strong>{first[4:]}\n\n{link}\n"
    assert (tmp_path / "out.md").read_text(encoding="utf-8") in {
        expected, expected.replace("<strong>", "**").replace("</strong>", "**"),
    }  # fmt: skip
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == f"{title}\n\n{first}\n\n{last}\n"


def test_what_cannot_be_kept_is_said_before_the_file_is_written(tmp_path: Path) -> None:
    said: list[tuple[str, bool]] = []
    with project_of(tmp_path, ".html") as project:
        segment = project.segments.all()[1]
        project.segments.edit(segment.id, "სულ სხვა წინადადება.", revision=segment.revision)
        out = tmp_path / "out.html"
        exported = export(project, out, say=lambda note: said.append((note, out.exists())))
    assert [existed for _note, existed in said] == [False]
    assert "<b>" in said[0][0]
    assert exported.notes == (said[0][0],)


def test_another_format_than_the_translation_s_is_refused(tmp_path: Path) -> None:
    with project_of(tmp_path, ".html") as project:
        with pytest.raises(UsageError, match="did not come as such a file"):
            export(project, tmp_path / "out.docx")
        assert not (tmp_path / "out.docx").exists()
        assert article_remarks(project, project.articles.all()[0]) == [
            "a.zh.html: 1 part of navigation left as they are.",
            "a.ka.html: 1 part of navigation left as they are.",
        ]


def test_keys_are_paired_by_name_whatever_their_order(tmp_path: Path) -> None:
    title, first, last = (
        f"  {key}: {text}\n" for key, text in zip(("title", "first", "last"), TEXTS["ka"], strict=True)
    )
    (tmp_path / "a.zh.yml").write_bytes(keys("zh"))
    (tmp_path / "a.ka.yml").write_text(f"ka:\n{last}{title}{first}", encoding="utf-8")
    with Project.create(tmp_path / "p.transreview", user="ნინო") as project:
        import_article(project, ArticleInput(tmp_path / "a.zh.yml", tmp_path / "a.ka.yml"))
        pairs = {(one.source, one.target) for one in project.segments.all()}
    assert pairs == set(zip(TEXTS["zh"], TEXTS["ka"], strict=True))


def test_a_later_version_is_read_with_comments_in_code_when_the_first_was(tmp_path: Path) -> None:
    for language, text, comment in (("zh", "正文在这里。", "说明"), ("ka", "ტექსტი აქ არის.", "ახსნა")):
        code = f"{text}\n\n```js\nlet a; // {comment}\n```\n"
        (tmp_path / f"a.{language}.md").write_text(code, encoding="utf-8")
    given = ArticleInput(tmp_path / "a.zh.md", tmp_path / "a.ka.md", code_comments=True)
    with Project.create(tmp_path / "p.transreview", user="ნინო") as project:
        import_article(project, given)
        done = reimport_article(project, 1, ArticleInput(given.source, given.target))
        assert (done.kept, done.changed, done.added) == (2, 0, 0)
