from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings

from core.model import Count, Reading, Report, Role
from core.query import EventFilter
from core.store import Snapshot, Store, cells, open_store, timeline
from core.store.aggregate import Step
from core.store.build import web_mercator
from tests import made
from tests.made import LABELS

WORLD = (-90.0, -180.0, 90.0, 180.0)


@contextmanager
def stored(items: list[tuple[Report, Reading]]) -> Iterator[Store]:
    with TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/events.sqlite", Path(folder) / "var")
        store.add_readings(items, "v1", LABELS)
        yield store
        store.close()


def snapshot_of(*events: made.Event) -> Snapshot:
    with stored([made.told("r1", *events)]) as store:
        return store.snapshot()


def everything(snapshot: Snapshot) -> np.ndarray:
    return np.ones(len(snapshot), dtype=np.bool_)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made.stories(), made.filters())
def test_columns_and_sql_find_the_same_events_in_the_same_order(
    items: list[tuple[Report, Reading]], asked: EventFilter
) -> None:
    with stored(items) as store:
        snapshot, mask = store.select(asked)
        frame = store.frame(asked)
        assert snapshot.ids(mask) == frame["event_id"].tolist()
        assert snapshot.count(mask) == (len(frame), frame["report_id"].nunique())


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made.stories(), made.filters())
def test_a_facet_says_how_many_events_its_choice_would_show(
    items: list[tuple[Report, Reading]], asked: EventFilter
) -> None:
    fields = {
        "family": "families",
        "event_type": "event_types",
        "district": "districts",
        "outlet": "outlets",
        "actor": "actors",
    }
    with stored(items) as store:
        for dimension, choice, role, count in made.rows(
            store.facets(asked), "dimension", "choice", "role", "count"
        ):
            chosen = (choice, Role(role) if role else None) if dimension == "actor" else choice
            assert count == len(store.frame(replace(asked, **{fields[dimension]: (chosen,)})))


def test_facets_list_every_choice_of_the_store() -> None:
    snapshot = snapshot_of(made.event("e1"), made.event("e2", "airstrike", place=made.place("syria")))
    facets = snapshot.facets(EventFilter(event_types=("clash",)))
    assert [
        row for row in made.rows(facets, "dimension", "choice", "role", "count") if row[0] != "actor"
    ] == [
        ("family", "fighting", "", 1),
        ("family", "strikes", "", 0),
        ("event_type", "airstrike", "", 1),
        ("event_type", "clash", "", 1),
        ("district", "mayadin-district", "", 1),
        ("outlet", "Example Press", "", 1),
    ]
    actors = facets[facets["dimension"] == "actor"]
    assert made.rows(actors, "choice", "role", "count") == [
        ("isis", "", 1),
        ("isis", "initiator", 1),
        ("isis", "target", 0),
        ("isis", "participant", 0),
        ("isis", "unknown", 0),
    ]


def test_a_text_condition_needs_the_rows_where_it_was_found() -> None:
    with pytest.raises(ValueError, match="needs the mask"):
        snapshot_of(made.event()).apply(EventFilter(text="convoy"))


def test_dates_span_all_events() -> None:
    spans = [(date(2020, 5, 1), date(2020, 5, 31)), (date(2020, 5, 3), date(2020, 5, 3)), (None, None)]
    events = [made.event(f"e{n}", date_start=first, date_end=last) for n, (first, last) in enumerate(spans)]
    assert snapshot_of(*events).dates() == (date(2020, 5, 1), date(2020, 5, 31))
    assert snapshot_of(events[2]).dates() is None


def test_rows_of_passes_over_ids_that_are_not_there() -> None:
    snapshot = snapshot_of(made.event("e2"), made.event("e10"), made.event("é"))
    assert snapshot.ids(snapshot.rows_of(["é", "nothing", "e10", "e"])) == ["e10", "é"]
    assert snapshot.rows_of([]).tolist() == [False, False, False]


def test_web_mercator_matches_its_definition() -> None:
    x, y = web_mercator(np.array([0.0, 85.0511287798066, -90.0]), np.array([0.0, 180.0, -180.0]))
    assert x.tolist() == [0.5, 1.0, 0.0]
    assert y == pytest.approx([0.5, 0.0, 1.0])


def test_cells_count_what_lies_together_and_leave_out_the_unplaced() -> None:
    killed = Count(2, 3, 4)
    snapshot = snapshot_of(
        made.event("e1", killed=killed),
        made.event("e2", "airstrike", killed=Count(1, None, 9)),
        made.event("e3", "airstrike", place=made.place(latitude=35.04, longitude=40.47)),
        made.event("e4", place=made.place("bukamal")),
        made.event("e5", place=made.place("syria")),
    )
    near = cells(snapshot, everything(snapshot), WORLD, zoom=7)
    assert made.rows(near, "count", "killed", "family") == [(3, 4, "strikes"), (1, 0, "fighting")]
    assert near["latitude"].tolist() == pytest.approx([(35.02 * 2 + 35.04) / 3, 34.45])
    assert ((near["south"] <= near["latitude"]) & (near["latitude"] <= near["north"])).tolist() == [True] * 2
    assert ((near["west"] <= near["longitude"]) & (near["longitude"] <= near["east"])).tolist() == [True] * 2
    assert cells(snapshot, everything(snapshot), WORLD, zoom=0)["count"].tolist() == [4]
    assert cells(snapshot, everything(snapshot), (35.0, 40.0, 36.0, 41.0), zoom=20)["count"].tolist() == [
        1,
        2,
    ]
    assert cells(snapshot, snapshot.rows_of(["e5"]), WORLD, zoom=9).empty


