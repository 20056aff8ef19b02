"""A sentence as a string of symbols, one for each date word, number and mark.

The grammar of dates is then a table of short regular expressions over these symbols, the same
for English and Arabic. Symbols are those of :data:`core.lexicon.dates.SYMBOLS`, and ``N`` a
number, ``O`` an ordinal, ``Y`` a year, ``#`` a numeric date, ``,()/-`` marks, ``x`` anything else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from core.extract.counts.numerals import numeral_at
from core.lexicon.dates import MARKS, DateWords
from core.text import Sentence, Token

Value = int | str | tuple[int, int, int]
_LONGEST_NUMBER = 9  # digits: a longer one is no part of a date, and Python converts only so many


class Spelled(NamedTuple):
    """``symbols[k]`` stands for tokens ``firsts[k]`` to ``lasts[k]`` (both included) with ``values[k]``."""

    symbols: str
    firsts: list[int]
    lasts: list[int]
    values: list[Value]


NUMERIC = re.compile(r"(\d{1,4}) ?([-./]) ?(\d{1,2}) ?\2 ?(\d{1,4})(?![\d]|[.,]\d)")
_ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})
_YEARS = range(1900, 2100)
# What may stand before a word that is a date word only in company ("in May", "5 May", "on Sun").
_COMPANY = frozenset("poEsVFt&LTX<NOq#WHJK/")


def may_have_date(sentence: Sentence, words: DateWords) -> bool:
    """Whether any token could belong to a date: the cheap test that most sentences fail."""
    triggers = words.triggers
    numbers = False
    for token in sentence.tokens:
        if token.low in triggers:
            return True
        if token.kind == "n":
            if len(token.text) >= 4:
                return True
            numbers = True
    return numbers and NUMERIC.search(sentence.text) is not None


def spell(sentence: Sentence, words: DateWords) -> Spelled:
    """The sentence's symbols; words that no date has leave one ``x`` for each run of them."""
    tokens, known, plain = sentence.tokens, words.known, words.plain
    symbols: list[str] = []
    firsts: list[int] = []
    lasts: list[int] = []
    values: list[Value] = []
    free, before, count = 0, "", len(tokens)
    value: Value
    telling = [k for k, token in enumerate(tokens) if token.low in known or token.kind == "n"]
    for at in (*telling, count):
        if at < free:
            continue
        if at > free and before != "x":
            before = "x"
            symbols.append("x")
            firsts.append(free)
            lasts.append(free)
            values.append(0)
        if at == count:
            break
        token = tokens[at]
        low = token.low
        before_it = token.start - 1
        if at and tokens[at - 1].end == before_it and sentence.text[before_it - sentence.start] == "-":
            symbols.append("-")
            firsts.append(at)
            lasts.append(at - 1)
            values.append(0)
        unit = plain.get(low)
        if (
            unit is not None
            and unit[0] != "R"
            and (not unit[2] or at + 1 == count or tokens[at + 1].low not in unit[2])
        ):
            symbol, value, end = unit[0], unit[1], at + 1
        else:
            symbol, value, end, joined = _unit_at(sentence, at, words, before)
            if joined:
                symbols.append("&")
                firsts.append(at)
                lasts.append(at - 1)
                values.append(0)
        symbols.append(symbol)
        firsts.append(at)
        lasts.append(end - 1)
        values.append(value)
        free, before = end, symbol
    return Spelled("".join(symbols), firsts, lasts, values)


def _unit_at(sentence: Sentence, at: int, words: DateWords, before: str) -> tuple[str, Value, int, bool]:
    """Symbol, value and end of the unit at token ``at``, and whether an Arabic "and" is written on it."""
    tokens = sentence.tokens
    token = tokens[at]
    if token.kind == "p" and token.text in MARKS:
        inner = tokens[at + 1].text if token.text == "/" and at + 2 < len(tokens) else ""
        if inner.isdigit() and len(inner) <= 2 and tokens[at + 2].text == "/":
            return "N", int(inner), at + 3, False  # "الـ/20/ من الشهر"
        return MARKS[token.text], 0, at + 1, False
    if token.kind == "n":
        return *_number_at(sentence, at), False
    for phrase in words.phrases.starting(tokens, at):
        end = at + len(phrase.words)
        if phrase.exact is not None:
            if phrase.exact != token.text or (phrase.weak and not _has_company(tokens, end, before)):
                continue
            if end + 1 < len(tokens) and tokens[end].text == ".":
                end += 1  # an abbreviation's dot: "Dec. 19"
        elif phrase.symbol == "R" and at and token.text[0].isupper() and tokens[at - 1].kind == "w":
            return "x", 0, end, False  # a name: "Syria Today"
        return phrase.symbol, phrase.value, end, phrase.joined
    number = words.numbers.numerals.get(token.low)
    if number is None:
        return "x", 0, at + 1, False
    if number.cls == "ordinal":
        return *_ordinal_at(tokens, at, number.value, words), number.joined
    numeral = numeral_at(tokens, at, words.numbers)
    if numeral is None:
        return "x", 0, at + 1, False
    if numeral.end < len(tokens):  # twenty-first
        after = words.numbers.numerals.get(tokens[numeral.end].low)
        if after is not None and after.cls == "ordinal" and numeral.value % 10 == 0 and not after.definite:
            return "O", int(numeral.value) + after.value, numeral.end + 1, number.joined
    return "N", int(numeral.value), numeral.end, number.joined


def _has_company(tokens: Sequence[Token], end: int, before: str) -> bool:
    end += end < len(tokens) and tokens[end].text == "."
    return before in _COMPANY or (end < len(tokens) and tokens[end].kind == "n")


def _ordinal_at(tokens: Sequence[Token], at: int, value: int, words: DateWords) -> tuple[str, Value, int]:
    """An Arabic ordinal may go on: "الحادي والعشرين", "الثاني عشر"."""
    if at + 1 < len(tokens):
        after = words.numbers.numerals.get(tokens[at + 1].low)
        if after is not None and after.cls == "tail" and not after.joined:
            return "O", value % 10 + 10, at + 2
        if after is not None and after.cls == "ten" and after.joined:
            return "O", value % 10 + after.value, at + 2
    return "O", value, at + 1


def _number_at(sentence: Sentence, at: int) -> tuple[str, Value, int]:
    tokens = sentence.tokens
    token = tokens[at]
    numeric = NUMERIC.match(sentence.text, token.start - sentence.start)
    if numeric is not None:
        parts = int(numeric[1]), int(numeric[3]), int(numeric[4])
        stop = sentence.start + numeric.end()
        end = at + 1
        while end < len(tokens) and tokens[end].start < stop:
            end += 1
        return "#", parts, end
    if not token.text.isdigit() or len(token.text) > _LONGEST_NUMBER:
        return "x", 0, at + 1
    value = int(token.text)
    if len(token.text) == 4 and value in _YEARS:
        return "Y", value, at + 1
    if at + 1 < len(tokens) and tokens[at + 1].start == token.end and tokens[at + 1].low in _ORDINAL_ENDS:
        return "O", value, at + 2
    return "N", value, at + 1
