"""What a filter finds, from the store's columns in memory: never more rows than a page shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from core.query import EventFilter
from core.store import Snapshot, Store
from core.store.snapshot import NO_DAY
from pages.parts import session
from pages.parts.pick_list import MOST_ROWS


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """How many events and reports, and the rows to show.

    ``newest``: up to ``MOST_ROWS`` events, the latest first day first, undated ones last. ``wide``: as many
    of the ``n_wide`` events whose place is too wide to draw. Rows are those of the store's read model.
    """

    n_events: int
    n_reports: int
    newest: pd.DataFrame
    n_wide: int
    wide: pd.DataFrame


def find(store: Store, asked: EventFilter) -> Found:
    """What a filter finds in a store."""
    snapshot, mask = store.select(asked)
    n_events, n_reports = snapshot.count(mask)
    rows = np.flatnonzero(mask)
    has_day = snapshot.columns["start"][rows] != NO_DAY
    newest = np.concatenate([rows[has_day][::-1], rows[~has_day]])
    wide = rows[np.isnan(snapshot.columns["latitude"][rows])]
    return Found(n_events, n_reports, _rows(store, snapshot, newest), len(wide), _rows(store, snapshot, wide))


def _rows(store: Store, snapshot: Snapshot, rows: np.ndarray[Any, np.dtype[np.intp]]) -> pd.DataFrame:
    """The first rows of the snapshot as rows of the read model, in the order given."""
    ids = [event_id.decode("utf-8") for event_id in snapshot.event_ids[rows[:MOST_ROWS]].tolist()]
    frame = store.frame(event_ids=ids)
    return frame.set_index("event_id").loc[ids].reset_index()


@st.cache_resource(max_entries=64, show_spinner=False)
def found(version: int, asked: EventFilter, _store: Store) -> Found:  # noqa: ARG001 - the version keys the cache
    """:func:`find`, kept by store version and filter. Shared: never change its frames in place."""
    return find(_store, asked)


def of(app: session.App, asked: EventFilter) -> Found:
    """What a filter finds now."""
    return found(app.version, asked, app.store)


def report_ids(store: Store, asked: EventFilter) -> frozenset[str]:
    """The reports that tell an event of a filter."""
    snapshot, mask = store.select(asked)
    codes = np.unique(snapshot.columns["report"][mask])
    return frozenset(report_id.decode("utf-8") for report_id in snapshot.report_ids[codes].tolist())


def holds(store: Store, asked: EventFilter, event_id: str) -> bool:
    """Whether a filter finds an event."""
    snapshot, mask = store.select(asked)
    return bool((snapshot.rows_of([event_id]) & mask).any())
