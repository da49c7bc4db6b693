"""Search with the words marked, and the searches that a person keeps."""

from __future__ import annotations

from guvoh.actions import browse_search, saved_searches
from guvoh.web.api.operations import Operation

OPERATIONS = (
    Operation("GET", "search/passages", browse_search.search_passages),
    Operation("GET", "search/statements", browse_search.search_statements),
    Operation("GET", "search/events", browse_search.search_events),
    Operation("GET", "search/sources", browse_search.search_sources),
    Operation("GET", "searches", saved_searches.saved_searches),
    Operation("POST", "searches", saved_searches.save_search, status=201),
    Operation("DELETE", "searches/{number}", saved_searches.forget_search, status=204, example={"number": "0"}),
)
