"""A Word file or a page whose translation came as plain text leaves as a Word file or a page."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from docx import Document as Word

from transreview.errors import UsageError
from transreview.formats.registry import read_document
from transreview.project import Project
from transreview.workflow.delivery.exporting import export
from transreview.workflow.intake.aligning import reimport_article
from transreview.workflow.intake.article_input import ArticleInput
from transreview.workflow.intake.importing import import_article

PAGE = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><style>p { color: red }</style></head><body>
<h1>年会在长沙召开</h1>
<p class="lead"><b>会议于五月二十六日在长沙召开。</b></p>
<ul><li>共有一百人参加。</li><li>详情见<a href="/more">网站</a>。</li></ul>
<table><tr><th>城市</th><td>长沙</td></tr></table>
</body></html>
"""
BLOCKS = [
    "წლიური შეხვედრა გაიმართა ჩანგშაში",
    "შეხვედრა გაიმართა 26 მაისს, ჩანგშაში.",
    "მასში ასმა ადამიანმა მიიღო მონაწილეობა.",
    "დეტალები იხილეთ საიტზე.",
    "ქალაქი",
    "ჩანგშა",
]
Given = tuple[Path, list[str]]


def project_of(tmp_path: Path, source: Path, blocks: list[str], *, target: str = "a.ka.txt") -> Project:
    (tmp_path / target).write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    project = Project.create(tmp_path / "p.transreview")
    given = ArticleInput(source, tmp_path / target, source_language="zh", target_language="ka", force=True)
    import_article(project, given)
    return project


def page(tmp_path: Path) -> Path:
    (tmp_path / "a.zh.html").write_text(PAGE, encoding="utf-8")
    return tmp_path / "a.zh.html"


def word_file(tmp_path: Path) -> Path:
    document = Word()
    document.add_heading("年会在长沙召开", level=1)
    document.add_paragraph().add_run("会议于五月二十六日在长沙召开。").bold = True
    document.add_paragraph("共有一百人参加。", style="List Bullet")
    document.add_paragraph("详情见网站。", style="List Bullet")
    row = document.add_table(rows=1, cols=2).rows[0]
    row.cells[0].text, row.cells[1].text = "城市", "长沙"
    document.save(str(tmp_path / "a.zh.docx"))
    return tmp_path / "a.zh.docx"


def test_a_page_keeps_its_structure_and_says_its_language(tmp_path: Path) -> None:
    with project_of(tmp_path, page(tmp_path), BLOCKS) as project:
        exported = export(project, tmp_path / "out.html")
    text = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert '<html lang="ka"><head><meta charset="utf-8"><style>p { color: red }</style></head>' in text
    assert f"<h1>{BLOCKS[0]}</h1>" in text
    assert f'<p class="lead"><b>{BLOCKS[1]}</b></p>' in text
    assert f"<ul><li>{BLOCKS[2]}</li><li>" in text
    assert f"<table><tr><th>{BLOCKS[4]}</th><td>{BLOCKS[5]}</td></tr></table>" in text
    assert not any("\u4e00" <= character <= "\u9fff" for character in text)
    assert exported.notes[0] == "It is the file of the source with the translation in it."
    assert any("<a href" in note for note in exported.notes[1:]) is ("<a href" not in text)


def test_a_word_file_keeps_its_styles_lists_and_table(tmp_path: Path) -> None:
    with project_of(tmp_path, word_file(tmp_path), BLOCKS) as project:
        export(project, tmp_path / "out.docx")
    document = Word(str(tmp_path / "out.docx"))
    assert [(one.style.name, one.text) for one in document.paragraphs] == list(
        zip(["Heading 1", "Normal", "List Bullet", "List Bullet"], BLOCKS, strict=False)
    )
    assert document.paragraphs[1].runs[0].bold
    assert [cell.text for cell in document.tables[0].rows[0].cells] == BLOCKS[4:]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_the_translation_in_the_source_s_file(tmp_path: Path) -> None:
    with project_of(tmp_path, word_file(tmp_path), BLOCKS) as project:
        export(project, tmp_path / "out.docx")
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "txt:Text (encoded):UTF8",
         "--outdir", str(tmp_path), str(tmp_path / "out.docx")],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    text = (tmp_path / "out.txt").read_text(encoding="utf-8-sig")
    assert all(block in text for block in BLOCKS)


def test_what_is_untranslated_joined_or_added_is_told(tmp_path: Path) -> None:
    with project_of(tmp_path, page(tmp_path), BLOCKS) as project:
        first, second, *_rest = project.segments.all()
        project.segments.edit(first.id, "", revision=first.revision)
        project.structure.merge(second.id)
        exported = export(project, tmp_path / "out.html")
        joined = next(one for one in project.segments.all() if "+" in one.key)
    text = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert "<h1>年会在长沙召开</h1>" in text
    assert "1 block has no translation: its source stands there." in exported.notes
    for part in joined.target.split("\n\n"):
        assert part in text


def test_an_edit_is_in_it_and_the_plain_text_is_as_before(tmp_path: Path) -> None:
    with project_of(tmp_path, page(tmp_path), BLOCKS) as project:
        segment = project.segments.all()[0]
        project.segments.edit(segment.id, "ახალი <სათაური> & სხვა", revision=segment.revision)
        export(project, tmp_path / "out.html")
        export(project, tmp_path / "out.txt")
    assert "<h1>ახალი &lt;სათაური&gt; &amp; სხვა</h1>" in (tmp_path / "out.html").read_text(encoding="utf-8")
    wanted = "\n\n".join(["ახალი <სათაური> & სხვა", *BLOCKS[1:]]) + "\n"
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == wanted
    read = read_document(tmp_path / "out.html", language="ka")
    assert [unit.text for unit in read.units][1:3] == BLOCKS[1:3]


def test_a_later_version_of_the_source_gives_its_own_file(tmp_path: Path) -> None:
    with project_of(tmp_path, page(tmp_path), BLOCKS) as project:
        later = tmp_path / "b.zh.html"
        later.write_text(PAGE.replace("<h1>", '<h1 id="new">'), encoding="utf-8")
        reimport_article(project, 1, ArticleInput(later, tmp_path / "a.ka.txt"))
        export(project, tmp_path / "out.html")
    assert f'<h1 id="new">{BLOCKS[0]}</h1>' in (tmp_path / "out.html").read_text(encoding="utf-8")


def test_a_form_that_neither_side_had_is_refused(tmp_path: Path) -> None:
    with project_of(tmp_path, page(tmp_path), BLOCKS) as project:
        with pytest.raises(UsageError, match="did not come as such a file"):
            export(project, tmp_path / "out.docx")
        assert not (tmp_path / "out.docx").exists()
