"""Each command that takes a project takes one on a server, and does there what it does with a file."""

from __future__ import annotations

import contextlib
import io
import json
import re
import shlex
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.command_tree import single_commands_of
from transreview.cli.main import cli, main

SOURCE = "会议召开。\n\n共100余人参加了会议。\n\n眼镜行业的发展。\n"
TARGET = (
    "შეხვედრა გაიმართა.\n\nშეხვედრას 300-ზე მეტი ადამიანი დაესწრო.\n\nსათვალის ინდუსტრიის განვითარება .\n"
)
OTHER = "კრება გაიმართა.\n\nკრებას 100-ზე მეტი ადამიანი ესწრებოდა.\n\nოპტიკის დარგის განვითარება.\n"
GLOSSARY = "id,status,zh,ka,ka:not\nmeeting,approved,会议,სხდომა,შეხვედრა\n"
RATINGS = (
    "system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity\n"
    "One\ta\t1\t1\tR1\t会议召开。\t<v>შეხვედრა</v> გაიმართა.\tTerminology\tMajor\n"
)

# In this order, because each finds what those before it left. P is the project, F the folder of files.
COMMANDS = [
    "new P F/a.zh.txt F/a.ka.txt --engine One --reference F/ref.txt --glossary F/terms.csv",
    "add P F/a.zh.txt F/two.txt --engine Two",
    "add P F/b.zh.txt F/b.ka.txt",
    "status P --json",
    "status P --verify",
    "verify P --json",
    "edit P 0001 --article 1 --text სხდომა.",
    "confirm P 0001 --article 1",
    "confirm P 0001 --article 1 --approve",
    "confirm P 0001 --article 1 --take-back",
    "comment P 0002 ნახე --article 1",
    "comment P 0002 --article 1",
    "find P სხდომა --json",
    "check P --format json",
    "check P --order risk --format jsonl",
    "check P --list",
    "fix P --dry-run",
    "fix P",
    "score P --json",
    "score P --min chrf=1",
    "score P --segments --jsonl",
    "report P --output F/report.json",
    "report P --output F/report.html --baseline F/report.json --max error=50",
    "mqm import P F/ratings.tsv",
    "mqm export P --output F/out.tsv",
    "mqm rate P --segment 2 --score 85 --article 1",
    "terms list P --json",
    "terms add P --id lens --term zh=镜片 --term ka=ლინზა",
    "terms edit P lens --note ნახე",
    "terms propose P --id frame --term zh=镜框 --term ka=ჩარჩო",
    "terms approve P frame",
    "terms deprecate P frame",
    "terms remove P frame",
    "terms find P 会议 --json",
    "terms show P meeting --json",
    "terms share P F/terms.csv",
    "terms export P --output F/shared.csv",
    "terms apply P --dry-run --json",
    "terms apply P --all",
    "terms extract P --json --least 2",
    "align P --realign --article 2",
    "align P F/b.zh.txt F/b.ka.txt --reimport 2",
    "export P --output F/out.po --article 1",
    "export P --output F/out.csv --article 1",
    "export P --output F/out.xlf --article 2",
    "merge P F/out.po --by ლი --dry-run --json",
    "merge P F/out.po --by ლი",
    "memory record P --memory F/own.memory",
    "copy P F/copied.transreview",
    "doctor P --json",
    "status P",
]


def files(folder: Path) -> Path:
    folder.mkdir()
    for name, text in {
        "a.zh.txt": SOURCE, "a.ka.txt": TARGET, "two.txt": OTHER, "ref.txt": OTHER,
        "b.zh.txt": SOURCE.replace("100", "200"), "b.ka.txt": TARGET.replace("300", "200"),
        "terms.csv": GLOSSARY, "ratings.tsv": RATINGS,
    }.items():  # fmt: skip
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    returncode: int
    stdout: str
    stderr: str


