"""Words that refer back: "they", "the group", "the city", "the same village"."""

from __future__ import annotations

from core.extract.clauses import is_it
from core.extract.drafts import Draft
from core.extract.groups import Group

_PRONOUN_REACH = 4  # tokens before a verb where its pronoun subject stands


def pronoun_of(draft: Draft) -> tuple[Group, ...]:
    """The pronoun that is the subject of the draft's first verb."""
    found = draft.found
    for hit in draft.hits:
        if (
            hit.trigger.frame == "crowd"  # the crowd's own doings, whoever was named last
            or hit.trigger.pos == "noun"
            or hit.trigger.frame in {"burst", "weapon"}
            or draft.roles.rule in {"passive", "come under"}
        ):
            continue
        for k in range(hit.first - 1, max(hit.first - _PRONOUN_REACH - 1, -1), -1):
            is_back = (
                found.has("pronoun", k, k)
                or (found.has("group_word", k, k) and found.has("back", k - 1, k - 1))
                or is_it(found, hit, k)
            )
            if is_back and not found.barrier(k + 1, hit.first - 1):
                return (Group(k, k, k, None, found.chars(k, k), "number", is_possessive=True),)
    return ()
