"""Units of a bilingual file are not joined, cut or moved on the screen: their file could not hold them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from transreview.project.project import Project
from transreview.workflow.intake.bilingual_files import BilingualInput, import_bilingual


@contextmanager
def shop(folder: Path, entries: str, *, header: str = "") -> Iterator[Project]:
    """Open a project made of a catalog from English into Georgian, with these entries."""
    path = folder / "shop.ka.po"
    path.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: ka\\n"\n'
        f"{header}\n{entries}",
        encoding="utf-8",
    )
    with Project.create(folder / "shop.transreview") as project:
        import_bilingual(project, BilingualInput(path=path, source_language="en"))
        yield project


@pytest.fixture
def catalog(tmp_path):
    entries = (
        'msgid "Save the file. Then go."\nmsgstr "შეინახეთ ფაილი. მერე წადით."\n\n'
        'msgid "Open the file"\nmsgstr "გახსენით ფაილი"\n'
    )
    with shop(tmp_path, entries) as project:
        yield project


@pytest.mark.parametrize("action", ["merge", "split", "target_down", "source_down", "target_up", "source_up"])
async def test_each_is_refused_in_one_sentence(review, catalog, action):
    before = [(one.source, one.target) for one in catalog.segments.all()]
    async with review(catalog, size=(120, 30)) as desk:
        done = getattr(desk.controllers.alignment, action)()
        if done is not None:
            await done
        await desk.pilot.pause()
        assert "stay as the file has them" in desk.message
        assert [(one.source, one.target) for one in catalog.segments.all()] == before


async def test_segments_of_an_article_are_joined_as_ever(review):
    async with review() as desk:
        desk.controllers.alignment.merge()
        await desk.pilot.pause()
        assert "Merged with the next" in desk.message


async def test_a_fault_of_the_catalogs_header_is_told_for_no_segment_has_it(review, tmp_path):
    entries = 'msgid "a file"\nmsgid_plural "files"\nmsgstr[0] "ფაილი"\nmsgstr[1] "ფაილი"\n'
    with shop(tmp_path, entries, header='"Plural-Forms: nplurals=2; plural=n%10;\\n"\n') as project:
        async with review(project, size=(160, 30), checks=True) as desk:
            await desk.until(lambda: "The catalog itself: The header says nplurals=2" in desk.message)
