"""Glossaries: found, edited, applied, exchanged."""
