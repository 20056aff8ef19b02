"""The timeline: bars by first day, stacked by family, actor or district, with a brush to choose a span."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import altair as alt
import pandas as pd

from core.view.words import date_words

if TYPE_CHECKING:
    from core.lexicon.event_types import EventTypes

BRUSH = "brush"
OTHERS = "others"
NONE = "not known"
MOST_KEYS = 7
_PANDAS_BINS = {"day": "D", "week": "W-SUN", "month": "M", "year": "Y"}
# Seven colours apart for colour-blind eyes (Okabe and Ito 2008, darkened to 3:1 on white), then grey.
SERIES = ("#0072B2", "#C24E00", "#008A66", "#A8559A", "#8A6D00", "#3E8FC7", "#5A5A5A")
GREY = "#8E8E8E"


def bin_for(first: date, last: date) -> str:
    """``day`` up to 92 days, ``week`` up to two years, ``month`` up to twenty, else ``year``."""
    days = (last - first).days
    if days <= 92:
        return "day"
    if days <= 731:
        return "week"
    return "month" if days <= 7305 else "year"


def timeline_bars(frame: pd.DataFrame, by: str, step: str) -> pd.DataFrame:
    """The dated events of a frame (the store's read model) per bin of their first day and per key.

    ``by`` is a column such as ``family`` or ``district``, or ``actor`` (an event counts once for each of its
    actors). ``step`` is ``day``, ``week`` (from Monday), ``month`` or ``year``. One row a bar: start
    (datetime64[ns]), key, count; by start and key.
    """
    dated = frame[frame["date_start"].notna()]
    if by == "actor":
        names = dated["actors"].map(lambda actors: sorted({actor["name"] for actor in actors}))
        keys = dated.assign(key=names).explode("key")
    else:
        keys = dated.assign(key=dated[by])
    start = keys["date_start"].dt.to_period(_PANDAS_BINS[step]).dt.start_time
    grouped = keys.assign(start=start, key=keys["key"].fillna(NONE)).groupby(["start", "key"], sort=True)
    return grouped.size().rename("count").reset_index()


def _fewer_keys(bars: pd.DataFrame, order: list[str]) -> tuple[pd.DataFrame, list[str]]:
    """At most ``MOST_KEYS`` keys, the largest; the rest are summed as others."""
    if len(order) <= MOST_KEYS:
        return bars, order
    kept = order[: MOST_KEYS - 1]
    summed = bars.assign(key=bars["key"].where(bars["key"].isin(kept), OTHERS))
    return summed.groupby(["start", "key"])["count"].sum().reset_index(), [*kept, OTHERS]


def timeline_chart(
    bars: pd.DataFrame,
    by: str,
    step: str,
    event_types: EventTypes,
    *,
    labels: Mapping[str, str] | None = None,
    height: int = 140,
    brush_on: tuple[date, date] | None = None,
) -> alt.Chart:
    """The chart of :func:`timeline_bars` (or of the store's own bars with the same columns).

    ``labels`` gives the words of keys that are ids. The interval selection is called ``brush``; Streamlit's
    ``on_select`` returns its span as epoch milliseconds under ``start``; a double click clears it.
    ``brush_on`` is the span of days, both included, that the brush stands on at first.
    """
    known = dict(labels or {})
    if by == "family":
        order = list(event_types.families)
        known |= {key: family.label for key, family in event_types.families.items()}
        colours = [family.colour for family in event_types.families.values()]
    else:
        totals = bars.groupby("key")["count"].sum().sort_values(ascending=False, kind="stable")
        bars, order = _fewer_keys(bars, [str(key) for key in totals.index])
        colours = [
            GREY if key in {OTHERS, NONE, ""} else SERIES[i % len(SERIES)] for i, key in enumerate(order)
        ]
    shown = bars.assign(
        label=bars["key"].map(lambda key: known.get(key, key) or NONE),
        rank=bars["key"].map({key: i for i, key in enumerate(order)}),
        when=[_bin_words(start, step) for start in bars["start"]],
        start=bars["start"].dt.tz_localize("UTC"),
        end=bars["start"].dt.to_period(_PANDAS_BINS[step]).dt.end_time.dt.tz_localize("UTC"),
    )
    # Families have their legend on the map.
    row = alt.Legend(orient="top", columns=MOST_KEYS, symbolType="square", labelLimit=160, offset=2)
    legend = None if by == "family" else row
    brush: Any = alt.selection_interval(name=BRUSH, encodings=["x"], value=_brush_value(brush_on))
    chart: alt.Chart = (
        alt.Chart(shown)
        .mark_bar()
        .encode(
            # UTC, so that a day is the same day wherever the browser stands.
            x=alt.X(
                "start:T",
                title=None,
                scale=alt.Scale(type="utc"),
                # A chart of few days would else count their hours.
                axis=alt.Axis(
                    labelOverlap=True, grid=False, tickCount="day" if step == "day" else alt.Undefined
                ),
            ),
            x2="end:T",
            y=alt.Y(
                "sum(count):Q",
                title=None,
                stack="zero",
                axis=alt.Axis(tickCount=3, tickMinStep=1, format="d"),
            ),
            color=alt.Color(
                "label:N",
                title=None,
                sort=[known.get(key, key) or NONE for key in order],
                scale=alt.Scale(domain=[known.get(key, key) or NONE for key in order], range=colours),
                legend=legend,
            ),
            order=alt.Order("rank:Q"),
            opacity=alt.condition(brush, alt.value(1.0), alt.value(0.3)),
            tooltip=[
                alt.Tooltip("when:N", title="When"),
                alt.Tooltip("label:N", title=by.replace("_", " ").capitalize()),
                alt.Tooltip("sum(count):Q", title="Events"),
            ],
        )
        .add_params(brush)
        .properties(height=height, padding={"left": 4, "right": 8, "top": 4, "bottom": 4})
    )
    return chart


def brush_days(selection: Mapping[str, Any]) -> tuple[date, date] | None:
    """The first and last day of a chart's selection (what Streamlit returns), ``None`` without a brush."""
    span = (selection.get(BRUSH) or {}).get("start")
    if not span:
        return None
    first, last = (datetime.fromtimestamp(value / 1000, UTC).date() for value in sorted(span))
    return first, last


def _brush_value(days: tuple[date, date] | None) -> Any:
    """The brush's first value: epoch milliseconds from the first day's start to the last day's end."""
    if days is None:
        return alt.Undefined
    first, last = (datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000 for day in days)
    return {"x": [first, last + 86_400_000 - 1]}


def _bin_words(start: pd.Timestamp, step: str) -> str:
    last = start.to_period(_PANDAS_BINS[step]).end_time
    return date_words(start.date(), last.date())
