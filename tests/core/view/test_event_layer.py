from __future__ import annotations

import base64
import json
import tomllib
from typing import Any

import numpy as np
import pytest
from streamlit_folium import _get_feature_group_string

from core.lexicon import DATA_DIR
from core.view.base_map import base_map
from core.view.columns import pack_codes
from core.view.event_layer import (
    AREA,
    AREA_TYPES,
    BACKGROUND,
    DOUBTFUL,
    LOOSE_DATE,
    NEAR,
    NO_COUNT,
    NO_DAY,
    POINT,
    actors_words,
    event_group,
    event_payload,
)
from tests.core.view.made_frames import EVENT_TYPES, POSTURE, actor, frame

TYPES = {"u8": "<u1", "u16": "<u2", "u32": "<u4", "i32": "<i4", "f32": "<f4"}


def unpack(packed: dict[str, str]) -> list[Any]:
    return np.frombuffer(base64.b64decode(packed["b"]), dtype=TYPES[packed["t"]]).tolist()


def content(*rows: dict[str, Any]) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(event_payload(frame(*rows), EVENT_TYPES).json)
    return loaded


def column(name: str, *rows: dict[str, Any]) -> list[Any]:
    return unpack(content(*rows)["columns"][name])


def test_an_event_becomes_one_value_in_each_column() -> None:
    data = content(
        {"killed_low": 5, "killed_best": 5, "killed_high": 7, "actors": [actor("ISIS", "initiator")]}
    )
    assert data["ids"] == ["e0"]
    assert {name: unpack(packed) for name, packed in data["columns"].items()} == {
        "spot": [0], "family": [0], "flags": [0], "killed": [5], "start": [18416], "days": [0],
        "type": [0], "when": [0], "who": [0], "toll": [0], "district": [0],
    }  # fmt: skip
    assert data["texts"] == {
        "place": ["Al-Mayadin"],
        "type": ["Clash"],
        "when": ["3 Jun 2020"],
        "who": ["ISIS"],
        "toll": ["5-7 killed"],
    }
    assert (unpack(data["spots"]["named"]), data["spots"]["area_id"]) == ([0], {})
    assert unpack(data["spots"]["latitude"]) == [pytest.approx(35.02)]
    assert unpack(data["spots"]["longitude"]) == [pytest.approx(40.45)]
    assert [family["key"] for family in data["families"]] == list(EVENT_TYPES.families)


def test_unknown_date_and_toll_stay_unknown() -> None:
    data = content({"date_start": None, "date_end": None})
    assert (unpack(data["columns"]["start"]), unpack(data["columns"]["days"])) == ([NO_DAY], [0])
    assert unpack(data["columns"]["killed"]) == [NO_COUNT]
    assert (data["texts"]["when"], data["texts"]["toll"], data["undated"]) == (["date unknown"], [""], 1)


def test_at_least_five_is_sized_by_five() -> None:
    assert column("killed", {"killed_low": 5}, {"killed_low": 0, "killed_best": 0, "killed_high": 0}) == [
        5,
        0,
    ]


@pytest.mark.parametrize(
    ("changes", "flags"),
    [
        ({}, 0),
        ({"is_background": True}, BACKGROUND),
        ({"confidence": 0.49}, DOUBTFUL),
        ({"time_precision": 2, "date_end": "2020-06-08"}, 0),
        ({"time_precision": 3}, LOOSE_DATE),
        ({"date_end": "2020-06-30"}, LOOSE_DATE),
        ({"date_start": None, "date_end": None}, LOOSE_DATE),
        ({"is_background": True, "confidence": 0.2, "time_precision": 3}, BACKGROUND | DOUBTFUL | LOOSE_DATE),
    ],
)
def test_doubt_is_drawn(changes: dict[str, Any], flags: int) -> None:
    assert column("flags", changes) == [flags]


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({}, POINT),
        ({"geo_precision": 2}, NEAR),
        ({"relation": "near"}, NEAR),
        ({"geo_precision": 3}, AREA),
        ({"feature_type": "governorate"}, AREA),
        ({"feature_type": "subdistrict", "geo_precision": 2}, AREA),
        ({"feature_type": "district", "relation": "near", "geo_precision": 2}, NEAR),
    ],
)
def test_an_area_is_never_a_point(changes: dict[str, Any], kind: int) -> None:
    assert unpack(content(changes)["spots"]["kind"]) == [kind]


def test_the_kinds_of_area_are_those_of_the_data() -> None:
    kinds = tomllib.loads((DATA_DIR / "feature_types.toml").read_text(encoding="utf-8"))
    assert {
        name for name, kind in kinds.items() if kind["is_area"] and kind["geo_precision"] >= 2
    } == AREA_TYPES


def test_events_share_the_spot_of_their_place() -> None:
    elsewhere = {"place_id": "hajin", "place_name": "Hajin", "latitude": 34.69, "longitude": 40.83}
    data = content({}, elsewhere, {}, {"relation": "near", "geo_precision": 2, "radius_km": 5.0})
    assert unpack(data["columns"]["spot"]) == [0, 1, 0, 2]
    assert [data["texts"]["place"][code] for code in unpack(data["spots"]["named"])] == [
        "Al-Mayadin",
        "Hajin",
        "Al-Mayadin",
    ]


