"""The places: rows of ``data/gazetteer.csv`` with their indexes.

A cell holds several values with ``|`` between them. What stands in parentheses in a name keeps
namesakes apart ("Al-Qusur (Deir ez-Zor city)") and is no part of the name as reports write it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from pathlib import Path
from types import MappingProxyType

from core.errors import DataError
from core.lexicon.feature_types import FeatureType, load_feature_types
from core.lexicon.gazetteer_rows import COLUMNS, SIDES, check, flag, place_of
from core.lexicon.matcher import forms
from core.lexicon.names import consonants, fold_name_word, is_article, key_of
from core.lexicon.tables import rows
from core.model import Place
from core.text import normalise, tokens_of

_TO, _ENDS = "–", 2  # "A–B road"
_ROADS = ("road", "highway")
_CONSONANTS = 3  # with fewer, names of different villages sound the same
_QUALIFIER = re.compile(r"\s*\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All places by ``place_id`` in file order, and what is asked of them.

    ``kind_words`` are the folded words that state a kind of place ("bridge") and so may go on a
    name in lower case. ``longest`` is the most words in any name, articles not counted.
    ``needs_cue`` holds the places whose name is also an ordinary word or a person's: they count
    only beside a word that states a place. ``beginnings`` are the beginnings of all keys, whole ones
    too: of what is none of them no further word makes a name. ``openings`` gives the ``(form, prefix)``
    of a folded word (see ``matcher.forms``) with which a name may begin. ``small`` holds the first words
    and the keys of names that the file writes small ("graveyards area"). ``ordinary`` holds folded words
    that read like a place's name and are none when they stand alone ("there" has the key of Al-Zir); those in
    ``needs_article`` name a place after an article only ("al-Omar" the oil field, "Omar" a man).
    """

    places: Mapping[str, Place]
    feature_types: Mapping[str, FeatureType]
    needs_cue: frozenset[str]
    kind_words: frozenset[str]
    ordinary: frozenset[str]
    small: frozenset[str]
    needs_article: frozenset[str]
    longest: int
    beginnings: frozenset[str]
    openings: Callable[[str], tuple[tuple[str, str], ...]] = field(repr=False)
    _keys: Mapping[str, tuple[Place, ...]] = field(repr=False)
    _names: Mapping[str, tuple[str, ...]] = field(repr=False)
    _chains: Mapping[str, tuple[Place, ...]] = field(repr=False)
    _sides: Mapping[tuple[str, str], Place] = field(repr=False)
    _sounds: Mapping[str, tuple[Place, ...]] = field(repr=False)
    _roads: tuple[tuple[str, str, Place], ...] = field(repr=False)

    def by_key(self, key: str) -> tuple[Place, ...]:
        """The places one of whose names has this key of ``core.text``, in file order."""
        return self._keys.get(key, ())

    def by_sound(self, key: str) -> tuple[Place, ...]:
        """The settlements one of whose names has the consonants of a key, in file order: for a spelling
        that no row has ("Kibr" for Al-Kubar). Fewer than three consonants name nothing."""
        return self._sounds.get(consonants(key), ())

    def named(self, name: str) -> tuple[Place, ...]:
        """The places that a written name may mean; a full name of ours means its own place alone."""
        found = self.by_key(key_of(name))
        exact = tuple(place for place in found if place.name == name)
        return exact or found

    def road_between(self, one: Place, other: Place) -> Place | None:
        """The road that is named after two places, in either order, ``None`` where none is."""
        mine, theirs = self._names[one.place_id], self._names[other.place_id]
        return next(
            (r for a, b, r in self._roads if (a in mine and b in theirs) or (b in mine and a in theirs)), None
        )

    def ancestors(self, place_id: str) -> tuple[Place, ...]:
        """The chain of parents from the nearest to the widest; raises ``KeyError`` on an unknown id."""
        return self._chains[place_id]

    def main_key(self, place: Place) -> str:
        """The key of a place's main name, without what keeps namesakes apart."""
        return self._names[place.place_id][0]

    def seat(self, area: Place) -> Place | None:
        """The city inside an area that the area is named after, ``None`` where none is."""
        names = self._names[area.place_id]
        cities = (p for key in names for p in self._keys.get(key, ()) if p.feature_type == "city")
        return next((city for city in cities if area in self._chains[city.place_id]), None)

    def district_of(self, place_id: str) -> str | None:
        """The name of the district that holds a place or is it, ``None`` where none does."""
        for area in (self.places[place_id], *self.ancestors(place_id)):
            if area.feature_type == "district":
                return area.name
        return None

    def part(self, place: Place, side: str) -> Place | None:
        """The area on a side of a place or of the area it names ("east" of Deir ez-Zor: its east).

        A city stands for the wider area that carries the same name, a countryside for what it is of.
        """
        own = self._names[place.place_id]
        if place.feature_type == "countryside" and place.parent and place not in self._sides.values():
            return self._sides.get((place.parent, side))
        for area in (place, *self.ancestors(place.place_id)):
            found = self._sides.get((area.place_id, side))
            if found is not None and not set(own).isdisjoint(self._names[area.place_id]):
                return found
        return None

    def alike(self, one: str, other: str) -> bool:
        """Whether reports use two feature types for the same thing ("town" and "village")."""
        return self.feature_types[one].group == self.feature_types[other].group


