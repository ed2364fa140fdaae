"""Corpora: folders of JSON Lines and Parquet, worked on part by part, by one process, many, or a cluster."""
