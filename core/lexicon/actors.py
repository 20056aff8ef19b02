"""Who acts: the actors of ``data/actors.toml`` with their names, groups and dated affiliations."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from core.errors import DataError
from core.lexicon.actor import KINDS, RELATIONS, Actor, Affiliation, SharedAlias, covers
from core.lexicon.tables import values
from core.text import fold

_LISTS = ("aliases", "aliases_ar", "exact", "people", "people_ar")
_TEXTS = ("actor_id", "name", "name_ar", "kind", "group", "nationality", "air_arm")
_BETWEEN = re.compile(r"[\s()\[\]\"/,،-]+")
_ARTICLE = re.compile(r"(?<![^ ])ال(?=[^ ]{3})")
_FIELDS = frozenset({*_LISTS, *_TEXTS, "generic", "affiliations", "shared"})


@dataclass(frozen=True, slots=True)
class Actors:
    """All actors, in file order, with their indexes."""

    by_id: Mapping[str, Actor]
    exact: frozenset[str]
    _by_words: Mapping[str, Actor] = field(repr=False)
    _shared: Mapping[str, tuple[tuple[SharedAlias, Actor], ...]] = field(repr=False)

    def aliases(self) -> Iterator[tuple[str, str, Actor]]:
        """``(alias, language, actor)`` of every alias; one that actors share comes once for each."""
        for actor in self.by_id.values():
            for alias, language in actor.written():
                yield alias, language, actor
            for item in actor.shared:
                yield item.alias, _language(item.alias), actor

    def people(self) -> Iterator[tuple[str, str, Actor]]:
        """``(person, language, actor)``: persons whose acts are told as the group's."""
        for actor in self.by_id.values():
            for person in actor.people:
                yield person, "en", actor
            for person in actor.people_ar:
                yield person, "ar", actor

    def is_exact(self, alias: str) -> bool:
        """Whether the alias counts only in its own case ("US", "IS")."""
        return alias in self.exact

    def group_of(self, actor_id: str) -> str:
        """The actor_id of the group that evaluation compares. Raises ``KeyError`` on an unknown id."""
        return self.by_id[actor_id].group

    def named(self, name: str) -> Actor | None:
        """The actor of a name or alias as written, compared folded; ``None`` when nobody bears it."""
        return self._by_words.get(_key(name))

    def on(self, written: str, actor: Actor, day: date | None) -> Actor:
        """Whom an alias means on a day: ``actor``, unless the alias is shared and was another's then."""
        if day is not None:
            for item, owner in self._shared.get(_key(written), ()):
                if covers(item.start, item.end, day):
                    return owner
        return actor

    def backers_on(self, actor_id: str, day: date) -> tuple[Actor, ...]:
        """Who backs the actor on a day: its own backers first, then those of what it is part of."""
        found: dict[str, Actor] = {}
        queue, seen = [actor_id], {actor_id}
        for current in queue:
            for tie in self.by_id[current].affiliations:
                if not tie.holds_on(day):
                    continue
                if tie.relation == "backed_by":
                    found.setdefault(tie.with_id, self.by_id[tie.with_id])
                elif tie.relation == "part_of" and tie.with_id not in seen:
                    seen.add(tie.with_id)
                    queue.append(tie.with_id)
        return tuple(found.values())


def load_actors(path: Path) -> Actors:
    """The actors of an ``actors.toml``.

    Raises:
        DataError: an unreadable file, an unknown field, kind, group, relation or actor_id, a wrong
            type or date, or an alias that two actors bear without sharing it by date.
    """
    try:
        text = path.read_text(encoding="utf-8")
        tables = tomllib.loads(text).get("actor", [])
    except FileNotFoundError:
        raise DataError(path, None, None, "the file is missing") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DataError(path, None, None, f"the file is not TOML ({error})") from None
    check = _Check(path, text)
    by_id: dict[str, Actor] = {}
    for table in tables:
        actor = check.actor(table)
        if actor.actor_id in by_id:
            check.fail(actor.actor_id, "actor_id", f"'{actor.actor_id}' stands twice")
        by_id[actor.actor_id] = actor
    check.references(by_id)
    shared = check.shared(by_id)
    words = check.words(by_id, shared)
    exact = frozenset(alias for actor in by_id.values() for alias in actor.exact)
    return Actors(MappingProxyType(by_id), exact, MappingProxyType(words), MappingProxyType(shared))


