"""An EventFilter as SQL conditions."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.sql import ColumnElement

from core.query import EventFilter
from core.store.rows import search_form
from core.store.tables import event_actors, events, rejections, reports


def event_conditions(asked: EventFilter) -> list[ColumnElement[bool]]:
    """The conditions over ``events`` joined with ``reports``."""
    found = _told_conditions(asked, events)
    if asked.districts:
        found.append(events.c.district.in_(asked.districts))
    if asked.actors:
        pairs = [
            sa.and_(event_actors.c.actor_id == actor, event_actors.c.role == str(role))
            if role
            else event_actors.c.actor_id == actor
            for actor, role in asked.actors
        ]
        found.append(events.c.event_id.in_(sa.select(event_actors.c.event_id).where(sa.or_(*pairs))))
    return found


def rejection_conditions(asked: EventFilter) -> list[ColumnElement[bool]]:
    """The conditions over ``rejections`` joined with ``reports``, but for actors (see ``frames``).

    Districts do not count: that the place is unknown is the very reason of most rejections. What a
    rejection does not tell does not match a condition that asks for it.
    """
    return _told_conditions(asked, rejections)


def text_conditions(text: str, table: sa.Table) -> list[ColumnElement[bool]]:
    """Each word of ``text`` stands in the report or in the event's names."""
    return [
        sa.or_(
            table.c.search.contains(word, autoescape=True), reports.c.search.contains(word, autoescape=True)
        )
        for word in search_form(text).split()
    ]


def _told_conditions(asked: EventFilter, table: sa.Table) -> list[ColumnElement[bool]]:
    columns = table.c
    found: list[ColumnElement[bool]] = []
    if asked.date_from:
        found.append(sa.func.coalesce(columns.date_end, columns.date_start) >= asked.date_from)
    if asked.date_to:
        found.append(sa.func.coalesce(columns.date_start, columns.date_end) <= asked.date_to)
    if asked.event_types:
        found.append(columns.event_type.in_(asked.event_types))
    if asked.families:
        found.append(columns.family.in_(asked.families))
    if asked.outlets:
        found.append(reports.c.outlet.in_(asked.outlets))
    if asked.killed_min is not None:
        found.append(sa.func.coalesce(columns.killed_low, columns.killed_best) >= asked.killed_min)
    if asked.min_confidence:
        found.append(columns.confidence >= asked.min_confidence)
    if not asked.show_background:
        found.append(columns.is_background.is_not(sa.true()))
    if asked.report_id is not None:
        found.append(columns.report_id == asked.report_id)
    return found + text_conditions(asked.text, table)
