"""Relative clauses between commas, over which a sentence goes on."""

from __future__ import annotations

from core.extract.mentions import Found

_TO_RELATIVE, _ASIDE = 4, 20  # tokens from a comma to "which", on to the comma that closes the aside


def aside_end(found: Found, at: int) -> int | None:
    """The comma that closes an aside which a relative word opens: "a mine, the source of which is not known,
    killed two"; ``None`` if the token opens none."""
    opens = found.has("relative", at, at) or found.tokens[at].low == "whose"
    if not opens or all(t.text != "," for t in found.tokens[max(at - _TO_RELATIVE, 0) : at]):
        return None
    end = min(at + _ASIDE, len(found.tokens))
    return next((k for k in range(at + 1, end) if found.tokens[k].text == ","), None)


def spans_aside(found: Found, first: int, last: int) -> bool:
    """Whether an aside stands between two tokens, and the second right after it."""
    return any(aside_end(found, k) == last - 1 for k in range(first + 1, last))
