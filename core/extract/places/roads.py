"""Roads that are named by their ends: "the road between A and B", "the A - B highway", «طريق أ - ب»."""

from __future__ import annotations

from collections.abc import Sequence

from core.extract.places import PlaceMention
from core.lexicon import Lexicon
from core.lexicon.matcher import Matches
from core.text import Token

_LINKS = frozenset({"-", "–", "/", "and", "to", "و"})
_AND = "و"
_BEFORE, _AFTER = 4, 2  # tokens from "road" to its first end, from its last end to "road"


def along_roads(
    mentions: Sequence[PlaceMention], tokens: Sequence[Token], matches: Matches, lexicon: Lexicon
) -> list[PlaceMention]:
    """The places of a sentence, two that are the ends of a road in the gazetteer taken for the road."""
    kept: list[PlaceMention] = []
    for mention in mentions:
        end = kept[-1] if kept else None
        road = lexicon.gazetteer.road_between(end.place, mention.place) if end is not None else None
        if end is None or road is None or not _is_road(end, mention, tokens, matches):
            kept.append(mention)
            continue
        home = road.place_id in lexicon.in_area
        kept[-1] = end._replace(last=mention.last, place=road, role="at", relation=None, is_home=home)
    return kept


def _is_road(one: PlaceMention, other: PlaceMention, tokens: Sequence[Token], matches: Matches) -> bool:
    between = tokens[one.last + 1 : other.first]
    if len(between) > 1 or any(t.low not in _LINKS for t in between):
        return False
    if not between and not tokens[other.first].low.startswith(_AND):
        return False
    return matches.has("road", one.first - _BEFORE, one.first - 1) or matches.has(
        "road", other.last + 1, other.last + _AFTER
    )
