"""How many people a noun or a list stands for: "a family of five", "two people, a girl and a guard"."""

from __future__ import annotations

from core.extract.clauses import list_on
from core.extract.counts import CountMention
from core.extract.groups import Group
from core.extract.mentions import Found

_ANYBODY = frozenset({"person_neutral", "civilian", "number"})
_SIZE = 3  # tokens from "consisting of" to how many


def is_many(found: Found, group: Group) -> bool:
    """Whether a noun names several by its singular: "a family"."""
    return any(
        m.value.number == "collective" and group.first <= m.first <= group.last
        for m in found.matches.of("person")
    )


def is_its_size(found: Found, group: Group, count: CountMention) -> bool:
    """ "a family of five"."""
    at = group.last + 1
    if at < len(found.tokens) and found.tokens[at].low in {"of", "من"}:
        return found.tokens[at].end + 1 == count.start
    return found.has("consists", at, at + 1) and 0 < count.head - at <= _SIZE + 2  # "عائلة مكونة من 6 أشخاص"


def is_family(found: Found, group: Group) -> bool:
    """ "عائلة مكونة من": how many follows."""
    at = group.last + 1
    of = at < len(found.tokens) and found.tokens[at].low == "من" and is_many(found, group)
    return of or found.has("consists", at, at + 1)


def undetailed(found: Found, groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """The groups without those that only say who the first ones are: "two people, a girl and a guard"."""
    head_of = next((g for g in found.groups if groups and g.first == groups[0].first), None)
    listed = list_on(found, head_of) if head_of is not None else ()
    if len(listed) < 3 or any(g.count is None for g in listed):
        return groups
    head, *rest = [g.count.count for g in listed if g.count is not None]
    alike = listed[0].kind in _ANYBODY or all(g.kind == listed[0].kind for g in listed)
    if alike and found.tokens[groups[0].last + 1].kind == "p" and head.low == sum(c.low or 0 for c in rest):
        return groups[:1]
    return groups
