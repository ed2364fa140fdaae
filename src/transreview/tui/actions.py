"""Every action of the screens, once: its keys, its words, where it works, what it does.

Key bindings, the hints in the last line, the help screen, the command palette and docs/keys.md are
made from this table; nothing else names a key.
"""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from enum import StrEnum

from transreview.i18n import _


class Place(StrEnum):
    """Where a key works."""

    LIST = "list"
    EDITOR = "editor"
    PANE = "pane"
    GLOSSARY = "glossary"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do.

    Attributes:
        id: Its name.
        method: Controller and method of the review screen ("navigation.next"); empty for what only the
            glossary screen does.
        words: What it is called in the palette and in help.
        help: One sentence on what exactly it does.
        list: Keys in the list of segments, separated by blanks, "+" inside a key ("ctrl+y").
        editor: Keys in the editor.
        pane: Keys in a pane of terms, findings, comments or history, and of the glossary screen.
        glossary: Keys in the glossary's list of concepts.
        glossary_method: Controller and method of the glossary screen; empty for what it does not do.
        hint: Its word in the hints of the last line; empty keeps it out of them.
        palette: Whether the command palette offers it.
        numbered: The keys end in "1…9" and the digit is handed to the action.
    """

    id: str
    method: str
    words: str
    help: str
    _: KW_ONLY
    list: str = ""
    editor: str = ""
    pane: str = ""
    glossary: str = ""
    glossary_method: str = ""
    hint: str = ""
    palette: bool = True
    numbered: bool = False

    def keys(self, place: Place) -> tuple[str, ...]:
        """Return its keys of the default keymap in one place."""
        return tuple(getattr(self, place.value).split())


# One action, one paragraph: the formatter would give every argument a line of its own.
# fmt: off
MOVING = (
    Action("next", "navigation.next",
           _("Next segment"), _("Goes to the next segment; first through a long one."),
           list="j down", editor="alt+down ctrl+down", hint=_("move")),
    Action("previous", "navigation.previous",
           _("Previous segment"), _("Goes to the segment before; first through a long one."),
           list="k up", editor="alt+up ctrl+up"),
    Action("page_down", "navigation.page_down",
           _("Page down"), _("Moves down by a screen."), list="pagedown space"),
    Action("page_up", "navigation.page_up", _("Page up"), _("Moves up by a screen."), list="pageup"),
    Action("first", "navigation.first",
           _("First segment"), _("Goes to the first segment shown."), list="g home"),
    Action("last", "navigation.last",
           _("Last segment"), _("Goes to the last segment shown."), list="G end"),
    Action("go_to", "navigation.go_to",
           _("Go to segment number…"), _("Asks for a number and goes there."), list=": ctrl+g"),
    Action("next_open", "navigation.next_open", _("Next unfinished"),
           _("Goes to the next segment that is not confirmed or is marked as needing work."),
           list="u", editor="alt+u", hint=_("unfinished")),
    Action("previous_open", "navigation.previous_open",
           _("Previous unfinished"), _("The same, upwards."), list="p", editor="alt+p"),
    Action("next_finding", "navigation.next_finding",
           _("Next finding"), _("Goes to the next segment in which a check found something."),
           list="! e", editor="alt+i", hint=_("finding")),
    Action("previous_finding", "navigation.previous_finding",
           _("Previous finding"), _("The same, upwards."), list="E @"),
    Action("next_risk", "reading_order.next_risk", _("Next in the order of risk"),
           _("Goes to the segment in which a reader most likely finds something wrong, and says why."),
           list="I $"),
    Action("next_comment", "navigation.next_comment",
           _("Next comment"), _("Goes to the next segment with a comment."), list="#"),
    Action("next_doubtful", "navigation.next_doubtful", _("Next doubtful alignment"),
           _("Goes to the next segment whose alignment is below 80 % sure and not made by hand."), list="l"),
    Action("next_conflict", "merge_conflicts.next", _("Next conflict of a merged file"),
           _("Goes to it and asks whose text shall stand."), list="ctrl+o"),
    Action("next_article", "navigation.next_article",
           _("Next article"), _("Opens the next article of the project."), list="]"),
    Action("previous_article", "navigation.previous_article",
           _("Previous article"), _("Opens the article before."), list="["),
    Action("articles", "navigation.articles",
           _("Articles…"), _("Lists the articles of the project with how far each has come."),
           list="L \\"),
)

EDITING = (
    Action("edit", "editing.edit",
           _("Edit"), _("Opens the editor on the current segment."), list="enter i", hint=_("edit")),
    Action("leave", "editing.leave", _("Leave the editor, keeping the text"),
           _("Saves the text and goes back to the list."), editor="escape", hint=_("save"), palette=False),
    Action("save_text", "editing.save_text",
           _("Save and go on editing"), _("Saves the text; the editor stays open."),
           editor="ctrl+s", palette=False),
    Action("cancel", "editing.cancel", _("Leave the editor, dropping the changes"),
           _("Asks once, then goes back to the text as it was saved."), editor="alt+q", palette=False),
    Action("confirm", "status.confirm", _("Confirm and go to the next unfinished"),
           _("Saves the text, marks the segment as confirmed and goes on."),
           list="c f9", editor="f9 ctrl+enter alt+enter", hint=_("confirm")),
    Action("approve", "status.approve", _("Approve and go to the next not approved"),
           _("Marks the segment as approved by a reviewer and goes on."), list="a", editor="alt+a"),
    Action("propagate", "memory.propagate", _("Give repeated segments this translation…"),
           _("Lists the other segments with this source, to be ticked; one undo takes all of it back."),
           list="y", editor="alt+y"),
    Action("needs_work", "status.needs_work", _("Needs work: mark or unmark"),
           _("Sets or removes the flag; the status stays."), list="f", editor="alt+w", hint=_("needs work")),
    Action("reopen", "status.reopen", _("Take the confirmation back"),
           _("Sets a confirmed or approved segment back to edited."), list="r"),
    Action("lock", "status.lock", _("Lock the segment, or open it"),
           _("Nothing changes a locked segment."), list="K ctrl+l"),
    Action("bookmark", "bookmarks.toggle", _("Bookmark: set or take off"),
           _("Marks the segment for coming back; only you see it."), list="B ^"),
    Action("undo", "undo.undo", _("Undo"), _("Takes back the last change of the project, whatever it was."),
           list="U ctrl+z", hint=_("undo")),
    Action("redo", "undo.redo", _("Redo"), _("Repeats what was undone."), list="ctrl+y"),
    Action("restore_machine", "editing.restore_machine", _("Restore the machine translation"),
           _("Puts the machine translation in place of the text."), list="o", editor="alt+o",
           hint=_("machine text")),
    Action("copy_source", "editing.copy_source",
           _("Copy the source"), _("Puts the source in place of the text."),
           list="b", editor="alt+s alt+b"),
    Action("select_all", "editing.select_all", _("Select the whole text"),
           _("Selects all that stands in the editor."), editor="alt+e", palette=False),
    Action("clear_text", "editing.clear_text", _("Empty the translation"),
           _("Takes the whole text out of the editor; Ctrl+Z brings it back, nothing empty is confirmed."),
           editor="alt+x"),
    Action("new_line", "editing.new_line", _("Begin a new line"),
           _("Breaks the line where Enter goes to the next segment (OmegaT, Virtaal)."),
           editor="alt+j", palette=False),
    Action("complete", "editing.complete", _("Complete the word"),
           _("Completes what was typed from the terms of the segment, the memory's matches, the machine "
             "translation and the article; again for the next."), editor="alt+/", palette=False),
    Action("spelling", "spelling.go_through", _("Spelling…"),
           _("Goes through the words that no word list knows: a number takes a suggestion, a letter adds the "
             "word to the project's own."), list="2", editor="alt+g"),
    Action("insert_sign", "editing.insert_sign", _("Insert a sign…"),
           _("Offers the quotation marks, dashes and blanks of the language."), editor="alt+'"),
    Action("external_editor", "editing.external_editor", _("Edit in $EDITOR"),
           _("Opens the text in the program named by VISUAL or EDITOR."), list="f4", editor="f4"),
)

ALIGNING = (
    Action("merge", "alignment.merge", _("Merge with the next segment"),
           _("Makes one segment of this and the next."), list="J", hint=_("merge")),
    Action("split", "alignment.split", _("Split the segment…"),
           _("Asks for a place in the source and one in the translation and cuts there."),
           list="S", hint=_("split")),
    Action("target_up", "alignment.target_up", _("Move the first paragraph of the translation up"),
           _("Gives the first paragraph of the translation to the segment before."), list="<"),
    Action("target_down", "alignment.target_down", _("Move the last paragraph of the translation down"),
           _("Gives the last paragraph of the translation to the next segment."), list=">"),
    Action("source_up", "alignment.source_up", _("Move the first paragraph of the source up"),
           _("Gives the first paragraph of the source to the segment before."), list="("),
    Action("source_down", "alignment.source_down", _("Move the last paragraph of the source down"),
           _("Gives the last paragraph of the source to the next segment."), list=")"),
    Action("pin", "alignment.pin", _("Pin the alignment, or take the pin out"),
           _("Vouches that both sides belong together: aligning again leaves a pinned segment alone."),
           list="0"),
)

LOOKING = (
    Action("diff", "panes.diff", _("Show the changes to the machine translation"),
           _("Shows in every translation what was removed [-…-] and added {+…+}; again to hide."),
           list="d", editor="alt+d", hint=_("changes")),
    Action("filter", "filter.ask", _("Filter…"),
           _("Shows only segments of a status, with findings, comments, changes or a text."),
           list="F &", hint=_("filter")),
    Action("save_filter", "filter.save", _("Save the filter under a name…"),
           _("Remembers the filter in force for every project; the filter's dialog offers it by a digit."),
           list="6"),
    Action("saved_filters", "filter.list_saved", _("Saved filters…"),
           _("Lists the filters that have a name; Enter applies one, d forgets it."), list="7"),
    Action("clear_filter", "filter.clear", _("Show all segments"), _("Ends the filter."), list="escape"),
    Action("search", "search.ask", _("Search…"), _("Looks for a text in source and translation."),
           list="/", editor="ctrl+f", hint=_("search")),
    Action("next_match", "search.next_match",
           _("Next match"), _("Goes to the next segment with the text searched for."),
           list="n f3", editor="f3"),
    Action("previous_match", "search.previous_match", _("Previous match"), _("The same, upwards."),
           list="N , shift+f3", editor="alt+, shift+f3"),
    Action("replace", "replace.ask", _("Replace…"),
           _("Lists every place that would change, to be ticked; one undo takes all of it back."), list="R"),
    Action("terms", "panes.terms",
           _("Terms"), _("Goes to the terms of the segment; 1…9 or Enter inserts one."),
           list="t f6", editor="f6", hint=_("terms")),
    Action("findings", "panes.findings", _("Findings"),
           _("Goes to the findings of the segment; Enter applies a fix, D dismisses."),
           list="x f7", editor="f7", hint=_("findings")),
    Action("memory", "panes.memory", _("Memory"),
           _("Goes to the matches of the translation memory; 1…9 or Enter inserts one."),
           list="s f5", editor="f5", hint=_("memory")),
    Action("concordance", "memory.concordance", _("Concordance…"),
           _("Looks for the selected words, in any form, in glossary, project and memory."),
           list=";", editor="alt+k"),
    Action("comments", "panes.comments",
           _("Comments"), _("Goes to the comments on the segment."), list="M '"),
    Action("history", "panes.history",
           _("History"), _("Goes to the changes of the segment: who, when, what."), list="h"),
    Action("changes", "history.changes", _("Changes of the project…"),
           _("Lists who changed what and when; Enter goes there, p shows one person's."), list="H \""),
    Action("bookmarks", "bookmarks.list_all", _("Bookmarks…"), _("Lists your bookmarks in all articles."),
           list="`"),
    Action("all_comments", "comments.list_all", _("Comments of the project…"),
           _("Lists all comments, the open ones first; r settles, d deletes."), list="~"),
    Action("export_comments", "comments.export", _("Export the comments…"),
           _("Writes all comments of the project into a table (CSV) with source and translation."), list="8"),
    Action("exports", "exports.list_all", _("Exports…"),
           _("Lists what was exported: when, by whom, where to, and whether the file was changed since."),
           list="9"),
    Action("settle_comment", "comments.resolve", _("Settle a comment, or open it again"),
           _("Settles the chosen comment, or the latest one of the segment."), list="alt+m", pane="r",
           hint=_("settle")),
    Action("dismissed", "dismissals.list_all", _("Dismissed findings…"),
           _("Lists what was dismissed; r puts a finding back."), list="X |"),
    Action("comment", "comments.write",
           _("Write a comment…"), _("Adds a comment to the segment."), list="m", editor="alt+m", pane="m",
           hint=_("comment")),
    Action("panes", "panes.toggle", _("Show or hide the panes"),
           _("Makes room for the text, or shows terms, findings, comments and history."), list="w"),
)

MENDING = (
    Action("insert_term", "quick_fixes.insert_term", _("Insert a term by its number"),
           _("Writes the term of that number in the terms pane at the cursor."),
           editor="alt+1…9", pane="1…9", palette=False, numbered=True,
           hint=_("insert term")),
    Action("use_match", "quick_fixes.use_match", _("Take over the best match of the memory"),
           _("Puts the first match of the memory into the editor."), list="alt+v", editor="alt+v"),
    Action("fix", "quick_fixes.fix", _("Apply the fix of a finding"),
           _("Mends the first finding that has a certain fix."), list=".", editor="alt+. alt+f"),
    Action("dismiss_finding", "quick_fixes.dismiss", _("Dismiss a finding…"),
           _("Hides the finding until the text changes; asks for the reason."), list="D delete",
           pane="D delete", hint=_("dismiss")),
    Action("choose", "quick_fixes.choose", _("Do what the line offers"),
           _("Inserts the term, or applies the fix of the finding."), pane="enter", palette=False,
           hint=_("choose"), glossary_method="concepts.choose"),
    Action("line_down", "panes.line_down",
           _("Next line of a pane"), _("Goes down."), pane="j down", palette=False,
           hint=_("move"), glossary_method="navigation.line_down"),
    Action("line_up", "panes.line_up",
           _("Line before in a pane"), _("Goes up."), pane="k up", palette=False,
           glossary_method="navigation.line_up"),
    Action("next_pane", "panes.next_pane",
           _("Next pane"), _("Goes to the next pane."), pane="tab", palette=False,
           hint=_("next pane"), glossary_method="navigation.next_pane"),
    Action("back", "panes.back",
           _("Back to the text"), _("Leaves the pane."), pane="escape q", palette=False,
           hint=_("back"), glossary_method="navigation.back"),
)

TERMINOLOGY = (
    Action("glossary", "terms.glossary", _("Glossary"),
           _("Opens the concepts of the project's glossaries: search, use, faults, editing, approving."),
           list="T", pane="T", glossary_method="program.close"),
    Action("add_term", "terms.add", _("Add a term to the glossary…"),
           _("Asks for the words of the source, takes those selected in the editor, and proposes both."),
           list="+", editor="alt+t", pane="+", glossary_method="concepts.add"),
    Action("apply_glossary", "terms.apply", _("Apply the glossary to the article…"),
           _("Lists every wrong term with what should stand there; one undo takes all of it back."),
           list="P *"),
    Action("concept_next", "", _("Next concept"), _("Goes down."),
           glossary_method="navigation.next", glossary="j down", palette=False,
           hint=_("move")),
    Action("concept_previous", "", _("Concept before"), _("Goes up."),
           glossary_method="navigation.previous", glossary="k up", palette=False),
    Action("concept_page_down", "", _("Concepts: page down"), _("Goes down by a screen."),
           glossary_method="navigation.page_down", glossary="pagedown space", palette=False),
    Action("concept_page_up", "", _("Concepts: page up"), _("Goes up by a screen."),
           glossary_method="navigation.page_up", glossary="pageup",
           palette=False),
    Action("concept_first", "",
           _("First concept"), _("Goes to the first concept shown."),
           glossary_method="navigation.first", glossary="g home"),
    Action("concept_last", "", _("Last concept"), _("Goes to the last concept shown."),
           glossary_method="navigation.last", glossary="G end"),
    Action("concept_search", "",
           _("Search concepts"), _("Looks for a term, in any of its forms, as you type."),
           glossary_method="filter.search", glossary="/", hint=_("search")),
    Action("concept_filter", "", _("Filter concepts…"),
           _("Shows only concepts of a status or subject, with faults, unused, or wrongly rendered."),
           glossary_method="filter.ask", glossary="F f", hint=_("filter")),
    Action("concept_show_all", "", _("Show all concepts"),
           _("Ends search and filter; pressed again, goes back to the review."),
           glossary_method="filter.show_all", glossary="escape"),
    Action("concept_edit", "", _("Edit the concept…"),
           _("Opens all its fields, with the forms of its Georgian term and what contradicts it."),
           glossary_method="concepts.edit", glossary="enter i e", hint=_("edit")),
    Action("concept_add", "",
           _("Add a concept…"), _("Opens an empty form."),
           glossary_method="concepts.add", glossary="n +", hint=_("new")),
    Action("concept_approve", "", _("Approve the concept"),
           _("From now on its terms are asked for as decided."),
           glossary_method="concepts.approve", glossary="a", hint=_("approve")),
    Action("concept_propose", "", _("Set the concept back to proposed"),
           _("Its terms are asked for mildly until a maintainer decides."),
           glossary_method="concepts.propose", glossary="p"),
    Action("concept_deprecate", "", _("Deprecate the concept"),
           _("Keeps it on record; its terms are asked for no more."),
           glossary_method="concepts.deprecate", glossary="d", hint=_("deprecate")),
    Action("concept_remove", "", _("Remove the concept…"), _("Asks, then takes its row out of the file."),
           glossary_method="concepts.remove", glossary="D delete"),
    Action("concept_undo", "", _("Undo in the glossary"),
           _("Takes back the last change made here; glossary files are not in the project's journal."),
           glossary_method="concepts.undo", glossary="U ctrl+z", hint=_("undo")),
    Action("concept_card", "", _("Terms and faults of the concept"), _("Goes to the pane of the concept."),
           glossary_method="navigation.card", glossary="t x"),
    Action("concept_places", "", _("Occurrences"),
           _("Goes to the segments that have the concept; Enter opens one in the review."),
           glossary_method="navigation.places", glossary="o tab", hint=_("occurrences")),
    Action("concept_close", "", _("Back to the review"), _("Closes the glossary."),
           glossary_method="program.close", glossary="q T",
           hint=_("back")),
)

RATING = (
    Action("suggest", "second_opinion.suggest", _("Ask for a suggestion…"),
           _("Asks whom the team's settings name for a translation; it waits in the editor."), list="Y _"),
    Action("explain", "second_opinion.explain", _("Ask what the findings mean…"),
           _("Asks whom the team's settings name to explain the findings of the segment."), list="4"),
    Action("annotate", "second_opinion.annotate", _("Ask for errors in MQM…"),
           _("Asks whom the team's settings name to mark errors; they are kept as a machine's."), list="5"),
    Action("start_from_engine", "engines.start_from", _("Start from another engine…"),
           _("Shows every engine's translation of the segment; the review starts from the one chosen."),
           list="W -"),
    Action("mark_error", "rating.mark_error", _("Mark an error (MQM)…"),
           _("Choose words, then a letter for the category and a digit for the severity."), list="v"),
    Action("esa_score", "rating.esa_score",
           _("Give the segment a score (ESA)…"), _("Asks for a score from 0 to 100."), list="V %"),
    Action("scores", "rating.scores", _("Scores"),
           _("Shows scores and effort by article, and the segments to look at first."), list="="),
    Action("record_time", "timing.record_time", _("Record time on segments, or stop"),
           _("Time in the editor, pauses over a minute cut; off until somebody asks."), list="ctrl+t"),
)

PROGRAM = (
    Action("help", "program.help",
           _("Help"), _("Shows every action with its keys."), list="? f1", editor="f1", pane="? f1",
           glossary="? f1", hint=_("help"), glossary_method="program.help"),
    Action("suspend", "program.suspend", _("Put the program in the background"),
           _("Gives the terminal back to the shell, where `fg` brings the program back."),
           list="alt+z", editor="alt+z"),
    Action("colours", "program.colours", _("Colours…"),
           _("Dark, light, high contrast, or apart for every colour vision; remembered."), list="C"),
    Action("statistics", "program.statistics", _("Statistics"),
           _("Shows segments, words and characters done and left, the pace and the time to go."), list="z"),
    Action("palette", "program.palette", _("Find an action by its name"), _("Opens the command palette."),
           list="ctrl+p", editor="ctrl+p", pane="ctrl+p", glossary="ctrl+p", palette=False,
           glossary_method="program.palette"),
    Action("quit", "program.quit",
           _("Quit"), _("Closes the project; text in the editor is kept as a draft."),
           list="q ctrl+q", editor="ctrl+q", pane="ctrl+q", glossary="ctrl+q",
           glossary_method="program.quit"),
)
# fmt: on

GROUPS: tuple[tuple[str, tuple[Action, ...]], ...] = (
    (_("Moving"), MOVING),
    (_("Editing and reviewing"), EDITING),
    (_("Mending the alignment"), ALIGNING),
    (_("Looking"), LOOKING),
    (_("Terms and findings"), MENDING),
    (_("Glossary"), TERMINOLOGY),
    (_("Rating"), RATING),
    (_("Program"), PROGRAM),
)
"""The table in the order of the help screen."""

HINTS: dict[Place, tuple[str, ...]] = {
    Place.LIST: (
        "edit", "confirm", "next_open", "findings", "terms", "filter", "undo", "search",
        "next_finding", "comment", "needs_work", "diff", "memory", "merge", "split",
    ),
    Place.EDITOR: (
        "leave", "confirm", "next", "findings", "terms", "insert_term", "diff", "restore_machine",
        "memory", "next_finding",
    ),
    Place.GLOSSARY: (
        "concept_edit", "concept_search", "concept_filter", "concept_places", "concept_add",
        "concept_approve", "concept_deprecate", "concept_undo", "concept_close", "concept_next",
    ),
    Place.PANE: ("back", "choose", "line_down", "next_pane"),
}  # fmt: skip
"""What the last line reminds of in each place, the most needed first."""

PANE_HINTS: dict[str, tuple[str, ...]] = {
    "terms": ("back", "choose", "insert_term", "line_down", "next_pane"),
    "findings": ("back", "choose", "dismiss_finding", "line_down", "next_pane"),
    "comments": ("back", "comment", "settle_comment", "line_down", "next_pane"),
}
"""What the last line reminds of in the panes that have more to offer than others."""

ACTIONS: dict[str, Action] = {action.id: action for _title, group in GROUPS for action in group}
"""Every action by its id."""
