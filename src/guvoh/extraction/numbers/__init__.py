"""Numbers of a text: their spans, bounds, hedges, kinds and units, with what is no count kept apart."""

from guvoh.extraction.numbers.finder import find_numbers
from guvoh.extraction.numbers.mention import NumberKind, NumberMention, bounds_of

__all__ = ["NumberKind", "NumberMention", "bounds_of", "find_numbers"]
