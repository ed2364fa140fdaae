"""The nouns of the field as plain frozen data: no input, no output, standard library only."""
