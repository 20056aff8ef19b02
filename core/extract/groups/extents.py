"""How far a group of people or vehicles reaches: which of its sentence's words belong together."""

from __future__ import annotations

from collections.abc import Sequence, Set

from core.lexicon import Lexicon
from core.lexicon.matcher import Match
from core.text import Token

_KINDS = frozenset(
    {"actor", "modifier", "person", "vehicle", "force", "facility", "aircraft", "artillery", "link"}
)
_SOME = "some"  # a link that opens a new noun phrase: "a number of", "one of"
_WITH = "with"  # value of a link word whose owner bears ب
_TO_NAME = "name"  # a link that only a name continues: "a leader in the SDF", not "two men in a car"
_HEADS = frozenset({"person", "vehicle", "facility", "force", "aircraft", "artillery"})
_WHOSE = frozenset({"actor", "modifier", "link"})
_NOBODY: Set[int] = frozenset()
_BOMBED = frozenset({"vehicle", "facility"})
_TYPE, _LETTERS = 6, 3  # tokens of "Tu-22M3", and letters of "Tu"
_FEW = frozenset({"singular", "dual"})
_TO = "ل"
_ONE = frozenset({"a", "an"})
_PLURAL = frozenset({"ون", "ين"})  # an Arabic plural that neither owner nor definite adjective follows


def opens(match: Match, by_token: dict[int, Match], tokens: Sequence[Token], at: int) -> bool:
    """Whether a link word may open a group: an adjective or "suspected" before a real part."""
    if match.value != "open":
        return False
    following = by_token.get(match.last + 1)
    if tokens[match.last + 1 : match.last + 2] and tokens[match.last + 1].low in _ONE:
        return False  # "and wounded a woman"
    return following is not None and at < len(tokens) and following.kind in _KINDS


def extent(
    tokens: Sequence[Token], by_token: dict[int, Match], at: int, lexicon: Lexicon, people: Set[int] = _NOBODY
) -> tuple[int, list[Match]]:
    """The last token of the group that opens at ``at`` and its parts; ``people``: where such nouns stand."""
    parts: list[Match] = []
    last, k = at, at
    while k < len(tokens):
        match = by_token.get(k)
        if match is not None:
            if parts and _opens_anew(tokens, parts[-1], match, lexicon, people):
                break
            if match.value == _TO_NAME and by_token.get(match.last + 1, match).kind != "actor":
                break
            parts.append(match)
            k = match.last + 1
            if match.kind != "link":
                last = match.last
            continue
        token = tokens[k]
        if token.text in "()" and _bracketed(tokens, by_token, k):
            k += 1
            if token.text == ")":
                last = k - 1
            continue
        if token.text in "\"'" and k - last <= 3:
            k += 1
            continue
        ahead = _type_ahead(tokens, by_token, k, parts[-1]) or _owner_ahead(
            tokens, by_token, k, parts[-1].kind in _HEADS, lexicon
        )
        if ahead is None:
            break
        k = ahead
    return last, [part for part in parts if part.first <= last]


def _opens_anew(
    tokens: Sequence[Token], before: Match, match: Match, lexicon: Lexicon, people: Set[int]
) -> bool:
    """Whether a part that follows another begins a group of its own.

    A conjunction or preposition is written onto it (a cue of class ``onto``), or it is an indefinite
    noun after a definite or finished one (``ending``), in a language where the owner follows its noun.
    """
    tied = before.kind == "link" and before.value == _WITH  # «خلية مرتبطة بداعش»
    if match.prefix[:1] in lexicon.words["onto"] and not (tied and match.prefix == "ب"):
        return True
    if match.value == _SOME and before.kind != "link":
        return True
    if before.kind == "aircraft" and match.kind in _BOMBED and tokens[match.first].low > "\u0600":
        return True  # "a drone struck a car (طائرة مسيرة سيارة)"
    if match.kind in _HEADS and before.kind == "actor" and match.prefix[-1:] == _TO:
        return True  # "the raid of the SDF on houses (لمنازل)", "its arrest of two men (لشابين)"
    low, last = tokens[match.first].low, tokens[before.last].low
    if (
        before.kind == match.kind == "actor"
        and low > "\u0600"
        and not match.prefix
        and _are_apart(before, match, match.first in people)
    ):
        return True  # "the army the group": who did it, and to whom
    if match.kind == "person" and match.last == match.first and _is_accusative(before, last, low):
        return True  # "مجموعة مسلحة شابا"
    if match.kind == "person" and before.kind == "actor" and match.value.number in _FEW and (
        low.startswith("ال") and match.last == match.first
    ):  # fmt: skip
        return True  # "the SDF (arrested) the youth (قسد الشاب)"
    civilians = match.kind == "actor" and match.value.kind == "civilians"
    if not (civilians or match.kind in _HEADS) or before.kind == "link" or low < "\u0600":
        return False
    if before.kind == "modifier":
        return True
    if low.startswith("ال"):  # "unknown men killed the leader (مجهولون القيادي)": none of theirs
        return match.kind in _HEADS and last[-2:] in _PLURAL and not last.startswith("ال")
    if match.prefix:
        return False
    if before.kind == "actor" or last.startswith("ال"):
        return True
    return last[-2:] in lexicon.words["ending"] and not low.endswith(last[-2:])


def _are_apart(before: Match, match: Match, has_head: bool) -> bool:
    """Whether two names that follow each other are of two sides, no force and its unit; a further noun for
    people ("gunmen fighters of X") names others."""
    one, other = before.value, match.value
    is_headed = has_head and match.last > match.first and not other.is_generic
    return one.group != other.group and (is_headed or not (one.is_generic or other.is_generic))


def _is_accusative(before: Match, last: str, low: str) -> bool:
    """Whether an object follows the adjective of the subject."""
    return before.kind == "link" and last.endswith("ه") and low > "\u0600" and low.endswith("ا")


def _owner_ahead(
    tokens: Sequence[Token], by_token: dict[int, Match], k: int, is_head: bool, lexicon: Lexicon
) -> int | None:
    """Where a group goes on after its own name or an "of" that stands alone: "post Arqub belonging to X"."""
    if tokens[k].low in lexicon.words["of_word"] and k + 2 < len(tokens):
        step = k + 2 if tokens[k + 1].kind == "p" else k + 1
        return step if step in by_token else None
    for j in range(k, min(k + 3, len(tokens))) if is_head else ():
        if tokens[j].low in lexicon.words["owned"]:
            return j if j in by_token else None
        if tokens[j].kind == "p" and tokens[j].text not in "\"'":
            return None
    return None


def _type_ahead(tokens: Sequence[Token], by_token: dict[int, Match], k: int, before: Match) -> int | None:
    """Where the planes stand behind what type they are: "Russian Tu-22M3 bombers"."""
    if before.kind not in _WHOSE:
        return None
    for j in range(k, min(k + _TYPE, len(tokens))):
        if j in by_token:
            return j if j > k and by_token[j].kind == "aircraft" else None
        letters = tokens[j].kind == "w" and tokens[j].text[0].isupper() and len(tokens[j].text) <= _LETTERS
        if not letters and tokens[j].kind == "w":
            return None
    return None


def _bracketed(tokens: Sequence[Token], by_token: dict[int, Match], k: int) -> bool:
    """Whether the bracket at ``k`` holds only a name's short form: ``(SDF)``."""
    if tokens[k].text == "(":
        for j in range(k + 1, min(k + 5, len(tokens))):
            if tokens[j].text == ")":
                return j > k + 1
            part = by_token.get(j)
            if part is None or part.kind != "actor":
                return False
        return False
    return k > 0 and by_token.get(k - 1) is not None
