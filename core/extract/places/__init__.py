"""Toponyms: finding place names in a sentence and choosing the place each one means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from core.extract.counts import CountMention
from core.extract.places.candidates import choose, is_where
from core.extract.places.phrases import SMALL, continues, is_next_item, is_road_between, opens_list
from core.extract.places.relations import relation_of
from core.extract.places.toponyms import Toponym, toponyms_of, unnamed_sides
from core.lexicon import Lexicon
from core.lexicon.matcher import Matches
from core.lexicon.names import is_article
from core.model import Place, Relation
from core.text import Token, tokens_in


class PlaceMention(NamedTuple):
    """Tokens ``first`` to ``last`` name ``place``; ``role`` is at, from, to, via or home (of a victim).

    ``offset_km`` and ``bearing`` (degrees from north) hold for "7 km south of X"; ``chain``
    numbers the places that one phrase names together ("X in the countryside of Y"). ``is_home``
    says that it lies in the governorate that the gazetteer covers whole.
    """

    first: int
    last: int
    place: Place
    role: str
    relation: Relation | None
    offset_km: float | None
    bearing: float | None
    chain: int
    listed: bool
    score: float
    is_home: bool


_WIDE = frozenset({"border", "country"})


def places_of(
    tokens: Sequence[Token], matches: Matches, counts: Sequence[CountMention], lexicon: Lexicon
) -> list[PlaceMention]:
    """The places of a sentence in order, each with its role, relation and chain."""
    mentions: list[PlaceMention] = []
    chain = -1
    distances = [count for count in counts if count.kind == "distance"]
    measured = {i for count in distances for i in tokens_in(tokens, count.start, count.end)}
    ages = {count.start for count in counts if count.rule == "age"}
    previous: Toponym | None = None
    by_first: dict[int, Toponym] = {}
    named = toponyms_of(tokens, matches, lexicon)
    for toponym in sorted([*named, *unnamed_sides(matches, named, lexicon)], key=lambda t: t.first):
        if tokens[toponym.last].end + 1 in ages:
            continue  # "aged 27" in Arabic ends in a word that also names an oil field
        chosen = choose(toponym, tokens, matches, lexicon, is_next_item(tokens, previous, toponym, matches))
        if chosen is None:
            continue
        place, score = chosen
        if place.place_id not in lexicon.in_area and not is_where(tokens, toponym, matches):
            continue
        tied, listed = continues(tokens, previous, toponym, matches, measured)
        since = 0 if tied or previous is None else previous.last + 1
        role, relation, offset, bearing = relation_of(tokens, toponym, matches, counts, since)
        if mentions and is_road_between(mentions[-1].last, toponym, tokens, matches):
            mentions[-1] = mentions[-1]._replace(relation=Relation.BETWEEN)
            relation, tied = Relation.BETWEEN, True
        if relation is Relation.OFFSET or (relation is Relation.NEAR and place.feature_type == "governorate"):
            place = min(
                toponym.candidates, key=lambda p: p.radius_km
            )  # "30 km east of X", "near X": a town, no part of an area
        if tied and mentions and {role, mentions[-1].role} == {"from", "to"}:
            tied = listed = False  # "to X from Y": two ends of a journey
        if tied and relation is Relation.NEAR and {"from", "to"} <= {m.role for m in mentions[-2:]}:
            tied = listed = False  # "a bus from X to Y was hit near Z"
            role = "at"
        if (
            mentions
            and (tied or role == "home")
            and _is_where(mentions[-1], place, tokens[mentions[-1].last + 1 : toponym.first])
        ):
            tied = listed = False
            role = "at"
        if mentions and _is_object(mentions[-1], toponym, tokens, matches):
            tied, listed, role = False, False, "at"
        if not tied:
            chain += 1
        if tied and mentions:
            role = mentions[-1].role if role == "at" else role
            between = tokens[mentions[-1].last + 1 : toponym.first]
            apart = bool(between) and between[0].text in ",،" and _is_apart(mentions[-1].place, place)
            listed = listed or (relation is None and apart and mentions[-1].place.feature_type not in SITES)
        mentions.append(
            PlaceMention(
                toponym.first,
                toponym.last,
                place,
                role,
                relation,
                offset,
                bearing,
                chain,
                listed,
                score,
                place.place_id in lexicon.in_area,
            )
        )
        by_first[toponym.first] = toponym
        previous = toponym
    mentions = [
        _in_district(m, by_first[m.first], [*mentions[k + 1 :], *(mentions[:k] if m.listed else ())], lexicon)
        for k, m in enumerate(mentions)
    ]
    kept = [
        m
        for k, m in enumerate(mentions)
        if not _is_namesake(m, mentions[k + 1 : k + 2], tokens, by_first)
        and not (k and _is_quarter_of(mentions[k - 1], m, tokens, matches))
    ]
    if not any(m.listed for m in kept):
        return kept
    return _among_towns(_with_middle_items(kept, tokens, matches), by_first, tokens, matches)


def _with_middle_items(
    mentions: list[PlaceMention], tokens: Sequence[Token], matches: Matches
) -> list[PlaceMention]:
    """The mentions, those that a comma puts into a list marked as its items, too: "A, the farms of B, C and
    D"."""
    lists = {m.chain for m in mentions if m.listed}
    return [
        m._replace(listed=True)
        if not m.listed
        and m.relation is None
        and m.chain in lists
        and k
        and mentions[k - 1].chain == m.chain
        and _follows_comma(m, tokens, matches)
        else m
        for k, m in enumerate(mentions)
    ]


