"""Where a happening is: of the places in its sentence, the one its trigger speaks of."""

from __future__ import annotations

from typing import NamedTuple

from core.extract.clauses.voice import is_passive
from core.extract.frames import AIMS, LOSS_FRAMES, SPOT_KM
from core.extract.mentions import Found, Hit
from core.extract.places import PlaceMention
from core.extract.whereabouts.apart import has_moved
from core.extract.whereabouts.chains import End, ends_of, nearest_first
from core.extract.whereabouts.elsewhere import is_care, is_demanded, is_told_of, points_back
from core.extract.whereabouts.kinds import home_referred_to
from core.extract.whereabouts.listed import after_colon, after_namely, alike, spread
from core.extract.whereabouts.witness import at_office, is_from_base, of_source, with_witness
from core.model import Relation

_TO_RALLY = 5  # tokens: "took part in the demonstration"
_OBJECT_REACH = 6  # tokens from a verb to the place that is its object
_BEHIND = 12  # tokens from those taken or a vehicle to where they come from
_RETURN = 5  # tokens from "on his return" to where
_THERE = 2  # tokens from "left" to "the base"
_WHERE = 6  # tokens from "where" to what happened there
_SPREADING = frozenset({"act", "burst", "mutual", "station", "captured", *LOSS_FRAMES})
_TOWNS = frozenset({"city", "town", "village"})
_GOING, _LEADING = frozenset({"move", "leave"}), frozenset({"move", "leave", "captured"})
_TAKEN = frozenset({"act", "captured"})  # where those who were hit or taken come from will do
_TOLD_APART = frozenset({"act", "burst", "mutual", "killed", "captured", "crowd"})
_WITH = {"of": "from", "from": "from", "من": "from", "into": "to"}
_BACKDROP = frozenset({"river", "country"})  # named to say where a place lies, seldom as the place


class Where(NamedTuple):
    """Where a happening is; several ``places`` are as many happenings, ``None`` is an unknown place."""

    places: tuple[PlaceMention | None, ...]
    origin: PlaceMention | None
    destination: PlaceMention | None
    via: tuple[PlaceMention, ...]


def where_of(found: Found, hit: Hit) -> Where:
    """Where a happening is: by frame, the journey's end, the place left, or the nearest place."""
    ends = _of_rally(found, hit, ends_of(found, hit))
    plain = [end for end in ends if end[0].place.feature_type not in _BACKDROP]
    frame = hit.trigger.frame
    by_role = {
        role: [e for e in (plain if role == "at" else ends) if e[0].role == role]
        for role in ("at", "from", "to", "via", "home")
    }
    by_role["at"] = _of_clause(found, hit, plain) or _at_home(found, hit, plain, by_role["at"])
    here = by_role["at"] or by_role["to"]
    origin = destination = None
    if frame in {"move", "station"}:
        origin = by_role["from"][0][0] if by_role["from"] else None
        bound = [e for e in by_role["to"] if frame == "move" or not _is_bound_for(found, hit, e[0])]
        here = [e for e in bound if e in plain or frame == "move"] or by_role["at"]
        after = [e for e in by_role["at"] if e[0].first > hit.last and e[0].first - hit.last <= 6]
        if after and frame == "move" and not by_role["to"]:
            here = after
        destination = here[0][0] if here and frame == "move" else None
        left = (
            [e for e in by_role["from"] if e in plain and e[0].is_home]
            if frame == "move"
            else _taken_with(found, hit, ends)  # "اتخذ من مدرسة في X مقرا"
        )
        here = [e for e in here if e in plain] or by_role["via"] or left
    elif frame == "leave":
        left = [
            e
            for e in by_role["from"]
            if not any(h.trigger.frame == "leave" and h.first < e[0].first < hit.first for h in found.hits)
        ] or by_role["at"]  # "X left A, and Y vacated B"
        bound = [e for e in _bound_for(found, hit, by_role["to"]) if e[0].is_home]
        here = [e for e in left or bound if e in plain]
        origin = here[0][0] if here else None
        destination = by_role["to"][0][0] if by_role["to"] and here != by_role["to"] else None
    elif frame in LOSS_FRAMES or frame in {"burst", "captured"}:
        here = _taken_with(found, hit, ends) or _where_lost(found, hit, by_role)
    elif (by_role["from"] and not here) or found.has("expels", hit.first, hit.last):
        here = _taken_with(found, hit, ends) or here
    elif has_moved(found, hit):
        here = by_role["to"] or here
    elif frame == "act":
        origin = by_role["from"][0][0] if by_role["from"] and hit.trigger.event_type == "shelling" else None
        bound = [e for e in by_role["to"] if not _is_bound_for(found, hit, e[0])]
        here = nearest_first(found, hit, by_role["at"] + bound)
    via = tuple(e[0] for e in by_role["via"]) if frame in {"move", "leave"} else ()
    if not here and frame not in {"move", "leave", "station"}:
        here = _where_from(found, hit, plain, by_role)
    if not here and frame not in {"move", "leave"}:
        here = [end for end in ends if end[0].role == "at" and end[0].place.feature_type == "country"]
    here = with_witness(found, hit, ends, here or at_office(found, hit, by_role["home"]))
    if not here or any(is_other(found, hit, here[0][0]) for is_other in (is_told_of, is_care, points_back)):
        return Where((None,), origin, destination, via)
    first, more = _spot_in(found, hit, here[0], by_role["at"])
    named = after_colon(found, first) or (after_namely(found, hit) if frame in _SPREADING else [])
    if named:
        before = [first] if first.relation is None and alike(first, named[0]) and first not in named else []
        return Where((*before, *named), origin, destination, via)
    if first.relation is Relation.BETWEEN or _is_of_another(found, hit, first):
        more = []
    elif frame in _SPREADING:
        rest = [*more, *(p for best, others in here[1:] for p in (best, *others))]
        more += [p for p in spread(found, hit, first, rest) if p not in more]
    return Where((first, *more), origin, destination, tuple(v for v in via if v is not first))


