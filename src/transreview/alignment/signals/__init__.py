"""Signals: one small module for each kind of token that can stand on both sides of a bead."""
