"""Values to rows: what the read model stores of an event or a rejection, and whether it can be stored."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from core.errors import ReportError, StoreError
from core.model import Event, EventPlace, Reading, Rejection, Report, content_id, to_dict
from core.query.filter import LONGEST_ID
from core.store.edits import Edited
from core.store.labels import Labels
from core.store.tables import COUNTS
from core.text import fold, normalise

_LARGEST = 2**53  # beyond it a count is no number that a table or a script can hold exactly


def search_form(text: str) -> str:
    """A text's form to search in: normalised, folded, one blank between words."""
    return " ".join(fold(normalise(text).text).split())


def check_storable(report: Report, reading: Reading) -> None:
    """Raise :class:`ReportError` naming what no database could hold of a report and its reading."""
    if reading.report_id != report.report_id:
        raise ReportError(f"report {report.report_id}: the reading is of report {reading.report_id}")
    for name in ("report_id", "text", "title", "outlet", "url", "language"):
        for char in getattr(report, name) or "":
            if char == "\0" or "\ud800" <= char <= "\udfff":
                raise ReportError(
                    f"report {report.report_id!r}: its {name} has the character U+{ord(char):04X}"
                )
    if not 0 < len(report.report_id) <= LONGEST_ID:
        raise ReportError(f"report {report.report_id[:40]!r}: its id is not of 1 to {LONGEST_ID} characters")
    ids = [event.event_id for event in reading.events]
    if len(set(ids)) < len(ids):
        raise ReportError(f"report {report.report_id}: two of its events have one event_id")
    for event in reading.events:
        if event.place is None:
            raise ReportError(f"report {report.report_id}: event {event.event_id} has no place")
        counts = [getattr(event, name) for name in COUNTS]
        counts += [getattr(actor, name) for actor in event.actors for name in COUNTS[:3]]
        if any((n or 0) > _LARGEST for count in counts if count for n in (count.low, count.best, count.high)):
            raise ReportError(f"report {report.report_id}: event {event.event_id} has a count beyond 2^53")


def report_row(report: Report, read_language: str) -> dict[str, Any]:
    """The row of ``reports`` but for ``added_at``."""
    return {
        "report_id": report.report_id,
        "title": report.title,
        "outlet": report.outlet,
        "url": report.url,
        "published": report.published,
        "language": report.language,
        "read_language": read_language,
        "text": report.text,
        "text_id": content_id("report", report.text),
        "search": search_form(f"{report.title or ''}\n{report.outlet or ''}\n{report.text}"),
    }


def event_row(edited: Edited, report_id: str, position: int, labels: Labels) -> dict[str, Any]:
    """The row of ``events``; ``incident_id`` is the event's own id until incidents exist."""
    event, place = edited.event, edited.event.place
    assert place is not None, "check_storable lets no event without a place in"
    return {
        "event_id": event.event_id,
        "incident_id": event.event_id,
        "report_id": report_id,
        "position": position,
        **_told(event, labels),
        "place_id": place.place_id,
        "place_name": place.name,
        "as_written": place.as_written,
        "feature_type": place.feature_type,
        "relation": place.relation,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "geo_precision": place.geo_precision,
        "radius_km": place.radius_km,
        "district": labels.districts.get(place.place_id),
        **_end("origin", event.origin),
        **_end("destination", event.destination),
        "via": [[stop.name, stop.latitude, stop.longitude] for stop in event.via],
        "reviewed": edited.reviewed,
        "content": to_dict(event),
    }


def actor_rows(event: Event) -> list[dict[str, Any]]:
    """The rows of ``event_actors``."""
    return [
        {"event_id": event.event_id, "position": n, "actor_id": actor.actor_id, "role": str(actor.role)}
        for n, actor in enumerate(event.actors)
    ]


def rejection_row(rejection: Rejection, report_id: str, position: int, labels: Labels) -> dict[str, Any]:
    """The row of ``rejections``; what its partial event does not tell is null."""
    return {
        "report_id": report_id,
        "position": position,
        "reason": str(rejection.reason),
        "start": rejection.start,
        "end": rejection.end,
        "text": rejection.text,
        "event_id": rejection.event.event_id if rejection.event else None,
        **_told(rejection.event, labels),
    }


def _told(event: Event | None, labels: Labels) -> dict[str, Any]:
    if event is None:
        plain = dict.fromkeys(("event_type", "date_start", "date_end", "time_precision", "date_text"))
        counts = {f"{name}_{bound}": None for name in COUNTS for bound in ("low", "best", "high")}
        told: dict[str, Any] = {
            "actors": [],
            "attributed_to": [],
            "is_background": None,
            "confidence": None,
            "search": "",
        }
        return {**plain, **counts, **told, "family": None}
    if event.event_type not in labels.families:
        raise StoreError(f"event type '{event.event_type}' has no family in the data files")
    return {
        "event_type": event.event_type,
        "family": labels.families[event.event_type],
        "date_start": event.date_start,
        "date_end": event.date_end,
        "time_precision": event.time_precision,
        "date_text": event.date_text,
        **{
            f"{name}_{bound}": getattr(getattr(event, name), bound, None)
            for name in COUNTS
            for bound in ("low", "best", "high")
        },
        "actors": [to_dict(actor) for actor in event.actors],
        "attributed_to": list(event.attributed_to),
        "is_background": event.is_background,
        "confidence": event.confidence,
        "search": search_form(" ".join(_names(event))),
    }


def _names(event: Event) -> Iterable[str]:
    for place in (event.place, event.origin, event.destination, *event.via):
        if place is not None:
            yield place.name
    for actor in event.actors:
        yield actor.name
    yield from event.attributed_to
    yield event.event_type.replace("_", " ")


def _end(name: str, place: EventPlace | None) -> dict[str, Any]:
    return {
        f"{name}_name": place.name if place else None,
        f"{name}_latitude": place.latitude if place else None,
        f"{name}_longitude": place.longitude if place else None,
    }
