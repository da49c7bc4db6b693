"""An invented digest of reports with every kind of value, relation, place and date."""

from __future__ import annotations

from dossier_drafts import PLACES, Draft
from dossier_pages import broken, digest, letter, news, tallies

from guvoh.model import (
    Findings,
    Place,
    SourceKind,
    Stage,
)
from guvoh.model.weighing import (
    DocumentPair,
    DocumentRelation,
    Event,
    FigurePair,
    FigureRelation,
    FigureSum,
    Origin,
    Source,
    Support,
    SupportStatus,
    Weighed,
)


def sample() -> tuple[list[Findings], Weighed, dict[str, str]]:
    """Findings of five documents, what weighing says of them, and when each original was kept."""
    drafts, ids = [], {}
    for make in (news, tallies, digest, letter, broken):
        draft, own = make()
        drafts.append(draft)
        ids |= own
    findings = [draft.findings() for draft in drafts]
    kept = {draft.sha256: f"2024-12-01T09:{i:02}:00+00:00" for i, draft in enumerate(drafts)}
    return findings, weighed(drafts, ids), kept


def weighed(drafts: list[Draft], ids: dict[str, str]) -> Weighed:
    said = {
        "S1": Source("S1", "Amina Yusupova", SourceKind.PERSON, ("Yusupova", "a lawyer"), "lawyer"),
        "S2": Source("S2", "Open Sky", SourceKind.OUTLET),
        "S3": Source("S3", "River Monitor", SourceKind.NGO),
        "S4": Source("S4", "Interior Ministry", SourceKind.AGENCY, ("MVD",)),
        "S5": Source("S5", "Rustam Aliev", SourceKind.WITNESS, ("Aliev",)),
        "S6": Source("S6", "Rights Bureau", SourceKind.NGO),
        "S7": Source("S7", "Northern Desk", SourceKind.PUBLISHER),
        "S8": Source("S8", "Harbour Digest", SourceKind.PUBLISHER),
    }
    by_name = {s.name: s.id for s in said.values()} | {"a lawyer": "S1"}
    origins = tuple(
        Origin(
            s.id,
            d.path,
            by_name[s.attribution[0].name],
            tuple(by_name[k.name] for k in s.attribution[1:]),
            ("first of the chain",),
        )
        for d in drafts
        for s in d.statements
    )
    why = ("Rustam Aliev and Amina Yusupova do not quote each other",)
    held = Event(
        "E1",
        "Hostel raids in Moscow: Rustam Aliev and others held",
        ("raid", "arbitrary_detention"),
        ("reports/01-news.html",),
        (ids["detained"], ids["yard"]),
        Support(1, 2, 2, (SourceKind.WITNESS, SourceKind.PUBLISHER), SupportStatus.CORROBORATED, why),
        Place("Moscow", start=0, end=0, **PLACES["Moscow"]),
        "2024-03-22/2024-03-24",
    )
    ordered = Event(
        "E2",
        "Expulsions ordered after the attack",
        ("expulsion",),
        ("reports/02-tallies.html", "reports/03-digest.txt"),
        (ids["all"], ids["500"]),
        Support(2, 2, 1, (SourceKind.NGO,), SupportStatus.CONTESTED, ("170 and nearly 500 differ",)),
        None,
        "2024-03-22/..",
        Stage.ORDERED,
        "E1",
    )
    figures = (
        FigurePair(ids["again"], ids["calls"], FigureRelation.SAME, ("same unit, same bound", "same speaker")),
        FigurePair(
            ids["500"], ids["all"], FigureRelation.CONFLICT, ("both count people ordered to leave since the attack",)
        ),
        FigurePair(ids["7000"], ids["500"], FigureRelation.OTHER_STAGE, ("carried out against ordered",)),
        FigureSum(
            (ids["krasnodar"], ids["volgograd"], ids["rostov"], ids["ingushetia"]),
            ids["all"],
            ("30 + 87 + 46 + 7 = 170",),
        ),
    )
    pairs = (
        DocumentPair(
            "reports/01-news.html", "reports/03-digest.txt", DocumentRelation.REPEATS, ("the same passage",), "b_from_a"
        ),
        DocumentPair(
            "reports/02-tallies.html", "reports/03-digest.txt", DocumentRelation.INDEPENDENT, ("no common source",)
        ),
    )
    return Weighed(tuple(said.values()), origins, pairs, (held, ordered), figures, ("One date could not be compared.",))
