"""Single events or cells, by what is in view. All events are synthetic."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.query import EventFilter
from core.store import Store, open_store
from core.view.base_map import MapView
from pages.parts.map_levels import FIRST_SPAN, payload_in_view, view_of
from tests import made
from tests.core.view.made_frames import EVENT_TYPES

VALLEY = (34.0, 39.5, 36.0, 41.5)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    events = [
        made.event(f"e{i}", place=made.place(latitude=35.0, longitude=40.0 + i / 100)) for i in range(6)
    ]
    opened = open_store(f"sqlite:///{tmp_path}/events.sqlite", tmp_path / "var")
    opened.add_readings([made.told("r1", *events)], "v1", made.LABELS)
    yield opened
    opened.close()


def test_up_to_the_threshold_every_event_is_drawn(store: Store) -> None:
    data = json.loads(payload_in_view(store, EventFilter(), VALLEY, 8, EVENT_TYPES, most=6).json)
    assert (sorted(data["ids"]), data["cells"]) == ([f"e{i}" for i in range(6)], None)


def test_above_it_cells_are_counted_with_their_steps_and_districts(store: Store) -> None:
    payload = payload_in_view(store, EventFilter(), VALLEY, 5, EVENT_TYPES, most=5)
    data = json.loads(payload.json)
    assert (data["ids"], payload.count) == ([], 6)
    assert len(data["cells"]["steps"]["starts"]) == 1
    assert data["cells"]["districts"]["events"] == {"mayadin-district": 6}


def test_only_what_is_in_view_counts_for_the_threshold(store: Store) -> None:
    data = json.loads(
        payload_in_view(store, EventFilter(), (34.9, 39.9, 35.1, 40.025), 12, EVENT_TYPES, most=3).json
    )
    assert sorted(data["ids"]) == ["e0", "e1", "e2"]


def test_the_view_is_what_the_map_told_with_a_margin() -> None:
    seen = {
        "bounds": {"_southWest": {"lat": 34.0, "lng": 40.0}, "_northEast": {"lat": 35.0, "lng": 42.0}},
        "zoom": 9,
    }
    bounds, zoom = view_of(seen, MapView())
    assert bounds == pytest.approx((33.8, 39.6, 35.2, 42.4))
    assert zoom == 9


@pytest.mark.parametrize(
    "seen", [None, {}, {"bounds": {"_southWest": {"lat": None, "lng": None}}, "zoom": 8}]
)
def test_before_the_map_has_told_it_is_around_the_start(seen: dict[str, object] | None) -> None:
    tall, wide = FIRST_SPAN
    assert view_of(seen, MapView(35.0, 40.0, 8)) == ((35 - tall, 40 - wide, 35 + tall, 40 + wide), 8)
