"""Words of events that only describe or refer: "fortified positions", "before the attack"."""

from __future__ import annotations

from core.extract.clauses.voice import is_passive
from core.extract.dates.found import SUBORDINATE
from core.extract.frames import LOSS_FRAMES, SEARCHES
from core.extract.groups import is_force
from core.extract.mentions import Found, Hit
from core.extract.places import PlaceMention
from core.extract.roles import objects, subject
from core.extract.roles.targets import tells_of_target
from core.extract.senses.by_the_way import has_and_after

_AFTER_NOUN = frozenset(
    {"of", "used", "in", "near", ",", ".", "between", "linking", "and", "for", "centers", "centres"}
)
_TO_GRIP = 12  # tokens from "control over" to "was established"
_OBJECT_REACH, _TAKEN_REACH, _GROUND_REACH = (
    6,
    8,
    16,
)  # tokens from "captured" to "a base", "X"; on to "near X"
_FROM_DAYS = 5  # characters from "days after" to what it counts from ("من")
_VERBAL = ("be", "have", "say", "light", "happen", "modal", "present")
_OBJECT = 2  # tokens from a verb of attack to its object
_TO_NOUN = 5  # tokens between a light verb and its noun
_SUBJECT = 8  # tokens between a verb and the noun that is its subject
_LONG_OBJECT = (
    18  # tokens that a list of victims takes ("left two combatants, one member of X and a child dead")
)
_QUOTES = frozenset("\"'")


def is_proper(found: Found, hit: Hit) -> bool:
    """Whether a noun is part of a name: capitalised amid small words, with "of"."""
    if found.is_headline or hit.trigger.grammar.verb_first or not found.tokens[hit.first].text[0].isupper():
        return False
    before = found.tokens[hit.first - 1]
    return (
        before.kind == "w"
        and before.text.islower()
        and hit.last + 1 < len(found.tokens)
        and (found.tokens[hit.last + 1].low == "of")
    )


def is_carrier(found: Found, hit: Hit) -> bool:
    """ "executed an airdrop operation": a verb that only carries the noun after it."""
    return (
        hit.trigger.pos == "verb"
        and hit.first == hit.last
        and hit.trigger.frame != "deal"
        and found.has("light", hit.first, hit.first)
        and any(
            h.tense == "noun" and h.trigger.frame != "weapon" and 0 < h.first - hit.last <= _TO_NOUN
            for h in found.hits
        )
    )


def is_reference(found: Found, hit: Hit) -> bool:
    """ "two weeks before the Tanf attack, ...": a happening named only to say when another was; "the pact
    that was made between X and Y": one told of before."""
    relative = found.has("relative", hit.last + 1, hit.last + 1)
    if hit.trigger.frame == "deal" and hit.tense == "noun" and hit.prefix.endswith("ال") and relative:
        return True
    if hit.tense != "noun" or found.has("relative", hit.last + 1, hit.last + 2):
        return False
    if not any(h.trigger.frame != "weapon" and h.first != hit.first for h in found.hits):
        return False
    start = found.tokens[hit.first].start
    if hit.prefix.endswith("ال") and any(
        d.rule == SUBORDINATE and 0 <= start - d.end <= _FROM_DAYS for d in found.dates
    ):
        return True  # "days after the protests"
    if found.has("happen", hit.last + 1, hit.last + 2):
        return False  # "while the clashes go on": they are told of
    return any(
        found.has("back", k, k)
        and found.has("boundary", k - 1, k - 1)
        and not found.has_any(
            ("carries", "leads_to", "results_in"), k - 1, k - 1
        )  # "said that the attack was in X"
        for k in range(max(hit.first - 3, 1), hit.first)
    )


