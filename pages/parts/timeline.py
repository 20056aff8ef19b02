"""The timeline under the map: stacked bars of the events over all time, a brush that sets the dates."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

import pandas as pd
import streamlit as st

from core import store
from core.query import EventFilter
from core.store.aggregate import Step
from core.view.charts import bin_for, brush_days, timeline_chart
from pages.parts import filters, session

_DAYS, _MOUNT = "timeline_days", "timeline_mount"
_PERIODS = {"day": "D", "week": "W-SUN", "month": "M", "year": "Y"}
BY = {"family": "by family", "actor": "by actor", "district": "by district"}

Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class _Mount:
    """A chart in the browser: it stays while its brush moves, a new one comes when something else changes."""

    number: int = 0
    by: str = "family"
    days: Days = (None, None)


def whole_bins(first: date, last: date, step: str) -> tuple[date, date]:
    """A brushed span widened to whole bars: nobody hits the first of a month by hand."""
    period = _PERIODS[step]
    return pd.Period(first, period).start_time.date(), pd.Period(last, period).end_time.date()


def undated(asked: EventFilter) -> EventFilter:
    """The filter without its dates: what the timeline shows, so that the brush can move on it."""
    return replace(asked, date_from=None, date_to=None)


@st.cache_resource(max_entries=64, show_spinner=False)
def _spec(
    version: int,  # noqa: ARG001 - the version keys the cache
    asked: EventFilter,
    by: str,
    brush_on: Days,
    height: int,
    _app: session.App,
    _labels: Mapping[str, str],
) -> tuple[str, str] | None:
    """The chart as Vega-Lite JSON and its step; ``None`` where no event has a date."""
    snapshot, mask = _app.store.select(asked)
    by_month = store.timeline(snapshot, mask, by)
    if by_month.empty:
        return None
    first, last = (day.date() for day in (by_month["start"].min(), by_month["start"].max()))
    step = cast(Step, bin_for(first, pd.Period(last, "M").end_time.date()))
    bars = by_month if step == "month" else store.timeline(snapshot, mask, by, step)
    start, end = brush_on
    chart = timeline_chart(
        bars,
        by,
        step,
        _app.lexicon.event_types,
        labels=_labels,
        height=height,
        brush_on=(start or first, end or last) if start or end else None,
    )
    return json.dumps(chart.to_dict()), step


def _mounted(by: str, days: Days) -> _Mount:
    mount: _Mount = st.session_state.get(_MOUNT, _Mount())
    if by != mount.by or days != st.session_state.get(_DAYS, (None, None)):
        mount = _Mount(mount.number + 1, by, days)
    st.session_state[_MOUNT], st.session_state[_DAYS] = mount, days
    return mount


def draw(app: session.App, asked: EventFilter, labels: Mapping[str, str], by: str, height: int) -> None:
    """The chart of the filter's events at any date; the brush sets the session's dates before the next run.

    When the dates change by other means (the sidebar, a link), a new chart comes up with its brush there.
    """
    mount = _mounted(by, (asked.date_from, asked.date_to))
    made = _spec(app.version, undated(asked), by, mount.days, height, app, labels)
    if made is None:
        st.html('<p class="quiet">Nothing to show over time: no event of this filter has a date.</p>')
        return
    spec, step = made
    key = f"timeline_{mount.number}"

    def brushed() -> None:
        span = brush_days(st.session_state[key]["selection"])
        days: Days = whole_bins(*span, step) if span else (None, None)
        st.session_state[_DAYS] = days
        filters.change(date_from=days[0], date_to=days[1])

    st.vega_lite_chart(json.loads(spec), key=key, on_select=brushed, selection_mode="brush")
