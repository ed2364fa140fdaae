"""What is wrong, how good it is, and what was changed: findings, fixes, scores, reports."""
