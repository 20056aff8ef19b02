"""What the map draws of very many events: those in view one by one, or cells of them counted here.

The map tells its bounds and zoom after each move; the fragment that holds it runs again, behind the sign-in
like every other answer of the server.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from core.lexicon.event_types import EventTypes
from core.query import EventFilter
from core.store import Bounds, Snapshot, Store, cell_steps, cells, within
from core.view.base_map import MapView
from core.view.cells import MOST_EVENTS, cells_payload
from core.view.event_layer import Payload, event_payload

FIRST_SPAN = (2.5, 4.0)  # degrees of latitude and longitude taken before the map has told its bounds
MARGIN = 0.2  # of the view, on each side, so that a short move shows no empty edge


def view_of(seen: Mapping[str, Any] | None, start: MapView) -> tuple[Bounds, int]:
    """The bounds (with a margin) and zoom that streamlit-folium returned, or those around the start."""
    if not seen or not seen.get("bounds") or seen["bounds"]["_southWest"]["lat"] is None:
        south, north = start.latitude - FIRST_SPAN[0], start.latitude + FIRST_SPAN[0]
        west, east = start.longitude - FIRST_SPAN[1], start.longitude + FIRST_SPAN[1]
        return (south, west, north, east), start.zoom
    low, high = seen["bounds"]["_southWest"], seen["bounds"]["_northEast"]
    tall, wide = (high["lat"] - low["lat"]) * MARGIN, (high["lng"] - low["lng"]) * MARGIN
    return (low["lat"] - tall, low["lng"] - wide, high["lat"] + tall, high["lng"] + wide), int(seen["zoom"])


def payload_in_view(
    store: Store, asked: EventFilter, bounds: Bounds, zoom: int, types: EventTypes, *, most: int = MOST_EVENTS
) -> Payload:
    """The events of a filter within the bounds, up to ``most`` of them; else cells with their months."""
    snapshot, mask = store.select(asked)
    inside = mask & within(snapshot, bounds)
    if np.count_nonzero(inside) <= most:
        return event_payload(store.frame(event_ids=snapshot.ids(inside)), types)
    found = cells(snapshot, mask, bounds, zoom)
    steps = cell_steps(snapshot, mask, bounds, found)
    return cells_payload(found, types, steps=steps, districts=_by_district(snapshot, mask))


def _by_district(snapshot: Snapshot, mask: np.ndarray[Any, np.dtype[np.bool_]]) -> dict[str, dict[str, int]]:
    """Events and killed by district, for the shaded districts."""
    codes, killed = snapshot.columns["district"][mask], snapshot.columns["killed"][mask]
    sums = (
        pd.DataFrame({"district": codes, "killed": killed}).groupby("district")["killed"].agg(["size", "sum"])
    )
    names = [snapshot.choices["district"][code] for code in sums.index]
    return {
        "events": {name: int(n) for name, n in zip(names, sums["size"], strict=True) if name},
        "killed": {name: int(n) for name, n in zip(names, sums["sum"], strict=True) if name},
    }
