"""The memories at hand, what projects put into them, and TMX in and out."""
