"""Translation memory: confirmed segments of all projects, for matches and concordance."""
