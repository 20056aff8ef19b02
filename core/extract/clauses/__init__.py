"""A clause whose verb comes first: its end, its groups, and what marks a group's part in it.

The marks are data: cue classes (``preposition``, ``among``, ``agent`` ...) and the endings and
clitics of ``grammar.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.extract.frames import SEARCHES
from core.extract.groups import ARMED, LOSSES, Group
from core.extract.mentions import Found, Hit, asked_once

_NEAR_AFTER = 14  # tokens; a group further behind a trigger belongs to something else
_ARTICLE = "ال"
_IT_SHE = "ه", "ت"  # a pronoun, and a verb that it does not fit
_QUOTES = "\"'(#"
_TO_AND, _TO_HE = 3, 3  # tokens: "to X on Monday and", "he had been arrested"


def list_back(found: Found, group: Group) -> tuple[Group, ...]:
    """A group with those that its list names before it, in text order."""
    k = found.groups.index(group)
    first = k
    while first > 0 and found.groups[first].joined:
        first -= 1
    return tuple(g for g in found.groups[first : k + 1] if not g.is_holder)


def list_on(found: Found, group: Group) -> tuple[Group, ...]:
    """A group with those that its list names after it, in text order."""
    k = found.groups.index(group)
    last = k
    while last + 1 < len(found.groups) and found.groups[last + 1].joined:
        last += 1
    return tuple(g for g in found.groups[k : last + 1] if not g.is_holder)


@asked_once
def clause_end(found: Found, hit: Hit) -> int:
    """The last token of the clause that a trigger opens."""
    stops = [h.first for h in found.hits if h.first > hit.last and ends_clause(h)]
    end = min(stops, default=len(found.tokens)) - 1
    none = found.cues.get("between_them", 0) | 2 << hit.last  # "بينها وبين": a side; "قتل منهم ستة": whole
    among = found.cues.get("among", 0) & ~none
    flags = (found.barriers | among) >> hit.last + 1
    if not flags:
        return end
    return min(end, hit.last + (flags & -flags).bit_length() - 1)


def ends_clause(hit: Hit) -> bool:
    """Whether a trigger opens a clause of its own: a verb, or any word of loss."""
    frame = hit.trigger.frame
    return frame in LOSSES or (frame != "weapon" and hit.trigger.pos != "noun" and hit.tense != "ing")


def opens_clause(hit: Hit) -> bool:
    """Whether a conjunction is written onto a trigger."""
    return hit.prefix[:1] in hit.trigger.grammar.joins


def groups_after(found: Found, hit: Hit, end: int) -> Iterator[Group]:
    """The groups of a clause behind a trigger's first word: a subject may stand inside a phrase."""
    for group in found.groups:
        near = group.first <= min(end, hit.last + _NEAR_AFTER)
        clear = group.begin > hit.last or (hit.first < group.begin < hit.last and group.last <= hit.last)
        if clear and near and not (group.is_holder or group.is_source):
            yield group


@asked_once
def bare_after(found: Found, hit: Hit) -> tuple[Group, ...]:
    """The groups of a trigger's clause behind it that no preposition governs."""
    return tuple(g for g in groups_after(found, hit, clause_end(found, hit)) if is_bare(found, hit, g))


def is_bare(found: Found, hit: Hit, group: Group) -> bool:
    """Whether no preposition governs a group."""
    if _has_clitic(group.prefix, hit):
        return False
    if hit.last == group.begin - 1 and (hit.first == hit.last or hit.trigger.frame in LOSSES):
        return True  # what looks like a preposition is the verb: "عبر رتل"
    return _is_partitive(found, group) or not opened_by(found, group, ("preposition", "agent"))


def _has_clitic(prefix: str, hit: Hit) -> bool:
    return any(part in hit.trigger.grammar.clitics for part in prefix.removesuffix(_ARTICLE))


def _is_partitive(found: Found, group: Group) -> bool:
    """Whether only a count's "of" stands before a group ("a number of the posts")."""
    if group.begin < 2 or not found.has("from", group.begin - 1, group.begin - 1):
        return False
    return any(count.end == found.tokens[group.begin - 2].end for count in found.counts)


def opened_by(found: Found, group: Group, names: tuple[str, ...]) -> bool:
    """Whether a cue of one of the classes stands right before a group, quotes skipped."""
    k = group.begin - 1
    while k >= 0 and found.tokens[k].text in _QUOTES:
        k -= 1
    return found.has_any(names, k, k)


def is_dative(group: Group) -> bool:
    """Whether "to" or "of" is written onto a group."""
    return "ل" in group.prefix.removesuffix(_ARTICLE)


def is_object(found: Found, hit: Hit, group: Group) -> bool:
    """Whether a group's head bears an ending that no subject has."""
    if group.kind in {"name", "number", "force"}:
        return False
    word = found.tokens[group.first].text
    return len(word) > 3 and word.endswith(hit.trigger.grammar.object_endings)


def is_plural(found: Found, hit: Hit) -> bool:
    """Whether a verb's own ending names its subject ("they killed")."""
    endings = hit.trigger.grammar.plural_endings
    return hit.trigger.pos == "verb" and found.tokens[hit.first].text.endswith(endings)


def has_pronoun(found: Found, hit: Hit) -> bool:
    """Whether a pronoun before a verb is its subject ("that they killed"), no mere "that (إنه قتلت)"."""
    at = found.last("pronoun", hit.first - 2, hit.first - 1)
    return at is not None and (found.tokens[at].low[-1:], found.tokens[hit.first].low[-1:]) != _IT_SHE


def is_subset(found: Found, group: Group) -> bool:
    """Whether a group only details one named before it ("28 of them civilians")."""
    among = found.has("among", group.begin - 2, group.first)
    return among or (group.count is not None and group.count.is_subset)