def call(command: str, place: str, folder: Path) -> Done:
    words = [place if word == "P" else word.replace("F/", f"{folder}/") for word in command.split()]
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main(words)
        except SystemExit as end:
            code = end.code
    done = Done(int(code or 0), out.getvalue(), err.getvalue())
    assert "Traceback" not in done.stderr, command
    assert "Internal error" not in done.stderr, (command, done.stderr)
    return done


@pytest.fixture(scope="module")
def folders(tmp_path_factory) -> tuple[Path, Path]:
    """What the commands are given, once for the file and once for the server."""
    top = tmp_path_factory.mktemp("both")
    return files(top / "one"), files(top / "two")


@pytest.fixture(scope="module")
def outcomes(server, folders):
    """What every command said of the same work, in a file and on the server."""
    patch = pytest.MonkeyPatch()
    # The server signs with the name it knows; for the file it is the same one.
    patch.setenv("LOGNAME", "postgres")
    patch.setenv("TRANSREVIEW_MEMORY", "off")
    top = folders[0].parent
    found: dict[str, tuple[Done, Done]] = {}
    places = (str(top / "p.transreview"), server.address("every"))
    for command in COMMANDS:
        one, two = (call(command, place, folder) for place, folder in zip(places, folders, strict=True))
        found[command] = (one, two)
    patch.undo()
    return found


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_ends_on_a_server_as_with_a_file(outcomes, command):
    of_file, of_server = outcomes[command]
    assert of_file.returncode in {0, 1}, of_file.stderr
    assert of_server.returncode == of_file.returncode, of_server.stderr
    said = of_server.stdout + of_server.stderr
    assert not re.search(r"postgresql:/[^/]", said), "an address that nobody could give back"
    if command.split()[0] not in {"doctor", "verify"} and command != "status P --verify":
        assert plain(of_server.stdout) == plain(of_file.stdout)


@pytest.mark.parametrize("command", [command for command in COMMANDS if command.split()[0] in {"new", "add"}])
def test_the_next_step_on_a_server_is_a_command_for_a_shell(outcomes, command):
    """The address has a "&", which would end the command there."""
    _of_file, of_server = outcomes[command]
    (line,) = (one for one in of_server.stdout.splitlines() if one.startswith("Next: "))
    words = shlex.split(line.removeprefix("Next: "))
    assert words[0] == "transreview"
    assert words[2].startswith("postgresql:///every?host=")
    assert words[2].endswith("&user=postgres")


def plain(text: str) -> str:
    """What a command said, without the places, moments and numbers that differ from run to run."""
    text = re.sub(
        r"'postgresql:///every[^\s\"']*'|postgresql:///every[^\s\"]*?(?=[.:,]?(?:[\s\"]|$))|/\S*?/p\.transreview\b|\bp\.transreview\b",
        "P",
        text,
    )
    text = re.sub(r"/\S*?/(one|two)/", "F/", text)
    return re.sub(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|\+\d\d:\d\d)?|\d\d:\d\d\b", "TIME", text)


@pytest.mark.parametrize("name", ["out.csv", "out.tsv", "shared.csv"])
def test_what_is_written_is_the_same_to_the_byte(outcomes, folders, name):
    one, two = folders
    assert (two / name).read_bytes() == (one / name).read_bytes()


def test_the_report_has_the_same_figures(outcomes, folders):
    one, two = (json.loads((folder / "report.json").read_bytes()) for folder in folders)
    for model in (one, two):
        del model["run"]
    for part in one:
        assert two[part] == one[part], part


def test_every_command_that_takes_a_project_is_tried():
    """A command that is added has to be tried here too, or be named with the reason why not."""
    elsewhere = {
        ("review",): "tests/tui/test_server.py opens the screen",
        ("serve",): "the same screen in a browser",
        ("recover",): "of damaged files; a server has its own backups",
        ("assist",): "tests/workflow/assist",
    }
    tried = [tuple(word for word in command.split() if word[0].islower()) for command in COMMANDS]

    missing = [
        path
        for path, command in single_commands_of(cli)
        if {p.name for p in command.params} & {"project", "projects", "place"}
        and path not in elsewhere
        and not any(words[: len(path)] == path for words in tried)
    ]
    assert missing == [], missing
