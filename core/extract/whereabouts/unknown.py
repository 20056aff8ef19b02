"""Villages that no row of the gazetteer has: what happened there did not happen at the place told before."""

from __future__ import annotations

from core.extract.mentions import Found
from core.lexicon.names import is_article

_SOME = frozenset({"a", "an"})


def names_unknown(found: Found) -> bool:
    """Whether a sentence names a place that no row has ("in Kasiba village"): then it was not elsewhere."""
    known = {i for p in found.places for i in range(p.first - 3, p.last + 3)}
    if any(_is_some(found, k) for k in found.each("settlement")):
        return True
    cities = (m.last for m in found.matches.of("feature") if m.value == "city")
    return any(_is_unknown(found, k) for k in (*found.each("settlement"), *cities) if k not in known)


def _is_some(found: Found, at: int) -> bool:
    """ "in a village", "in an unnamed town": some other place."""
    return any(
        found.tokens[k].low in _SOME and found.has("in", k - 1, k - 1) for k in range(max(at - 2, 1), at)
    )


def _is_unknown(found: Found, at: int) -> bool:
    """Whether a name stands right before a word like "village", or after it with "of"."""
    if found.tokens[at].low > "\u0600":
        return _is_unknown_name(found, at + 1)
    after = at + 2 if found.has("of_or_by", at + 1, at + 1) else None
    while after is not None and after < len(found.tokens) and is_article(found.tokens[after].low):
        after += 1
    for k in (at - 1, after):
        if k is None or not 0 < k < len(found.tokens):
            continue
        token = found.tokens[k]
        if token.kind == "w" and token.low < "\u0600" and token.text[0].isupper() and not any(
            g.first <= k <= g.last for g in found.groups
        ):  # fmt: skip
            return True
    return False


def _is_unknown_name(found: Found, at: int) -> bool:
    """Whether what stands right after "village of" is a word that no lexicon knows, and no verb."""
    if at >= len(found.tokens) or found.tokens[at - 1].low.startswith("ال"):
        return False
    token = found.tokens[at]
    if token.kind != "w" or token.low[0] in "تيون" or len(token.low) < 4:
        return False
    return not any(flags >> at & 1 for flags in found.cues.values()) and not any(
        g.first <= at <= g.last for g in found.groups
    )
