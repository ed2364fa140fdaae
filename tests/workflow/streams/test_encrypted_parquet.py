"""Parquet that only its owner's keys open."""

from __future__ import annotations

import base64

import pytest

from transreview.errors import InputError
from transreview.workflow.streams.corpus import plan, records


@pytest.mark.parametrize("footer", [False, True], ids=["all of it", "a column"])
def test_an_encrypted_parquet_file_is_told_as_one(tmp_path, footer):
    encryption = pytest.importorskip("pyarrow.parquet.encryption")
    from pyarrow import Table, parquet

    class Keys(encryption.KmsClient):
        def wrap_key(self, key, _master):
            return base64.b64encode(key)

        def unwrap_key(self, key, _master):
            return base64.b64decode(key)

    settings = encryption.EncryptionConfiguration(
        footer_key="f", column_keys={"c": ["target"]}, plaintext_footer=footer
    )
    factory = encryption.CryptoFactory(lambda _settings: Keys())
    secret = factory.file_encryption_properties(encryption.KmsConnectionConfig(), settings)
    table = Table.from_pydict({"source": ["一"], "target": ["ერთი"]})
    path = tmp_path / "a.parquet"
    with parquet.ParquetWriter(path, table.schema, encryption_properties=secret) as writer:
        writer.write_table(table)
    with pytest.raises(InputError, match="is encrypted"):
        [list(records(part, ("source", "target"))) for part in plan([path], 3)]
