"""Does a word that can tell of an event do so here? Its needs, checked against its neighbours."""

from __future__ import annotations

from core.extract.clauses import is_armed, is_it
from core.extract.clauses.doers import agents
from core.extract.clauses.voice import is_passive
from core.extract.frames import BOMBS, SEARCHES
from core.extract.groups import ARMED, Group, is_force
from core.extract.losses.persons import named_of, owner_of
from core.extract.losses.pronouns import told_by_pronoun, who_did
from core.extract.losses.victims import cost_of
from core.extract.mentions import Found, Hit
from core.extract.roles import objects, subject
from core.extract.roles.targets import tells_of_target
from core.extract.senses.described import (
    has_ground,
    is_descriptive,
    is_standing,
    leads_to_losses,
)
from core.extract.senses.grounds import has_grounds, is_done_by, is_left, is_people
from core.extract.senses.journeys import has_force, has_journey, is_counted_fleet
from core.extract.senses.means import has_body, means_of
from core.extract.senses.ruled_out import is_ruled_out

_ONE = frozenset({"a", "an"})
_BOMB_REACH, _INTO_REACH = 6, 14  # tokens: "drove a truck laden with explosives into a post"
_STRIKE_REACH = 10
_LOST = 2  # tokens from "contact was lost with" to whom
_OF = 2  # tokens from "of" to those who were taken
_TO_GROUNDS = 4  # tokens: "army and security compounds"
_LAST = 16  # tokens to the end of a clause: "أمطر ملثمون حاجزا ... بوابل من الرصاص"
_WIDE = 8  # tokens around a noun within which a light or happening verb carries it
_DOZENS = 3  # tokens from "dozens" to "gathered", from "ended in" to "an accord"
_SEALED = 12  # tokens from a deal to "was reached": between whom stands there
_GRIP = 12  # tokens from a verb to "its control", whose subject may be long
_PROPERTY = 6  # tokens from a verb to the goods: "seized a number of shops", "stole 200 sheep"
_PRIZE = 5  # tokens from "captured" to the tank
_TO_AGENT = 6  # tokens from "were destroyed" to "by"
_OWNED = 10  # tokens from a verb to whose its object is: "vehicles with machine guns that belong to X"


_SENT, _FLIGHT = frozenset({"launched", "fired", "shot", "that", "which"}), 16  # tokens to where it fell


