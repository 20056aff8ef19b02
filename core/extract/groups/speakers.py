"""Who is only cited, and who only holds a place: groups that do nothing themselves."""

from __future__ import annotations

from collections.abc import Sequence

from core.lexicon.matcher import Match, Matches
from core.text import Token

_TO_NOUN = 3  # tokens from "held a" to its noun
_CLAIM = 6  # tokens from "claimed" or "announced" to "responsibility"


def speaks(tokens: Sequence[Token], matches: Matches, first: int, last: int) -> bool:
    """Whether a saying verb stands right after a group or a citing word right before it."""
    for match in matches.of("say"):
        near = 0 < match.first - last <= 2
        if (
            near
            and tokens[last + 1].text in ",،"
            and (
                matches.has("cite", match.first, match.last)
                or matches.has("source", last + 2, match.last)
                or matches.has("determiner", match.last + 1, match.last + 1)
                or matches.has("source", match.last + 1, match.last + 2)
            )
        ):
            continue  # "three of its men, according to X", "by militants of X, said the Observatory"
        if near and _claims(tokens, matches, match):
            return False
        if near and matches.has("be", match.first - 1, match.first - 1):
            continue  # "the death of two fighters was reported"
        if near and (match.last == match.first or not matches.has("cite", match.first, match.last)):
            return True  # not "five people, according to X"
    cited = matches.of("cite")
    return bool(cited) and any(0 < first - match.last <= 2 for match in cited)


def _claims(tokens: Sequence[Token], matches: Matches, said: Match) -> bool:
    """ "ISIS claimed on Monday responsibility for ...", "claimed the killing of ...": who claims an act did
    it, and is no mere source."""
    within = range(said.last + 1, min(said.last + 1 + _CLAIM, len(tokens)))
    named = ["responsibility", *(["trigger"] if matches.has("claim", said.first, said.first) else [])]
    at = next((k for k in within if matches.has_any(named, k, k)), None)
    if at is None or matches.has("negation", said.first, at):
        return False
    return not any(said.last < match.first < at for match in matches.of("actor"))


def holds(matches: Matches, first: int, last: int) -> bool:
    """Whether a holder word stands right beside a group ("the ISIS-held ...")."""
    after, before = matches.of("holder"), matches.of("holder_before")
    if not (after or before):
        return False
    holds = any(m.first == last + 1 and not _carries(matches, m) for m in after)
    return holds or any(0 < first - m.last <= 2 and not _is_of_noun(matches, m) for m in before)


def _is_of_noun(matches: Matches, held: Match) -> bool:
    """ "a drill was held by X": who holds it does it."""
    be = held.first - 1
    return matches.has("be", be, be) and matches.has("trigger", be - 1, be - 1)


def _carries(matches: Matches, held: Match) -> bool:
    """ "X held live-fire exercises", "X held a rally": a light verb with its noun."""
    start = held.last + 1
    reach = start + _TO_NOUN if matches.has("determiner", start, start) else start
    return matches.has("light", held.first, held.first) and matches.has("trigger", start, reach)
