"""Questions the screen asks, one a file."""