def is_met(found: Found, hit: Hit) -> bool:
    """Whether a hit's ``needs`` are met in its sentence (see the codebook on ``triggers.csv``)."""
    if is_ruled_out(found, hit):
        return False
    needs = hit.trigger.needs
    if not needs:
        return not (is_standing(found, hit) or (hit.trigger.pos == "verb" and tells_of_target(found, hit)))
    if needs == "force":
        return has_force(found, hit) and not is_descriptive(found, hit) and not leads_to_losses(found, hit)
    if needs == "armed":
        return _has_armed(found, hit)
    if needs == "body":
        return has_body(found, hit)
    if needs == "fleet":
        return is_counted_fleet(found, hit)
    if needs == "weapon":
        near = [h for h in found.hits if h.trigger.frame == "weapon" and _is_near(found, hit, h)]
        if hit.trigger.event_type == "shelling" and hit.trigger.frame == "burst":
            return any(
                h.trigger.event_type not in {"airstrike", "drone_strike"} for h in near
            )  # a plane only lands
        return bool(near)
    if needs == "means" and hit.trigger.grammar.verb_first:
        return any(h.trigger.frame == "weapon" and _does(hit, h) for h in found.hits)
    if needs == "means":
        return means_of(found, hit) is not None
    if needs == "journey":
        if is_descriptive(found, hit) or leads_to_losses(found, hit):
            return False
        return has_force(found, hit) and has_journey(found, hit)
    if needs == "bomb":
        if found.has("over", hit.last + 1, hit.last + 1):
            return False  # "drove over a mine"
        bombs = [h for h in found.hits if h.trigger.event_type in BOMBS and h.trigger.frame == "weapon"]
        is_bomber = any(  # "a suicide attacker drove a lorry into a post", "a car bomb rammed into a post"
            0 < hit.first - h.last <= (_OF if h.trigger.event_type == "suicide_bombing" else _BOMB_REACH)
            and not found.barrier(h.last + 1, hit.first - 1)
            for h in bombs
        )
        return (is_bomber or any(0 < h.first - hit.last <= _BOMB_REACH for h in bombs)) and found.has(
            "against" if hit.trigger.word in {"send", "use", "launch"} else "into",
            hit.last + 1,
            hit.last + _INTO_REACH,
        )
    if needs == "prisoner":
        return found.has("prisoner", hit.last + 1, hit.last + _WIDE + 2)
    if needs == "foe":
        if found.has_any(("him", "them"), hit.last + 1, hit.last + 1):
            return True  # "ISIS executed him"
        passive = is_passive(found, hit)
        whom = subject(found, hit) or agents(found, hit) if passive else objects(found, hit)
        if "*" in hit.trigger.word and not passive:  # "drove ISIS out of X", not "drove out of ISIS's camp"
            whom = tuple(g for g in found.groups if hit.first < g.first and g.last <= hit.last)
        return bool(whom) or any(
            h.trigger.frame == "act" and h.tense == "noun" and abs(h.first - hit.first) <= 8
            for h in found.hits
        )
    if needs == "enemy":
        return _has_enemy(found, hit)
    if needs == "prize":
        return found.has("war_vehicle", hit.last + 1, hit.last + _PRIZE) and _has_enemy(found, hit)
    if needs == "facility":
        around = (hit.first - 4, hit.first - 1), (hit.last + 1, hit.last + 5)
        return is_left(found, hit) or any(found.has("facility", *side) for side in around)
    if needs in {"property", "stash"}:
        return _has_thing(found, hit, needs)
    if needs == "pact":
        return found.has("pact", hit.last + 1, hit.last + _PROPERTY)
    if needs == "grip":
        return found.has("grip", hit.last + 1, hit.last + _GRIP)
    if needs == "sealed":
        return _is_sealed(found, hit)
    if needs == "cell":
        return any(is_force(g) and abs(g.first - hit.first) <= 8 for g in found.groups) or any(
            h.trigger.frame == "weapon" and abs(h.first - hit.first) <= 8 for h in found.hits
        )
    if needs == "protesters":
        return any(  # "demonstrators shouted", «هتف المئات»
            g.kind == "number" or found.has("protester", g.first, g.last) for g in subject(found, hit)
        )
    if needs == "grievance":
        doers = subject(found, hit)
        peaceful = bool(doers) and not any(is_armed(g) for g in doers)
        return peaceful and found.has_any(("grievance", "demand"), hit.last + 1, len(found.tokens))
    if needs == "cost":
        return bool(cost_of(found, hit))  # «أودى ... بستة»
    if needs == "counted":
        return _is_counted(found, hit)
    if needs == "people":
        return _takes_people(found, hit) if hit.trigger.frame == "captured" else _has_people(found, hit)
    if needs == "where":
        return any(0 < p.first - hit.last <= _WIDE for p in found.places) or _begins_there(found, hit)
    if needs == "place":
        return has_ground(found, hit)
    return has_grounds(found, hit)


def _takes_people(found: Found, hit: Hit) -> bool:
    """ "the capture of two ISIS members", "three men were abducted": those who are taken are people."""
    if hit.trigger.pos == "noun":
        return _is_of_people(found, hit)
    if hit.trigger.pos == "fixed" and hit.trigger.grammar.verb_first:  # "فقد الاتصال بشابين"
        return any(hit.first < g.begin <= hit.last + _LOST and is_people(g) for g in found.groups)
    before = hit.trigger.pos == "fixed" or is_passive(found, hit)
    whom = subject(found, hit) if before else objects(found, hit)
    return any(
        is_people(g) and (before or not (_is_loser(found, hit, g) or _is_of_grounds(found, hit, g)))
        for g in whom
    )


def _is_of_grounds(found: Found, hit: Hit, group: Group) -> bool:
    """ "seized army and security compounds": what is taken are their grounds."""
    taken = hit.trigger.pos == "verb" and not hit.trigger.grammar.verb_first and group.kind == "name"
    return taken and found.has("facility", group.last + 1, group.last + _TO_GROUNDS)


