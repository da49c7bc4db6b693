"""WEIGH: origins, lineage, events, relations between figures, support and the minimum that can be defended."""

from guvoh.assessment.weigh import weigh

__all__ = ["weigh"]
