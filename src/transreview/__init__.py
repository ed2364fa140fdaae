"""Review desk for machine-translated articles, in the terminal."""

__version__ = "0.1.0"
