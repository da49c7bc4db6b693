"""The use cases, one per file: each checks, does and records. Every door calls these and nothing below.

A use case loads on first mention, because its rooms are heavy (parsers, the database) and `guvoh --help` needs none.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guvoh.actions import (
        accounts,
        backup_vault,
        browse_documents,
        browse_events,
        browse_history,
        browse_search,
        browse_sources,
        browse_statements,
        capture_page,
        choose_events,
        choose_sources,
        compare_weeks,
        decide_events,
        decide_figures,
        decide_sources,
        disputed_figures,
        fetching,
        find_again,
        find_files,
        idle_time,
        inputs,
        look_over,
        make_dossier,
        map_events,
        named_place,
        named_records,
        new_vault,
        own_wordings,
        read_decisions,
        read_original,
        review_statements,
        reviewed_record,
        saved_searches,
        search_vault,
        show_records,
        take_in,
        tally_figures,
        tokens,
        told_figures,
        unlock_vault,
        verify_vault,
        weigh_findings,
        weigh_vault,
    )

__all__ = [
    "accounts",
    "backup_vault",
    "browse_documents",
    "browse_events",
    "browse_history",
    "browse_search",
    "browse_sources",
    "browse_statements",
    "capture_page",
    "choose_events",
    "choose_sources",
    "compare_weeks",
    "decide_events",
    "decide_figures",
    "decide_sources",
    "disputed_figures",
    "fetching",
    "find_again",
    "find_files",
    "idle_time",
    "inputs",
    "look_over",
    "make_dossier",
    "map_events",
    "named_place",
    "named_records",
    "new_vault",
    "own_wordings",
    "read_decisions",
    "read_original",
    "review_statements",
    "reviewed_record",
    "saved_searches",
    "search_vault",
    "show_records",
    "take_in",
    "tally_figures",
    "tokens",
    "told_figures",
    "unlock_vault",
    "verify_vault",
    "weigh_findings",
    "weigh_vault",
]


def __getattr__(name: str) -> ModuleType:
    if name in __all__:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
