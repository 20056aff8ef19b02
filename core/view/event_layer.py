"""The event layer: a frame of events as one columnar payload, and the folium group that shows it.

The payload is JSON: columns of numbers as little-endian typed arrays in base64, one value an event;
texts once each in tables that the columns point into; spots (distinct places) apart from events.
Build it once for a filter (:func:`event_payload`, worth caching), then wrap it with the selection
(:func:`event_group`) and give that to streamlit-folium's ``feature_group_to_add``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import folium
import numpy as np
import numpy.typing as npt
import pandas as pd

from core.view.columns import pack, pack_codes, pack_ids, table
from core.view.raw import RawMacro, encode_json
from core.view.words import count_words, date_words, whole

if TYPE_CHECKING:
    from core.lexicon.event_types import EventTypes, Family

EPOCH = date(1970, 1, 1)
NO_DAY = -(2**31)
NO_COUNT = 2**16 - 1
BACKGROUND, DOUBTFUL, LOOSE_DATE = 1, 2, 4  # bits of the flags column
POINT, NEAR, AREA = 0, 1, 2  # kinds of spot
LOW_CONFIDENCE = 0.5
LOOSE_DAYS = 8  # ACLED's time precision 2 ends here
# Kinds of place whose coordinate stands for an extent: `is_area` in data/feature_types.toml from
# geo_precision 2 on; a test keeps the two in step.
AREA_TYPES = frozenset(
    {
        *("area", "mountain", "valley", "desert_area", "road", "countryside", "subdistrict", "district"),
        *("governorate", "region", "river", "border", "country"),
    }
)


@dataclass(frozen=True, slots=True)
class Payload:
    """What the browser draws: encoded JSON, its version (a hash of it) and the number of events."""

    json: str
    version: str
    count: int


def _days(column: pd.Series[Any]) -> npt.NDArray[np.int32]:
    """Days since 1970-01-01, ``NO_DAY`` where unknown."""
    days = column.to_numpy(dtype="datetime64[D]")
    return np.where(np.isnat(days), NO_DAY, days.astype(np.int64)).astype(np.int32)


def actors_words(actors: Sequence[Mapping[str, Any]] | None) -> str:
    """``ISIS against SDF``, ``SDF with local fighters``, ``against SDF``, or an empty string."""
    by_role: dict[str, list[str]] = {"initiator": [], "unknown": [], "participant": [], "target": []}
    for actor in actors if actors is not None else ():
        by_role[actor["role"]].append(actor["name"])
    doubtful = [f"{name} (suspected)" for name in by_role["unknown"]]
    doers = ", ".join(by_role["initiator"] + doubtful + by_role["participant"])
    targets = ", ".join(by_role["target"])
    if not targets:
        return doers
    return f"{doers} against {targets}" if doers else f"against {targets}"


def _toll_words(low: float, best: float, high: float) -> str:
    words = count_words(*(None if value < 0 else int(value) for value in (low, best, high)))
    return f"{words} killed" if words and words != "0" else ""


def _number(column: pd.Series[Any], missing: float) -> npt.NDArray[np.float64]:
    """A column with missing values as floats."""
    numbers: npt.NDArray[np.float64] = pd.to_numeric(column).to_numpy(dtype=float, na_value=missing)
    return numbers


def _when_words(start: int, end: int) -> str:
    if start == NO_DAY:
        return date_words(None, None)
    return date_words(EPOCH + timedelta(start), EPOCH + timedelta(end))


def _flags(
    frame: pd.DataFrame, start: npt.NDArray[np.int32], end: npt.NDArray[np.int32]
) -> npt.NDArray[np.uint8]:
    precision = _number(frame["time_precision"], 0)
    loose = (start == NO_DAY) | (precision >= 3) | (end.astype(np.int64) - start >= LOOSE_DAYS)
    doubtful = frame["confidence"].to_numpy(dtype=float) < LOW_CONFIDENCE
    background = frame["is_background"].to_numpy(dtype=bool)
    flags: npt.NDArray[np.uint8] = np.array(
        background * BACKGROUND + doubtful * DOUBTFUL + loose * LOOSE_DATE, np.uint8
    )
    return flags


def _kinds(frame: pd.DataFrame) -> npt.NDArray[np.uint8]:
    """Area for a place known only as a region, near for one that is near or part of a place, else point."""
    precision = frame["geo_precision"].to_numpy(dtype=float)
    related = frame["relation"].notna().to_numpy()
    area = (precision >= 3) | (frame["feature_type"].isin(AREA_TYPES).to_numpy() & ~related)
    return np.where(area, AREA, np.where((precision >= 2) | related, NEAR, POINT)).astype(np.uint8)


def _spots(frame: pd.DataFrame) -> tuple[npt.NDArray[Any], dict[str, Any], list[str]]:
    """Each event's spot, the spots (distinct in position, reach and kind), and the names they point to."""
    keys = pd.DataFrame(
        {
            "latitude": frame["latitude"].to_numpy(dtype=float),
            "longitude": frame["longitude"].to_numpy(dtype=float),
            "radius": frame["radius_km"].to_numpy(dtype=float),
            "kind": _kinds(frame),
            "name": frame["place_name"].astype(str).to_numpy(),
            "place_id": frame["place_id"].astype(str).to_numpy(),
        }
    )
    # All that is told of an area is one spot, however far each report says it reaches.
    area = keys["kind"] == AREA
    keys.loc[area, "radius"] = keys[area].groupby("place_id")["radius"].transform("max")
    by = ["latitude", "longitude", "kind", "radius", "place_id"]
    codes = keys.groupby(by, sort=False, dropna=False).ngroup().to_numpy()
    first = keys.iloc[np.unique(codes, return_index=True)[1]]
    name_code, names = table(first["name"])
    is_area = first["kind"] == AREA
    spots = {
        "latitude": pack(first["latitude"], "float32"),
        "longitude": pack(first["longitude"], "float32"),
        "radius": pack(first["radius"].fillna(0), "float32"),
        "kind": pack(first["kind"], "uint8"),
        "named": pack_codes(name_code),
        "area_id": dict(zip(np.flatnonzero(is_area).tolist(), first["place_id"][is_area], strict=True)),
    }
    return codes, spots, names


