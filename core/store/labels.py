"""What the read model needs of the lexicon: families and codes of types, districts of places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.model import AcledCode

if TYPE_CHECKING:
    from core.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Labels:
    """``families`` and ``acled`` by event_type; ``districts`` the district's place_id by place_id.

    A place that lies in no district (wider than one, or outside) is not in ``districts``.
    """

    families: Mapping[str, str]
    acled: Mapping[str, AcledCode]
    districts: Mapping[str, str]


def labels_of(lexicon: Lexicon) -> Labels:
    """The labels of a lexicon; a place's district is its nearest ancestor (or itself) of that type."""
    types = lexicon.event_types.by_id
    districts = {}
    for place_id, place in lexicon.gazetteer.places.items():
        for area in (place, *lexicon.gazetteer.ancestors(place_id)):
            if area.feature_type == "district":
                districts[place_id] = area.place_id
                break
    return Labels(
        {name: kind.family for name, kind in types.items()},
        {name: kind.acled for name, kind in types.items()},
        districts,
    )
