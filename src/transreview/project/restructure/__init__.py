"""Changing which units make a segment, without losing a word of what a reviewer wrote."""
