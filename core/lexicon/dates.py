"""Date words and phrases, English and Arabic, from ``data/date_words.csv``.

A row: ``word`` (a word or phrase), ``language`` (en, ar), ``class``, ``value`` (by class: a number,
a part of day, ...) and ``exact`` ("yes" where letter case or hamza tells the word from another:
"June" and "june", "آب" and "أب"; "weak" where the word needs a date word or number beside it, too:
"May", "Sun"). Each class has one symbol; the grammar of
:mod:`core.extract.dates` is written over these symbols.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from core.errors import DataError
from core.lexicon.numbers import NumberWords, PhraseIndex, folded_words, forms_of, index_of
from core.lexicon.tables import rows
from core.text import normalise

COLUMNS = ("word", "language", "class", "value", "exact")

SYMBOLS: Mapping[str, str] = MappingProxyType(
    {
        "weekday": "W",
        "month": "M",
        "relative": "R",
        "night": "B",
        "overnight": "n",
        "part": "P",
        "after_midnight": "I",
        "alone": "Z",
        "day": "d",
        "week": "k",
        "month_unit": "m",
        "year": "y",
        "hour": "h",
        "weekend": "e",
        "last": "L",
        "previous": "<",
        "next": "X",
        "following": ">",
        "this": "T",
        "same": "=",
        "itself": "@",
        "edge": "E",
        "earlier": "J",
        "throughout": "H",
        "ago": "a",
        "before": "b",
        "after": "f",
        "later": "K",
        "before_word": "q",
        "after_word": "z",
        "before_that": "{",
        "after_that": "}",
        "since": "s",
        "between": "V",
        "from": "F",
        "to": "t",
        "and": "&",
        "prep": "p",
        "link": "o",
        "article": "1",
        "few": "Q",
        "about": "~",
        "for": "r",
        "vague": "v",
        "season": "S",
        "hijri": "G",
        "name_before": "!",
    }
)
MARKS: Mapping[str, str] = MappingProxyType(
    {",": ",", "،": ",", "(": "(", ")": ")", "/": "/", "-": "-", "[": "(", "]": ")"}
)
"""Marks that are part of dates, each with its symbol."""

# A sentence without a word of these classes and without a year or numeric date has no date.
_TRIGGERS = frozenset("WMRBnPIZdkmyhevSGa")
_NUMBERS = {"weekday": (0, 6), "month": (1, 12), "relative": (-2, 2), **dict.fromkeys(
    ("day", "week", "month_unit", "year", "hour", "weekend"), (0, 2))}  # fmt: skip
_WORDS: Mapping[str, frozenset[str]] = {
    "night": frozenset({"last", "this"}),
    "part": frozenset({"dawn", "morning", "noon", "afternoon", "evening", "night", "midnight"}),
    "alone": frozenset({"dawn", "morning", "noon", "afternoon", "evening", "night", "midnight"}),
    "edge": frozenset({"early", "mid", "late"}),
    "season": frozenset({"spring", "summer", "autumn", "winter"}),
    "hijri": frozenset({"fitr", "adha", "eid", "ramadan", "arafah", "ashura", "muharram", "new_year"}),
    "to": frozenset({"", "future"}),
    "prep": frozenset({"", "future"}),
    "speech": frozenset({"verb", "claim", "noun", "that", "passed", "published", "announced"}),
}


class DatePhrase(NamedTuple):
    """A phrase: its folded words, its symbol and value, its exact first word where that matters,
    whether it needs company, and whether an Arabic "and" is written on it."""

    words: tuple[str, ...]
    symbol: str
    value: int | str
    exact: str | None
    weak: bool
    joined: bool


@dataclass(frozen=True, slots=True)
class DateWords:
    """The index that :func:`core.extract.dates.find_dates` reads.

    ``known`` the words that begin a phrase or number, and the marks; ``plain`` those that alone mean one
    thing, with its symbol, its value and the words that would make a longer phrase of it; ``triggers`` the
    folded words without one of which, and without digits, a sentence has no date; ``speech`` by
    folded word: verbs and nouns of saying, "that", ``claim`` (its day is never the
    act's), ``passed`` (may stand between a verb of saying and its day), ``published``
    (follows a noun of saying before its day), ``announced`` (stands right behind the day on which it was).
    """

    phrases: PhraseIndex[DatePhrase]
    known: frozenset[str]
    plain: Mapping[str, tuple[str, int | str, frozenset[str]]]
    triggers: frozenset[str]
    speech: Mapping[str, str]
    numbers: NumberWords


def load_date_words(path: Path, numbers: NumberWords) -> DateWords:
    """The date words of a ``date_words.csv``. Raises :class:`DataError` naming line and field."""
    phrases: list[DatePhrase] = []
    speech: dict[str, str] = {}
    for line, row in rows(path, COLUMNS):
        words, language = folded_words(row["word"]), row["language"]
        if language not in ("en", "ar"):
            raise DataError(path, line, "language", f"'{language}' is not one of en, ar")
        if not words:
            raise DataError(path, line, "word", "is empty")
        if row["exact"] not in ("", "yes", "weak"):
            raise DataError(path, line, "exact", "must be empty, yes or weak")
        value = _value(path, line, row["class"], row["value"])
        for form, joined, definite in forms_of(words[0], language, row["word"]):
            if row["class"] == "speech":
                if value != "that" or not joined:
                    speech.setdefault(form, str(value))
                continue
            exact = _first_word(row["word"]) if row["exact"] and not (joined or definite) else None
            if row["exact"] and exact is None:
                continue
            weak, symbol = row["exact"] == "weak", SYMBOLS[row["class"]]
            phrase = DatePhrase((form, *words[1:]), symbol, value, exact, weak, joined)
            phrases.append(phrase)
    telling = (phrase.words for phrase in phrases if phrase.symbol in _TRIGGERS)
    triggers = frozenset(max(words, key=len) for words in telling)
    known = frozenset({phrase.words[0] for phrase in phrases} | set(numbers.numerals) | set(MARKS))
    index = index_of(phrases)
    plain = {
        word: (of[0].symbol, of[0].value, frozenset(index.longer.get(word, {})))
        for word, of in index.single.items()
        if of[0].exact is None and not of[0].joined
    }
    return DateWords(index, known, plain, triggers, speech, numbers)


def _first_word(phrase: str) -> str:
    return normalise(phrase).text.split()[0]


def _value(path: Path, line: int, cls: str, text: str) -> int | str:
    if cls in _NUMBERS:
        low, high = _NUMBERS[cls]
        if not text.lstrip("-").isdigit() or not low <= int(text) <= high:
            raise DataError(path, line, "value", f"'{text}' is not a whole number from {low} to {high}")
        return int(text)
    if cls not in SYMBOLS and cls != "speech":
        raise DataError(path, line, "class", f"'{cls}' is not a class of date words")
    if text not in _WORDS.get(cls, frozenset({""})):
        raise DataError(path, line, "value", f"'{text}' is not a value of class '{cls}'")
    return text
