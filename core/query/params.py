"""URL parameters to filters, strictly or leniently."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from core.errors import FilterError
from core.model import Role
from core.query.filter import MOST_KILLED, PARAMETER_OF, EventFilter, meaningless

Params = Mapping[str, str | Sequence[str]]
Choices = Mapping[str, Collection[str]]

#: The filter's URL parameters; others belong to the pages.
PARAMETERS = tuple(PARAMETER_OF.values())

_LISTS = frozenset({"actors", "event_types", "families", "districts", "outlets"})


@dataclass(frozen=True, slots=True)
class ReadParams:
    """What a lenient reading of URL parameters gives: the filter and a message for each value dropped."""

    filter: EventFilter
    problems: tuple[str, ...]


def from_params(params: Params, choices: Choices | None = None) -> EventFilter:
    """The filter of URL parameters; parameters of other names are not the filter's and are ignored.

    ``choices`` gives, by parameter name (``actor``, ``type``, ``family``, ``district``, ``outlet``),
    the ids that exist; a parameter without an entry is not checked against a list.

    Raises :class:`FilterError` naming the parameter whose value means nothing.
    """
    known = choices or {}
    values: dict[str, Any] = {}
    for field, name in PARAMETER_OF.items():
        given = _values_of(params, name)
        if given:
            values[field] = _READ[field](name, given, known.get(name))
    return EventFilter(**values)


def read_params(params: Params, choices: Choices | None = None) -> ReadParams:
    """As :func:`from_params`, but values that mean nothing are dropped and reported."""
    kept, problems = EventFilter(), []
    for field, name in PARAMETER_OF.items():
        given = _values_of(params, name)
        parts = [[value] for value in given] if field in _LISTS else [given] if given else []
        for part in parts:
            try:
                value = getattr(from_params({name: part}, choices), field)
                whole = (*getattr(kept, field), *value) if field in _LISTS else value
                changed: dict[str, Any] = {field: whole}
                kept = replace(kept, **changed)
            except FilterError as error:
                problems.append(str(error))
    return ReadParams(kept, tuple(problems))


def _values_of(params: Params, name: str) -> list[str]:
    given = params.get(name, [])
    values = [given] if isinstance(given, str) else list(given)
    return [value for value in values if value != ""]


def _one(name: str, values: list[str]) -> str:
    if len(values) != 1:
        raise FilterError(f"filter parameter '{name}' is given {len(values)} times")
    return values[0]


def _known(name: str, value: str, known: Collection[str] | None) -> str:
    if known is not None and value not in known:
        raise meaningless(name, value, "one of the choices")
    return value


def _read_date(name: str, values: list[str], _: Collection[str] | None) -> date:
    value = _one(name, values)
    try:
        day = date.fromisoformat(value)
    except ValueError:
        day = None
    if day is None or day.isoformat() != value:
        raise meaningless(name, value, "a date like 2020-06-03")
    return day


def _read_ids(name: str, values: list[str], known: Collection[str] | None) -> tuple[str, ...]:
    return tuple(_known(name, value, known) for value in values)


def _read_actors(
    name: str, values: list[str], known: Collection[str] | None
) -> tuple[tuple[str, Role | None], ...]:
    actors = []
    for value in values:
        actor, colon, role = value.partition(":")
        if colon and role not in set(Role):
            raise meaningless(name, value, "an actor's id with a role (" + ", ".join(Role) + ")")
        actors.append((_known(name, actor, known), Role(role) if colon else None))
    return tuple(actors)


def _read_count(name: str, values: list[str], _: Collection[str] | None) -> int:
    value = _one(name, values)
    if not (value.isascii() and value.isdigit() and len(value) <= len(str(MOST_KILLED))):
        raise meaningless(name, value, f"a whole number from 1 to {MOST_KILLED:,}")
    return int(value)


def _read_share(name: str, values: list[str], _: Collection[str] | None) -> float:
    value = _one(name, values)
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0.0 <= number <= 1.0:
        raise meaningless(name, value, "a number from 0 to 1")
    return number


def _read_switch(name: str, values: list[str], _: Collection[str] | None) -> bool:
    value = _one(name, values)
    if value not in {"0", "1"}:
        raise meaningless(name, value, "0 or 1")
    return value == "1"


def _read_text(name: str, values: list[str], _: Collection[str] | None) -> str:
    return _one(name, values)


_READ: Mapping[str, Callable[[str, list[str], Collection[str] | None], Any]] = {
    "date_from": _read_date,
    "date_to": _read_date,
    "actors": _read_actors,
    "event_types": _read_ids,
    "families": _read_ids,
    "districts": _read_ids,
    "outlets": _read_ids,
    "killed_min": _read_count,
    "min_confidence": _read_share,
    "show_background": _read_switch,
    "text": _read_text,
    "report_id": _read_text,
}
