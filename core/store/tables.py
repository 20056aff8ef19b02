"""The tables, as the code of today sees them; ``migrations/`` is how a database gets there.

Times are UTC without a zone. JSON columns hold the contract's objects (see DESIGN, "The contract").
``events``, ``event_actors`` and ``rejections`` are the read model: they can be rebuilt from the rest.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

metadata = sa.MetaData()

COUNTS = ("killed", "wounded", "captured", "vehicles", "personnel")
COUNT_COLUMNS = tuple(f"{count}_{bound}" for count in COUNTS for bound in ("low", "best", "high"))

store_meta = sa.Table(
    "store_meta",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("store_id", sa.String, nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
)

reports = sa.Table(
    "reports",
    metadata,
    sa.Column("report_id", sa.String, primary_key=True),
    sa.Column("title", sa.Text),
    sa.Column("outlet", sa.Text),
    sa.Column("url", sa.Text),
    sa.Column("published", sa.Date),
    sa.Column("language", sa.String),
    sa.Column("read_language", sa.String, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("text_id", sa.String, nullable=False, index=True),
    sa.Column("search", sa.Text, nullable=False),
    sa.Column("added_at", sa.DateTime, nullable=False),
)

readings = sa.Table(
    "readings",
    metadata,
    sa.Column("reading_id", sa.Integer, primary_key=True),
    sa.Column("report_id", sa.String, sa.ForeignKey("reports.report_id"), nullable=False, index=True),
    sa.Column("reader_version", sa.String, nullable=False),
    sa.Column("read_at", sa.DateTime, nullable=False),
    sa.Column("content", sa.JSON, nullable=False),
)

edits = sa.Table(
    "edits",
    metadata,
    sa.Column("edit_id", sa.Integer, primary_key=True),
    sa.Column("event_id", sa.String, nullable=False, index=True),
    sa.Column("report_id", sa.String, sa.ForeignKey("reports.report_id"), nullable=False, index=True),
    sa.Column("trigger_text", sa.Text, nullable=False),
    sa.Column("field", sa.String, nullable=False),
    sa.Column("value", sa.JSON, nullable=False),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("made_at", sa.DateTime, nullable=False),
    sa.Column("why", sa.Text, nullable=False),
)


def _told_columns() -> list[sa.Column[Any]]:
    """What an event and the partial event of a rejection share, so one filter reads both."""
    return [
        sa.Column("event_type", sa.String),
        sa.Column("family", sa.String),
        sa.Column("date_start", sa.Date),
        sa.Column("date_end", sa.Date),
        sa.Column("time_precision", sa.Integer),
        sa.Column("date_text", sa.Text),
        *(sa.Column(name, sa.BigInteger) for name in COUNT_COLUMNS),
        sa.Column("actors", sa.JSON, nullable=False),
        sa.Column("attributed_to", sa.JSON, nullable=False),
        sa.Column("is_background", sa.Boolean),
        sa.Column("confidence", sa.Float),
        sa.Column("search", sa.Text, nullable=False),
    ]


events = sa.Table(
    "events",
    metadata,
    sa.Column("event_id", sa.String, primary_key=True),
    sa.Column("incident_id", sa.String, nullable=False, index=True),
    sa.Column("report_id", sa.String, sa.ForeignKey("reports.report_id"), nullable=False, index=True),
    sa.Column("position", sa.Integer, nullable=False),
    *_told_columns(),
    sa.Column("place_id", sa.String, nullable=False),
    sa.Column("place_name", sa.Text, nullable=False),
    sa.Column("as_written", sa.Text, nullable=False),
    sa.Column("feature_type", sa.String, nullable=False),
    sa.Column("relation", sa.String),
    sa.Column("latitude", sa.Float),
    sa.Column("longitude", sa.Float),
    sa.Column("geo_precision", sa.Integer, nullable=False),
    sa.Column("radius_km", sa.Float, nullable=False),
    sa.Column("district", sa.String),
    sa.Column("origin_name", sa.Text),
    sa.Column("origin_latitude", sa.Float),
    sa.Column("origin_longitude", sa.Float),
    sa.Column("destination_name", sa.Text),
    sa.Column("destination_latitude", sa.Float),
    sa.Column("destination_longitude", sa.Float),
    sa.Column("via", sa.JSON, nullable=False),
    sa.Column("reviewed", sa.Boolean, nullable=False),
    sa.Column("content", sa.JSON, nullable=False),
    sa.Index("ix_events_dates", "date_start", "date_end"),
)

event_actors = sa.Table(
    "event_actors",
    metadata,
    sa.Column("event_id", sa.String, sa.ForeignKey("events.event_id", ondelete="CASCADE"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("actor_id", sa.String, nullable=False),
    sa.Column("role", sa.String, nullable=False),
    sa.Index("ix_event_actors_actor", "actor_id", "role"),
)

rejections = sa.Table(
    "rejections",
    metadata,
    sa.Column("report_id", sa.String, sa.ForeignKey("reports.report_id"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("reason", sa.String, nullable=False, index=True),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("event_id", sa.String),
    *_told_columns(),
)