def _among_towns(
    mentions: list[PlaceMention], by_first: dict[int, Toponym], tokens: Sequence[Token], matches: Matches
) -> list[PlaceMention]:
    """The mentions, a name of a city and its governorate in a list of towns taken for the city: "raids on A,
    B and Deir ez-Zor"; not where it only says where they are: "in A, Deir ez-Zor", "two towns in Deir ez-Zor,
    A and B"."""
    towns = {m.chain for m in mentions if m.listed and m.place.feature_type in _SETTLED}
    firsts = {m.chain: m for m in reversed(mentions)}
    found = []
    for k, m in enumerate(mentions):
        city = next((p for p in by_first[m.first].candidates if p.feature_type == "city"), None)
        in_list = m.listed or (m is firsts[m.chain] and m.chain in towns)
        if m.place.feature_type == "governorate" and city is not None and in_list and m.relation is None:
            others = [o for o in mentions if o.chain == m.chain and o is not m]
            goes_on = any(o.chain == m.chain and o.listed for o in mentions[k + 1 :])
            around = (
                opens_list(tokens, by_first[m.first], matches, 1)
                if m is firsts[m.chain]
                else not goes_on and _follows_comma(m, tokens, matches)
            )
            if others and not around and all(o.place.feature_type in _SETTLED for o in others):
                found.append(m._replace(place=city))
                continue
        found.append(m)
    return found


def _follows_comma(mention: PlaceMention, tokens: Sequence[Token], matches: Matches) -> bool:
    k = mention.first - 1
    while k > 0 and (tokens[k].low in SMALL or is_article(tokens[k].low) or matches.has("feature", k, k)):
        k -= 1
    return tokens[k].text in ",،"


def _in_district(
    mention: PlaceMention, toponym: Toponym, others: Sequence[PlaceMention], lexicon: Lexicon
) -> PlaceMention:
    """A mention whose name several places bear as the one in the district that its phrase goes on to name, or
    of the items before it in its list: "the town of X in the countryside of Y"."""
    if len(toponym.candidates) < _SEVERAL or mention.place.feature_type == "governorate":
        return mention
    towns = {
        m.place.place_id if m.place.feature_type == "city" else m.place.parent
        for k, m in enumerate(others)
        if (m.chain == mention.chain or k == 0) and m.place.feature_type in {"city", "neighbourhood"}
    }
    quarters = (p for p in toponym.candidates if p.feature_type in _QUARTERS and p.parent in towns)
    quarter = next(quarters, None)
    if quarter is not None and mention.place.feature_type != "city":
        return mention._replace(place=quarter, is_home=quarter.place_id in lexicon.in_area)
    outer = next((m for m in others if m.chain == mention.chain and m.is_home), None)
    gazetteer = lexicon.gazetteer
    if outer is not None and outer.place.feature_type == "city":
        own = [p for p in toponym.candidates if p.parent == outer.place.place_id]
        if own:
            return mention._replace(place=own[0])  # "in X, in the city of Y": its quarter
    district = gazetteer.district_of(outer.place.place_id) if outer is not None else None
    if district is None or gazetteer.district_of(mention.place.place_id) == district:
        return mention
    inside = [p for p in toponym.candidates if gazetteer.district_of(p.place_id) == district]
    return mention._replace(place=inside[0]) if inside else mention