def _point(latitude: Any, longitude: Any) -> list[float] | None:
    if pd.isna(latitude) or pd.isna(longitude):
        return None
    return [round(float(latitude), 5), round(float(longitude), 5)]


def _routes(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Movements as points from origin over via to destination; ``lane`` sets equal routes apart."""
    moving = frame["origin_latitude"].notna() | frame["destination_latitude"].notna()
    lanes: dict[tuple[Any, ...], int] = {}
    routes = []
    for event, row in zip(np.flatnonzero(moving.to_numpy()), frame[moving].to_dict("records"), strict=True):
        here = _point(row["latitude"], row["longitude"])
        origin = _point(row["origin_latitude"], row["origin_longitude"]) or here
        destination = _point(row["destination_latitude"], row["destination_longitude"]) or here
        via = [_point(latitude, longitude) for _, latitude, longitude in row["via"]]
        points = [point for point in (origin, *via, destination) if point]
        if len(points) < 2 or (len(points) == 2 and points[0] == points[1]):
            continue
        key = tuple(map(tuple, points))
        lanes[key] = lanes.get(key, -1) + 1
        load = whole(row["vehicles_low"]) or (whole(row["personnel_low"]) or 0) // 10
        routes.append({"event": int(event), "points": points, "load": load, "lane": lanes[key] % 6})
    return routes


def families_of(families: Mapping[str, Family]) -> list[dict[str, str]]:
    """Families as the engine draws them, in their own order."""
    return [
        {"key": key, "label": family.label, "colour": family.colour, "symbol": family.symbol}
        for key, family in families.items()
    ]


def _details(frame: pd.DataFrame) -> dict[str, list[str]]:
    return {name: frame[name].fillna("").astype(str).tolist() for name in ("title", "outlet", "url")}


def event_payload(frame: pd.DataFrame, event_types: EventTypes, *, details: bool = False) -> Payload:
    """The payload of a frame with the columns of the store's read model, in the frame's order.

    Rows without coordinates (places wider than a governorate) are left out: they are listed, never drawn.
    ``details`` adds each event's headline, outlet and link, for a map that stands alone.
    """
    frame = frame[frame["latitude"].notna() & frame["longitude"].notna()]
    start, end = _days(frame["date_start"]), _days(frame["date_end"])
    end = np.where(end == NO_DAY, start, end).astype(np.int32)
    spot, spots, places = _spots(frame)
    family_keys = list(event_types.families)
    type_code, type_keys = table(frame["event_type"])
    labels = [event_types.by_id[key].label if key in event_types.by_id else str(key) for key in type_keys]
    who_code, who = table(map(actors_words, frame["actors"]))
    when_code, when_keys = table(zip(start.tolist(), end.tolist(), strict=True))
    tolls = [_number(frame[name], -1).tolist() for name in ("killed_low", "killed_best", "killed_high")]
    toll_code, toll_keys = table(zip(*tolls, strict=True))
    district_code, districts = table(frame["district"].fillna(""))
    killed = _number(frame["killed_best"].fillna(frame["killed_low"]), NO_COUNT)
    family = frame["family"].map({key: i for i, key in enumerate(family_keys)}).fillna(0)
    content = {
        "ids": pack_ids(frame["event_id"].astype(str).tolist()),
        "families": families_of(event_types.families),
        "columns": {
            "spot": pack_codes(spot),
            "family": pack(family, "uint8"),
            "flags": pack(_flags(frame, start, end), "uint8"),
            "killed": pack(
                np.where(killed == NO_COUNT, NO_COUNT, np.clip(killed, 0, NO_COUNT - 1)), "uint16"
            ),
            "start": pack(start, "int32"),
            "days": pack(np.clip(end.astype(np.int64) - start, 0, 2**16 - 1), "uint16"),
            "type": pack_codes(type_code),
            "when": pack_codes(when_code),
            "who": pack_codes(who_code),
            "toll": pack_codes(toll_code),
            "district": pack_codes(district_code),
        },
        "texts": {
            "place": places,
            "type": labels,
            "when": [_when_words(*key) for key in when_keys],
            "who": who,
            "toll": [_toll_words(*key) for key in toll_keys],
        },
        "districts": [str(name) for name in districts],
        "spots": spots,
        "routes": _routes(frame),
        "undated": int((start == NO_DAY).sum()),
        "cells": None,
        "details": _details(frame) if details else None,
    }
    text = encode_json(content)
    return Payload(text, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16], len(frame))


class _Update(RawMacro):
    """Hands a payload and a view to the engine on the map."""

    def __init__(self, payload: Payload, view: Mapping[str, Any]) -> None:
        super().__init__("EventMapUpdate")
        self.payload = payload
        self.view = view

    def script(self) -> str:
        """The call that shows the payload; its version is added to the JSON object."""
        chart = self.parent_of(2).get_name()
        data = f'{{"version":"{self.payload.version}",{self.payload.json[1:]}'
        return f"EventMap.update({chart}, {data}, {encode_json(dict(self.view))});"


def event_group(
    payload: Payload, *, selected: str | None = None, surface: str | None = None, measure: str | None = None
) -> folium.FeatureGroup:
    """The group for ``feature_group_to_add``: the payload under a selection.

    ``selected`` is an event_id to mark (and to bring into view when it comes from outside the map).
    ``surface`` is ``none``, ``heat`` or ``districts``, ``measure`` ``events`` or ``killed``; ``None`` leaves
    what the person chose. A click on the map gives the chosen event_id (or an empty string for none) as
    streamlit-folium's ``last_object_clicked_popup``.
    """
    chosen = {"surface": surface, "measure": measure}
    view = {"selected": selected, **{name: value for name, value in chosen.items() if value is not None}}
    group: folium.FeatureGroup = folium.FeatureGroup(name="events", control=False)
    group.add_child(_Update(payload, view), name="event_map_update")
    return group
