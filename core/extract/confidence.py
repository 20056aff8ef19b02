"""The probability that an event's type, place and date are all right.

A logistic model over plain features of the event and of those told beside it; its weights lie in
``data/confidence.csv``, fitted by ``python -m benchmarks.calibrate`` on events of public reports labelled
by hand (the codebook says what each feature means).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from math import exp

from core.extract.frames import SPOT_KM
from core.extract.when import SAID
from core.model import Event, Evidence, Role

INHERITED = "named earlier in the report"
REFERRED = "the words refer back to it"
_FAR = 1500.0  # characters; what stands further down is as far down as can be
_MOST_TRIGGERS = 4


def _is_own_day(item: Evidence) -> bool:
    return item.field == "date" and not item.rule.endswith(SAID)


def _start(event: Event) -> int:
    return min((x.start for x in event.evidence if x.field == "trigger"), default=0)


def _place_id(event: Event) -> str | None:
    return event.place.place_id if event.place is not None else None


FEATURES: Mapping[str, Callable[[Event, Sequence[Event]], float]] = {
    "place_inherited": lambda e, _: any(x.field == "place" and x.rule == INHERITED for x in e.evidence),
    "place_referred": lambda e, _: any(x.field == "place" and x.rule == REFERRED for x in e.evidence),
    "place_is_spot": lambda e, _: e.place is not None and e.place.radius_km <= SPOT_KM,
    "place_is_governorate": lambda e, _: e.place is not None and e.place.feature_type == "governorate",
    "place_is_near": lambda e, _: e.place is not None and e.place.relation is not None,
    "place_not_drawn": lambda e, _: e.place is not None and e.place.latitude is None,
    "date_told": lambda e, _: e.date_start is not None and any(_is_own_day(x) for x in e.evidence),
    "date_unknown": lambda e, _: e.date_start is None,
    "initiator": lambda e, _: any(a.role in {Role.INITIATOR, Role.PARTICIPANT} for a in e.actors),
    "target": lambda e, _: any(a.role is Role.TARGET for a in e.actors),
    "nobody": lambda e, _: not e.actors,
    "losses": lambda e, _: any(count is not None for count in (e.killed, e.wounded, e.captured)),
    "triggers": lambda e, _: (
        min(sum(x.field == "trigger" for x in e.evidence), _MOST_TRIGGERS) / _MOST_TRIGGERS
    ),
    "background": lambda e, _: e.is_background,
    "position": lambda e, _: min(_start(e) / _FAR, 1.0),
    "is_posture": lambda e, _: e.event_type in {"movement", "deployment", "withdrawal"},
    "is_armed_attack": lambda e, _: e.event_type == "armed_attack",
    "is_suicide_bombing": lambda e, _: e.event_type == "suicide_bombing",
    "is_strike": lambda e, _: e.event_type in {"airstrike", "drone_strike", "shelling", "ied_or_mine"},
    "is_control": lambda e, _: e.event_type in {"arrest_or_raid", "security_operation", "abduction"},
    "is_protest": lambda e, _: e.event_type == "protest",
    "only_one": lambda _, others: not others,
    "same_type_before": lambda e, others: any(
        o.event_type == e.event_type and _start(o) < _start(e) for o in others
    ),
    "same_place_before": lambda e, others: any(
        _place_id(o) == _place_id(e) and _start(o) < _start(e) for o in others
    ),
}
"""Each feature by name: an event and the others of its report to 0..1."""


def confidence(event: Event, others: Sequence[Event], weights: Mapping[str, float]) -> float:
    """A probability in 0..1, two decimals; ``weights`` by feature name, with ``intercept``."""
    score = weights["intercept"] + sum(
        weights[name] * float(value(event, others)) for name, value in FEATURES.items()
    )
    return round(1.0 / (1.0 + exp(-score)), 2)


def assured(events: Iterable[Event], weights: Mapping[str, float]) -> list[Event]:
    """The events of one report, each with its confidence."""
    told = list(events)
    return [
        replace(event, confidence=confidence(event, [*told[:k], *told[k + 1 :]], weights))
        for k, event in enumerate(told)
    ]
