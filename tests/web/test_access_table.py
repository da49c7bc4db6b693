"""Every route for every duty: the table of routes says who passes, and what is not in it passes nobody."""

import pytest
from django.urls import reverse
from django.urls.resolvers import URLPattern, URLResolver

from guvoh.model.access import RIGHTS, Duty, Right
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


def test_rights_are_named_for_every_route_that_changes_the_record():
    open_to_all = {route.name for route in ROUTES if route.right is None}
    assert open_to_all <= {
        "unlock", "first_account", "set_language", "account_login", "account_logout", "account_inactive",
        "mfa_authenticate", "mfa_login_webauthn",
    }  # fmt: skip
    assert all(isinstance(route.right, Right) for route in ROUTES if route.right)
