"""Hand-made reports, readings and labels for tests. All of it is invented: no real event is described."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
from hypothesis import strategies as st

from core.model import (
    AcledCode,
    Count,
    Event,
    EventActor,
    EventPlace,
    Evidence,
    Reading,
    Reason,
    Rejection,
    Report,
    Role,
)
from core.query import EventFilter
from core.store import Labels

ACLED = {
    "clash": AcledCode("Battles", "Armed clash"),
    "airstrike": AcledCode("Explosions/Remote violence", "Air/drone strike"),
    "movement": AcledCode("Strategic developments", "Other"),
}
LABELS = Labels(
    families={"clash": "fighting", "airstrike": "strikes", "movement": "force_posture"},
    acled=ACLED,
    districts={"mayadin": "mayadin-district", "bukamal": "bukamal-district"},
)
PLACES = {
    "mayadin": ("Al-Mayadin", 35.02, 40.45),
    "bukamal": ("Al-Bukamal", 34.45, 40.92),
    "syria": ("Syria", None, None),
}
ACTORS = {"isis": "ISIS", "sdf": "SDF", "iran": "IRGC"}


def place(place_id: str = "mayadin", **changes: Any) -> EventPlace:
    name, latitude, longitude = PLACES[place_id]
    values: dict[str, Any] = {
        "place_id": place_id,
        "name": name,
        "as_written": name.lower(),
        "feature_type": "town",
        "relation": None,
        "latitude": latitude,
        "longitude": longitude,
        "geo_precision": 1,
        "radius_km": 2.0,
    }
    return EventPlace(**{**values, **changes})


def actor(actor_id: str = "isis", role: Role = Role.INITIATOR, **changes: Any) -> EventActor:
    return EventActor(actor_id, ACTORS[actor_id], ACTORS[actor_id], role, **changes)


def event(event_id: str = "e1", event_type: str = "clash", **changes: Any) -> Event:
    values: dict[str, Any] = {
        "acled": ACLED[event_type],
        "date_start": date(2020, 6, 3),
        "date_end": date(2020, 6, 3),
        "time_precision": 1,
        "date_text": "on June 3",
        "place": place(),
        "actors": (actor(),),
        "confidence": 0.8,
        "evidence": (Evidence("trigger", 0, 4, "Made", "test"), Evidence("date", 5, 7, "up", "test")),
    }
    return Event(event_id, event_type, **{**values, **changes})


def report(report_id: str = "r1", **changes: Any) -> Report:
    values: dict[str, Any] = {
        "text": f"Made up for a test, number {report_id}.",
        "title": f"Report {report_id}",
        "outlet": "Example Press",
        "url": "https://example.org/1",
        "published": date(2020, 6, 4),
        "language": "en",
    }
    return Report(report_id, **{**values, **changes})


def rejection(reason: Reason = Reason.PLANNED, told: Event | None = None) -> Rejection:
    return Rejection(0, 4, "Made", reason, told)


def reading(report_id: str = "r1", *events: Event, rejections: tuple[Rejection, ...] = ()) -> Reading:
    return Reading(report_id, "en", events, rejections)


def told(report_id: str = "r1", *events: Event, **changes: Any) -> tuple[Report, Reading]:
    """A report with its reading, as the store takes them."""
    return report(report_id, **changes), reading(report_id, *events)


_days = st.none() | st.dates(date(2019, 12, 1), date(2020, 2, 1))
_counts = st.none() | st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(0, 5)).map(
    lambda bounds: Count(*sorted(bounds))
)
_roles = st.sampled_from(list(Role))
_actors = st.lists(st.builds(actor, st.sampled_from(sorted(ACTORS)), _roles), max_size=3).map(tuple)


@st.composite
def events(draw: st.DrawFn, event_id: str) -> Event:
    days = sorted(day for day in (draw(_days), draw(_days)) if day)
    return event(
        event_id,
        draw(st.sampled_from(sorted(ACLED))),
        date_start=days[0] if days else None,
        date_end=days[-1] if days else None,
        time_precision=1 if days else None,
        place=place(draw(st.sampled_from(sorted(PLACES)))),
        actors=draw(_actors),
        killed=draw(_counts),
        is_background=draw(st.booleans()),
        confidence=draw(st.sampled_from([0.1, 0.5, 0.9])),
    )


@st.composite
def stories(draw: st.DrawFn) -> list[tuple[Report, Reading]]:
    """Up to four reports with up to four events each; event ids are unique over all."""
    items = []
    for number in range(draw(st.integers(0, 4))):
        told_events = [draw(events(f"e{number}-{n}")) for n in range(draw(st.integers(0, 4)))]
        outlet = draw(st.sampled_from([None, "Example Press", "Other Press"]))
        text = draw(st.sampled_from(["A convoy of trucks.", "قافلة في الميادين", "Nothing 100% sure_"]))
        items.append((report(f"r{number}", outlet=outlet, text=text), reading(f"r{number}", *told_events)))
    return items


@st.composite
def filters(draw: st.DrawFn) -> EventFilter:
    """Filters that ask for what :func:`stories` tells, and for what it does not."""
    days = sorted(day for day in (draw(_days), draw(_days)) if day)
    roles = st.none() | _roles
    actors = st.lists(st.tuples(st.sampled_from(["isis", "sdf", "nobody"]), roles), max_size=2)

    def some(*values: str) -> tuple[str, ...]:
        return tuple(draw(st.lists(st.sampled_from(values), max_size=2)))

    return EventFilter(
        date_from=days[0] if days and draw(st.booleans()) else None,
        date_to=days[-1] if days and draw(st.booleans()) else None,
        actors=tuple(draw(actors)) if draw(st.booleans()) else (),
        event_types=some("clash", "airstrike", "none"),
        families=some("fighting", "strikes") if draw(st.booleans()) else (),
        districts=some("mayadin-district", "elsewhere") if draw(st.booleans()) else (),
        outlets=some("Example Press", "No Press") if draw(st.booleans()) else (),
        killed_min=draw(st.none() | st.integers(1, 4)),
        min_confidence=draw(st.sampled_from([0.0, 0.5, 0.9])),
        show_background=draw(st.booleans()),
        text=draw(st.sampled_from(["", "", "convoy", "mayadin", "الميادين", "100%", "sdf trucks", "_"])),
        report_id=draw(st.sampled_from([None, None, "r0", "r9"])),
    )


def rows(frame: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    """Some columns of a frame as plain tuples."""
    return list(frame[list(columns)].itertuples(index=False, name=None))
