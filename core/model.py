"""The frozen values that every stage takes and gives.

Offsets are Python string indexes into ``Report.text`` as given, ``start`` inclusive and
``end`` exclusive. Coordinates are WGS 84 degrees, latitude first. Distances are kilometres.
Dates are ISO 8601 calendar days; an interval includes both ends.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any


class Role(StrEnum):
    """What an actor did in an event; ``UNKNOWN`` is a suspected or disputed author."""

    INITIATOR = "initiator"
    TARGET = "target"
    PARTICIPANT = "participant"
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """Why a passage gave no event: the contract's closed list."""

    AGGREGATE = "aggregate"
    PLANNED = "planned"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"
    FOILED = "foiled"
    ANALYSIS = "analysis"
    COMMENT = "comment"
    PAGE_FURNITURE = "page_furniture"
    UNPLACED = "unplaced"
    LANGUAGE = "language"


class Relation(StrEnum):
    """How an event lies to the place it is named by; ``None`` where a relation is absent means "at"."""

    NEAR = "near"
    BETWEEN = "between"
    OFFSET = "offset"


@dataclass(frozen=True, slots=True)
class Report:
    """One text from one outlet. ``published`` anchors relative dates; ``None`` means unknown."""

    report_id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A gazetteer row. ``radius_km`` is how far the place reaches from its coordinate."""

    place_id: str
    name: str
    name_ar: str | None
    spellings: tuple[str, ...]
    feature_type: str
    parent: str | None
    latitude: float | None
    longitude: float | None
    radius_km: float
    pcode: str | None
    source: str


@dataclass(frozen=True, slots=True)
class EventPlace:
    """A place as an event uses it: the row, the words, and how near the point is to the truth.

    ``geo_precision`` is ACLED's: 1 a named spot or town, 2 near or part of an area, 3 a region.
    Coordinates are ``None`` for places wider than a governorate (listed, never drawn).
    """

    place_id: str
    name: str
    as_written: str
    feature_type: str
    relation: str | None
    latitude: float | None
    longitude: float | None
    geo_precision: int
    radius_km: float


@dataclass(frozen=True, slots=True)
class Count:
    """``low <= best <= high``; ``None`` is "not known" ("at least 5" is 5, 5, None)."""

    low: int | None
    best: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class EventActor:
    """An actor in an event with its own losses, where the report gives them."""

    actor_id: str
    name: str
    as_written: str
    role: Role
    killed: Count | None = None
    wounded: Count | None = None
    captured: Count | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The characters one field was read from and the rule that read it.

    ``field`` is a path: ``trigger``, ``date``, ``place``, ``origin``, ``via[0]``, ``actors[1]``,
    ``actors[1].killed``, ``killed``, ``attributed_to[0]``...
    """

    field: str
    start: int
    end: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class AcledCode:
    """ACLED's event type and sub-event type."""

    event_type: str
    sub_event_type: str


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, where, when, how many, according to whom, and by which words.

    ``place`` is ``None`` only inside a rejection's partial event.
    """

    event_id: str
    event_type: str
    acled: AcledCode
    date_start: date | None
    date_end: date | None
    time_precision: int | None
    date_text: str | None
    place: EventPlace | None
    origin: EventPlace | None = None
    destination: EventPlace | None = None
    via: tuple[EventPlace, ...] = ()
    actors: tuple[EventActor, ...] = ()
    killed: Count | None = None
    wounded: Count | None = None
    captured: Count | None = None
    vehicles: Count | None = None
    personnel: Count | None = None
    attributed_to: tuple[str, ...] = ()
    is_background: bool = False
    confidence: float = 0.5
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejection:
    """A passage that looked like an event and is not one (or cannot be placed), and why."""

    start: int
    end: int
    text: str
    reason: Reason
    event: Event | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one version of the reader made of one report."""

    report_id: str
    language: str
    events: tuple[Event, ...]
    rejections: tuple[Rejection, ...]


def content_id(*parts: str) -> str:
    """A short stable id (16 hex digits of SHA-256) from content, never from position."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def report_id_of(text: str) -> str:
    """The id of a report that came without one: a hash of its text."""
    return content_id("report", text)


def _plain(value: Any) -> Any:
    """A value as JSON-ready objects: dataclasses to dicts in field order, dates to ISO strings."""
    if value is None or isinstance(value, (str, int, float, bool)):
        return str(value) if isinstance(value, StrEnum) else value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}


def to_dict(
    value: Event | Rejection | Reading | Evidence | EventPlace | EventActor | Count,
) -> dict[str, Any]:
    """The contract's JSON object of a value (see DESIGN, "The contract")."""
    plain: dict[str, Any] = _plain(value)
    return plain


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _count(value: Mapping[str, Any] | None) -> Count | None:
    return Count(**value) if value is not None else None


def _place(value: Mapping[str, Any] | None) -> EventPlace | None:
    return EventPlace(**value) if value is not None else None


def _actor(value: Mapping[str, Any]) -> EventActor:
    counts = {name: _count(value[name]) for name in ("killed", "wounded", "captured")}
    return EventActor(**{**value, **counts, "role": Role(value["role"])})


def event_from_dict(value: Mapping[str, Any]) -> Event:
    """The event of a contract object; the inverse of :func:`to_dict`.

    Raises ``KeyError`` or ``TypeError`` on an object that is not of the contract's shape.
    """
    return Event(
        **{
            **value,
            "acled": AcledCode(**value["acled"]),
            "date_start": _day(value["date_start"]),
            "date_end": _day(value["date_end"]),
            "place": _place(value["place"]),
            "origin": _place(value["origin"]),
            "destination": _place(value["destination"]),
            "via": tuple(EventPlace(**place) for place in value["via"]),
            "actors": tuple(_actor(actor) for actor in value["actors"]),
            **{
                name: _count(value[name])
                for name in ("killed", "wounded", "captured", "vehicles", "personnel")
            },
            "attributed_to": tuple(value["attributed_to"]),
            "evidence": tuple(Evidence(**item) for item in value["evidence"]),
        }
    )


def rejection_from_dict(value: Mapping[str, Any]) -> Rejection:
    """The rejection of a contract object; the inverse of :func:`to_dict`."""
    event = event_from_dict(value["event"]) if value["event"] is not None else None
    return Rejection(**{**value, "reason": Reason(value["reason"]), "event": event})


def reading_from_dict(value: Mapping[str, Any]) -> Reading:
    """The reading of a contract object; the inverse of :func:`to_dict`."""
    return Reading(
        value["report_id"],
        value["language"],
        tuple(event_from_dict(event) for event in value["events"]),
        tuple(rejection_from_dict(rejection) for rejection in value["rejections"]),
    )
