"""The jobs of docs/gates.md run as they stand: they pass on what is known, and fail on what is new."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

yaml = pytest.importorskip("yaml")

TOP = Path(__file__).parents[2]
CORPUS = TOP / "corpus" / "mirror-industry"
PAGE = (TOP / "docs" / "gates.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return [part.split("```")[0] for part in PAGE.split(f"```{language}\n")[1:]]


def github_commands() -> list[str]:
    job = next(yaml.safe_load(b) for b in blocks("yaml") if "runs-on" in b)["jobs"]["translations"]
    return [step["run"] for step in job["steps"] if "run" in step]


def gitlab_commands() -> list[str]:
    return list(next(yaml.safe_load(b) for b in blocks("yaml") if "script:" in b)["translations"]["script"])


def shell(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a CI system does: the shell stops at the first failure."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", command],
        cwd=folder, env=os.environ | {"PATH": path}, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    """A repository with an article and what is known of it today."""
    folder = tmp_path_factory.mktemp("known")
    articles = folder / "articles"
    articles.mkdir()
    for name, there in (("zh", "zh"), ("ka", "ka.mt"), ("ka.ref", "ka.ref")):
        shutil.copy(CORPUS / f"mirror-industry.{there}.txt", articles / f"fair.{name}.txt")
    for command in blocks("sh")[0].strip().splitlines():
        done = shell(folder, command)
        assert done.returncode == 0, (command, done.stderr)
    return folder


@pytest.fixture
def repository(known, tmp_path):
    """A clone of it."""
    return shutil.copytree(known, tmp_path, dirs_exist_ok=True)


def run_all(folder: Path, commands: list[str]) -> tuple[int, str]:
    """Run a job's commands up to the first that fails; the program is installed already."""
    for command in commands:
        if command.startswith("pip install"):
            continue
        done = shell(folder, command)
        if done.returncode:
            return done.returncode, command + done.stdout + done.stderr
    return 0, ""


JOBS = pytest.mark.parametrize("commands", [github_commands(), gitlab_commands()], ids=["github", "gitlab"])


@JOBS
def test_the_job_passes_on_what_is_known(repository, commands):
    assert run_all(repository, commands) == (0, "")
    assert "<!DOCTYPE html>" in (repository / "report.html").read_text(encoding="utf-8")
    assert ET.parse(repository / "junit.xml").getroot().tag == "testsuites"


@JOBS
def test_the_job_fails_on_a_new_finding_and_the_report_is_written_all_the_same(repository, commands):
    text = repository / "articles" / "fair.ka.txt"
    lines = text.read_text(encoding="utf-8").split("\n")
    last = max(n for n, line in enumerate(lines) if line.strip() and "2021" not in line)
    lines[last] += " 77777"
    text.write_text("\n".join(lines), encoding="utf-8")
    code, said = run_all(repository, commands)
    assert code == 1, said
    assert "--fail-on new" in said
    assert (repository / "report.html").exists()
    if (repository / "findings.sarif").exists():
        results = json.loads((repository / "findings.sarif").read_text(encoding="utf-8"))["runs"][0][
            "results"
        ]
        new = [one for one in results if one["baselineState"] == "new"]
        place = new[0]["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "articles/fair.ka.txt"
        assert place["region"]["startLine"] == last + 1


@pytest.fixture
def hook():
    (one,) = yaml.safe_load((TOP / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    used = next(yaml.safe_load(b) for b in blocks("yaml") if "repos:" in b)["repos"][0]["hooks"][0]
    assert used["id"] == one["id"]
    return f"{one['entry']} {' '.join(used['args'])}"


@pytest.mark.parametrize(("number", "code"), [("26", 0), ("28", 1)])
def test_the_hook_lets_clean_catalogs_through_and_no_others(tmp_path, hook, number, code):
    catalog = tmp_path / "a.ka.po"
    catalog.write_text(
        'msgid ""\nmsgstr "Language: ka\\nX-Source-Language: zh\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
        f'msgid "5月26日，会议召开。"\nmsgstr "{number} მაისს სხდომა გაიმართა."\n',
        encoding="utf-8",
    )
    done = shell(tmp_path, f"{hook} a.ka.po")
    assert done.returncode == code, done.stdout + done.stderr
