"""What names mean the same: places through the gazetteer, actors by group, types by family."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.lexicon.names import key_of
from core.text import fold

if TYPE_CHECKING:
    from core.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Names:
    """How the comparison looks names up.

    ``place_ids`` gives the gazetteer rows that a written name may mean, ``group_of`` the group of
    an actor id or of an actor's written name, ``family_of`` the family of an event type.
    """

    place_ids: Callable[[str], frozenset[str]]
    group_of: Callable[[str], str]
    family_of: Mapping[str, str]


def names_of(lexicon: Lexicon) -> Names:
    """The names as a lexicon knows them."""
    exact: dict[str, set[str]] = {}
    for place in lexicon.gazetteer.places.values():
        exact.setdefault(fold_name(place.name), set()).add(place.place_id)

    def place_ids(name: str) -> frozenset[str]:
        found = exact.get(fold_name(name))
        return frozenset(found) if found else frozenset(p.place_id for p in lexicon.gazetteer.named(name))

    def group_of(name: str) -> str:
        if name in lexicon.actors.by_id:
            return lexicon.actors.group_of(name)
        actor = lexicon.actors.named(name)
        return lexicon.actors.group_of(actor.actor_id) if actor else f"?{key_of(name)}"

    families = {event_type: kind.family for event_type, kind in lexicon.event_types.by_id.items()}
    return Names(place_ids, group_of, families)


def fold_name(name: str) -> str:
    """A name to compare letter for letter: folded words, spaces and hyphens alike."""
    return " ".join(fold(word) for word in name.replace("-", " ").split())
