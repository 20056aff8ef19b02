"""How a happening lies to a named place: at, from, to, via, near, between, or so far in a direction."""

from __future__ import annotations

from collections.abc import Sequence

from core.extract.counts import CountMention
from core.extract.places.toponyms import Toponym
from core.lexicon.matcher import Match, Matches
from core.model import Relation
from core.text import Token

_RELATIONS = ("from", "to", "via", "near", "between", "offset", "home_of")
_HOMES = frozenset({"home", "homes", "house", "houses"})
_RELATION_REACH = 8  # tokens between such a word and the name


def relation_of(
    tokens: Sequence[Token],
    toponym: Toponym,
    matches: Matches,
    counts: Sequence[CountMention],
    since: int,
) -> tuple[str, Relation | None, float | None, float | None]:
    """The role, relation, distance and bearing that the words before a name give it; a way's "from" or "to"
    before token ``since`` is that of an earlier name."""
    role, relation, offset, bearing = "at", None, None, None
    first = toponym.first
    for match in matches.among(_RELATIONS):
        if not 0 < first - match.last <= _RELATION_REACH:
            continue
        between = tokens[match.last + 1 : first]
        if any(t.kind == "p" and t.low not in "()'\"" for t in between):
            continue
        next_ = match.last + 1
        is_ground = match.kind in {"to", "from"} and _is_ground(next_, matches) and tokens[next_].kind != "n"
        if not is_ground and any(
            matches.has(kind, next_, first - 1)
            for kind in (
                ("trigger", "boundary") if _is_of_people(match, matches) else ("trigger", "in", "boundary")
            )
        ):
            continue
        if match.kind in {"from", "to", "via"} and (
            match.last < since
            or _is_inside(match, matches)
            or _is_a_crossing(match, tokens, matches)
            or _is_of_home(match, between)
        ):
            continue
        if match.kind == "to" and _is_side_of(match.last + 1, tokens, matches):
            relation = Relation.NEAR
            continue
        if match.kind in {"from", "home_of"} and tokens[match.first].low > "\u0600" and _is_aimed(
            next_, first, matches
        ):  # fmt: skip
            continue
        if match.kind == "from" and _has_own_object(next_, toponym, tokens, matches):
            continue
        if match.kind == "from" and _is_no_origin(match, tokens, matches, counts):
            continue
        if matches.has("namely", next_, first - 1):
            continue  # "villages between A and B, most notably X"
        if match.kind == "from" and (
            _is_measured(match, tokens, counts) or _is_of_side(match.first, tokens, matches)
        ):
            relation = Relation.NEAR
            continue
        if match.kind == "home_of" and matches.has("actor", next_, first - 1):
            continue  # "sons of the tribes and the SDF fought in X"
        if match.kind == "between" and matches.has_any(("actor", "person", "force"), next_, next_):
            continue  # "clashes between two families in X"
        if match.kind in {"from", "to"} and (along := _along_road(match, matches)) is not None:
            relation = along
            continue
        if match.kind in {"from", "to", "via"}:
            role = match.kind
        elif match.kind == "home_of":
            role = "home"  # where a victim comes from, not where it happened
        elif match.kind == "near":
            relation = Relation.NEAR
        elif match.kind == "between":
            relation = Relation.BETWEEN
        elif matches.has("near", match.last + 1, first - 1):
            continue  # «شرقي سوريا قرب X»: the side of another
        elif len(between) <= 3 and not match.prefix.endswith("ال"):  # «الريف الشرقي» is a part, no bearing
            relation, bearing = Relation.NEAR, float(match.value or 0)
            distance = _distance(match.first, counts)
            if distance is not None:
                relation, offset = Relation.OFFSET, distance
    return role, relation, offset, bearing


def _is_a_crossing(match: Match, tokens: Sequence[Token], matches: Matches) -> bool:
    """ "at the river crossing of X": a place, no way through."""
    named = matches.has_any(("determiner", "feature"), match.first - 1, match.first - 1)
    return match.kind == "via" and named and tokens[match.last + 1].low == "of"


def _is_no_origin(
    match: Match, tokens: Sequence[Token], matches: Matches, counts: Sequence[CountMention]
) -> bool:
    """Whether "from" tells of no way: "two men of (من) the SDF near X", "many of the houses in X", "parts
    of X", "managed to take (من السيطرة على) X", or where somebody is from."""
    return (
        any(m.first == match.last + 1 or m.first < match.first <= m.last for m in matches.of("actor"))
        or any(c.start < tokens[match.first].start < c.end for c in counts)
        or matches.has("goal", match.last + 1, match.last + 1)
        or matches.has("portion", match.first - 2, match.first - 1)
        or (tokens[match.first].low > "\u0600" and matches.has("home_of", match.first - 1, match.first))
    )


