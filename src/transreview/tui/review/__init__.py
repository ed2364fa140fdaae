"""The review screen: what it shows, and what each action does, a file for each group of actions."""
