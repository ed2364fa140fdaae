"""Find, inflect, apply, lint and extract terms."""
