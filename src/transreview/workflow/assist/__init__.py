"""Second opinions by choice: a program or a model that a team names may suggest, explain and annotate."""
