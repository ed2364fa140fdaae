"""What the tool knows of languages: a file or folder for each, and `pairs/` for two together."""
