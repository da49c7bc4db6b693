"""Saved searches: each person their own, one for a name."""

import pytest

from guvoh.actions import browse_search, saved_searches
from guvoh.custody.searches import Scope
from guvoh.model.errors import NotThere, UsageError


def test_a_search_is_kept_replaced_and_dropped(vault, people):
    reader, second = people["reader"], people["second"]
    saved_searches.save_search(vault, reader, "  Omsk   raids ", "raid", Scope.EVENTS, {"country": "RU"})
    kept = saved_searches.save_search(vault, reader, "Omsk raids", "raid Omsk", Scope.STATEMENTS, {"act": "raid"})
    assert saved_searches.saved_searches(vault, reader) == (kept,)
    assert (kept.name, kept.words, kept.filters) == ("Omsk raids", "raid Omsk", (("act", "raid"),))
    assert saved_searches.saved_searches(vault, second) == ()
    with pytest.raises(NotThere):
        saved_searches.forget_search(vault, second, kept.id)
    saved_searches.forget_search(vault, reader, kept.id)
    assert saved_searches.saved_searches(vault, reader) == ()


@pytest.mark.parametrize("name", ["", "  ", "x" * 201])
def test_a_name_is_needed(vault, people, name):
    with pytest.raises(UsageError):
        saved_searches.save_search(vault, people["reader"], name, "raid", Scope.PASSAGES)


@pytest.mark.parametrize(
    "search", [browse_search.search_passages, browse_search.search_statements, browse_search.search_events,
               browse_search.search_sources]
)  # fmt: skip
def test_searching_without_a_word_is_refused(vault, people, search):
    with pytest.raises(UsageError):
        search(vault, people["reader"], "—")
    assert search(vault, people["reader"], "raid").hits == ()
