"""GeoJSON (RFC 7946): a point an event, longitude first; the only place where the axes are swapped."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

from core.formats.plain import plain_rows

LABEL = "GeoJSON"
SUFFIX = "geojson"
MIME = "application/geo+json"


def write(events: pd.DataFrame) -> bytes:
    """A FeatureCollection; an event without coordinates has the geometry null."""
    features = [_feature(row) for row in plain_rows(events)]
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, ensure_ascii=False, allow_nan=False).encode("utf-8")


def _feature(row: dict[str, Any]) -> dict[str, Any]:
    latitude, longitude = row.pop("latitude"), row.pop("longitude")
    point = None
    if latitude is not None and longitude is not None:
        point = {"type": "Point", "coordinates": [longitude, latitude]}
    return {"type": "Feature", "id": row["event_id"], "geometry": point, "properties": row}