def is_armed(group: Group) -> bool:
    """Whether a group can do what a trigger tells: fighters, or an actor other than civilians."""
    unarmed = {"civilian", "person_neutral", "facility"}
    return group.kind in ARMED or (group.actor_id is not None and group.kind not in unarmed)


def is_adjacent(found: Found, one: Group, other: Group) -> bool:
    """Whether two groups stand side by side, as a doer and the one it is done to do."""
    first, last = one.last + 1, other.begin - 1
    if last - first > 2 or any(token.text in ",،" for token in found.tokens[first : last + 1]):
        return False
    return not found.has("preposition", first, last) and not any(first <= h.first <= last for h in found.hits)


def covering(found: Found, hit: Hit) -> Group | None:
    """The group that a trigger's word is the head of ("three dead", "a convoy of the coalition")."""
    return next((g for g in found.groups if g.first <= hit.last and hit.first <= g.last), None)


def thing_between(found: Found, hit: Hit, stop: int) -> bool:
    """Whether a weapon or an attack is named before a group: the thing is what strikes it."""
    return any(
        hit.last < h.first < stop
        and (h.trigger.frame == "weapon" or h.trigger.pos == "noun")
        and not _has_clitic(h.prefix, hit)
        and not found.has("preposition", h.first - 1, h.first - 1)
        for h in found.hits
    )


def aside_before(found: Found, stop: int) -> tuple[int, int] | None:
    """The commas of an aside right before a verb ("two men, one of them a child, were killed")."""
    if not any(token.text in ",،" for token in found.tokens[max(stop - 3, 0) : stop]):
        return None
    commas = [k for k in range(max(stop - 25, 0), stop) if found.tokens[k].text in ",،"]
    if len(commas) < 2:
        return None
    first, last = commas[-2], commas[-1]
    if found.tokens[first + 1].low == "and":
        return None  # "two men, and a child, were killed"
    before = [g for g in found.groups if g.last < first]
    if (
        not before
        or first - before[-1].last > 8
        or any(h.first > before[-1].last and h.last < first for h in found.hits)
    ):
        return None
    return first, last


def is_fought(found: Found, group: Group) -> bool:
    """ "the coalition fighting the Islamic State carried out ...": only whom the subject fights."""
    k = group.begin - 1
    while k > 0 and found.has("determiner", k, k):
        k -= 1
    return found.tokens[k].low.endswith("ing") and any(g.last == k - 1 for g in found.groups)


def act_right_before(found: Found, hit: Hit) -> Hit | None:
    """ "air strikes targeting a post": who struck, not who is named before, aims."""
    if hit.tense != "ing":
        return None
    return next(
        (h for h in found.hits if h.last == hit.first - 1 and h.tense == "noun" and h.trigger.frame == "act"),
        None,
    )


def is_he(found: Found, hit: Hit) -> bool:
    """Whether one person that a pronoun speaks of is a verb's subject: "..., he had been arrested"."""
    return any(found.tokens[k].low in {"he", "she"} for k in range(max(hit.first - _TO_HE, 0), hit.first))


def is_oblique(found: Found, group: Group) -> bool:
    """Whether a preposition other than "of" stands before a group (or before its list's head)."""
    head = list_back(found, group)
    first = head[0].begin if head else group.begin
    before = first - 1
    while before >= 0 and found.tokens[before].low in _ARTICLES:
        before -= 1
    if found.has("coordination", before, before):  # "over Iraq and Iran"
        before = next((p.first - 1 for p in found.places if p.last == before - 1), before)
    if found.has("reason", before, before) and found.tokens[before].low == "of":
        return True  # "for fear of X's strikes"
    if found.tokens[before].low == "of" and not found.has("trigger", before - 1, before - 1):
        return found.has("against", before - 2, before - 2)  # "on fortifications of X"
    if found.has("to", before, before) and found.has("coordination", group.last + 1, group.last + _TO_AND):
        return True  # "handed its posts over to X and moved"
    return found.has_any(("agent", "against", "with", "via", "near", "between", "from"), before, before) or (
        found.has("in", before, before) and found.tokens[before].low != "of"
    )


_ARTICLES = frozenset({"the", "a", "an", "its", "their"})


def is_it(found: Found, hit: Hit, at: int) -> bool:
    """Whether "it" before a verb is a force: one that says so ("X said it struck Y"), or one that arrests,
    where what "killed two" may be a bomb."""
    if at < 0 or found.tokens[at].low != "it" or not (
        at == hit.first - 1 or (at == hit.first - 2 and found.has("have", at + 1, at + 1))
    ):  # fmt: skip
        return False
    by_people = hit.trigger.frame in {"captured", "station", "leave"} or hit.trigger.event_type in SEARCHES
    return by_people or (hit.trigger.frame == "act" and found.has("say", at - 2, at - 1))


def is_guess(found: Found, group: Group) -> bool:
    """ "jets, but believed to be Israeli": whose those named before may be."""
    before = group.begin - 1
    while before > 0 and found.tokens[before].low in _ARTICLES:
        before -= 1
    return any(m.value == "suspected" and m.last == before for m in found.matches.of("link"))


def verb_between(found: Found, first: int, stop: int) -> Hit | None:
    """The last verb trigger between two tokens: its subject is also the later verb's."""
    verbs = [
        h
        for h in found.hits
        if first <= h.first < stop and h.trigger.pos != "noun" and h.trigger.frame != "weapon"
    ]
    return verbs[-1] if verbs else None


def verb_before(found: Found, stop: int) -> Hit | None:
    """The last verb trigger before a token."""
    verbs = [
        h for h in found.hits if h.last < stop and h.trigger.pos == "verb" and h.trigger.frame != "weapon"
    ]
    return verbs[-1] if verbs else None
