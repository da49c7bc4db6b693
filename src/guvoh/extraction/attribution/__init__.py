"""Attribution: every reported-speech relation of a document, its sources, and who says any stretch of it."""

from guvoh.extraction.attribution.attribute import attribute
from guvoh.extraction.attribution.chains import Attributions, Chain
from guvoh.extraction.attribution.lexicon import may_report

__all__ = ["Attributions", "Chain", "attribute", "may_report"]
