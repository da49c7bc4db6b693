"""Every route for every duty: the table of routes says who passes, and what is not in it passes nobody."""

import pytest
from django.urls import reverse
from django.urls.resolvers import URLPattern, URLResolver

from guvoh import actions
from guvoh.model.access import HOLDER, RIGHTS, Duty, Right
from guvoh.web import urls
from guvoh.web.urls import ROUTES

DUTIES = (None, *Duty)
CASES = [(route, duty, method) for route in ROUTES for duty in DUTIES for method in ("GET", "POST")]


def walk(patterns):
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from walk(one.url_patterns)
        elif isinstance(one, URLPattern):
            yield one


def test_every_address_of_the_desk_is_a_row_of_the_table():
    assert {one.name for one in walk(urls.urlpatterns)} == {route.name for route in ROUTES}
    assert len({route.name for route in ROUTES}) == len({route.path for route in ROUTES}) == len(ROUTES)


@pytest.mark.parametrize(("route", "duty", "method"), CASES, ids=[f"{r.name}-{d or 'nobody'}-{m}" for r, d, m in CASES])
def test_a_route_lets_in_who_has_its_right(desk_of_tables, route, duty, method):
    needed = route.needs(method)
    address = reverse(route.name, kwargs=dict(route.example or {}))
    answer = desk_of_tables(duty).generic(method, address)
    assert answer.status_code < 500, answer.content
    refused = answer.status_code == 403 or (
        duty is None and route.path.startswith("api/") and answer.status_code == 401
    )
    refused = refused or (answer.status_code in (302, 401) and "/account/login/" in str(answer.headers))
    if needed is None:
        assert answer.status_code != 403
    elif duty is None or needed not in RIGHTS[duty]:
        assert refused
    else:
        assert answer.status_code != 403


STATES = ("suggested", "accepted", "corrected", "rejected", "added")
OF_RECORDS = [
    route for route in ROUTES if {"statement", "sha256", "event", "source", "figure"} & {*(route.example or {})}
]


@pytest.fixture(scope="module")
def records(module_holder):
    """The ids of a statement in each state of review, with its document, event and source."""
    vault, review = module_holder.vault(), actions.review_statements
    first, second, third, fourth = actions.browse_statements.browse_figures(vault, HOLDER, size=4).rows
    review.accept(vault, HOLDER, [second.id])
    review.correct(vault, HOLDER, third.id, {"when": "2024-03"})
    review.reject(vault, HOLDER, [fourth.id])
    added = review.add(vault, HOLDER, first.sha256, first.start, first.end, {"kind": "act", "act": "raid"}).subjects[0]
    actions.weigh_vault.refresh(vault)
    found = {}
    for ident in (first.id, second.id, third.id, fourth.id, added):
        item = actions.browse_statements.view_statement(vault, HOLDER, ident).item
        ids = {"statement": ident, "figure": ident, "sha256": item.sha256, "event": item.event, "source": item.source}
        found[item.review.value] = {name: value or "0" * 32 for name, value in ids.items()}
    return found


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("route", OF_RECORDS, ids=[route.name for route in OF_RECORDS])
def test_a_right_does_not_hang_on_the_state_of_the_record(desk_of_tables, module_holder, records, route, state):
    ids = records[state]
    address = reverse(route.name, kwargs={name: ids.get(name, value) for name, value in route.example.items()})
    before = len(actions.browse_history.browse_decisions(module_holder.vault(), HOLDER, size=200).rows)
    for duty in DUTIES:
        for method in ("GET", "POST"):
            may = duty is not None and route.needs(method) in RIGHTS[duty]
            if may and method == "POST":
                continue  # what a person may decide changes the record: tried in the tests of each page
            answer = desk_of_tables(duty).generic(method, address)
            assert answer.status_code < 500, answer.content
            to_login = "/account/login/" in str(answer.headers)
            refused = answer.status_code in (401, 403) or (answer.status_code == 302 and to_login)
            assert refused != may
    assert len(actions.browse_history.browse_decisions(module_holder.vault(), HOLDER, size=200).rows) == before


def test_rights_are_named_for_every_route_that_changes_the_record():
    open_to_all = {route.name for route in ROUTES if route.right is None}
    assert open_to_all <= {
        "unlock", "first_account", "set_language", "account_login", "account_logout", "account_inactive",
        "mfa_authenticate", "mfa_login_webauthn",
    }  # fmt: skip
    assert all(isinstance(route.right, Right) for route in ROUTES if route.right)
