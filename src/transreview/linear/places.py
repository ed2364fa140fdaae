"""Commands of a review line by line that go to places: findings, filters, bookmarks, articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transreview.errors import UsageError
from transreview.i18n import _, ngettext
from transreview.linear.command import Command, Lines
from transreview.linear.session import LinearSession
from transreview.tui.escape import visible_line

if TYPE_CHECKING:
    from transreview.linear.commands import Review


def _next_finding(review: Review, _rest: str) -> Lines:
    if review.session.next_with_finding():
        yield from review.shown()
    else:
        yield _("No other segment has a finding.")


def _filter(review: Review, rest: str) -> Lines:
    from transreview.workflow.search.filtering import fitting

    if not rest:
        review.session.show_only(None)
        yield _("All segments are shown.")
        return
    found = fitting(review.project, review.session.article, rest)
    if not found:
        yield _("No segment fits: {filter}.").format(filter=visible_line(rest))
        return
    review.session.show_only(found)
    words = ngettext(
        "{n} segment fits; “filter” without a line shows all.",
        "{n} segments fit; “filter” without a line shows all.",
        len(found),
    )
    yield words.format(n=len(found))
    yield from review.shown()


def _bookmark(review: Review, _rest: str) -> Lines:
    bookmarks, segment = review.project.bookmarks, review.session.segment
    if any(one.segment_id == segment.id for one in bookmarks.all()):
        bookmarks.drop(segment.id)
        yield _("The bookmark is off.")
    else:
        bookmarks.set(segment.id)
        yield _("Bookmarked; “bookmark” again takes it off.")


def _bookmarks(review: Review, _rest: str) -> Lines:
    rows = review.project.segments.get_many([one.segment_id for one in review.project.bookmarks.all()])
    own = [row for row in rows if row.article_id == review.session.article.id]
    for row in own:
        yield f"{row.position + 1}. {visible_line(row.target)}"
    if not own:
        yield _("No bookmark is set in this article.")


def _articles(review: Review, _rest: str) -> Lines:
    for article in review.project.articles.all():
        progress = review.project.progress(article.id)
        done = sum(count for status, count in progress.by_status.items() if status.is_done)
        yield f"{article.id}. {visible_line(article.title)}"
        yield ngettext(
            "{done} of {count} segment is confirmed.",
            "{done} of {count} segments are confirmed.",
            progress.segments,
        ).format(done=done, count=progress.segments)


def _article(review: Review, rest: str) -> Lines:
    article = next((one for one in review.project.articles.all() if str(one.id) == rest), None)
    if article is None:
        yield _("“articles” lists the articles, by number.")
        return
    review.session = LinearSession(review.project, article)
    review.matches = []
    yield _("Article {title}.").format(title=visible_line(article.title))
    yield from review.shown()


def _find(review: Review, rest: str) -> Lines:
    from transreview.workflow.search.project_search import search_project
    from transreview.workflow.search.query import Query

    if not rest:
        raise UsageError(_("there is nothing to look for"), remedy=_("Name a text: find ასოციაცია"))
    count = 0
    for found in search_project(review.project, Query(text=rest), review.session.article.id):
        count += 1
        text = found.segment.target if found.target else found.segment.source
        yield f"{found.segment.position + 1}. {visible_line(text)}"
    yield ngettext("{n} segment has it.", "{n} segments have it.", count).format(n=count)


PLACES = (
    Command(("find", "/"), _("TEXT"), _("Lists the segments that have a text."), _find),
    Command(
        ("finding", "!"), "", _("Goes to the next segment in which a check found something."), _next_finding
    ),
    Command(
        ("filter",),
        _("LINE"),
        _("Goes through segments that fit only: is:edited check:num since:2d …"),
        _filter,
    ),
    Command(("bookmark", "b"), "", _("Sets a bookmark on it, or takes it off."), _bookmark),
    Command(("bookmarks",), "", _("Lists your bookmarks in the article."), _bookmarks),
    Command(("articles",), "", _("Lists the articles of the project."), _articles),
    Command(("article",), _("NUMBER"), _("Opens that article."), _article),
)
