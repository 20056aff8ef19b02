from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from core.view.charts import BRUSH, OTHERS, bin_for, brush_days, timeline_bars, timeline_chart
from tests.core.view.made_frames import EVENT_TYPES, FIGHTING, STRIKES, actor, frame


@pytest.mark.parametrize(
    ("last", "step"),
    [
        (date(2020, 1, 1), "day"),
        (date(2020, 4, 2), "day"),
        (date(2020, 4, 3), "week"),
        (date(2022, 1, 1), "week"),
        (date(2022, 1, 2), "month"),
        (date(2041, 1, 1), "year"),
    ],
)
def test_the_step_follows_the_span(last: date, step: str) -> None:
    assert bin_for(date(2020, 1, 1), last) == step


def test_bars_count_events_by_first_day_and_family() -> None:
    rows = [
        {"date_start": "2020-06-01"},
        {"date_start": "2020-06-07"},
        {"date_start": "2020-06-08", "family": STRIKES},
        {"date_start": None, "date_end": None},
    ]
    bars = timeline_bars(frame(*rows), "family", "week")
    assert bars.to_dict("records") == [
        {"start": pd.Timestamp("2020-06-01"), "key": FIGHTING, "count": 2},
        {"start": pd.Timestamp("2020-06-08"), "key": STRIKES, "count": 1},
    ]


def test_an_event_counts_once_for_each_of_its_actors() -> None:
    rows = [{"actors": [actor("ISIS", "initiator"), actor("SDF", "target"), actor("SDF", "participant")]}, {}]
    bars = timeline_bars(frame(*rows), "actor", "month")
    assert dict(zip(bars["key"], bars["count"], strict=True)) == {"ISIS": 1, "SDF": 1, "not known": 1}


def test_the_chart_is_coloured_by_family_and_has_the_brush() -> None:
    bars = timeline_bars(frame({}, {"family": STRIKES}), "family", "day")
    chart = timeline_chart(bars, "family", "day", EVENT_TYPES).to_dict()
    scale = chart["encoding"]["color"]["scale"]
    assert scale["domain"] == [family.label for family in EVENT_TYPES.families.values()]
    assert scale["range"] == [family.colour for family in EVENT_TYPES.families.values()]
    assert [param["name"] for param in chart["params"]] == [BRUSH]
    assert chart["encoding"]["x"]["scale"] == {"type": "utc"}


def test_many_keys_are_summed_as_others() -> None:
    bars = timeline_bars(
        frame(*({"district": f"d{i}"} for i in range(10) for _ in range(10 - i))), "district", "day"
    )
    chart = timeline_chart(bars, "district", "day", EVENT_TYPES, labels={"d0": "District nought"}).to_dict()
    assert chart["encoding"]["color"]["scale"]["domain"] == [
        "District nought",
        "d1",
        "d2",
        "d3",
        "d4",
        "d5",
        OTHERS,
    ]
    rows = next(iter(chart["datasets"].values()))
    assert {row["label"]: row["count"] for row in rows}[OTHERS] == 4 + 3 + 2 + 1


def test_a_brush_is_a_span_of_days() -> None:
    milliseconds = [1591228800000.0, 1590969600001.0]  # 4 Jun and 1 Jun 2020, UTC
    assert brush_days({BRUSH: {"start": milliseconds}}) == (date(2020, 6, 1), date(2020, 6, 4))
    assert brush_days({BRUSH: {}}) is None
    assert brush_days({}) is None
