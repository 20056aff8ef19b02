"""Groups of people: who is spoken of, how many, as what (fighters, a checkpoint, a convoy)."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from core.extract.counts import CountMention
from core.extract.groups.extents import extent, opens
from core.extract.groups.heads import actor_of, count_before, inside_names, kind_of, of_some
from core.extract.groups.speakers import holds, speaks
from core.lexicon import Lexicon
from core.lexicon.matcher import Match, Matches, bits
from core.lexicon.names import fold_name_word
from core.text import Token

ARMED = frozenset({"fighter", "security", "official", "leader"})


class Group(NamedTuple):
    """Tokens ``first`` to ``last`` name one group; ``begin`` is where its count starts.

    ``actor_id`` is ``None`` where only a count or a plain noun stands ("12 dead");
    ``name`` are the characters, of the whole text, of the actor's own words; ``kind`` is the head's: a people
    kind, ``facility``, ``force``, ``vehicle`` or ``name``. ``joined`` says it continues a list with the group
    before. ``is_blamed``: only others say that it did the deed.
    """

    first: int
    last: int
    begin: int
    actor_id: str | None
    name: tuple[int, int]
    kind: str
    count: CountMention | None = None  # type: ignore[assignment]  # hides tuple.count
    vehicles: CountMention | None = None
    is_source: bool = False
    is_holder: bool = False
    is_possessive: bool = False
    joined: bool = False
    prefix: str = ""
    is_blamed: bool = False


NO_PEOPLE = frozenset({"facility", "force", "vehicle", "aircraft", "artillery", "name"})
_THAT = frozenset({"the", "that", "this"})
LOSSES = frozenset({"killed", "wounded"})
_LINKS = frozenset({"link"})
_MEANS = frozenset({"aircraft", "artillery", "link"})  # alone they are weapons, not doers
_TIED = frozenset({"backed", "linked", "affiliated", "aligned", "allied", "supported", "sponsored"})
_TO_TIED = 2  # tokens: "coalition-backed Syrian SDF"
_KUNYA = frozenset({"ابو", "ابا", "ابي", "ام"})
_SOLID = frozenset({"actor", "modifier", "person", "vehicle", "force", "aircraft", "artillery"})


def groups_of(
    tokens: Sequence[Token], matches: Matches, counts: Sequence[CountMention], lexicon: Lexicon
) -> list[Group]:
    """The groups of a sentence in order, none tied to another yet."""
    items = _items(matches, lexicon, tokens)
    by_token = {i: match for match in items for i in range(match.first, match.last + 1)}
    heads = {
        count.head: count for count in reversed(counts) if count.kind != "distance"
    }  # "one of the workers": one
    joins = _beside_losses(matches, counts, tokens) if counts else set()
    groups: list[Group] = []
    free, size = 0, len(tokens)
    people = {m.first for m in matches.of("person")}
    openers = {
        i
        for match in items
        if match.kind != "link" or match.value == "open"
        for i in range(match.first, match.last + 1)
    }
    for at in sorted(openers | heads.keys()):
        if not free <= at < size:
            continue
        count = heads.get(at)
        match = by_token.get(at)
        if match is None or (match.kind == "link" and not opens(match, by_token, tokens, at)):
            if count is not None and not (free and count.start < tokens[free - 1].end):
                found = _bare(tokens, at, count, lexicon, at in joins)
                if found:
                    groups.append(found)
            continue
        if count is not None and count.start < tokens[at].start and _is_not_counted(match):
            alone = _bare(tokens, at, count, lexicon, at in joins)
            groups += [alone] if alone else []
            del heads[at]
        last, parts = extent(tokens, by_token, at, lexicon, people)
        kinds = {part.kind for part in parts}
        if kinds.isdisjoint(_SOLID) or (kinds == {"modifier"} and at > 1 and tokens[at - 2].low in _KUNYA):
            alone = _bare(tokens, at, count, lexicon, at in joins) if count and kinds <= _LINKS else None
            groups += [alone] if alone else []  # "and three wounded in the blast"
            continue  # "أبو خالد العراقي" is a man's name
        if not kinds <= _MEANS:
            told = groups[-1] if groups else None
            rides = told and told.kind not in NO_PEOPLE and parts[-1].kind == "vehicle"
            before = told.vehicles if told else None
            if told and told.count and (rides or told.count.kind == "article"):
                before = told.count  # "a man stabbed his neighbour"
            groups.append(_group(tokens, parts, at, last, heads, matches, lexicon, before))
        free = last + 1
    return groups


def _is_not_counted(match: Match) -> bool:
    """ "killed five in a raid (خمسة بغارة)", "rose to nine and the wounded (تسعة والجرحى) to four"."""
    return match.prefix.endswith("ب") or match.prefix.startswith("و")


def _beside_losses(matches: Matches, counts: Sequence[CountMention], tokens: Sequence[Token]) -> set[int]:
    """Heads of counts that stand alone beside words of loss: "killing 5 of the ...", "three and-wounded"."""
    after = {m.last + 1 for m in matches.of("trigger") if m.value[0].trigger.frame in LOSSES}
    starts = {tokens[k].start for k in after if k < len(tokens)}
    joined = {
        m.first
        for m in matches.of("trigger")
        if m.prefix[:1] == "و" or (m.value[0].trigger.frame in LOSSES and m.value[0].trigger.pos == "verb")
    }  # "two more succumbed"
    return joined | {count.head for count in counts if count.start in starts}


def _items(matches: Matches, lexicon: Lexicon, tokens: Sequence[Token]) -> list[Match]:
    """Non-overlapping matches that can be part of a group; names win over plain nouns, longer ones first."""
    actors = matches.of("actor")
    backed = [b for b in matches.of("modifier") if any(_is_backer(m, b, tokens) for m in actors)]
    names = [
        m
        for m in (*actors, *matches.of("source"))
        if not any(
            b.first <= m.first and m.last <= b.last and m.last - m.first < b.last - b.first for b in backed
        )
        and not (_is_anyone(m, matches) and any(b.first == m.last + 1 for b in backed))  # «مسلحون موالون ل»
        and not _is_country_as_place(m, matches, tokens, lexicon)
        and not _backs_next(m, actors, tokens)
    ]
    nouns = [m for kind in _NOUNS for m in matches.of(kind)]
    names.sort(key=_shortness)
    nouns.sort(key=_shortness)
    chosen: list[Match] = []
    taken = 0
    for match in (*names, *nouns):
        if match.kind == "person" and _describes_outlet(match, matches):
            continue  # "the official news agency"
        if match.kind == "person" and _is_harm_done(match, matches):
            continue
        span = bits(match.first, match.last)
        if not taken & span:
            taken |= span
            if match.kind != "source":
                chosen.append(match)
    chosen.sort(key=_first_of)
    return chosen


def _is_harm_done(match: Match, matches: Matches) -> bool:
    """ "and wounded the driver": no wounded."""
    return (
        match.first == match.last
        and matches.has("determiner", match.last + 1, match.last + 1)
        and matches.has("coordination", match.first - 1, match.first - 1)
        and any(m.first == match.first and m.value[0].trigger.frame in LOSSES for m in matches.of("trigger"))
    )


def _is_backer(match: Match, modifier: Match, tokens: Sequence[Token]) -> bool:
    """Whether a name only says who backs others: the first of "US-backed", the last of "backed by Iran"; not
    that of "التابعة لقسد", which are the SDF, nor who backs in commas, who takes part."""
    first, last = modifier.first, modifier.last
    if match.first == first and match.last < last:
        return True
    ends = first < match.first and match.last == last and (not first or tokens[first - 1].text != ",")
    return ends and all(rule.actor_id != match.value.actor_id for rule in modifier.value)


def _backs_next(match: Match, actors: Sequence[Match], tokens: Sequence[Token]) -> bool:
    """ "International Coalition-backed SDF", "the al Qaeda-linked Nusra Front": who only backs."""
    link = match.last + 1
    if link >= len(tokens) or tokens[link].low not in _TIED:
        return False
    return any(0 < m.first - link <= _TO_TIED for m in actors)


def _is_anyone(match: Match, matches: Matches) -> bool:
    """Whether an actor is only "gunmen", whom the words behind may name."""
    is_generic = match.kind == "actor" and match.value.is_generic
    return is_generic and matches.has("person", match.first, match.last)


def _describes_outlet(match: Match, matches: Matches) -> bool:
    """Whether a word for people only describes the outlet behind it: "the official news agency"."""
    at = match.last + 1
    return matches.has("source", at, at) and not matches.has("actor", at, at)


_NOUNS = ("modifier", "person", "vehicle", "aircraft", "artillery", "force", "facility", "link")
_first_of = attrgetter("first")


def _shortness(match: Match) -> int:
    return match.first - match.last


_TO_LAND = ("from", "to", "in", "near", "border", "against")


def _is_country_as_place(match: Match, matches: Matches, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a country that also acts ("Iraq") stands here for its land: after a preposition."""
    if match.kind != "actor" or match.last != match.first:
        return False
    before = match.first - 1
    if matches.has_any(("blamed_on", "authored_by"), before, before):
        return False  # "attributed to Israel"
    if not matches.has_any(_TO_LAND, before, before):
        return False
    places = lexicon.gazetteer.by_key(fold_name_word(tokens[match.first].low))
    return any(place.feature_type == "country" for place in places)


