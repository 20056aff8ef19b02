"""Gold labels: what careful people say that each report tells, and the split in two parts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from core.errors import FormatError

COUNTS = ("killed", "wounded", "captured", "vehicles", "personnel")
PARTS = ("tuning", "untouched")
_TUNING_SHARE = 0.6

Bounds = tuple[int, int | None]
"""A labelled count: low and high, high ``None`` where only a least number is known."""


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One labelled event. ``types`` and ``places`` hold the label's own value first, then those also right;
    a place that a label leaves open (``null``) is none of them.

    ``actors`` are ``(name, role)``. An event that is ``optional`` or not ``in_area`` is not scored.
    """

    types: tuple[str, ...]
    places: tuple[str, ...]
    place_variants: tuple[str, ...]
    date_start: date | None
    date_end: date | None
    actors: tuple[tuple[str, str], ...]
    counts: Mapping[str, Bounds | None]
    is_scored: bool
    evidence: str


@dataclass(frozen=True, slots=True)
class GoldReport:
    """The labels of one report; ``no_event`` when nothing in it must be found."""

    report_id: str
    events: tuple[GoldEvent, ...]
    no_event: bool


def load_gold(directory: Path) -> dict[str, GoldReport]:
    """Labels by report id from every ``gold_*.jsonl`` of a directory, in file order.

    Raises ``FormatError`` naming file and line.
    """
    gold: dict[str, GoldReport] = {}
    for path in sorted(directory.glob("gold_*.jsonl")):
        for line, value in _lines(path):
            try:
                report = _report(value)
            except (KeyError, TypeError, ValueError) as error:
                raise FormatError(f"{path.name}, line {line}: not a label ({error!r})") from error
            gold[report.report_id] = report
    if not gold:
        raise FormatError(f"{directory}: no gold_*.jsonl with labels in it")
    return gold


def load_pairs(directory: Path) -> list[tuple[str, str]]:
    """Pairs of ids of reports that tell the same happening (``same_incident.jsonl``, if there)."""
    path = directory / "same_incident.jsonl"
    if not path.exists():
        return []
    return [(str(value["a"]), str(value["b"])) for _, value in _lines(path)]


def parts_of(report_ids: Iterable[str], pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """``tuning`` or ``untouched`` for each id, by a hash; reports of the same happening stay together."""
    leader = {report_id: report_id for report_id in report_ids}

    def first(report_id: str) -> str:
        while leader[report_id] != report_id:
            report_id = leader[report_id]
        return report_id

    for a, b in pairs:
        if a in leader and b in leader:
            low, high = sorted((first(a), first(b)))
            leader[high] = low
    return {report_id: PARTS[_share(first(report_id)) >= _TUNING_SHARE] for report_id in leader}


def _share(report_id: str) -> float:
    return int.from_bytes(hashlib.sha256(report_id.encode()).digest()[:8]) / 2**64


def _lines(path: Path) -> list[tuple[int, Any]]:
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if line.strip():
            try:
                found.append((number, json.loads(line)))
            except json.JSONDecodeError as error:
                raise FormatError(f"{path.name}, line {number}: not valid JSON ({error.msg})") from error
    return found


def _report(value: Mapping[str, Any]) -> GoldReport:
    return GoldReport(value["id"], tuple(_event(event) for event in value["events"]), value["no_event"])


def _event(value: Mapping[str, Any]) -> GoldEvent:
    return GoldEvent(
        types=(value["event_type"], *value["alt_types"]),
        places=tuple(name for name in (value["place"], *value["place_also"]) if name is not None),
        place_variants=tuple(value["place_variants"]),
        date_start=_day(value["date_start"]),
        date_end=_day(value["date_end"]),
        actors=tuple((actor["name"], actor["role"]) for actor in value["actors"]),
        counts={name: _bounds(value[name]) for name in COUNTS},
        is_scored=value["in_area"] and not value["optional"],
        evidence=value["evidence"],
    )


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _bounds(value: list[int | None] | None) -> Bounds | None:
    if value is None:
        return None
    low, high = value
    return (low if low is not None else 0, high)
