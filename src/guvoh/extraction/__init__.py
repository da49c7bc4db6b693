"""Find: a document's statements, figures, acts, places, dates, sources and speech, each with its words."""

from guvoh.extraction.finder import find

__all__ = ["find"]
