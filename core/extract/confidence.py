"""The probability that an event's type, place and date are all right.

A logistic model over plain features of the event and of those told beside it; its weights lie in
``data/confidence.csv``, fitted by ``python -m benchmarks.calibrate`` on events of public reports labelled
by hand (the codebook says what each feature means).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from math import exp
from typing import NamedTuple

from core.extract.dates.found import NO_DATE
from core.extract.frames import SPOT_KM
from core.extract.when import SAID
from core.model import Event, Role

INHERITED = "named earlier in the report"
REFERRED = "the words refer back to it"
_FAR = 1500.0  # characters; what stands further down is as far down as can be
_MOST_TRIGGERS = 4


class Traits(NamedTuple):
    """An event with what its evidence says: ``start`` of its first trigger (a character, 0 without one), how
    many triggers, by which ``rules`` its place was found, whether a day is its own, and whether it
    ``is_undated``: its report gives no day to count from."""

    event: Event
    start: int
    n_triggers: int
    rules: frozenset[str]
    has_own_day: bool
    is_undated: bool
    place_id: str | None


def traits_of(event: Event) -> Traits:
    """What the features ask of an event."""
    starts = [x.start for x in event.evidence if x.field == "trigger"]
    rules = frozenset([x.rule for x in event.evidence if x.field == "place"])
    days = [x.rule for x in event.evidence if x.field == "date" and not x.rule.endswith(SAID)]
    place_id = event.place.place_id if event.place is not None else None
    is_undated = all(rule.endswith(NO_DATE) for rule in days) and not event.is_background
    return Traits(event, min(starts, default=0), len(starts), rules, bool(days), is_undated, place_id)


_DOERS = frozenset({Role.INITIATOR, Role.PARTICIPANT})
FEATURES: Mapping[str, Callable[[Traits, Sequence[Traits]], float]] = {
    "place_inherited": lambda t, _: INHERITED in t.rules,
    "place_referred": lambda t, _: REFERRED in t.rules,
    "place_is_spot": lambda t, _: t.event.place is not None and t.event.place.radius_km <= SPOT_KM,
    "place_is_governorate": lambda t, _: (
        t.event.place is not None and t.event.place.feature_type == "governorate"
    ),
    "place_is_near": lambda t, _: t.event.place is not None and t.event.place.relation is not None,
    "place_not_drawn": lambda t, _: t.event.place is not None and t.event.place.latitude is None,
    "date_told": lambda t, _: t.event.date_start is not None and t.has_own_day,
    "date_unknown": lambda t, _: t.event.date_start is None and not t.is_undated,
    "initiator": lambda t, _: not _DOERS.isdisjoint([a.role for a in t.event.actors]),
    "target": lambda t, _: Role.TARGET in [a.role for a in t.event.actors],
    "nobody": lambda t, _: not t.event.actors,
    "losses": lambda t, _: not (t.event.killed is t.event.wounded is t.event.captured is None),
    "triggers": lambda t, _: min(t.n_triggers, _MOST_TRIGGERS) / _MOST_TRIGGERS,
    "background": lambda t, _: t.event.is_background,
    "position": lambda t, _: min(t.start / _FAR, 1.0),
    "is_posture": lambda t, _: t.event.event_type in {"movement", "deployment", "withdrawal"},
    "is_armed_attack": lambda t, _: t.event.event_type == "armed_attack",
    "is_suicide_bombing": lambda t, _: t.event.event_type == "suicide_bombing",
    "is_strike": lambda t, _: t.event.event_type in {"airstrike", "drone_strike", "shelling", "ied_or_mine"},
    "is_control": lambda t, _: t.event.event_type in {"arrest_or_raid", "security_operation", "abduction"},
    "is_protest": lambda t, _: t.event.event_type == "protest",
    "only_one": lambda _, others: not others,
    "same_type_before": lambda t, others: (
        t.event.event_type in [o.event.event_type for o in others if o.start < t.start]
    ),
    "same_place_before": lambda t, others: t.place_id in [o.place_id for o in others if o.start < t.start],
}
"""Each feature by name: an event and the others of its report to 0..1."""


def confidence(event: Traits, others: Sequence[Traits], weights: Mapping[str, float]) -> float:
    """A probability in 0..1, two decimals; ``weights`` by feature name, with ``intercept``."""
    told = [weights[name] * float(value(event, others)) for name, value in FEATURES.items()]
    score = weights["intercept"] + sum(told)
    return round(1.0 / (1.0 + exp(-score)), 2)


def assured(events: Iterable[Event], weights: Mapping[str, float]) -> list[Event]:
    """The events of one report, each with its confidence."""
    told = list(map(traits_of, events))
    return [
        replace(traits.event, confidence=confidence(traits, [*told[:k], *told[k + 1 :]], weights))
        for k, traits in enumerate(told)
    ]
