"""Which groups of a sentence stand in one list: "two officers and a guard", "a man along with his son"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from core.extract.groups import LOSSES, NO_PEOPLE, Group
from core.lexicon import Lexicon
from core.lexicon.matcher import Matches
from core.text import Token

_NAME_WORDS = 5
_FURTHER = 9  # tokens between people and those who shared their fate
_ASIDE = 8  # tokens of the longest aside that a list steps over
_OF_NAMES = frozenset({"-", "al", "el", "bin", "ibn", "abu"})
_BE = frozenset({"was", "were", "been", "has", "have", "his", "her", "their"})
_TO_BRACKET = 4  # tokens: "five people were killed (two of them women)"
_OWNED = frozenset({"of", "from"})
_ABOARD = 4  # tokens: "a vehicle that was carrying two fighters"
_KIN = frozenset({"family", "household"})
_THEIR = ("ه", "ها", "هم", "هما")
_ALI, _AND, _ARTICLE = "علي", "و", "ال"
_QUOTES = frozenset("\"'()")
_THE = frozenset({"the", "a", "an"})
_OPENING = 7  # tokens: "With the support of the warplanes of X"


def _after_name(tokens: Sequence[Token], group: Group) -> int:
    """The token after a group and the name of a person that follows it ("the leader Abu Yusif")."""
    end = group.last + 1
    if group.kind in NO_PEOPLE or group.kind == "number":
        return end
    owned = end + 1 < len(tokens) and tokens[end].low in _OWNED and tokens[end + 1].text[:1].isupper()
    if owned and group.count is not None:
        end += 1  # "a man of Al-X and two of Al-Y"
    while (
        end < len(tokens)
        and end - group.last <= _NAME_WORDS
        and (tokens[end].text[:1].isupper() or tokens[end].text in _OF_NAMES)
    ):
        end += 1
    return end


def _past_aside(between: Sequence[Token]) -> Sequence[Token]:
    """What follows an aside in commas: "the leader, also known as Mahmud, and another"."""
    commas = [k for k, token in enumerate(between) if token.text == ","]
    if len(commas) < 2 or commas[0] > 0 or commas[1] > _ASIDE:
        return between
    return between[commas[1] :]


def _is_one_more(low: str, words: Mapping[str, frozenset[str]]) -> bool:
    """ "وآخر مدني", "and another, a civilian", with "and" written on."""
    return low.startswith("و") and low[1:] in words["one_more"]


def _is_listing(low: str, words: Mapping[str, frozenset[str]]) -> bool:
    return (
        low in words["list"]
        or low in words["possessive"]
        or _is_one_more(low, words)
        or (low in words["link"] and low not in words["alone"])
    )


def _is_joined_on(
    tokens: Sequence[Token],
    between: Sequence[Token],
    group: Group,
    words: Mapping[str, frozenset[str]],
) -> bool:
    """Whether "and" is written onto a group or onto its number ("two civilians and-three fighters"), right
    behind the one before; a comma stands before counted people ("an officer, and-two soldiers")."""
    low = tokens[group.begin].low
    counted = group.begin < group.first and low.startswith("و") and low not in words["waw_word"]
    if between and (
        group.count is None or group.kind in NO_PEOPLE or any(t.text not in ",،" for t in between)
    ):
        return False
    return counted or group.prefix.startswith("و")


def _told_losses(tokens: Sequence[Token], matches: Matches) -> set[int]:
    """Arabic nouns of loss: tolls of their own, no further items of a list ("70 dead and 100 wounded")."""
    nouns = ((m.first, m.value[0].trigger) for m in matches.of("trigger") if tokens[m.first].low > "\u0600")
    return {k for k, trigger in nouns if trigger.frame in LOSSES and trigger.pos == "fixed"}


def _is_taken_along(
    tokens: Sequence[Token], between: range, group: Group, lexicon: Lexicon, lost: set[int]
) -> bool:
    """ "A man (was killed) along with two of his sons", "قيادي مع مرافقيه": who shares the fate of theirs."""
    words = lexicon.words
    company = [k for k in between if tokens[k].low in words["company"]]
    if not company or group.kind in NO_PEOPLE:
        return False
    if not (group.count is not None or group.is_possessive or tokens[group.first].text.endswith(_THEIR)):
        return False
    since = max((k for k in between if k in lost and k < company[0]), default=between.start - 1) + 1
    named = range(between.start, company[-1])
    near = company[-1] == group.begin - 1 and len(named) <= _NAME_WORDS and since == between.start
    if near and all(tokens[k].low > "\u0600" and not _parts(tokens[k], lexicon) for k in named):
        return True  # "القيادي فلان الفلاني مع ثلاثة عناصر"
    return all(
        k in company or k >= group.begin or tokens[k].low in _BE or tokens[k].text in ",،"
        for k in between
        if k >= since
    )


def _parts(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word parts two groups: a preposition, but not the name Ali (علي)."""
    return token.low in lexicon.words["notbetween"] and token.text != _ALI