def _of_rally(found: Found, hit: Hit, ends: list[End]) -> list[End]:
    """ "Residents of seven villages took part in the demonstration: A, B and C": whence, not where it was."""
    known = hit.trigger.frame == "crowd" and found.has("back", hit.first - 1, hit.first - 1)
    if not (known and found.has("takes_part", hit.first - _TO_RALLY, hit.first - 1)):
        return ends
    colon = next((k for k in range(hit.last + 1, len(found.tokens)) if found.tokens[k].text == ":"), None)
    return ends if colon is None else [e for e in ends if e[0].first < colon]


def _of_clause(found: Found, hit: Hit, plain: list[End]) -> list[End]:
    """ "sent men to X, where clashes broke out": of the clause that "where" opens, the place before it."""
    if hit.trigger.frame in _GOING:
        return []
    opens = [k for k in range(max(hit.first - _WHERE, 0), hit.first) if found.tokens[k].low == "where"]
    if not opens or any(p.first > opens[-1] and p.first - hit.last <= _WHERE for p in found.places):
        return []
    if any(h.trigger.frame in _GOING | {"act"} and opens[-1] < h.first < hit.first for h in found.hits):
        return []
    return plain


def _where_from(found: Found, hit: Hit, plain: list[End], by_role: dict[str, list[End]]) -> list[End]:
    """Where what was told with no place of its own was: by the source, or by where the victims came from."""
    frame = hit.trigger.frame
    home = home_referred_to(found, hit.first) if frame in _TAKEN | LOSS_FRAMES else None
    here = [e for e in plain if e[0] is home] or of_source(found, hit, plain)
    if not here and frame in LOSS_FRAMES and hit.trigger.grammar.verb_first:
        here = [e for e in by_role["from"] if e in plain and e[0].is_home]  # "two men from X were killed"
    if not here and not hit.trigger.grammar.verb_first and frame in {"act", *LOSS_FRAMES}:
        here = [
            e for e in by_role["to"] if e in plain and e[0].is_home and _is_way_of_target(found, hit, e[0])
        ]
    here = here or by_role["via"]  # "a truck that had come through the crossing of X was hit"
    if not here and frame in _TAKEN and hit.trigger.event_type != "shelling":
        here = [  # "buses with workers from X"
            e
            for e in by_role["from"]
            if e in plain
            and e[0].is_home
            and (e[0].first > hit.last or _are_from(found, hit, e[0]))  # "two men from X were arrested"
            and (
                _is_carried(found, e[0], frame == "captured")
                or found.has_any(("in", "near"), e[0].first - 1, e[0].first - 1)  # "from homes in X"
            )
        ]
    return here


