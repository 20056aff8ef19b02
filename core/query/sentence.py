"""A filter in words."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from core.model import Role

if TYPE_CHECKING:
    from core.query.filter import EventFilter

_PREPOSITIONS = {
    Role.INITIATOR: "by",
    Role.TARGET: "against",
    Role.PARTICIPANT: "with the part of",
    Role.UNKNOWN: "perhaps by",
    None: "involving",
}


def number_of(count: int, noun: str) -> str:
    """ "1 event", "1,204 events"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _any_of(ids: Iterable[str], names: Mapping[str, str]) -> str:
    labels = [names.get(value, value) for value in ids]
    if len(labels) < 3:
        return " or ".join(labels)
    return ", ".join(labels[:-1]) + " or " + labels[-1]


def _day(day: date) -> str:
    return f"{day.day} {calendar.month_abbr[day.month]} {day.year}"


def _dates(first: date | None, last: date | None) -> str:
    """ "2019-2020", "May 2020", "3 Jun 2020", "since ...", "until ..." or an interval of days."""
    if first is None or last is None:
        return f"since {_day(first)}" if first else f"until {_day(last)}" if last else ""
    if first == last:
        return _day(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}-{last.year}"
    if first.day == 1 and last == last.replace(day=calendar.monthrange(last.year, last.month)[1]):
        months = [f"{calendar.month_abbr[day.month]} {day.year}" for day in (first, last)]
        return months[0] if months[0] == months[1] else " to ".join(months)
    return f"{_day(first)} to {_day(last)}"


def conditions(asked: EventFilter, names: Mapping[str, str]) -> list[str]:
    """The filter's conditions in words, in reading order; empty for the empty filter."""
    roles: dict[Role | None, list[str]] = {}
    for actor, role in asked.actors:
        roles.setdefault(role, []).append(actor)
    told = [(words, roles[role]) for role, words in _PREPOSITIONS.items() if role in roles]
    who = " or ".join(f"{words} {_any_of(ids, names)}" for words, ids in told)
    parts = [
        _dates(asked.date_from, asked.date_to),
        _any_of(asked.event_types, names),
        _any_of(asked.families, names),
        who,
        f"in {_any_of(asked.districts, names)}" if asked.districts else "",
        f"told by {_any_of(asked.outlets, names)}" if asked.outlets else "",
        f"at least {asked.killed_min:,} killed" if asked.killed_min is not None else "",
        f"confidence at least {asked.min_confidence:.0%}" if asked.min_confidence else "",
        "" if asked.show_background else "without background",
        f'with "{asked.text}"' if asked.text else "",
        f'in the report "{names.get(asked.report_id, asked.report_id)}"' if asked.report_id else "",
    ]
    return [part for part in parts if part]
