import pytest

from transreview.memory.file import MemoryFile


@pytest.fixture
def memory(tmp_path):
    with MemoryFile(tmp_path / "own.memory") as opened:
        yield opened


@pytest.fixture
def project(tmp_path):
    from tests.small_project import small_project
    from transreview.project import Project

    with Project.open(small_project(tmp_path / "fair.transreview"), user="ნინო") as opened:
        yield opened