def _is_namesake(
    mention: PlaceMention,
    following: Sequence[PlaceMention],
    tokens: Sequence[Token],
    by_first: dict[int, Toponym],
) -> bool:
    """Whether the words right after a place of ours put it elsewhere: "X in the Damascus countryside",
    "the checkpoint of X in the town of Y", «حي القصور بحمص»."""
    if not following or not mention.is_home or following[0].relation is not None:
        return False
    if mention.place.feature_type in SITES:
        return False  # "the oil field X in the town of Y" is itself
    outer, between = following[0], tokens[mention.last + 1 : following[0].first]
    if _is_school_in(mention, outer, between, tokens, by_first[outer.first].prefix):
        return True
    if not outer.is_home and between and between[0].low in _AND:  # "X and Y in the countryside of Homs"
        at = next((k for k, t in enumerate(between) if t.low in _IN), 0)
        named = all(t.low in _AND or is_article(t.low) or t.text[0].isupper() for t in between[:at])
        between = between[at:] if named else between
    if mention.place.feature_type == "neighbourhood" and not outer.is_home and (
        [t.low for t in between] == [","] or any(t.low == "of" for t in between[:_TO_OF])
    ):  # fmt: skip
        return outer.place.feature_type in _OUTER  # "the X district of Homs", "X, Homs"
    led = (*between, tokens[outer.first])
    inside = by_first[outer.first].prefix.endswith("ب") or any(t.low in _IN or t.low in _IN_TOWN for t in led)
    if len(between) > _TO_OUTER or not inside:
        return False
    if outer.is_home:
        named = all(t.low in _IN or t.low in _TOWN_WORDS or t.text == '"' for t in between)
        return named and outer.place.feature_type in _SETTLED and _is_apart(mention.place, outer.place)
    return outer.place.feature_type in _OUTER and not any(t.low in _AND or t.kind == "p" for t in between)


def _is_school_in(
    mention: PlaceMention, outer: PlaceMention, between: Sequence[Token], tokens: Sequence[Token], prefix: str
) -> bool:
    """Whether a name is a school's, mosque's or street's in the town named next: «مدرسة X ببلدة Y»."""
    led = any(t.low in _IN or t.low in _IN_TOWN for t in between) or prefix.endswith("ب")
    return (
        mention.first > 0
        and tokens[mention.first - 1].low.removeprefix("ب").removeprefix("ل") in _BUILDINGS
        and outer.place.feature_type in _SETTLED
        and led
        and len(between) <= _TO_OUTER
    )


def _is_quarter_of(
    city: PlaceMention, mention: PlaceMention, tokens: Sequence[Token], matches: Matches
) -> bool:
    """ "the Homs district of X", "Homs's X quarter": a namesake of ours in a city that is named before."""
    between = range(city.last + 1, mention.first)
    return (
        mention.place.feature_type == "neighbourhood"
        and not city.is_home and city.place.feature_type in _OUTER
        and len(between) <= _TO_OF + 1
        and all(tokens[k].low in _OWN or matches.has("feature", k, k) for k in between)
    )  # fmt: skip


def _is_apart(one: Place, other: Place) -> bool:
    """Whether neither of two places can hold the other: "a farm in X, an office in Y" lists them."""
    if max(one.radius_km, other.radius_km) > _SMALL_KM or None in (one.latitude, other.latitude):
        return False
    north = abs((one.latitude or 0) - (other.latitude or 0))
    return north + abs((one.longitude or 0) - (other.longitude or 0)) > _APART_DEGREES


