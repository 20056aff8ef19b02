"""The places of ``data/gazetteer.csv``: complete, consistent, found as reports spell them."""

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.lexicon.gazetteer import Gazetteer, load_gazetteer
from core.model import Place

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"
ARABIC = re.compile(r"[\u0621-\u064a]")
COMMUNITIES = 190  # populated places of the governorate in OCHA's list of 2021
SLACK_DEGREES = 0.03  # three kilometres: outlines are generalised, positions estimated
NO_PLACE = {"camps"}  # gold labels that name no place in particular


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer(DATA / "gazetteer.csv")


@pytest.fixture(scope="module")
def inside(gazetteer: Gazetteer) -> list[Place]:
    home = "deir-ez-zor-governorate"
    return [
        p for p in gazetteer.places.values() if home in {a.place_id for a in gazetteer.ancestors(p.place_id)}
    ]


def gold_events() -> Iterator[dict[str, Any]]:
    for path in sorted((ROOT / "tests" / "gold").glob("gold_*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield from json.loads(line)["events"]


def gold_places() -> set[str]:
    found: set[str] = set()
    for event in gold_events():
        found.update(event["place_also"])
        found.update(name for field in ("place", "origin", "destination") if (name := event[field]))
    return found - NO_PLACE


def test_there_are_enough_places(gazetteer: Gazetteer, inside: list[Place]) -> None:
    assert len(gazetteer.places) >= 650
    assert len(inside) >= 400


def test_names_are_unique(gazetteer: Gazetteer) -> None:
    counts = Counter(place.name for place in gazetteer.places.values())
    assert [name for name, n in counts.items() if n > 1] == []


def test_every_place_has_an_arabic_name(gazetteer: Gazetteer) -> None:
    assert [p.name for p in gazetteer.places.values() if not p.name_ar or not ARABIC.search(p.name_ar)] == []


def test_every_community_of_the_governorate_is_there_once(inside: list[Place]) -> None:
    codes = [place.pcode for place in inside if place.pcode and re.fullmatch(r"C\d{4}", place.pcode)]
    assert len(codes) == len(set(codes))
    extra = {"C5086", "C8873"}  # the city itself and Al-Arqoub are not in the list of 2021
    assert len(set(codes) - extra) == COMMUNITIES


def test_the_governorate_is_divided_as_it_is(gazetteer: Gazetteer, inside: list[Place]) -> None:
    kinds = Counter(place.feature_type for place in inside)
    assert (kinds["district"], kinds["subdistrict"]) == (3, 14)
    codes = {p.pcode: p for p in gazetteer.places.values() if p.pcode and p.pcode.startswith("SY09")}
    for code, place in codes.items():
        if len(code) > 4:
            assert place.parent == codes[code[:-2]].place_id


def test_every_kind_of_place_is_used_and_named(gazetteer: Gazetteer) -> None:
    used = {place.feature_type for place in gazetteer.places.values()}
    assert set(gazetteer.feature_types) == used
    assert all(kind.words for kind in gazetteer.feature_types.values())
    assert all(
        kind.is_area and kind.geo_precision == 3
        for kind in gazetteer.feature_types.values()
        if not kind.drawn
    )


def test_places_lie_within_the_outlines_of_their_parents(gazetteer: Gazetteer, inside: list[Place]) -> None:
    boxes: dict[str, tuple[float, float, float, float]] = {}
    for name in ("governorate", "districts", "subdistricts"):
        for feature in json.loads((DATA / "basemap" / f"{name}.geojson").read_text(encoding="utf-8"))[
            "features"
        ]:
            ring = feature["geometry"]["coordinates"][0]
            longitudes, latitudes = [x for x, _ in ring], [y for _, y in ring]
            box = (min(longitudes), min(latitudes), max(longitudes), max(latitudes))
            boxes[feature["properties"]["place_id"]] = box
    outside = []
    for place in inside:
        for area in gazetteer.ancestors(place.place_id):
            if area.place_id in boxes and place.latitude is not None and place.longitude is not None:
                west, south, east, north = boxes[area.place_id]
                if not (
                    west - SLACK_DEGREES <= place.longitude <= east + SLACK_DEGREES
                    and south - SLACK_DEGREES <= place.latitude <= north + SLACK_DEGREES
                ):
                    outside.append((place.name, area.name))
    assert outside == []


def test_an_estimate_claims_no_more_than_a_kilometre(gazetteer: Gazetteer) -> None:
    sharp = [p.name for p in gazetteer.places.values() if "estimate" in p.source and p.radius_km < 1]
    assert sharp == []


def test_what_is_wider_than_a_governorate_has_no_point(gazetteer: Gazetteer) -> None:
    for name in (
        "Syria",
        "Iraq",
        "Syrian desert",
        "Iraq-Syria border",
        "Euphrates River",
        "Northeastern Syria",
    ):
        (place,) = (p for p in gazetteer.named(name) if p.name == name)
        assert (place.latitude, place.longitude) == (None, None)


def test_every_side_hangs_on_the_area_it_divides(gazetteer: Gazetteer) -> None:
    home = gazetteer.places["deir-ez-zor-governorate"]
    city = gazetteer.places["deir-ez-zor"]
    for side, name in (
        ("east", "Eastern"),
        ("west", "Western"),
        ("north", "Northern"),
        ("south", "Southern"),
    ):
        for place in (home, city):
            part = gazetteer.part(place, side)
            assert part is not None
            assert part.name == f"{name} Deir ez-Zor countryside"


def test_every_place_of_the_gold_labels_resolves(gazetteer: Gazetteer) -> None:
    names = gold_places()
    assert len(names) > 200
    assert sorted(name for name in names if not gazetteer.named(name)) == []


def test_the_gold_labels_use_our_names(gazetteer: Gazetteer) -> None:
    ours = {place.name for place in gazetteer.places.values()}
    spelled_otherwise = {
        "Al-Jazarah",
        "Al-Jiaa",
        "Anbar",
        "Syria-Iraq border",
        "Tell Beydar",
        "outskirts of Al-Mayadin",
    }
    assert gold_places() - ours == spelled_otherwise


SPELLINGS = """
Mayadeen Al-Mayadin | Mayadine Al-Mayadin | Bokamal Al-Bukamal | Albukamal Al-Bukamal | Abu-Kamal Al-Bukamal
Bseira Al-Busayrah | Al-Basira Al-Busayrah | Busayra Al-Busayrah | Buseira Al-Busayrah
Shheel Al-Shuhayl | Shahil Al-Shuhayl | Shihel Al-Shuhayl | al-Shheell Al-Shuhayl | Şuheyl Al-Shuhayl
Theban Dhiban | Thubyan Dhiban | Zaiban Dhiban | Diban Dhiban | Thiban Dhiban | Ziyben Dhiban
Jadid-Ekeidat Jadid-Aqidat | Jadeed-Okydat Jadid-Aqidat | Jdeidet-Akidat Jadid-Aqidat
Koniko Conoco-gas-field | Conoco Conoco-gas-field | Konico Conoco-gas-field
Baghouz Al-Baghuz | Baghuz-Fawqani Al-Baghuz | Hatleh Hatlah | Khsham Khasham | Gharanej Gharanij
Kishkiyeh Al-Kashkiyah | Abu-Hardoub Abu-Hardub | Hawaij Al-Hawayij | Hawayej Al-Hawayij
Jarzi Al-Jurdi | Al-Jerthi Al-Jurdi | Shanan Al-Shinan | Tayana Al-Tayyanah | Darnaj Daranj
Abu-al-Nitel Abu-al-Naytal | Ruwaished Ruwayshid | Kisreh Al-Kasrah | Mhemideh Muhaymidah
Sousa Al-Susah | al-Sha'afa Al-Shafah | Hajeen Hajin | al-Heri Al-Harri | al-Hurri Al-Harri
Sukhneh Al-Sukhnah | Tadmur Palmyra | Tel-Baydar Tall-Baydar | Rmelan Rumaylan
البصيرة Al-Busayrah | بصيرة Al-Busayrah | ذيبان Dhiban | الشحيل Al-Shuhayl | السوسة Al-Susah
الباغوز Al-Baghuz | كونيكو Conoco-gas-field | الهري Al-Harri | هجين Hajin | البوكمال Al-Bukamal
""".replace("\n", " | ")


@pytest.mark.parametrize("pair", [pair.strip() for pair in SPELLINGS.split("|") if pair.strip()])
def test_spellings_met_in_reports_find_their_place(gazetteer: Gazetteer, pair: str) -> None:
    written, name = pair.split(" ")
    assert name.replace("-", " ") in {place.name.replace("-", " ") for place in gazetteer.named(written)}


def test_ordinary_words_are_in_folded_form_and_point_at_a_place(gazetteer: Gazetteer) -> None:
    with (DATA / "ordinary_words.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert [row["word"] for row in rows] == sorted({row["word"].lower() for row in rows})
    assert {row["reads_like"] for row in rows} <= set(gazetteer.places)
    assert {"there", "more", "time", "each", "mosque", "quiet"} <= gazetteer.ordinary
    assert {"omar", "walid"} <= gazetteer.needs_article


def test_loading_twice_gives_the_same_places(gazetteer: Gazetteer) -> None:
    again = load_gazetteer(DATA / "gazetteer.csv")
    assert list(again.places.items()) == list(gazetteer.places.items())
