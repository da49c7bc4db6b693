"""The role that a text gives beside a name."""

from __future__ import annotations

import pytest
from test_attribution_sources import page

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.attribution import attribute
from guvoh.model import SourceKind


@pytest.mark.parametrize(
    ("text", "role", "kind"),
    [
        ("Ports Department director Datuk Azlan Razak said 3 ships left.", "Ports Department director", "official"),
        ("Hospital spokesman Dr. Azlan Razak said 3 were ill.", "Hospital spokesman", "person"),
        ("Datuk Azlan Razak said 3 ships left.", None, "person"),
    ],
)
def test_a_title_between_role_and_name_hides_no_role(text: str, role: str | None, kind: str) -> None:
    document = page(text)
    (found,) = (s for s in attribute(annotate(document), document).sources if s.name == "Azlan Razak")
    assert (found.role, found.kind) == (role, SourceKind(kind))
