"""Addresses of projects on a server: they connect as given and are shown without a password."""

from pathlib import Path

import pytest

from transreview.errors import ConflictError
from transreview.project.address import connection_address, displayed, shown


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        ("postgresql://nino:secret@host:5432/name", "postgresql://nino@host:5432/name"),
        (
            "postgresql://nino@host/name?password=secret&sslmode=require",
            "postgresql://nino@host/name?sslmode=require",
        ),
        ("postgresql:///name?host=/tmp&password=secret", "postgresql:///name?host=/tmp"),
        ("postgresql://other/name?sslpassword=secret", "postgresql://other/name"),
        ("postgresql://host/name", "postgresql://host/name"),
        ("postgresql:///name?user=nino", "postgresql:///name?user=nino"),
    ],
)
def test_a_password_connects_and_is_not_shown(given, seen):
    path = shown(given)
    assert displayed(given) == displayed(path) == seen
    assert "secret" not in str(path)
    assert connection_address(path) == given


def test_an_error_about_a_server_says_an_address_that_can_be_given_back():
    error = ConflictError("segment 0003 is locked", path=Path("postgresql:///fair?host=/run/x"))
    assert str(error) == "postgresql:///fair?host=/run/x: segment 0003 is locked."
    assert str(ConflictError("x", path=Path("postgresql://host/fair"))) == "postgresql://host/fair: x."
    assert str(ConflictError("x", path=Path("folder/postgresql:/a"))) == "folder/postgresql:/a: x."
