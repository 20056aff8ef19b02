"""One actor: the frozen values that a table of ``data/actors.toml`` becomes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

KINDS = frozenset(
    {
        "state_force",
        "security_force",
        "police",
        "air_force",
        "government",
        "armed_group",
        "militia",
        "coalition",
        "tribe",
        "civilians",
        "criminal_group",
        "organisation",
        "unknown_group",
    }
)
RELATIONS = frozenset({"backed_by", "part_of", "led_by", "allied"})


class Affiliation(NamedTuple):
    """The actor is ``relation`` (backed_by, part_of, led_by, allied) ``with_id`` from ``start`` to
    ``end``, both days included; ``None`` is open. ``source`` says what the dates rest on."""

    with_id: str
    relation: str
    start: date | None
    end: date | None
    source: str

    def holds_on(self, day: date) -> bool:
        """Whether the affiliation holds on a day."""
        return covers(self.start, self.end, day)


class SharedAlias(NamedTuple):
    """An alias that names another actor at other times; it means this one from ``start`` to ``end``."""

    alias: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Actor:
    """A table ``[[actor]]`` of ``actors.toml``; the codebook says what each field means.

    ``group`` is the actor_id at which evaluation compares. ``exact`` are the aliases that count
    only in their own case. ``people`` are persons whose acts reports tell as the group's. ``air_arm`` is the
    actor_id of whoever flies its airstrikes.
    """

    actor_id: str
    name: str
    name_ar: str
    kind: str
    group: str
    nationality: str | None = None
    air_arm: str | None = None
    is_generic: bool = False
    aliases: tuple[str, ...] = ()
    aliases_ar: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    people_ar: tuple[str, ...] = ()
    shared: tuple[SharedAlias, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()

    def written(self) -> Iterator[tuple[str, str]]:
        """``(alias, language)`` of everything that names the actor; a generic actor's name is no alias."""
        if not self.is_generic:
            yield self.name, "en"
            yield self.name_ar, "ar"
        for alias in self.aliases:
            yield alias, "en"
        for alias in self.aliases_ar:
            yield alias, "ar"


def covers(start: date | None, end: date | None, day: date) -> bool:
    """Whether a day lies in an interval that includes both ends; ``None`` is open."""
    return (start is None or start <= day) and (end is None or day <= end)
