"""The description of the API: the golden copy in the guide is what the desk tells, whole and without loose ends."""

import json
import os
import re
from pathlib import Path

from guvoh.model.access import Duty
from guvoh.web.api import addresses

GOLDEN = Path(__file__).parents[2] / "docs" / "guide" / "openapi.json"


def test_the_copy_in_the_guide_is_the_description():
    made = addresses.description()
    if os.environ.get("GUVOH_UPDATE_GOLDEN"):
        GOLDEN.write_text(made, encoding="utf-8")
    assert GOLDEN.read_text(encoding="utf-8") == made


def test_the_desk_gives_out_the_description(desk_of_tables):
    told = desk_of_tables(Duty.READER).get("/api/v1/openapi.json")
    assert told.json() == json.loads(addresses.description())
    assert desk_of_tables(None).get("/api/v1/openapi.json").status_code == 401


def test_every_address_and_method_is_described_with_every_answer():
    told = json.loads(addresses.description())
    listed = {route.path for route in addresses.ROUTES if route.name != "api_openapi"}
    assert {re.sub(r"{(\w+)}", r"<str:\1>", path[1:]) for path in told["paths"]} == listed
    for methods in told["paths"].values():
        for operation in methods.values():
            assert operation["description"]
            assert {"400", "401", "403", "404", "422", "500", "503"} < set(operation["responses"])
            for status, response in operation["responses"].items():
                if status >= "400":
                    assert response["content"]["application/json"]["schema"]["$ref"].endswith("/Problem")


def test_every_schema_is_there_and_is_used():
    told = json.loads(addresses.description())
    named = set(re.findall(r'"#/components/schemas/([^"]+)"', addresses.description()))
    assert named == set(told["components"]["schemas"])
    assert set(told["components"]["securitySchemes"]) == {"token", "session"}


def test_nothing_in_the_description_leads_to_another_machine():
    assert "http" not in re.sub(r'"type": "http"', "", addresses.description())
