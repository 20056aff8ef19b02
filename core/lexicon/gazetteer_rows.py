"""One row of the gazetteer: its columns, reading and checks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from core.errors import DataError
from core.lexicon.feature_types import FeatureType
from core.lexicon.tables import values
from core.model import Place

COLUMNS = (
    "place_id",
    "name",
    "name_ar",
    "spellings",
    "feature_type",
    "parent",
    "latitude",
    "longitude",
    "radius_km",
    "pcode",
    "side",
    "needs_cue",
    "source",
)
SIDES = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest", "centre")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WIDEST_KM = 10_000  # half of the way around the earth is 20,000


def place_of(path: Path, line: int, row: Mapping[str, str]) -> Place:
    """The place of a row; raises ``DataError`` on a cell that is not a number."""
    return Place(
        place_id=row["place_id"],
        name=row["name"],
        name_ar=row["name_ar"] or None,
        spellings=values(row["spellings"]),
        feature_type=row["feature_type"],
        parent=row["parent"] or None,
        latitude=_number(path, line, "latitude", row["latitude"]) if row["latitude"] else None,
        longitude=_number(path, line, "longitude", row["longitude"]) if row["longitude"] else None,
        radius_km=_number(path, line, "radius_km", row["radius_km"]),
        pcode=row["pcode"] or None,
        source=row["source"],
    )


def _number(path: Path, line: int, name: str, cell: str) -> float:
    try:
        return float(cell)
    except ValueError:
        raise DataError(path, line, name, f"'{cell}' is not a number") from None


def flag(path: Path, line: int, cell: str) -> bool:
    """Whether a ``needs_cue`` cell is set; raises ``DataError`` on other than empty or 1."""
    if cell not in {"", "1"}:
        raise DataError(path, line, "needs_cue", f"'{cell}' is neither empty nor 1")
    return cell == "1"


def check(path: Path, line: int | None, place: Place, kinds: Mapping[str, FeatureType]) -> None:
    """Raise ``DataError`` with what a single row has wrong; ``line`` is ``None`` outside the file."""
    problem = _problem(place, kinds)
    if problem is not None:
        raise DataError(path, line, *problem)


def _problem(place: Place, kinds: Mapping[str, FeatureType]) -> tuple[str, str] | None:
    """The field and what is wrong with it, ``None`` for a sound row."""
    latitude, longitude, kind = place.latitude, place.longitude, kinds.get(place.feature_type)
    if not _SLUG.fullmatch(place.place_id):
        return "place_id", f"'{place.place_id}' is not a slug (a-z, 0-9, hyphens)"
    if not place.name:
        return "name", "is empty"
    if kind is None:
        return "feature_type", f"'{place.feature_type}' is not in feature_types.toml"
    if latitude is not None and not -90 <= latitude <= 90:
        return "latitude", f"{latitude:g} is outside -90..90"
    if longitude is not None and not -180 <= longitude <= 180:
        return "longitude", f"{longitude:g} is outside -180..180"
    if (latitude is None) != (longitude is None):
        return "longitude", "latitude and longitude come together or not at all"
    if kind.drawn and latitude is None:
        return "latitude", f"a place of type '{place.feature_type}' has one"
    if not kind.drawn and latitude is not None:
        return "latitude", f"a place of type '{place.feature_type}' is listed, never drawn, and has none"
    if not 0 < place.radius_km < _WIDEST_KM:
        return "radius_km", f"{place.radius_km:g} is not a distance above 0"
    if not place.source:
        return "source", "is empty"
    return None
