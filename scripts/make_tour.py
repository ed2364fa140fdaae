"""The pictures of docs/tour.md and of the README: `python scripts/make_tour.py [FOLDER]`.

Each is the review screen itself, on the sample article with a morning's work in it; only the keys pressed
differ. FOLDER is docs when it is not given.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import polib

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "corpus" / "mirror-industry"
SIZE = "120x34"


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of the tour.

    Attributes:
        name: Its file below the folder, without the ending.
        keys: The keys pressed before it is taken, as Textual names them.
        language: Language of the interface.
        size: Columns and lines.
    """

    name: str
    keys: tuple[str, ...]
    language: str = "en"
    size: str = SIZE


UNTOUCHED = (
    Picture("screen", ("j", "enter"), size="132x38"),
    Picture("tour/open", ("g",)),
)
UNDER_WAY = (
    Picture("tour/edit", ("colon", "4", "enter", "enter")),
    Picture("tour/glossary", ("T", "slash", *"协会", "enter", "j")),
    Picture("tour/concordance", ("j", "semicolon", *"协会", "enter")),
    Picture("tour/filter", ("F", "f", "n")),
    Picture("tour/history", ("j", "H")),
    Picture("tour/georgian", ("colon", "4", "enter", "x"), language="ka"),
    Picture("tour/chinese", ("colon", "4", "enter", "x"), language="zh"),
)
MERGED = (Picture("tour/conflict", ("ctrl+o",)),)


class Desk:
    """The sample article as a project in a folder of its own, with nobody's settings.

    Args:
        folder: An empty folder.
    """

    def __init__(self, folder: Path) -> None:
        self.project = folder / "mirror-industry.transreview"
        homes = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
        self._environment = {
            **os.environ,
            **dict.fromkeys(homes, str(folder / "home")),
            "TRANSREVIEW_USER": "Nino",
        }
        self._environment.pop("TRANSREVIEW_LOG", None)
        (folder / "home").mkdir()

    def run(self, *arguments: str | Path, accepted: tuple[int, ...] = (0,)) -> None:
        """Run a command of transreview."""
        self._call("transreview", arguments, {}, accepted)

    def take(self, picture: Picture, target: Path) -> None:
        """Take a picture of the project."""
        target.parent.mkdir(parents=True, exist_ok=True)
        words = (self.project, target, picture.size, *picture.keys)
        self._call("transreview.tui.picture", words, {"TRANSREVIEW_UI_LANG": picture.language}, (0,))

    def _call(
        self,
        module: str,
        words: tuple[str | Path, ...],
        variables: Mapping[str, str],
        accepted: tuple[int, ...],
    ) -> None:
        command = [sys.executable, "-m", module, *map(str, words)]
        done = subprocess.run(
            command, env=self._environment | dict(variables), capture_output=True, text=True, check=False
        )
        if done.returncode not in accepted:
            raise SystemExit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def main() -> None:
    """Take all pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs"
    with TemporaryDirectory() as place:
        desk = Desk(Path(place))
        source, machine = SAMPLE / "mirror-industry.zh.txt", SAMPLE / "mirror-industry.ka.mt.txt"
        glossary = ROOT / "glossary" / "optical-industry.csv"
        desk.run("new", desk.project, source, machine, "--glossary", glossary)
        for prepare, pictures in ((None, UNTOUCHED), (review, UNDER_WAY), (merge, MERGED)):
            if prepare is not None:
                prepare(desk, Path(place))
            for picture in pictures:
                desk.take(picture, folder / f"{picture.name}.svg")


def review(desk: Desk, _folder: Path) -> None:
    """Do a little of the review."""
    headline = (
        "გაიმართა ჩინეთის სათვალის ასოციაციის მე-9 მოწვევის მუდმივმოქმედი საბჭოს სხდომა"
        " და პარტიული მშენებლობის გამოცდილების გაზიარების შეხვედრა"
    )
    desk.run("edit", desk.project, "2", "--text", headline)
    desk.run("confirm", desk.project, "2")
    desk.run("comment", desk.project, "4", "Is the Party's Central Committee meant?")


def merge(desk: Desk, folder: Path) -> None:
    """Take back a catalog in which another person changed what was changed here as well."""
    catalog = folder / "returned.po"
    desk.run("export", desk.project, "-o", catalog)
    returned = polib.pofile(str(catalog))
    entry = returned[5]
    here = entry.msgstr.replace("ოპტიკური ასოციაციის", "სათვალის ასოციაციის")
    entry.msgstr = entry.msgstr.replace("მოხსენება მოახდინა", "მოხსენება წარადგინა")
    returned.save()
    desk.run("edit", desk.project, "6", "--text", here)
    desk.run("merge", desk.project, catalog, "--by", "Davit", accepted=(0, 1))


if __name__ == "__main__":
    main()
