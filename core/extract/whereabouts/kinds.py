"""Words that refer back to a place by its kind: "the city", "the same village"."""

from __future__ import annotations

from core.extract.mentions import Found
from core.extract.places import PlaceMention
from core.lexicon.matcher import Match

_SETTLED = frozenset({"city", "town", "village"})


def is_named_place(found: Found, at: int, but: PlaceMention | None = None) -> bool:
    """Whether a word for a kind of place stands with a name: "the town of X", a name other than ``but``."""
    return any(p.first - 4 <= at <= p.last + 2 for p in found.places if p is not but)


def kinds_referred_to(found: Found, but: PlaceMention | None = None) -> set[str]:
    """The kinds of place that "the city", "the same village" and the like refer back to."""
    return {
        m.value
        for m in found.matches.of("feature")
        if (_is_the_town(m) or found.has("back", m.first - 2, m.first))
        and not is_named_place(found, m.first, but)
    }


def _is_the_town(match: Match) -> bool:
    """ "بالبلدة", with a preposition written on: the town told of; but "the area" may be any."""
    return match.prefix.endswith("ال") and match.value in _SETTLED


def home_referred_to(found: Found, at: int) -> PlaceMention | None:
    """ "A man from the town of X was shot in the town": where somebody is from, where "the town" is that."""
    if not kinds_referred_to(found) & _SETTLED:
        return None
    homes = [p for p in found.places if p.role in {"home", "from"} and p.last < at]
    return next((p for p in homes if p.is_home and p.place.feature_type in _SETTLED), None)
