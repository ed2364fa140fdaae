"""Catalogs with a fault here and there: whatever `msgfmt -c` refuses in them is found at the same line."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from transreview.errors import TransreviewError
from transreview.workflow.quality.checking_files import check_file

pytestmark = pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")

HEADER = (
    'msgid ""\nmsgstr ""\n"Project-Id-Version: x\\n"\n"PO-Revision-Date: 2026-01-01 00:00+0000\\n"\n'
    '"Last-Translator: A <a@b.c>\\n"\n"Language-Team: B <b@b.c>\\n"\n"Language: ka\\n"\n"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n"X-Source-Language: en\\n"\n'
    '"Plural-Forms: {rule}\\n"\n\n'
)
HEADER_LINE = 2
DIRECTIVES = {
    "c": "%d %s %ld %5.2f %% %c %*d %1$s %2$d %.*s %zu %<PRIu64>", "python": "%s %d %(name)s %(n)d %% %r %(n)5.1f",
    "python-brace": "{} {0} {name} {0.a} {x[1]} {n:>5} {{ }}", "php": "%s %d %1$s %2$d %% %'05d %b %.3f",
    "objc": "%@ %d %s %1$@ %ld %%", "java": "{0} {1} {0,number} {1,date,short} ''", "csharp": "{0} {1} {0:N} {1,5} {{",
    "javascript": "%s %d %f %j %% %1$s", "perl": "%s %d %% %2$s %1$s %u", "perl-brace": "{name} {n}",
    "lua": "%s %d %q %% %5.1f", "ruby": "%s %d %<a>d %{b} %% %1$s", "sh": "$a ${b} $c1", "awk": "%s %d %% %c %1$s",
    "tcl": "%s %d %% %1$s %x", "elisp": "%s %d %% %S %c", "lisp": "~a ~d ~s ~% ~~ ~2d", "scheme": "~a ~s ~d ~%",
    "qt": "%1 %2 %L1 %3", "qt-plural": "%n %Ln %1", "kde": "%1 %2 %3", "boost": "%1% %2% %|1$d| %s %%",
    "gcc-internal": "%s %d %qs %< %> %% %T %m", "gfc-internal": "%s %d %C %L", "object-pascal": "%s %d %0:s %1:d %%",
    "librep": "%s %d %%", "smalltalk": "%1 %2 %%", "ycp": "%1 %2 %%",
}  # fmt: skip
RULES = (
    "nplurals=2; plural=(n != 1);", "nplurals=1; plural=0;", "nplurals=2; plural=n>1;", "nplurals=2; plural=n;",
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    "nplurals=2; plural=n/0;", "plural=n!=1;", "nplurals=2;", "nplurals=; plural=n!=1;", "nplurals=2; plural=(n!=1;",
)  # fmt: skip
SOURCE, TARGET = "open the big file now", "გახსენით დიდი ფაილი ახლა და შეინახეთ"


class Faults:
    """Writes messages, most of them with one thing wrong."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def text(self, words: str, directives: list[str]) -> str:
        found = self.random.sample(words.split(), 3)
        for one in directives:
            found.insert(self.random.randrange(len(found) + 1), one)
        return " ".join(found)

    def spoilt(self, directives: list[str], pool: list[str]) -> list[str]:
        left, choose = list(directives), self.random
        what = choose.choice(["drop", "add", "other", "order", "twice", "broken", "nothing"])
        if what == "add":
            left.insert(choose.randrange(len(left) + 1), choose.choice(pool))
        if not left:
            return left
        place = choose.randrange(len(left))
        one, at = left[place], choose.randrange(len(left[place]))
        if what == "drop":
            del left[place]
        elif what == "other":
            left[place] = choose.choice(pool)
        elif what == "order":
            left.reverse()
        elif what == "twice":
            left.append(one)
        elif what == "broken":
            left[place] = choose.choice([
                one[:at] + one[at + 1 :], one[:at] + " " + one[at:], one[:at] + choose.choice("%{}()$1xq") + one[at:],
            ])  # fmt: skip
        return left

    def ends(self, text: str) -> str:
        if self.random.random() > 0.12:
            return text
        return self.random.choice([text.strip("\n"), "\n" + text, text + "\n"])

    def message(self, number: int, forms: int) -> list[str]:
        choose = self.random
        language = choose.choice(list(DIRECTIVES))
        pool = DIRECTIVES[language].split()
        directives = [choose.choice(pool) for _ in range(choose.choice([0, 1, 1, 2, 3]))]
        outer = choose.choice(["{}", "{}", "{}", "{}\n", "\n{}"])
        lines = [f"#, {language}-format", f'msgctxt "{number}"']
        wrong = self.spoilt(directives, pool)

        def put(keyword: str, text: str) -> None:
            written = text.replace("\\", "\\\\").replace("\n", "\\n")
            lines.extend(
                [f'{keyword} ""', f'"{written}"'] if choose.random() < 0.3 else [f'{keyword} "{written}"']
            )

        put("msgid", outer.format(self.text(SOURCE, directives)))
        if choose.random() < 0.6:
            put("msgstr", self.ends(outer.format(self.text(TARGET, wrong))))
            return lines
        plural = directives if choose.random() < 0.9 else self.spoilt(directives, pool)
        put("msgid_plural", self.ends(outer.format(self.text(SOURCE, plural))))
        count = forms if choose.random() < 0.9 else choose.choice([1, 2, 3])
        faulty = choose.randrange(count)
        for form in range(count):
            text = outer.format(self.text(TARGET, wrong if form == faulty else plural))
            put(f"msgstr[{form}]", self.ends(text) if form == faulty else text)
        return lines

    def catalog(self) -> str:
        rule = self.random.choice(RULES)
        told = re.search(r"nplurals=(\d)", rule)
        blocks = [self.message(number, int(told[1]) if told else 2) for number in range(40)]
        last = ['msgid "end"', 'msgstr "ბოლო"']  # a sound one, so that nothing seems cut off
        return HEADER.format(rule=rule) + "\n\n".join("\n".join(block) for block in [*blocks, last]) + "\n"


