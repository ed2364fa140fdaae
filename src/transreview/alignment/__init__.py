"""Two lists of units in, beads out."""
