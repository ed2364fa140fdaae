"""Bringing articles in, and aligning them again."""
