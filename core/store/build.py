"""Rows to columns: a :class:`Snapshot` from frames, and the frames from the tables."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.store.snapshot import COLUMNS, DIMENSIONS, NO_COUNT, NO_DAY, ROLES, Array, Snapshot
from core.store.tables import event_actors, events, reports

_MERCATOR_LIMIT = 85.0511287798066  # degrees: where Web Mercator's square ends
_INT32 = np.iinfo(np.int32)
_NEEDED = (
    *("event_id", "report_id", "event_type", "family", "district", "date_start", "date_end"),
    *("latitude", "longitude", "killed_low", "killed_best", "confidence", "is_background", "reviewed"),
)


def snapshot_of(told: pd.DataFrame, actors: pd.DataFrame, version: int) -> Snapshot:
    """The columns of events and their actors.

    ``told`` has event_id, report_id, outlet, event_type, family, district, date_start, date_end,
    latitude, longitude, killed_low, killed_best, confidence, is_background, reviewed (as the frames of
    ``core.store.frames``); ``actors`` has event_id, actor_id, role.
    """
    start, end = _days(told["date_start"]), _days(told["date_end"])
    start, end = np.where(start == NO_DAY, end, start), np.where(end == NO_DAY, start, end)
    order = np.argsort(start, kind="stable")
    told = told.iloc[order]
    event_ids, report_keys = _bytes(told["event_id"]), _bytes(told["report_id"])
    report_ids, report = np.unique(report_keys, return_inverse=True)
    latitude, longitude = _floats(told["latitude"]), _floats(told["longitude"])
    x, y = web_mercator(latitude, longitude)
    low, best = (_counts(told[f"killed_{bound}"]) for bound in ("low", "best"))
    killed = np.where(best != NO_COUNT, best, np.maximum(low, 0))
    columns: dict[str, Array] = {
        **{"start": start[order], "end": end[order]},
        **{"latitude": latitude, "longitude": longitude, "x": x, "y": y},
        **{"killed": killed, "killed_least": np.where(low != NO_COUNT, low, best)},
        "confidence": _floats(told["confidence"]),
        **{name: told[name].to_numpy(dtype=np.bool_) for name in ("is_background", "reviewed")},
        "report": report,
        "by_id": np.argsort(event_ids, kind="stable"),
    }
    choices: dict[str, list[str]] = {}
    for dimension in DIMENSIONS:
        columns[dimension], choices[dimension] = _coded(told[dimension])
    pairs, choices["actor"] = _actor_pairs(actors, pd.Index(told["event_id"]))
    typed = {name: columns[name].astype(COLUMNS[name]) for name in COLUMNS}
    return Snapshot(version, typed, event_ids, report_ids, choices, **pairs)


def read_snapshot(connection: Connection, version: int) -> Snapshot:
    """The columns of the store's tables."""
    query = (
        sa.select(*(events.c[name] for name in _NEEDED), reports.c.outlet)
        .join(reports, reports.c.report_id == events.c.report_id)
        .order_by(events.c.report_id, events.c.position)
    )
    told = pd.DataFrame([tuple(row) for row in connection.execute(query)], columns=[*_NEEDED, "outlet"])
    names = ("event_id", "actor_id", "role")
    pairs = connection.execute(sa.select(*(event_actors.c[name] for name in names)))
    return snapshot_of(told, pd.DataFrame([tuple(row) for row in pairs], columns=list(names)), version)


def web_mercator(latitude: Array, longitude: Array) -> tuple[Array, Array]:
    """Degrees to the unit square of Web Mercator (EPSG:3857): x from west, y from north, NaN stays."""
    bent = np.radians(np.clip(latitude, -_MERCATOR_LIMIT, _MERCATOR_LIMIT))
    return longitude / 360 + 0.5, 0.5 - np.arcsinh(np.tan(bent)) / (2 * np.pi)


def _days(column: pd.Series[Any]) -> Array:
    stamps = pd.to_datetime(column, errors="coerce").to_numpy(dtype="datetime64[D]")
    return np.where(np.isnat(stamps), NO_DAY, stamps.astype("int64"))


def _bytes(column: pd.Series[Any]) -> Array:
    return np.array([value.encode("utf-8") for value in column], dtype=np.bytes_)


def _floats(column: pd.Series[Any]) -> Array:
    return column.astype("float64").to_numpy()


def _counts(column: pd.Series[Any]) -> Array:
    return np.minimum(column.astype("Int64").fillna(NO_COUNT).to_numpy(dtype="int64"), _INT32.max)


def _coded(column: pd.Series[Any]) -> tuple[Array, list[str]]:
    """Codes from 1 in the order of the ids, 0 for none, and what each code stands for."""
    codes, ids = pd.factorize(column, sort=True)
    return codes + 1, ["", *(str(value) for value in ids)]


def _actor_pairs(actors: pd.DataFrame, event_ids: pd.Index[Any]) -> tuple[dict[str, Array], list[str]]:
    codes, ids = _coded(actors["actor_id"])
    roles = pd.Categorical(actors["role"], categories=list(ROLES)).codes
    rows = event_ids.get_indexer(pd.Index(actors["event_id"]))
    pairs = pd.DataFrame({"actor": codes, "row": rows, "role": roles})
    pairs = pairs.drop_duplicates().sort_values(["actor", "row", "role"], ignore_index=True)
    starts = np.searchsorted(pairs["actor"].to_numpy(), np.arange(len(ids) + 1))
    return {
        "actor_starts": starts.astype("int64"),
        "actor_rows": pairs["row"].to_numpy(dtype="int32"),
        "actor_roles": pairs["role"].to_numpy(dtype="uint8"),
        "actor_first": ~pairs.duplicated(["actor", "row"]).to_numpy(dtype=np.bool_),
    }, ids
