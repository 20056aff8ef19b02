"""Endings that only an object bears, and verbs whose subject may be whom they befall."""

from __future__ import annotations

from core.extract.clauses import is_object
from core.extract.groups import Group
from core.extract.mentions import Found, Hit

_SHORT = 3  # letters: no longer a word has an ending


def is_accusative(found: Found, hit: Hit, group: Group) -> bool:
    """Whether the ending of a group's number, or of its noun where none is counted, is no subject's."""
    if group.begin == group.first:
        return is_object(found, hit, group)
    word = found.tokens[group.begin].text
    return len(word) > _SHORT and word.endswith(hit.trigger.grammar.object_endings)


def takes_alone(hit: Hit) -> bool:
    """Whether a verb in its passive names whom it takes alone: not "led his sheep (اقتاد الراعي أغنامه)"."""
    return hit.trigger.event_type == "abduction" or (
        hit.trigger.frame == "captured" and not hit.trigger.needs
    )
