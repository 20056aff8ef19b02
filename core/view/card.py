"""An event as the plain lines of its card: words and figures, no markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from core.model import Count, Event, EventActor, EventPlace, Role
from core.view.words import (
    confidence_words,
    count_words,
    date_precision_words,
    date_words,
    place_precision_words,
)

if TYPE_CHECKING:
    from core.lexicon.event_types import EventTypes

ROLE_WORDS = {
    Role.INITIATOR: "initiator",
    Role.TARGET: "target",
    Role.PARTICIPANT: "participant",
    Role.UNKNOWN: "suspected or disputed",
}
_LOSSES = ("killed", "wounded", "captured")
_COUNTS = (*_LOSSES, "vehicles", "personnel")
# The rules by which a place comes from another sentence; a test keeps them in step with the reader's.
FROM_ELSEWHERE = frozenset({"named earlier in the report", "the words refer back to it"})


class Leg(NamedTuple):
    """A part of a route: ``from``, ``via`` or ``to``, and its places as (name, the report's words)."""

    word: str
    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Side:
    """An actor on the card: its name, the report's words for it, its role, its own losses ("7 killed")."""

    name: str
    as_written: str
    role: str
    losses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """The event card, top to bottom. Every text is plain: the page escapes what it shows."""

    event_id: str
    type_label: str
    family_label: str
    colour: str
    symbol: str
    date: str
    date_precision: str
    date_text: str | None
    place: str
    place_as_written: str
    place_precision: str
    route: tuple[Leg, ...]
    sides: tuple[Side, ...]
    counts: tuple[str, ...]
    according_to: tuple[str, ...]
    confidence: str
    rests_on: tuple[str, ...]
    is_background: bool


def _told(count: Count | None, noun: str) -> str:
    words = count_words(count.low, count.best, count.high) if count else ""
    return f"{words} {noun}" if words else ""


def _side(actor: EventActor) -> Side:
    losses = (_told(getattr(actor, name), name) for name in _LOSSES)
    return Side(actor.name, actor.as_written, ROLE_WORDS[actor.role], tuple(filter(None, losses)))


def _date_precision(event: Event) -> str:
    if event.date_start is None and event.date_text:
        return f"told as “{' '.join(event.date_text.split())}”"
    return date_precision_words(event.time_precision)


def _place(place: EventPlace | None) -> tuple[str, str, str]:
    if place is None:
        return "place unknown", "", ""
    precision = place_precision_words(
        place.feature_type, place.relation, place.geo_precision, place.radius_km
    )
    kind = place.feature_type.replace("_", " ")
    if place.name.casefold().endswith(kind):  # "Al-Taym oil field" says what it is
        precision = precision.removeprefix(f"{kind}, ")
    return place.name, place.as_written, precision


def _route(event: Event) -> tuple[Leg, ...]:
    """From A via B to C, as far as the report tells."""
    if event.origin is None and event.destination is None:
        return ()
    legs = (
        ("from", [event.origin] if event.origin else []),
        ("via", event.via),
        ("to", [event.destination] if event.destination else []),
    )
    return tuple(
        Leg(word, tuple((place.name, place.as_written) for place in places))
        for word, places in legs
        if places
    )


def _rests_on_place(event: Event) -> str:
    place = event.place
    if place and place.geo_precision == 1:
        return "place named"
    if (
        place
        and place.geo_precision == 2
        and not place.relation
        and any(item.field == "place" and item.rule in FROM_ELSEWHERE for item in event.evidence)
    ):
        return "place told in another sentence"
    return "place only roughly known"


def _rests_on_actors(event: Event) -> str:
    roles = {actor.role for actor in event.actors}
    if Role.UNKNOWN in roles and Role.INITIATOR not in roles:
        return "initiator only suspected"
    return "actors named" if roles - {Role.UNKNOWN} else "no certain actor named"


def _rests_on(event: Event) -> tuple[str, ...]:
    """What speaks for and against the event's reading, each in a few words."""
    return (
        _rests_on_place(event),
        "day told" if event.time_precision == 1 else "no exact day told",
        _rests_on_actors(event),
        "source cited" if event.attributed_to else "no source cited",
    )


def card(event: Event, event_types: EventTypes) -> Card:
    """The card of an event. Raises ``KeyError`` for an event type that the lexicon does not have."""
    kind = event_types.by_id[event.event_type]
    family = event_types.families[kind.family]
    place, place_as_written, place_precision = _place(event.place)
    return Card(
        event_id=event.event_id,
        type_label=kind.label,
        family_label=family.label,
        colour=family.colour,
        symbol=family.symbol,
        date=date_words(event.date_start, event.date_end),
        date_precision=_date_precision(event),
        date_text=event.date_text,
        place=place,
        place_as_written=place_as_written,
        place_precision=place_precision,
        route=_route(event),
        sides=tuple(map(_side, event.actors)),
        counts=tuple(filter(None, (_told(getattr(event, name), name) for name in _COUNTS))),
        according_to=event.attributed_to,
        confidence=confidence_words(event.confidence),
        rests_on=_rests_on(event),
        is_background=event.is_background,
    )
