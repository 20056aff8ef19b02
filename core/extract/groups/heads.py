"""What heads a group of people: its kind, the actor its words name, and how many it counts."""

from __future__ import annotations

from collections.abc import Sequence

from core.extract.counts import CountMention
from core.lexicon import Lexicon
from core.lexicon.matcher import Match, Matches
from core.text import Token, fold

_ARABIC = "\u0600"


def inside_names(tokens: Sequence[Token], names: Sequence[Match], matches: Matches) -> list[Match]:
    """The nouns for people that head a group's names: "ISIS fighters", "Syrian soldiers"."""
    return [m for m in matches.of("person") if any(_heads(tokens, m, name) for name in names)]


def _heads(tokens: Sequence[Token], noun: Match, name: Match) -> bool:
    if tokens[noun.first].low > _ARABIC:  # the owner follows its noun
        return noun.first == name.first
    return noun.last == name.last


def kind_of(tokens: Sequence[Token], parts: Sequence[Match], people: Sequence[Match]) -> str:
    """What a group is: a facility, a kind of people, civilians, a weapon or vehicle, else only a name."""
    facility = [part for part in parts if part.kind == "facility"]
    if people and any(t.low == "of" for t in tokens[people[0].last + 1 : parts[-1].first]):
        facility = [part for part in facility if part.first < people[0].first]  # "a member of the group"
    if facility and parts[-1].kind in _MOVED and facility[-1].last + 1 == parts[-1].first:
        facility = facility[:-1]  # "military reinforcements"
    if people and facility and tokens[people[0].first].low > _ARABIC and people[0].first < facility[0].first:
        return str(people[0].value.kind)  # "عناصر الحاجز": the owner stands behind
    if facility and (
        not people or facility[-1].first > people[-1].last or facility[0].first < people[0].first
    ):
        return "facility"
    if people:
        return str(people[0].value.kind)
    if any(part.kind == "actor" and part.value.kind == "civilians" for part in parts):
        return "civilian"
    kinds = {part.kind for part in parts}
    return next((kind for kind in _MOVED if kind in kinds), "name")


_SINGULAR, _ORDINAL = "singular noun", "ordinal"
_QUOTES = frozenset("\"'")
_AND = "و"  # written apart before figures: "40 شاحنة و15 مدرعة"
_MOVED = ("vehicle", "aircraft", "artillery", "force")


def actor_of(
    tokens: Sequence[Token], parts: Sequence[Match], names: Sequence[Match], kind: str
) -> tuple[str | None, tuple[int, int]]:
    """The actor of a group and the span of its own words."""
    if names:
        chosen = names[0]
        for name in names[1:]:
            if _is_shared(tokens, name):
                continue  # "the SDF's security forces" are its own
            if _is_shared(tokens, chosen) and not name.value.is_generic:
                chosen = name  # "security forces of the SDF"
            elif tokens[name.first - 1].low == "s" and not chosen.value.is_generic:
                chosen = name  # "the SDF's Hajin Military Council"
            elif (
                chosen.value.is_generic
                and not name.value.is_generic
                and not _is_backer(tokens, parts, chosen, name)
            ):
                chosen = name
        told = _by_modifier(parts, kind) if chosen.value.kind == "unknown_group" else None
        return told or chosen.value.actor_id, (chosen.first, chosen.last)
    span = (parts[0].first, parts[-1].last)
    told = _by_modifier(parts, kind)
    if told:
        return told, span
    for part in parts:
        if part.kind == "person" and part.value.actor_id:
            return part.value.actor_id, (part.first, part.last)
    return None, span


def _by_modifier(parts: Sequence[Match], kind: str) -> str | None:
    """Whose an adjective says that a group is: "gunmen loyal to X"."""
    rules = (rule for part in parts if part.kind == "modifier" for rule in part.value)
    return next((rule.actor_id for rule in rules if rule.fits(kind)), None)


def _is_shared(tokens: Sequence[Token], name: Match) -> bool:
    """Whether a name is one that others bear, too, at other times ("security forces")."""
    written = " ".join(token.low for token in tokens[name.first : name.last + 1])
    return any(fold(item.alias) == written for item in name.value.shared)


def _is_backer(tokens: Sequence[Token], parts: Sequence[Match], one: Match, other: Match) -> bool:
    """Whether "backed by" stands between two names: the second is not who acts."""
    return any(
        part.kind == "link" and one.last < part.first < other.first and tokens[part.last].low == "by"
        for part in parts
    )


def count_before(
    tokens: Sequence[Token],
    first: int,
    last: int,
    heads: dict[int, CountMention],
    parts: Sequence[Match],
    breaks: frozenset[str],
    things_of: frozenset[str],
    taken: CountMention | None = None,
) -> CountMention | None:
    """The count of a group: right before it, a word or two before it, or inside it; not that which the people
    before it have taken ("seven drivers of lorries"), nor that of things and animals of theirs."""
    if not heads:
        return None
    for at in (first, *range(first + 1, last + 1)):
        count = heads.get(at)
        owner = (
            count is not None and at > first and count.rule == _SINGULAR and count.start == tokens[at].start
        )
        if count is None or owner or any(p.kind == "vehicle" and p.first <= at <= p.last for p in parts):
            continue  # "the dead of the raid (قتلى الغارة)" are not one
        return None if count.rule == _ORDINAL else count  # "a third"
    for at in range(first - 1, max(first - 4, -1), -1):
        if tokens[at].kind == "p" or tokens[at].low in breaks or tokens[at].low == _AND:
            return None
        count = heads.get(at)
        if count is not None and tokens[at].start == count.start:
            return None  # a noun that is its own number: "a man and others"
        if count is not None and (count is taken or count.rule == _ORDINAL):
            return None
        if count is not None:
            things = tokens[at].low in things_of
            apart = (count.kind == "article" or things) and any(t.low == "of" for t in tokens[at:first])
            return None if apart else count  # "a group of suspects", "500 sheep of the locals"
    return None


def of_some(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> int:
    """Where a group begins: "a number of gunmen", "a band of X's fighters"."""
    of = first - 1 - (first > 0 and tokens[first - 1].text in _QUOTES)
    some = of > 0 and tokens[of].low == "of" and tokens[of - 1].low in lexicon.words["some_of"]
    return of - 1 if some else first
