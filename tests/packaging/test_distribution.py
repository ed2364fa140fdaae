"""What we hand to packagers: the source distribution passes its own tests, the wheel has its data."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(not (ROOT / "pyproject.toml").exists(), reason="not run from a checkout")


def built(kind, folder):
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(folder)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    return next(folder.iterdir())


def test_the_tests_of_the_source_distribution_start(tmp_path):
    shutil.unpack_archive(built("sdist", tmp_path / "dist"), tmp_path)
    unpacked = next(tmp_path.glob("transreview-*"))
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider"],
        cwd=unpacked, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-2000:]
    assert not (unpacked / ".git").exists()
    for name in ("Makefile", ".ci/run", "constraints.txt", "CONTRIBUTING.md", "SECURITY.md", "scripts"):
        assert (unpacked / name).exists(), name


def test_the_wheel_carries_the_sample_and_the_glossary(tmp_path):
    with zipfile.ZipFile(built("wheel", tmp_path)) as archive:
        names = archive.namelist()
    for part in ("data/corpus/mirror-industry/", "data/glossary/", "py.typed"):
        assert any(name.startswith(f"transreview/{part}") for name in names), part
