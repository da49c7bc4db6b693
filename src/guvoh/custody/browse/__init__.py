"""What lists, single records and search give out: frozen rows and pages, and the filters and orders they take."""

from guvoh.custody.browse.counts import DayCount, PlaceCount, WeekCount
from guvoh.custody.browse.documents import DocumentFilter, DocumentItem, DocumentSort, LetterItem, ProblemItem
from guvoh.custody.browse.events import EventFilter, EventItem, EventSort
from guvoh.custody.browse.history import DecisionFilter, LedgerFilter
from guvoh.custody.browse.paging import Page, Total
from guvoh.custody.browse.single import DocumentView, EventView, OriginGroup, SourceView, StatementView
from guvoh.custody.browse.sources import SourceFilter, SourceItem, SourceSort
from guvoh.custody.browse.statements import ConflictItem, Family, StatementFilter, StatementItem, StatementSort

__all__ = [
    "ConflictItem",
    "DayCount",
    "DecisionFilter",
    "DocumentFilter",
    "DocumentItem",
    "DocumentSort",
    "DocumentView",
    "EventFilter",
    "EventItem",
    "EventSort",
    "EventView",
    "Family",
    "LedgerFilter",
    "LetterItem",
    "OriginGroup",
    "Page",
    "PlaceCount",
    "ProblemItem",
    "SourceFilter",
    "SourceItem",
    "SourceSort",
    "SourceView",
    "StatementFilter",
    "StatementItem",
    "StatementSort",
    "StatementView",
    "Total",
    "WeekCount",
]
