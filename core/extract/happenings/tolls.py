"""An event's totals from the losses, vehicles and people that its sentences count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from typing import NamedTuple

from core.extract.counts import add, is_several
from core.extract.groups import Group
from core.extract.happenings.drafts import Draft
from core.extract.happenings.materiel import crowd, personnel, vehicles
from core.extract.losses import Loss
from core.lexicon import Lexicon
from core.model import Count

Span = tuple[int, int]
_LOSSES = ("killed", "wounded", "captured")
_NAMELESS = frozenset({"anonymous", "local"})  # "a source": no rival of whoever is named
_BLOODLESS = frozenset({"agreement", "training_or_exercise"})  # "a pact to end a feud that left three dead"
_TWO = 2


class _Told(NamedTuple):
    """One sentence's toll by the group it is said of; ``speakers`` are those whom it cites, ``parts`` how
    many figures it gives."""

    by_group: dict[str, Count]
    speakers: frozenset[str]
    is_total: bool
    parts: int = 1

    @property
    def whole(self) -> Count:
        return reduce(add, self.by_group.values())


def tolls(drafts: Sequence[Draft], lexicon: Lexicon) -> dict[str, tuple[Count | None, list[Span]]]:
    """``field -> (count, spans)`` for killed, wounded, captured, vehicles and personnel."""
    family = drafts[0].family
    told = [] if drafts[0].event_type in _BLOODLESS else drafts
    found = {field: _losses(told, field, lexicon) for field in _LOSSES}
    found["vehicles"] = vehicles(drafts, family == "force_posture")
    found["personnel"] = (None, [])
    if family == "force_posture":
        found["personnel"] = personnel(drafts)
    elif drafts[0].event_type == "protest":
        found["personnel"] = crowd(drafts)
        found["vehicles"] = (None, [])  # lorries that a crowd stops are not counted
    return found


def _losses(drafts: Sequence[Draft], field: str, lexicon: Lexicon) -> tuple[Count | None, list[Span]]:
    """Counts of one sentence are added over its groups; a later sentence replaces its like, another
    speaker's different toll makes a range of both."""
    spans: list[Span] = []
    told: _Told | None = None
    rivals: list[Count] = []
    others_told: list[Count] = []
    harmed = any(loss.count and loss.count.high != 0 for draft in drafts for loss in draft.losses)
    for draft in drafts:
        mine = [loss for loss in draft.losses if loss.field == field and loss.count is not None]
        totals = [loss for loss in mine if loss.is_total]
        if totals and len(totals) < len(mine) and _is_put(totals[0], draft):
            told = _told(draft, [loss for loss in mine if not loss.is_total], lexicon)
            rivals.append(told.whole)
        if len(_accounts(draft, mine, lexicon)) == 1:  # else "X says ten died, Y that the toll is 12"
            mine = totals or mine
        if told is not None:
            mine = [loss for loss in mine if not (_refers_back(loss) or _is_vaguer(loss, told.whole))]
        if harmed:
            mine = [loss for loss in mine if not _spares(loss)]
        if not mine:
            continue
        spans += [draft.found.chars(*loss.span) for loss in mine]
        *others, mine = _accounts(draft, mine, lexicon)
        rivals += [_told(draft, other, lexicon).whole for other in others]
        now = _told(draft, mine, lexicon)
        if told is not None and _is_earlier(draft):
            rivals.append(now.whole)
            continue
        if told is None or (now.is_total and not _is_rival(told, now, lexicon)):
            told = now
        elif _is_rival(told, now, lexicon):
            rivals.append(told.whole)
            told = now
        elif _adds(draft, mine) and now.whole not in others_told:
            told = _Told(
                {**told.by_group, "": add(told.by_group[""], now.whole)}
                if "" in told.by_group
                else {**told.by_group, "": now.whole},
                told.speakers,
                False,
            )
        else:
            told = _updated(told, now, lexicon)
        if _are_others(draft, mine):
            others_told.append(now.whole)  # told again, they are no more
    if told is None:
        return None, spans
    return reduce(_either, rivals, told.whole), spans


def _accounts(draft: Draft, losses: list[Loss], lexicon: Lexicon) -> list[list[Loss]]:
    """The losses of one side by who tells of them: "X said five were killed, while Y said seven were"."""
    if len(losses) < _TWO or len(cited := _cited(draft)) < _TWO:
        return [losses]
    ahead = min(cited) < losses[0].span[0]
    accounts: dict[str, list[Loss]] = {}
    for loss in losses:
        near = [k for k in cited if (k < loss.span[0]) == ahead]
        told_by = near[-1 if ahead else 0] if near else (min if ahead else max)(cited)
        accounts.setdefault(cited[told_by], []).append(loss)
    keys = [{_key(loss, lexicon) for loss in told} for told in accounts.values()]
    alike = all(_are_one_side(a, b, lexicon) for a in keys[0] for more in keys[1:] for b in more)
    return list(accounts.values()) if alike else [losses]


def _adds(draft: Draft, losses: list[Loss]) -> bool:
    """ "Two attackers also died": more than those told of before. In a sentence of dead and wounded,
    "the others" are other than the dead."""
    if any(loss.field != losses[0].field for loss in draft.losses) or draft.found.is_headline:
        return False
    return _are_others(draft, losses)


def _are_others(draft: Draft, losses: list[Loss]) -> bool:
    """ "Three others were hurt"."""
    return all(
        draft.found.has(
            "further", min(loss.span[0], loss.hit.first) - 2, max(loss.span[1], loss.hit.last) + 1
        )
        for loss in losses
    )