def _without_families(groups: list[Group], tokens: Sequence[Token]) -> list[Group]:
    """The groups without what only says whose kin they are: "seven members of one family"."""
    return [
        group
        for k, group in enumerate(groups)
        if not (
            k
            and tokens[group.last].low in _KIN
            and group.begin - groups[k - 1].last <= _NAME_WORDS
            and tokens[groups[k - 1].last + 1].low in {"of", "from"}
            and all(t.kind == "w" for t in tokens[groups[k - 1].last + 1 : group.begin])
        )
    ]


def _is_further(
    tokens: Sequence[Token], start: int, told: Group, group: Group, matches: Matches, lexicon: Lexicon
) -> bool:
    """ "an official of the council and two more", "a guard on Monday, along with six others": counted people,
    and between them and the ones before only whose or when."""
    between = range(start, group.begin)
    if not (0 < len(between) <= _FURTHER) or {told.kind, group.kind} & NO_PEOPLE:
        return False
    if told.count is None or group.count is None or group.count.kind != "count" or group.count.is_subset:
        return False
    company = tokens[between[-1]].low in lexicon.words["company"]
    if not company and not (tokens[between[-1]].low == "and" and tokens[start].low == "of"):
        return False
    return all(
        (tokens[k].kind != "p" or (company and tokens[k].text == ","))
        and not matches.has_any(("trigger", "say", "agent", "as_or_when"), k, k)
        for k in between
    )


def _ends_opening(groups: Sequence[Group], k: int, matches: Matches) -> bool:
    """ "With air support from X, Y raided": a phrase that opens the sentence and ends before its subject."""
    head = next(j for j in range(k - 1, -1, -1) if not groups[j].joined)
    return matches.has_any(("support", "joint", "with"), 0, 1) and groups[head].begin <= _OPENING


def _is_kin_of_named(tokens: Sequence[Token], between: Sequence[Token], group: Group, told: bool) -> bool:
    """«القيادي فلان الفلاني وابنه», «قائد الفوج وعدد من الجنود»: one's own or more, after the name or the
    town of who is ``told`` of."""
    names = 0 < len(between) <= _NAME_WORDS and all(
        t.kind == "n" or (t.kind == "w" and t.low > "\u0600") for t in between
    )  # "قائد الفوج 137 وعدد من الجنود"
    alone = names and between[-1].low == _AND
    with_it = group.prefix.startswith(_AND) or alone
    theirs = with_it and (tokens[group.first].text.endswith(_THEIR) or group.prefix.endswith(_ARTICLE))
    counted = group.count is not None and (tokens[group.begin].low.startswith(_AND) or alone)
    return told and names and (theirs or counted) and group.kind not in NO_PEOPLE


def _with_shared_count(groups: Sequence[Group], tokens: Sequence[Token]) -> list[Group]:
    """The groups, "six Syrian and Iraqi fighters" as one: an adjective alone holds the number of the next."""
    kept: list[Group] = []
    for group in groups:
        adjective = kept[-1] if kept else None
        if (
            adjective is not None
            and adjective.count is not None
            and adjective.kind == "name"
            and group.count is None
            and group.kind not in NO_PEOPLE
            and group.first == adjective.last + 2
            and tokens[group.first - 1].low == "and"
        ):
            kept[-1] = group._replace(begin=adjective.begin, count=adjective.count)
        else:
            kept.append(group)
    return kept


