"""Events that are not in the store as rows of the read model, for the map of a preview."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from core.lexicon.event_types import EventTypes
from core.model import Event, EventPlace, to_dict

_COUNTS = ("killed", "wounded", "captured", "vehicles", "personnel")
_BOUNDS = ("low", "best", "high")


def _end(name: str, place: EventPlace | None) -> dict[str, Any]:
    return {f"{name}_{field}": getattr(place, field, None) for field in ("name", "latitude", "longitude")}


def _row(event: Event, types: EventTypes) -> dict[str, Any]:
    place = event.place
    of_place = ("place_id", "as_written", "feature_type", "relation", "latitude", "longitude")
    return {
        "event_id": event.event_id,
        "event_type": event.event_type,
        "family": types.by_id[event.event_type].family,
        "date_start": event.date_start,
        "date_end": event.date_end,
        "time_precision": event.time_precision,
        "place_name": place.name if place else None,
        **{name: getattr(place, name, None) for name in (*of_place, "geo_precision", "radius_km")},
        "district": None,
        **_end("origin", event.origin),
        **_end("destination", event.destination),
        "via": [[stop.name, stop.latitude, stop.longitude] for stop in event.via],
        "actors": [to_dict(actor) for actor in event.actors],
        **{
            f"{name}_{bound}": getattr(getattr(event, name), bound, None)
            for name in _COUNTS
            for bound in _BOUNDS
        },
        "is_background": event.is_background,
        "confidence": event.confidence,
    }


def frame_of(events: Iterable[Event], types: EventTypes) -> pd.DataFrame:
    """One row an event, with the columns of the store's read model that a map draws."""
    frame = pd.DataFrame([_row(event, types) for event in events])
    if frame.empty:
        return pd.DataFrame({"latitude": pd.Series(dtype=float)})
    for name in ("date_start", "date_end"):
        frame[name] = pd.to_datetime(frame[name], errors="coerce").astype("datetime64[ns]")
    for name in frame.columns:
        if name.endswith(("latitude", "longitude")):
            frame[name] = frame[name].astype("float64")
        elif name.endswith(tuple(f"_{bound}" for bound in _BOUNDS)) or name.endswith("_precision"):
            frame[name] = frame[name].astype("Int64")
    return frame