def test_only_areas_carry_the_id_that_finds_their_outline() -> None:
    area = {"feature_type": "governorate", "geo_precision": 3, "place_id": "deir-ez-zor-governorate"}
    assert content({}, area)["spots"]["area_id"] == {"1": "deir-ez-zor-governorate"}


def test_what_is_told_of_an_area_is_one_spot_of_its_widest_reach() -> None:
    area = {"geo_precision": 3, "radius_km": 40.0}
    spots = content(area, {**area, "radius_km": 60.0, "relation": "near"})["spots"]
    assert unpack(spots["radius"]) == [60.0]


def test_ids_of_our_own_kind_are_packed_and_others_are_not() -> None:
    own = content({"event_id": "00ff00ff00ff00ff"}, {"event_id": "0123456789abcdef"})["ids"]
    assert base64.b64decode(own["b"]).hex() == "00ff00ff00ff00ff0123456789abcdef"
    assert content({"event_id": "00ff00ff00ff00ff"}, {"event_id": "SYR1"})["ids"] == [
        "00ff00ff00ff00ff",
        "SYR1",
    ]


def test_a_code_takes_the_smallest_type_that_holds_it() -> None:
    assert [pack_codes([0, most])["t"] for most in (255, 256, 65535, 65536)] == ["u8", "u16", "u16", "u32"]
    assert unpack(pack_codes([0, 70000])) == [0, 70000]


def test_a_place_without_coordinates_is_not_drawn() -> None:
    payload = event_payload(frame({}, {"latitude": None, "longitude": None}), EVENT_TYPES)
    assert json.loads(payload.json)["ids"] == ["e0"]
    assert payload.count == 1


def test_a_movement_is_a_route_over_its_via_points() -> None:
    row = {
        "event_type": "movement", "family": POSTURE, "vehicles_low": 30,
        "origin_latitude": 34.5, "origin_longitude": 40.9,
        "destination_latitude": 35.02, "destination_longitude": 40.45,
        "via": [["Hajin", 34.69, 40.83]],
    }  # fmt: skip
    points = [[34.5, 40.9], [34.69, 40.83], [35.02, 40.45]]
    assert content({}, row, row)["routes"] == [
        {"event": 1, "points": points, "load": 30, "lane": 0},
        {"event": 2, "points": points, "load": 30, "lane": 1},
    ]


def test_a_withdrawal_runs_from_the_place_left() -> None:
    row = {"destination_latitude": 34.5, "destination_longitude": 40.9, "personnel_low": 200}
    assert content(row)["routes"] == [
        {"event": 0, "points": [[35.02, 40.45], [34.5, 40.9]], "load": 20, "lane": 0}
    ]


def test_no_route_where_only_one_end_is_known() -> None:
    assert content({"destination_latitude": 35.02, "destination_longitude": 40.45})["routes"] == []


@pytest.mark.parametrize(
    ("actors", "words"),
    [
        ([], ""),
        ([("ISIS", "initiator"), ("SDF", "target")], "ISIS against SDF"),
        ([("SDF", "target")], "against SDF"),
        ([("SDF", "participant"), ("YPG", "participant")], "SDF, YPG"),
        ([("ISIS", "unknown"), ("SDF", "target")], "ISIS (suspected) against SDF"),
    ],
)
def test_who_in_words(actors: list[tuple[str, str]], words: str) -> None:
    assert actors_words([actor(*pair) for pair in actors]) == words


def test_an_empty_frame_gives_an_empty_payload() -> None:
    data = content()
    assert data["ids"] == []
    assert {name: unpack(packed) for name, packed in data["columns"].items()} == {
        name: [] for name in data["columns"]
    }


def test_the_same_events_give_the_same_version_and_others_another() -> None:
    first, same, other = (
        event_payload(frame(row), EVENT_TYPES).version for row in ({}, {}, {"place_name": "Hajin"})
    )
    assert first == same != other


HOSTILE = (
    "{{ cycler.__init__.__globals__.os.system('touch ran') }}{% raw %}{# "
    + "</script><script>alert(1)</script> ${1}"
)


def test_report_text_reaches_the_component_as_data(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    rows = {
        "place_name": HOSTILE,
        "place_id": HOSTILE,
        "district": HOSTILE,
        "event_id": HOSTILE,
        "actors": [actor(HOSTILE, "target")],
    }
    payload = event_payload(frame(rows), EVENT_TYPES)
    chart = base_map(tmp_path, None)
    chart.get_root().render()
    script = _get_feature_group_string(event_group(payload, selected=HOSTILE), map=chart)
    page = chart.get_root().render()
    assert list(tmp_path.iterdir()) == []
    for text in (script, page):
        assert "{{ cycler" not in text
        assert "<script>alert" not in text
    assert json.loads(payload.json)["texts"]["place"] == [HOSTILE]
    assert script.count("EventMap.update(") == 1
    given = script[script.index("EventMap.update(") :]
    data, end = json.JSONDecoder().raw_decode(given[given.index("{") :])
    assert (data["ids"], data["version"]) == ([HOSTILE], payload.version)
    view, _ = json.JSONDecoder().raw_decode(given[given.index("{") + end + 2 :])
    assert view == {"selected": HOSTILE}
