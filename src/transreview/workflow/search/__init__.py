"""Searching texts of articles, projects and folders of projects."""
