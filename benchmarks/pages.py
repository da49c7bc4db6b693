"""News-like pages for measuring speed: prose with numbers, acts and speakers, inside real-looking page furniture.

Every page is invented, the same on every run, and of the length of a longer news report (about 600 words).
"""

from __future__ import annotations

import random
from pathlib import Path

PLACES = ["Kazan", "Yekaterinburg", "Saratov", "Tver", "Chelyabinsk", "Penza", "Omsk", "Kaluga", "Bishkek", "Dushanbe"]
BODIES = ["the Interior Ministry", "the regional police", "the Investigative Committee", "the governor's office"]
PEOPLE = ["Marta Velikova", "Timur Askarov", "Olga Brandt", "Rustam Nazari", "Dina Kholmatova", "Pavel Orlin"]
ROLES = ["lawyer", "spokesman", "hotline coordinator", "human rights defender", "employer", "mosque attendant"]
HEDGES = ["about", "at least", "nearly", "more than", "up to", "", "", ""]
MONTHS = ["January", "February", "March", "April", "May", "September", "October", "November"]

FACTS = [
    "{body_} said on {month} {day} that {hedge} {n} foreigners had been detained in {place} during the raid.",
    "According to {person}, a {role} in {place}, {hedge} {n} people were held overnight without food.",
    "“They tore up the papers of {hedge} {n} workers and told them to leave the country,” {surname} told reporters.",
    "Courts in the {place} region ordered the expulsion of {hedge} {n} citizens of Tajikistan in {month}.",
    "{person}, a {role}, denied that anyone was beaten at the station.",
    "Officers came to a hostel in {place} on {month} {day} and checked the documents of {hedge} {n} residents.",
    "A second phase of the operation is planned for {month} {day}, {body} announced.",
    "The hotline received {hedge} {n} calls in {month}, a third of them from {place}.",
    "Of the {n} detained, {small} were Uzbek citizens and the others held Russian passports, {surname} said.",
    "Witnesses reported that guards used electric shock devices on {hedge} {small} men.",
    "In {month}, {body} cancelled the residence permits of {hedge} {n} people, its website shows.",
    "{body_} fined the owner {n},000 rubles, and opened {small} criminal cases.",
]
PROSE = [
    "The market has stood beside the railway for thirty years and draws buyers from the whole district.",
    "It was raining, and the queue in front of the office reached as far as the tram stop.",
    "Bakeries, workshops and schools in the quarter stayed closed for the rest of the week.",
    "Shopkeepers say that trade has not recovered, and that many stalls stand empty.",
    "She came from a village in the mountains, where her parents still keep bees and a small orchard.",
    "Nobody at the district office would answer questions by telephone.",
    "Along the river the old warehouses are being turned into flats, and the cranes work until dark.",
    "“We used to drink tea together after the shift,” {surname} recalled, “and talk about home.”",
    "The rules have changed often, and even officials disagree on what they mean.",
    "In {place}, {person} keeps a notebook in which every visit is written down by hand.",
]
HEADLINES = [
    "Flood closes {n} roads near {place}",
    "{n} runners start in {place} marathon",
    "Concert hall in {place} to reopen after repairs",
    "Football: {place} wins {small} to 1",
    "{n} tons of grain shipped in {month}",
]


def write_pages(folder: Path, number: int = 100) -> list[Path]:
    """Write `number` pages into `folder` and return their paths."""
    paths = []
    for page in range(number):
        path = folder / f"page-{page:03}.html"
        path.write_text(_page(random.Random(page)), encoding="utf-8")
        paths.append(path)
    return paths


def _page(dice: random.Random) -> str:
    title = _fill("{body_} detains {n} in {place}", dice)
    paragraphs = "\n".join(f"<p>{' '.join(_sentence(dice) for _ in range(dice.randint(2, 5)))}</p>" for _ in range(12))
    related = "\n".join(f'<li><a href="/n/{i}">{_fill(dice.choice(HEADLINES), dice)}</a></li>' for i in range(8))
    said = [f"I counted {dice.randint(20, 90)} buses myself." for _ in range(4)]
    comments = "\n".join(f'<div class="comment"><b>reader</b><p>{words}</p></div>' for words in said)
    day = f"2024-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title} - The Invented Courier</title>
<meta property="og:site_name" content="The Invented Courier"><meta name="author" content="{dice.choice(PEOPLE)}">
<meta property="article:published_time" content="{day}T09:00:00Z"></head>
<body><header><a href="/">The Invented Courier</a><nav><ul>
<li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li><li><a href="/w">Weather</a></li>
</ul></nav></header>
<main><article><h1>{title}</h1><time datetime="{day}">{day}</time>
<figure><img src="p.jpg" alt=""><figcaption>{_fill("Officers in {place} on {month} {day}.", dice)}</figcaption></figure>
{paragraphs}
</article></main>
<aside><h2>Related</h2><ul>{related}</ul></aside>
<section id="comments"><h2>Comments</h2>{comments}</section>
<footer>© The Invented Courier. An invented page, for measuring only.</footer></body></html>
"""


def _sentence(dice: random.Random) -> str:
    """Half of a report's sentences tell facts."""
    return _fill(dice.choice(FACTS if dice.random() < 0.5 else PROSE), dice)


def _fill(template: str, dice: random.Random) -> str:
    person, body = dice.choice(PEOPLE), dice.choice(BODIES)
    text = template.format(
        body=body,
        body_=body[0].upper() + body[1:],
        person=person,
        surname=person.split()[1],
        role=dice.choice(ROLES),
        place=dice.choice(PLACES),
        hedge=dice.choice(HEDGES),
        month=dice.choice(MONTHS),
        day=dice.randint(1, 28),
        n=dice.randint(12, 900),
        small=dice.randint(2, 11),
    )
    return " ".join(text.split())
