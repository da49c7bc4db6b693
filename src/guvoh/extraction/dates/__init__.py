"""Dates of a text as EDTF: absolute, partial, relative to the date published, anchored on events the text dates."""

from guvoh.extraction.dates.finder import DateFinder, DateFound, find_dates

__all__ = ["DateFinder", "DateFound", "find_dates"]
