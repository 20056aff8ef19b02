"""Persons whom a sentence only names: "مقتل سالم الحمود", "Khalaf al-Salem and two of his guards"."""

from __future__ import annotations

from core.extract.clauses.voice import group_ending, is_passive
from core.extract.frames import INTRANSITIVE
from core.extract.groups import NO_PEOPLE, Group
from core.extract.mentions import Found, Hit
from core.extract.roles import subject
from core.lexicon.matcher import words_of

_QUOTES = frozenset("\"'(")
_EACH, _SHORTEST = 4, 3  # tokens from a verb to "كل من"; letters of a name with "and" before it
_COMMA = 2  # tokens from a name to what a comma parts from it
_HARMED = frozenset({"killed", "wounded"})
_THINGS = ("animal", "property", "facility", "place_word", "trigger", "tally_noun", "toll_word")
_OWNS = frozenset({"'s", "’s", "s", "'"})
_AND, _ARTICLE, _ALI = "و", "ال", "علي"
_OF_NAMES = frozenset({"given_name", "name_word"})  # cues of words that a name may be
_THEIR = ("ه", "ها", "هم", "هما")
_TO_BE = 4  # tokens from "anyone" over "was" to what befell them
_FULL = 2  # words of a full name


def named_of(found: Found, hit: Hit) -> int:
    """How many persons are named as victims where no group is: "Khalaf al-X was shot dead"."""
    if hit.trigger.grammar.verb_first:
        each = _each_of(found, hit)
        if each or found.has("him", hit.first, hit.last):
            return each or 1  # "which led to his death"
        if found.has("body", hit.first, hit.last):
            return 1
        if found.has("one_more", hit.last + 1, hit.last + 1):
            return 1  # "and a third was wounded"
        if is_passive(found, hit) and found.has("single", hit.first - 3, hit.first - 1):
            return 1
        if hit.trigger.pos == "verb" and found.tokens[hit.last].text.endswith(_THEIR):
            return 0  # "اعتقلهم سالم الحمود": who takes them
        if hit.last - hit.first > _FULL and found.tokens[hit.last].text.endswith(_THEIR):
            within = range(hit.first + _FULL, hit.last)  # "لقي سالم الحمود وخالد العلي حتفهما"
            return 1 + sum(_joins_on(found.tokens[k].low) for k in within)
        return _names_behind(found, _to_name(found, hit.last + 1))[0] or _taken_by_name(found, hit)
    if is_passive(found, hit) or hit.trigger.word in INTRANSITIVE:
        one = found.has("single", hit.first - 3, hit.first - 1) and not found.has(
            "anyone", hit.first - _TO_BE, hit.first - 1
        )  # "whether anyone was hurt"
        return int(one or _is_somebody(found, hit))
    if hit.trigger.pos == "fixed":
        return 0
    him = found.has("him", hit.last + 1, hit.last + 1)  # "opened fire on a guard, killing him"
    return int(him or _is_somebody(found, hit))


def _is_somebody(found: Found, hit: Hit) -> bool:
    """ "An accountant died", "killed a senior accountant": one who is called by a word that is not known."""
    if hit.trigger.frame not in _HARMED:
        return False
    for count in found.counts:
        if count.kind != "article" or count.head >= len(found.tokens):
            continue
        known = (
            found.has_any(_THINGS, count.head, count.head)
            or found.has("amount", count.head, count.head + 1)
            or any(g.begin <= count.head <= g.last and g.kind != "name" for g in found.groups)
        )
        first, last = (count.head, hit.first - 1) if count.head < hit.first else (hit.last + 1, count.head)
        behind = count.head > hit.last and count.start == found.tokens[hit.last + 1].start
        clear = not found.barrier(first, last) and not any(
            first <= h.first <= last for h in found.hits if h is not hit
        )
        opens = count.start == found.tokens[0].start or found.tokens[count.head - 2].kind == "p"
        ahead = count.head < hit.first and opens and hit.trigger.pos != "noun"
        if not known and clear and (behind or ahead):
            return True
    return False


def owner_of(found: Found, hit: Hit) -> Group | None:
    """ "a civilian's death was documented": of a noun of loss the people right before it whose it is."""
    if hit.trigger.pos != "noun" or hit.first < 2 or found.tokens[hit.first - 1].low not in _OWNS:
        return None
    whose = group_ending(found, hit.first - 2)
    return whose if whose is not None and whose.kind not in NO_PEOPLE - {"name"} else None


def _to_name(found: Found, at: int) -> int:
    """Where a name may begin: behind a day, which commas may enclose, and a word such as "the so-called"."""
    for day in found.dates:
        comma = at < len(found.tokens) and found.tokens[at].text in ",،"
        if at + comma < len(found.tokens) and day.start <= found.tokens[at + comma].start < day.end:
            at += comma
            while at < len(found.tokens) and found.tokens[at].start < day.end:
                at += 1
            at += at < len(found.tokens) and comma and found.tokens[at].text in ",،"
    return at + found.has("not_place_before", at, at)


def with_named(found: Found, hit: Hit) -> Group | None:
    """Who is told of right behind a victim that is only named: "مقتل سالم الحمود وابنه"."""
    if not hit.trigger.grammar.verb_first:
        return None
    named, end = _names_behind(found, _to_name(found, hit.last + 1))
    group = next((g for g in found.groups if g.begin == end), None)
    joined = group is not None and (
        found.tokens[end].low.startswith(_AND) or found.tokens[end - 1].low == _AND
    )
    return group if named and joined else None


