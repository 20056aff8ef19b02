"""Exact numbers in words or digits, English and Arabic: "two hundred and five", "خمسة وعشرين", "2,000"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from core.lexicon.numbers import NUMERAL_CLASSES, NumberWord, NumberWords
from core.text import Token

MAX_NUMBER = 999_999_999
"""More than any count; longer figures are serial numbers or noise, and no database holds them."""


_AND_WORD = 3  # letters of a word that only begins like an "and"


class Numeral(NamedTuple):
    """A number read from tokens ``first`` to ``end`` (exclusive). ``value`` may be broken ("1.5")."""

    value: float
    end: int
    definite: bool


def digits_value(text: str) -> float:
    """The value of a number token: thousands separators dropped, a decimal kept.

    >>> digits_value("2,000"), digits_value("3.5"), digits_value("1.250")
    (2000.0, 3.5, 1250.0)
    """
    whole = text.replace(",", "") if "," in text else text
    head, dot, tail = whole.partition(".")
    return float(head + tail) if dot and len(tail) == 3 and head != "0" else float(whole)


def numeral_at(tokens: Sequence[Token], first: int, words: NumberWords) -> Numeral | None:
    """The exact number that starts at token ``first``, or ``None``; none is above ``MAX_NUMBER``."""
    token = tokens[first]
    if token.kind == "n":
        found = _scaled(tokens, first + 1, digits_value(token.text), words)
    else:
        word = words.numerals.get(token.low)
        if word is None or word.cls not in NUMERAL_CLASSES:
            return None
        found = _in_words(tokens, first, word, words)
    return found if found.value <= MAX_NUMBER else None


def _scaled(tokens: Sequence[Token], at: int, value: float, words: NumberWords) -> Numeral:
    """Digits followed by a factor: "60 thousand", "3 آلاف"."""
    if at < len(tokens):
        word = words.numerals.get(tokens[at].low)
        if word is not None and word.cls == "thousand" and not word.joined:
            return Numeral(value * word.value, at + 1, False)
    return Numeral(value, at, False)


def _in_words(tokens: Sequence[Token], first: int, word: NumberWord, words: NumberWords) -> Numeral:
    """A number in words. ``small`` gathers what is under a thousand, ``total`` the rest."""
    total = small = 0
    at, last, definite = first, "", word.definite
    while True:
        if word.cls == "thousand":
            total, small = total + max(small, 1) * word.value, 0
        elif word.cls == "hundred":
            small = max(small, 1) * 100
        elif word.cls == "tail":
            small += 10
        else:
            small += word.value
        last = word.cls
        at += 1
        step = at
        if step < len(tokens) and tokens[step].low == "and" and last in ("hundred", "thousand", "sum"):
            step += 1
        following = words.numerals.get(tokens[step].low) if step < len(tokens) else None
        joined = step > at or (following is not None and following.joined)
        if following is None or not _continues(last, small, following, joined):
            return Numeral(total + small, at, definite)
        at, word = step, following


def _continues(last: str, small: int, word: NumberWord, joined: bool) -> bool:
    """Whether ``word`` goes on with a number whose last part was ``last``."""
    cls = word.cls
    if cls == "tail":
        return last in ("hundred", "thousand", "sum") if joined else last == "unit"
    if cls == "unit":
        # English "twenty one"; Arabic "مئة وخمسة": after a ten only where no "and" stands between
        return (last == "ten" and not joined) or (last in ("hundred", "thousand", "sum") and small % 100 == 0)
    if cls == "teen":
        return last in ("hundred", "thousand", "sum")
    if cls == "ten":
        return last in ("hundred", "thousand", "sum") or (last == "unit" and joined and small % 100 < 10)
    if cls == "hundred":
        return (last == "unit" and small < 10 and not joined) or last == "thousand"
    if cls == "sum":
        return last == "thousand"
    if cls == "thousand":
        return not joined and small > 0
    return False


def opens_part(token: Token) -> bool:
    """Whether a further part begins: "two men and seven others (وسبعة) at least"."""
    return token.low == "and" or (token.low.startswith("و") and len(token.low) > _AND_WORD)