def _bare(
    tokens: Sequence[Token], at: int, count: CountMention, lexicon: Lexicon, is_joined: bool
) -> Group | None:
    """A count that stands for people by itself: "three others", "12 dead", "another", "a second"."""
    alone, more = lexicon.words["alone"], lexicon.words["one_more"]
    first = _token_at(tokens, count.start, at)
    if count.is_total or _is(tokens, first - 1, alone):
        alone |= lexicon.words["notbetween"]  # "killing two in", "the toll rose to five on"
    if count.kind == "article" and (_is(tokens, first, more) or _is(tokens, at, more)):
        count = count._replace(kind="count")
        alone |= lexicon.words["notbetween"]
        at += 1 if _is(tokens, at, more) else 0
    if count.kind != "count":
        return None
    token = tokens[at] if at < len(tokens) else None
    if token is not None and token.low in lexicon.words["animal"]:
        return None
    if (
        token is not None
        and token.kind == "w"
        and token.low not in alone
        and not (is_joined or count.is_total or tokens[first].low in lexicon.words["stands_for_people"])
    ):
        return None
    if token is not None and token.low == "of" and at + 1 < len(tokens) and tokens[at + 1].low in alone:
        return None  # "one of them": part of what was counted
    last = max(at - 1, first)
    return Group(first, last, first, None, _written(tokens, first, last), "number", count)


