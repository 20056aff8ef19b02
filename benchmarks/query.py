"""How long the query side takes: ``python -m benchmarks.query [EVENTS]``.

Filter, cells, timeline and facets over the columnar snapshot against a plain pandas filter and
``groupby`` over the same events, the start from the snapshot's file, and the memory of the columns.
The events are synthetic (fixed seed): no line of them is a real event.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

import numpy as np
import pandas as pd

from core.model import Role
from core.query import EventFilter
from core.store import Snapshot, cells, timeline
from core.store.build import snapshot_of
from core.store.cache import load_snapshot, save_snapshot

SEED = 20200604
REPEATS = 9
VIEW = (34.3, 39.5, 36.0, 41.5)
ZOOM = 9
FAMILIES = ("fighting", "strikes", "force_posture", "control", "civil")
TYPES = tuple(f"type_{number}" for number in range(20))
ASKED = EventFilter(
    date_from=date(2017, 1, 1),
    date_to=date(2020, 12, 31),
    families=("fighting", "strikes"),
    actors=(("actor_1", Role.INITIATOR), ("actor_2", None)),
    killed_min=1,
    min_confidence=0.3,
    show_background=False,
)


def synthetic(size: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Events and their actors, spread over the governorate and over ten years; none of them happened."""
    random = np.random.default_rng(SEED)
    start = pd.Timestamp("2012-01-01") + pd.to_timedelta(random.integers(0, 3650, size), unit="D")
    start = pd.Series(start).where(random.random(size) > 0.05)
    kinds = random.integers(0, len(TYPES), size)
    ids = np.array([f"{number:016x}" for number in range(size)], dtype=object)
    killed = pd.array(random.poisson(1.5, size), dtype="Int64")
    events = pd.DataFrame(
        {
            "event_id": ids,
            "report_id": [f"report-{number // 3}" for number in range(size)],
            "outlet": np.array([f"Outlet {n}" for n in range(40)], dtype=object)[
                random.integers(0, 40, size)
            ],
            "event_type": np.array(TYPES, dtype=object)[kinds],
            "family": np.array(FAMILIES, dtype=object)[kinds % len(FAMILIES)],
            "district": np.array([None, "d1", "d2", "d3"], dtype=object)[random.integers(0, 4, size)],
            "date_start": start,
            "date_end": start + pd.to_timedelta(random.integers(0, 8, size), unit="D"),
            "latitude": random.normal(35.1, 0.4, size),
            "longitude": random.normal(40.4, 0.5, size),
            "killed_low": killed,
            "killed_best": killed,
            "confidence": random.random(size),
            "is_background": random.random(size) < 0.2,
            "reviewed": random.random(size) < 0.1,
        }
    )
    pairs = 2 * size
    actors = pd.DataFrame(
        {
            "event_id": ids[random.integers(0, size, pairs)],
            "actor_id": np.array([f"actor_{n}" for n in range(80)], dtype=object)[
                random.integers(0, 80, pairs)
            ],
            "role": np.array([str(role) for role in Role], dtype=object)[
                random.integers(0, len(Role), pairs)
            ],
        }
    )
    return events, actors


def plain_filter(events: pd.DataFrame, actors: pd.DataFrame) -> pd.DataFrame:
    """``ASKED`` as one would write it in pandas."""
    wanted = (actors["actor_id"] == "actor_2") | (
        (actors["actor_id"] == "actor_1") & (actors["role"] == "initiator")
    )
    return events[
        (events["date_start"] <= pd.Timestamp("2020-12-31"))
        & (events["date_end"] >= pd.Timestamp("2017-01-01"))
        & events["family"].isin(["fighting", "strikes"])
        & events["event_id"].isin(actors.loc[wanted, "event_id"])
        & (events["killed_low"] >= 1)
        & (events["confidence"] >= 0.3)
        & ~events["is_background"]
    ]


def plain_cells(events: pd.DataFrame) -> pd.DataFrame:
    """A grid of the view in pandas (degrees instead of Web Mercator, no most frequent family)."""
    south, west, north, east = VIEW
    seen = events[events["latitude"].between(south, north) & events["longitude"].between(west, east)]
    side = 360 / 2**ZOOM / 4
    grid = seen.groupby([seen["latitude"] // side, seen["longitude"] // side])
    return grid.agg(count=("event_id", "size"), killed=("killed_best", "sum"))


@dataclass(frozen=True)
class Measure:
    """One line of the table."""

    what: str
    run: Callable[[], object]


def milliseconds(run: Callable[[], object]) -> float:
    """The median of several runs after one that warms up."""
    run()
    times = []
    for _ in range(REPEATS):
        begin = time.perf_counter()
        run()
        times.append(time.perf_counter() - begin)
    return median(times) * 1000


def megabytes(snapshot: Snapshot) -> float:
    """What the columns take in memory."""
    arrays = (*snapshot.columns.values(), snapshot.event_ids, snapshot.report_ids, snapshot.actor_rows)
    return sum(array.nbytes for array in arrays) / 1e6


def main() -> None:
    """Print the figures of one run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("events", nargs="?", type=int, default=1_000_000)
    size = parser.parse_args().events
    events, actors = synthetic(size)
    begin = time.perf_counter()
    snapshot = snapshot_of(events, actors, version=1)
    built = time.perf_counter() - begin
    everything = np.ones(len(snapshot), dtype=np.bool_)
    period = EventFilter(date_from=date(2017, 1, 1), date_to=date(2020, 12, 31))
    found = snapshot.apply(ASKED)
    assert int(found.sum()) == len(plain_filter(events, actors)), "both ways must find the same events"

    print(f"{size:,} synthetic events, {len(actors):,} actors in them; the filter finds {int(found.sum()):,}")
    print(f"columns: {megabytes(snapshot):.0f} MB, built from frames in {built:.1f} s")
    measures = (
        Measure("filter, seven conditions", lambda: snapshot.apply(ASKED)),
        Measure("the same in plain pandas", lambda: plain_filter(events, actors)),
        Measure(
            "filter by period and cells of the view",
            lambda: cells(snapshot, snapshot.apply(period), VIEW, ZOOM),
        ),
        Measure("cells of all events in the view", lambda: cells(snapshot, everything, VIEW, ZOOM)),
        Measure("the same in plain pandas", lambda: plain_cells(events)),
        Measure("timeline by month and family", lambda: timeline(snapshot, everything)),
        Measure("timeline by day and actor", lambda: timeline(snapshot, everything, "actor", "day")),
        Measure("facets of the sidebar", lambda: snapshot.facets(ASKED)),
    )
    for measure in measures:
        print(f"{measure.what:42} {milliseconds(measure.run):8.1f} ms")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "snapshot.npz"
        save_snapshot(snapshot, path)
        start = milliseconds(lambda: load_snapshot(path, 1))
        print(f"{'start from the file':42} {start:8.1f} ms ({path.stat().st_size / 1e6:.0f} MB)")


if __name__ == "__main__":
    main()
