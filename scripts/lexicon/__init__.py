"""Making the lexicon of the aligner: reading catalogs, counting associations."""
