"""What is read of files with a line missing, twice or cut in half, kept whole: `python -m tests.kept formats`.

Each sample of every format loses each of its lines in turn (of long ones some); told is what is read otherwise than of
the whole file, or how the file is refused. So each reader's words stand here, and what it makes of what is odd.
"""

from __future__ import annotations

import difflib
import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.formats import articles_kept, test_pairs_golden
from tests.kept import printable, shown
from transreview.errors import TransreviewError
from transreview.formats.glossary_registry import read_any
from transreview.formats.mqm_tsv import read_ratings
from transreview.formats.readers import parse_bilingual
from transreview.formats.registry import parse_document
from transreview.formats.segment_scores import read_segment_scores
from transreview.formats.tmx_engines import read_tmx_engines

GOLDEN = Path(__file__).parent / "golden"
# Where everything behind a line stands is another place: that alone is not told.
_PLACES = re.compile(r" \| (?:line|paragraph)=\d+|^  (?:line|target_line): \d+$")
# What libraries say of a fault, which differs from one of their versions to the next.
_THEIRS = re.compile(r"((?:XML|YAML|JSON): ).*?\. (?=The file may|Mend it|Each line|Write )", re.DOTALL)
_JSON_LINE = re.compile(r":\d+: (?=(?:this line is )?not JSON)")
_MOST = 14  # lines of a file that are tried
_TOLD = 8  # lines told of what is read otherwise

GLOSSARIES = {
    "own.csv": """id,subject,definition,status,note,zh,zh:also,zh:not,ka,ka:also,ka:not,ka:grammar,ka:pos
association,trade,a body,approved,see b,协会,协会组织|商会,会,ასოციაცია,გაერთიანება,კავშირი,place,noun
lens,,,proposed,,镜片,,,ლინზა,,ობიექტივი,,
old,,,deprecated,,旧,,,ძველი,,,,
'=risk,,"a ""quoted"" word, and more",approved,,风险,,,რისკი,,,,
odd,,,sung,,歌,,,სიმღერა
""",
    "list.csv": "Chinese,Georgian,Part of speech,Remark,Forbidden\n会议,შეხვედრა,noun,often,კრება\n眼镜,სათვალე,noun,,\n会议,სხდომა,noun,,\n",
    "plain.tsv": "会议\tშეხვედრა\tnote\n眼镜\tსათვალე\n\n# remark\n镜片\tლინზა; ოპტიკა\n",
    "semicolon.csv": "English;German;Status\nmeeting;Sitzung | Treffen;approved\nglasses;Brille;rejected\nfair;Messe;\n",
    "basic.tbx": """<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX-Basic" xml:lang="zh">
<martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader>
<text><body>
<termEntry id="c1">
<descrip type="subjectField">trade</descrip>
<descrip type="definition">a body</descrip>
<note>n</note>
<langSet xml:lang="zh">
<tig><term>协会</term><termNote type="partOfSpeech">noun</termNote></tig>
</langSet>
<langSet xml:lang="ka">
<tig><term>ასოციაცია</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
<ntig><termGrp><term>კავშირი</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig>
</langSet>
</termEntry>
<termEntry id="c2"><langSet xml:lang="zh"><tig><term>旧</term></tig></langSet>
</termEntry>
</body></text>
</martif>
""",
}
RATINGS = """system	doc	doc_id	seg_id	rater	source	target	category	severity
deepl	a	1	1	r1	会议<v>召开</v>了	შეხვედრა გაიმართა	Accuracy/Mistranslation	Major
deepl	a	1	1	r2	会议召开了	შეხვედრა <v>გაიმართა</v>	Fluency/Grammar	minor
google	a	1	2	r1	好	<v>კარგი	No-error	no-error
google	a	1	2	r1	好	კარგი	Odd one	Critical
"""
SCORES = {
    "scores.csv": "segment,system,comet,bleu\n1,deepl,0.5,30\n2,deepl,-1e-3,x\n2,google,,nan\n",
    "scores.jsonl": '{"segment": 1, "comet": 0.5}\n{"segment": "0002", "comet": 1, "note": "x"}\n{"comet": 2}\n[1]\n{"segment": 3, "comet": true}\n',
}


