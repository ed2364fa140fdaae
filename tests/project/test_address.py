"""Addresses of projects on a server: they connect as given and are shown without a password."""

import pytest

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