def _has_people(found: Found, hit: Hit) -> bool:
    """People are near, or a word or figure stands for them."""
    frame, pos = hit.trigger.frame, hit.trigger.pos
    if pos == "noun" and any(c.is_total for c in found.counts):
        return True  # "the death toll from an air strike has risen to 54"
    if frame == "crowd" and _are_dozens(found, hit):
        return True
    if frame in {"killed", "wounded"} and not hit.trigger.event_type and (
        found.has("nobody", hit.first - 3, hit.first - 1)
        or any(c.kind == "count" and hit.first < c.head <= hit.last for c in found.counts)
        or found.has("one_more", hit.last + 1, hit.last + 1)
        or told_by_pronoun(found, hit) is not None
        or who_did(found, hit) is not None
    ):  # fmt: skip
        return True  # "no one was hurt", "and hurt a third", "led to his death", "claimed nine lives"
    near = (g for g in found.groups if abs(g.first - hit.last) <= 6 or abs(hit.first - g.last) <= 6)
    if any(is_people(g) for g in near):
        return True  # "was shot at by gunmen in the village of X, and died": who it is said of is further off
    if pos == "verb" and frame == "killed" and any(is_people(g) for g in subject(found, hit)):
        return True
    return not hit.trigger.event_type and frame in {"killed", "wounded"} and named_of(found, hit) > 0


def _is_loser(found: Found, hit: Hit, group: Group) -> bool:
    """ "seized the field of X from the SDF": the object is the place, the group who lost it."""
    return any(
        hit.last < p.first < group.last
        and found.has("from", p.last + 1, group.last - 1)
        and not found.has("in", hit.last + 1, p.first - 1)
        for p in found.places
    )


def _begins_there(found: Found, hit: Hit) -> bool:
    """«انطلقت في مدينة العشارة حملة أمنية»: where the verb comes first, so may the place."""
    return hit.trigger.grammar.verb_first and any(
        0 < hit.first - p.last <= _WIDE
        and found.has_any(("light", "happen", "witnesses"), p.first - _WIDE, p.first - 1)
        and not found.barrier(p.last + 1, hit.first - 1)
        for p in found.places
    )


def _has_thing(found: Found, hit: Hit, kind: str) -> bool:
    """ "seized three houses", "crops were burned": goods of a ``kind`` as the object."""
    if hit.last > hit.first and found.has(kind, hit.first, hit.last):
        return True
    behind = range(hit.last + 1, hit.last + 1 + _PROPERTY)
    reach = range(max(hit.first - _WIDE, 0), hit.first) if is_passive(found, hit) else behind
    within = (k for k in reach if found.has(kind, k, k))
    at = next((k for k in within if not found.has("swathe", k, k)), None)  # "seized swathes of land"
    return at is not None and not found.barrier(min(at, hit.last + 1), max(at, hit.first - 1))


def _are_dozens(found: Found, hit: Hit) -> bool:
    """ "Dozens gathered in front of the council": a number alone is of people."""
    return any(c.kind == "count" and 0 <= hit.first - c.head <= _DOZENS for c in found.counts)


def _is_sealed(found: Found, hit: Hit) -> bool:
    """ "an agreement between A and B was reached", "talks ended in a truce": a deal that came about."""
    if found.has("sealed_in", hit.first - _DOZENS, hit.first - 1):
        return True
    if found.has("sealed", hit.last + 1, hit.last + 1) and any(
        t.low in _ONE for t in found.tokens[max(hit.first - 2, 0) : hit.first]
    ):
        return True  # "under a truce reached on Sunday"
    reach = range(hit.last + 2, hit.last + 2 + _SEALED)
    at = next((k for k in reach if found.has("sealed", k, k) and found.has("be", k - 2, k - 1)), None)
    if at is None or found.barrier(hit.last + 1, at - 1):
        return False
    return not found.has("pact", hit.last + 1, at - 1)  # "talks over an agreement, but no deal was reached"


def _is_near(found: Found, hit: Hit, weapon: Hit) -> bool:
    """Whether a weapon is a verb's: near it, or at the end of its clause where the verb comes first."""
    if abs(weapon.first - hit.first) <= _WIDE:
        return True
    if hit.first - weapon.last <= _FLIGHT and found.tokens[weapon.last + 1].low in _SENT:
        return weapon.first < hit.first  # "shells launched from the hills around A landed"
    gap = weapon.first - hit.last
    return (
        hit.trigger.grammar.verb_first
        and 0 < gap <= _LAST
        and not found.barrier(hit.last + 1, weapon.first - 1)
    )


