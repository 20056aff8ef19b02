"""Long sentences cut where a further happening begins: "X shelled A, while jets struck B, also ..."."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from core.extract.frames import FROM_AFAR, LOSS_FRAMES, SPOT_KM
from core.extract.happenings.new_clause import openings
from core.extract.mentions import Found, Hit
from core.extract.places import PlaceMention, most_specific
from core.extract.senses.ruled_out import is_of_front
from core.extract.whereabouts.kinds import is_named_place
from core.text import Sentence

_TELLING = frozenset({"act", "burst", "mutual", "killed", "wounded", "captured"})
_THERE, _LEFT = frozenset({"at", "to"}), frozenset({"from"})
_SHORTEST = 4  # tokens of a piece
_TO_SAY = 4  # tokens: "while a military source said"
_ONE_TURN = 8  # tokens: "while these continuing attacks are accompanied by"


def pieces_of(found: Found) -> list[Sentence]:
    """The sentence, cut before words such as "also" and "in conjunction with" where what stands before and
    behind each cut tells of a happening at a place of its own."""
    said = [k for k in found.each("clause_join") if found.has("say", k + 1, k + 1)]
    turns = sorted({*found.each("turn"), *found.each("comma_turn"), *said})
    cuts = [k for k in turns if k >= _SHORTEST and _is_turn(found, k)]
    clauses = {k for k in openings(found) if k >= _SHORTEST and not _is_bracketed(found, k)}
    if not (cuts or clauses):
        return [found.sentence]
    starts = list(_apart(found, cuts, clauses))
    if len(starts) == 1:
        return [found.sentence]
    return [_part(found, first, stop - 1) for first, stop in pairwise([*starts, len(found.tokens)])]


def _is_turn(found: Found, at: int) -> bool:
    """Whether such a word begins here: "also" only behind a comma, for "the army also shelled"."""
    before = at - 1
    if _is_bracketed(found, at):
        return False
    if found.has("clause_join", at, at) and found.tokens[before].text in ",،":
        return True
    if found.has("turn", at, at) and not found.has("turn", before, before):
        return True
    if found.tokens[before].low == "and":
        before -= 1
    return found.has("comma_turn", at, at) and found.tokens[before].text in ",;"


def _is_bracketed(found: Found, at: int) -> bool:
    """ "four people (a woman in addition to her children)"."""
    marks = [t.text for t in found.tokens[:at] if t.text in "()"]
    return bool(marks) and marks[-1] == "("


def _apart(found: Found, cuts: list[int], clauses: set[int]) -> Iterator[int]:
    """Where the pieces begin that tell of something else than the piece before, or elsewhere."""
    yield 0
    before, end = 0, len(found.tokens)
    turns = list(_openings(found, cuts))
    every = sorted({*turns, *clauses})
    for first in every:
        if _is_rival_toll(found, before, first):
            is_cut = True
        elif first in clauses:
            is_cut = _is_elsewhere(found, before, first, next((k for k in every if k > first), end))
        else:
            is_cut = _is_apart(found, before, first, next((k for k in turns if k > first), end))
        if is_cut:
            yield first
            before = first


def _is_rival_toll(found: Found, before: int, first: int) -> bool:
    """ "killed two, while an official said the attack killed one": another account of the one attack."""
    behind = [h for h in found.hits if h.first >= first]
    known = any(
        h.trigger.frame in {"act", "burst"}
        and (h.prefix.endswith("ال") or found.has("back", h.first - 1, h.first - 1))
        for h in behind
    )
    one = any(before <= h.first < first and h.trigger.frame in LOSS_FRAMES for h in found.hits)
    other = any(h.trigger.frame in LOSS_FRAMES for h in behind)
    return known and one and other and found.has("say", first, first + _TO_SAY)


def _is_elsewhere(found: Found, before: int, first: int, stop: int) -> bool:
    """Whether two clauses name each a place, and not the same; "X withdrew from A" was at A."""
    here, there = (
        _spots(found, *part) or _spots(found, *part, _LEFT) for part in ((before, first), (first, stop))
    )
    return bool(here and there) and not here & there


def _is_apart(found: Found, before: int, first: int, stop: int) -> bool:
    one, other = _told(found, before, first), _told(found, first, stop)
    if not (one and other):
        return False
    here, there = _spots(found, before, first), _spots(found, first, stop)
    if _kinds(one) & _kinds(other):
        return bool(here and there) and not here & there
    placed = here or _refers(found, before, first) or any(map(_is_strike, one))
    return bool(placed and (there or _refers(found, first, stop)))


def _openings(found: Found, cuts: list[int]) -> Iterator[int]:
    """The cuts without those right behind another: "while this is accompanied by" is one."""
    last = -_ONE_TURN
    for at in cuts:
        if at - last > _ONE_TURN or any(last < p.first < at for p in found.places):
            yield at
        last = at


def _refers(found: Found, first: int, stop: int) -> bool:
    """Whether a piece says "the town" or "the area" for where it was."""
    return any(
        first < k < stop and found.has("back", k - 1, k - 1) and not is_named_place(found, k)
        for k in found.each("place_word")
    )


def _spots(found: Found, first: int, stop: int, roles: frozenset[str] = _THERE) -> set[str]:
    """The smallest place of each chain that a piece names as where something is, or in other ``roles``;
    areas only where it names no spot."""
    chains: dict[int, list[PlaceMention]] = {}
    for place in found.places:
        if first <= place.first < stop and place.role in roles:
            chains.setdefault(place.chain, []).append(place)
    smallest = [most_specific(members).place for members in chains.values()]
    spots = {place.place_id for place in smallest if place.radius_km <= SPOT_KM}
    return spots or {place.place_id for place in smallest}


def _told(found: Found, first: int, stop: int) -> list[Hit]:
    return [
        h
        for h in found.hits
        if first <= h.first < stop
        and h.trigger.frame in _TELLING
        and not (h.trigger.frame == "captured" and found.has("happen", h.first, h.first))  # "taking place"
        and not is_of_front(found, h)
    ]


def _is_strike(hit: Hit) -> bool:
    """ "the number of raids rose, in conjunction with clashes in A": where the raids hit was told before."""
    return hit.tense == "noun" and hit.trigger.event_type in FROM_AFAR


def _kinds(hits: list[Hit]) -> set[str]:
    return {h.trigger.event_type for h in hits}


def _part(found: Found, first: int, last: int) -> Sentence:
    tokens = found.tokens[first : last + 1]
    start, end = tokens[0].start, tokens[-1].end
    whole = found.sentence
    text = whole.text[start - whole.start : end - whole.start]
    return replace(whole, start=start, end=end, text=text, tokens=tokens)