def _is_way_of_target(found: Found, hit: Hit, place: PlaceMention) -> bool:
    """ "killed two who had sneaked into X": where those who were hit had come to."""
    return any(
        hit.last < h.first < place.first
        and h.trigger.frame == "move"
        and not found.has_any(
            ("as_or_when", "pronoun"), hit.last + 1, h.first - 1
        )  # "as they were heading to"
        for h in found.hits
    )


def _is_of_another(found: Found, hit: Hit, place: PlaceMention) -> bool:
    """ "The raids hit A, B and C, while the army shelled posts": the list is what another act hit."""
    return place.last < hit.first and found.barrier(place.last + 1, hit.first - 1)


def _spot_in(found: Found, hit: Hit, end: End, others: list[End]) -> End:
    """The one spot that a sentence goes on to name, where it began with an area: "a blast in the west of the
    province came from a bomb that gunmen had planted on the road of X"."""
    sharp = end[0].place.radius_km <= SPOT_KM or not end[0].is_home
    if sharp or hit.trigger.frame in _GOING or found.is_headline:
        return end
    spots = [
        e
        for e in others
        if e[0].place.radius_km <= SPOT_KM
        and e[0].is_home
        and e[0].first > hit.last
        and not found.has("meanwhile", hit.last + 1, e[0].first - 1)
    ]
    told = any(
        h.trigger.frame in _TOLD_APART
        and h.trigger.word not in AIMS
        and h.tense not in {"noun", "ing"}
        and not found.has("relative", h.first - 1, h.first - 1)  # "shelling that hit X"
        and any(hit.last < h.first < e[0].first for e in spots)
        for h in found.hits
    )
    return spots[0] if len(spots) == 1 and not told else end


def _taken_with(found: Found, hit: Hit, ends: list[End]) -> list[End]:
    """The place that a verb takes with its own preposition: "drove ISIS out of X", "crashed into X"."""
    role = _WITH.get(hit.trigger.word.rsplit(" ", 1)[-1]) if " " in hit.trigger.word else None
    roles = {"from", "home"} if found.has("expels", hit.first, hit.last) else {role}
    return [
        e
        for e in ends
        if e[0].role in roles
        and hit.last
        < e[0].first
        <= _OBJECT_REACH
        + max(
            (
                g.last
                for g in found.groups
                if hit.last < g.first <= hit.last + _OBJECT_REACH and g.last < e[0].first
            ),
            default=hit.last,
        )
    ]


def _bound_for(found: Found, hit: Hit, ends: list[End]) -> list[End]:
    """Where those go who leave; "drove out of the base towards A": what is left was named before, as in "X
    moved into A after Y had left the town"."""
    named = any(
        found.has("back", k - 1, k - 1) for k in found.each("place_word") if 0 < k - hit.last <= _THERE
    )
    return [e for e in ends if e[0].last < hit.first] if named else ends


def _at_home(found: Found, hit: Hit, plain: list[End], here: list[End]) -> list[End]:
    """People gather, and are fought, at home, unless a place is named (not only an area)."""
    frame = hit.trigger.frame
    gathers = frame in {"crowd", "mutual"}
    here = _before_the_turn(found, hit, plain, here)
    asked = [e for e in here if is_demanded(found, hit, e[0])]
    if len(asked) < len(here) or any(e[0].role == "home" for e in plain):
        here = [e for e in here if e not in asked]
    is_named = any(not gathers or e[0].place.radius_km <= SPOT_KM or not e[0].is_home for e in here)
    if is_named or (_is_in_the_town(found) and (here or not gathers)):
        return here
    bodies = frame == "burst" and hit.trigger.event_type == "other_violence"  # found by villagers
    known = frame in LOSS_FRAMES and hit.prefix.endswith("ال")  # "the dead man (القتيل) came from X"
    fought = (
        hit.trigger.grammar.verb_first and frame not in _GOING and not (known or is_from_base(found, hit))
    )
    homes = [e for e in plain if e[0].role == "home" and not _is_of_the_one_before(found, hit, e[0])]
    return of_source(found, hit, homes) or homes or here if gathers or bodies or fought else here


