"""Names of a package that are imported from its modules when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module


def lazy_names(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """Return a `__getattr__` for a package.

    The screen and its background thread import modules of one package at the same time: if the package
    itself imported them, each could wait for the other, and one would see a module half made.

    Args:
        package: The package.
        homes: Name → the module of the package that defines it.
    """

    def look_up(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{homes[name]}"), name)

    return look_up
