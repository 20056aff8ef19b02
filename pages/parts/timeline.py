"""The timeline under the map: stacked bars of the events over all time, a brush that sets the dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from core.lexicon.event_types import EventTypes
from core.query import EventFilter
from core.view.charts import bin_for, brush_days, timeline_bars, timeline_chart
from pages.parts import filters

_DAYS, _MOUNT = "timeline_days", "timeline_mount"
_PERIODS = {"day": "D", "week": "W-SUN", "month": "M", "year": "Y"}
BY = {"family": "by family", "actor": "by actor", "district": "by district"}

Days = tuple[date | None, date | None]


def whole_bins(first: date, last: date, step: str) -> tuple[date, date]:
    """A brushed span widened to whole bars: nobody hits the first of a month by hand."""
    period = _PERIODS[step]
    return pd.Period(first, period).start_time.date(), pd.Period(last, period).end_time.date()


def undated(asked: EventFilter) -> EventFilter:
    """The filter without its dates: what the timeline shows, so that the brush can move on it."""
    return replace(asked, date_from=None, date_to=None)


def draw(
    frame: pd.DataFrame,
    asked: EventFilter,
    *,
    types: EventTypes,
    labels: Mapping[str, str],
    by: str,
    height: int,
) -> None:
    """The chart of a frame of :func:`undated`; the brush sets the session's dates before the next run.

    When the dates change by other means (the sidebar, a link), the chart is mounted anew with its brush
    there; while it is the brush that changes them, the chart stays as it is.
    """
    days: Days = (asked.date_from, asked.date_to)
    if days != st.session_state.get(_DAYS, (None, None)):
        st.session_state[_DAYS] = days
        st.session_state[_MOUNT] = (st.session_state.get(_MOUNT, (0, None))[0] + 1, days)
    mount, chosen = st.session_state.get(_MOUNT, (0, (None, None)))
    dated = frame["date_start"].dropna()
    if dated.empty:
        st.html('<p class="quiet">None of these events has a date.</p>')
        return
    first, last = dated.min().date(), dated.max().date()
    step = bin_for(first, last)
    key = f"timeline_{mount}_{by}"

    def brushed() -> None:
        span = brush_days(st.session_state[key]["selection"])
        chosen_days: Days = whole_bins(*span, step) if span else (None, None)
        st.session_state[_DAYS] = chosen_days
        filters.change(date_from=chosen_days[0], date_to=chosen_days[1])

    start, end = chosen
    chart = timeline_chart(
        timeline_bars(frame, by, step),
        by,
        step,
        types,
        labels=labels,
        height=height,
        brush_on=(start or first, end or last) if start or end else None,
    )
    st.altair_chart(chart, key=key, on_select=brushed, selection_mode="brush", theme="streamlit")