def is_descriptive(found: Found, hit: Hit) -> bool:
    """A participle that only describes a group ("the militias stationed there")."""
    if hit.tense in {"past", "participle"} and found.has("have", hit.first - 2, hit.first - 1) and (
        found.has("relative", hit.first - 3, hit.first - 2)
    ):  # fmt: skip
        return True  # "a convoy that had arrived from X": what was hit
    if tells_of_target(found, hit) or (hit.tense == "ing" and is_noun_here(found, hit)):
        return True
    if is_standing(found, hit):
        return True
    if hit.trigger.frame == "station" and is_passive(found, hit) and found.has(
        "relative", hit.first - 2, hit.first - 1
    ):  # fmt: skip
        return True  # "the city, which was taken over in 2015"
    led = found.has_any(("in", "to", "owner", "against"), hit.first - 1, hit.first - 1)
    led = led and not hit.trigger.grammar.verb_first  # "did reinforce (إلى تعزيز) posts"
    if led and hit.trigger.frame == "station" and found.has("facility", hit.last + 1, hit.last + 1):
        return True  # "in fortified positions"
    if hit.trigger.frame != "station" or hit.tense not in {"past", "participle"} or is_passive(found, hit):
        return False
    if _is_only_verb(found, hit) and any(date.kind == "day" for date in found.dates):
        return False  # "fighters gathered near X on Monday"
    if any(h.last == hit.first - 1 and h.trigger.pos == "verb" for h in found.hits):
        return True  # "destroying fortified points"
    one_word = hit.first == hit.last
    comma = int(hit.first > 0 and found.tokens[hit.first - 1].text == ",")
    if (
        one_word
        and found.has("in", hit.last + 1, hit.last + 1)
        and any(g.last == hit.first - 1 - comma for g in found.groups)
    ):
        return True  # "has 900 troops stationed in"
    if one_word and _has_verb_after(found, hit):
        return True  # "groups stationed in X attacked Y"
    if has_and_after(found, hit):
        return False  # "fighters fanned out in X and set up posts"
    if hit.trigger.grammar.verb_first and found.has("facility", hit.first - 1, hit.first - 1):
        return True  # "positions held by ..."
    if one_word and found.has("facility", hit.last + 1, hit.last + 1) and not subject(found, hit):
        return True  # "fortified positions"
    after = hit.last + 1
    if any(p.first == after for p in found.places) or found.has("determiner", after, after):
        return False  # "took over the airport"
    return any(g.last == hit.first - 1 for g in found.groups) and not objects(found, hit)


def _is_where_they_are(found: Found, hit: Hit) -> bool:
    """ "the areas in which they were deployed": which areas."""
    they = found.last("pronoun", hit.first - 3, hit.first - 2)
    if they is None or not found.has("be", hit.first - 1, hit.first - 1):
        return False
    return found.has("relative", they - 1, they - 1) or found.tokens[they - 1].low == "where"


def _has_verb_after(found: Found, hit: Hit) -> bool:
    """Whether an act in the past follows in the same clause: then that is what the sentence says."""
    act = next((h for h in found.hits if h.first > hit.last and h.trigger.pos == "verb"), None)
    if act is None or act.trigger.frame != "act" or act.tense != "past" or hit.trigger.grammar.verb_first:
        return False
    between = hit.last + 1, act.first - 1
    return not found.barrier(*between) and not found.has("coordination", *between)


def _is_only_verb(found: Found, hit: Hit) -> bool:
    """Whether no other word of a sentence is known as a verb, so that this one must be what it says."""
    if any(h.first != hit.first and h.trigger.pos == "verb" and h.tense != "ing" for h in found.hits):
        return False
    at = range(hit.first, hit.last + 1)
    return all(k in at for name in _VERBAL for k in found.each(name))


def is_standing(found: Found, hit: Hit) -> bool:
    """ "are deployed in the area", "where X is stationed", "are besieged": how things stand."""
    stays = hit.trigger.frame == "station" or hit.trigger.event_type == "security_operation"
    told = stays and hit.tense in {"past", "participle"}
    return told and (found.has("present", hit.first - 2, hit.first - 1) or _is_where_they_are(found, hit))


