"""Giving the reviewed text away: articles, catalogs, exchange formats."""
