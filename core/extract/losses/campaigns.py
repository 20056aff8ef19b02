"""Whom a wave of arrests befell, where a verb of its own says so: "a campaign that reached ten men"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from core.extract.counts import CountMention
from core.extract.groups import NO_PEOPLE, Group
from core.extract.mentions import Found, Hit

_NEAR = 2  # tokens from "reached" to whom
_TYPE = "arrest_or_raid"


class _Told(Protocol):
    @property
    def field(self) -> str: ...


def taken_in(
    found: Found, hits: Sequence[Hit], told: Sequence[_Told]
) -> Iterator[tuple[Hit, Group, CountMention]]:
    """ "حملة اعتقالات طالت ثمانية أشخاص": the trigger, who was taken and how many."""
    lead = next((h for h in hits if h.trigger.event_type == _TYPE), None)
    if lead is None or any(loss.field == "captured" for loss in told):
        return
    for at in found.each("reaches"):
        whom = next((g for g in found.groups if 0 < g.begin - at <= _NEAR and g.kind not in NO_PEOPLE), None)
        if whom is not None and whom.count is not None and whom.count.kind == "count" and at > lead.first:
            yield lead, whom, whom.count
            return
