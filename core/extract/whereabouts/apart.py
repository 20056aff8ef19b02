"""Acts of one sentence that are told apart by the spots behind them."""

from __future__ import annotations

from core.extract.clauses.voice import is_passive
from core.extract.frames import FROM_AFAR, LOSS_FRAMES, SPOT_KM
from core.extract.mentions import Found, Hit
from core.extract.places import PlaceMention
from core.extract.roles import roles_of

_ACTS = frozenset({"act", "burst", "mutual"})
_INDEFINITE, _TO_ARTICLE = frozenset({"a", "an"}), 3  # tokens: "a night attack"
_SWAP = {"move", "leave"}
_PARTED = ({"act"}, _SWAP, {"station", "leave"})  # frames of two doers, each its own act
_SUMMED = FROM_AFAR | {"clash", "ied_or_mine"}  # what headlines join with "and"
_TO_NOISE = 3  # tokens from "explosions" to "heard"
_TOLL_OF = 4  # tokens: "killed in air strikes"
_WHERE_TO = 15  # tokens: "strikes on an area around a depot of X's in the quarter of A"


_JOINTS = frozenset({"and", "while", "whereas", "meanwhile", ";"})
_CAUSES = frozenset({"when", "after", "as"})
_AMID = 4  # tokens: "amid the guns' (قيام المدفعية) shelling of Y"


def tells_of_another(found: Found, last: Hit, hit: Hit) -> bool:
    """ "attacked a post in A, hit a vehicle in B and ...", "shells fell on A, and clashes went on in B"."""
    if not {last.trigger.frame, hit.trigger.frame} <= _ACTS:
        return False
    if hit.tense == "ing" or last.tense == "ing":
        return False
    if hit.tense == "noun" and hit.trigger.frame == last.trigger.frame:
        return _is_listed(found, last, hit)
    between = range(last.last + 1, hit.first)
    parted = any(found.tokens[k].text in ",،;" or found.has("coordination", k, k) for k in between)
    return parted and last.tense != "noun" and moves_on(found, last, hit)


def opens_item(found: Found, hit: Hit) -> bool:
    """ "..., an attack on B": a further item of a list, with a place of its own behind it."""
    at = next(
        (
            k
            for k in range(hit.first - 1, max(hit.first - _TO_ARTICLE, 0), -1)
            if found.tokens[k].low in _INDEFINITE
        ),
        None,
    )
    if hit.tense != "noun" or at is None:
        return False
    joined = found.tokens[at - 1].text == "," or found.has("coordination", at - 1, at - 1)
    return joined and any(0 < p.first - hit.last <= _WHERE_TO for p in found.places)


def _is_listed(found: Found, last: Hit, hit: Hit) -> bool:
    """ "a drone attack on A, a rocket attack on B": each with an article and a place of its own."""
    return _have_places_apart(found, last, hit)


def is_added(found: Found, home: list[Hit], hit: Hit) -> bool:
    """ "raids on A, as (كما) the raids reached B", "besides (إضافة إلى) shelling C", "after (عقب) taking D":
    where the verb comes first, such a word adds a further act, if each has a spot of its own."""
    acts = [h for h in home if h.trigger.frame in _ACTS]
    return (
        hit.trigger.grammar.verb_first
        and hit.trigger.frame in _ACTS
        and any(
            (
                found.has("coordination", h.last + 1, hit.first - 1)
                or found.has("meanwhile", h.last + 1, hit.first - 1)
                or found.has("occasion", h.last + 1, hit.first)
                or found.has("amid", hit.first - _AMID, hit.first - 1)
            )
            and moves_on(found, h, hit)
            for h in acts
        )
    )


def moves_on(found: Found, last: Hit, hit: Hit) -> bool:
    """ "shelled a post in A, as the shelling reached a farm in B": each has a spot right behind it."""
    one, other = _spot_behind(found, last), _spot_behind(found, hit)
    return one is not None and other is not None and one.chain != other.chain and one.place is not other.place


def seat_of(found: Found, lead: Hit, hits: list[Hit]) -> Hit:
    """The hit that says where a happening was: "targeted the field of X ..., and the raids (الغارات) ..." was
    at X, where the verb comes first."""
    known = lead.tense == "noun" and lead.prefix.endswith("ال") and lead.trigger.grammar.verb_first
    if not known or _spot_behind(found, lead) is not None:
        return lead
    before = (h for h in hits if h.last < lead.first and h.trigger.pos == "verb" and h.trigger.frame in _ACTS)
    return next((h for h in before if _spot_behind(found, h) is not None), lead)


