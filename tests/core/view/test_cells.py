from __future__ import annotations

import json

import pandas as pd
import pytest

from core.view.cells import cells_payload
from tests.core.view.made_frames import EVENT_TYPES, FIGHTING, STRIKES
from tests.core.view.test_event_layer import unpack

CELLS = pd.DataFrame(
    {
        "latitude": [35.0, 34.5],
        "longitude": [40.4, 40.9],
        "count": [12000, 3],
        "killed": [40, 0],
        "family": [STRIKES, FIGHTING],
        "west": [40.0, 40.5],
        "east": [40.5, 41.0],
    }
)


def test_cells_are_packed_with_their_side_as_a_share_of_the_world() -> None:
    payload = cells_payload(CELLS, EVENT_TYPES, districts={"events": {"al-mayadin-district": 12003}})
    cells = json.loads(payload.json)["cells"]
    assert payload.count == 12003
    assert unpack(cells["columns"]["count"]) == [12000, 3]
    assert unpack(cells["columns"]["killed"]) == [40, 0]
    assert unpack(cells["columns"]["family"]) == [
        list(EVENT_TYPES.families).index(key) for key in CELLS["family"]
    ]
    assert cells["side"] == pytest.approx(0.5 / 360)
    assert cells["districts"] == {"events": {"al-mayadin-district": 12003}}
    assert cells["steps"] is None


def test_counts_over_time_are_a_matrix_of_steps_by_cells() -> None:
    steps = pd.DataFrame(
        {
            "start": pd.to_datetime(["2020-01-01", "2020-01-08", "2020-01-08", "2020-01-15"]),
            "cell": [0, 0, 1, 0],
            "family": [STRIKES, STRIKES, FIGHTING, FIGHTING],
            "count": [5, 7, 3, 1],
        }
    )
    packed = json.loads(cells_payload(CELLS, EVENT_TYPES, steps=steps).json)["cells"]["steps"]
    assert packed["starts"] == [18262, 18269, 18276]
    assert packed["end"] == 18282
    assert unpack(packed["counts"]) == [5, 0, 7, 3, 1, 0]
    order = list(EVENT_TYPES.families)
    assert [[row[order.index(STRIKES)], row[order.index(FIGHTING)]] for row in packed["families"]] == [
        [5, 0],
        [7, 3],
        [0, 1],
    ]


def test_no_cells_are_no_events() -> None:
    payload = cells_payload(CELLS.iloc[:0], EVENT_TYPES)
    assert payload.count == 0
    assert json.loads(payload.json)["cells"]["side"] == 0
