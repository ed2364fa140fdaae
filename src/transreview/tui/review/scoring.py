"""Opening the scores of the project, and going to a segment from there."""

from __future__ import annotations

from textual import work

from transreview.tui.review.terminology import Terminology


class Scoring(Terminology):
    """The action that opens the scores."""

    @work
    async def action_scores(self) -> None:
        """Show the scores; go to the segment that was chosen there."""
        from transreview.tui.scores.screen import ScoresScreen  # not for the first picture

        if not self.save():
            return
        if self.desk.is_open:
            self.close_editor()
        answer = await self.app.push_screen_wait(ScoresScreen(self.session.project.path))
        if answer is None:
            return
        slug, key = answer
        project = self.session.project
        article = next(a for a in project.articles() if a.slug == slug)
        segment = next((s for s in project.segments(article.id) if s.key == key), None)
        self.go_to_segment(segment.id if segment else 0)
