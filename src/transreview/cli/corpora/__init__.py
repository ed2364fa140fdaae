"""Commands over corpora: what `check`, `score`, `align` and `terms` do to folders of records."""
