"""`transreview merge`, and bilingual files and folders on the command line."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.formats import bilingual_samples as samples
from tests.small_project import small_project
from transreview.formats.readers import parse_bilingual, updated_bilingual
from transreview.model.pair import PairChange
from transreview.project import Project


def vendor(path: Path, number: int, text: str) -> None:
    data = path.read_bytes()
    pair = parse_bilingual(data, path).pairs[number]
    path.write_bytes(updated_bilingual(data, path, {pair.identity: PairChange(target=text)}))


def rewrite(path: Path, number: int, text: str) -> None:
    with Project.open(path) as project:
        segment = project.segments.all()[number]
        project.segments.edit(segment.id, text, revision=segment.revision)


def test_conflicts_are_shown_kept_and_decided(tmp_path, capsys) -> None:
    project, file = small_project(tmp_path / "p.transreview"), tmp_path / "v.po"
    assert run(capsys, "export", project, "-o", file).code == 0
    vendor(file, 0, "მათი ერთი")
    vendor(file, 1, "მათი ორი")
    rewrite(project, 1, "ჩემი ორი")
    refused = run(capsys, "export", project, "-o", file)
    assert (refused.code, "transreview merge" in refused.err) == (3, True)
    looked = run(capsys, "merge", project, file, "--dry-run", "--json")
    data = json.loads(looked.out)
    assert (looked.code, data["written"], len(data["taken"])) == (1, False, 1)
    (conflict,) = data["conflicts"]
    assert (conflict["ours"], conflict["theirs"]) == ("ჩემი ორი", "მათი ორი")
    assert conflict["base"].startswith("26 მაისს")
    done = run(capsys, "merge", project, file, "--by", "Nino")
    assert done.code == 1
    assert "base:   26 მაისს" in done.out
    assert "1 change of Nino taken over" in done.out
    assert run(capsys, "merge", project).code == 1
    assert run(capsys, "merge", project, "--resolve", "0009=ours").code == 2
    decided = run(capsys, "merge", project, "--resolve", "0002=ours")
    assert (decided.code, "0 conflicts stand" in decided.out) == (0, True)
    assert run(capsys, "merge", project, file, "--conflicts", "ours").code == 0
    assert run(capsys, "export", project, "-o", file).code == 0
    assert "ჩემი ორი" in file.read_text(encoding="utf-8")


def test_a_bilingual_file_is_enough_for_a_project(tmp_path, capsys) -> None:
    (tmp_path / "shop.ka.po").write_text(samples.PO, encoding="utf-8")
    done = run(capsys, "new", tmp_path / "p", tmp_path / "shop.ka.po")
    assert done.code == 0, done.err
    assert "5 units (PO): 3 done, 1 to be translated, 0 locked." in done.out
    rewrite(tmp_path / "p.transreview", 0, "გააღეთ %s")
    assert run(capsys, "export", tmp_path / "p.transreview", "-o", tmp_path / "shop.ka.po").code == 0
    changed = samples.PO.replace("გახსენით %s", "გააღეთ %s").replace(
        '#, c-format\nmsgid "Open', '#, fuzzy, c-format\nmsgid "Open'
    )
    assert (tmp_path / "shop.ka.po").read_text(encoding="utf-8") == changed
    command = [sys.executable, "-m", "transreview", "export", str(tmp_path / "p.transreview"), "-o", "-"]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout == changed
    alone = run(capsys, "new", tmp_path / "q", tmp_path / "a.txt")
    assert (alone.code, "translation is missing" in alone.err) == (2, True)
    forgotten = run(capsys, "new", tmp_path / "shop.ka.po", tmp_path / "a.txt", tmp_path / "b.txt")
    assert (forgotten.code, "Name the project first" in forgotten.err) == (2, True)


TEXTS = {"zh": "会议开始了。\n\n第二段。\n", "ka": "შეხვედრა დაიწყო.\n\nმეორე აბზაცი.\n"}


def put(folder: Path, name: str, language: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(TEXTS[language], encoding="utf-8")


@pytest.mark.parametrize(
    ("files", "names"),
    [
        ([("zh/a.txt", "zh"), ("zh/sub/b.md", "zh"), ("ka/a.txt", "ka"), ("ka/sub/b.ka.md", "ka")], ["zh", "ka"]),
        ([("a.zh.txt", "zh"), ("a.ka.txt", "ka"), ("b_zh-CN.md", "zh"), ("b_ka.md", "ka")], ["."]),
        ([("zh/a.txt", "zh"), ("ka/a.txt", "ka"), ("zh/b.txt", "zh"), ("ka/b.txt", "ka")], ["."]),
        ([("a.txt", "zh"), ("a.ka.txt", "ka"), ("b.md", "zh"), ("b.ka.md", "ka")], ["."]),
    ],
)  # fmt: skip
def test_folders_are_paired_by_name_and_listed(tmp_path, capsys, files, names) -> None:
    folder = tmp_path / "in"
    for name, language in files:
        put(folder, name, language)
    put(folder, f"{names[0]}/alone.txt".replace("./", ""), "zh")
    said = ["--source-lang", "zh", "--target-lang", "ka"]
    done = run(capsys, "new", tmp_path / "p", *(folder / name for name in names), *said)
    assert done.code == 0, done.err
    assert done.out.count("↔") == 2
    assert "without a partner" in done.out
    assert done.out.index("↔") < done.out.index("started")
    with Project.open(tmp_path / "p.transreview") as project:
        assert len(project.articles.all()) == 2
        assert all(segment.target.startswith(("შ", "მ")) for segment in project.segments.all())


def test_folders_that_cannot_be_paired_are_told(tmp_path, capsys) -> None:
    put(tmp_path / "in", "a.zh.txt", "zh")
    put(tmp_path / "in", "a.ka.txt", "ka")
    done = run(capsys, "new", tmp_path / "p", tmp_path / "in")
    assert (done.code, "--source-lang" in done.err) == (2, True)
    put(tmp_path / "other", "x.txt", "ka")
    done = run(capsys, "new", tmp_path / "p", tmp_path / "in", tmp_path / "other")
    assert (done.code, "no file of one folder" in done.err) == (2, True)
    assert not (tmp_path / "p.transreview").exists()


def test_formats_are_listed(capsys) -> None:
    assert "loses:" in run(capsys, "formats").out
    rows = json.loads(run(capsys, "formats", "--json").out)["formats"]
    assert {"po", "xliff", "tmx", "xlsx", "review"} <= {row["name"] for row in rows}


@pytest.mark.skipif(shutil.which("msgattrib") is None, reason="gettext is not installed")
def test_the_loop_with_gettexts_own_tools(tmp_path, capsys) -> None:
    project, file = small_project(tmp_path / "p.transreview"), tmp_path / "v.po"
    run(capsys, "export", project, "-o", file)
    subprocess.run(["msgattrib", "--clear-fuzzy", "-o", file, file], check=True)
    done = run(capsys, "merge", project, file)
    assert (done.code, "3 changes" in done.out) == (0, True), done.out
    with Project.open(project) as opened:
        assert {segment.status.value for segment in opened.segments.all()} == {"confirmed"}
    assert run(capsys, "export", project, "-o", file).code == 0
    subprocess.run(["msgmerge", "-q", "--update", "--backup=off", file, file], check=True)
    assert run(capsys, "merge", project, file).code == 0


OMEGAT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>source</source_dir><source_dir_excludes/><target_dir>target</target_dir><tm_dir>tm</tm_dir>
<glossary_dir>glossary</glossary_dir><glossary_file>glossary/glossary.txt</glossary_file>
<dictionary_dir>dictionary</dictionary_dir><source_lang>ZH-CN</source_lang><target_lang>KA</target_lang>
<sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags></project></omegat>
"""


