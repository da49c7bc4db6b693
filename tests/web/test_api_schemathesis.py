"""Schemathesis asks the API what its description allows, and what it forbids: no 500, no answer not described.

GUVOH_EXAMPLES=100 asks more of each operation than the few questions that a run of all tests can afford, and
GUVOH_SEED=7 asks others.
"""

import json
import os

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from guvoh import actions
from guvoh.model.access import HOLDER
from guvoh.web.api import addresses

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
SEED = int(os.environ.get("GUVOH_SEED", "20260101"))
EXAMPLES = int(os.environ.get("GUVOH_EXAMPLES", "6"))
OPERATIONS = [
    (one.method, one.path)
    for group in addresses.GROUPS
    for one in group.OPERATIONS
    if one.action.__name__ != "take_in"  # works on in the background; test_api_answers.py sends files
]


@pytest.fixture(scope="module")
def described(module_holder):
    """The API by its description, as Schemathesis reads it, with a token in every request; and ids that are there."""
    vault = module_holder.vault()
    actions.weigh_vault.refresh(vault)
    token = actions.tokens.make_token(vault, HOLDER, "schemathesis").token
    headers = {"Authorization": f"Bearer {token}"}
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application(), headers=headers)
    return schema, headers, _ids(vault)


def _ids(vault):
    statements = [row.id for row in actions.browse_statements.browse_figures(vault, HOLDER, size=4).rows]
    events = [row.id for row in actions.browse_events.browse_events(vault, HOLDER, size=4).rows]
    sources = [row.id for row in actions.browse_sources.browse_sources(vault, HOLDER, size=4).rows]
    documents = [row.sha256 for row in actions.browse_documents.browse_documents(vault, HOLDER, size=4).rows]
    one = {"statement": statements, "a": statements, "b": statements, "figure": statements, "subject": statements}
    one |= {"event": events, "other": events, "part_of": events, "source": sources, "sha256": documents}
    return one, {"statements": statements, "sources": sources}


def _made_real(draw, given_values, ids):
    """Some of the ids that were made up, replaced by ones that are there."""
    if not isinstance(given_values, dict):
        return
    one, several = ids
    for name in given_values.keys() & one.keys():
        if draw(st.booleans()):
            given_values[name] = draw(st.sampled_from(one[name]))
    for name in given_values.keys() & several.keys():
        if draw(st.booleans()):
            given_values[name] = draw(st.lists(st.sampled_from(several[name]), max_size=3))


@pytest.mark.parametrize("mode", GenerationMode)
@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_every_answer_is_described(described, method, path, mode):
    schema, headers, ids = described
    operation = schema[f"/{addresses.PREFIX}{path}"][method]
    if mode is GenerationMode.NEGATIVE and not (operation.body or operation.query or operation.path_parameters):
        return  # nothing to get wrong

    @st.composite
    def cases(draw):
        case = draw(operation.as_strategy(generation_mode=mode))
        _made_real(draw, case.path_parameters, ids)
        _made_real(draw, case.body, ids)
        return case

    @seed(SEED)
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=cases())
    def attempt(case):
        answer = case.call(headers=headers)
        case.validate_response(answer, checks=CHECKS)
        if answer.status_code >= 400:
            assert set(json.loads(answer.content)["error"]) == {"message", "next_step"}

    attempt()
