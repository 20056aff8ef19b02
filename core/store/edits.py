"""People's corrections: an append-only layer that is laid over every reading, old or new."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from core.errors import StoreError
from core.model import Event, event_from_dict, to_dict
from core.store.labels import Labels

_COUNTS = ("killed", "wounded", "captured", "vehicles", "personnel")
#: The fields a person can set, with values in the contract's form; ``reviewed`` says "read and found right".
EDITABLE = (
    "event_type",
    "date_start",
    "date_end",
    "time_precision",
    "place",
    "origin",
    "destination",
    "via",
    "actors",
    *_COUNTS,
    "attributed_to",
    "is_background",
    "reviewed",
)


@dataclass(frozen=True, slots=True)
class Edit:
    """One person's correction of one field.

    It belongs to ``event_id``; should a later reader cut the report otherwise, to the only event of the
    report with the same trigger words. ``value`` is the field's contract form; ``made_at`` is UTC.
    """

    event_id: str
    report_id: str
    trigger_text: str
    field: str
    value: Any
    who: str
    made_at: datetime
    why: str


@dataclass(frozen=True, slots=True)
class Edited:
    """An event as people left it, and whether a person stands behind it."""

    event: Event
    reviewed: bool


def trigger_of(event: Event) -> str:
    """The event's trigger words as written; empty where its evidence names none."""
    return " ".join(item.text for item in event.evidence if item.field == "trigger")


def apply_edits(events: Sequence[Event], edits: Iterable[Edit], labels: Labels) -> tuple[Edited, ...]:
    """The events of one report with its edits laid over them, oldest first.

    Raises :class:`StoreError` where an edit's value does not fit its field.
    """
    known = {event.event_id for event in events}
    by_trigger: dict[str, list[str]] = {}
    for event in events:
        by_trigger.setdefault(trigger_of(event), []).append(event.event_id)
    found: dict[str, list[Edit]] = {}
    for edit in edits:
        same_words = by_trigger.get(edit.trigger_text, []) if edit.trigger_text else []
        if edit.event_id in known:
            found.setdefault(edit.event_id, []).append(edit)
        elif len(same_words) == 1:
            found.setdefault(same_words[0], []).append(edit)
    return tuple(_edited(event, found.get(event.event_id, []), labels) for event in events)


def _edited(event: Event, edits: list[Edit], labels: Labels) -> Edited:
    reviewed = False
    for edit in edits:
        if edit.field == "reviewed":
            reviewed = edit.value is True
        else:
            event, reviewed = with_value(event, edit.field, edit.value, labels), True
    return Edited(event, reviewed)


def with_value(event: Event, field: str, value: Any, labels: Labels) -> Event:
    """The event with one field of :data:`EDITABLE` (but ``reviewed``) set to a value in contract form.

    A new event type brings its ACLED code. Raises :class:`StoreError` on a value that does not fit.
    """
    plain = {**to_dict(event), field: value}
    if field == "event_type":
        if not isinstance(value, str) or value not in labels.acled:
            raise StoreError(f"edit of 'event_type': {value!r} is not an event type")
        plain["acled"] = asdict(labels.acled[value])
    try:
        changed = event_from_dict(plain)
        _check(changed)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise StoreError(f"edit of '{field}': the value does not fit the field ({error})") from error
    # What a person says has no characters in the report to point at.
    gone = "date" if field in {"date_start", "date_end", "time_precision"} else field
    kept = tuple(item for item in changed.evidence if item.field.split("[")[0].split(".")[0] != gone)
    return replace(changed, evidence=kept)


def _check(event: Event) -> None:
    if event.place is None:
        raise ValueError("an event has a place")
    if not isinstance(event.is_background, bool):
        raise TypeError("is_background is true or false")
    if event.time_precision not in {None, 1, 2, 3}:
        raise ValueError("time_precision is 1, 2 or 3")
    days = (event.date_start, event.date_end)
    if all(isinstance(day, date) for day in days) and days[0] > days[1]:  # type: ignore[operator]
        raise ValueError("date_start is after date_end")
    if not all(isinstance(name, str) for name in event.attributed_to):
        raise TypeError("attributed_to is a list of names")
    for name in _COUNTS:
        count = getattr(event, name)
        known = [n for n in (count.low, count.best, count.high) if n is not None] if count else []
        if known != sorted(known) or any(type(n) is not int or n < 0 for n in known):
            raise ValueError(f"{name} needs whole numbers, low <= best <= high")
    for place in (event.place, event.origin, event.destination, *event.via):
        if place is None or place.latitude is None or place.longitude is None:
            continue
        if not (-90 <= place.latitude <= 90 and -180 <= place.longitude <= 180):
            raise ValueError("latitude is -90 to 90 and longitude -180 to 180")
