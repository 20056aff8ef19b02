"""Words that say of what they name that it was told of before: "the attack", "its attack"."""

from __future__ import annotations

from core.extract.mentions import Found, Hit

_INDEFINITE = frozenset({"count", "article"})
_POSSESSIVE = ("ه", "ها")  # "its attack"
_OPENING = 2  # tokens: "The attack saw ..."


def is_known(found: Found, hit: Hit, lead: Hit) -> bool:
    """ "the attack": told of before; as the subject of another act only at the sentence's start."""
    if hit.prefix.endswith("ال") or found.tokens[hit.last].text.endswith(_POSSESSIVE):
        return True
    if not (hit is lead or hit.first <= _OPENING) or not found.has("back", hit.first - 2, hit.first - 1):
        return False
    return not _is_of_someone_new(found, hit)


def is_known_bomb(found: Found, hit: Hit) -> bool:
    """ "the landmine exploded": one told of before."""
    return any(
        h.trigger.frame == "weapon"
        and 0 < hit.first - h.last <= 3
        and found.has("back", h.first - 2, h.first - 1)
        for h in found.hits
    )


def _is_of_someone_new(found: Found, hit: Hit) -> bool:
    """ "the killing of a mukhtar", "the assassination of two men": news, for all its article."""
    of = hit.last + 1
    if of + 1 >= len(found.tokens) or not found.has("of_or_by", of, of):
        return False
    start = found.tokens[of + 1].start
    return any(c.start == start and c.kind in _INDEFINITE and not c.is_definite for c in found.counts)