def _changed(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield files with one line less, twice, or cut, by what was done."""
    step = max(1, len(lines) // _MOST)
    for at in range(0, len(lines), step):
        before, line, behind = lines[:at], lines[at], lines[at + 1 :]
        if line.strip():
            yield f"without {at + 1}", [*before, *behind]
            how = (at // step) % 3
            if how == 0:
                yield f"twice {at + 1}", [*before, line, line, *behind]
            elif how == 1:
                yield f"half of {at + 1}", [*before, line[: len(line) // 2], *behind]
            else:
                yield f"indented {at + 1}", [*before, f"  {line}", *behind]


def _refusal(error: TransreviewError) -> str:
    return "! " + _JSON_LINE.sub(": ", _THEIRS.sub(r"\1… ", str(error)))


Reader = Callable[[bytes, str], list[str]]


def read_pairs(data: bytes, name: str) -> list[str]:
    """Return all that is read of a bilingual file."""
    return test_pairs_golden.described(parse_bilingual(data, name))


def read_article(data: bytes, name: str) -> list[str]:
    """Return all that is read of an article."""
    document = parse_document(data, name, language="ka")
    return articles_kept.described(document)


def _in_folder(read: Callable[[Path], list[str]]) -> Reader:
    def reading(data: bytes, name: str) -> list[str]:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / name
            path.write_bytes(data)
            try:
                return [line.replace(folder, "") for line in read(path)]
            except TransreviewError as error:
                return [_refusal(error).replace(folder, "")]

    return reading


def _glossary(path: Path) -> list[str]:
    said: list[str] = []
    found = read_any(path, tell=lambda *words: said.append(" ".join(map(str, words))))
    return [*said, str(found.languages), *map(shown, found.concepts)]


def _engines(data: bytes, name: str) -> list[str]:
    read = read_tmx_engines(data, name)
    return [repr(read.names), *map(repr, zip(read.sources, read.targets, strict=True))]


def said(data: bytes, name: str, read: Reader) -> list[str]:
    """Return what is read of a file, or how it is refused; without where everything stands."""
    try:
        return [_PLACES.sub("", line) for line in read(data, name)]
    except TransreviewError as error:
        return [_refusal(error)]


def otherwise(what: str, whole: list[str], now: list[str]) -> Iterator[str]:
    """Yield what was done to a file, and the lines that are read otherwise than of the whole one."""
    differing = [
        line
        for line in difflib.unified_diff(whole, now, n=0, lineterm="")
        if line[:2] not in {"--", "++", "@@"}
    ]
    if now[:1] and now[0].startswith("! "):
        differing = now
    more = [f"… {len(differing)} lines"] if len(differing) > _TOLD else []
    yield printable(what)
    yield from (f"    {printable(line)[:240]}" for line in [*differing[:_TOLD], *more])


def _told(name: str, data: bytes, read: Reader) -> Iterator[str]:
    whole = said(data, name, read)
    for what, lines in _changed(data.decode().split("\n")):
        yield from otherwise(f"{name} {what}", whole, said("\n".join(lines).encode(), name, read))


def _texts(files: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    for name, data in sorted(files.items()):
        try:
            data.decode()
        except UnicodeDecodeError:
            continue
        if not data.startswith(b"PK"):
            yield name, data


def pairs() -> str:
    """Return what is read of bilingual files with a line missing, twice, cut or indented."""
    lines: list[str] = []
    for name, data in _texts(test_pairs_golden.FILES):
        lines += _told(name.removeprefix("sample-"), data, read_pairs)
    return "\n".join(lines) + "\n"


def articles() -> str:
    """Return the same of articles."""
    lines: list[str] = []
    for name, data in _texts(articles_kept.samples()):
        lines += _told(name.removeprefix("key-"), data, read_article)
    return "\n".join(lines) + "\n"


def others() -> str:
    """Return the same of glossaries, ratings, scores and memories of several engines."""
    lines: list[str] = []
    for name, text in GLOSSARIES.items():
        lines += [f"== {name}", *map(printable, _in_folder(_glossary)(text.encode(), name))]
        lines += _told(name, text.encode(), _in_folder(_glossary))
    ratings = _in_folder(lambda path: list(map(shown, read_ratings(path))))
    lines += _told("ratings.tsv", RATINGS.encode(), ratings)
    whole = RATINGS.replace("<v>კარგი", "<v>კარგი</v>").replace("Odd one", "Other")
    lines += [*map(printable, ratings(whole.encode(), "whole.tsv"))]
    lines += _told("whole.tsv", whole.encode(), ratings)
    scores = _in_folder(lambda path: [f"{name}: {row}" for name, row in read_segment_scores(path).items()])
    for name, text in SCORES.items():
        lines += _told(name, text.encode(), scores)
    memory = test_pairs_golden.FILES["memory.tmx"]
    lines += _told("memory.tmx", memory, _engines)
    return "\n".join(lines) + "\n"


PARTS: dict[Path, Callable[[], str]] = {
    GOLDEN / "lines_of_pairs.txt": pairs,
    GOLDEN / "lines_of_articles.txt": articles,
    GOLDEN / "lines_of_others.txt": others,
}
