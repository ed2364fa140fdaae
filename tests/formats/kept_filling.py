"""What becomes of small files when their texts change, go and come, kept whole: `python -m tests.kept formats`.

Each unit in turn is changed, emptied, emptied with its neighbour, gets lines, and has text before and behind it that the
file did not have, as a paragraph, as a sentence and as a heading; in paragraphs and in sentences, where files have them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.kept import printable
from transreview.errors import TransreviewError
from transreview.formats.filling import Passage, fill
from transreview.formats.registry import parse_document
from transreview.languages import language
from transreview.model.unit import Granularity, Unit, UnitKind

GOLDEN = Path(__file__).parent / "golden"

FILES = {
    "a.txt": "სათაური\n\nერთი არის აქ. ორი არის იქ. სამი.\n\n  - ოთხი\n\nბოლო",
    "b.txt": "\n\nმარტო ერთი.\n",
    "c.txt": "ერთი.\r\n\r\nორი. სამი.\r\n",
    "a.md": "# სათაური\n\nერთი *არის* აქ. ორი\nარის იქ. სამი.\n\n> ციტატა. მეორე.\n\n- პუნქტი\n  გრძელდება\n- მეორე\n",
    "b.md": "ერთი\n===\n\n| ა | ბ |\n|---|---|\n| გ | დ |\n\n1. ერთი\n\n   შიგნით. ორი.\n2. ორი\n\n`კოდი`\n\nბოლო  \nხაზი\n",
    "c.md": "---\ntitle: სათაური\n---\n\n![სურათი](a.png \"სახელი\")\n\n<p>აბზაცი</p>\n\n[^1]: სქოლიო. მეორე.\n",
    "a.html": "<h1>სათაური</h1>\n<p>ერთი <b>არის</b> აქ. ორი იქ. <a href=\"a\">სამი</a>.</p>\n<ul><li>პუნქტი<li>მეორე</ul>\n",
    "b.html": "<title>სახელი</title><body>შიშველი ტექსტი<br>მეორე <img alt=\"სურათი\" src=\"a\"> ბოლო<table><tr><td>ა<td>ბ</table>",
    "a.xhtml": '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>ერთი &amp; ორი. სამი.</p><p>ოთხი</p></body></html>',
    "a.srt": "1\n00:00:01,000 --> 00:00:02,000\nერთი\nორი\n\n2\n00:00:03,000 --> 00:00:04,000\nსამი. ოთხი.\n",
    "a.vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\n<v ნინო>ერთი.\n\n00:03.000 --> 00:04.000\nორი &amp; სამი\n",
}  # fmt: skip
NEW = "ახალი <ტექსტი> & 1. *სხვა*"

Change = tuple[str, Callable[[Sequence[Unit], int], list[Passage]]]


def _with(units: Sequence[Unit], texts: dict[int, str]) -> list[Passage]:
    return [Passage(texts.get(number, unit.text), number) for number, unit in enumerate(units)]


def _inserted(
    units: Sequence[Unit], at: int, *passages: Passage, emptied: int | None = None
) -> list[Passage]:
    kept = _with(units, {} if emptied is None else {emptied: ""})
    return [*kept[:at], *passages, *kept[at:]]


_PARAGRAPH = Passage(NEW, None)
_SENTENCE = Passage("ახალი წინადადება.", None, sentence=True)
_HEADING = Passage("ახალი სათაური", None, kind=UnitKind.HEADING)
CHANGES: tuple[Change, ...] = (
    ("changed", lambda units, at: _with(units, {at: NEW})),
    ("lines", lambda units, at: _with(units, {at: f"{units[at].text}\n# მეორე ხაზი"})),
    ("blanks", lambda units, at: _with(units, {at: f"  {units[at].text} "})),
    ("emptied", lambda units, at: _with(units, {at: ""})),
    ("both emptied", lambda units, at: _with(units, {at: "", at + 1: ""})),
    ("paragraph before", lambda units, at: _inserted(units, at, _PARAGRAPH)),
    ("sentence behind", lambda units, at: _inserted(units, at + 1, _SENTENCE)),
    ("emptied, sentence behind", lambda units, at: _inserted(units, at + 1, _SENTENCE, emptied=at)),
    ("emptied, paragraph before", lambda units, at: _inserted(units, at, _PARAGRAPH, emptied=at)),
    ("heading and sentence behind", lambda units, at: _inserted(units, at + 1, _HEADING, _SENTENCE)),
)


def _documents() -> Iterator[tuple[str, object]]:
    for name, text in FILES.items():
        document = parse_document(text.encode(), name, language="ka")
        yield name, document
        cut = document.at(Granularity.SENTENCE, language("ka").sentences)
        if len(cut.units) > len(document.units):
            yield f"{name} by sentences", cut


def filled() -> str:
    """Return the files after each change of each unit; what stays as it was is said in a word."""
    lines = []
    for name, document in _documents():
        before = FILES[name.partition(" ")[0]]
        lines.append(f"== {name}: {[unit.text for unit in document.units]}")
        for at in range(len(document.units)):
            for how, change in CHANGES:
                try:
                    done = fill(
                        document.layout, document.units, change(document.units, at), newline=document.newline
                    )
                except TransreviewError as error:
                    lines.append(f"{at} {how}: ! {printable(str(error))}")
                    continue
                said = "the same" if done.text == before else _changed(before, done.text)
                lost = f" lost {done.lost}" * bool(done.lost) + f" homeless {done.homeless}" * bool(
                    done.homeless
                )
                lines.append(f"{at} {how}: {printable(said + lost)}")
    return "\n".join(lines) + "\n"


def _changed(before: str, after: str) -> str:
    """Return what differs between two texts, with a little of what stands around it."""
    most = min(len(before), len(after))
    head = next((at for at in range(most) if before[at] != after[at]), most)
    tail = next((at for at in range(most - head) if before[-1 - at] != after[-1 - at]), most - head)
    return f"{head} “{before[head : len(before) - tail]}” → “{after[head : len(after) - tail]}”"


PARTS: dict[Path, Callable[[], str]] = {GOLDEN / "filled.txt": filled}
