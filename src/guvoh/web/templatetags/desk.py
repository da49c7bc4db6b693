"""Words and marks that many pages show: badges, numbers, dates in words."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from guvoh.custody.searches import Marked
from guvoh.model.acts import act
from guvoh.web.unit_words import unit_words

register = template.Library()

WORDS = {
    "suggested": _("suggested"),
    "awaiting": _("awaits a second person"),
    "accepted": _("accepted"),
    "corrected": _("corrected"),
    "rejected": _("rejected"),
    "added": _("added by hand"),
    "ordered": _("ordered"),
    "carried_out": _("carried out"),
    "planned": _("planned"),
    "asserted": _("asserted"),
    "alleged": _("alleged"),
    "denied": _("denied"),
    "general": _("general"),
    "single_origin": _("single origin"),
    "repeated": _("repeated"),
    "corroborated": _("corroborated"),
    "contested": _("contested"),
    "person": _("person"),
    "official": _("official"),
    "ngo": _("NGO"),
    "outlet": _("outlet"),
    "agency": _("agency"),
    "company": _("company"),
    "witness": _("witness"),
    "document": _("document"),
    "publisher": _("publisher"),
    "reader": _("reader"),
    "reviewer": _("reviewer"),
    "editor": _("editor"),
    "keeper": _("keeper"),
    "exact": _("exactly"),
    "more_than": _("more than"),
    "less_than": _("less than"),
    "at_least": _("at least"),
    "at_most": _("at most"),
    "nearly": _("nearly"),
    "about": _("about"),
    "range": _("range"),
    "vague": _("vague"),
    "same": _("same"),
    "rounded_same": _("same, rounded"),
    "consistent_bound": _("fits the bound"),
    "part_of": _("part of"),
    "sums_to": _("adds up to"),
    "later_update": _("later update"),
    "wider": _("wider"),
    "narrower": _("narrower"),
    "other_stage": _("other stage"),
    "other_unit": _("other unit"),
    "conflict": _("conflict"),
    "repeats": _("repeats"),
    "shares_origin": _("shares an origin"),
    "independent": _("independent"),
    "act": _("act"),
    "figure": _("figure"),
    "assessment": _("assessment"),
    "advice": _("advice"),
    "plan": _("plan"),
    "law": _("law"),
    "question": _("question"),
    "accept": _("accepted it"),
    "reject": _("rejected it"),
    "correct": _("corrected it"),
    "add": _("added it"),
    "split": _("split it"),
    "merge": _("merged statements"),
    "group": _("grouped statements"),
    "separate": _("separated statements"),
    "name": _("named an event"),
    "nest": _("placed an event in another"),
    "identify": _("joined sources"),
    "distinguish": _("parted sources"),
    "grade": _("graded"),
    "relate": _("related figures"),
    "word": _("added a wording"),
    "undo": _("undid a decision"),
    "created": _("vault made"),
    "kept": _("document kept"),
    "sighted": _("met again elsewhere"),
    "described": _("described anew"),
    "read_again": _("read again"),
    "found": _("searched for statements"),
    "restored": _("original restored"),
    "decided": _("decision"),
    "set": _("setting changed"),
    "account": _("account changed"),
}
"""The vocabulary's terms in words of the interface."""


@register.filter
def words(term: Any) -> str:  # noqa: ANN401
    """A term of the vocabulary in words; what is none, as it is."""
    return str(WORDS.get(str(term), term if term is not None else ""))


@register.filter
def act_words(term: str | None) -> str:
    """An act's label in the language of the page."""
    return act(term).label((get_language() or "en").split("-")[0]) if term else ""


@register.filter
def unit(given: str | None) -> str:
    """What a figure counts, in the language of the page."""
    return unit_words(given)


@register.simple_tag
def badge(term: Any) -> SafeString | str:  # noqa: ANN401
    """A term as a mark, whose class gives its colour."""
    return format_html('<span class="badge {}">{}</span>', f"is-{term}", words(term)) if term else ""


@register.filter
def marked(found: Marked) -> SafeString:
    """A text that was found, with the stretches that match marked; the text itself is escaped."""
    pieces, at = [], 0
    for start, end in found.marks:
        pieces += [("{}", found.text[at:start]), ("<mark>{}</mark>", found.text[start:end])]
        at = end
    pieces.append(("{}", found.text[at:]))
    return SafeString("".join(format_html(form, piece) for form, piece in pieces))


@register.filter
def number(value: Any) -> str:  # noqa: ANN401
    """A number with the separators of the page's language; nothing for None."""
    if value is None:
        return ""
    return str(number_format(int(value) if float(value).is_integer() else value, use_l10n=True, force_grouping=True))
