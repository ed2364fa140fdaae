"""Findings as text and as what other programs read, one form a file; all of them write as they go."""