def _is_aimed(at: int, first: int, matches: Matches) -> bool:
    """«أطلقت من أ على ب»: "on" leads to the name, but «على ضفة», «على طريق» only say where one lies."""
    k = next((k for k in range(first - 1, at - 1, -1) if matches.has("against", k, k)), None)
    if k is None or matches.has("plan", at - 1, at):
        return False  # «من أجل السيطرة على أ»
    return all(matches.has("feature", i, i) for i in range(k + 1, first))


def _has_own_object(at: int, toponym: Toponym, tokens: Sequence[Token], matches: Matches) -> bool:
    """«قصفت قوات X من الضفة الأخرى بلدة Y»: a definite noun is what is named after "from", and the bare kind
    of place further on is the verb's object."""
    kind = next((m for m in matches.of("feature") if m.last == toponym.first - 1), None)
    return (
        kind is not None
        and not kind.prefix
        and kind.first > at + 1
        and tokens[at].low.startswith("ال")
        and not any(
            matches.has("preposition", k, k) and not _is_of_side(k, tokens, matches)
            for k in range(at, kind.first)
        )
    )


def _is_side_of(at: int, tokens: Sequence[Token], matches: Matches) -> bool:
    """ "to the east of X": beside it, and no way there."""
    while at < len(tokens) and tokens[at].low in {"the", "-"}:
        at += 1
    sides = (m for m in matches.of("direction") if m.first == at)
    return any(tokens[m.last + 1 : m.last + 2] and tokens[m.last + 1].low == "of" for m in sides)


def _is_of_people(match: Match, matches: Matches) -> bool:
    """Whether words say whose home a place is ("residents in the town of X"), and not whose office."""
    return match.kind == "home_of" and not matches.has("office", match.first, match.last)


def _is_of_home(match: Match, between: Sequence[Token]) -> bool:
    """ "dragged men from their homes in X": there, and no way from there."""
    return match.kind == "from" and any(t.low in _HOMES for t in between)


def _is_measured(match: Match, tokens: Sequence[Token], counts: Sequence[CountMention]) -> bool:
    """ "five km away from X": how far from it, not where from."""
    before = tokens[match.first - 1].low if match.first else ""
    return before == "away" or any(c.kind == "distance" and 0 <= match.first - c.head <= 2 for c in counts)


def _is_of_side(at: int, tokens: Sequence[Token], matches: Matches) -> bool:
    """«الأطراف الشمالية من X»: a side of it, and no way from there."""
    return matches.has("direction", at - 1, at - 1) and tokens[at - 1].low.startswith("ال")


def _along_road(match: Match, matches: Matches) -> Relation | None:
    """ "on the road to X" is near it, "on the road from X to Y" between the two."""
    if matches.has("road", match.first - 1, match.first - 1):
        return Relation.NEAR if match.kind == "to" else Relation.BETWEEN
    if match.kind == "from":
        return None
    starts = (m.first for m in matches.of("from") if 0 < match.first - m.first <= _RELATION_REACH)
    return Relation.BETWEEN if any(matches.has("road", k - 1, k - 1) for k in starts) else None


def _is_ground(at: int, matches: Matches) -> bool:
    """Whether a common noun for a place follows ("to its bases in X"): the way leads to X; but not after a
    verb ("to leave the base in X")."""
    if matches.has("trigger", at, at) and matches.has("determiner", at + 1, at + 1):
        return False
    return any(
        at <= m.first <= at + 3
        and not matches.has("trigger", at + 1, m.first - 1)  # "from X hit a house in"
        and not matches.has("in", at + 1, m.first - 1)  # "of the fighters in a camp near X"
        for m in matches.of("facility")
    )


def _is_inside(match: Match, matches: Matches) -> bool:
    """Whether a preposition is part of a longer phrase ("near to", "القريبة من", "من جهة أخرى")."""
    longer = (
        m for kind in ("near", "side", "agent", "coordination") for m in matches.of(kind) if m.last > m.first
    )
    return any(
        m.first <= match.first and match.last <= m.last and m.last - m.first > match.last - match.first
        for m in longer
    )


def _distance(before: int, counts: Sequence[CountMention]) -> float | None:
    for count in counts:
        if count.kind == "distance" and 0 <= before - count.head <= 2:
            return count.km
    return None
