"""The review screen: widgets, keys, theme, and what stands between them and a project."""
