"""Counts of events by place and act, kept by triggers; indexes that carry what events and figures are filtered by."""

from django.db import migrations

EVENT = "records_eventrow"
SPOT = "place place_name country admin1 precision lat lon disputed".split()
ALSO = 'id, "last", "when", act, stage, status, country, admin1, place, place_name, kinds'
LONG = 'WHERE "last" IS NULL OR "last" - "first" > 31'
WEEK = 'CASE WHEN ("first" - 1) / 7 = ("last" - 1) / 7 THEN ("first" - 1) / 7 END'
COUNTED = "WHERE unit <> ''"
FIGURES = {
    "figure_value": "value",
    "figure_first": '"first"',
    "figure_place": "place_name",
    "figure_source": "source_name",
}
WIDE = {
    "event_first": f'{EVENT} ("first", {ALSO})',
    **{
        f"event_{lead}_first": f'{EVENT} ({lead}, "first", {ALSO})'
        for lead in "place admin1 act country status".split()
    },
    "long_event": f'{EVENT} ("first", {ALSO}) {LONG}',
    **{
        name: f"records_statementrow ({column}, id, act, country, unit, statement) {COUNTED}"
        for name, column in FIGURES.items()
    },
}
NARROW = {
    "event_first": f'{EVENT} ("first")',
    **{f"event_{lead}_first": f'{EVENT} ({lead}, "first")' for lead in "place admin1 act country status".split()},
    "long_event": f'{EVENT} ("first", id, "last", act, country, admin1, place, status) {LONG}',
    **{name: f"records_statementrow ({column}, id, act, country, unit) {COUNTED}" for name, column in FIGURES.items()},
}
TALLY = f'CREATE INDEX event_tally ON {EVENT} (place, place_name, act, "when", stage, "first", "last")'
NEW = {
    "event_week": f"{EVENT} ({WEEK}) WHERE {WEEK} IS NOT NULL",
    "statement_days": 'records_statementrow (id, "first", "last", document_id)',
}
CREATE = (
    f"""CREATE TABLE records_eventspot (id INTEGER PRIMARY KEY, {", ".join(f"{name} NOT NULL" for name in SPOT)},
    number INTEGER NOT NULL, UNIQUE ({", ".join(SPOT)}))""",
    """CREATE TABLE records_eventspotact (spot INTEGER NOT NULL, act TEXT NOT NULL, number INTEGER NOT NULL,
    PRIMARY KEY (spot, act)) WITHOUT ROWID""",
)


def _spot(row: str) -> tuple[str, ...]:
    """The columns of a place as a row of events tells it; a row that somebody tampered with has no claimants."""
    disputed = f"json_extract(CASE WHEN json_valid({row}body) THEN {row}body END, '$.place.disputed')"
    plain = tuple(f"{row}{name}" for name in SPOT[:5])
    return (*plain, f"coalesce({row}lat, '')", f"coalesce({row}lon, '')", f"coalesce({disputed}, '')")


def _same(row: str) -> str:
    return " AND ".join(f"{name} = {value}" for name, value in zip(SPOT, _spot(row), strict=True))


COUNT = f"""INSERT INTO records_eventspot ({", ".join(SPOT)}, number)
SELECT {", ".join(_spot("NEW."))}, 1 WHERE NEW.place_name <> ''
ON CONFLICT ({", ".join(SPOT)}) DO UPDATE SET number = number + 1;
INSERT INTO records_eventspotact (spot, act, number)
SELECT id, NEW.act, 1 FROM records_eventspot WHERE NEW.place_name <> '' AND {_same("NEW.")}
ON CONFLICT (spot, act) DO UPDATE SET number = number + 1;"""
DISCOUNT = f"""UPDATE records_eventspotact SET number = number - 1
WHERE act = OLD.act AND spot = (SELECT id FROM records_eventspot WHERE {_same("OLD.")});
DELETE FROM records_eventspotact WHERE number < 1 AND act = OLD.act
AND spot = (SELECT id FROM records_eventspot WHERE {_same("OLD.")});
UPDATE records_eventspot SET number = number - 1 WHERE {_same("OLD.")};
DELETE FROM records_eventspot WHERE number < 1 AND {_same("OLD.")};"""
TRIGGERS = {
    "spot_in": (f"AFTER INSERT ON {EVENT}", COUNT),
    "spot_out": (f"AFTER DELETE ON {EVENT}", DISCOUNT),
    "spot_over": (f"AFTER UPDATE ON {EVENT}", DISCOUNT + COUNT),
}
FILL = (
    f"""INSERT INTO records_eventspot ({", ".join(SPOT)}, number)
    SELECT {", ".join(_spot(""))}, count(*) FROM {EVENT} WHERE place_name <> '' GROUP BY 1, 2, 3, 4, 5, 6, 7, 8""",
    f"""INSERT INTO records_eventspotact (spot, act, number)
    SELECT s.id, e.act, count(*) FROM {EVENT} e JOIN records_eventspot s
    ON {" AND ".join(f"s.{name} = {value}" for name, value in zip(SPOT, _spot("e."), strict=True))}
    WHERE e.place_name <> '' GROUP BY 1, 2""",
)


def _anew(name: str, on: dict[str, str]) -> list[str]:
    return [f"DROP INDEX {name}", f"CREATE INDEX {name} ON {on[name]}"]


class Migration(migrations.Migration):  # type: ignore[misc]
    dependencies = [("records", "0010_wide_indexes")]

    operations = [
        migrations.RunSQL(list(CREATE), ["DROP TABLE records_eventspotact", "DROP TABLE records_eventspot"]),
        migrations.RunSQL(list(FILL), []),
        *(
            migrations.RunSQL([f"CREATE TRIGGER {name} {when} BEGIN {then} END"], [f"DROP TRIGGER {name}"])
            for name, (when, then) in TRIGGERS.items()
        ),
        *(migrations.RunSQL(_anew(name, WIDE), _anew(name, NARROW)) for name in WIDE),
        *(migrations.RunSQL([f"CREATE INDEX {n} ON {on}"], [f"DROP INDEX {n}"]) for n, on in NEW.items()),
        migrations.RunSQL(["DROP INDEX event_tally"], [TALLY]),
    ]