def load_gazetteer(path: Path, extra_rows: Iterable[Place] = ()) -> Gazetteer:
    """The gazetteer of a file, with ``feature_types.toml`` and ``ordinary_words.csv`` beside it.

    ``extra_rows`` are laid over the file: a row with a known ``place_id`` replaces, others add.

    Raises:
        DataError: a missing file or column, or a row that breaks the schema, by line and field.
    """
    kinds = load_feature_types(path.with_name("feature_types.toml"))
    words = [
        row for _, row in rows(path.with_name("ordinary_words.csv"), ("word", "needs_article", "reads_like"))
    ]
    places: dict[str, Place] = {}
    lines: dict[str, int] = {}
    needs_cue: set[str] = set()
    sides: dict[tuple[str, str], str] = {}
    for line, row in rows(path, COLUMNS):
        place = place_of(path, line, row)
        check(path, line, place, kinds)
        if place.place_id in places:
            problem = f"'{place.place_id}' is on line {lines[place.place_id]}, too"
            raise DataError(path, line, "place_id", problem)
        places[place.place_id] = place
        lines[place.place_id] = line
        if flag(path, line, row["needs_cue"]):
            needs_cue.add(place.place_id)
        if row["side"]:
            if row["side"] not in SIDES or place.parent is None:
                raise DataError(
                    path, line, "side", f"'{row['side']}' is none of {', '.join(SIDES)} of a parent"
                )
            sides[place.parent, row["side"]] = place.place_id
    for place in extra_rows:
        check(path, None, place, kinds)
        places[place.place_id] = place
    _check_parents(path, places, lines)
    keys, names, longest = _index(places.values())
    keys = _road_keys(tuple(_roads(places.values())), keys, names) | keys
    beginnings = frozenset(key[:end] for key in keys for end in range(1, len(key) + 1))

    @lru_cache(maxsize=65536)
    def openings(low: str) -> tuple[tuple[str, str], ...]:
        return tuple(
            (form, prefix)
            for form, prefix in forms(low)
            if is_article(form) or fold_name_word(form) in beginnings
        )

    return Gazetteer(
        MappingProxyType(places),
        kinds,
        frozenset(needs_cue),
        frozenset(low for kind in kinds.values() for phrase in kind.words for low in _lows(phrase)),
        frozenset(row["word"] for row in words),
        frozenset(_small(places.values())),
        frozenset(row["word"] for row in words if row["needs_article"]),
        longest,
        beginnings,
        openings,
        MappingProxyType(keys),
        MappingProxyType(names),
        MappingProxyType({place_id: tuple(_chain(places, place_id)) for place_id in places}),
        MappingProxyType({side: places[place_id] for side, place_id in sides.items()}),
        MappingProxyType(_by_sound(places, names, kinds)),
        tuple(_roads(places.values())),
    )