@pytest.mark.skipif(shutil.which("omegat") is None, reason="OmegaT is not installed")
def test_the_loop_through_omegats_console(tmp_path, capsys) -> None:
    """A catalog goes through OmegaT with a memory that a translator has filled, and is merged back."""
    project = small_project(tmp_path / "p.transreview")
    folder = tmp_path / "omt"
    for name in ("source", "target", "tm/auto", "glossary", "dictionary", "omegat"):
        (folder / name).mkdir(parents=True)
    (folder / "omegat.project").write_text(OMEGAT, encoding="utf-8")
    with Project.open(project) as opened:
        sources = [segment.source for segment in opened.segments.all()]
        for segment in opened.segments.all():
            opened.segments.set_status_many(
                [(segment.id, segment.revision)], type(segment.status)("confirmed")
            )
    catalog = folder / "source" / "v.po"
    run(capsys, "export", project, "-o", catalog)
    # OmegaT translates what has no translation yet.
    text = catalog.read_text(encoding="utf-8")
    catalog.write_text(text.replace('msgstr "ყოველთვის მიჰყვება წვეულებას"', 'msgstr ""'), encoding="utf-8")
    unit = f'<tu><tuv xml:lang="ZH-CN"><seg>{sources[0]}</seg></tuv><tuv xml:lang="KA"><seg>მათი თარგმანი</seg></tuv></tu>'
    header = '<header creationtool="x" creationtoolversion="1" segtype="paragraph" o-tmf="x" adminlang="en" srclang="ZH-CN" datatype="plaintext"/>'
    (folder / "tm" / "auto" / "m.tmx").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><tmx version="1.4">{header}<body>{unit}</body></tmx>',
        encoding="utf-8",
    )
    environment = {**os.environ, "HOME": str(tmp_path)}
    done = subprocess.run(
        ["omegat", str(folder), "--mode=console-translate"], capture_output=True, text=True, env=environment,
        timeout=300, check=False,
    )  # fmt: skip
    out = folder / "target" / "v.po"
    if not out.exists():
        pytest.skip(f"OmegaT wrote nothing: {done.stdout[-300:]}")
    merged = run(capsys, "merge", project, out, "--by", "OmegaT", "--conflicts", "theirs")
    assert merged.code == 0, merged.err
    with Project.open(project) as opened:
        assert [segment.source for segment in opened.segments.all()] == sources
        assert [segment.target for segment in opened.segments.all()].count("მათი თარგმანი") == 1, merged.out


