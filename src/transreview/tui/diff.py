"""What a person changed, as the screen shows it."""

from transreview.scoring.text_difference import Change, Piece, compare, tokens

__all__ = ["Change", "Piece", "compare", "tokens"]
