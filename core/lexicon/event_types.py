"""What can happen: the event types and their families, from ``data/event_types.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from core.errors import DataError
from core.model import AcledCode

SYMBOLS = ("circle", "square", "triangle", "triangle-down", "diamond", "pentagon", "hexagon", "star", "cross")
ACLED_SUB_EVENTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Battles": ("Armed clash", "Government regains territory", "Non-state actor overtakes territory"),
        "Explosions/Remote violence": (
            "Air/drone strike",
            "Chemical weapon",
            "Grenade",
            "Remote explosive/landmine/IED",
            "Shelling/artillery/missile attack",
            "Suicide bomb",
        ),
        "Violence against civilians": ("Abduction/forced disappearance", "Attack", "Sexual violence"),
        "Protests": ("Excessive force against protesters", "Peaceful protest", "Protest with intervention"),
        "Riots": ("Mob violence", "Violent demonstration"),
        "Strategic developments": (
            "Agreement",
            "Arrests",
            "Change to group/activity",
            "Disrupted weapons use",
            "Headquarters or base established",
            "Looting/property destruction",
            "Non-violent transfer of territory",
            "Other",
        ),
    }
)
"""ACLED's event types with their sub-event types (ACLED Codebook, 2024)."""

PLOVER_CATEGORIES = frozenset(
    {
        *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
        *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
    }
)
"""PLOVER's event categories (Open Event Data Alliance)."""

_COLOUR = re.compile(r"#[0-9A-F]{6}\Z")


@dataclass(frozen=True, slots=True)
class Family:
    """A group of event types: one colour (``#RRGGBB``) and one marker symbol on every screen."""

    family: str
    label: str
    label_ar: str
    colour: str
    symbol: str


@dataclass(frozen=True, slots=True)
class EventType:
    """A table ``[[type]]`` of ``event_types.toml``; ``shape`` is its family's marker symbol."""

    event_type: str
    label: str
    label_ar: str
    family: str
    definition: str
    includes: str
    excludes: str
    acled: AcledCode
    plover: str
    shape: str


@dataclass(frozen=True, slots=True)
class EventTypes:
    """Event types and families, both in file order."""

    by_id: Mapping[str, EventType]
    families: Mapping[str, Family]

    def of_family(self, family: str) -> tuple[EventType, ...]:
        """The event types of a family, in file order; empty for an unknown one."""
        return tuple(kind for kind in self.by_id.values() if kind.family == family)


def load_event_types(path: Path) -> EventTypes:
    """The event types of an ``event_types.toml``.

    Raises:
        DataError: an unreadable file, a missing or unknown field, a value that stands twice, an
            unknown family, symbol, ACLED or PLOVER code, a colour that is not ``#RRGGBB``.
    """
    try:
        text = path.read_text(encoding="utf-8")
        tables = tomllib.loads(text)
    except FileNotFoundError:
        raise DataError(path, None, None, "the file is missing") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DataError(path, None, None, f"the file is not TOML ({error})") from None
    check = _Check(path, text)
    families: dict[str, Family] = {}
    for table in tables.get("family", []):
        check.fields(table, "family", ("family", "label", "label_ar", "colour", "symbol"), families)
        check.one_of(table, "family", "symbol", SYMBOLS)
        if not _COLOUR.match(table["colour"]):
            check.fail("family", table["family"], "colour", f"'{table['colour']}' is not of the form #RRGGBB")
        families[table["family"]] = Family(**table)
    types: dict[str, EventType] = {}
    for table in tables.get("type", []):
        texts = ("event_type", "label", "label_ar", "family", "definition", "includes", "excludes", "plover")
        check.fields(table, "event_type", texts, types, lists=("acled",))
        check.one_of(table, "event_type", "family", families)
        check.one_of(table, "event_type", "plover", PLOVER_CATEGORIES)
        code = table.pop("acled")
        if len(code) != 2 or code[1] not in ACLED_SUB_EVENTS.get(code[0], ()):
            check.fail(
                "event_type", table["event_type"], "acled", f"{code} is not an ACLED event and sub-event type"
            )
        shape = families[table["family"]].symbol
        types[table["event_type"]] = EventType(**table, acled=AcledCode(*code), shape=shape)
    return EventTypes(MappingProxyType(types), MappingProxyType(families))


@dataclass(frozen=True, slots=True)
class _Check:
    """Says which line and field of the file is wrong."""

    path: Path
    text: str

    def fail(self, key: str, value: str, field: str, problem: str) -> None:
        at = self.text.find(f'{key} = "{value}"')
        line = self.text.count("\n", 0, at) + 1 if value and at >= 0 else None
        raise DataError(self.path, line, field, problem)

    def fields(
        self,
        table: Mapping[str, Any],
        key: str,
        texts: Collection[str],
        known: Collection[str],
        lists: Collection[str] = (),
    ) -> None:
        name = str(table.get(key, ""))
        for field in (*texts, *lists):
            kind = str if field in texts else list
            if not isinstance(table.get(field), kind) or not table[field]:
                self.fail(key, name, field, "is missing or of the wrong kind")
        for field in table.keys() - {*texts, *lists}:
            self.fail(key, name, field, "is not a field here")
        if name in known:
            self.fail(key, name, key, f"'{name}' stands twice")

    def one_of(self, table: Mapping[str, Any], key: str, field: str, allowed: Collection[str]) -> None:
        if table[field] not in allowed:
            self.fail(key, table[key], field, f"'{table[field]}' is not one of {', '.join(sorted(allowed))}")
