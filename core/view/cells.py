"""Cells instead of events, above the number that a browser can draw one by one.

The store counts events per cell for the part of the world in view; this packs the counts for the same
engine and the same folium group as the events (:func:`core.view.event_layer.event_group`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from core.view.columns import pack
from core.view.event_layer import EPOCH, Payload, families_of
from core.view.raw import encode_json

if TYPE_CHECKING:
    from core.lexicon.event_types import EventTypes

#: Up to here every event is drawn on its own: 20,000 play at 30 frames a second (benchmarks/README.md).
MOST_EVENTS = 20_000

_EMPTY_COLUMNS = {
    **dict.fromkeys(("spot", "family", "flags", "type", "when", "who", "toll", "district"), "uint8"),
    **dict.fromkeys(("killed", "days"), "uint16"),
    "start": "int32",
}


def _steps(steps: pd.DataFrame, cells: int, family_keys: list[str]) -> dict[str, Any]:
    """Counts as a matrix of steps by cells, and per step and family for the time bar."""
    starts = np.unique(steps["start"].to_numpy(dtype="datetime64[D]"))
    row = np.searchsorted(starts, steps["start"].to_numpy(dtype="datetime64[D]"))
    counts = np.zeros((len(starts), cells), dtype=np.uint32)
    np.add.at(counts, (row, steps["cell"].to_numpy(dtype=np.intp)), steps["count"].to_numpy(dtype=np.uint32))
    column = (
        steps["family"].map({key: i for i, key in enumerate(family_keys)}).fillna(0).to_numpy(dtype=np.intp)
    )
    by_family = np.zeros((len(starts), len(family_keys)), dtype=np.int64)
    np.add.at(by_family, (row, column), steps["count"].to_numpy(dtype=np.int64))
    days = (starts - np.datetime64(EPOCH)).astype(int)
    length = int(np.median(np.diff(days))) if len(days) > 1 else 1
    return {
        "starts": days.tolist(),
        "end": int(days[-1]) + length - 1,
        "counts": pack(counts.ravel(), "uint32"),
        "families": by_family.tolist(),
    }


def cells_payload(
    cells: pd.DataFrame,
    event_types: EventTypes,
    *,
    steps: pd.DataFrame | None = None,
    districts: Mapping[str, Mapping[str, int]] | None = None,
) -> Payload:
    """The payload of counted cells; its ``count`` is the number of events in them.

    ``cells``: one row a cell with latitude, longitude (where it is drawn), count, killed, family (the most
    frequent), west, east (its edges in degrees). ``steps``: for playback, one row a time step, cell and
    family with start (datetime64), cell (position in ``cells``), family, count; without it the time bar
    hides. ``districts``: sums by district for ``events`` and ``killed``, for the shaded districts.
    """
    family_keys = list(event_types.families)
    side = float((cells["east"] - cells["west"]).max()) / 360 if len(cells) else 0.0
    content = {
        "ids": [],
        "families": families_of(event_types.families),
        "columns": {name: pack([], dtype) for name, dtype in _EMPTY_COLUMNS.items()},
        "texts": {name: [] for name in ("place", "type", "when", "who", "toll")},
        "districts": [],
        "spots": {
            **{name: pack([], "float32") for name in ("latitude", "longitude", "radius")},
            **{name: pack([], "uint8") for name in ("kind", "named")},
            "area_id": {},
        },
        "routes": [],
        "undated": 0,
        "cells": {
            "columns": {
                "latitude": pack(cells["latitude"], "float32"),
                "longitude": pack(cells["longitude"], "float32"),
                "count": pack(cells["count"], "uint32"),
                "killed": pack(cells["killed"], "uint32"),
                "family": pack(
                    cells["family"].map({key: i for i, key in enumerate(family_keys)}).fillna(0), "uint8"
                ),
            },
            "side": side,
            "steps": _steps(steps, len(cells), family_keys) if steps is not None and len(steps) else None,
            "districts": {name: dict(sums) for name, sums in (districts or {}).items()},
        },
    }
    text = encode_json(content)
    version = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Payload(text, version, int(cells["count"].sum()))
