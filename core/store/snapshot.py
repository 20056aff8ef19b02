"""The events as columns in memory: a filter is a mask, a count is a pass over numbers.

Rows are sorted by first day (undated last), so a date condition is a slice. Texts are codes into lists
of choices; code 0 is "none". One million events take about 90 MB and filter in a few milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from core.model import Role
from core.query import EventFilter

Array = np.ndarray[Any, np.dtype[Any]]
Mask = np.ndarray[Any, np.dtype[np.bool_]]

#: What a filter or a chart can go by, besides actors: one code column each.
DIMENSIONS = ("family", "event_type", "district", "outlet")
ROLES = tuple(str(role) for role in Role)
NO_DAY = np.iinfo(np.int32).max
NO_COUNT = -1
_EPOCH = date(1970, 1, 1).toordinal()

# The columns of an event, each of one length, and their types. ``start``, ``end``: days since 1970-01-01,
# NO_DAY unknown. ``latitude``, ``longitude``: degrees, NaN unknown; ``x``, ``y``: Web Mercator, 0 to 1 from
# north-west. ``killed``: best number, else lowest, else 0; ``killed_least``: lowest, else best, else
# NO_COUNT. ``report``: index into ``report_ids``. ``by_id``: the row numbers in the order of ``event_id``.
COLUMNS: Mapping[str, str] = {
    "start": "int32",
    "end": "int32",
    "latitude": "float64",
    "longitude": "float64",
    "x": "float32",
    "y": "float32",
    "killed": "int32",
    "killed_least": "int32",
    "confidence": "float64",
    "is_background": "bool",
    "reviewed": "bool",
    "report": "int32",
    "by_id": "int32",
    **dict.fromkeys(DIMENSIONS, "uint16"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """The columns of one version of the store (see ``COLUMNS``) and what their codes mean.

    ``event_ids`` (a row each) and ``report_ids`` (sorted, without doubles) are byte strings in UTF-8.
    ``choices[dimension][code]`` is the id a code stands for. Actors are pairs in the order of actor and
    row: those of actor ``a`` are ``actor_starts[a]:actor_starts[a + 1]`` of ``actor_rows`` (row number)
    and ``actor_roles`` (index into ``ROLES``); ``actor_first`` marks one pair per actor and row.
    """

    version: int
    columns: Mapping[str, Array]
    event_ids: Array
    report_ids: Array
    choices: Mapping[str, Sequence[str]]
    actor_starts: Array
    actor_rows: Array
    actor_roles: Array
    actor_first: Mask

    def __len__(self) -> int:
        return len(self.event_ids)

    def apply(self, asked: EventFilter, found: Mask | None = None) -> Mask:
        """The rows a filter asks for, as a mask; the same events as the store's SQL gives.

        ``found`` is the mask of the rows that match ``asked.text`` (texts are not in memory:
        :meth:`core.store.Store.select` fetches it). Raises ``ValueError`` where it is missing.
        """
        mask = np.ones(len(self), dtype=np.bool_)
        for part in self._masks(asked, found).values():
            mask &= part
        return mask

    def facets(self, asked: EventFilter, found: Mask | None = None) -> pd.DataFrame:
        """How many events each choice would show, the filter's other conditions holding.

        One row a choice: dimension (one of ``DIMENSIONS`` or ``actor``), choice (its id), role (only of
        actors: a role, or "" for any), count; every choice of the store is there, 0 included.
        """
        masks = self._masks(asked, found)
        rows: list[tuple[str, str, str, int]] = []
        for dimension in DIMENSIONS:
            counts = self._counts(dimension, self._all_but(masks, dimension))
            ids = self.choices[dimension]
            rows += [(dimension, ids[code], "", int(counts[code])) for code in range(1, len(ids))]
        kept = self._all_but(masks, "actor")[self.actor_rows]
        actors = self.actor_codes()
        size = len(self.choices["actor"])
        any_role = np.bincount(actors[kept & self.actor_first], minlength=size)
        by_role = np.bincount(actors[kept] * len(ROLES) + self.actor_roles[kept], minlength=size * len(ROLES))
        for code in range(1, size):
            actor = self.choices["actor"][code]
            rows.append(("actor", actor, "", int(any_role[code])))
            for number, role in enumerate(ROLES):
                rows.append(("actor", actor, role, int(by_role[code * len(ROLES) + number])))
        return pd.DataFrame(rows, columns=["dimension", "choice", "role", "count"])

    def count(self, mask: Mask) -> tuple[int, int]:
        """How many events, and how many reports tell them."""
        told = np.bincount(self.columns["report"][mask], minlength=1)
        return int(np.count_nonzero(mask)), int(np.count_nonzero(told))

    def ids(self, mask: Mask, limit: int | None = None) -> list[str]:
        """The event ids of a mask, by date, undated last; ``limit`` keeps the first."""
        return [value.decode("utf-8") for value in self.event_ids[np.flatnonzero(mask)[:limit]].tolist()]

    def rows_of(self, event_ids: Iterable[str]) -> Mask:
        """The mask of the rows with these ids; ids that are not there are passed over."""
        mask = np.zeros(len(self), dtype=np.bool_)
        wanted = np.array([value.encode("utf-8") for value in event_ids], dtype=np.bytes_)
        if len(wanted) and len(self):
            order = self.columns["by_id"]
            places = np.searchsorted(self.event_ids, wanted, sorter=order)
            rows = order[np.minimum(places, len(self) - 1)]
            mask[rows[self.event_ids[rows] == wanted]] = True
        return mask

    def dates(self) -> tuple[date, date] | None:
        """The first and the last day of any event; ``None`` where no event has a date."""
        dated = int(np.searchsorted(self.columns["start"], NO_DAY))
        if not dated:
            return None
        last = int(self.columns["end"][:dated].max())
        return date.fromordinal(int(self.columns["start"][0]) + _EPOCH), date.fromordinal(last + _EPOCH)

    def actor_codes(self) -> Array:
        """The actor code of each pair."""
        return np.repeat(np.arange(len(self.actor_starts) - 1), np.diff(self.actor_starts))

    # --- parts -----------------------------------------------------------------------------

    def _masks(self, asked: EventFilter, found: Mask | None) -> dict[str, Mask]:
        """One mask per condition that is asked; conditions of one dimension are one mask."""
        columns, masks = self.columns, {}
        if asked.date_from or asked.date_to:
            masks["date"] = self._between(asked.date_from, asked.date_to)
        wanted = (asked.families, asked.event_types, asked.districts, asked.outlets)
        for dimension, ids in zip(DIMENSIONS, wanted, strict=True):
            if ids:
                allowed = np.isin(np.array(self.choices[dimension], dtype=object), ids)
                masks[dimension] = allowed[columns[dimension]]
        if asked.actors:
            masks["actor"] = self._with_actors(asked.actors)
        if asked.killed_min is not None:
            masks["killed"] = columns["killed_least"] >= asked.killed_min
        if asked.min_confidence:
            masks["confidence"] = columns["confidence"] >= asked.min_confidence
        if not asked.show_background:
            masks["background"] = ~columns["is_background"]
        if asked.report_id is not None:
            masks["report"] = self._of_report(asked.report_id)
        if asked.text:
            if found is None:
                raise ValueError("a filter with a text needs the mask of the rows where it was found")
            masks["text"] = found
        return masks

    def _all_but(self, masks: Mapping[str, Mask], name: str) -> Mask:
        kept = np.ones(len(self), dtype=np.bool_)
        for other, mask in masks.items():
            if other != name:
                kept &= mask
        return kept

    def _counts(self, dimension: str, mask: Mask) -> Array:
        return np.bincount(self.columns[dimension][mask], minlength=len(self.choices[dimension]))

    def _between(self, first: date | None, last: date | None) -> Mask:
        start, end = self.columns["start"], self.columns["end"]
        stop = NO_DAY if last is None else last.toordinal() - _EPOCH + 1
        dated = int(np.searchsorted(start, stop))
        mask = np.zeros(len(self), dtype=np.bool_)
        mask[:dated] = True if first is None else end[:dated] >= first.toordinal() - _EPOCH
        return mask

    def _with_actors(self, actors: Iterable[tuple[str, Role | None]]) -> Mask:
        codes = {actor: code for code, actor in enumerate(self.choices["actor"])}
        mask = np.zeros(len(self), dtype=np.bool_)
        for actor, role in actors:
            code = codes.get(actor, 0)
            pairs = slice(self.actor_starts[code], self.actor_starts[code + 1])
            rows = self.actor_rows[pairs]
            mask[rows if role is None else rows[self.actor_roles[pairs] == ROLES.index(role)]] = True
        return mask

    def _of_report(self, report_id: str) -> Mask:
        wanted = report_id.encode("utf-8")
        code = int(np.searchsorted(self.report_ids, wanted))
        is_there = code < len(self.report_ids) and self.report_ids[code] == wanted
        mask: Mask = self.columns["report"] == (code if is_there else -1)
        return mask