def _roads(places: Iterable[Place]) -> Iterator[tuple[str, str, Place]]:
    """The keys of the two ends of each road that is named by them, with the road."""
    for place in places:
        ends = place.name.rsplit(" ", 1)[0].split(_TO)
        if place.feature_type == "road" and len(ends) == _ENDS:
            yield key_of(ends[0]), key_of(ends[1]), place


def _road_keys(
    roads: Iterable[tuple[str, str, Place]],
    keys: Mapping[str, tuple[Place, ...]],
    names: Mapping[str, tuple[str, ...]],
) -> dict[str, tuple[Place, ...]]:
    """The keys of roads by any Latin names of their ends: "the Tadmur-Deir Ezzor highway"."""
    found: dict[str, tuple[Place, ...]] = {}
    for *ends, road in roads:
        one, other = (
            {name for place in keys.get(end, ()) for name in names[place.place_id] if name.isascii()}
            for end in ends
        )
        for a, b, kind in product(one, other, map(fold_name_word, _ROADS)):
            found[a + b + kind] = found[b + a + kind] = (road,)
    return found


def _by_sound(
    places: Mapping[str, Place], names: Mapping[str, tuple[str, ...]], kinds: Mapping[str, FeatureType]
) -> dict[str, tuple[Place, ...]]:
    sounds: dict[str, dict[str, Place]] = {}
    for place in places.values():
        if kinds[place.feature_type].group == "settlement":
            for key in names[place.place_id]:
                sounds.setdefault(consonants(key), {})[place.place_id] = place
    return {key: tuple(found.values()) for key, found in sounds.items() if len(key) >= _CONSONANTS}


def _check_parents(path: Path, places: Mapping[str, Place], lines: Mapping[str, int]) -> None:
    for place in places.values():
        seen = {place.place_id}
        parent = place.parent
        while parent is not None:
            line = lines.get(place.place_id)
            if parent not in places:
                raise DataError(path, line, "parent", f"'{parent}' is no place_id")
            if parent in seen:
                raise DataError(path, line, "parent", f"'{parent}' holds itself")
            seen.add(parent)
            parent = places[parent].parent


def _chain(places: Mapping[str, Place], place_id: str) -> Iterator[Place]:
    parent = places[place_id].parent
    while parent is not None:
        yield places[parent]
        parent = places[parent].parent


def _written(place: Place) -> Iterator[str]:
    if "(" in place.name:
        yield _QUALIFIER.sub("", place.name)
    yield place.name
    if place.name_ar is not None:
        yield place.name_ar
    yield from place.spellings


def _small(places: Iterable[Place]) -> Iterator[str]:
    """The first words and the keys of names that the file writes small: "graveyards area"."""
    for place in places:
        for name in place.spellings:
            lows = [low for low in _lows(name) if not is_article(low) and low != "the"]
            if lows and name[0].islower() and name.islower():
                yield lows[0]
                yield "".join(map(fold_name_word, lows))


def _lows(name: str) -> list[str]:
    return [token.low for token in tokens_of(normalise(name).text) if token.kind != "p"]


def _index(places: Iterable[Place]) -> tuple[dict[str, tuple[Place, ...]], dict[str, tuple[str, ...]], int]:
    """Places by key, the keys of each place (of its main name first), and the most words of a name."""
    keys: dict[str, list[Place]] = {}
    names: dict[str, tuple[str, ...]] = {}
    longest = 0
    for place in places:
        own: dict[str, None] = {}
        for name in dict.fromkeys(_written(place)):
            words = [low for low in _lows(name) if not is_article(low)]
            longest = max(longest, len(words))
            own["".join(map(fold_name_word, words))] = None
        names[place.place_id] = tuple(own)
        for key in own:
            keys.setdefault(key, []).append(place)
    keys.pop("", None)
    return {key: tuple(found) for key, found in keys.items()}, names, longest
