"""Errors on the way to a project name the file they are about."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from transreview.errors import InputError
from transreview.project.failures import told

HERE, THERE = Path("here.transreview"), Path("there.csv")


def test_an_error_that_names_no_file_is_of_the_project():
    with pytest.raises(InputError) as raised, told(HERE):
        raise InputError("wrong")
    assert raised.value.path == HERE


def test_an_error_that_names_another_file_keeps_it():
    with pytest.raises(InputError) as raised, told(HERE):
        raise InputError("wrong", path=THERE)
    assert raised.value.path == THERE


def test_a_damaged_name_of_a_table_is_damage():
    with pytest.raises(InputError, match="cannot be read") as raised, told(HERE):
        b"\xff".decode("utf-8")
    assert raised.value.path == HERE


def test_what_nobody_can_do_anything_about_stays_what_it_is():
    with pytest.raises(sqlite3.ProgrammingError), told(HERE):
        raise sqlite3.ProgrammingError("closed")
