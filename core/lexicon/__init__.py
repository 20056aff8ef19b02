"""Data files -> one frozen :class:`Lexicon`, loaded once and passed to each stage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from core.errors import DataError
from core.lexicon.actors import Actors, load_actors
from core.lexicon.dates import DateWords, load_date_words
from core.lexicon.event_types import EventTypes, load_event_types
from core.lexicon.gazetteer import Gazetteer, load_gazetteer
from core.lexicon.grammar import load_grammars
from core.lexicon.matcher import Matcher, words_of
from core.lexicon.numbers import NumberWords, load_number_words
from core.lexicon.people import (
    ActorModifier,
    PeopleWord,
    VehicleWord,
    load_modifiers,
    load_people,
    load_vehicles,
)
from core.lexicon.sources import Sources, load_sources
from core.lexicon.triggers import Cue, Form, load_cues, load_triggers
from core.lexicon.weights import load_weights
from core.model import Place
from core.text import fold

DATA_DIR = Path(__file__).resolve().parents[2] / "data"

_Entry = tuple[str, str, Any, bool]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All domain knowledge of one data directory, with one matcher over its phrases.

    ``words`` are the one-word cues by class; ``home`` is the governorate that the
    gazetteer covers whole (the one with districts), ``in_area`` the ids of it and of all that lies in it;
    ``weapons`` finds those triggers alone that name a weapon.
    """

    gazetteer: Gazetteer
    actors: Actors
    event_types: EventTypes
    sources: Sources
    number_words: NumberWords
    date_words: DateWords
    triggers: tuple[tuple[str, Form], ...]
    cues: tuple[Cue, ...]
    words: Mapping[str, frozenset[str]]
    in_area: frozenset[str]
    home: Place
    weights: Mapping[str, float]
    matcher: Matcher
    weapons: Matcher


@lru_cache(maxsize=4)
def _load(data_dir: Path, extra_rows: tuple[Place, ...]) -> Lexicon:
    event_types = load_event_types(data_dir / "event_types.toml")
    gazetteer = load_gazetteer(data_dir / "gazetteer.csv", extra_rows)
    actors = load_actors(data_dir / "actors.toml")
    sources = load_sources(data_dir / "sources.csv")
    grammars = load_grammars(data_dir / "grammar.toml")
    triggers = tuple(load_triggers(data_dir / "triggers.csv", event_types.by_id, grammars))
    cues = tuple(load_cues(data_dir / "cues.csv"))
    people = load_people(data_dir / "people_words.csv", actors.by_id)
    vehicles = load_vehicles(data_dir / "vehicle_words.csv")
    modifiers = load_modifiers(data_dir / "actor_modifiers.csv", actors.by_id)
    number_words = load_number_words(data_dir / "number_words.csv")
    date_words = load_date_words(data_dir / "date_words.csv", number_words)
    entries = [
        *_actor_entries(actors),
        *_trigger_entries(triggers),
        *((cue.phrase, cue.name, cue.value, False) for cue in cues if not _is_flag(cue)),
        *_people_entries(people, vehicles),
        *_modifier_entries(modifiers),
        *_source_entries(sources),
        *_feature_entries(gazetteer),
    ]
    words: dict[str, set[str]] = {}
    for cue in cues:
        if " " not in cue.phrase:
            words.setdefault(cue.name, set()).add(fold(cue.phrase) or cue.phrase)
    frozen = {name: frozenset(low) for name, low in words.items()}
    home = _home(gazetteer, data_dir / "gazetteer.csv")
    in_area = frozenset(
        place_id
        for place_id in gazetteer.places
        if place_id == home.place_id or home in gazetteer.ancestors(place_id)
    )
    return Lexicon(
        gazetteer,
        actors,
        event_types,
        sources,
        number_words,
        date_words,
        triggers,
        cues,
        frozen,
        in_area,
        home,
        load_weights(data_dir / "confidence.csv"),
        Matcher(entries, _flags(cues)),
        Matcher(_trigger_entries(t for t in triggers if t[1].trigger.frame == "weapon")),
    )


def _home(gazetteer: Gazetteer, path: Path) -> Place:
    for place in gazetteer.places.values():
        if place.feature_type == "district" and place.parent is not None:
            return gazetteer.places[place.parent]
    raise DataError(
        path, None, "feature_type", "no row is a district: the area read for is the parent of one"
    )


def load(data_dir: Path = DATA_DIR, extra_rows: Iterable[Place] = ()) -> Lexicon:
    """The lexicon of a data directory, with an analyst's own places laid over its gazetteer.

    Raises:
        DataError: a row that breaks its file's schema; the message cites file, line and field.
    """
    return _load(data_dir, tuple(extra_rows))


# Classes of which the stages ask more than where they stand: the value, the span or the clitic cut off.
_SPANS = frozenset(
    [
        "aircraft",
        "artillery",
        "between",
        "cite",
        "countryside",
        "direction",
        "facility",
        "force",
        "from",
        "holder",
        "holder_before",
        "link",
        "near",
        "not_place_after",
        "not_place_before",
        "offset",
        "say",
        "to",
        "via",
    ]
)


_STOPS = ";:؛"  # marks that end a clause


def _flags(cues: Iterable[Cue]) -> Iterator[tuple[str, str]]:
    for cue in cues:
        if _is_flag(cue):
            yield words_of(cue.phrase)[0], cue.name
    for mark in _STOPS:
        yield mark, "stop"


def _is_flag(cue: Cue) -> bool:
    return cue.name not in _SPANS and len(words_of(cue.phrase)) == 1


def _actor_entries(actors: Actors) -> Iterator[_Entry]:
    for alias, _, actor in actors.aliases():
        yield alias, "actor", actor, actors.is_exact(alias)
    for person, _, actor in actors.people():
        yield person, "actor", actor, False


def _trigger_entries(triggers: Iterable[tuple[str, Form]]) -> Iterator[_Entry]:
    options: dict[str, list[Form]] = {}
    for phrase, form in triggers:
        options.setdefault(phrase, []).append(form)
    for phrase, forms in options.items():
        yield phrase, "trigger", tuple(forms), False


def _people_entries(people: Iterable[PeopleWord], vehicles: Iterable[VehicleWord]) -> Iterator[_Entry]:
    for person in people:
        yield person.word, "person", person, False
    for vehicle in vehicles:
        yield vehicle.word, "vehicle", vehicle, False


def _modifier_entries(modifiers: Iterable[ActorModifier]) -> Iterator[_Entry]:
    rules: dict[str, list[ActorModifier]] = {}
    for modifier in modifiers:
        rules.setdefault(modifier.phrase, []).append(modifier)
    for phrase, options in rules.items():
        yield phrase, "modifier", tuple(options), phrase.isupper()


def _source_entries(sources: Sources) -> Iterator[_Entry]:
    for alias, source in sources.aliases():
        yield alias, "source", source, sources.is_exact(alias)


def _feature_entries(gazetteer: Gazetteer) -> Iterator[_Entry]:
    for kind in gazetteer.feature_types.values():
        for word in kind.words:
            yield word, "feature", kind.feature_type, False
