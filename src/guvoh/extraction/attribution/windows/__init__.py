"""Who says what in a text whose sentences are not parsed: read from windows of words (Russian)."""

from guvoh.extraction.attribution.windows.heard import Heard, attribute_windows

__all__ = ["Heard", "attribute_windows"]
