"""Reports, one renderer a file."""
