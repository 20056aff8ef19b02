"""Counts over a snapshot: cells for a map, bars for a timeline."""

from __future__ import annotations

import math
from typing import Literal

import numpy as np
import pandas as pd

from core.store.snapshot import DIMENSIONS, NO_DAY, Array, Mask, Snapshot

#: south, west, north, east in degrees.
Bounds = tuple[float, float, float, float]
Step = Literal["day", "week", "month", "year"]

CELL_PIXELS = 64
_TILE_PIXELS = 256
_MOST_CELLS = 65_536  # of a view; a view that would need more gets larger cells
_MOST_ZOOM = 22


def within(snapshot: Snapshot, bounds: Bounds) -> Mask:
    """The mask of the events that lie within ``bounds``; those without a place do not."""
    south, west, north, east = bounds
    latitude, longitude = snapshot.columns["latitude"], snapshot.columns["longitude"]
    mask: Mask = (latitude >= south) & (latitude <= north) & (longitude >= west) & (longitude <= east)
    return mask


def cells(
    snapshot: Snapshot, mask: Mask, bounds: Bounds, zoom: int, pixels: int = CELL_PIXELS
) -> pd.DataFrame:
    """The placed events of a mask within ``bounds``, counted in squares of a Web map at ``zoom``.

    ``pixels`` is a square's side on the screen. One row a cell that holds events: latitude, longitude (the
    mean of its events, degrees), count, killed, family (the most frequent; on a tie the first by id),
    south, west, north, east (the cell's edges).
    """
    columns = snapshot.columns
    latitude, longitude = columns["latitude"], columns["longitude"]
    rows = np.flatnonzero(mask & within(snapshot, bounds))
    x, y = columns["x"][rows], columns["y"][rows]
    across, left, top, width, height = _grid(x, y, zoom, pixels)
    column = (x * np.float64(across)).astype(np.int64) - left
    line = (y * np.float64(across)).astype(np.int64) - top
    cell = line * width + column
    size = width * height
    count = np.bincount(cell, minlength=size)
    filled = np.flatnonzero(count)
    families = len(snapshot.choices["family"])
    by_family = np.bincount(cell * families + columns["family"][rows], minlength=size * families)
    dominant = by_family.reshape(size, families)[filled].argmax(axis=1)
    found = count[filled]

    def mean(values: Array) -> Array:
        return np.bincount(cell, weights=values, minlength=size)[filled] / found

    lines, at = np.divmod(filled, width)
    frame = pd.DataFrame(
        {
            "latitude": mean(latitude[rows]),
            "longitude": mean(longitude[rows]),
            "count": found,
            "killed": np.bincount(cell, weights=columns["killed"][rows], minlength=size)[filled].astype(
                np.int64
            ),
            "family": np.array(snapshot.choices["family"], dtype=object)[dominant],
        }
    )
    edges = {"north": (lines + top), "south": (lines + top + 1), "west": (at + left), "east": (at + left + 1)}
    for name in ("south", "north"):
        frame[name] = np.degrees(np.arctan(np.sinh(np.pi * (1 - 2 * edges[name] / across))))
    for name in ("west", "east"):
        frame[name] = edges[name] / across * 360 - 180
    return frame


