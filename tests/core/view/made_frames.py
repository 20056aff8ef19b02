"""Synthetic frames with the columns of the store's read model. No real event is described."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

import pandas as pd

from core.lexicon import DATA_DIR
from core.lexicon.event_types import load_event_types

EVENT_TYPES = load_event_types(DATA_DIR / "event_types.toml")

FIGHTING, STRIKES, POSTURE = (EVENT_TYPES.by_id[kind].family for kind in ("clash", "airstrike", "movement"))

_ROW = MappingProxyType(
    {
        "title": "A made title",
        "outlet": "A made outlet",
        "url": "https://example.org/made",
        "published": pd.NaT,
        "language": "en",
        "event_type": "clash",
        "family": FIGHTING,
        "date_start": "2020-06-03",
        "date_end": "2020-06-03",
        "time_precision": 1,
        "date_text": "on June 3",
        "place_id": "al-mayadin",
        "place_name": "Al-Mayadin",
        "as_written": "Mayadeen",
        "feature_type": "town",
        "relation": None,
        "latitude": 35.02,
        "longitude": 40.45,
        "geo_precision": 1,
        "radius_km": 2.0,
        "district": "al-mayadin-district",
        "origin_name": None,
        "origin_latitude": None,
        "origin_longitude": None,
        "destination_name": None,
        "destination_latitude": None,
        "destination_longitude": None,
        "via": (),
        "actors": (),
        "attributed_to": (),
        "is_background": False,
        "confidence": 0.9,
        "reviewed": False,
    }
)
_COUNTS = [
    f"{name}_{end}"
    for name in ("killed", "wounded", "captured", "vehicles", "personnel")
    for end in ("low", "best", "high")
]


def actor(name: str, role: str) -> dict[str, Any]:
    return {
        "actor_id": name.lower(),
        "name": name,
        "as_written": name,
        "role": role,
        "killed": None,
        "wounded": None,
        "captured": None,
    }


def frame(*rows: dict[str, Any]) -> pd.DataFrame:
    """One event a row; each row changes what it names. ``event_id`` is ``e0``, ``e1``... where not given."""
    made = [
        {
            "event_id": f"e{i}",
            "incident_id": f"e{i}",
            "report_id": "r1",
            **_ROW,
            **dict.fromkeys(_COUNTS),
            **row,
        }
        for i, row in enumerate(rows)
    ]
    table = pd.DataFrame(made, columns=["event_id", "incident_id", "report_id", *_ROW, *_COUNTS])
    for name in ("date_start", "date_end"):
        table[name] = pd.to_datetime(table[name])
    for name in _COUNTS:
        table[name] = table[name].astype("Int64")
    for name in (
        "latitude",
        "longitude",
        "origin_latitude",
        "origin_longitude",
        "destination_latitude",
        "destination_longitude",
    ):
        table[name] = table[name].astype(float)
    return table
