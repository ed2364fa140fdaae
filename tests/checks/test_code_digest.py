"""What is kept of findings is known by the code and data that they depend on, whatever the interpreter writes beside them."""

from __future__ import annotations

import pytest

import transreview
from transreview.checks import fingerprint


@pytest.fixture
def program(tmp_path, monkeypatch):
    """A small program in place of ours; gives its digest as it is now."""
    for part in fingerprint._PARTS:
        (tmp_path / part / "data").mkdir(parents=True)
        (tmp_path / part / "one.py").write_text("a = 1\n")
    monkeypatch.setattr(transreview, "__file__", str(tmp_path / "__init__.py"))
    return tmp_path, fingerprint.code_digest.__wrapped__


@pytest.mark.parametrize("part", fingerprint._PARTS)
@pytest.mark.parametrize(
    ("name", "text", "counts"),
    [
        ("one.py", "a = 2\n", True),
        ("data/words.txt", "ახალი\n", True),
        ("two.py", "", True),
        ("one.pyc", "a = 2\n", False),
    ],
)
def test_what_is_written_in_a_part_counts_and_what_is_compiled_of_it_does_not(
    program, part, name, text, counts
):
    root, digest = program
    before = digest()
    assert digest() == before
    (root / part / name).write_text(text)
    assert (digest() != before) is counts
    (root / "elsewhere.py").write_text(text)
    assert (digest() != before) is counts


def test_a_file_under_another_name_counts(program):
    root, digest = program
    before = digest()
    (root / fingerprint._PARTS[0] / "one.py").rename(root / fingerprint._PARTS[0] / "zwei.py")
    assert digest() != before
