"""A review line by line: for screen readers, slow lines, and anything that reads and writes text."""
