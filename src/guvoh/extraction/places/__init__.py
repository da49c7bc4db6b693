"""Places of a text from an offline gazetteer: which names are places, and which places they are."""

from guvoh.extraction.places.finder import PlaceFinder, find_places

__all__ = ["PlaceFinder", "find_places"]
