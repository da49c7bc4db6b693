"""What a form of a correction says: each link of a chain keeps its own place in the text."""

import pytest
from django.http import QueryDict

from guvoh.model import Kind, Link, SourceKind, Statement, plain
from guvoh.web.correcting import values_of

TEXT = "Interior Ministry. 7 were held, the Interior Ministry said."
LABEL, SAID = (TEXT.index("Interior"), TEXT.rindex("Interior"))
CHAIN = tuple(
    Link("Interior Ministry", kind, role, at, at + len("Interior Ministry"))
    for kind, role, at in ((SourceKind.OFFICIAL, "spokesman", SAID), (SourceKind.OUTLET, None, LABEL))
)
WHOLE = Statement("id", 19, len(TEXT), TEXT[19:], Kind.ACT, "rules/en@1", 0.7, ("why",), attribution=CHAIN)


@pytest.mark.parametrize("kept", [(0, 1), (0,), (1,), ()])
def test_links_of_one_name_keep_each_its_own_place(kept):
    given = QueryDict(mutable=True)
    rows = [one if n in kept else None for n, one in enumerate(CHAIN)]
    for one in [None, *rows, None]:
        given.appendlist("said_by", one.name if one else "")
        given.appendlist("said_role", (one.role if one else None) or "")
        given.appendlist("said_kind", one.kind.value if one else "person")
    chain = values_of(given, WHOLE, TEXT, {})["attribution"]
    assert chain == [plain(CHAIN[n]) for n in kept]


def test_a_link_that_moved_up_keeps_its_place_in_the_text():
    given = QueryDict(mutable=True)
    given.setlist("said_by", ["", "Police", "Interior Ministry", "Interior Ministry", "Interior Ministry"])
    starts = [one["start"] for one in values_of(given, WHOLE, TEXT, {})["attribution"]]
    assert sorted(starts[1:3]) == [LABEL, SAID]
