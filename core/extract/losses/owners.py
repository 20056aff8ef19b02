"""Who else was lost: those of another side, those in a vehicle, those who were with the one named."""

from __future__ import annotations

from core.extract.clauses import list_on
from core.extract.groups import Group
from core.extract.mentions import Found, Hit

_ABOARD = 4  # tokens from people to the vehicle they are in


def with_other_sides(found: Found, lost: tuple[Group, ...]) -> tuple[Group, ...]:
    """The lost, and those whom "and" adds behind the name of whose men the first were: "13 men at least of
    X, and four of Y", "the official of X with three fighters"."""
    last = lost[-1] if lost else None
    if last is None or last not in found.groups or last.kind == "name":
        return lost
    k = found.groups.index(last) + 1
    if k + 1 >= len(found.groups):
        return lost
    owner, more = found.groups[k], found.groups[k + 1]
    counted = more.count is not None and more.count.kind == "count"
    if owner.kind != "name" or owner.joined or owner.count is not None or not (more.joined and counted):
        return lost
    if found.barrier(last.last + 1, more.begin - 1) or any(
        last.last < h.first < more.begin for h in found.hits
    ):
        return lost
    return lost + list_on(found, more)


def riders(found: Found, lost: tuple[Group, ...]) -> tuple[Group, ...]:
    """The lost, for a vehicle the people that it is said of: "seven drivers of lorries were killed"."""
    if len(lost) != 1 or lost[0].kind != "vehicle" or lost[0] not in found.groups:
        return lost
    k = found.groups.index(lost[0])
    before = found.groups[k - 1] if k else None
    if before is None or not 0 < lost[0].begin - before.last <= _ABOARD:
        return lost
    at = before.last + 1
    return (before,) if found.has("in", at, at) or found.tokens[at].low == "of" else lost


def with_company(found: Found, hit: Hit, lost: tuple[Group, ...]) -> tuple[Group, ...]:
    """The lost and who, behind the verb, shared their fate: "was killed along with two of his guards"."""
    nearest = max((g.last for g in lost), default=-1)
    behind = next((g for g in found.groups if g.first > max(nearest, hit.last)), None)
    apart = any(nearest < g.first < hit.first for g in found.groups)
    return lost if not lost or apart or behind is None or not behind.joined else (*lost, behind)
