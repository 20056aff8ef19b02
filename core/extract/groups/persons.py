"""Persons whom a sentence tells of by name only, as the dead or wounded: "the death of Khalaf al-X"."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

from core.extract.counts import CountMention
from core.extract.frames import INTRANSITIVE
from core.extract.groups import NO_PEOPLE, Group
from core.lexicon.matcher import Match, Matches, bits
from core.model import Count
from core.text import Token, tokens_in

NAMED = "named"
_KNOWN = frozenset({"actor", "source", "trigger"})
_FIELDS = frozenset({"killed", "wounded", "captured"})
_ARTICLES = frozenset({"al", "el", "bin", "ibn", "ben"})
_MARKS = frozenset("-'’")
_THE = frozenset({"the", "a", "an"})
_SMALL = 4  # letters of "with" and "from", which headlines write small
_FULL = 2  # capitals of a full name
_AGE = frozenset({"aged", "years", "old"})
_AUXILIARY = ("be", "have", "adverb")
_AND = ("coordination", "meanwhile")
_TO = frozenset({"of", "to"})  # "the death of", "injuries to"


class _Item(NamedTuple):
    """Tokens ``first`` to ``last`` of a list of people; ``group`` is ``None`` for a name."""

    first: int
    last: int
    group: Group | None


def with_persons(
    groups: Sequence[Group], tokens: Sequence[Token], matches: Matches, taken: int, is_headline: bool
) -> list[Group]:
    """The groups of a sentence with the persons that a word of loss befalls and who are only named; ``taken``
    are the flags of the tokens of places, dates and the like.

    Who is named beside what he is ("Khalaf al-X, a guard") is no further one, and names tell how many "the
    brothers" are. Arabic names, which no capitals show, are counted where the losses are.
    """
    losses = [m for m in matches.of("trigger") if _takes_victims(m, matches)]
    if not losses or tokens[0].low > "\u0600" or (is_headline and _has_only_capitals(tokens)):
        return list(groups)
    for group in groups:
        taken |= bits(group.begin, group.last)
    for match in matches.among(_KNOWN):
        taken |= bits(match.first, match.last)
    known = [_with_number(group, tokens, matches, taken) for group in groups]
    for group, counted in zip(groups, known, strict=True):
        if counted is not group and counted.count is not None:
            named = tokens_in(tokens, counted.count.start, counted.count.end)
            taken |= bits(named[0], named[-1])
    harmed = {m.last + 1 for m in losses if m.value[0].trigger.frame != "captured"}
    names = [_Item(first, last, None) for first, last in _names(tokens, matches, taken, harmed)]
    people = [_Item(g.begin, g.last, g) for g in known]
    items = sorted([*names, *people], key=lambda item: item.first)
    more = [
        _person(tokens, item)
        for listed in _lists(_without_apposed(items, tokens), tokens, matches)
        if any(item.group is None for item in listed)
        and _is_lost(listed, losses, tokens, matches, is_headline)
        for item in listed
        if item.group is None
    ]
    return sorted([*known, *more], key=lambda group: group.first)


def _has_only_capitals(tokens: Sequence[Token]) -> bool:
    """ "Blast Kills Two In City": words with capitals are no names."""
    return all(t.text[0].isupper() for t in tokens if t.kind == "w" and len(t.text) > _SMALL)


def _without_apposed(items: Sequence[_Item], tokens: Sequence[Token]) -> list[_Item]:
    """The items without the names of those whom a group beside them tells of: "the guard Khalaf al-X",
    "a guard, Khalaf al-X, ", "Khalaf al-X, a guard"."""
    kept = []
    for k, item in enumerate(items):
        before = items[k - 1].group if k else None
        after = items[k + 1].group if k + 1 < len(items) else None
        if item.group is None and (
            (before is not None and _is_one(before) and _touch(items[k - 1], item, tokens))
            or (after is not None and _is_one(after) and _touch(item, items[k + 1], tokens))
        ):
            continue
        kept.append(item)
    return kept


def _is_one(group: Group) -> bool:
    """Whether a group may be one person."""
    one = group.count is None or group.count.kind == "article" or group.count.count.high == 1
    return one and group.kind not in NO_PEOPLE  # also "Khalaf al-X, one of the dignitaries"


def _touch(one: _Item, other: _Item, tokens: Sequence[Token]) -> bool:
    """Whether only commas, an age and an article stand between two items."""
    between = range(_end(one, tokens) + 1, other.first)
    return all(tokens[k].text in ",()" or tokens[k].low in _THE for k in between)


def _with_number(group: Group, tokens: Sequence[Token], matches: Matches, taken: int) -> Group:
    """ "the brothers Ali and Omar al-X": as many as are named right behind a plural without a count."""
    plural = any(
        m.value.number == "plural" and group.first <= m.first <= group.last for m in matches.of("person")
    )
    if group.count is not None or not plural:
        return group
    k, number, joined = group.last + 1, 0, False
    while k < len(tokens) and tokens[k].text[0].isupper() and not taken >> k & 1:
        number += 1
        while k < len(tokens) and not taken >> k & 1 and _is_of_a_name(tokens[k]):
            k += 1
        if joined:
            count = Count(number, number, number)
            return group._replace(count=_told(tokens, group.last + 1, k - 1, count))
        joined = matches.has("coordination", k, k)
        k += joined or (k < len(tokens) and tokens[k].text == ",")
    return group


def _takes_victims(match: Match, matches: Matches) -> bool:
    """Whether a trigger tells of the dead, the wounded or prisoners."""
    return match.value[0].trigger.frame in _FIELDS or matches.has_any(
        ("deadly", "body"), match.first, match.last
    )


def _names(tokens: Sequence[Token], matches: Matches, taken: int, harmed: Set[int]) -> list[tuple[int, int]]:
    """The first and last tokens of the full names of a sentence, and of a surname at one of the tokens
    ``harmed``: "killed Al-X"; else what begins with an article is rather a place."""
    found = []
    k, size = 0, len(tokens)
    while k < size:
        first = k
        while k < size and not taken >> k & 1 and _is_of_a_name(tokens[k]):
            k += 1
        surname = first in harmed and tokens[first : first + 1] and tokens[first].low in _ARTICLES
        while first < k and (tokens[first].kind == "p" or (tokens[first].low in _ARTICLES and not surname)):
            first += 1
        last = k - 1
        while last > first and tokens[last].kind == "p":
            last -= 1
        if first == 0 and last > 0 and _means_something(matches, 0):
            first = 1  # "Yesterday Khalaf al-X was killed"
        capitals = sum(t.text[0].isupper() and t.low not in _ARTICLES for t in tokens[first : last + 1])
        if capitals >= (1 if surname else _FULL):
            found.append((first, last))
        k = max(k, first + 1)
    return found


def _is_of_a_name(token: Token) -> bool:
    return token.text in _MARKS or (token.kind == "w" and (token.text[0].isupper() or token.low in _ARTICLES))


def _means_something(matches: Matches, at: int) -> bool:
    return any(flags >> at & 1 for flags in matches.flags.values())


def _lists(items: Sequence[_Item], tokens: Sequence[Token], matches: Matches) -> list[list[_Item]]:
    """The items by list; commas part the items only of a list that ends in "and"."""
    lists: list[list[_Item]] = []
    ands: list[bool] = []  # whether "and" stands before the last item
    for item in items:
        link = _link(lists[-1][-1], item, tokens, matches) if lists else ""
        if link and not (link == "," and ands[-1]):
            lists[-1].append(item)
            ands[-1] = link == "and"
        else:
            lists.append([item])
            ands.append(False)
    whole: list[list[_Item]] = []
    for listed, ended in zip(lists, ands, strict=True):
        whole += [listed] if ended or len(listed) == 1 else [[item] for item in listed]
    return whole


def _link(before: _Item, item: _Item, tokens: Sequence[Token], matches: Matches) -> str:
    """ "and" or "," where only that, an age and "his" stand between two items, else nothing."""
    link = ""
    for k in range(_end(before, tokens) + 1, item.first):
        if matches.has("coordination", k, k):
            link = "and"
        elif tokens[k].text == ",":
            link = link or ","
        elif not matches.has("possessive", k, k):
            return ""
    return link


def _end(item: _Item, tokens: Sequence[Token]) -> int:
    """The last token of an item with the age behind it: "Khalaf al-X, 14," and "(14)"."""
    k = item.last + 1
    if k + 1 < len(tokens) and tokens[k].text in ",(":
        k += 1
        while k < len(tokens) and (tokens[k].kind == "n" or tokens[k].low in _AGE or tokens[k].text == "-"):
            k += 1
        if k > item.last + 2:
            return k if k < len(tokens) and tokens[k].text in ",)" else k - 1
    return item.last


def _is_lost(
    listed: Sequence[_Item],
    losses: Sequence[Match],
    tokens: Sequence[Token],
    matches: Matches,
    is_headline: bool,
) -> bool:
    """Whether a word of loss stands right before a list ("killing A and B") or right behind it ("A and B were
    killed")."""
    first, last = listed[0].first, _end(listed[-1], tokens)
    before = first - 1 - (first > 0 and tokens[first - 1].low in _TO)
    if any(before <= m.last < first for m in losses):
        return True
    if is_headline:
        return False  # there all words may have capitals
    end = last + 1
    while matches.has_any(_AUXILIARY, end, end):
        end += 1
    verb = next((m.value[0].trigger for m in losses if m.first == end), None)
    if verb is None:
        return False
    if end > last + 1 or verb.pos == "fixed" or verb.word in INTRANSITIVE:
        return True
    shared = any(m.last < first for m in losses) and matches.has_any(_AND, first - 1, first - 1)
    return shared or matches.has("leaves", before, before)  # "A was killed and B wounded", "left A wounded"


def _person(tokens: Sequence[Token], item: _Item) -> Group:
    count = _told(tokens, item.first, item.last, Count(1, 1, 1))
    return Group(item.first, item.last, item.first, None, (count.start, count.end), NAMED, count)


def _told(tokens: Sequence[Token], first: int, last: int, count: Count) -> CountMention:
    start, end = tokens[first].start, tokens[last].end
    return CountMention(start, end, first, count, False, False, "count", "names told")
