"""The read side of the records: every list, single record and search, as frozen dataclasses."""

from guvoh.custody.records.browsing.view import Browsing

__all__ = ["Browsing"]
