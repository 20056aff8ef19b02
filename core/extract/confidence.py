"""The probability that an event's type, place and date are all right.

A logistic model over plain features of the event itself; its weights lie in
``data/confidence.csv``, fitted on the tuning part of the gold labels by
``python -m benchmarks.calibrate`` (the codebook says what each feature means).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import exp

from core.extract.when import SAID
from core.model import Event, Evidence, Role

INHERITED = "named earlier in the report"
REFERRED = "the words refer back to it"
_FAR = 1500.0  # characters; what stands further down is as far down as can be
_MOST_TRIGGERS = 4


def _is_own_day(item: Evidence) -> bool:
    return item.field == "date" and not item.rule.endswith(SAID)


FEATURES: Mapping[str, Callable[[Event], float]] = {
    "place_inherited": lambda e: any(x.field == "place" and x.rule == INHERITED for x in e.evidence),
    "place_referred": lambda e: any(x.field == "place" and x.rule == REFERRED for x in e.evidence),
    "place_is_area": lambda e: e.place is not None and e.place.geo_precision == 3,
    "place_is_near": lambda e: e.place is not None and e.place.relation is not None,
    "place_not_drawn": lambda e: e.place is not None and e.place.latitude is None,
    "date_told": lambda e: e.date_start is not None and any(_is_own_day(x) for x in e.evidence),
    "date_unknown": lambda e: e.date_start is None,
    "initiator": lambda e: any(a.role in {Role.INITIATOR, Role.PARTICIPANT} for a in e.actors),
    "target": lambda e: any(a.role is Role.TARGET for a in e.actors),
    "losses": lambda e: any(count is not None for count in (e.killed, e.wounded, e.captured)),
    "triggers": lambda e: min(sum(x.field == "trigger" for x in e.evidence), _MOST_TRIGGERS) / _MOST_TRIGGERS,
    "background": lambda e: e.is_background,
    "position": lambda e: min(min(x.start for x in e.evidence if x.field == "trigger") / _FAR, 1.0),
    "is_movement": lambda e: e.event_type in {"movement", "deployment", "withdrawal"},
    "is_armed_attack": lambda e: e.event_type == "armed_attack",
    "is_control": lambda e: e.event_type in {"arrest_or_raid", "security_operation", "abduction"},
}
"""Each feature by name: an event to 0..1."""


def confidence(event: Event, weights: Mapping[str, float]) -> float:
    """A probability in 0..1, two decimals; ``weights`` by feature name, with ``intercept``."""
    score = weights["intercept"] + sum(
        weights[name] * float(value(event)) for name, value in FEATURES.items()
    )
    return round(1.0 / (1.0 + exp(-score)), 2)