def _is_of_the_one_before(found: Found, hit: Hit, home: PlaceMention) -> bool:
    """ "the youth is from A, and his father survived an attempt": a comma and somebody else stand between."""
    comma = next((k for k in range(home.last + 1, hit.first) if found.tokens[k].text in ",،"), None)
    return comma is not None and any(comma < g.begin and g.last < hit.first for g in found.groups)


def _before_the_turn(found: Found, hit: Hit, plain: list[End], here: list[End]) -> list[End]:
    """ "arrested some of the people of A, while clashes went on in B": what stands behind "while" is of
    another, where the clause itself says whose home it was."""
    turn = next((k for k in found.each("meanwhile") if k > hit.last), None)
    if turn is None or not any(e[0].role == "home" and hit.last < e[0].first < turn for e in plain):
        return here
    return [e for e in here if e[0].first < turn]


def _is_bound_for(found: Found, hit: Hit, place: PlaceMention) -> bool:
    """ "shot as they were heading to X", "the dead were taken to X after the shelling": where they went."""
    if hit.tense == "noun" and place.first < hit.first and found.has("harmed", 0, place.first):
        return True
    return any(h.trigger.frame in _GOING and hit.last < h.first < place.first for h in found.hits)


def _where_lost(found: Found, hit: Hit, by_role: dict[str, list[End]]) -> list[End]:
    """Where people came to harm or were taken, the likeliest first."""
    here = by_role["at"] or [
        e
        for e in by_role["to"]
        if _is_taken_at(found, hit, e[0])
        or found.has("returns", e[0].first - _RETURN, e[0].first - 1)
        or found.has("way_in", max(e[0].first - _BEHIND, 0), e[0].first - 1)  # "broke into a house in X and"
    ]
    if hit.trigger.frame != "captured" or any(e[0].place.radius_km <= SPOT_KM for e in here):
        return here
    return [e for e in by_role["from"] if _is_taken_from(hit, e[0])] or here


def _is_taken_at(found: Found, hit: Hit, place: PlaceMention) -> bool:
    """ "arrested a man summoned to X", "a shell smashed into a house in X"; but "arrested a man, who was
    taken to X": there he only ended up."""
    led = any(h.trigger.frame in _LEADING and hit.last < h.first < place.first for h in found.hits)
    return hit.trigger.frame in {"captured", "burst"} and place.first > hit.last and not led


def _is_in_the_town(found: Found) -> bool:
    """ "an arrest in the town (بالبلدة)" that was named before: no home of a victim's."""
    return any(
        m.value in _TOWNS
        and m.prefix.endswith("ال")
        and found.has("preposition", m.first - 1, m.first - 1)
        and not any(0 <= p.first - m.last <= 1 for p in found.places)
        for m in found.matches.of("feature")
    )


def _is_taken_from(hit: Hit, place: PlaceMention) -> bool:
    """ "raids in the province, with the arrest of ten men from X": where, more closely."""
    return place.is_home and 0 < place.first - hit.last <= _BEHIND and place.place.radius_km <= SPOT_KM


def _are_from(found: Found, hit: Hit, place: PlaceMention) -> bool:
    """Whether those who were taken are said to be of a place named before: people are taken at home."""
    return (
        hit.trigger.frame == "captured"
        and place.place.radius_km <= SPOT_KM
        and is_passive(found, hit)
        and not found.barrier(place.last + 1, hit.first - 1)
    )


def _is_carried(found: Found, place: PlaceMention, taken: bool) -> bool:
    """Whether a place is where a vehicle came from, or people were ``taken``."""
    return any(
        (taken or g.kind in {"vehicle", "force"}) and 0 < place.first - g.last <= _BEHIND
        for g in found.groups
    )