def test_a_view_of_the_world_at_the_highest_zoom_stays_small() -> None:
    corners = [(80.0, -179.0), (-80.0, 179.0)]
    events = [
        made.event(f"e{n}", place=made.place(latitude=latitude, longitude=longitude))
        for n, (latitude, longitude) in enumerate(corners)
    ]
    snapshot = snapshot_of(*events)
    assert cells(snapshot, everything(snapshot), WORLD, zoom=10**9)["count"].tolist() == [1, 1]


@pytest.mark.parametrize(
    ("step", "starts"),
    [
        ("day", ["2020-05-31", "2020-06-01", "2020-06-07"]),
        ("week", ["2020-05-25", "2020-06-01"]),
        ("month", ["2020-05-01", "2020-06-01"]),
        ("year", ["2020-01-01"]),
    ],
)
def test_the_timeline_counts_per_step(step: Step, starts: list[str]) -> None:
    days = [date(2020, 5, 31), date(2020, 6, 1), date(2020, 6, 7), None]
    snapshot = snapshot_of(*(made.event(f"e{n}", date_start=day, date_end=day) for n, day in enumerate(days)))
    bars = timeline(snapshot, everything(snapshot), step=step)
    assert bars["start"].tolist() == [pd.Timestamp(start) for start in starts]
    assert bars["count"].sum() == 3


def test_the_timeline_stacks_by_what_is_asked() -> None:
    both = (made.actor("isis"), made.actor("sdf", Role.TARGET), made.actor("isis", Role.TARGET))
    snapshot = snapshot_of(
        made.event("e1", actors=both, killed=Count(2, 2, 2)),
        made.event("e2", "airstrike", actors=(), place=made.place("syria")),
    )
    month = pd.Timestamp("2020-06-01")
    for by, bars in {
        "family": [(month, "fighting", 1, 2), (month, "strikes", 1, 0)],
        "district": [(month, "", 1, 0), (month, "mayadin-district", 1, 2)],
        "actor": [(month, "isis", 1, 2), (month, "sdf", 1, 2)],
    }.items():
        found = timeline(snapshot, everything(snapshot), by=by)
        assert made.rows(found, "start", "key", "count", "killed") == bars
    with pytest.raises(ValueError, match="not by 'weather'"):
        timeline(snapshot, everything(snapshot), by="weather")


def test_an_empty_timeline_has_its_columns() -> None:
    bars = timeline(snapshot_of(), np.zeros(0, dtype=np.bool_))
    assert (list(bars.columns), len(bars)) == (["start", "key", "count", "killed"], 0)


def test_a_new_start_reads_the_columns_from_their_file(tmp_path: Path) -> None:
    url, var = f"sqlite:///{tmp_path}/events.sqlite", tmp_path / "var"
    store = open_store(url, var)
    events = (made.event("e1", killed=Count(1, 2, 3)), made.event("é", actors=()))
    store.add_readings([made.told("r1", *events)], "v1", LABELS)
    built = store.snapshot()
    (file,) = var.glob("snapshot-*.npz")
    other = open_store(url, var)
    loaded = other.snapshot()
    assert loaded.choices == built.choices
    assert loaded.event_ids.tolist() == built.event_ids.tolist()
    for name, column in built.columns.items():
        np.testing.assert_array_equal(loaded.columns[name], column)
    assert loaded.apply(EventFilter(actors=(("isis", Role.INITIATOR),))).tolist() == [True, False]
    store.add_readings([made.told("r2", made.event("e2"))], "v1", LABELS)
    assert len(other.snapshot()) == 3
    assert not file.exists()
    assert len(list(var.glob("snapshot-*"))) == 1


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not really", b"\x93NUMPY"])
def test_a_broken_file_is_built_anew(
    tmp_path: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    url, var = f"sqlite:///{tmp_path}/events.sqlite", tmp_path / "var"
    store = open_store(url, var)
    store.add_readings([made.told("r1", made.event("e1"))], "v1", LABELS)
    store.snapshot()
    (file,) = var.glob("snapshot-*.npz")
    file.write_bytes(content)
    with caplog.at_level(logging.WARNING):
        assert len(open_store(url, var).snapshot()) == 1
    assert [f"{file.name} cannot be read" in message for message in caplog.messages] == [True]
    assert len(open_store(url, var).snapshot()) == 1


def test_without_a_place_for_the_file_the_columns_are_there_all_the_same(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "var").write_text("in the way")
    store = open_store(f"sqlite:///{tmp_path}/events.sqlite", tmp_path / "var")
    store.add_readings([made.told("r1", made.event("e1"))], "v1", LABELS)
    assert len(store.snapshot()) == 1
    assert ["cannot be written" in message for message in caplog.messages] == [True]
