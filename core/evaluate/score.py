"""One report's reading against its labels: pairs, misses, extras, and the counts that figures sum."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.evaluate.compare import (
    Pair,
    compare,
    covers,
    groups_of_event,
    groups_of_gold,
    initiator_hits,
    is_place,
)
from core.evaluate.gold import COUNTS, GoldEvent, GoldReport
from core.evaluate.match import best_pairs
from core.evaluate.names import Names
from core.model import Event, Reading, Report

N_BINS = 10
"""Bins of confidence, each a tenth wide, for the calibration error."""

_Table = list[list[Pair]]


@dataclass(frozen=True, slots=True)
class ReportScore:
    """What a reading got right. Index pairs are ``(event, label)``; ``loose`` carries the field figures.

    ``misses`` are labels and ``extras`` events that stay alone although they should not; ``tally``
    holds sums by name, the material of :mod:`core.evaluate.figures`.
    """

    report: Report
    gold: GoldReport
    reading: Reading
    table: _Table
    strict: tuple[tuple[int, int], ...]
    loose: tuple[tuple[int, int], ...]
    misses: tuple[int, ...]
    extras: tuple[int, ...]
    tally: dict[str, float]


def score(report: Report, gold: GoldReport, reading: Reading, names: Names) -> ReportScore:
    """Compare one reading with the labels of its report."""
    events, labels = reading.events, gold.events
    table = [[compare(event, label, names, report.text) for label in labels] for event in events]
    scored = [index for index, label in enumerate(labels) if label.is_scored]
    strict = _match(table, range(len(events)), scored, lambda pair: pair.type and pair.place)
    loose = _match(table, range(len(events)), scored, lambda pair: pair.family and pair.place)
    typed = _match(table, range(len(events)), scored, lambda pair: pair.family)
    strict_extras = _extras(reading, gold, table, strict, names)
    extras = _extras(reading, gold, table, loose, names)
    tally: dict[str, float] = defaultdict(float)
    for name, pairs, alone in (("strict", strict, strict_extras), ("loose", loose, extras)):
        tally[f"{name}.right"] += len(pairs)
        tally[f"{name}.extra"] += len(alone)
        tally[f"{name}.missed"] += len(scored) - len(pairs)
    tally["place.cases"] += len(typed)
    tally["place.right"] += sum(table[event][label].place for event, label in typed)
    for event, label in loose:
        _tally_fields(tally, table[event][label], events[event], labels[label], names)
    _tally_pins(tally, events, labels, names)
    _tally_confidence(tally, events, table, strict, strict_extras)
    spans = [item for event in events for item in event.evidence]
    tally["spans.cases"] += len(spans)
    tally["spans.right"] += sum(report.text[item.start : item.end] == item.text for item in spans)
    tally["no_event.cases"] += gold.no_event
    tally["no_event.alarms"] += gold.no_event and bool(extras)
    tally["record.cases"] += len(scored)
    tally["record.right"] += sum(_is_whole(table[event][label]) for event, label in strict)
    matched = {label for _, label in loose}
    misses = tuple(index for index in scored if index not in matched)
    return ReportScore(
        report, gold, reading, table, tuple(strict), tuple(loose), misses, tuple(extras), tally
    )


def _match(
    table: _Table, events: Sequence[int], labels: Sequence[int], fits: Callable[[Pair], bool]
) -> list[tuple[int, int]]:
    """The largest one-to-one pairing of the given events and labels that fit, by index."""
    weights = [[table[e][k].weight if fits(table[e][k]) else None for k in labels] for e in events]
    return [(events[row], labels[column]) for row, column in best_pairs(weights)]


def _extras(
    reading: Reading, gold: GoldReport, table: _Table, pairs: list[tuple[int, int]], names: Names
) -> list[int]:
    """Events without a scored label that nothing excuses.

    Excused are those that fit a label which is not scored, one to one, and those at a further
    place of a list that one label holds, once a place.
    """
    paired = {event for event, _ in pairs}
    alone = [index for index in range(len(reading.events)) if index not in paired]
    unscored = [index for index, label in enumerate(gold.events) if not label.is_scored]
    neutral = _match(table, alone, unscored, lambda pair: pair.family and pair.place)
    excused = {event for event, _ in neutral}
    used = {(label, _place_id(reading.events[event])) for event, label in [*pairs, *neutral]}
    extras = []
    for index in alone:
        if index in excused:
            continue
        event = reading.events[index]
        lists = [
            label
            for label, _ in used
            if table[index][label].family
            and (label, _place_id(event)) not in used
            and is_place(event, gold.events[label], names, with_variants=False)
        ]
        if lists:
            used.add((min(lists), _place_id(event)))
        else:
            extras.append(index)
    return extras


def _place_id(event: Event) -> str | None:
    return event.place.place_id if event.place else None


def _is_whole(pair: Pair) -> bool:
    return pair.type and pair.place and pair.date and "killed" in pair.counts_exact and pair.initiator


def _tally_fields(tally: dict[str, float], pair: Pair, event: Event, gold: GoldEvent, names: Names) -> None:
    if gold.date_start is None and gold.date_end is None:
        tally["date_unknown.cases"] += 1
        tally["date_unknown.right"] += pair.date
    else:
        tally["date_overlapping.cases"] += 1
        tally["date_overlapping.right"] += pair.date_overlaps
        if gold.date_start == gold.date_end:
            tally["date_exact.cases"] += 1
            tally["date_exact.right"] += pair.date_exact
    for name in COUNTS:
        told, read = gold.counts[name], getattr(event, name)
        if told is not None or read is not None:
            tally[f"{name}_exact.cases"] += 1
            tally[f"{name}_exact.right"] += name in pair.counts_exact
        if told is not None:
            tally[f"{name}_covering.cases"] += 1
            tally[f"{name}_covering.right"] += covers(read, told)
    read_groups, told_groups = groups_of_event(event, names), groups_of_gold(gold, names)
    right, wrong, missing = initiator_hits(read_groups, told_groups)
    tally["initiator.right"] += right
    tally["initiator.extra"] += wrong
    tally["initiator.missed"] += missing
    tally["actor.right"] += len(read_groups.every & told_groups.every)
    tally["actor.extra"] += len(read_groups.every - told_groups.every)
    tally["actor.missed"] += len(told_groups.every - read_groups.every)


def _tally_pins(
    tally: dict[str, float], events: Sequence[Event], labels: Sequence[GoldEvent], names: Names
) -> None:
    for event in events:
        if event.place is not None and event.place.latitude is not None:
            tally["pins.cases"] += 1
            tally["pins.wrong"] += not any(is_place(event, label, names) for label in labels)


def _tally_confidence(
    tally: dict[str, float],
    events: Sequence[Event],
    table: _Table,
    strict: list[tuple[int, int]],
    extras: list[int],
) -> None:
    judged = [(event, table[event][label].date) for event, label in strict] + [
        (event, False) for event in extras
    ]
    for index, is_right in judged:
        confidence = events[index].confidence
        chosen = min(int(confidence * N_BINS), N_BINS - 1)
        tally["confidence.cases"] += 1
        tally[f"confidence.{chosen}.off"] += confidence - is_right
