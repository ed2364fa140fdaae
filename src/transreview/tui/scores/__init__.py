"""The scores of the project, on a screen of their own."""
