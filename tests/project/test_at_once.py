"""What several people do at the same moment to the same things: each is done, or refused in words."""

from __future__ import annotations

import threading
from collections.abc import Callable

from transreview.errors import ConflictError
from transreview.model.glossary import Concept, Glossary, Term
from transreview.project import Project
from transreview.workflow.terms.glossaries import project_glossary, share_glossary

CONTRACT = True  # holds for every store

AT_ONCE = 4


def at_once(path: object, act: Callable[[Project, int], object]) -> list[BaseException]:
    """Let several do something at the same moment, each in a window of their own; return what was raised."""
    raised: list[BaseException] = []
    start = threading.Barrier(AT_ONCE)

    def work(number: int) -> None:
        with Project.open(path, user=f"w{number}") as project:  # type: ignore[arg-type]
            start.wait()
            try:
                act(project, number)
            except BaseException as error:  # noqa: BLE001 - looked at by the test
                raised.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def glossary(number: int) -> Glossary:
    concepts = [
        Concept(f"c{index}", terms=(Term(f"词{index}", "zh"), Term(f"სიტყვა{number}{index}", "ka")))
        for index in range(30)
    ]
    return Glossary(tuple(concepts), ("zh", "ka"))


def test_versions_of_one_glossary_are_stored_one_after_the_other(project):
    for _turn in range(3):
        assert (
            at_once(project.path, lambda window, number: window.concepts.write("g", glossary(number))) == []
        )
        kept = project.concepts.read("g")
        assert kept in [glossary(number) for number in range(AT_ONCE)]
    assert project.problems() == []


def test_a_setting_has_one_of_the_values(project):
    for name in ("names", "shown", "backups"):
        assert (
            at_once(project.path, lambda window, number, name=name: window.settings.set(name, number)) == []
        )
        assert project.settings.get(name) in range(AT_ONCE)
    assert project.problems() == []


def test_a_list_among_the_settings_grows_by_what_each_adds(project):
    """Words of the project's own, glossaries it uses, conflicts that wait: read, made longer and stored as one."""
    assert (
        at_once(
            project.path,
            lambda window, number: window.settings.change("words", lambda words: [*(words or []), number]),
        )
        == []
    )
    assert sorted(project.settings.get("words")) == list(range(AT_ONCE))
    project.settings.change("words", lambda words: words)
    last = project.journal.last_id()
    project.settings.change("words", lambda words: words)
    assert project.journal.last_id() == last, "nothing has changed"


def test_glossaries_that_several_share_are_all_used(project, tmp_path):
    for number in range(AT_ONCE):
        text = f"id,zh,ka\nm{number},词{number},სიტყვა{number}\n"
        (tmp_path / f"g{number}.csv").write_text(text, encoding="utf-8")
    raised = at_once(
        project.path,
        lambda window, number: share_glossary(window, tmp_path / f"g{number}.csv", f"g{number}"),
    )
    assert raised == []
    assert {one.id for one in project_glossary(project).concepts} == {f"m{n}" for n in range(AT_ONCE)}


def test_a_finding_is_dismissed_once(project):
    for turn in range(3):
        fingerprint = f"{turn}" * 24
        raised = at_once(
            project.path,
            lambda window, number, fingerprint=fingerprint: window.dismissals.add(
                fingerprint, "num.mismatch", 1, f"{number}"
            ),
        )
        assert all(isinstance(error, ConflictError) for error in raised), raised
        assert fingerprint in project.dismissals.all()
    assert project.problems() == []