def test_a_bilingual_file_is_reviewed_beside_its_project(tmp_path) -> None:
    """The linear review needs no terminal: the file is opened, read, and stays as it is."""
    path = tmp_path / "a.po"
    path.write_text(samples.PO, encoding="utf-8")
    command = [sys.executable, "-m", "transreview", "review", str(path), "--linear", "--source-lang", "en"]
    done = subprocess.run(command, input="quit\n", capture_output=True, text=True, check=False, timeout=60)
    assert (tmp_path / "a.po.transreview").exists(), done.stderr
    assert path.read_text(encoding="utf-8") == samples.PO


FIXABLE = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: ka\\n"

msgid "会议召开了。"
msgstr "სხდომა  გაიმართა ."

# kept as it is
msgid "谢谢。"
msgstr "გმადლობთ."
"""


def test_certain_fixes_are_made_in_a_bilingual_file_and_nowhere_else(tmp_path, capsys) -> None:
    path = tmp_path / "a.po"
    path.write_text(FIXABLE, encoding="utf-8")
    words = ["--source-lang", "zh", "--target-lang", "ka"]
    looked = run(capsys, "check", path, "--fix", "--dry-run", *words)
    assert (looked.code, "can be fixed" in looked.out) == (0, True)
    assert path.read_text(encoding="utf-8") == FIXABLE
    assert run(capsys, "check", path, "--fix", *words).code == 0
    assert path.read_text(encoding="utf-8") == FIXABLE.replace("სხდომა  გაიმართა .", "სხდომა გაიმართა.")
    assert [file.name for file in tmp_path.iterdir()] == ["a.po"]


def test_catalogs_are_scored_against_each_other_by_unit(tmp_path, capsys) -> None:
    first, second = tmp_path / "mt.po", tmp_path / "reviewed.po"
    first.write_text(samples.PO, encoding="utf-8")
    second.write_text(samples.PO.replace("გახსენით %s", "გააღეთ %s"), encoding="utf-8")
    done = run(capsys, "score", first, "--reference", second, "--json")
    assert done.code == 0, done.err
    assert "4 units" in done.err
    same = run(capsys, "score", second, "--reference", second, "--json")
    assert json.loads(done.out) != json.loads(same.out)
    (tmp_path / "r.txt").write_text("ერთი\n", encoding="utf-8")
    assert run(capsys, "score", first, "--reference", tmp_path / "r.txt").code == 3


@pytest.mark.skipif(shutil.which("po2xliff") is None, reason="translate-toolkit is not installed")
def test_the_loop_through_translate_toolkit(tmp_path, capsys) -> None:
    project, file = small_project(tmp_path / "p.transreview"), tmp_path / "v.po"
    run(capsys, "export", project, "-o", file)
    subprocess.run(["pofilter", file, tmp_path / "filtered.po"], check=True, capture_output=True)
    subprocess.run(["po2xliff", file, tmp_path / "v.xlf"], check=True, capture_output=True)
    vendor(tmp_path / "v.xlf", 2, "მათი თარგმანი")  # the header comes first
    done = run(capsys, "merge", project, tmp_path / "v.xlf")
    assert (done.code, "1 change" in done.out) == (0, True), done.out
    with Project.open(project) as opened:
        assert [segment.target for segment in opened.segments.all()][1] == "მათი თარგმანი"


def test_an_export_without_any_translation_says_why_there_is_nothing_to_take_back(tmp_path, capsys) -> None:
    project, memory = small_project(tmp_path / "p.transreview"), tmp_path / "m.tmx"
    written = run(capsys, "export", project, "-o", memory)
    assert "0 of 3 segments written" in written.out
    done = run(capsys, "merge", project, memory)
    assert (done.code, "hold confirmed translations only" in done.err) == (3, True)


def test_tags_typed_otherwise_are_saved_as_the_elements_of_the_file(tmp_path, capsys) -> None:
    file, project = tmp_path / "a.xlf", tmp_path / "p.transreview"
    file.write_text(
        '<?xml version="1.0"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="n"'
        ' source-language="en" target-language="ka" datatype="html"><body><trans-unit id="1"><source>Hello'
        ' <x id="N" equiv-text="{{n}}"/>!</source></trans-unit></body></file></xliff>\n',
        encoding="utf-8",
    )
    assert run(capsys, "new", project, file).code == 0
    assert "1 to be translated" in run(capsys, "status", project).out
    assert run(capsys, "edit", project, "1", "--text", 'სალამი <x id="N" equiv-text="{{n}}" />!').code == 0
    assert run(capsys, "export", project, "-o", file).code == 0
    assert 'სალამი <x id="N" equiv-text="{{n}}"/>!</target>' in file.read_text("utf-8")
    assert "to be translated" not in run(capsys, "status", project).out


UNITS = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: ka\\n"

msgid "%d file"
msgid_plural "%d files"
msgstr[0] "%d ფაილი"
msgstr[1] "%d ფაილი"

msgctxt "menu"
msgid "Open"
msgstr "გახსნა"

msgctxt "state"
msgid "Open"
msgstr "ღია"
"""


