"""Losses of several sides, where a side's name stands between one figure and the next."""

from __future__ import annotations

from core.extract.clauses import list_on
from core.extract.groups import Group
from core.extract.mentions import Found


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
    counted = more.count.kind == "count" if more.count is not None else is_one_of(found, more)
    if owner.kind != "name" or owner.joined or owner.count is not None or not (more.joined and counted):
        return lost
    if found.barrier(last.last + 1, more.begin - 1) or any(
        last.last < h.first < more.begin for h in found.hits
    ):
        return lost
    return lost + list_on(found, more)


def is_one_of(found: Found, group: Group) -> bool:
    """ "وآخر من الأسايش", "and another of X"."""
    of = group.begin - 1
    return found.has("from", of, of) and found.has("one_more", of - 1, of - 1)
