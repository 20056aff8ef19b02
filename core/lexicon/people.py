"""Nouns for people and vehicles, and adjectives that tell whose they are.

From ``data/people_words.csv`` (word, language, number, kind, implies_actor), ``vehicle_words.csv``
(word, language, number) and ``actor_modifiers.csv`` (phrase, language, head_kind, actor_id).
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path

from core.errors import DataError
from core.lexicon.possessives import possessives
from core.lexicon.tables import rows
from core.text import fold

LANGUAGES = frozenset({"en", "ar"})
NUMBERS = frozenset({"singular", "dual", "plural", "collective"})
OWNED = "*"
"""Ends a word of ``people_words.csv`` that also stands with a possessive ("شقيق*": his brother too)."""
KINDS = frozenset({"civilian", "fighter", "security", "official", "leader", "person_neutral"})

# A modifier's head_kind -> the kinds of head noun that it fits.
_ARMED = frozenset({"fighter", "security", "leader"})
_FITS: dict[str, frozenset[str]] = {
    "people": _ARMED | {"official"},
    "forces": _ARMED | {"force", "vehicle"},
    "aircraft": frozenset({"aircraft"}),
    "artillery": frozenset({"artillery"}),
    "base": frozenset({"facility"}),
    "any": _ARMED | {"official", "force", "vehicle", "aircraft", "artillery", "facility", "name"},
}
HEAD_KINDS = frozenset(_FITS)


@dataclass(frozen=True, slots=True)
class PeopleWord:
    """A noun for people in one written form. ``actor_id`` is whom it means when no group is named,
    where that is plain."""

    word: str
    language: str
    number: str
    kind: str
    actor_id: str | None


@dataclass(frozen=True, slots=True)
class VehicleWord:
    """A noun for a vehicle in one written form."""

    word: str
    language: str
    number: str


@dataclass(frozen=True, slots=True)
class ActorModifier:
    """A phrase beside a head noun that makes it mean an actor: "Iranian-backed" + fighters."""

    phrase: str
    language: str
    head_kind: str
    actor_id: str

    def fits(self, kind: str) -> bool:
        """Whether a head noun's kind (a people kind, force, vehicle, facility, aircraft,
        artillery or name) takes this meaning."""
        return kind in _FITS[self.head_kind]


def load_people(path: Path, actor_ids: Container[str]) -> tuple[PeopleWord, ...]:
    """The words of a ``people_words.csv``, Arabic singulars with their accusative.

    Raises:
        DataError: an empty or repeated word, an unknown language, number, kind or actor_id.
    """
    found: list[PeopleWord] = []
    owned: list[PeopleWord] = []
    for line, row in _unique(path, ("word", "language", "number", "kind", "implies_actor")):
        _one_of(path, line, row, "kind", KINDS)
        actor_id = row["implies_actor"] or None
        if actor_id is not None and actor_id not in actor_ids:
            raise DataError(path, line, "implies_actor", f"'{actor_id}' is not an actor_id of actors.toml")
        said = row["language"], row["number"], row["kind"], actor_id
        if row["word"].endswith(OWNED):
            owned += [PeopleWord(form, *said) for form in possessives(row["word"].removesuffix(OWNED))]
        found += [PeopleWord(form, *said) for form in _forms(row)]
    listed = {_folded(word.word) for word in found}
    return (*found, *(word for word in owned if _folded(word.word) not in listed))


def load_vehicles(path: Path) -> tuple[VehicleWord, ...]:
    """The words of a ``vehicle_words.csv``, Arabic singulars with their accusative.

    Raises:
        DataError: an empty or repeated word, an unknown language or number.
    """
    table = _unique(path, ("word", "language", "number"))
    return tuple(
        VehicleWord(form, row["language"], row["number"]) for _, row in table for form in _forms(row)
    )


def load_modifiers(path: Path, actor_ids: Container[str]) -> tuple[ActorModifier, ...]:
    """The rows of an ``actor_modifiers.csv`` in file order: of one phrase the first that fits counts.

    Raises:
        DataError: an empty phrase, a phrase that stands twice for a head_kind, an unknown
            language, head_kind or actor_id.
    """
    found, seen = [], set()
    for line, row in rows(path, ("phrase", "language", "head_kind", "actor_id")):
        modifier = ActorModifier(row["phrase"], row["language"], row["head_kind"], row["actor_id"])
        if not modifier.phrase:
            raise DataError(path, line, "phrase", "must not be empty")
        _one_of(path, line, row, "language", LANGUAGES)
        _one_of(path, line, row, "head_kind", HEAD_KINDS)
        if modifier.actor_id not in actor_ids:
            raise DataError(
                path, line, "actor_id", f"'{modifier.actor_id}' is not an actor_id of actors.toml"
            )
        key = (_folded(modifier.phrase), modifier.head_kind)
        if key in seen:
            raise DataError(
                path, line, "phrase", f"'{modifier.phrase}' stands twice for {modifier.head_kind}"
            )
        seen.add(key)
        found.append(modifier)
    return tuple(found)


def _unique(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a table of words, checked for what all of them have."""
    seen: dict[str, int] = {}
    for line, row in rows(path, columns):
        key = _folded(row["word"].removesuffix(OWNED))
        if not key:
            raise DataError(path, line, "word", "must not be empty")
        _one_of(path, line, row, "language", LANGUAGES)
        _one_of(path, line, row, "number", NUMBERS)
        if key in seen:
            raise DataError(path, line, "word", f"'{row['word']}' also stands in line {seen[key]}")
        seen[key] = line
        yield line, row


def _folded(phrase: str) -> str:
    return " ".join(fold(word) for word in phrase.split())


def _one_of(path: Path, line: int, row: dict[str, str], field: str, allowed: frozenset[str]) -> None:
    if row[field] not in allowed:
        raise DataError(path, line, field, f"'{row[field]}' is not one of {', '.join(sorted(allowed))}")


def _forms(row: dict[str, str]) -> tuple[str, ...]:
    """The word; of an Arabic singular its accusative too (شخص, شخصا). Feminine and weak endings take none."""
    word = row["word"].removesuffix(OWNED)
    if (
        row["language"] != "ar"
        or row["number"] != "singular"
        or " " in word
        or word.endswith(("ة", "ا", "ى", "ء"))
    ):
        return (word,)
    return word, word + "ا"