def _spot_behind(found: Found, hit: Hit) -> PlaceMention | None:
    end = next(
        (h.first for h in found.hits if h.first > hit.last and h.trigger.frame in _ACTS), len(found.tokens)
    )
    return next(
        (
            p
            for p in found.places
            if hit.last < p.first < end
            and (p.role == "at" or (p.role == "to" and has_moved(found, hit)))
            and p.place.radius_km <= SPOT_KM
        ),
        None,
    )


def has_moved(found: Found, hit: Hit) -> bool:
    """ "the clashes reached X", with the verb first."""
    return hit.trigger.frame == "mutual" and any(
        h.trigger.frame == "move" and h.last == hit.first - 1 for h in found.hits
    )


def is_earlier(found: Found, last: Hit, hit: Hit) -> bool:
    """ "The shelling came hours after a night attack on posts in X", "began after Y had attacked X": a new
    one, told behind what is known."""
    if last.tense != "noun" or not found.has("back", last.first - 2, last.first - 1):
        return False
    after = next((k for k in range(last.last + 1, hit.first) if found.tokens[k].low == "after"), None)
    if after is None:
        return False
    if hit.tense == "noun":
        return any(t.low in _INDEFINITE for t in found.tokens[hit.first - _TO_ARTICLE : hit.first])
    done = hit.tense in {"past", "participle"} and hit.trigger.frame in {"act", "burst"}
    by = [(g.first, g.last) for g in found.groups]
    by += [(h.first, h.last) for h in found.hits if h.trigger.frame == "weapon"]  # "rockets landed"
    return done and any(after < first and last < hit.first for first, last in by)


def _have_places_apart(found: Found, last: Hit, hit: Hit) -> bool:
    one, other = (
        next((p for p in found.places if 0 < p.first - act.last <= _WHERE_TO), None) for act in (last, hit)
    )
    return one is not None and other is not None and one.chain != other.chain


def have_tolls_apart(found: Found, last: Hit, hit: Hit) -> bool:
    """ "Six were killed in strikes on A, three were killed in strikes on B"."""
    return _have_places_apart(found, last, hit) and all(
        act.tense == "noun"
        and any(h.trigger.frame in LOSS_FRAMES and 0 < act.first - h.last <= _TOLL_OF for h in found.hits)
        for act in (last, hit)
    )


def is_reason(found: Found, last: Hit, hit: Hit) -> bool:
    """ "stormed a post after a child had been shot dead": what led to an act is a happening of its own."""
    acts = last.trigger.frame in {"mutual", "crowd"} or (
        last.trigger.frame == "act" and last.trigger.pos == "verb"
    )
    if hit.tense not in {"past", "participle"} or last.last > hit.first or not acts:
        return False
    after = next((k for k in range(hit.first - 1, last.last, -1) if found.tokens[k].low == "after"), None)
    return after is not None and any(after < g.first and g.last < hit.first for g in found.groups)


def has_own_weapon(found: Found, last: Hit, hit: Hit) -> bool:
    """ "gunmen shot at a post in A, while a mine killed two near B": another clause, weapon and place."""
    if last.last > hit.first or not found.barrier(last.last + 1, hit.first - 1):
        return False
    clause = [k for k in range(last.last + 1, hit.first) if found.barrier(k, k)][-1]
    armed = any(h.trigger.frame == "weapon" and clause < h.first for h in found.hits)
    placed = any(
        p.role == "at"
        and p.first > clause  # "a mine in B killed two"
        and not found.barrier(min(p.last, hit.last) + 1, max(p.first, hit.first) - 1)
        for p in found.places
    )
    return armed and placed


def is_done_by_others(found: Found, act: Hit, loss: Hit) -> bool:
    """ "X killed four near A; Y struck B": a clause of its own with other doers and another place."""
    first, second = sorted((act, loss))
    parted = found.barrier(first.last + 1, second.first - 1) or found.has(
        "coordination", first.last + 1, second.first - 1
    )
    if loss.trigger.pos != "verb" or not parted:
        return False
    one = next((p for p in found.places if first.last < p.first < second.first and p.role == "at"), None)
    other = next((p for p in found.places if 0 < p.first - second.last <= _WHERE_TO), None)
    if one is None or other is None or one.chain == other.chain or one.place is other.place:
        return False
    by, others = ({g.actor_id for g in roles_of(found, h).initiators if g.actor_id} for h in (act, loss))
    return bool(by and others) and not by & others


def is_next_report(found: Found, act: Hit, loss: Hit) -> bool:
    """ "gunmen killed one in A, while a bomb went off in B": a joint opens a clause with a subject and a spot
    of its own."""
    first, second = sorted((act, loss))
    if not {act.tense, loss.tense}.isdisjoint(
        {"ing", "noun"} if first.trigger.grammar.verb_first else {"ing"}
    ):
        return False
    joint = _joint(found, first, second, second is loss) if loss.tense != "noun" else None
    if joint is None:
        return False
    one = next((p for p in found.places if first.last < p.first < joint and p.role == "at"), None)
    other = next((p for p in found.places if 0 < p.first - second.last <= _WHERE_TO and p.role == "at"), None)
    if one is None or other is None or one.chain == other.chain or one.place is other.place:
        return False
    return max(one.place.radius_km, other.place.radius_km) <= SPOT_KM


