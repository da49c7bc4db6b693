"""Invented reports with every kind of value, place and date, of which the digest is made."""

from __future__ import annotations

from dossier_drafts import Draft, number, party

from guvoh.model import (
    Kind,
    Letter,
    Link,
    Modality,
    Qualifier,
    Question,
    Role,
    SourceKind,
    SourceMention,
    Stage,
)

LAWYER = Link("Amina Yusupova", SourceKind.PERSON, "lawyer")
PORTAL = Link("Open Sky", SourceKind.OUTLET)
DESK = Link("Northern Desk", SourceKind.PUBLISHER)
MONITOR = Link("River Monitor", SourceKind.NGO)
MINISTRY = Link("Interior Ministry", SourceKind.AGENCY)
WITNESS = Link("Rustam Aliev", SourceKind.WITNESS)


def news() -> tuple[Draft, dict[str, str]]:
    calls = (
        "Amina Yusupova, a lawyer who helps migrants free of charge, told the Open Sky portal that she received over "
        "2,500 phone calls in two days, and that at least 30 callers reported torture in custody."
    )
    yard = (
        "“They kept us in the yard all night,” said Rustam Aliev, held with some 40 others at the Hostel on Lesnaya "
        "Street on 23 March."
    )
    denial = "The Interior Ministry denied that anyone was beaten."
    lead = "Police have detained foreigners in Moscow and Saint Petersburg, lawyers say."
    caption = "Officers check papers in Saint Petersburg on 24 March. Photo: Northern Desk"
    draft = Draft(
        "reports/01-news.html",
        [
            (Role.FURNITURE, "Home   World   Culture   Sign in"),
            (Role.TITLE, "Raids on hostels spread after the concert hall attack"),
            (Role.LEAD, lead),
            (Role.BODY, calls),
            (Role.BODY, f"{yard} {denial}"),
            (Role.CAPTION, caption),
            (Role.FURNITURE, "Recent posts\nFilm festival opens with 51 premieres\nStocks fall for a third day"),
            (Role.COMMENT, "Ivan P.: they should all be sent home"),
        ],
        {
            "title": "Raids on hostels spread after the concert hall attack",
            "publisher": "Northern Desk",
            "language": "en",
            "published": "2024-03-26",
            "authors": ("J. Marsh",),
            "url": "https://example.org/news/1",
        },
    )
    chain = (LAWYER, PORTAL, DESK)
    dated = {"when": "2024-03-22/2024-03-24", "when_basis": "published"}
    witness = SourceMention("Rustam Aliev", SourceKind.WITNESS, *draft.span("Rustam Aliev"), None, True, ("Aliev",))
    draft.sources += [
        SourceMention("Amina Yusupova", SourceKind.PERSON, *draft.span("Amina Yusupova"), "lawyer"),
        witness,
    ]
    ids = {
        "detained": draft.say(
            lead,
            "arbitrary_detention",
            place="Moscow",
            attribution=(DESK,),
            affected=party("foreigners"),
            actor=party("police", kind="police"),
            modality=Modality.ALLEGED,
            when="2024-03-22/..",
            when_basis="published",
        ),
        "calls": draft.say(
            calls,
            count=number("over 2,500 phone calls", Qualifier.MORE_THAN, "call", low=2500),
            place="Russia",
            attribution=chain,
            why=("“told” makes Amina Yusupova the speaker",),
            **dated,
        ),
        "torture": draft.say(
            "at least 30 callers reported torture in custody",
            "torture_ill_treatment",
            count=number("at least 30 callers", Qualifier.AT_LEAST, low=30),
            modality=Modality.ALLEGED,
            place="Russia",
            affected=party("callers", nationality=("KG", "TJ", "UZ")),
            attribution=chain,
            **dated,
        ),
        "yard": draft.say(
            yard,
            "detention_conditions",
            count=number("some 40 others", Qualifier.ABOUT, best=40),
            place="Hostel on Lesnaya Street",
            when="2024-03-23",
            when_basis="published",
            attribution=(WITNESS, DESK),
            private=True,
            affected=party("Rustam Aliev", private=True),
            why=("the surname Aliev stands for Rustam Aliev",),
        ),
        "denial": draft.say(denial, "excessive_force", modality=Modality.DENIED, attribution=(MINISTRY, DESK)),
        "check": draft.say(
            caption.split(" Photo", maxsplit=1)[0],
            "identity_check_profiling",
            place="Saint Petersburg",
            when="2024-03-24",
            when_basis="published",
            attribution=(DESK,),
        ),
    }
    return draft, ids


