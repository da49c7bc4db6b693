"""Metadata that the text itself gives: the date published, authors, publisher and language."""
