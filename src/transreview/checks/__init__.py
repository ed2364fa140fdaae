"""Checks of a translation, one family a file."""