def _is_put(loss: Loss, draft: Draft) -> bool:
    """ "X said 14 were killed; Y put the toll at 11": another's figure, not a later one."""
    return draft.found.has("rival", loss.hit.first, loss.hit.last)


def _is_earlier(draft: Draft) -> bool:
    """ "SANA had earlier put the toll at 28": a figure given before this one, and not risen since."""
    return draft.found.has("given_before", 0, len(draft.found.tokens))


def _refers_back(loss: Loss) -> bool:
    """Whether "the three dead" only speaks again of those counted before."""
    return loss.group is not None and loss.group.count is not None and loss.group.count.is_definite


def _spares(loss: Loss) -> bool:
    """ "No SDF fighters were killed": nothing of the others who were."""
    return loss.group is not None and loss.count is not None and loss.count.high == 0


def _is_vaguer(loss: Loss, told: Count) -> bool:
    """Whether "a number of soldiers" tells less than the figure given before."""
    count = loss.count
    return count is not None and is_several(count) and (told.low or 0) > (count.low or 0)


def _told(draft: Draft, losses: Iterable[Loss], lexicon: Lexicon) -> _Told:
    by_group: dict[str, Count] = {}
    parts = 0
    for loss in losses:
        assert loss.count is not None
        parts += 1
        key = _key(loss, lexicon)
        by_group[key] = add(by_group[key], loss.count) if key in by_group else loss.count
    return _Told(by_group, _speakers(draft), any(loss.is_total for loss in losses), parts)


def _key(loss: Loss, lexicon: Lexicon) -> str:
    """The side a loss is of; empty for "people" and mere figures, who may be of any."""
    group = loss.group
    if group is None or group.actor_id is None or group.kind == "person_neutral":
        return ""
    return lexicon.actors.group_of(group.actor_id)


def _speakers(draft: Draft) -> frozenset[str]:
    """Who is cited in a sentence: sources, and actors that say something themselves."""
    return frozenset(_cited(draft).values())


def _cited(draft: Draft) -> dict[int, str]:
    """The first token and the name of whoever is cited, in order."""
    groups = [g for g in draft.found.groups if g.actor_id]
    sources = [m for m in draft.found.matches.of("source") if m.value.kind not in _NAMELESS]
    named = {m.first: m.value.name for m in sources if not any(g.first <= m.first <= g.last for g in groups)}
    acting = {g.first: g.actor_id for g in groups if (g.is_source or _claims(draft, g)) and g.actor_id}
    return dict(sorted((named | acting).items()))


def _claims(draft: Draft, group: Group) -> bool:
    """ "ISIS claimed the attack, saying that it killed 40": whose figure it is."""
    return draft.found.has("claim", group.first - 1, group.last + 2)


def _is_rival(before: _Told, now: _Told, lexicon: Lexicon) -> bool:
    """Whether two speakers give two tolls of the same people."""
    if not before.speakers or not now.speakers or before.speakers & now.speakers or before.whole == now.whole:
        return False
    return any(_are_one_side(a, b, lexicon) for a in before.by_group for b in now.by_group)


def _are_one_side(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether two groups may be the same people: one unnamed, or one the other's backer."""
    if not one or not other or one == other:
        return True
    ties = [{tie.with_id for tie in lexicon.actors.by_id[actor].affiliations} for actor in (one, other)]
    return one in ties[1] or other in ties[0]


def _updated(before: _Told, now: _Told, lexicon: Lexicon) -> _Told:
    """The toll by group after one more sentence."""
    risen = before.is_total and (now.whole.best or 0) <= (before.whole.best or 0)
    if risen or _holds(before.whole, now.whole):
        return before
    if is_several(before.whole) and now.whole.high and any(
        _are_one_side(a, b, lexicon) for a in before.by_group for b in now.by_group
    ):  # fmt: skip
        return now  # "a number of men were hurt": three, it turns out
    if now.whole == before.whole and not any(_is_named(group, lexicon) for group in now.by_group):
        return before  # "four gunmen were wounded": the four fighters told of before
    if now.whole.low == before.whole.low:  # "eight were killed", "at least eight"; "six of X and two of Y"
        return before if before.whole.high is None and now.parts > 1 else now
    if all(any(_are_one_side(a, b, lexicon) for b in before.by_group) for a in now.by_group):
        return max((before, now), key=lambda told: told.whole.best or 0)
    return _Told({**before.by_group, **now.by_group}, before.speakers | now.speakers, False)


def _is_named(group: str, lexicon: Lexicon) -> bool:
    """Whether a side is one of those with a name: gunmen and civilians have none."""
    actor = lexicon.actors.by_id.get(group)
    return group != "" and (actor is None or not actor.is_generic)


def _holds(wide: Count, narrow: Count) -> bool:
    """Whether a range already has room for a later figure ("between 135 and 300", then "135")."""
    if wide.low is None or wide.high is None or narrow.low is None or narrow.high is None:
        return False
    return wide.low < wide.high and wide.low <= narrow.low and narrow.high <= wide.high


def _either(one: Count, other: Count) -> Count:
    """Two rival counts as one range: "at least 14" and "20" are 14 to 20; "at least 20" has no end."""
    known = [count.low or 0 for count in (one, other) if not (count.best is None and count.low == 1)]
    low = min(known or [1])  # "up to 47" says nothing of how few
    more = max((one, other), key=lambda count: (count.low or 0, count.high is None))
    high = None if more.high is None else max(more.high, one.high or 0, other.high or 0)
    return Count(low, low, high)
