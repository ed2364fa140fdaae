"""The form of a concept: its row as fields, and what follows from what is typed, as it is typed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.timer import Timer
from textual.widgets import Input, Static

from transreview.formats.glossary_columns import (
    Column,
    cells_of,
    columns_of,
    concept_of,
    join_values,
    parse_column,
    split_values,
)
from transreview.i18n import _
from transreview.model.finding import Severity
from transreview.model.glossary import Concept, Glossary, Term, TermKind
from transreview.terminology.concept_lint import ConceptLint
from transreview.terminology.index import base_language
from transreview.terminology.lint_issue import LintIssue
from transreview.tui.dialogs.fitting import FittedDialog
from transreview.tui.escape import visible, visible_line
from transreview.tui.glossary.preview import NameSuggestion, preview, suggest_name
from transreview.tui.widgets.key_words import KeyWords
from transreview.tui.widgets.line_input import LONGEST, LineInput
from transreview.words import language_called
from transreview.workflow.terms.concept_changes import ConceptInput, free_id

PREVIEW_DELAY = 0.12
"""Seconds without a key after which the preview follows."""

LABEL = 18


@dataclass(frozen=True)
class FormContext:
    """What a concept is written into.

    Attributes:
        glossary: The concepts there are.
        languages: Source and target language of the project.
        practice: How the project spells Chinese names in Georgian.
    """

    glossary: Glossary
    languages: tuple[str, str]
    practice: str

    @cached_property
    def lint(self) -> ConceptLint:
        """What finds the faults of a concept."""
        return ConceptLint(self.glossary, self.tags)

    @cached_property
    def tags(self) -> tuple[str, str]:
        """Source and target language as the glossary tags them."""
        known = {base_language(code): code for code in reversed(self.glossary.languages)}
        source, target = (known.get(base_language(code), code) for code in self.languages)
        return source, target


class Field(LineInput):
    """A field of a concept, in one line whatever its breaks."""

    def __init__(self, text: str, *, name: str, placeholder: str = "") -> None:
        self._had_breaks = "\n" in text
        shown = text.replace("\n", "␊")
        super().__init__(shown, name=name, placeholder=placeholder, longest=max(LONGEST, 2 * len(text)))

    @property
    def entry(self) -> str:
        """What stands in it, with its breaks and without blanks around it."""
        text = self.content
        return (text.replace("␊", "\n") if self._had_breaks else text).strip()

    def one_line(self, text: str) -> str:
        """Return what is pasted with one blank between words."""
        return " ".join(text.split())


class ConceptForm(FittedDialog[Concept | None]):
    """Asks for a concept; answers with it, or with None.

    Args:
        title: What is being done.
        concept: What the fields begin with.
        before: The concept that is changed; None for a new one.
        context: What it is written into.
        remark: What there is to know of the draft.
    """

    DEFAULT_CSS = """
    ConceptForm > #box {
        width: 98%; max-width: 140; height: 96%; max-height: 44;
        padding: 0 1;
    }
    ConceptForm #remark { height: auto; color: $text-muted; }
    ConceptForm #body { height: 1fr; layout: vertical; }
    ConceptForm #fields { height: 3fr; scrollbar-size-vertical: 1; }
    ConceptForm #preview { height: 2fr; border-top: solid $panel; scrollbar-size-vertical: 1; }
    ConceptForm .field { height: 1; }
    ConceptForm .field Static { width: 18; color: $text-muted; }
    ConceptForm Field { width: 1fr; border: none; height: 1; padding: 0 1; background: $panel; }
    ConceptForm Field:focus { background: $primary 30%; text-style: bold; }
    ConceptForm.-low > #box { height: 100%; }
    ConceptForm.-low #preview { height: 2; }
    ConceptForm.-low #keys { max-height: 1; }
    ConceptForm.-tiny #preview, ConceptForm.-tiny #remark { display: none; }
    ConceptForm.-slim .field { layout: vertical; height: 2; }
    ConceptForm.-wide #body { layout: horizontal; }
    ConceptForm.-wide #fields { width: 1fr; height: 1fr; }
    ConceptForm.-wide #preview {
        width: 1fr; height: 1fr; border-top: none; border-left: solid $panel; padding: 0 1;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", show=False),
        Binding("ctrl+s", "save", show=False),
        Binding("down", "field(1)", show=False, priority=True),
        Binding("up", "field(-1)", show=False, priority=True),
        Binding("f2", "take_name", show=False),
        Binding("f3", "forbid_copies", show=False),
        Binding("pagedown", "scroll(6)", show=False),
        Binding("pageup", "scroll(-6)", show=False),
    ]
    AUTO_FOCUS = "Field"

    def __init__(
        self, title: str, concept: Concept, before: Concept | None, context: FormContext, *, remark: str = ""
    ) -> None:
        super().__init__()
        self._title = title
        self._concept = concept
        self._before = before
        self._into = context
        self._remark = remark
        self._timer: Timer | None = None
        self._spelling: NameSuggestion | None = None
        self._warned: Concept | None = None

    # --- layout --------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Lay out the fields, the preview and the keys."""
        cells = dict(zip(self._columns, cells_of(self._concept, self._columns), strict=True))
        with Vertical(id="box") as box:
            if self._remark:
                yield Static(visible(self._remark), id="remark", markup=False)
            with Vertical(id="body"):
                with VerticalScroll(id="fields", can_focus=False):
                    for name in self._columns:
                        with Horizontal(classes="field"):
                            yield Static(self._label(name), markup=False)
                            yield Field(cells[name], name=name, placeholder=_placeholder(name))
                with VerticalScroll(id="preview", can_focus=False):
                    yield Static("", id="said", markup=False)
            yield KeyWords(_keys())
        box.border_title = visible_line(self._title).replace("[", "\\[")

    def on_mount(self) -> None:
        """Begin at the source term or, where that is there, at the target term; say what there is to say."""
        source, target = (self._field(code) for code in self._into.tags)
        self.set_focus(target if source.value else source)
        self.call_after_refresh(self.show_preview)

    @cached_property
    def _columns(self) -> list[str]:
        """The columns of a row that are shown: terms first; whatever the concept has is among them."""
        source, target = self._into.tags
        others = [code for code in self._into.glossary.languages if code not in {source, target}]
        shown = [source, f"{source}:also", target, f"{target}:also", f"{target}:not", f"{target}:grammar"]
        shown += [*others, "subject", "definition", "note", "id"]
        return [name for name in columns_of([self._concept], [], shown) if name != "status"]

    def _label(self, name: str) -> str:
        column = parse_column(name)
        if column is None:
            words = {"subject": _("Subject"), "definition": _("Definition"), "note": _("Note"), "id": "Id"}
            return words[name]
        facets = {"": "", "also": _("admitted"), "not": _("forbidden"), "grammar": _("hints"), "pos": "pos"}
        language = language_called(column.language) if column.facet == "" else f"  {facets[column.facet]}"
        return visible_line(language)[: LABEL - 1]

    # --- what stands in it ---------------------------------------------------------------------

    def _field(self, name: str) -> Field:
        return next(field for field in self.query(Field) if field.name == name)

    @property
    def concept(self) -> Concept:
        """The concept as it stands in the fields; its id may still be empty."""
        cells = {field.name or "": field.entry for field in self.query(Field)}
        cells["status"] = self._concept.status.value
        made = concept_of(cells, self._concept.origin)
        if made.id or not made.terms:
            return made
        given = ConceptInput(preferred=tuple((term.language, term.text) for term in made.terms))
        return concept_of({**cells, "id": free_id(self._into.glossary, given)}, made.origin)

    def _problem(self, concept: Concept) -> str:
        """Return why a concept cannot be saved, empty when it can."""
        if not any(term.kind is not TermKind.FORBIDDEN for term in concept.terms):
            return _("A concept needs a term.")
        taken = concept.id in self._into.glossary.by_id
        if taken and (self._before is None or self._before.id != concept.id):
            return _("The id “{id}” is taken: choose another.").format(id=concept.id)
        return ""

    def _issues(self, concept: Concept) -> list[LintIssue]:
        if not concept.terms:
            return []
        return self._into.lint.issues(concept, instead_of=self._before.id if self._before else "")

    @on(Input.Changed)
    def typed(self) -> None:
        """Bring the preview up when the keys rest."""
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(PREVIEW_DELAY, self.show_preview)

    def show_preview(self) -> None:
        """Show what contradicts the concept, how its name is spelled, and the forms of its term."""
        concept = self.concept
        source, target = self._into.tags
        named, hints = _first(concept, source), _first(concept, target)
        self._spelling = (
            suggest_name(named, target, hints.grammar if hints else self._hints, self._into.practice)
            if named
            else None
        )
        problem = self._problem(concept) if concept.terms else ""
        said = self.query_one("#said", Static)
        width = max(said.container_size.width - 2, 20)
        issues = self._issues(concept)
        said.update(preview(concept, issues, self._spelling, language=target, width=width, problem=problem))

    @property
    def _hints(self) -> list[str]:
        return split_values(self._field(f"{self._into.tags[1]}:grammar").entry)

    # --- keys ----------------------------------------------------------------------------------

    def action_give_up(self) -> None:
        """Change nothing."""
        self.dismiss(None)

    # Enter is not taken before the field: what was typed quickly is in it by then.
    @on(Input.Submitted)
    def entered(self, event: Input.Submitted) -> None:
        """Save on Enter."""
        event.stop()
        self.action_save()

    def action_save(self) -> None:
        """Answer with the concept; where it contradicts others, at the second time."""
        concept = self.concept
        problem = self._problem(concept)
        if problem:
            self._say(f"✗ {problem}")
            return
        errors = [issue for issue in self._issues(concept) if issue.severity.rank >= Severity.ERROR.rank]
        if errors and self._warned != concept:
            self._warned = concept
            self.show_preview()
            again = _("Enter again saves it all the same.")
            self._say(f"✗ {errors[0].message}.\n{again}")
            return
        self.dismiss(concept)

    def action_field(self, step: int) -> None:
        """Go to the next field or the one before."""
        fields = list(self.query(Field))
        at = fields.index(self.focused) if isinstance(self.focused, Field) else 0
        self.set_focus(fields[(at + step) % len(fields)])  # at once: the next letter is on its way

    def action_take_name(self) -> None:
        """Write the name as the project's practice spells it."""
        if self._spelling is None:
            self._say(_("The source term is no Chinese name that is known; write “name” under hints."))
            return
        target = self._into.tags[1]
        self._field(target).content = join_values([self._spelling.form])
        hints = self._hints
        if not {"name", "person", "place"} & set(hints):
            self._field(f"{target}:grammar").content = join_values([*hints, "name"])

    def action_forbid_copies(self) -> None:
        """Forbid the spellings that are copied from English."""
        if self._spelling is None or not self._spelling.copied:
            self._say(_("There is no spelling copied from English."))
            return
        field = self._field(str(Column(self._into.tags[1], "not")))
        field.content = join_values(dict.fromkeys([*split_values(field.entry), *self._spelling.copied]))

    def action_scroll(self, lines: int) -> None:
        """Scroll the preview."""
        self.query_one("#preview", VerticalScroll).scroll_relative(y=lines, animate=False)

    def _say(self, text: str) -> None:
        self.query_one(KeyWords).say(text)


def _first(concept: Concept, language: str) -> Term | None:
    return next((t for t in concept.of(language) if t.kind is TermKind.PREFERRED), None)


def _placeholder(name: str) -> str:
    column = parse_column(name)
    if name == "id":
        return _("made from the English or the first term")
    if column is None:
        return ""
    if column.facet == "grammar":
        return _("name · stem=… · indeclinable · plural-only · exact · general · specialised")
    return _("several: separated by |") if column.facet in {"also", "not"} else ""


def _keys() -> str:
    return _("↑ ↓ Tab fields · Enter saves · F2 name · F3 copies · PgDn scrolls below · Esc gives up")
