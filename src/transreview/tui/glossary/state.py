"""What the parts of the glossary screen share: the open glossaries and what is known of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from transreview.model.article import Article
from transreview.model.glossary import Concept, Glossary
from transreview.project.project import Project
from transreview.terminology.lint_issue import LintIssue
from transreview.tui.dialogs.concept_filter import ConceptFilter
from transreview.tui.glossary.concept_list import Known
from transreview.tui.glossary.presenting import worst_of
from transreview.tui.glossary.usage import Counts
from transreview.tui.keymaps import Keymap
from transreview.workflow.terms.glossary_session import GlossarySession
from transreview.workflow.terms.search import TermSearch


@dataclass(kw_only=True, slots=True)
class GlossaryState:
    """The state of the glossary screen; view and controllers read it, and each field says who writes it.

    Attributes:
        project: The open project.
        session: Its glossaries, open for editing.
        keymap: The keys in force.
        search: Finds concepts of the glossary as it is now (whoever saves a change).
        filter: The filter in force (filter).
        declined: Whether the search knows declined forms by now (counting).
        counts: What the project does with the concepts, as far as it was counted (counting).
        issues: The glossary's faults by concept (counting).
        articles: The articles of the project by id.
    """

    project: Project
    session: GlossarySession
    keymap: Keymap
    search: TermSearch
    filter: ConceptFilter = field(default_factory=ConceptFilter)
    declined: bool = False
    counts: Counts | None = None
    issues: dict[str, list[LintIssue]] = field(default_factory=dict)
    articles: dict[int, Article] = field(default_factory=dict)

    @property
    def glossary(self) -> Glossary:
        """The concepts of all files."""
        return self.session.glossary

    @property
    def counted(self) -> bool:
        """Whether the whole project was counted."""
        return self.counts is not None and self.counts.done

    def take_over(self) -> None:
        """Search in the glossary as it is now; counts are shown until they are counted anew."""
        self.search, self.declined = TermSearch(self.glossary), False

    def known(self, concept: Concept) -> Known:
        """Return what the list shows of a concept beside its terms."""
        worst = worst_of(self.issues.get(concept.id, ()))
        if self.counts is None:
            return Known(worst)
        usage = self.counts.usage.get(concept.id)
        if usage is None:
            return Known(worst, 0 if self.counts.done else None)
        return Known(worst, usage.segments, bool(usage.forbidden))
