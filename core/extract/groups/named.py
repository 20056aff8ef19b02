"""The dead and wounded that a report only names: "each of A B and C D were killed"."""

from __future__ import annotations

from collections.abc import Sequence

from core.extract.counts import CountMention
from core.extract.groups import Group
from core.lexicon import Lexicon
from core.lexicon.matcher import Matches
from core.model import Count
from core.text import Token

_LOSSES = frozenset({"killed", "wounded"})
_LONGEST = 16  # tokens of a list of names
_NAME = 4  # letters of the shortest name with "and" written onto it
_AND = "و"
_ARTICLE = "ال"
_MARKS = "\"'-–()"
_KNOWN = ("actor", "person", "force", "facility", "feature", "countryside", "modifier", "vehicle")
_STOPS = ("preposition", "boundary", "trigger", "relative", "say")


def with_named(groups: Sequence[Group], tokens: Sequence[Token], matches: Matches) -> list[Group]:
    """The groups of a sentence with those that are only told by name right behind a word of loss."""
    losses = {m.last for m in matches.of("trigger") if m.value[0].trigger.frame in _LOSSES}
    more = [
        named
        for match in matches.of("each_of")
        if match.first - 1 in losses
        and (named := _named(tokens, matches, match.first, match.last)) is not None
    ]
    return sorted([*groups, *more], key=lambda group: group.first) if more else list(groups)


def _named(tokens: Sequence[Token], matches: Matches, first: int, last: int) -> Group | None:
    """One group for the names behind "each of"; ``None`` where what follows is no name."""
    number, words, end = 1, 0, last
    for k in range(last + 1, min(last + 1 + _LONGEST, len(tokens))):
        token = tokens[k]
        if token.text in _MARKS:
            continue
        if token.kind != "w" or _ends(token, matches, k):
            break
        if not words and matches.has_any(_KNOWN, k, k):
            return None
        alone = token.low == _AND
        if words and (alone or _opens_name(token, matches, k)):
            number += 1
        words += not alone
        end = k
    if words < 2 or number < 2:
        return None
    span = tokens[first].start, tokens[end].end
    count = CountMention(*span, last + 1, Count(number, number, number), False, False, "count", "names told")
    return Group(first, end, first, "civilians", span, "person_neutral", count)


def _opens_name(token: Token, matches: Matches, at: int) -> bool:
    """Whether "and" is written onto a name, and is not its own first letter."""
    if not token.low.startswith(_AND) or len(token.low) < _NAME:
        return False
    return not matches.has("name_word", at, at) or token.low.startswith(_AND * 2)


def _ends(token: Token, matches: Matches, at: int) -> bool:
    """Whether a word ends a list of names: one that means something else here and is no name, too."""
    if token.low.startswith(_ARTICLE) or matches.has("name_word", at, at):
        return False
    return matches.has_any(_STOPS, at, at)


def without_names(cues: dict[str, int], tokens: Sequence[Token], lexicon: Lexicon) -> dict[str, int]:
    """The flags of the cue classes without those of surnames: "العلي" is no "على" with an article."""
    on = cues.get("preposition", 0)
    for k in [k for k in range(on.bit_length()) if on >> k & 1 and tokens[k].low.startswith(_ARTICLE)]:
        if tokens[k].low[len(_ARTICLE) :] in lexicon.words["preposition"]:
            cues = {kind: flags & ~(1 << k) for kind, flags in cues.items()}
    return cues
