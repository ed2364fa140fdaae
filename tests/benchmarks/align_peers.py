"""Other aligners, as they are called for a fair comparison; none of them is a dependency.

galechurch (Gale and Church 1993) and sentalign (the search of vecalign) are on PyPI; a hunalign binary is
taken from the PATH. Each is given the pair's length ratio where it has a place for it. sentalign needs
embeddings: those of a sentence-transformers model if one is named, else hashed letter n-grams of
romanised text, in which only numbers and names are alike.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import unicodedata
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from transreview.languages.pairs import pair

Alignment = list[list[list[int]]]
Peer = Callable[[Sequence[str], Sequence[str], str, str], Alignment]

_GEORGIAN = dict(
    zip("აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ", ["a", "b", "g", "d", "e", "v", "z", "t", "i", "k", "l", "m", "n", "o", "p", "zh", "r", "s", "t", "u", "p", "k", "gh", "q", "sh", "ch", "ts", "dz", "ts", "ch", "kh", "j", "h"], strict=True)
)  # fmt: skip
_DIMENSIONS = 512


def peers(model: str | None) -> tuple[dict[str, Peer], list[str]]:
    """Return the aligners that are there, by name, and one line on each that is not.

    Args:
        model: Name or folder of a sentence-transformers model for sentalign.
    """
    found: dict[str, Peer] = {}
    missing: list[str] = []
    for name, make in (("galechurch", _gale_church), ("sentalign", lambda: _sentalign(model))):
        try:
            found[name] = make()
        except ImportError as error:
            missing.append(f"{name}: not installed ({error.name}); pip install {error.name}")
    binary = shutil.which("hunalign")
    if binary:
        found["hunalign"] = lambda *texts: _hunalign(binary, *texts)
    else:
        missing.append("hunalign: no such program on the PATH")
    return found, missing


def _gale_church() -> Peer:
    import galechurch

    def aligned(source: Sequence[str], target: Sequence[str], from_code: str, to_code: str) -> Alignment:
        # Its mean_xy is source characters per target character, whatever its documentation says.
        ratio = 1 / pair(from_code, to_code).length_ratio
        block = galechurch.align(list(source), list(target), mean_xy=ratio)
        return [
            [list(range(b.source_start, b.source_end)), list(range(b.target_start, b.target_end))]
            for b in block.beads
        ]

    return aligned


def _sentalign(model: str | None) -> Peer:
    from sentalign import sentalign

    encoder: Any = _n_grams
    if model:
        from sentence_transformers import SentenceTransformer

        encoder = SentenceTransformer(model)

    def aligned(source: Sequence[str], target: Sequence[str], _from: str, _to: str) -> Alignment:
        found = sentalign(list(source), list(target), encoder=encoder, alignment_max_size=5)
        return [[list(bead.src_indices), list(bead.tgt_indices)] for bead in found.alignments]

    return aligned


def _n_grams(texts: Sequence[str]) -> Any:
    """Return one vector a text: hashed trigrams of it in Latin letters."""
    import numpy as np

    vectors = np.full((len(texts), _DIMENSIONS), 1e-3, np.float32)
    for row, text in enumerate(texts):
        plain = f" {_romanised(text)} "
        for start in range(len(plain) - 2):
            vectors[row, zlib.crc32(plain[start : start + 3].encode()) % _DIMENSIONS] += 1
    return vectors


def _romanised(text: str) -> str:
    from pypinyin import lazy_pinyin

    latin = "".join(_GEORGIAN.get(letter, letter) for letter in "".join(lazy_pinyin(text)).lower())
    return "".join(c for c in unicodedata.normalize("NFKD", latin) if c.isalnum() or c == " ")


def _hunalign(
    binary: str, source: Sequence[str], target: Sequence[str], from_code: str, to_code: str
) -> Alignment:
    """Call hunalign with an empty dictionary; the shorter script is repeated so that lengths match."""
    ratio = pair(from_code, to_code).length_ratio
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("null.dic", "source.txt", "target.txt")]
        paths[0].write_text("", encoding="utf-8")
        for path, side, times in ((paths[1], source, ratio), (paths[2], target, 1 / ratio)):
            lines = ("".join(c * max(round(times), 1) for c in " ".join(text.split())) for text in side)
            path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        done = subprocess.run([binary, "-utf", *map(str, paths)], capture_output=True, text=True, check=True)
    rungs = [tuple(map(int, line.split("\t")[:2])) for line in done.stdout.splitlines() if line.strip()]
    ends = [*rungs, (len(source), len(target))]
    beads = [
        [list(range(a, c)), list(range(b, d))] for (a, b), (c, d) in zip([(0, 0), *ends], ends, strict=False)
    ]
    return [bead for bead in beads if bead[0] or bead[1]]
