"""The filter as a checked, frozen value."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.errors import FilterError
from core.model import Role
from core.query.sentence import conditions, number_of

EARLIEST, LATEST = date(1900, 1, 1), date(2200, 12, 31)
MOST_KILLED = 1_000_000
LONGEST_ID, LONGEST_TEXT, MOST_VALUES = 120, 200, 200

#: The URL parameter of each field, in the order they are written.
PARAMETER_OF = {
    "date_from": "from",
    "date_to": "to",
    "actors": "actor",
    "event_types": "type",
    "families": "family",
    "districts": "district",
    "outlets": "outlet",
    "killed_min": "killed",
    "min_confidence": "confidence",
    "show_background": "background",
    "text": "q",
    "report_id": "report",
}


def meaningless(name: str, value: str, expected: str) -> FilterError:
    """The error of a value of the URL parameter ``name``; long values are cut in the message."""
    shown = value if len(value) <= 40 else value[:40] + "..."
    return FilterError(f"filter parameter '{name}': {shown!r} is not {expected}")


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events to show; the empty filter shows all.

    ``date_from``/``date_to``: the event's interval touches this one (both ends included, either may
    be open); events without a date are then left out. ``actors`` are (actor_id, role or ``None`` for
    any role). ``killed_min`` compares with the lowest number the sources give. ``text``: every word
    stands in the report or in the event's names. Lists are kept sorted and without doubles, so equal
    questions are equal values.

    Raises :class:`FilterError` naming the URL parameter of a value that means nothing.
    """

    date_from: date | None = None
    date_to: date | None = None
    actors: tuple[tuple[str, Role | None], ...] = ()
    event_types: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    killed_min: int | None = None
    min_confidence: float = 0.0
    show_background: bool = True
    text: str = ""
    report_id: str | None = None

    def __post_init__(self) -> None:
        for name in ("event_types", "families", "districts", "outlets"):
            values = sorted({_identifier(PARAMETER_OF[name], value) for value in getattr(self, name)})
            object.__setattr__(self, name, _few(PARAMETER_OF[name], values))
        pairs = {(_actor_id(actor), None if role is None else Role(role)) for actor, role in self.actors}
        actors = sorted(pairs, key=lambda pair: (pair[0], pair[1] or ""))
        object.__setattr__(self, "actors", _few("actor", actors))
        object.__setattr__(self, "text", _words(self.text))
        if self.report_id is not None:
            _identifier("report", self.report_id)
        _check_days(self.date_from, self.date_to)
        if self.killed_min is not None and not 1 <= self.killed_min <= MOST_KILLED:
            raise meaningless("killed", str(self.killed_min), f"a whole number from 1 to {MOST_KILLED:,}")
        if not 0.0 <= self.min_confidence <= 1.0:
            raise meaningless("confidence", str(self.min_confidence), "a number from 0 to 1")

    def to_params(self) -> dict[str, list[str]]:
        """The URL parameters of what differs from the empty filter; ``from_params`` is the inverse."""
        params: dict[str, list[str]] = {
            "from": [self.date_from.isoformat()] if self.date_from else [],
            "to": [self.date_to.isoformat()] if self.date_to else [],
            "actor": [f"{actor}:{role}" if role else actor for actor, role in self.actors],
            "type": list(self.event_types),
            "family": list(self.families),
            "district": list(self.districts),
            "outlet": list(self.outlets),
            "killed": [str(self.killed_min)] if self.killed_min is not None else [],
            "confidence": [repr(float(self.min_confidence))] if self.min_confidence else [],
            "background": [] if self.show_background else ["0"],
            "q": [self.text] if self.text else [],
            "report": [self.report_id] if self.report_id is not None else [],
        }
        return {name: values for name, values in params.items() if values}

    def sentence(self, n_events: int, n_reports: int, names: Mapping[str, str] | None = None) -> str:
        """What is shown, e.g. "63 events from 41 reports, 2019-2020, by ISIS".

        ``names`` gives the label of an actor, type, family, district or report id; an id that is
        not in it stands for itself. The result is plain text: escape it where it is shown.
        """
        head = f"{number_of(n_events, 'event')} from {number_of(n_reports, 'report')}"
        return ", ".join([head, *conditions(self, names or {})])


# Text-direction overrides can make a name read as another one.
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def _is_plain(value: str) -> bool:
    """No control characters, lone surrogates (not storable) or direction overrides."""
    return not any(unicodedata.category(char) in {"Cc", "Cs"} or char in _OVERRIDES for char in value)


def _identifier(name: str, value: str) -> str:
    if not value or len(value) > LONGEST_ID or value != value.strip() or not _is_plain(value):
        raise meaningless(name, value, f"a name of 1 to {LONGEST_ID} plain characters")
    return value


def _actor_id(value: str) -> str:
    if ":" in value:
        raise meaningless("actor", value, "an actor's id")
    return _identifier("actor", value)


def _few(name: str, values: list[Any]) -> tuple[Any, ...]:
    if len(values) > MOST_VALUES:
        raise FilterError(f"filter parameter '{name}': {len(values)} values are more than {MOST_VALUES}")
    return tuple(values)


def _words(value: str) -> str:
    words = " ".join(value.split())
    if len(words) > LONGEST_TEXT or not _is_plain(words):
        raise meaningless("q", words, f"at most {LONGEST_TEXT} plain characters")
    return words


def _check_days(first: date | None, last: date | None) -> None:
    for name, day in (("from", first), ("to", last)):
        if day is not None and not EARLIEST <= day <= LATEST:
            raise meaningless(name, str(day), f"a day from {EARLIEST} to {LATEST}")
    if first and last and first > last:
        raise meaningless("to", str(last), f"a day not before {first}")