def refused(path: Path) -> dict[int, str]:
    """Line → what msgfmt refuses there; of a pair of lines that say one thing the message's alone."""
    done = subprocess.run(
        ["msgfmt", "-c", "-o", "/dev/null", str(path)], capture_output=True, text=True, check=False,
        env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    found: dict[int, str] = {}
    for line in done.stderr.splitlines():
        told = re.match(r".*?\.po:(\d+)(?::\d+)?: (?!warning|header field)(.*)", line)
        if told:
            found.setdefault(int(told[1]), told[2])
    if any("but some messages" in what for what in found.values()):
        found = {line: what for line, what in found.items() if not what.startswith("nplurals = ")}
    return found


def told(path: Path) -> set[int]:
    """Lines with an error."""
    return {
        text.line
        for text in check_file(path, source_language="en", target_language="ka")
        if any(finding.severity in {"error", "critical"} for finding in text.findings)
    }


@pytest.mark.parametrize("seed", range(12))
def test_whatever_msgfmt_refuses_in_a_message_is_an_error_at_its_line(tmp_path, seed):
    path = tmp_path / "x.po"
    path.write_text(Faults(seed).catalog(), encoding="utf-8")
    ours = told(path)
    missed = {line: what for line, what in refused(path).items() if line not in ours}
    if HEADER_LINE in ours:  # the header is said to be wrong, and with it the messages that need it
        missed = {line: what for line, what in missed.items() if "has plural form translations" not in what}
    assert not missed


BROKEN = {
    "escape": ('msgid "a\\qb"\nmsgstr "x"\n', 1), "apostrophe": ("msgid \"a\\'b\"\nmsgstr \"x\"\n", 1),
    "question mark": ('msgid "a"\nmsgstr "x\\?"\n', 2), "end of context": ('msgid "a\\4b"\nmsgstr "x"\n', 1),
    "no translation": ('msgid "a"\n\nmsgid "b"\nmsgstr "x"\n', 1), "keyword": ('msgid "a"\nmsgst "x"\n', 2),
    "twice": ('msgid "a"\nmsgstr "x"\n\nmsgid "a"\nmsgstr "y"\n', 4), "index": ('msgid "a"\nmsgstr[0] "x"\n', 2),
    "forms": ('msgid "a"\nmsgid_plural "b"\nmsgstr[1] "x"\n', 3), "context": ('msgid "a"\nmsgctxt "x"\nmsgstr "y"\n', 2),
    "index of another": ('msgid[0] "a"\nmsgstr "x"\n', 1), "half gone": ('#~ msgid "a"\nmsgstr "x"\n', 2),
    "open": ('msgid "a\nmsgstr "x"\n', 1), "no string": ('msgid\nmsgstr "x"\n', 2), "text": ('hello\nmsgid "a"\nmsgstr "x"\n', 1),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_what_msgfmt_cannot_read_is_refused_at_the_line_or_the_one_beside_it(tmp_path, name):
    written, line = BROKEN[name]
    path = tmp_path / "x.po"
    header = HEADER.format(rule=RULES[0])
    path.write_text(header + written, encoding="utf-8")
    line += header.count("\n")
    assert any(abs(line - one) <= 1 for one in refused(path))
    try:
        said = told(path)
    except TransreviewError as error:
        said = {int(number) for number in re.findall(r"x\.po:(\d+)", str(error))}
    assert any(abs(line - one) <= 1 for one in said)


@pytest.mark.parametrize(
    ("written", "is_cut"),
    [
        ('msgid "a file"\nmsgstr "ფაილი\\n"\n', False),
        ('msgid ""\n"one\\n"\n"two"\nmsgstr ""\n"ერთი\\n"\n"ორი\\n"\n', False),
        ('msgid ""\n"one\\n"\n"two"\nmsgstr ""\n"ერთი\\n"\n', True),
    ],
)
def test_a_line_feed_too_many_in_the_last_message_is_a_fault_and_no_cut(tmp_path, written, is_cut):
    path = tmp_path / "x.po"
    path.write_text(HEADER.format(rule=RULES[0]) + written, encoding="utf-8")
    if is_cut:
        with pytest.raises(TransreviewError, match="cut off"):
            told(path)
    else:
        assert told(path) == set(refused(path))
