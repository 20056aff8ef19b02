"""Which place names one phrase ties together: "in X, in the countryside of Y", "the villages of A and B"."""

from __future__ import annotations

from collections.abc import Sequence

from core.extract.places.toponyms import PLURAL_KINDS, Toponym
from core.lexicon.matcher import Matches
from core.lexicon.names import is_article
from core.text import Token

SMALL = frozenset({"and", "of", "the"})
_UNKNOWN_ITEMS = 2  # names that no row has between two items of an Arabic list
_KINDS_OF_PLACE = ("feature", "direction", "countryside")
_IN_PHRASE = (*_KINDS_OF_PLACE, "offset")
_CHAIN = frozenset(
    ", و and in of to near at ( ) s on within towns villages both a an from syria syrian".split()
) | {
    "،",
    "في",
    "من",
    "قرب",
    "التابعه",
    "التابع",
    "تابعه",
    "الواقعه",
    "الواقع",
    "الكائنه",
    "الكائن",
    "ضمن",
}
_DASHES = "-–—"


def is_next_item(
    tokens: Sequence[Token], previous: Toponym | None, toponym: Toponym, matches: Matches
) -> bool:
    """Whether a name follows another right away with "and": «قرى أ وب» or «أ و ب», "A and al-B", where no
    verb follows ("in A and B was")."""
    if previous is None:
        return False
    between = [t.low for t in tokens[previous.last + 1 : toponym.first] if not is_article(t.low)]
    if between == ["and"]:
        after = toponym.last + 1
        return not matches.has_any(("be", "say", "trigger"), after, after)
    return between == ["و"] or (not between and toponym.prefix[:1] == "و")


def _names_unknown(between: Sequence[Token]) -> bool:
    """Whether only capitalised names stand between the commas of a list: villages that no row has."""
    words = [t for t in between if t.kind == "w" and not is_article(t.low) and t.low not in SMALL]
    if words and words[0].low > "\u0600":
        return len(words) <= _UNKNOWN_ITEMS and all(t.low[0] == "و" for t in words)
    return between[0].text == "," and 1 <= len(words) <= 4 and all(t.text[0].isupper() for t in words)


def opens_list(tokens: Sequence[Token], toponym: Toponym, matches: Matches, skipped: int = 0) -> bool:
    """Whether a plural kind stands before a name, ``skipped`` words apart: «بلدات أ», "two towns in"."""
    before = toponym.first - 1 - skipped
    plural = before >= 0 and tokens[before].low.endswith((*PLURAL_KINDS, "s"))
    return plural and matches.has("feature", before, before)


def continues(
    tokens: Sequence[Token], previous: Toponym | None, current: Toponym, matches: Matches, measured: set[int]
) -> tuple[bool, bool]:
    """Whether a name continues the phrase of the one before, and whether as a further list item."""
    if previous is None:
        return False, False
    between = tokens[previous.last + 1 : current.first]
    if len(between) > 9:
        return False, False
    lows = ["," if t.text == "،" else t.low for t in between]
    rest = [
        low
        for i, low in enumerate(lows, previous.last + 1)
        if not is_article(low)
        and low not in {'"', "the"}
        and i not in measured
        and not matches.has_any(_IN_PHRASE, i, i)
    ]
    unknown = bool(between) and _names_unknown(between)
    if not all(low in _CHAIN for low in rest) and not (
        unknown and ("," in lows or (current.prefix[:1] == "و" and opens_list(tokens, previous, matches)))
    ):
        return False, False
    described = matches.has_any(_IN_PHRASE, previous.last + 1, current.first - 1)
    joined = any(
        m.prefix[:1] == "و"
        for kind in ("feature", "direction", "offset", "near")
        for m in matches.of(kind)
        if previous.last < m.first < current.first
    )
    return True, "and" in lows or "و" in lows or "و" in current.prefix or joined or (
        rest == [","] and not described
    )


def is_road_between(last: int, toponym: Toponym, tokens: Sequence[Token], matches: Matches) -> bool:
    """ "the A - B highway": whether a name is the second of two; ``last`` is where the first ends."""
    between = tokens[last + 1 : toponym.first]
    dash = len(between) == 1 and between[0].text in _DASHES
    return dash and matches.has("road", toponym.last + 1, toponym.last + 1)
