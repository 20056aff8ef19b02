"""Is a date the day of a statement, not of the event? "said on Sunday", "قال المرصد، مساء الجمعة، إن"."""

from __future__ import annotations

from collections.abc import Sequence

from core.lexicon.dates import DateWords
from core.text import Sentence, Token

_BREAKS = frozenset('.;:!?؟؛"')
_REACH = 10
_WHERE, _ASIDE = frozenset({"in", "on", "via"}), 6  # tokens from "said" to the comma
_JOINS = frozenset({"and", "but", "while", "whereas"})  # open a clause: "while on March 6 X said ..."
_REPORTED, _WERE = "reported", frozenset({"was", "were"})


def is_statement(sentence: Sentence, first: int, last: int, words: DateWords) -> bool:
    """Whether tokens ``first`` to ``last``, a date, tell when something was said."""
    tokens = sentence.tokens
    if tokens[first].low[:1] >= "\u0600" or _is_arabic(tokens):
        return _after_arabic_speech(tokens, first, last, words) or _opens_arabic_speech(
            tokens, first, last, words
        )
    return (
        _after_speech(tokens, first, words)
        or _before_speech(tokens, first, last, words)
        or _of_publication(tokens, first, last, words)
        or _in_dateline(tokens, first, last)
    )


def _is_arabic(tokens: Sequence[Token]) -> bool:
    return any(token.low[:1] >= "\u0600" for token in tokens[:3] if token.kind == "w")


def _after_speech(tokens: Sequence[Token], first: int, words: DateWords) -> bool:
    """A verb of saying stands before, with only its addressee or channel between."""
    for k in range(first - 1, max(-1, first - 1 - _REACH), -1):
        token = tokens[k]
        said = words.speech.get(token.low)
        if said == "verb" and token.text[0].islower():
            if token.low == _REPORTED and k and tokens[k - 1].low in _WERE:
                return False  # "blasts were reported late on Thursday": heard then
            return not (k + 1 < len(tokens) and tokens[k + 1].low == "that")
        if token.text in _BREAKS or said == "that":
            return False
        if token.kind == "w" and token.text[0].islower() and said not in ("passed", "noun"):
            return False
        if token.text == "," and k != first - 1:
            return False
    return False


def _before_speech(tokens: Sequence[Token], first: int, last: int, words: DateWords) -> bool:
    """The date comes first and the sentence's subject says: "On Friday, the SDF said that ...".

    A verb of saying between commas is an aside ("On Sunday, the Observatory said, police ...").
    """
    opens = all(token.kind == "p" or token.low in _JOINS for token in tokens[:first])
    reach = _REACH if opens else 0
    at = last + 1
    if opens and at < len(tokens) and tokens[at].text == ",":
        at += 1
    for k in range(at, min(len(tokens), at + reach + 1)):
        token = tokens[k]
        if words.speech.get(token.low) == "verb" and token.text[0].islower():
            following = tokens[k + 1] if k + 1 < len(tokens) else None
            if following is None or not opens:
                return following is not None
            return following.text != "," and not _is_aside(tokens, k + 1)
        if token.kind == "p" and token.text not in "()-":
            return False
        if token.text.endswith("ed") and token.text[0].islower():
            return False
    return False


def _is_aside(tokens: Sequence[Token], at: int) -> bool:
    """ "On Sunday, the SDF said in a statement, mines ...": between commas, with where it was said."""
    if tokens[at].low not in _WHERE:
        return False
    comma = next((t for t in tokens[at : at + _ASIDE] if t.kind == "p" or t.low == "that"), None)
    return comma is not None and comma.text == ","


def _of_publication(tokens: Sequence[Token], first: int, last: int, words: DateWords) -> bool:
    """ "a statement of July 27", "Friday's report", "the website (December 28, 2023)"."""
    before = tokens[first - 1] if first else None
    if before is None:
        return False
    if words.speech.get(before.low) == "noun":
        return True
    following = tokens[last + 1 : last + 3]
    if following and following[0].low == "'s":
        return any(words.speech.get(token.low) == "noun" for token in following[1:])
    if tokens[last].text == ")" or before.text == "(":
        sayers = tokens[max(0, first - _REACH) : first - 1]
        return before.text == "(" and any(words.speech.get(token.low) in ("verb", "noun") for token in sayers)
    return any(
        words.speech.get(token.low) == "noun"
        and (
            words.speech.get(tokens[k + 1].low) == "published"
            or tokens[k + 1].low in ("of", "on", "from", "by")
        )
        for k, token in enumerate(tokens[max(0, first - 7) : first - 1], max(0, first - 7))
    )


def _in_dateline(tokens: Sequence[Token], first: int, last: int) -> bool:
    """ "BAGHDAD, June 18 (Xinhua) --"."""
    if first > 6 or any(token.kind == "w" and token.text[0].islower() for token in tokens[:first]):
        return False
    following = [token.text for token in tokens[last + 1 : last + 6]]
    return bool(following) and (following[0] == "(" or following[0] == "-") and "-" in following


def _after_arabic_speech(tokens: Sequence[Token], first: int, last: int, words: DateWords) -> bool:
    """A verb of saying stands before the date and its "that", or what it announces ("مقتل"), right after;
    or a noun of saying before."""
    speech = words.speech
    if any(speech.get(token.low) == "noun" for token in tokens[max(0, first - 3) : first]):
        return True
    after = [token for token in tokens[last + 1 : last + 4] if token.kind != "p"]
    that_after = bool(after) and speech.get(after[0].low) in ("that", "announced")
    for k in range(first - 1, max(-1, first - 16), -1):
        token = tokens[k]
        said = speech.get(token.low)
        if said == "that" or token.text in _BREAKS - {'"'}:
            return False
        if said == "claim":
            return True  # the day of a claim ("تبنى"), not of what is claimed
        if said == "verb":
            near = first - k <= 4 and k > 0 and tokens[k - 1].low in ("ما", "كما", "حسبما", "وفقما")
            return that_after or near
    return False


def _opens_arabic_speech(tokens: Sequence[Token], first: int, last: int, words: DateWords) -> bool:
    """The date comes first, then who says that: «وفي 12 أيار، أفاد المرصد بأن ...»."""
    if any(token.kind == "w" for token in tokens[:first]):
        return False
    after = [token for token in tokens[last + 1 : last + 1 + _REACH] if token.kind != "p"]
    if not after or words.speech.get(after[0].low) != "verb":
        return False
    return any(words.speech.get(token.low) == "that" for token in after[1:])
