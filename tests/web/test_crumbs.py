"""Pages of one thing say where they are and lead back to their list, in the page's language."""

import re

import pytest
from django.urls import reverse

from guvoh import actions
from guvoh.model.access import HOLDER, Duty


def first_of(holder, name):
    vault = holder.vault()
    match name:
        case "event":
            return actions.browse_events.browse_events(vault, HOLDER).rows[0].id
        case "source":
            return actions.browse_sources.browse_sources(vault, HOLDER).rows[0].id
        case "document":
            return actions.browse_documents.browse_documents(vault, HOLDER).rows[0].sha256
    return actions.browse_statements.browse_figures(vault, HOLDER).rows[0].id


@pytest.mark.parametrize(
    ("name", "list_"), [("event", "events"), ("source", "sources"), ("document", "documents"), ("family", "figures")]
)
def test_a_page_of_one_thing_leads_back_to_its_list(browse, holder, name, list_):
    page = browse(Duty.READER).get(reverse(name, args=[first_of(holder, name)])).content.decode()
    crumbs = re.search(r'<nav class="crumbs" aria-label="Where you are">(.*?)</nav>', page, re.DOTALL)[1]
    assert f'href="{reverse(list_)}"' in crumbs
    assert len(re.findall('aria-current="page">[^<]+<', crumbs)) == 1


def test_a_part_of_an_event_leads_to_the_larger_one(browse, holder):
    part, larger = actions.browse_events.browse_events(holder.vault(), HOLDER).rows[:2]
    actions.decide_events.nest(holder.vault(), HOLDER, part.id, larger.id)
    actions.weigh_vault.refresh(holder.vault())
    page = browse(Duty.READER).get(reverse("event", args=[part.id]), follow=True).content.decode()
    crumbs = re.search(r'<nav class="crumbs".*?</nav>', page, re.DOTALL)[0]
    assert crumbs.index(reverse("events")) < crumbs.index(reverse("event", args=[larger.id]))