def is_noun_here(found: Found, hit: Hit) -> bool:
    """ "a gathering of fighters", "gathering centers", "the river crossing", "a group comprising ..."."""
    if hit.trigger.grammar.verb_first or hit.trigger.frame not in {"station", "move", "leave", "crowd"}:
        return False
    if hit.trigger.word in {"comprise", "consist of"}:
        return True
    before = found.tokens[hit.first - 1] if hit.first else None
    named = (
        before is not None
        and before.kind == "w"
        and (found.has("owner", hit.first - 1, hit.first - 1) or before.text[0].isupper())
    )
    follows = hit.last + 1 < len(found.tokens) and found.tokens[hit.last + 1].low in _AFTER_NOUN
    if found.has("facility", hit.first - 1, hit.first - 1) and hit.trigger.frame == "station":
        return True  # "the post building"
    if found.has("noun_too", hit.first, hit.last) and not found.has("be", hit.first - 2, hit.first - 1):
        in_phrase = before is not None and (before.kind == "w" or before.text in _QUOTES)
        return in_phrase and not found.has("coordination", hit.first - 1, hit.first - 1)
    return (named and (follows or found.has("facility", hit.last + 1, hit.last + 1))) or (
        hit.trigger.word == "cross" and before is not None and before.kind == "w" and follows
    )


def leads_to_losses(found: Found, hit: Hit) -> bool:
    """ "left hundreds dead", "the attacks left 40 fatalities" tell of losses, not of a departure."""
    if hit.trigger.frame != "leave" or hit.trigger.grammar.verb_first:
        return False
    if hit.last + 1 < len(found.tokens) and found.tokens[hit.last + 1].low == "behind":
        return True
    if found.has("present", hit.first - 3, hit.first - 1) and found.has("with", hit.last + 1, hit.last + 1):
        return True  # "is left with three bases"
    if any(h.trigger.frame == "weapon" and 0 < h.first - hit.last <= _OBJECT for h in found.hits):
        return True  # "left the missiles in tunnels"
    if any(
        h.trigger.frame in {"act", "burst"}
        and h.tense == "noun"
        and 0 < hit.first - h.last <= _SUBJECT
        and not any(h.last < g.first and g.last < hit.first and is_force(g) for g in found.groups)
        for h in found.hits
    ):
        return True
    return any(
        h.trigger.frame in LOSS_FRAMES
        and (h.trigger.pos != "verb" or not found.barrier(hit.last + 1, h.first - 1))
        and 0 < h.first - hit.last <= _LONG_OBJECT
        and (h.trigger.pos in {"fixed", "noun"} or is_passive(found, h))
        and not any(hit.last < p.first < h.first for p in found.places)
        for h in found.hits
    )


def has_ground(found: Found, hit: Hit) -> bool:
    """A place is what was taken: the verb's object, a passive's subject, or where the "base" taken lies."""
    if found.has("held", hit.first, hit.first) and (is_passive(found, hit) or hit.tense != "past"):
        return False  # "the field, also occupied by X": as things stand
    if found.has("holds_again", hit.first, hit.first) and is_passive(found, hit) and not found.has(
        "grip", max(hit.first - _TO_GRIP, 0), hit.first - 1
    ):  # fmt: skip
        return False  # "a council was established", but "control over X was established"
    if is_passive(found, hit) and any(
        0 < hit.first - p.last <= _OBJECT_REACH and not found.barrier(p.last + 1, hit.first - 1)
        for p in found.places
    ):
        return True
    if found.has("falls", hit.first, hit.first):
        return _has_fallen(found, hit)
    described = hit.tense in {"past", "participle"} and found.has("back", hit.first - 1, hit.first - 1)
    if is_passive(found, hit) or described:
        return False  # "they were taken to X", "the occupied fields in X"
    behind = next((p for p in found.places if p.first > hit.last), None)
    if behind is not None and behind.place.feature_type == "road" and hit.trigger.word == "take":
        return False  # "took the road of X to Y"
    after = [p for p in found.places if p.first > hit.last and p.role == "at"]
    if any(
        p.first - hit.last <= _TAKEN_REACH and not found.has("in", hit.last + 1, p.first - 1) for p in after
    ):
        return True
    reach = range(hit.last + 1, hit.last + 1 + _OBJECT_REACH)
    ground = next((k for k in reach if found.has("ground", k, k)), None)
    if ground is None or found.has_any(("in", "near"), hit.last + 1, ground - 1):
        return False
    around = [p for p in found.places if p.first > hit.last and p.role in {"at", "near"}]
    return any(
        p.first - hit.last <= _GROUND_REACH and not found.barrier(hit.last + 1, p.first - 1) for p in around
    )