def test_units_of_a_file_of_its_own_come_back_by_what_identifies_them_there(tmp_path, capsys) -> None:
    """Plural forms and units of one source, which neither a key nor the source tells apart."""
    file, project, theirs = tmp_path / "a.po", tmp_path / "p.transreview", tmp_path / "b.po"
    file.write_text(UNITS, encoding="utf-8")
    assert "en to ka" in run(capsys, "new", project, file).out
    edited = UNITS.replace('[1] "%d ფაილი"', '[1] "%d ფაილები"').replace('"ღია"', '"ღიაა"')
    theirs.write_text(edited.replace('"გახსნა"', '"გააღე"'), encoding="utf-8")
    done = run(capsys, "merge", project, theirs, "--by", "V")
    assert (done.code, done.err) == (0, "")
    assert "3 changes of V taken over" in done.out
    run(capsys, "confirm", project, "1-4")
    assert run(capsys, "export", project, "-o", file).code == 0
    assert file.read_text("utf-8") == theirs.read_text("utf-8")


def test_of_two_files_with_one_unit_the_one_that_came_back_is_meant(tmp_path, capsys) -> None:
    project = tmp_path / "p.transreview"
    for number, name in enumerate(("a.po", "b.po")):
        (tmp_path / name).write_text(UNITS, encoding="utf-8")
        assert run(capsys, "add" if number else "new", project, tmp_path / name).code == 0
    returned = tmp_path / "returned" / "b.po"
    returned.parent.mkdir()
    returned.write_text(UNITS.replace('"ღია"', '"ღიაა"'), encoding="utf-8")
    done = run(capsys, "merge", project, returned, "--by", "V", "--json")
    taken = json.loads(done.out)["taken"]
    assert [(one["article"], one["theirs"]) for one in taken] == [(2, "ღიაა")]


def test_an_article_of_one_language_cannot_be_merged_and_the_way_is_named(tmp_path, capsys) -> None:
    small_project(tmp_path / "p.transreview")
    (tmp_path / "back.md").write_text("შეხვედრა გაიმართა.\n", encoding="utf-8")
    done = run(capsys, "merge", tmp_path / "p.transreview", tmp_path / "back.md")
    assert done.code == 2
    assert "Export a file that holds both" in done.err
    assert ".po" in done.err
    assert "transreview new" not in done.err
