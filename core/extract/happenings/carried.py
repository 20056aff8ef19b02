"""What the pieces of a long sentence leave to each other: who acts, and who fights whom."""

from __future__ import annotations

from datetime import date

from core.extract.clauses.voice import is_passive
from core.extract.dates.found import SUBORDINATE
from core.extract.groups import Group
from core.extract.happenings.drafts import Draft
from core.text import Sentence

_TURN = 1  # the last token of what opens a piece: "and also"


def is_turned_to(draft: Draft) -> bool:
    """ "..., while shells fell on B": a clause that says by itself who acts, or leaves it open."""
    return draft.found.has_any(("turn", "comma_turn"), 0, _TURN)


def goes_on_by(draft: Draft, before: Sentence, doers: tuple[Group, ...]) -> tuple[Group, ...]:
    """ "..., and also shot a man in B": a verb right behind the turn has the doers of the piece before."""
    found, hit = draft.found, draft.hits[0]
    follows = found.sentence.index - before.index == 1
    opens = hit.trigger.pos == "verb" and found.has("comma_turn", hit.first - 1, hit.first - 1)
    if not (follows and opens and hit.first <= _TURN + 1) or is_passive(found, hit):
        return ()
    return doers


def sides_of(draft: Draft, sides: tuple[Group, ...]) -> tuple[Group, ...]:
    """ "clashes between both parties": those that fought in what was told last."""
    fight = draft.event_type == "clash" and not draft.roles.initiators
    return sides if fight and draft.found.has("both_sides", 0, len(draft.found.tokens)) else ()


def is_another(draft: Draft) -> bool:
    """ "Last month, similar reinforcements were sent": of whom, nobody says."""
    return draft.date is not None and draft.found.has("other", 0, 3)


def victims(draft: Draft) -> set[str | None]:
    """The actors that a draft's losses and targets are of."""
    return {g.actor_id for g in (*draft.roles.targets, *(x.group for x in draft.losses if x.group))}


def days_of(draft: Draft) -> tuple[date, date] | None:
    """The first and last day that a draft tells."""
    told = draft.date
    return (told.date_start, told.date_end) if told and told.date_start and told.date_end else None


def is_subordinate(draft: Draft) -> bool:
    """Whether the day is counted from another happening's: "a day after X was hit"."""
    return draft.date is not None and draft.date.rule == SUBORDINATE


def is_elsewhere(draft: Draft, last: tuple[date, date] | None, family: str | None) -> bool:
    """ "In May, five more were killed"; "Also on Monday, the police arrested two", after a bombing: who knows
    where. ``last`` and ``family``: the days and the family of what was told before."""
    if draft.place is not None:
        return False
    if days_of(draft) and last:
        return True
    control = draft.family == "control_and_detention" != family
    return control and draft.found.has("other", 0, 1)
