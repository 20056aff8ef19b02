"""Made-up events, labels and names: no real report is behind them."""

from __future__ import annotations

from datetime import date
from typing import Any

from core.evaluate import Names
from core.evaluate.gold import COUNTS, GoldEvent, GoldReport
from core.model import AcledCode, Count, Event, EventActor, EventPlace, Evidence, Reading, Report, Role

FAMILIES = {
    "clash": "fighting",
    "armed_attack": "fighting",
    "movement": "force posture",
    "airstrike": "strikes",
}
PLACES = {
    "Al-Mayadin": "al-mayadin",
    "Hajin": "hajin",
    "Dhiban": "dhiban",
    "Theban": "dhiban",
    "Deir ez-Zor": "deir-ez-zor",
    "Homs": "homs",
}
GROUPS = {
    "isis": "isis",
    "ISIS": "isis",
    "sdf": "sdf",
    "SDF": "sdf",
    "asayish": "sdf",
    "hezbollah": "iran-backed",
}
NAMES = Names(
    lambda name: frozenset({PLACES[name]} if name in PLACES else ()),
    lambda name: GROUPS.get(name, name),
    FAMILIES,
)
DAY = date(2020, 6, 3)


def event(
    kind: str = "clash",
    place: str | None = "Al-Mayadin",
    *,
    day: date | None = DAY,
    actors: tuple[tuple[str, str], ...] = (),
    confidence: float = 0.9,
    latitude: float | None = 35.0,
    end: date | None = None,
    trigger: tuple[int, int] | None = None,
    text: str = "",
    **counts: tuple[int | None, int | None],
) -> Event:
    """A read event."""
    spot = place and EventPlace(PLACES[place], place, place, "town", None, latitude, 40.0, 1, 2.0)
    spans = (Evidence("trigger", *trigger, text[slice(*trigger)], "test"),) if trigger else ()
    return Event(
        event_id=f"{kind}-{place}-{day}",
        event_type=kind,
        acled=AcledCode("", ""),
        date_start=day,
        date_end=end or day,
        time_precision=1,
        date_text=None,
        place=spot or None,
        actors=tuple(EventActor(name, name, name, Role(role)) for name, role in actors),
        confidence=confidence,
        evidence=spans,
        **{name: Count(low, low, high) for name, (low, high) in counts.items()},
    )


def label(kind: str = "clash", place: str = "Al-Mayadin", day: date | None = DAY, **others: Any) -> GoldEvent:
    """A label."""
    counts = {name: others.pop(name, None) for name in COUNTS}
    values: dict[str, Any] = {
        "types": (kind, *others.pop("alt_types", ())),
        "places": (place, *others.pop("place_also", ())),
        "place_variants": (),
        "date_start": day,
        "date_end": others.pop("end", day),
        "actors": (),
        "counts": counts,
        "is_scored": True,
        "evidence": "words",
    }
    return GoldEvent(**{**values, **others})


def case(events: list[Event], labels: list[GoldEvent], text: str = "words", no_event: bool = False) -> Any:
    """Report, labels, reading and names: the arguments of ``score``."""
    report = Report("r1", text, language="en")
    return report, GoldReport("r1", tuple(labels), no_event), Reading("r1", "en", tuple(events), ()), NAMES
