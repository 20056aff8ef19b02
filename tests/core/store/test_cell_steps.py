"""Counts of cells over time, against the same counts made one by one. All events are synthetic."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from benchmarks.query import synthetic
from core.store import cell_steps, cells, within
from core.store.build import snapshot_of
from core.store.snapshot import Snapshot

BOUNDS = (34.4, 39.9, 35.8, 41.3)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return snapshot_of(*synthetic(3000), version=1)


@pytest.mark.parametrize("zoom", [5, 9, 13])
def test_the_steps_of_a_cell_add_up_to_its_dated_events(snapshot: Snapshot, zoom: int) -> None:
    everything = np.ones(len(snapshot), dtype=np.bool_)
    dated = everything & (snapshot.columns["start"] != np.iinfo(np.int32).max)
    found = cells(snapshot, everything, BOUNDS, zoom)
    steps = cell_steps(snapshot, everything, BOUNDS, found)
    of_dated = cells(snapshot, dated, BOUNDS, zoom).set_index(["west", "north"])["count"]
    totals = steps.groupby("cell")["count"].sum()
    corners = found.loc[totals.index, ["west", "north"]]
    assert [of_dated[tuple(corner)] for corner in corners.to_numpy()] == totals.tolist()
    assert totals.sum() == np.count_nonzero(dated & within(snapshot, BOUNDS))


def test_a_step_counts_the_events_that_began_in_it_by_family(snapshot: Snapshot) -> None:
    everything = np.ones(len(snapshot), dtype=np.bool_)
    found = cells(snapshot, everything, BOUNDS, 0)
    steps = cell_steps(snapshot, everything, BOUNDS, found, "year")
    assert found["count"].tolist() == [np.count_nonzero(within(snapshot, BOUNDS))]
    inside = np.flatnonzero(within(snapshot, BOUNDS) & (snapshot.columns["start"] != np.iinfo(np.int32).max))
    years = snapshot.columns["start"][inside].astype("datetime64[D]").astype("datetime64[Y]")
    families = np.array(snapshot.choices["family"], dtype=object)[snapshot.columns["family"][inside]]
    expected = pd.crosstab(years, families).stack()
    assert steps.set_index(["start", "family"])["count"].to_dict() == expected[expected > 0].to_dict()


def test_nothing_dated_has_no_steps(snapshot: Snapshot) -> None:
    nothing = np.zeros(len(snapshot), dtype=np.bool_)
    steps = cell_steps(snapshot, nothing, BOUNDS, cells(snapshot, nothing, BOUNDS, 9))
    assert list(steps.columns) == ["start", "cell", "family", "count"]
    assert steps.empty