def _has_fallen(found: Found, hit: Hit) -> bool:
    """ "The town of X fell on Monday", "the base in X has fallen": a place right before the verb."""
    at = hit.first - 1
    while found.has_any(("be", "have", "perfect", "adverb"), at, at):
        at -= 1
    place = next((p for p in found.places if p.last == at or (p.first < at and p.last + 2 == at)), None)
    if place is None or any(h.trigger.frame == "weapon" for h in found.hits):
        return False
    if found.has("ground", at, at) and place.last != at:
        return True  # "the X military base fell"
    before = place.first - 1
    while before > 0 and found.has_any(("ground", "place_word", "of_or_by"), before, before):
        before -= 1
    inside = found.has_any(("in", "near"), place.first - 3, place.first - 1)
    if inside:
        return found.has("ground", place.first - 3, place.first - 1)
    return not found.has_any(("preposition", "from", "to"), place.first - 3, place.first - 1)


def is_on_the_way(found: Found, hit: Hit) -> bool:
    """ "They were driving through X", "The bus was taking soldiers to X": no move of its own."""
    be = hit.first - 1
    if not found.has("be", be, be) or found.has("present", be, be) or hit.last > hit.first:
        return False  # "were sending reinforcements"
    if not any(place.role in {"to", "from"} for place in found.places):
        return True
    return any(
        g.kind == "vehicle" and 0 < hit.first - g.last <= 2 and found.has("back", g.begin - 1, g.first)
        for g in found.groups
    )


def is_named_kind(found: Found, hit: Hit) -> bool:
    """ "the crossing", "a river crossing": a place, not a move."""
    before = hit.first - 1
    return found.has("feature", before, before) or found.has("determiner", before, before)


def is_parted(found: Found, hit: Hit, place: PlaceMention) -> bool:
    """Whether a clause ends between a journey and its end. Where the verb comes first, a relative clause
    about who travels does not part them: "a convoy of the coalition that X leads came to Y"."""
    first, last = min(hit.last, place.last) + 1, max(hit.first, place.first) - 1
    if not found.barrier(first, last):
        return False
    if not hit.trigger.grammar.verb_first or place.first < hit.first:
        return True
    ends = [k for k in range(first, last + 1) if found.barrier(k, k)]
    return not all(found.has("relative", k, k) for k in ends) or any(
        first <= h.first <= last for h in found.hits if h.trigger.pos == "verb"
    )


def is_part_of_search(found: Found, hit: Hit) -> bool:
    """ "arrested four and confiscated their weapons": what a search finds is no looting."""
    if not found.has("confiscated", hit.first, hit.last):
        return False
    searched = any(h.trigger.event_type in SEARCHES and h != hit for h in found.hits)
    arms = found.has("arms", hit.last + 1, hit.last + _OBJECT_REACH)
    says_where = not hit.trigger.grammar.verb_first and any(p.first > hit.last for p in found.places)
    return searched or (arms and not says_where)


def is_ground_word(found: Found, hit: Hit) -> bool:
    """ "raids on the points of deployment of X": a kind of place, in a grammar whose owner follows."""
    return (
        hit.tense == "ing"
        and hit.trigger.frame == "station"
        and hit.trigger.grammar.verb_first
        and found.has_any(("facility", "feature"), hit.first - 1, hit.first - 1)
    )
