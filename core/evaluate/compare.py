"""One read event against one label: what is right about it, field by field."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.evaluate.gold import COUNTS, Bounds, GoldEvent
from core.evaluate.names import Names
from core.lexicon.names import key_of
from core.model import Count, Event, Role


@dataclass(frozen=True, slots=True)
class Groups:
    """Actor groups of an event by what they did; ``suspected`` are those of role unknown."""

    initiators: frozenset[str]
    participants: frozenset[str]
    suspected: frozenset[str]
    every: frozenset[str]

    @property
    def acting(self) -> frozenset[str]:
        """Whoever did it: "participant" stands for "initiator" and the other way round."""
        return self.initiators | self.participants


@dataclass(frozen=True, slots=True)
class Pair:
    """How a read event fits a label.

    ``date`` is right when a labelled day is met exactly, a labelled interval overlapped and an
    unknown date left unknown. ``same_words`` says that the event was read from the label's words.
    """

    type: bool
    family: bool
    place: bool
    date_exact: bool
    date_overlaps: bool
    date: bool
    counts_exact: frozenset[str]
    initiator: bool
    same_words: bool

    @property
    def weight(self) -> float:
        """How much two that may be paired look like the same happening, 0 to 100."""
        return (
            8 * self.same_words
            + 6 * self.type
            + 4 * self.place
            + 4 * self.date
            + 2 * ("killed" in self.counts_exact)
            + 2 * self.initiator
            + 0.5 * len(self.counts_exact)
        )


def compare(event: Event, gold: GoldEvent, names: Names, text: str) -> Pair:
    """The pair of a read event and a label of the same report, whose text is given."""
    families = {names.family_of.get(kind) for kind in gold.types}
    read, told = groups_of_event(event, names), groups_of_gold(gold, names)
    return Pair(
        type=event.event_type in gold.types,
        family=names.family_of.get(event.event_type) in families,
        place=is_place(event, gold, names),
        date_exact=_is_exact(event, gold),
        date_overlaps=_overlaps(event, gold),
        date=_is_date_right(event, gold),
        counts_exact=frozenset(name for name in COUNTS if is_exact(getattr(event, name), gold.counts[name])),
        initiator=_is_initiator_right(read, told),
        same_words=_same_words(event, gold, text),
    )


def is_place(event: Event, gold: GoldEvent, names: Names, with_variants: bool = True) -> bool:
    """Whether the event's place is one that the label takes: the same row, or the same folded name."""
    place = event.place
    if place is None:
        return False
    if any(place.place_id in names.place_ids(name) for name in gold.places):
        return True
    told = gold.places + (gold.place_variants if with_variants else ())
    return key_of(place.name) in {key_of(name) for name in told}


def is_exact(count: Count | None, gold: Bounds | None) -> bool:
    """Whether both bounds are the label's, or both are absent."""
    return gold is None if count is None else (count.low, count.high) == gold


def covers(count: Count | None, gold: Bounds) -> bool:
    """Whether the read range contains the label's."""
    if count is None or (count.low or 0) > gold[0]:
        return False
    return count.high is None or (gold[1] is not None and count.high >= gold[1])


def groups_of_event(event: Event, names: Names) -> Groups:
    """The actor groups of a read event."""
    return _groups([(actor.actor_id, actor.role) for actor in event.actors], names)


def groups_of_gold(gold: GoldEvent, names: Names) -> Groups:
    """The actor groups of a label."""
    return _groups([(name, Role(role)) for name, role in gold.actors], names)


def _groups(actors: list[tuple[str, Role]], names: Names) -> Groups:
    groups = [(names.group_of(name), role) for name, role in actors]
    return Groups(
        initiators=frozenset(group for group, role in groups if role == Role.INITIATOR),
        participants=frozenset(group for group, role in groups if role == Role.PARTICIPANT),
        suspected=frozenset(group for group, role in groups if role == Role.UNKNOWN),
        every=frozenset(group for group, _ in groups),
    )


def initiator_hits(read: Groups, told: Groups) -> tuple[int, int, int]:
    """Right, wrong and missing initiators, by group.

    A labelled participant counts as an initiator only when it is read; a suspected author may be
    read as the initiator or left out.
    """
    right = len(told.acting & read.acting)
    wrong = len(read.initiators - told.acting - told.suspected)
    return right, wrong, len(told.initiators - read.acting)


def _is_initiator_right(read: Groups, told: Groups) -> bool:
    right, wrong, missing = initiator_hits(read, told)
    return not wrong and not missing and (right > 0 or not told.acting)


def _is_exact(event: Event, gold: GoldEvent) -> bool:
    return (event.date_start, event.date_end) == (gold.date_start, gold.date_end)


def _overlaps(event: Event, gold: GoldEvent) -> bool:
    if gold.date_start is None and gold.date_end is None:
        return False
    if event.date_start is None and event.date_end is None:
        return False
    begins, ends = event.date_start or date.min, event.date_end or date.max
    return begins <= (gold.date_end or date.max) and ends >= (gold.date_start or date.min)


def _is_date_right(event: Event, gold: GoldEvent) -> bool:
    if gold.date_start is None and gold.date_end is None:
        return event.date_start is None and event.date_end is None
    return _is_exact(event, gold) if gold.date_start == gold.date_end else _overlaps(event, gold)


def _same_words(event: Event, gold: GoldEvent, text: str) -> bool:
    start = text.find(gold.evidence)
    end = start + len(gold.evidence)
    return start >= 0 and any(
        start <= item.start and item.end <= end for item in event.evidence if item.field == "trigger"
    )
