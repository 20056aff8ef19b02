"""One or two persons shot by men whom nobody names: an aimed killing, unless it was a fight."""

from __future__ import annotations

from collections.abc import Sequence

from core.extract.frames import LOSS_FRAMES
from core.extract.losses import Loss
from core.extract.mentions import Found, Hit
from core.extract.roles import Roles
from core.lexicon import Lexicon

_FEW = 2
_THINGS = frozenset({"facility", "force"})


def is_aimed(
    found: Found, hits: Sequence[Hit], roles: Roles, losses: Sequence[Loss], lexicon: Lexicon
) -> bool:
    """Whether hits of no manner but shots kill one or two, no post, by gunmen of no known group."""
    if not hits[0].trigger.grammar.verb_first:
        return False  # an English verb tells it by itself ("shot dead")
    told = all(h.trigger.frame in LOSS_FRAMES or found.has("small_arms", h.first, h.last) for h in hits)
    doers = {lexicon.actors.by_id[g.actor_id].kind for g in roles.initiators if g.actor_id}
    if not told or doers != {"unknown_group"} or any(g.kind in _THINGS for g in roles.targets):
        return False
    killed = [loss for loss in losses if loss.field == "killed"]
    if any(_is_of_many(found, loss) for loss in killed):
        return False
    most = sum((loss.count.high or _FEW + 1) if loss.count else 1 for loss in killed)
    return bool(killed) and most <= _FEW


def _is_of_many(found: Found, loss: Loss) -> bool:
    """ "one of them (أحدهم) was killed": they were more than two, or nobody says how many."""
    if not found.has("one_of_them", loss.hit.first, loss.hit.last + 1):
        return False
    shot_at = loss.group.count.count.low if loss.group and loss.group.count else None
    return shot_at is None or shot_at > _FEW