@dataclass(frozen=True, slots=True)
class _Check:
    """Turns tables into actors, or says which line and field of the file is wrong."""

    path: Path
    text: str

    def fail(self, actor_id: str, name: str, problem: str) -> None:
        at = self.text.find(f'actor_id = "{actor_id}"') if actor_id else -1
        line = self.text.count("\n", 0, at) + 1 if at >= 0 else None
        raise DataError(self.path, line, name, f"{problem} (actor '{actor_id}')" if actor_id else problem)

    def actor(self, table: Mapping[str, Any]) -> Actor:
        who = str(table.get("actor_id", ""))
        for name in table.keys() - _FIELDS:
            self.fail(who, name, "is not a field of an actor")
        for name in ("actor_id", "name", "name_ar", "kind"):
            if not table.get(name):
                self.fail(who, name, "is missing")
        for name in (*_TEXTS, *_LISTS):
            if not isinstance(table.get(name, ""), str):
                self.fail(who, name, "must be a text (several values stand between |)")
        if table["kind"] not in KINDS:
            self.fail(who, "kind", f"'{table['kind']}' is not one of {', '.join(sorted(KINDS))}")
        actor = Actor(
            actor_id=who,
            name=table["name"],
            name_ar=table["name_ar"],
            kind=table["kind"],
            group=table.get("group", who),
            nationality=table.get("nationality"),
            air_arm=table.get("air_arm"),
            is_generic=table.get("generic", False) is True,
            **{name: values(table.get(name, "")) for name in _LISTS},
            shared=tuple(self._shared(who, item) for item in table.get("shared", ())),
            affiliations=tuple(self._affiliation(who, item) for item in table.get("affiliations", ())),
        )
        borne = {alias for alias, _ in actor.written()} | {item.alias for item in actor.shared}
        for alias in actor.exact:
            if alias not in borne:
                self.fail(who, "exact", f"'{alias}' is not among the aliases")
        return actor

    def _interval(self, who: str, name: str, item: Mapping[str, Any]) -> tuple[date | None, date | None]:
        start, end = item.get("from"), item.get("to")
        for day in (start, end):
            if day is not None and type(day) is not date:
                self.fail(who, name, f"'{day}' is not a date (write 2020-06-03 without quotes)")
        if start and end and start > end:
            self.fail(who, name, f"{start} lies after {end}")
        return start, end

    def _shared(self, who: str, item: Mapping[str, Any]) -> SharedAlias:
        if not item.get("alias") or not item.keys() <= {"alias", "from", "to"}:
            self.fail(who, "shared", "needs alias and takes from, to")
        return SharedAlias(item["alias"], *self._interval(who, "shared", item))

    def _affiliation(self, who: str, item: Mapping[str, Any]) -> Affiliation:
        if not item.keys() <= {"with", "relation", "from", "to", "source"}:
            self.fail(who, "affiliations", "takes with, relation, from, to, source")
        if item.get("relation") not in RELATIONS:
            self.fail(who, "affiliations", f"relation must be one of {', '.join(sorted(RELATIONS))}")
        if not item.get("with") or not item.get("source"):
            self.fail(who, "affiliations", "needs with and source")
        start, end = self._interval(who, "affiliations", item)
        return Affiliation(item["with"], item["relation"], start, end, item["source"])

    def references(self, by_id: Mapping[str, Actor]) -> None:
        for actor in by_id.values():
            if actor.group not in by_id or by_id[actor.group].group != actor.group:
                self.fail(actor.actor_id, "group", f"'{actor.group}' is not the actor_id of a group")
            if actor.air_arm is not None and (
                actor.air_arm not in by_id or by_id[actor.air_arm].kind != "air_force"
            ):
                self.fail(actor.actor_id, "air_arm", f"'{actor.air_arm}' is not the actor_id of an air force")
            for tie in actor.affiliations:
                if tie.with_id not in by_id or tie.with_id == actor.actor_id:
                    self.fail(
                        actor.actor_id, "affiliations", f"'{tie.with_id}' is not another actor's actor_id"
                    )

    def shared(self, by_id: Mapping[str, Actor]) -> dict[str, tuple[tuple[SharedAlias, Actor], ...]]:
        found: dict[str, tuple[tuple[SharedAlias, Actor], ...]] = {}
        for actor in by_id.values():
            for item in actor.shared:
                words = _key(item.alias)
                for other, owner in found.get(words, ()):
                    first, last = max(item.start or date.min, other.start or date.min), item.end or date.max
                    if first <= min(last, other.end or date.max):
                        self.fail(actor.actor_id, "shared", f"'{item.alias}' is also {owner.actor_id}'s then")
                found[words] = (*found.get(words, ()), (item, actor))
        return found

    def words(
        self,
        by_id: Mapping[str, Actor],
        shared: Mapping[str, tuple[tuple[SharedAlias, Actor], ...]],
    ) -> dict[str, Actor]:
        """Every name and alias by its folded words; names come first, so they may repeat a shared alias."""
        found: dict[str, Actor] = {}
        for actor in by_id.values():
            for alias in (actor.name, actor.name_ar):
                owner = found.setdefault(_key(alias), actor)
                if owner is not actor:
                    self.fail(actor.actor_id, "name", f"'{alias}' is also the name of '{owner.actor_id}'")
        for actor in by_id.values():
            own = set() if actor.is_generic else {_words(actor.name), _words(actor.name_ar)}
            for field_name, aliases in (("aliases", actor.aliases), ("aliases_ar", actor.aliases_ar)):
                for alias in aliases:
                    words = _words(alias)
                    owner = found.setdefault(_bare(words), actor)
                    if owner is not actor:
                        self.fail(
                            actor.actor_id, field_name, f"'{alias}' is also an alias of '{owner.actor_id}'"
                        )
                    if words in own:
                        self.fail(actor.actor_id, field_name, f"'{alias}' stands twice (compared folded)")
                    own.add(words)
        for words, owners in shared.items():
            found.setdefault(words, owners[0][1])
        return found


def _words(name: str) -> str:
    """A name's folded words; quotes, brackets, hyphens and apostrophes do not count."""
    return " ".join(map(fold, _BETWEEN.split(name.replace("’", "")))).strip()


def _bare(words: str) -> str:
    """Folded words, the Arabic ones without their article."""
    return words if words < "\u0600" else _ARTICLE.sub("", words)


def _key(name: str) -> str:
    """What names must share to be the same name."""
    return _bare(_words(name))


def _language(alias: str) -> str:
    return "ar" if alias[:1] > "\u0600" else "en"