def cell_steps(
    snapshot: Snapshot, mask: Mask, bounds: Bounds, found: pd.DataFrame, step: Step = "month"
) -> pd.DataFrame:
    """The dated events of cells over time, for a map that plays.

    ``found`` is what :func:`cells` gave for the same mask and bounds. One row a step of time, cell and
    family with events: start (datetime64[ns], the step's first day), cell (its position in ``found``),
    family, count.
    """
    columns = snapshot.columns
    rows = np.flatnonzero(mask & within(snapshot, bounds) & (columns["start"] != NO_DAY))
    if not len(rows) or found.empty:
        return pd.DataFrame(
            {"start": pd.Series(dtype="datetime64[ns]"), "cell": [], "family": [], "count": []}
        )
    across = np.round(360 / float((found["east"] - found["west"]).iloc[0]), 6)
    middle = np.radians((found["south"] + found["north"]).to_numpy() / 2)
    line = (0.5 - np.log(np.tan(np.pi / 4 + middle / 2)) / (2 * np.pi)) * across
    column = ((found["west"] + found["east"]).to_numpy() / 2 + 180) / 360 * across
    keys = np.floor(line) * across + np.floor(column)
    order = np.argsort(keys)
    of_rows = np.floor(columns["y"][rows] * across) * across + np.floor(columns["x"][rows] * across)
    cell = order[np.searchsorted(keys[order], of_rows)]
    start = columns["start"][rows]
    bins, number = _bins(int(start.min()), int(start.max()), step)
    families = snapshot.choices["family"]
    slot = (number[start - int(start.min())] * len(found) + cell) * len(families) + columns["family"][rows]
    count = np.bincount(slot)
    filled = np.flatnonzero(count)
    at, family = np.divmod(filled, len(families))
    at, cell = np.divmod(at, len(found))
    return pd.DataFrame(
        {
            "start": bins[at].astype("datetime64[ns]"),
            "cell": cell,
            "family": np.array(families, dtype=object)[family],
            "count": count[filled],
        }
    )


def _grid(x: Array, y: Array, zoom: int, pixels: int) -> tuple[float, int, int, int, int]:
    """How many cells the world is across; first column, first line, width and height of those in use."""
    if not len(x):
        return 1.0, 0, 0, 1, 1
    across = 2.0 ** min(max(zoom, 0), _MOST_ZOOM) * _TILE_PIXELS / pixels
    while True:
        left, right, top, bottom = (
            math.floor(float(edge) * across) for edge in (x.min(), x.max(), y.min(), y.max())
        )
        width, height = right - left + 1, bottom - top + 1
        if width * height <= _MOST_CELLS:
            return across, left, top, width, height
        across /= 2


def timeline(snapshot: Snapshot, mask: Mask, by: str = "family", step: Step = "month") -> pd.DataFrame:
    """The dated events of a mask per ``step`` of their first day and per family, actor or other dimension.

    ``by`` is one of ``family``, ``event_type``, ``district``, ``outlet``, ``actor`` (an event counts for each
    of its actors). One row a bar: start (datetime64[ns], the step's first day; weeks begin on Monday),
    key (an id, "" for none), count, killed; by start and key.
    """
    columns = snapshot.columns
    start, killed = columns["start"], columns["killed"]
    dated = mask & (start != NO_DAY)
    if by == "actor":
        pairs = np.flatnonzero(dated[snapshot.actor_rows] & snapshot.actor_first)
        rows, keys = snapshot.actor_rows[pairs], snapshot.actor_codes()[pairs]
    elif by in DIMENSIONS:
        rows = np.flatnonzero(dated)
        keys = columns[by][rows]
    else:
        raise ValueError(f"a timeline goes by {', '.join(DIMENSIONS)} or actor, not by {by!r}")
    if not len(rows):
        empty = {"start": "datetime64[ns]", "key": "object", "count": "int64", "killed": "int64"}
        return pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in empty.items()})
    ids = snapshot.choices[by]
    first_day = int(start[rows].min())
    bins, number = _bins(first_day, int(start[rows].max()), step)
    slot = number[start[rows] - first_day] * len(ids) + keys
    count = np.bincount(slot)
    filled = np.flatnonzero(count)
    at, key = np.divmod(filled, len(ids))
    return pd.DataFrame(
        {
            "start": bins[at].astype("datetime64[ns]"),
            "key": np.array(ids, dtype=object)[key],
            "count": count[filled],
            "killed": np.bincount(slot, weights=killed[rows])[filled].astype(np.int64),
        }
    )


def _bins(first: int, last: int, step: Step) -> tuple[Array, Array]:
    """The first days of the bins from day ``first`` to ``last``, and the bin's number of each day."""
    days = np.arange(first, last + 1)
    if step == "week":
        begins = days - (days + 3) % 7  # 1970-01-01 was a Thursday
        starts = begins.astype("datetime64[D]")
    else:
        unit = {"day": "D", "month": "M", "year": "Y"}[step]
        starts = days.astype("datetime64[D]").astype(f"datetime64[{unit}]").astype("datetime64[D]")
    return np.unique(starts, return_inverse=True)
