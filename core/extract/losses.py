"""Killed, wounded and captured: whose losses a sentence tells, and how many."""

from __future__ import annotations

from dataclasses import dataclass

from core.extract import verb_first
from core.extract.groups import Group
from core.extract.mentions import Found, Hit
from core.extract.roles import agents, is_passive, objects, subject
from core.model import Count

FIELDS = {"killed": "killed", "wounded": "wounded", "captured": "captured"}
_ONE = Count(1, 1, 1)
_NONE = Count(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Loss:
    """``count`` of ``group`` (``None`` where unnamed) were ``field``; ``is_total`` replaces, not adds."""

    field: str
    count: Count | None
    group: Group | None
    hit: Hit
    is_total: bool


def losses_of(found: Found, hits: list[Hit]) -> tuple[Loss, ...]:
    """The losses that a happening's triggers tell, in order."""
    losses: list[Loss] = []
    pairs = [h for h in hits if h.trigger.frame in FIELDS]
    for hit in hits:
        if hit.trigger.frame in {"casualties", "wounded"} and _is_none(found, hit):
            return tuple(Loss(field, _NONE, None, hit, False) for field in ("killed", "wounded"))
    for hit in pairs:
        twin = _twin(found, hit, pairs)
        victims = _victims(found, hit)
        for group in victims:
            if any(loss.group == group and loss.field == hit.trigger.frame for loss in losses):
                continue
            counted = group.count
            if twin is not None and counted is not None:
                counted = None  # "killed and wounded 12": the split is not known
            total = group.count.is_total if group.count else False
            if group.count is not None and group.count.is_subset:
                continue
            count = counted.count if counted else None if twin else _single(found, group)
            losses.append(Loss(hit.trigger.frame, count, group, hit, total))
        if not victims and is_passive(found, hit) and _was(found, hit):
            losses.append(Loss(hit.trigger.frame, _ONE, None, hit, False))
    return tuple(losses)


def _is_none(found: Found, hit: Hit) -> bool:
    """ "no casualties", "nobody was hurt", "without injuries": nobody was killed or wounded."""
    before = [c for c in found.counts if c.kind == "none" and 0 <= hit.first - c.head <= 2]
    return bool(before) or (hit.trigger.frame == "casualties" and found.has("nobody", hit.first - 3, hit.first - 1)) or (
        hit.trigger.pos == "verb" and found.has("nobody", hit.first - 4, hit.first - 1)
    )  # fmt: skip


def _single(found: Found, group: Group) -> Count | None:
    """One for a singular noun without a count ("the commander was killed")."""
    if group.kind == "number" or group.kind in {"facility", "force", "vehicle", "name"}:
        return None
    for match in found.matches:
        if match.kind == "person" and group.first <= match.first <= group.last:
            number = {"singular": 1, "dual": 2}.get(match.value.number)
            return Count(number, number, number) if number else None
    return None


def _was(found: Found, hit: Hit) -> bool:
    return found.has("single", hit.first - 3, hit.first - 1)


def _twin(found: Found, hit: Hit, hits: list[Hit]) -> Hit | None:
    """The other verb of "killed and wounded" or "killed or hurt", which shares one count."""
    for other in hits:
        if other.trigger.frame == hit.trigger.frame:
            continue
        first, last = sorted((hit, other), key=lambda h: h.first)
        if last.first - first.last == 2 and found.tokens[last.first - 1].low in {"and", "or"}:
            return other
        if last.first - first.last == 1 and last.prefix[:1] in last.trigger.grammar.joins:
            return other
    return None


def _victims(found: Found, hit: Hit) -> tuple[Group, ...]:
    """The groups that a loss is said of."""
    if hit.trigger.grammar.verb_first:
        return _people(verb_first.victims(found, hit))
    intransitive = hit.trigger.word in {"die", "perish", "succumb"} or hit.trigger.pos == "fixed"
    if hit.trigger.pos == "noun":
        return _people(objects(found, hit))
    if intransitive or is_passive(found, hit):
        before = _right_before(found, hit) or subject(found, hit)
        return _people(before) or (_people(objects(found, hit)) if not agents(found, hit) else ())
    return _people(objects(found, hit))


def _right_before(found: Found, hit: Hit) -> tuple[Group, ...]:
    """A count right before a participle: "two killed, three wounded"."""
    for group in found.groups:
        if hit.first - 2 <= group.last < hit.first and group.count is not None:
            if not found.has("boundary", group.last + 1, hit.first - 1):
                k = found.groups.index(group)
                first = k
                while first > 0 and found.groups[first].joined:
                    first -= 1
                return found.groups[first : k + 1]
    return ()


def _people(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    return tuple(g for g in groups if g.kind not in {"facility", "vehicle"} or g.count is not None)
