"""The offline basemap: small files of simple shapes that agree with the gazetteer."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from shapely import union_all
from shapely.geometry import Point, shape

from core.lexicon.gazetteer import load_gazetteer

DATA = Path(__file__).parents[2] / "data"
FILES = sorted((DATA / "basemap").glob("*.geojson"))
LARGEST_BYTES = 150_000
PROPERTIES = {"kind", "name", "name_ar", "min_zoom", "schematic", "source"}


def features(stem: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((DATA / "basemap" / f"{stem}.geojson").read_text("utf-8"))[
        "features"
    ]
    return found


def points_of(coordinates: Any) -> list[tuple[float, float]]:
    if isinstance(coordinates[0], (int, float)):
        return [(coordinates[0], coordinates[1])]
    return [point for part in coordinates for point in points_of(part)]


def test_the_files_that_the_map_draws_are_there() -> None:
    assert [path.stem for path in FILES] == [
        "borders",
        "districts",
        "euphrates",
        "governorate",
        "khabur",
        "lakes",
        "rivers",
        "roads",
        "subdistricts",
        "towns",
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_small_simple_and_says_its_source(path: Path) -> None:
    assert path.stat().st_size < LARGEST_BYTES
    collection = json.loads(path.read_text("utf-8"))
    assert collection["type"] == "FeatureCollection"
    for feature in collection["features"]:
        properties = feature["properties"]
        assert set(properties) >= PROPERTIES
        assert properties["source"]
        assert isinstance(properties["schematic"], bool)
        assert 0 <= properties["min_zoom"] <= 13
        assert shape(feature["geometry"]).is_valid
        for longitude, latitude in points_of(feature["geometry"]["coordinates"]):
            assert 34 <= longitude <= 46
            assert 30 <= latitude <= 39


def test_what_is_drawn_by_eye_says_so() -> None:
    assert all(f["properties"]["schematic"] for f in features("roads") + features("khabur"))
    outlines = features("governorate") + features("districts") + features("subdistricts")
    assert not any(f["properties"]["schematic"] for f in outlines)


def test_districts_and_subdistricts_tile_the_governorate() -> None:
    (whole,) = (shape(f["geometry"]) for f in features("governorate"))
    for stem, count in (("districts", 3), ("subdistricts", 14)):
        parts = [shape(f["geometry"]) for f in features(stem)]
        assert len(parts) == count
        assert sum(part.area for part in parts) == pytest.approx(whole.area, rel=0.01)
        assert whole.symmetric_difference(union_all(parts)).area == pytest.approx(0, abs=1e-3)


def test_areas_and_towns_are_places_of_the_gazetteer() -> None:
    gazetteer = load_gazetteer(DATA / "gazetteer.csv")
    for stem in ("governorate", "districts", "subdistricts", "towns"):
        for feature in features(stem):
            properties = feature["properties"]
            place = gazetteer.places[properties["place_id"]]
            assert (properties["name"], properties["name_ar"]) == (place.name, place.name_ar)
            if stem == "towns":
                assert feature["geometry"]["coordinates"] == pytest.approx(
                    [place.longitude, place.latitude], abs=1e-4
                )
            else:
                assert shape(feature["geometry"]).distance(Point(place.longitude, place.latitude)) < 0.05


def test_towns_come_in_the_order_in_which_zooming_shows_them() -> None:
    zooms = [f["properties"]["min_zoom"] for f in features("towns")]
    assert all(before <= after for before, after in pairwise(zooms))
    first = {f["properties"]["name"] for f in features("towns") if f["properties"]["min_zoom"] <= 6}
    assert {"Deir ez-Zor", "Al-Mayadin", "Al-Bukamal", "Raqqa", "Palmyra", "Al-Hasakah"} <= first


@pytest.mark.parametrize(
    ("right_bank", "left_bank"),
    [
        ("Al-Mayadin", "Dhiban"),
        ("Al-Bukamal", "Al-Baghuz"),
        ("Al-Asharah", "Daranj"),
        ("Ayyash", "Muhaymidah"),
    ],
)
def test_the_euphrates_runs_between_its_banks(right_bank: str, left_bank: str) -> None:
    river = shape(features("euphrates")[0]["geometry"])
    towns = {f["properties"]["name"]: shape(f["geometry"]) for f in features("towns")}
    line = towns[right_bank].union(towns[left_bank]).convex_hull
    assert river.crosses(line)


def test_the_khabur_ends_in_the_euphrates() -> None:
    river = shape(features("euphrates")[0]["geometry"])
    (khabur,) = (shape(f["geometry"]) for f in features("khabur"))
    assert river.distance(Point(khabur.coords[-1])) < 0.05