def _names_behind(found: Found, at: int) -> tuple[int, int]:
    """How many names of two words or more stand in an Arabic list that opens at a token, and its end."""
    named = 0
    while _is_name(found, at):
        named += 1
        at += 1 + (found.tokens[at].text in _QUOTES)
        while at < len(found.tokens) and (_goes_on_a_name(found, at) or found.tokens[at].text in _QUOTES):
            at += 1
        alone = at < len(found.tokens) and found.tokens[at].low == _AND
        at += alone
        if at >= len(found.tokens) or not (alone or _joins_a_name(found, at)):
            break
    return named, at


def _goes_on_a_name(found: Found, at: int) -> bool:
    return (_is_unknown(found, at) or _is_surname(found, at)) and not _joins_a_name(found, at)


def _joins_a_name(found: Found, at: int) -> bool:
    """ "وخالد": "and" is written onto a name."""
    low = found.tokens[at].low
    return low.startswith(_AND) and len(low) > _SHORTEST and _is_unknown(found, at)


def _is_surname(found: Found, at: int) -> bool:
    """A surname that is like a place's name: one with an article and no word for a place before it."""
    return (
        at < len(found.tokens)
        and found.tokens[at].text.startswith(_ARTICLE)
        and any(p.first == p.last == at for p in found.places)
    )


def _each_of(found: Found, hit: Hit) -> int:
    """How many persons "كل من" names after a verb: one, and one more for each "and"."""
    at = next((k for k in range(hit.last + 1, hit.last + _EACH) if found.has("each_of", k, k)), None)
    if at is None:
        return 0
    start = at + 2
    named = 1
    for k in range(start + 1, len(found.tokens)):
        token = found.tokens[k]
        if (token.kind != "w" and token.text not in "\"'") or found.has("in", k, k) or found.barrier(k, k):
            break
        if any(h.first <= k <= h.last for h in found.hits):
            break
        pair = any(m.first == k and m.value.number == "dual" for m in found.matches.of("person"))
        named += _joins_on(token.low) * (1 + pair)  # "and his two sons (وابنيه)"
    return named


def _joins_on(low: str) -> bool:
    return low.startswith(_AND) and len(low) > _SHORTEST


def is_known_person(found: Found, group: Group) -> bool:
    """Whether a name is that of a person who stands for a group in the data ("Abu Khawla")."""
    for match in found.matches.of("actor"):
        if match.first != group.first or match.last != group.last:
            continue
        said = " ".join(t.low for t in found.tokens[match.first : match.last + 1] if t.kind == "w")
        names = (*match.value.people, *match.value.people_ar)
        return any(" ".join(words_of(name)) == said for name in names)
    return False


def is_apposed(found: Found, person: Group, group: Group) -> bool:
    """Whether a group only says who a person named right before it is."""
    after_comma = group.begin - person.last == _COMMA and found.tokens[person.last + 1].text in ",،"
    return after_comma and group.count is None and is_known_person(found, person)


def is_named_beside(found: Found, hit: Hit, group: Group) -> bool:
    """Whether a loss's first counted group follows a person's name, where no capitals show names: "مقتل سالم
    الحمود واثنين من مرافقيه"."""
    if found.is_headline or not hit.trigger.grammar.verb_first:
        return False
    joined = found.tokens[group.begin].low.startswith("و")
    first = 1 + max([hit.last, *(g.last for g in _takers(found, hit))])
    first += found.has("not_place_before", first, first)  # "المدعو سالم الحمود"
    parent = group.begin == first + 1 and found.tokens[group.first].text.endswith(
        _THEIR
    )  # "استشهدت أم وأطفالها"
    return joined and (_is_name(found, first) or parent) and group.begin > first and all(
        _is_unknown(found, k) or _is_surname(found, k) or found.tokens[k].text in _QUOTES
        for k in range(first, group.begin)
    )  # fmt: skip


def _takers(found: Found, hit: Hit) -> tuple[Group, ...]:
    """Who stands between an arrest and whom it befalls, where the verb comes first."""
    return subject(found, hit) if hit.trigger.frame == "captured" and hit.trigger.pos == "verb" else ()


def _is_name(found: Found, at: int) -> bool:
    """Whether two words that mean nothing here follow, as a person's name does ("مقتل سالم الحمود")."""
    while at < len(found.tokens) and found.tokens[at].text in _QUOTES:
        at += 1
    return _is_unknown(found, at) and (
        _is_unknown(found, at + 1) or _is_surname(found, at + 1) or found.has("given_name", at, at)
    )


def is_taken_by_name(found: Found, hit: Hit) -> bool:
    """Whether an arrest's object is only named."""
    return _taken_by_name(found, hit) > 0


def _taken_by_name(found: Found, hit: Hit) -> int:
    """ "اعتقلت قسد سالم الحمود", "ألقى القبض على سالم الحمود": words that mean nothing here are taken."""
    takes = hit.trigger.frame in {"captured", "killed"} or found.has("deadly", hit.first, hit.last)
    if not takes or hit.trigger.pos != "verb" or not hit.trigger.grammar.verb_first:
        return 0
    at = _to_name(found, 1 + max([hit.last, *(g.last for g in subject(found, hit))]))
    at += found.has("preposition", at, at)
    return _names_behind(found, at + found.has("not_place_before", at, at))[0]  # "المدعو سالم الحمود"


def _is_unknown(found: Found, at: int) -> bool:
    if at >= len(found.tokens) or found.tokens[at].kind != "w":
        return False
    if found.tokens[at].text == _ALI:
        return True  # no "on (على)"
    start = found.tokens[at].start
    taken = [(g.first, g.last) for g in found.groups] + [(p.first, p.last) for p in found.places]
    taken += [(h.first, h.last) for h in found.hits]
    return not (
        any(a <= at <= b for a, b in taken)
        or any(c.start <= start < c.end for c in found.counts)
        or any(d.start <= start < d.end for d in found.dates)
        or any(mask >> at & 1 for name, mask in found.cues.items() if name not in _OF_NAMES)
    )
