"""Reading: the read model as pandas frames."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.query import EventFilter
from core.store.tables import COUNT_COLUMNS, events, rejections, reports
from core.store.where import event_conditions, rejection_conditions
from core.store.write import latest_readings

_ABOUT_REPORT = ("title", "outlet", "url", "published", "language")
#: The columns of :func:`event_frame`, in order.
EVENT_COLUMNS = (
    *("event_id", "incident_id", "report_id", *_ABOUT_REPORT, "event_type", "family"),
    *("date_start", "date_end", "time_precision", "date_text"),
    *("place_id", "place_name", "as_written", "feature_type", "relation"),
    *("latitude", "longitude", "geo_precision", "radius_km", "district"),
    *("origin_name", "origin_latitude", "origin_longitude"),
    *("destination_name", "destination_latitude", "destination_longitude", "via", "actors"),
    *COUNT_COLUMNS,
    *("attributed_to", "is_background", "confidence", "reviewed"),
)
#: The columns of :func:`rejection_frame`, in order.
REJECTION_COLUMNS = (
    *("report_id", *_ABOUT_REPORT, "reason", "start", "end", "text", "event_id", "event_type", "family"),
    *("date_start", "date_end", "time_precision", "date_text", "actors"),
    *COUNT_COLUMNS,
    *("attributed_to", "is_background", "confidence"),
)
_MOST_PARAMETERS = 10_000  # of a statement: SQLite takes 32,766, PostgreSQL 65,535
_DATES = ("published", "date_start", "date_end")
_WHOLE = ("time_precision", "geo_precision", "start", "end", *COUNT_COLUMNS)
_FLOATS = ("latitude", "longitude", "radius_km", "confidence")


def event_frame(
    connection: Connection,
    asked: EventFilter,
    event_ids: Collection[str] | None = None,
    limit: int | None = None,
) -> pd.DataFrame:
    """The events a filter asks for, one a row, by date (unknown dates last), report and order in it.

    Dates are ``datetime64[ns]`` with ``NaT`` for unknown, whole numbers ``Int64`` with ``NA``,
    coordinates float degrees with ``NaN``. ``event_ids`` keeps only these; ``limit`` the first rows.
    """
    query = (
        sa.select(*(_column(events, name) for name in EVENT_COLUMNS))
        .join(reports, reports.c.report_id == events.c.report_id)
        .where(*event_conditions(asked))
        .order_by(sa.nulls_last(events.c.date_start), events.c.report_id, events.c.position)
    )
    if event_ids is None:
        return _typed(connection, query.limit(limit), EVENT_COLUMNS)
    if len(event_ids) <= _MOST_PARAMETERS:
        query = query.where(events.c.event_id.in_(list(event_ids)))
    frame = _typed(connection, query, EVENT_COLUMNS)
    return frame[frame["event_id"].isin(list(event_ids))][:limit].reset_index(drop=True)


def rejection_frame(connection: Connection, asked: EventFilter) -> pd.DataFrame:
    """The rejections a filter asks for, by report and order in it; typed as :func:`event_frame`.

    Districts do not count (the place is unknown); the other conditions read the partial event.
    """
    query = (
        sa.select(*(_column(rejections, name) for name in REJECTION_COLUMNS))
        .join(reports, reports.c.report_id == rejections.c.report_id)
        .where(*rejection_conditions(asked))
        .order_by(rejections.c.report_id, rejections.c.position)
    )
    frame = _typed(connection, query, REJECTION_COLUMNS)
    if not asked.actors or frame.empty:
        return frame

    def has_actor(actors: list[dict[str, str]]) -> bool:
        told = {(actor["actor_id"], actor["role"]) for actor in actors}
        told |= {(actor, "") for actor, _ in told}
        return any((actor, str(role or "")) in told for actor, role in asked.actors)

    return frame[frame["actors"].map(has_actor).astype(bool)].reset_index(drop=True)


def report_frame(connection: Connection) -> pd.DataFrame:
    """All reports, newest first: report_id, title, outlet, url, published, language (as read), events
    and rejections (their numbers), characters (of the text), reader_version, read_at, added_at.
    """
    latest = latest_readings()
    counts = [
        sa.select(sa.func.count())
        .where(table.c.report_id == reports.c.report_id)
        .scalar_subquery()
        .label(table.name)
        for table in (events, rejections)
    ]
    query = (
        sa.select(
            reports.c.report_id,
            *(_column(reports, name) for name in _ABOUT_REPORT),
            *counts,
            sa.func.length(reports.c.text).label("characters"),
            latest.c.reader_version,
            latest.c.read_at,
            reports.c.added_at,
        )
        .join(latest, latest.c.report_id == reports.c.report_id)
        .order_by(sa.nulls_last(reports.c.published.desc()), reports.c.report_id)
    )
    result = connection.execute(query)
    frame = pd.DataFrame([tuple(row) for row in result], columns=list(result.keys()))
    return frame.assign(
        published=_days(frame["published"]),
        read_at=pd.to_datetime(frame["read_at"]),
        added_at=pd.to_datetime(frame["added_at"]),
    )


def _column(table: sa.Table, name: str) -> sa.ColumnElement[object]:
    if name == "language":
        return reports.c.read_language.label("language")
    return (reports if name in _ABOUT_REPORT else table).c[name]


def _days(column: pd.Series) -> pd.Series:
    # Days beyond what nanoseconds hold (1677-2262) are unknown days here; the event keeps them.
    return pd.to_datetime(column, errors="coerce").astype("datetime64[ns]")


def _typed(connection: Connection, query: sa.Select[tuple[object]], columns: tuple[str, ...]) -> pd.DataFrame:
    frame = pd.DataFrame([tuple(row) for row in connection.execute(query)], columns=list(columns))
    for name in columns:
        if name in _DATES:
            frame[name] = _days(frame[name])
        elif name in _WHOLE:
            frame[name] = frame[name].astype("Int64")
        elif name in _FLOATS or name.endswith(("_latitude", "_longitude")):
            frame[name] = frame[name].astype("float64")
        elif name in {"is_background", "reviewed"}:
            frame[name] = frame[name].astype("boolean" if columns is REJECTION_COLUMNS else "bool")
    return frame