def _does(verb: Hit, weapon: Hit) -> bool:
    """Whether a weapon is what a verb is said of: "a shell hit (طالت قذيفة)", "shells that hit"."""
    gap = weapon.first - verb.last if weapon.first > verb.first else verb.first - weapon.last
    return gap <= _OF and weapon.prefix[-1:] not in verb.trigger.grammar.clitics


def _has_enemy(found: Found, hit: Hit) -> bool:
    """What is destroyed is said to be a party's ("positions of X"), or a party destroys arms or vehicles."""
    if is_passive(found, hit):
        lost, by = subject(found, hit), agents(found, hit)
        if not any(_is_party(g) for g in by):  # "positions of X were destroyed", nobody says by whom
            led = found.has("agent", hit.last + 1, hit.last + _TO_AGENT)
            return not led and any(_is_party(g) for g in lost)
        return any(_is_party(g) or g.kind == "vehicle" for g in lost)
    if hit.trigger.grammar.verb_first and any(
        h.trigger.event_type in {"airstrike", "drone_strike"} and h.trigger.frame == "weapon"
        and abs(h.first - hit.first) <= _DOZENS
        for h in found.hits
    ):  # fmt: skip
        return True  # «قامت طائرات بتدمير جسر»
    if any(
        _is_party(g)
        and 0 < g.first - hit.last <= _OWNED
        and not found.barrier(hit.last + 1, g.first - 1)
        and not found.has("agent", g.first - 2, g.first - 1)
        for g in found.groups
    ):
        return True
    return any(_is_party(g) and is_force(g) for g in subject(found, hit)) and any(
        g.kind == "vehicle" for g in objects(found, hit)
    )


def _is_party(group: Group) -> bool:
    return group.actor_id is not None and group.kind != "civilian"


def _is_of_people(found: Found, hit: Hit) -> bool:
    """ "the capture of two ISIS members": people stand right behind "of"."""
    of = hit.last + 1
    return found.has("of_or_by", of, of) and any(
        of < g.first and g.begin - of <= _OF and is_people(g) for g in objects(found, hit)
    )


def _is_counted(found: Found, hit: Hit) -> bool:
    """A figure stands right before a noun ("two deaths") or with a verb's object ("lost three men")."""
    if hit.trigger.pos == "noun":
        none = {c.head for c in found.counts if c.kind == "none"}
        if hit.first - 2 in none and found.tokens[hit.first - 1].low in {"or", "nor", "and"}:
            return True  # "no deaths or injuries"
        counted = any(c.kind in {"count", "none"} and 0 <= hit.first - c.head <= 1 for c in found.counts)
        return counted or owner_of(found, hit) is not None
    whom = subject(found, hit) if hit.trigger.pos == "fixed" else objects(found, hit)
    return any(g.count is not None and g.count.kind == "count" and is_people(g) for g in whom[:1])


def _is_strike(found: Found, hit: Hit) -> bool:
    """Whether a verb of aiming names a strike, not whom a search is for: "an attack that aimed at X"."""
    return hit.tense == "ing" or any(
        h.trigger.frame in {"act", "burst"} and h.tense == "noun" and h.trigger.event_type not in SEARCHES
        and abs(h.first - hit.first) <= _STRIKE_REACH
        for h in found.hits
    )  # fmt: skip


def _has_armed(found: Found, hit: Hit) -> bool:
    if any(h.trigger.frame == "weapon" for h in found.hits):
        return True
    if is_passive(found, hit) or (hit.trigger.grammar.verb_first and _is_strike(found, hit)):
        return True
    near = hit.first - 1, hit.first - 2
    if found.has("group_word", near[0], near[0]) or any(is_it(found, hit, at) for at in near):
        return True  # "the organization targeted"
    one = hit.last + 1 if hit.trigger.grammar.verb_first else hit.first - 1
    if found.has("one_more", one, one) and any(
        h.first < hit.first and h.trigger.frame == "act" and h.tense == "noun" for h in found.hits
    ):
        return True  # "two attacks: one hit a post in A, the second targeted B"
    if any(is_done_by(found, h, hit) for h in found.hits):
        return True
    return any(g.actor_id is not None or g.kind in ARMED for g in subject(found, hit))
