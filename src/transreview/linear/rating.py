"""Commands of a review line by line that judge a translation: errors of MQM, and terms for the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transreview.i18n import _
from transreview.linear.command import Command, Lines, numbered
from transreview.model.annotation import Annotation
from transreview.model.finding import Side
from transreview.model.glossary import Concept, ConceptStatus, Term
from transreview.tui.escape import visible_line
from transreview.workflow.quality.error_types import SEVERITIES, error_types

if TYPE_CHECKING:
    from transreview.linear.commands import Review


def _marked(review: Review) -> list[Annotation]:
    """Return the errors marked in the text of the segment."""
    found = review.project.annotations.all(review.session.segment.id)
    return [one for one in found if one.is_of_segment]


def _mark(review: Review, rest: str) -> Lines:
    types = error_types()
    letter, severity, words = [*rest.split(maxsplit=2), "", "", ""][:3]
    if letter not in types or severity not in SEVERITIES.values() or not words:
        yield _("Say what is wrong, how grave it is, and in which words: mark m major წვეულება")
        yield ", ".join(f"{key} {name}" for key, (_type, name) in types.items())
        yield ", ".join(SEVERITIES.values())
        return
    segment = review.session.segment
    for side, text in ((Side.TARGET, segment.target), (Side.SOURCE, segment.source)):
        start = text.find(words)
        if start >= 0:
            review.project.annotations.add(
                segment.id, side, start, start + len(words), type=types[letter][0], severity=severity
            )
            yield _("The error is marked.")
            return
    yield _("These words stand in neither text.")


def _marks(review: Review, _rest: str) -> Lines:
    segment = review.session.segment
    found = _marked(review)
    for number, one in enumerate(found, start=1):
        text = segment.source if one.side is Side.SOURCE else segment.target
        words = visible_line(text[one.start : one.end])
        yield f"{number}. {one.type}, {one.severity}: {words} ({visible_line(one.annotator)})"
    if not found:
        yield _("No errors are marked.")


def _unmark(review: Review, rest: str) -> Lines:
    chosen = numbered(_marked(review), rest)
    if chosen is None:
        yield _("“marks” lists the marked errors, by number.")
        return
    review.project.annotations.delete(chosen.id)
    yield _("The mark is taken off.")


def _term(review: Review, rest: str) -> Lines:
    from transreview.formats.glossary_pairs import concept_id
    from transreview.workflow.terms.glossaries import glossary_paths, project_glossary
    from transreview.workflow.terms.glossary_editing import edit_glossary, put

    source, bar, target = (part.strip() for part in rest.partition("|"))
    if not bar or not source or not target:
        yield _("Say the term in both languages, in its dictionary form: term 镜片 | ლინზა")
        return
    paths = glossary_paths(review.project)
    if not paths:
        yield _("The project has no glossary: transreview terms share PROJECT FILE gives it one.")
        return
    article = review.session.article
    concept = Concept(
        id=concept_id(source),
        status=ConceptStatus.PROPOSED,
        terms=(Term(source, article.source_language), Term(target, article.target_language)),
    )
    if concept.id in project_glossary(review.project).by_id:
        yield _("The glossary has “{id}” already.").format(id=concept.id)
        return
    edit_glossary(paths[0], lambda glossary: put(glossary, concept))
    review.session.read_glossary()
    yield _("“{id}” is proposed in {file}.").format(id=concept.id, file=visible_line(paths[0].name))


RATING = (
    Command(
        ("mark",),
        _("TYPE SEVERITY WORDS"),
        _("Marks an error of MQM in these words; without them, lists types and severities."),
        _mark,
    ),
    Command(("marks",), "", _("Reads the errors marked in it."), _marks),
    Command(("unmark",), _("NUMBER"), _("Takes the mark of an error off."), _unmark),
    Command(("term",), _("SOURCE | TRANSLATION"), _("Proposes a term for the glossary."), _term),
)
