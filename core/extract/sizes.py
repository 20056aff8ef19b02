"""How many a noun that names several by its singular stands for: "a family of five"."""

from __future__ import annotations

from core.extract.counts import CountMention
from core.extract.groups import Group
from core.extract.mentions import Found

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
    if at < len(found.tokens) and found.tokens[at].low == "of":
        return found.tokens[at].end + 1 == count.start
    return found.has("consists", at, at) and 0 < count.head - at <= _SIZE  # "عائلة مكونة من 6 أشخاص"


def is_family(found: Found, group: Group) -> bool:
    """ "عائلة مكونة من": how many follows."""
    return found.has("consists", group.last + 1, group.last + 1)
