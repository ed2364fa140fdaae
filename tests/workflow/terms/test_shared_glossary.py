"""A glossary that lives in the project itself."""

from __future__ import annotations

import pytest

from tests.small_project import small_project
from transreview.formats.glossary_csv import read_glossary
from transreview.model.glossary import ConceptStatus
from transreview.project import Project
from transreview.project.address import database_name
from transreview.workflow.terms.glossaries import (
    glossary_paths,
    project_glossary,
    set_glossaries,
    share_glossary,
)

CSV = """id,subject,definition,status,note,zh,zh:also,ka,ka:not,ka:grammar
meeting,meeting,A gathering,proposed,see minutes,会议,,სხდომა,შეხვედრა,
party,party,,approved,,党,,პარტია,წვეულება,
"""


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    where = tmp_path / "terms.csv"
    where.write_text(CSV, encoding="utf-8")
    return where


def test_it_says_what_the_file_said_and_takes_its_place(tmp_path, file):
    with Project.open(small_project(tmp_path / "p.transreview")) as project:
        set_glossaries(project, [file])
        assert share_glossary(project, file, "terms") == 2
        file.unlink()
        assert (
            project_glossary(project).concepts[0].terms
            == read_glossary(glossary_paths(project)[0]).concepts[0].terms
        )
        shared = project.concepts.read("terms")
        assert [(c.id, c.status, c.note) for c in shared.concepts] == [
            ("meeting", ConceptStatus.PROPOSED, "see minutes"),
            ("party", ConceptStatus.APPROVED, ""),
        ]


def test_a_later_version_changes_what_differs_and_one_undo_takes_it_back(tmp_path, file):
    with Project.open(small_project(tmp_path / "p.transreview")) as project:
        share_glossary(project, file, "terms")
        assert share_glossary(project, file, "terms") == 0
        file.write_text(CSV.replace("სხდომა", "კრება").replace("party,party", "club,party"), encoding="utf-8")
        assert share_glossary(project, file, "terms") == 3
        assert {t.text for t in project_glossary(project).by_id["meeting"].terms} >= {"კრება"}
        project.journal.undo()
        assert {t.text for t in project_glossary(project).by_id["meeting"].terms} >= {"სხდომა"}
        assert "party" in project_glossary(project).by_id


def test_what_was_written_as_a_file_and_is_shared_again_changes_nothing(tmp_path, file):
    file.write_text(CSV.replace("შეხვედრა,", "შეხვედრა,place|exact|head=1"), encoding="utf-8")
    with Project.open(small_project(tmp_path / "p.transreview")) as project:
        share_glossary(project, file, "terms")
        again = tmp_path / "again.csv"
        again.write_bytes(glossary_paths(project)[0].read_bytes())
        assert share_glossary(project, again, "terms") == 0


def test_a_glossary_is_shared_and_used_by_one_change(tmp_path, file):
    with Project.open(small_project(tmp_path / "p.transreview")) as project:
        last = project.journal.last_id()
        assert share_glossary(project, file, "terms") == 2
        assert project.journal.last_id() == last + 1  # nobody finds one without the other, killed or not
        project.journal.undo()
        assert not glossary_paths(project)
        assert not project.concepts.read("terms").concepts


def test_on_a_server_reviewers_propose_and_maintainers_settle(server, tmp_path, file):
    from transreview.project.postgres_failures import RightsError

    place = server.address("rights")
    with Project.open(small_project(tmp_path / "p.transreview")) as project:
        project.copy_to(place)
    with Project.open(place) as maintainer:
        share_glossary(maintainer, file, "terms")
    for name, role in (("r", "reviewer"), ("t", "translator")):
        server.sql(f'CREATE ROLE {name} LOGIN; GRANT "rights_{role}" TO {name}')
    own = read_glossary(file)
    with Project.open(server.address(database_name(place), user="r")) as reviewer:
        with pytest.raises(RightsError, match="only a maintainer settles"):
            reviewer.concepts.write("mine", own)
        assert reviewer.concepts.write("mine", type(own)(own.concepts[:1])) == 1
        assert project_glossary(reviewer).by_id["meeting"].status is ConceptStatus.PROPOSED
    with Project.open(server.address(database_name(place), user="t")) as translator:
        assert "party" in project_glossary(translator).by_id
        with pytest.raises(RightsError):
            translator.concepts.write("theirs", type(own)(own.concepts[:1]))


def test_a_glossary_of_the_project_needs_no_cache(tmp_path, monkeypatch, file):
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    with Project.create(tmp_path / "p.transreview") as project:
        share_glossary(project, file, "terms")
        project._store.write(
            "UPDATE project SET identity = '../../..'"
        )  # whoever sent it wrote what he liked
        assert [concept.id for concept in project_glossary(project).concepts] == ["meeting", "party"]


@pytest.mark.parametrize("name", ["../../../evil", "/tmp/evil", "a\nb", "..", "თ" * 300, "a\\..\\b"])
def test_the_name_of_a_glossary_leads_to_no_other_folder(tmp_path, monkeypatch, file, name):
    cache = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    with Project.create(tmp_path / "p.transreview") as project:
        share_glossary(project, file, name)
        (path,) = glossary_paths(project)
        assert path.exists()
        assert path.resolve().is_relative_to(cache / "transreview" / "glossaries" / project.identity)
