"""What we write is what the field's schemas ask for, where those are installed."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from lxml import etree

from tests.formats.test_exchange import MARKED, UNITS, exchange
from transreview.formats.xliff_writing import write_xliff
from transreview.model.pair import Pair
from transreview.model.segment import Status

PROPOSED = Pair(
    id="0099",
    source="一",
    target="ერთი",
    status=Status.EDITED,
    needs_work=True,
    proposals=(("deepl", "პირველი"),),
)
PLACES = [
    Path(os.environ.get("TRANSREVIEW_SCHEMAS", "/nowhere")),
    Path("/usr/share/php/Symfony/Component/Translation/Resources/schemas"),  # Debian: php-symfony-translation
]
FOLDER = next((place for place in PLACES if (place / "xliff-core-2.0.xsd").exists()), None)


@pytest.mark.skipif(FOLDER is None, reason="the schemas of XLIFF are not installed (php-symfony-translation)")
@pytest.mark.parametrize(
    ("version", "name"), [("1.2", "xliff-core-1.2-strict.xsd"), ("2.0", "xliff-core-2.0.xsd")]
)
def test_xliff_is_valid(tmp_path: Path, version: str, name: str) -> None:
    assert FOLDER is not None
    text = re.sub(
        r'schemaLocation="[^"]*xml\.xsd"',
        f'schemaLocation="{FOLDER / "xml.xsd"}"',
        (FOLDER / name).read_text(),
    )
    write_xliff(tmp_path / "a.xlf", exchange([*UNITS, MARKED, PROPOSED]), version=version)
    schema = etree.XMLSchema(etree.fromstring(text.encode()))
    assert schema.validate(etree.parse(str(tmp_path / "a.xlf"))), schema.error_log