def _with_riders(groups: Sequence[Group], matches: Matches) -> list[Group]:
    """The groups, "a vehicle carrying SDF fighters" as the SDF's."""
    told = list(groups)
    for k, (group, rider) in enumerate(pairwise(groups)):
        if (
            group.kind == "vehicle"
            and group.actor_id is None
            and rider.actor_id is not None
            and rider.kind not in NO_PEOPLE
            and 0 < rider.begin - group.last <= _ABOARD
            and matches.has("carries", group.last + 1, rider.begin - 1)
        ):
            told[k] = group._replace(actor_id=rider.actor_id, name=rider.name)
    return told


def with_lists(
    groups: list[Group], tokens: Sequence[Token], matches: Matches, lexicon: Lexicon
) -> list[Group]:
    """The groups; each that a list word ("and", ",", "as well as") ties to the one before it is marked."""
    groups = _with_riders(_with_shared_count(_without_families(groups, tokens), tokens), matches)
    if len(groups) < 2:
        return groups
    losses = _told_losses(tokens, matches)
    lost = {m.first for m in matches.of("trigger") if m.value[0].trigger.frame in LOSSES}
    for k in range(1, len(groups)):
        if groups[k].first in losses:
            continue
        start = _after_name(tokens, groups[k - 1])
        if _is_taken_along(tokens, range(start, groups[k].first), groups[k], lexicon, lost):
            groups[k] = groups[k]._replace(joined=True)
            continue
        between = tokens[start : max(groups[k].begin, groups[k - 1].last + 1)]
        between = [t for t in _past_aside(between) if t.text not in _QUOTES]
        if between and matches.has("at_least", start, start + 1) and start + 2 < groups[k].begin:
            between = between[2 if matches.has("at_least", start, start) else 3 :]  # "18 men at least and 23"
        if (
            between
            and len(between) <= 5
            and all(t.kind == "n" or _is_listing(t.low, lexicon.words) for t in between)
        ):
            bare = all(t.text == "," or t.low in _THE for t in between)
            if bare and (groups[k].is_source or _ends_opening(groups, k, matches)):
                continue  # "killing two men," an officer said
            if (between[-1].text in ",،" and _is_joined_on(tokens, between, groups[k], lexicon.words)) or any(
                t.low in lexicon.words["joiner"] or _is_one_more(t.low, lexicon.words) for t in between
            ):
                groups[k] = groups[k]._replace(joined=True)
        elif (
            _is_further(tokens, start, groups[k - 1], groups[k], matches, lexicon)
            or _is_joined_on(tokens, between, groups[k], lexicon.words)
            or _is_kin_of_named(
                tokens,
                between,
                groups[k],
                groups[k - 1].kind not in NO_PEOPLE
                and not any(_parts(t, lexicon) for t in between)
                and not any(matches.has("trigger", i, i) for i in range(start, groups[k].first)),
            )
        ):
            groups[k] = groups[k]._replace(joined=True)
    return [
        _with_shared_head(tokens, group, following, lexicon)
        for group, following in zip(groups, [*groups[1:], None], strict=True)
    ]


def _with_shared_head(
    tokens: Sequence[Token], group: Group, following: Group | None, lexicon: Lexicon
) -> Group:
    """ "Syrian (and Russian fighter jets)": an adjective names an actor with the next one's head."""
    if group.actor_id is not None or group.kind != "name" or group.first != group.last:
        return group
    if following is None or following.first != group.last + 2 or tokens[group.last + 1].low != "and":
        return group
    head = " ".join(t.text for t in tokens[following.first + 1 : following.last + 1])
    actor = lexicon.actors.named(f"{tokens[group.first].text} {head}")
    return group if actor is None else group._replace(actor_id=actor.actor_id)


def without_details(groups: Sequence[Group], tokens: Sequence[Token]) -> list[Group]:
    """The groups without those that brackets right behind a counted one only detail: "four people (a woman
    and three of her children)"."""
    kept: list[Group] = []
    closes = -1
    for group in groups:
        if group.first < closes and group.kind not in NO_PEOPLE:
            continue
        kept.append(group)
        after = range(group.last + 1, min(group.last + _TO_BRACKET, len(tokens)))
        opens = next((k for k in after if tokens[k].text == "("), None)
        if group.count is not None and opens is not None:
            closes = next((k for k in range(opens, len(tokens)) if tokens[k].text == ")"), -1)
    return kept