_BUILDINGS = frozenset({"مدرسه", "جامع", "مسجد", "شارع", "صيدليه", "فرن"})
_SEVERAL = 2  # places of one name
_QUARTERS = frozenset({"neighbourhood", "area"})
_SMALL_KM = 8.0  # a town's reach
_OUTER = frozenset({"governorate", "countryside", "city"})
_OWN = frozenset({"'", "'s", "s", "of", "the"})
_TO_OF = 2  # tokens: "X district of"
_TO_OUTER = 5  # tokens: "X, a village in the countryside of"
_IN, _AND = frozenset({"in", "في"}), frozenset({"and", "و", "to", "from", "إلى", "من"})
_SETTLED = frozenset({"city", "town", "village"})
_AROUND = frozenset({"ريف", "محيط", "باديه", "اطراف"})
_RANKS = {"city": 3, "town": 2, "village": 1}
_POSTS = frozenset({"crossing"})
SITES = frozenset({"oil_field", "gas_field", "airport", "military_base"})  # wider than the town they are in
_IN_TOWN = frozenset({"بمدينه", "ببلده", "بقريه"})
_TOWN_WORDS = _IN_TOWN | {"the", "city", "town", "village", "of", "مدينه", "بلده", "قريه"}
_APART_DEGREES = 0.15  # about 15 km


def _is_where(origin: PlaceMention, place: Place, between: Sequence[Token]) -> bool:
    """ "arrested three men from X at a checkpoint in Y": where it was, no part of where they come from."""
    led = any(t.low in _IN or t.low == "at" for t in between)
    if origin.role not in {"from", "home"} or not led:
        return False
    own, other = (_RANKS.get(p.feature_type, -1) for p in (origin.place, place))
    towns = own >= other > 0 and place.place_id not in {origin.place.place_id, origin.place.parent}
    return (
        towns or place.feature_type in SITES or _is_apart(origin.place, place)
    )  # a village may be told to be "in" its town


def _is_object(origin: PlaceMention, toponym: Toponym, tokens: Sequence[Token], matches: Matches) -> bool:
    """«قصفت قوات X من (مدينة) أ بلدة ب»: where those who act are, and what they hit right behind it."""
    between = range(origin.last + 1, toponym.first)
    return (
        origin.role in {"from", "home"}
        and tokens[toponym.first].low > "\u0600"
        and not toponym.prefix
        and len(between) <= 1
        and all(m.prefix == "" for k in between for m in matches.of("feature") if m.first == k)
        and all(matches.has("feature", k, k) and tokens[k].low not in _AROUND for k in between)
    )


def most_specific(mentions: Iterable[PlaceMention]) -> PlaceMention:
    """Of the places that one phrase names, the smallest; one that only gives a bearing last, and a
    landmark after the town it stands in ("near the bridge of X, in the town of Y")."""
    named = tuple(mentions)
    if len(named) == 1 or all(m.relation is Relation.BETWEEN for m in named):
        return named[0]
    towns = [m.first for m in named if m.relation is None and m.place.feature_type in _SETTLED]
    cities = [m.first for m in named if m.relation is None and m.place.feature_type == "city"]
    sites = [m.first for m in named if m.relation is None and m.place.feature_type in SITES]
    posts = [m.first for m in named if m.relation is None and m.place.feature_type in _POSTS]
    return min(
        named,
        key=lambda m: (
            m.place.feature_type in _WIDE,  # "east of X, near the border", "east of X, eastern Syria"
            m.bearing is not None and m.relation is Relation.NEAR,
            not m.is_home,
            m.bearing is not None
            or (
                m.relation is Relation.NEAR
                and any(m.first < at for at in towns)
                and not (m.place.feature_type in SITES and cities == towns)  # "near the airport, in the city"
            ),
            m.relation is Relation.NEAR and any(at < m.first for at in posts),  # "the crossing X near Y"
            m.place.feature_type in _SETTLED and any(at < m.first for at in sites),  # "the field in the town"
            m.place.radius_km,
            m.first,
        ),
    )