def _joint(found: Found, first: Hit, second: Hit, is_loss: bool) -> int | None:
    """The token that opens the clause of the second of two verbs, if that has a subject of its own."""
    between = range(second.first - 1, first.last, -1)
    if first.trigger.grammar.verb_first:
        turned = next((k for k in between if found.has("meanwhile", k, k)), None)
        return second.first if turned is None and second.prefix[:1] == "و" and not is_loss else turned
    joint = next((k for k in between if found.tokens[k].low in _JOINTS), None)
    if joint is None or any(found.tokens[k].low in _CAUSES for k in between):
        return None
    own = any(joint < g.first and g.last < second.first for g in found.groups)
    armed = any(h.trigger.frame == "weapon" and joint < h.first < second.first for h in found.hits)
    led = is_loss and found.tokens[joint].low == "and" and is_passive(found, second)
    return joint if (own or armed or second.tense == "noun") and not led else None


def doers_differ(found: Found, last: Hit, hit: Hit) -> bool:
    """Whether a clause of its own tells what somebody else did: "X attacked, a day after Y had bombed",
    "X moved into A after Y had left it"."""
    frames = {last.trigger.frame, hit.trigger.frame}
    more = hit.trigger.grammar.verb_first and found.has("coordination", hit.first - 1, hit.first - 1)
    if frames == {"leave"} and more:
        pass  # "X vacated A, as Y vacated B"
    elif frames not in _PARTED or not found.barrier(last.last + 1, hit.first - 1):
        return False
    elif frames != {"act"} and found.has("relative", last.last + 1, hit.first - 1):
        return False  # "withdrew from A and B, which passed to Y"
    return _are_others(found, last, hit)


def is_swap(found: Found, last: Hit, hit: Hit) -> bool:
    """«دخلت قسد البلدة بعد انسحاب النظام»: who came and who left behind a preposition are two happenings."""
    if {last.trigger.frame, hit.trigger.frame} != _SWAP or hit.tense not in {"noun", "ing"}:
        return False
    return found.has("upon", hit.first - 1, hit.first - 1) and _are_others(found, last, hit)


def _are_others(found: Found, last: Hit, hit: Hit) -> bool:
    one, other = ({g.actor_id for g in roles_of(found, h).initiators if g.actor_id} for h in (last, hit))
    return bool(one and other) and not one & other


def is_occasion(found: Found, hit: Hit, hits: list[Hit]) -> bool:
    """ "stormed a post following an assassination", "explosions were heard in X as Y shelled it": what led to
    an act, or its sound, is not its type."""
    acts = [h for h in hits if h.trigger.frame == "act"]
    if hit.tense != "noun":
        return False
    if found.has("occasion", hit.first - 3, hit.first - 1):
        return any(h.last < hit.first for h in acts)
    heard = hit.trigger.frame == "burst" and found.has("noise", hit.last + 1, hit.last + _TO_NOISE)
    return heard and any(h.first > hit.last for h in acts)


def is_of_another_kind(found: Found, last: Hit, hit: Hit) -> bool:
    """ "Clashes and air strikes around X": a headline sums up what the story tells one by one."""
    kinds = {last.trigger.event_type, hit.trigger.event_type}
    return (
        len(kinds) > 1
        and kinds <= _SUMMED
        and hit.tense in {"noun", "ing"}
        and last.tense in {"noun", "ing"}
        and found.has("coordination", last.last + 1, hit.first - 1)
    )


def goes_off(found: Found, last: Hit, hit: Hit) -> bool:
    """ "clashes in A, where X detonated a car bomb", "accompanied by detonating one": a bomb of its own."""
    between = last.last + 1, hit.first - 1
    turns = found.has("turn", *between) or found.barrier(*between)
    apart = found.has("coordination", *between) and moves_on(found, last, hit)
    return hit.trigger.frame == "burst" and hit.tense != "noun" and (turns or apart)


def is_of_another_act(found: Found, loss: Hit, hits: list[Hit]) -> bool:
    """ "combed the desert after an attack that killed five": what an attack cost that is only mentioned."""
    before = loss.first - 1
    if loss.trigger.grammar.verb_first or not found.has("relative", before, before):
        return False
    acts = [h for h in found.hits if h.last < before and h.trigger.frame in {"act", "mutual", "burst"}]
    return bool(acts) and acts[-1].tense == "noun" and acts[-1] not in hits
