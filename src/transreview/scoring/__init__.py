"""Scores, post-editing effort, MQM and significance."""
