"""Figures kept in a vault and what people decide on them, for tests of the tally. All texts are invented."""

import hashlib
from dataclasses import replace

from guvoh.actions import decide_events, named_place, tally_figures, weigh_vault
from guvoh.actions import review_statements as review
from guvoh.extraction import find
from guvoh.model import Document, Passage, Role

MARCH = ("2024-03-01", "2024-03-31")
OMSK = "Police detained 40 workers at a market in Omsk on March 22, 2024, lawyer Mina Rahimi said."
AGAIN = "Police detained 55 people at an Omsk market on March 22, 2024, the Interior Ministry said."
IN_KAZAN = "Lawyer Mina Rahimi said police detained 40 workers on March 22, 2024, at a market in Kazan."
KAZAN = "Police detained 15 workers in Kazan on March 25, 2024, lawyer Olga Petrova said."
NEARLY = "Police detained nearly 500 people in Moscow on March 26, 2024, the Interior Ministry said."
APRIL = "Police detained 70 workers in Kazan on April 25, 2024, lawyer Olga Petrova said."
UNDATED = "Police detained 30 workers in Tver, lawyer Olga Petrova said."


def keep(vault, *texts):
    for number, text in enumerate(texts):
        data = text.encode()
        sha256 = hashlib.sha256(data).hexdigest()
        passages = (Passage(0, len(text), Role.BODY),)
        made = Document(
            f"{sha256[:6]}.txt", sha256, "text/plain", text, passages, language="en", publisher=f"News {number}",
            published="2024-05-02",
        )  # fmt: skip
        vault.keep(made, data)
        vault.keep_findings(find(made))


def keep_found(vault, text, changed):
    """Keep a text whose statements are changed so: what a finder may find, whatever ours does. Gives those kept."""
    data = text.encode()
    sha256 = hashlib.sha256(data).hexdigest()
    passages = (Passage(0, len(text), Role.BODY),)
    made = Document("made.txt", sha256, "text/plain", text, passages, language="en", published="2024-05-02")
    vault.keep(made, data)
    found = find(made)
    said = tuple(changed(*found.statements))
    vault.keep_findings(replace(found, statements=said))
    return said


def told(vault, text):
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return vault.applied(sha256).findings.statements[0].id


def minimum(vault, people, *, place="Russia", days=MARCH, **more):
    return tally_figures.tally_figures(
        vault, people["reader"], tally_figures.ask("arbitrary_detention", place, *days, **more)
    ).tally.minimum


def accept(vault, people):
    review.accept(vault, people["reviewer"], [told(vault, KAZAN)])


def reject(vault, people):
    review.reject(vault, people["reviewer"], [told(vault, AGAIN)], "of another year")


def undo(vault, people):
    review.undo(vault, people["editor"], vault.decisions()[-1].id)


def recount(vault, people):
    count = {"qualifier": "exact", "words": "40", "unit": "person", "start": 16, "end": 18}
    review.correct(vault, people["reviewer"], told(vault, OMSK), {"count": {**count, "low": 64, "best": 64}})


def redate(vault, people):
    review.correct(vault, people["reviewer"], told(vault, APRIL), {"when": "2024-03-29"})


def date(vault, people):
    review.correct(vault, people["reviewer"], told(vault, UNDATED), {"when": "2024-03-27"})


def deny(vault, people):
    review.correct(vault, people["reviewer"], told(vault, KAZAN), {"modality": "denied"})


def plan(vault, people):
    review.correct(vault, people["reviewer"], told(vault, KAZAN), {"stage": "planned", "modality": "planned"})


def other_act(vault, people):
    review.correct(vault, people["reviewer"], told(vault, KAZAN), {"act": "expulsion"})


def move(vault, people):
    vault_place = named_place.named_place("Osh")
    place = {"name": vault_place.name, "id": vault_place.id, "country": "KG", "start": 0, "end": 0}
    review.correct(vault, people["reviewer"], told(vault, KAZAN), {"place": {**place, "precision": "city"}})


def group(vault, people):
    weigh_vault.refresh(vault)
    event = vault.events_of_statements()[told(vault, OMSK)]
    decide_events.group(vault, people["editor"], [told(vault, KAZAN)], event)


def separate(vault, people):
    weigh_vault.refresh(vault)
    event = vault.events_of_statements()[told(vault, OMSK)]
    decide_events.separate(vault, people["editor"], [told(vault, AGAIN)], event)


def add(vault, people):
    text = KAZAN
    start, end = text.index("15"), text.index("15") + 2
    count = {
        "qualifier": "exact",
        "words": "15",
        "unit": "person",
        "start": start,
        "end": end,
        "low": 15,
        "best": 15,
    }
    place = {"name": "Tver", "id": "geonames:480060", "country": "RU", "admin1": "RU-TVE", "precision": "city"}
    values = {"act": "arbitrary_detention", "count": count, "when": "2024-03-09"}
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    where = {**place, "start": 0, "end": 0}
    review.add(vault, people["reviewer"], sha256, 0, len(text), {**values, "place": where})


DECISIONS = {
    one.__name__: one
    for one in (accept, reject, undo, recount, redate, date, deny, plan, other_act, move, group, separate, add)
}
"""What people decide before the tally, by a word for it."""
