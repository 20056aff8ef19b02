"""Persons whom a sentence only names: "مقتل سالم الحمود", "Khalaf al-Salem and two of his guards"."""

from __future__ import annotations

from core.extract.groups import Group
from core.extract.mentions import Found, Hit
from core.extract.roles import subject
from core.extract.voice import is_passive
from core.lexicon.matcher import words_of
from core.text import Token

_KNOWN = frozenset({"actor", "source"})  # capitalised names that are no persons
_QUOTES = frozenset("\"'(")
_EACH, _SHORTEST = 4, 3  # tokens from a verb to "كل من"; letters of a name with "and" before it
_COMMA = 2  # tokens from a name to what a comma parts from it
_ARTICLE = "ال"
_FULL = 2  # capitals of a full name


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
        return int(_is_name(found, hit.last + 1) or is_taken_by_name(found, hit))
    if is_passive(found, hit):
        return 1 if found.has("single", hit.first - 3, hit.first - 1) else 0
    first = hit.last + 1
    if hit.trigger.pos == "fixed":
        return 0
    if found.has("him", first, first):
        return 1  # "opened fire on a guard, killing him"
    if first < len(found.tokens) and found.tokens[first].low == "of":
        first += 1  # "the killing of Muhammad al-X"
    named = 0
    while _opens_a_name(found, first):
        named += 1
        while first < len(found.tokens) and _is_of_a_name(found.tokens[first]):
            first += 1
        if first >= len(found.tokens) or not found.has("coordination", first, first):
            break
        first += 1
    return named


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
        named += token.low.startswith("و") and len(token.low) > _SHORTEST
    return named


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
    """Whether a loss's first counted group follows a person's name: "X Y and two of his guards"."""
    if found.is_headline:
        return False  # there all words may have capitals
    if hit.trigger.grammar.verb_first:
        joined = found.tokens[group.begin].low.startswith("و") and group.begin > hit.last + _FULL
        names = range(hit.last + 1, group.begin)
        return joined and _is_name(found, hit.last + 1) and all(
            _is_unknown(found, k) or found.tokens[k].text in _QUOTES for k in names
        )  # fmt: skip
    link = group.begin - 1 - found.has("possessive", group.begin - 1, group.begin - 1)
    first = last = link - 1
    if not found.has("coordination", link, link):
        return False
    if group.begin > hit.last:
        first = hit.last + 1
        first += first < len(found.tokens) and found.tokens[first].low == "of"
        return _is_full_name(found, first, last)
    while first > 0 and _is_of_a_name(found.tokens[first - 1]) and found.tokens[first - 1].text != ",":
        first -= 1
    return _is_full_name(found, first, last)


def _is_full_name(found: Found, first: int, last: int) -> bool:
    names = [t for t in found.tokens[first : last + 1] if t.text[:1].isupper()]
    inside = all(_is_of_a_name(t) for t in found.tokens[first : last + 1])
    return len(names) >= _FULL and inside and _opens_a_name(found, first)


def _is_name(found: Found, at: int) -> bool:
    """Whether two words that mean nothing here follow, as a person's name does ("مقتل سالم الحمود")."""
    while at < len(found.tokens) and found.tokens[at].text in _QUOTES:
        at += 1
    return all(_is_unknown(found, k) for k in (at, at + 1))


def is_taken_by_name(found: Found, hit: Hit) -> bool:
    """ "اعتقلت قسد سالم الحمود", "ألقى القبض على سالم الحمود": two words that mean nothing here are taken."""
    if hit.trigger.frame != "captured" or hit.trigger.pos != "verb" or not hit.trigger.grammar.verb_first:
        return False
    at = 1 + max([hit.last, *(g.last for g in subject(found, hit))])
    at += found.has("preposition", at, at)
    return _is_name(found, at + found.has("not_place_before", at, at))  # "المدعو سالم الحمود"


def _is_unknown(found: Found, at: int) -> bool:
    if at >= len(found.tokens) or found.tokens[at].kind != "w":
        return False
    start = found.tokens[at].start
    taken = [(g.first, g.last) for g in found.groups] + [(p.first, p.last) for p in found.places]
    taken += [(h.first, h.last) for h in found.hits]
    return not (
        any(a <= at <= b for a, b in taken)
        or any(c.start <= start < c.end for c in found.counts)
        or any(d.start <= start < d.end for d in found.dates)
        or (
            not _is_proper(found, at)
            and any(mask >> at & 1 for name, mask in found.cues.items() if name != "given_name")
        )
    )


def _is_proper(found: Found, at: int) -> bool:
    """ "العلي": a name, as no preposition has an article."""
    return found.tokens[at].text.startswith(_ARTICLE) and found.has("preposition", at, at)


def _is_of_a_name(token: Token) -> bool:
    """Whether a token goes on with a person's name, or is the age behind it."""
    return token.text[:1].isupper() or token.text in "-,'" or token.kind == "n" or token.low == "al"


def _opens_a_name(found: Found, at: int) -> bool:
    """Whether a capital stands here that is no group, place, source or date."""
    if at >= len(found.tokens) or not found.tokens[at].text[:1].isupper():
        return False
    taken = [(g.first, g.last) for g in found.groups] + [(p.first, p.last) for p in found.places]
    taken += [(m.first, m.last) for m in found.matches.among(_KNOWN)]
    start = found.tokens[at].start
    return not any(d.start <= start < d.end for d in found.dates) and not any(a <= at <= b for a, b in taken)
