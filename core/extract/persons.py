"""Persons whom a sentence only names: "مقتل سالم الحمود", "Khalaf al-Salem and two of his guards"."""

from __future__ import annotations

from core.extract.groups import Group
from core.extract.mentions import Found, Hit
from core.text import Token

_KNOWN = frozenset({"actor", "source"})  # capitalised names that are no persons
_QUOTES = frozenset("\"'(")
_FULL = 2  # capitals of a full name


def is_named_beside(found: Found, hit: Hit, group: Group) -> bool:
    """Whether a loss's first counted group follows a person's name: "X Y and two of his guards"."""
    if found.is_headline:
        return False  # there all words may have capitals
    if hit.trigger.grammar.verb_first:
        joined = found.tokens[group.begin].low.startswith("و") and group.begin > hit.last + _FULL
        names = range(hit.last + 1, group.begin)
        return joined and is_name(found, hit.last + 1) and all(
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
    while first > 0 and is_of_a_name(found.tokens[first - 1]) and found.tokens[first - 1].text != ",":
        first -= 1
    return _is_full_name(found, first, last)


def _is_full_name(found: Found, first: int, last: int) -> bool:
    names = [t for t in found.tokens[first : last + 1] if t.text[:1].isupper()]
    inside = all(is_of_a_name(t) for t in found.tokens[first : last + 1])
    return len(names) >= _FULL and inside and opens_a_name(found, first)


def is_name(found: Found, at: int) -> bool:
    """Whether two words that mean nothing here follow, as a person's name does ("مقتل سالم الحمود")."""
    while at < len(found.tokens) and found.tokens[at].text in _QUOTES:
        at += 1
    return all(_is_unknown(found, k) for k in (at, at + 1))


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
        or any(mask >> at & 1 for mask in found.cues.values())
    )


def is_of_a_name(token: Token) -> bool:
    """Whether a token goes on with a person's name, or is the age behind it."""
    return token.text[:1].isupper() or token.text in "-,'" or token.kind == "n" or token.low == "al"


def opens_a_name(found: Found, at: int) -> bool:
    """Whether a capital stands here that is no group, place, source or date."""
    if at >= len(found.tokens) or not found.tokens[at].text[:1].isupper():
        return False
    taken = [(g.first, g.last) for g in found.groups] + [(p.first, p.last) for p in found.places]
    taken += [(m.first, m.last) for m in found.matches.among(_KNOWN)]
    start = found.tokens[at].start
    return not any(d.start <= start < d.end for d in found.dates) and not any(a <= at <= b for a, b in taken)