def tallies() -> tuple[Draft, dict[str, str]]:
    counts = (
        "River Monitor has counted 30 migrants in Krasnodar, 87 people in Volgograd Oblast, 46 in Rostov Oblast and "
        "seven in Ingushetia who were ordered to leave, 170 in all."
    )
    general = "Papers are torn up at checks in Grozny as a rule, the monitor says."
    crimea = "Fewer than 20 were held in Simferopol between January and March."
    draft = Draft(
        "reports/02-tallies.html",
        [
            (Role.TITLE, "Regions: who was ordered to leave"),
            (Role.BODY, counts),
            (Role.BODY, f"{general} {crimea}"),
            (Role.TABLE, "Region\tOrdered to leave\nKrasnodar\t30\nVolgograd Oblast\t87"),
        ],
        {
            "title": "Regions: who was ordered to leave",
            "publisher": "River Monitor",
            "language": "en",
            "published": "2024-04-11",
        },
    )
    ordered = {
        "stage": Stage.ORDERED,
        "when": "2024-03-22/2024-04-11",
        "when_basis": "published",
        "attribution": (MONITOR,),
        "affected": party("migrants"),
    }
    ids = {
        "all": draft.say(
            counts, "expulsion", count=number("170 in all", Qualifier.EXACT, low=170, best=170, high=170), **ordered
        )
    }
    for key, words, value, place in (
        ("krasnodar", "30 migrants", 30, "Krasnodar"),
        ("volgograd", "87 people", 87, "Volgograd Oblast"),
        ("rostov", "46", 46, "Rostov Oblast"),
        ("ingushetia", "seven", 7, "Ingushetia"),
    ):
        count = number(words, Qualifier.EXACT, low=value, best=value, high=value, of=ids["all"])
        ids[key] = draft.say(counts, "expulsion", count=count, place=place, **ordered)
    ids["torn"] = draft.say(
        general, "document_confiscation", place="Grozny", modality=Modality.GENERAL, attribution=(MONITOR,)
    )
    ids["crimea"] = draft.say(
        crimea,
        "arbitrary_detention",
        count=number("Fewer than 20", Qualifier.LESS_THAN, high=20),
        place="Simferopol",
        when="XXXX-01/XXXX-03",
        when_basis="text",
        attribution=(MONITOR,),
    )
    return draft, ids


def digest() -> tuple[Draft, dict[str, str]]:
    total = "Nearly 500 people have been ordered to leave the country since the attack."
    again = "A lawyer told Open Sky of more than 2,500 calls."
    plan = "A second phase is set for 2 to 8 October, the Interior Ministry announced."
    first = "In the first phase, in June 2023, about 7,000 were expelled; dozens were charged in Yekaterinburg."
    region = "Governments in Central Asia, among them the one in Bishkek, advise against travel."
    draft = Draft(
        "reports/03-digest.txt",
        [
            (Role.TITLE, "Weekly digest"),
            (Role.BODY, f"{total} {again}"),
            (Role.BODY, f"{first} {plan}"),
            (Role.BODY, region),
        ],
        {"title": "Weekly digest", "publisher": "Harbour Digest", "language": "en", "published": "2024-03"},
    )
    publisher = Link("Harbour Digest", SourceKind.PUBLISHER)
    ids = {
        "500": draft.say(
            total,
            "expulsion",
            count=number("Nearly 500 people", Qualifier.NEARLY, best=500, high=500),
            place="Russia",
            stage=Stage.ORDERED,
            when="2024-03-22/..",
            when_basis="text",
            attribution=(publisher,),
        ),
        "again": draft.say(
            again,
            count=number("more than 2,500 calls", Qualifier.MORE_THAN, "call", low=2500),
            place="Russia",
            attribution=(Link("a lawyer", SourceKind.PERSON, "lawyer"), PORTAL, publisher),
        ),
        "7000": draft.say(
            first.split(";", maxsplit=1)[0],
            "expulsion",
            count=number("about 7,000", Qualifier.ABOUT, best=7000),
            place="Russia",
            stage=Stage.CARRIED_OUT,
            when="2023-06",
            when_basis="text",
            attribution=(MINISTRY, publisher),
        ),
        "dozens": draft.say(
            "dozens were charged in Yekaterinburg",
            "criminal_charge",
            count=number("dozens", Qualifier.VAGUE),
            place="Yekaterinburg",
            when="2023-06",
            when_basis="text",
            attribution=(MINISTRY, publisher),
        ),
        "plan": draft.say(
            plan,
            "raid",
            modality=Modality.PLANNED,
            stage=Stage.PLANNED,
            kind=Kind.PLAN,
            when="XXXX-10-02/XXXX-10-08",
            when_basis="text",
            attribution=(MINISTRY, publisher),
        ),
        "advice": draft.say(region, kind=Kind.ADVICE, place="Central Asia", attribution=(publisher,)),
        "bishkek": draft.say(
            "Bishkek, advise against travel",
            kind=Kind.ADVICE,
            place="Bishkek",
            when="../2024-04-01",
            when_basis="inferred",
            attribution=(publisher,),
        ),
    }
    return draft, ids


def letter() -> tuple[Draft, dict[str, str]]:
    finding = "We documented 12 to 15 expulsions without a hearing in Moscow in the last three years."
    asked = ("1. How many people were expelled from the airports?", "2. On which law does the ministry rely?")
    draft = Draft(
        "reports/04-letter.pdf",
        [
            (Role.LETTERHEAD, "Rights Bureau, 1 Quay Street"),
            (Role.BODY, "To the Minister of Internal Affairs\nOur reference RB/24-117"),
            (Role.BODY, finding),
            (Role.BODY, f"{asked[0]}\n{asked[1]}"),
            (Role.BODY, "We ask for your reply by 11 November 2024.\nMira Stone, director"),
        ],
        {"title": "Letter to the Minister", "publisher": "Rights Bureau", "language": "en", "published": "2024-10-28"},
    )
    bureau = Link("Rights Bureau", SourceKind.PUBLISHER)
    key = draft.say(
        finding,
        "expulsion",
        count=number("12 to 15 expulsions", Qualifier.RANGE, "case", low=12, high=15),
        place="Moscow",
        when="2021-10-28/2024-10-28",
        when_basis="published",
        stage=Stage.CARRIED_OUT,
        attribution=(bureau,),
    )
    questions = tuple(Question(*draft.span(q), q) for q in asked)
    draft.letter = Letter("Minister of Internal Affairs", "Mira Stone", "RB/24-117", questions, "2024-11-11")
    return draft, {"hearing": key}


def broken() -> tuple[Draft, dict[str, str]]:
    problem = "The file is encrypted. Ask its sender for one without a password."
    return Draft("reports/05-locked.pdf", [], {"problems": (problem,)}), {}
