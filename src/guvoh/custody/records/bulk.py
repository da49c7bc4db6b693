"""Many rows of one table written at once, as bare values: a model's instance for each costs far more than the row."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from django.db import connection
from django.db.models import Max, Model, QuerySet

_BATCH = 500
"""Keys asked for at once."""


def write(
    model: type[Model],
    columns: Sequence[str],
    made: Iterable[Sequence[object]],
    key: Sequence[str] = (),
    but: Collection[str] = (),
) -> None:
    """Insert rows of values; with `key`, one of a known key is changed in its place, except in the columns `but`."""
    names, values = ", ".join(map(_quoted, columns)), ", ".join(["%s"] * len(columns))
    sql = f"INSERT INTO {_table(model)} ({names}) VALUES ({values})"  # noqa: S608
    if key:
        over = [_quoted(name) for name in columns if name not in key and name not in but]
        sql += f" ON CONFLICT ({', '.join(map(_quoted, key))}) DO UPDATE SET "
        sql += ", ".join(f"{name} = excluded.{name}" for name in over)
    with connection.cursor() as cursor:
        cursor.executemany(sql, made)


def upsert(
    model: type[Model], made: Iterable[Mapping[str, Any]], key: str = "ident", but: Collection[str] = ()
) -> None:
    """Write rows by column, all of the same columns; those of a known key in their old place, so that lists keep
    their order. A row is made only when it is written."""
    waiting = iter(made)
    first = next(waiting, None)
    if first is not None:
        write(model, tuple(first), (tuple(row.values()) for row in chain((first,), waiting)), (key,), {"id", *but})


def delete(model: type[Model], column: str, keys: Collection[str] | Collection[int]) -> None:
    """Delete the rows whose column has one of the keys, and nothing that hangs on them."""
    with connection.cursor() as cursor:
        cursor.executemany(
            f"DELETE FROM {_table(model)} WHERE {_quoted(column)} = %s",  # noqa: S608
            [(key,) for key in sorted(keys)],
        )


def clear(*tables: type[Model]) -> None:
    """Delete all rows, without reading them first as the models would."""
    with connection.cursor() as cursor:
        for model in tables:
            cursor.execute(f"DELETE FROM {_table(model)}")  # noqa: S608


def numbers(
    held: QuerySet, column: str, keys: Collection[str], free: int | None = None
) -> tuple[dict[str, int], set[int]]:
    """The number of the row of each key, the next free ones (from `free` on) for those without; and which are held."""
    last = held.model.objects.aggregate(last=Max("id"))["last"] or 0
    found: dict[str, int] = {}
    ordered = list(dict.fromkeys(keys))
    for start in range(0, len(ordered) if last else 0, _BATCH):
        some = ordered[start : start + _BATCH]
        found.update(held.filter(**{f"{column}__in": some}).values_list(column, "id"))
    there = set(found.values())
    following = max(last + 1, free or 0)
    for key in ordered:
        if key not in found:
            found[key] = following
            following += 1
    return found, there


def _quoted(name: str) -> str:
    return str(connection.ops.quote_name(name))


def _table(model: type[Model]) -> str:
    return _quoted(model._meta.db_table)  # noqa: SLF001