def _is(tokens: Sequence[Token], at: int, words: frozenset[str]) -> bool:
    return 0 <= at < len(tokens) and tokens[at].low in words


def _group(
    tokens: Sequence[Token],
    parts: Sequence[Match],
    first: int,
    last: int,
    heads: dict[int, CountMention],
    matches: Matches,
    lexicon: Lexicon,
    taken: CountMention | None,
) -> Group:
    names = [part for part in parts if part.kind == "actor"]
    heads_of = [part for part in parts if part.kind == "person"] or inside_names(tokens, names, matches)
    vehicle_parts = [part for part in parts if part.kind == "vehicle"]
    if vehicle_parts and heads_of and _is(tokens, vehicle_parts[0].last + 1, frozenset({"of"})):
        heads_of = []  # "trucks of the Revolutionary Guards"
    kind = kind_of(tokens, parts, heads_of)
    actor_id, span = actor_of(tokens, parts, names, kind)
    things = lexicon.words["animal"] | lexicon.words["property"]
    count = count_before(tokens, first, last, heads, parts, lexicon.words["notbetween"], things, taken)
    vehicles = heads.get(vehicle_parts[0].first) if vehicle_parts else None
    if vehicles is None and vehicle_parts and not heads_of:
        at_end = vehicle_parts[-1].last == last and not any(t.low == "of" for t in tokens[first:last])
        vehicles = (
            count if at_end or vehicle_parts[0].first - first <= 3 else None
        )  # "two Syrian Army (SAA) buses"
    if vehicles is not None and (vehicles is count or (count is not None and count.head < first)):
        count = None  # their own number, or that of what is named before: "20 شاحنة وأربع عربات"
    if count is not None and count.kind == "article" and kind in NO_PEOPLE:
        count = None  # "an ISIS attack"
    counted = count or vehicles
    begin = (
        min(first, _token_at(tokens, counted.start, first)) if counted else of_some(tokens, first, lexicon)
    )
    return Group(
        first, last, begin, actor_id, _written(tokens, *span), kind, count, vehicles,
        speaks(tokens, matches, first, last), holds(matches, first, last),
        not lexicon.words["possessive"].isdisjoint([t.low for t in tokens[max(first - 2, 0) : first + 1]])
        or _is_of_the_group(tokens, last, matches),
        False, parts[0].prefix,
    )  # fmt: skip


def _is_of_the_group(tokens: Sequence[Token], last: int, matches: Matches) -> bool:
    """ "members of the organization": of one that was named before."""
    if last + 2 >= len(tokens) or tokens[last + 1].low != "of" or tokens[last + 2].low not in _THAT:
        return False
    at = last + 3 + matches.has("back", last + 3, last + 3)  # "of the same group"
    return matches.has("group_word", at, at)


def _written(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """The characters of a name, with the bracket that closes its short form."""
    if (
        last + 1 < len(tokens)
        and tokens[last + 1].text == ")"
        and any(t.text == "(" for t in tokens[first:last])
    ):
        last += 1
    return tokens[first].start, tokens[last].end


def _token_at(tokens: Sequence[Token], start: int, before: int) -> int:
    """The token that starts at a character, sought backwards from ``before``."""
    k = min(before, len(tokens) - 1)
    while k > 0 and tokens[k].start > start:
        k -= 1
    return k


def is_force(group: Group) -> bool:
    """Whether a group is a body that can be moved or posted: armed people, vehicles, a named actor."""
    return (
        group.kind in ARMED
        or group.kind in {"force", "vehicle"}
        or (group.actor_id is not None and group.actor_id != "civilians")
    )
