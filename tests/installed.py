"""Tiny packages with real entry points, installed into a folder of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path


def install(
    folder: Path,
    name: str,
    entry_points: Mapping[str, Mapping[str, str]] | str,
    modules: Mapping[str, str],
    *,
    version: str = "1.0",
) -> None:
    """Lay a package out in `folder` as pip would.

    Args:
        folder: A folder on (or to be put on) the path.
        name: The distribution's name.
        entry_points: Group → name → object; or the file's text as it is.
        modules: File name under `folder` → its source.
        version: The distribution's version.
    """
    info = folder / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", encoding="utf-8"
    )
    if not isinstance(entry_points, str):
        entry_points = "\n".join(
            f"[{group}]\n" + "".join(f"{key} = {place}\n" for key, place in points.items())
            for group, points in entry_points.items()
        )
    (info / "entry_points.txt").write_text(entry_points, encoding="utf-8")
    for file, source in modules.items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")


def run(site: Path, *words: str, text: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line with the packages of a folder installed."""
    return subprocess.run(
        [sys.executable, "-m", "transreview", *words],
        input=text,
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(site), "TRANSREVIEW_USER": "n", **environment},
        timeout=60,
    )
