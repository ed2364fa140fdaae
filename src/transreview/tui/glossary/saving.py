"""From a draft of a concept to a saved one: the form, where it goes, and what others did meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.model.glossary import Concept
from transreview.tui.dialogs.choice import Choice
from transreview.tui.dialogs.concept_conflict import GO_ON, KEEP_MINE, ConceptConflict
from transreview.tui.dialogs.concept_form import ConceptForm, FormContext
from transreview.tui.type_ahead import ask
from transreview.workflow.quality.checking import team_checks
from transreview.workflow.terms.glossaries import set_glossaries
from transreview.workflow.terms.glossary_editing import GlossaryConflictError
from transreview.workflow.terms.glossary_session import Change, GlossarySession, Step

if TYPE_CHECKING:
    from transreview.project.project import Project


@dataclass(frozen=True, slots=True)
class Draft:
    """A concept as the form begins with it.

    Attributes:
        title: What is being done.
        concept: What stands in the form at first.
        before: The concept that it takes the place of; None for a new one.
        remark: What there is to know of the draft.
    """

    title: str
    concept: Concept
    before: Concept | None = None
    remark: str = ""


async def edit_concept(
    app: App[Path], project: Project, session: GlossarySession, draft: Draft
) -> Step | None:
    """Let a person edit a concept, and save it.

    Args:
        app: The program, in a worker of which this runs.
        project: The open project.
        session: Its glossaries.
        draft: What the form begins with.

    Returns:
        The step that was saved; None when the person gave up, or took another's version.

    Raises:
        TransreviewError: It could not be saved.
    """
    before, concept = draft.before, draft.concept
    context = FormContext(session.glossary, session.languages, team_checks(project.path).name_practice)
    while True:
        after = await ask(app, ConceptForm(draft.title, concept, before, context, remark=draft.remark))
        if after is None or after == before:
            return None
        words = _("“{id}” was changed") if before else _("“{id}” was added")
        changes = [Change(before, after)]
        if before and before.id != after.id:
            changes = [Change(before, None), Change(None, after)]
        try:
            return await _save(app, project, session, changes, words.format(id=after.id))
        except _GoOnEditing as going_on:
            before, concept = going_on.theirs, after


async def save_changes(
    app: App[Path], project: Project, session: GlossarySession, changes: Sequence[Change], words: str
) -> Step | None:
    """Save changes of concepts; where somebody changed the same ones, show both and ask.

    Returns:
        The step that was saved; None when the person gave up, or took another's version.

    Raises:
        TransreviewError: It could not be saved.
    """
    try:
        return await _save(app, project, session, changes, words)
    except _GoOnEditing:
        return None


class _GoOnEditing(Exception):  # noqa: N818 - says what to do, reports no error
    """The person wants to see the form again, knowing what the others have."""

    def __init__(self, theirs: Concept | None) -> None:
        super().__init__()
        self.theirs = theirs


async def _save(
    app: App[Path], project: Project, session: GlossarySession, changes: Sequence[Change], words: str
) -> Step | None:
    first = changes[0].before or changes[0].after
    created = None
    if session.destination(first.id if first else "") is None:
        created = await _new_file(app, project, session)
        if created is None:
            return None
    try:
        step = await _settle(app, session, changes, words)
    finally:
        if created is not None and not created.exists():
            session.open([path for path in session.paths if path != created])
    if created is not None and step is not None:
        set_glossaries(project, session.paths)
    return step


async def _settle(
    app: App[Path], session: GlossarySession, changes: Sequence[Change], words: str
) -> Step | None:
    """Save, and ask as often as somebody else was faster."""
    while True:
        try:
            return await asyncio.to_thread(session.save, list(changes), words)
        except GlossaryConflictError as error:
            conflict = error.conflicts[0]
        answer = await ask(app, ConceptConflict(conflict, session.languages), unexpected=True)
        if answer == GO_ON:
            raise _GoOnEditing(conflict.theirs)
        if answer != KEEP_MINE:
            return None
        changes = [
            Change(conflict.theirs, change.after) if conflict.id in _ids(change) else change
            for change in changes
        ]


def _ids(change: Change) -> set[str]:
    return {concept.id for concept in (change.before, change.after) if concept}


async def _new_file(app: App[Path], project: Project, session: GlossarySession) -> Path | None:
    """Ask whether the project gets a glossary of its own, and put an empty one before the others."""
    if project.read_only:
        raise UsageError(_("the project is open for reading only, and none of its glossaries can be changed"))
    path = project.folder / f"{project.name}-glossary.csv"
    number = 2
    while path.exists():
        path = project.folder / f"{project.name}-glossary-{number}.csv"
        number += 1
    if session.paths:
        why = _("The project's glossaries belong to the program or are no CSV files: they stay as they are.")
    else:
        why = _("The project has no glossary yet.")
    text = (
        why
        + "\n"
        + _("A new file beside the project would have the last word: {name}").format(name=path.name)
    )
    options = (("y", _("Make it and save there")), ("n", _("Save nothing")))
    question = Choice(_("A glossary of this project's own?"), options, text=text)
    if await ask(app, question, unexpected=True) != "y":
        return None
    session.begin_file(path)
    return path
