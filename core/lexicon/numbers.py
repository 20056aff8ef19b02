"""Number words, vague quantities and the words around counts, from ``data/number_words.csv``.

A row: ``word`` (one word, or a phrase of words), ``language`` (en, ar), ``class`` and ``value``.
Arabic rows are laid out with their clitics (و، ف، ب، ل، ك and the article), so that a token is
looked up as it stands in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from core.errors import DataError
from core.lexicon.tables import rows
from core.text import fold, normalise, tokens_of

COLUMNS = ("word", "language", "class", "value")

# Parts of one exact number; a number is read from runs of these.
NUMERAL_CLASSES = frozenset({"unit", "teen", "ten", "tail", "hundred", "sum", "thousand"})
# Classes whose value is a whole number (an estimate's low bound, a factor, an ordinal).
WHOLE_CLASSES = NUMERAL_CLASSES | {"ordinal", "vague", "dozen", "pair"}
WORD_CLASSES = frozenset(
    {
        "at_least",
        "at_least_after",
        "more_than",
        "about",
        "up_to",
        "between",
        "article",
        "none",
        "subset",
        "subset_after",
        "total",
        "total_open",
        "rise",
        "distance",
        "measure",
        "designation",
        "age",
        "age_before",
        "year_before",
        "to",
        "filler",
        "noun",
    }
)


class NumberWord(NamedTuple):
    """What a word means in a number. ``joined`` is true where an Arabic "and" is written on it,
    ``definite`` where the article is ("الثلاثة", the three)."""

    cls: str
    value: int
    joined: bool
    definite: bool


class CountPhrase(NamedTuple):
    """A phrase around a count: its folded words, class, and value (a factor for distances)."""

    words: tuple[str, ...]
    cls: str
    value: float


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The index that :func:`core.extract.counts.find_counts` reads.

    ``numerals`` by folded word; ``phrases`` by first folded word, longest first; ``nouns`` gives
    "singular", "dual" or "plural" of the folded forms of counted Arabic nouns.
    """

    numerals: Mapping[str, NumberWord]
    phrases: Mapping[str, tuple[CountPhrase, ...]]
    nouns: Mapping[str, str]


_PREFIXES = (("", False), ("و", True), ("ف", False), ("ب", False), ("ل", False), ("وب", False), ("ول", False))


def with_clitics(word: str, has_article: bool = False) -> Iterator[tuple[str, bool, bool]]:
    """A folded Arabic word as it can stand in a text: ``(form, has "and", has the article)``.

    A word that has its article already keeps it (``ل`` + ``ال`` is written ``لل``).
    """
    for prefix, joined in _PREFIXES:
        if has_article:
            yield (prefix + word[1:] if prefix.endswith("ل") else prefix + word), joined, True
        else:
            yield prefix + word, joined, False
            yield (prefix + "ل" + word if prefix.endswith("ل") else prefix + "ال" + word), joined, True


def folded_words(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase as the tokens of a normalised text give them."""
    return tuple(token.low for token in tokens_of(normalise(phrase).text))


def _noun_forms(singular: str, plural: str) -> Iterator[tuple[str, str]]:
    """Folded forms of a counted Arabic noun with their number; a form that dual and plural share
    ("مدنيين") counts as plural."""
    stem = singular[:-1] + "ت" if singular.endswith("ة") else singular
    forms = {fold(singular): "singular", fold(singular + "ا"): "singular"}
    for ending in ("ان", "ين", "ا", "ي") if singular.endswith("ة") else ("ان", "ين"):
        forms[fold(stem + ending)] = "dual"
    for form in plural.split():
        forms[fold(form)] = "plural"
    yield from forms.items()


def load_number_words(path: Path) -> NumberWords:
    """The number words of a ``number_words.csv``. Raises :class:`DataError` naming line and field."""
    numerals: dict[str, NumberWord] = {}
    phrases: dict[str, list[CountPhrase]] = {}
    nouns: dict[str, str] = {}
    for line, row in rows(path, COLUMNS):
        cls, language, words = row["class"], row["language"], folded_words(row["word"])
        if language not in ("en", "ar"):
            raise DataError(path, line, "language", f"'{language}' is not one of en, ar")
        if cls not in WHOLE_CLASSES | WORD_CLASSES:
            raise DataError(path, line, "class", f"'{cls}' is not a class of number words")
        if not words:
            raise DataError(path, line, "word", "is empty")
        if cls == "noun":
            for form, number in _noun_forms(row["word"], row["value"]):
                for laid, _, _ in with_clitics(form):
                    nouns.setdefault(laid, number)
            continue
        value = _value(path, line, cls, row["value"])
        if cls in NUMERAL_CLASSES or cls == "ordinal":
            if len(words) != 1:
                raise DataError(path, line, "word", "a number word is one word")
            for form, joined, definite in forms_of(words[0], language, row["word"]):
                numerals.setdefault(form, NumberWord(cls, int(value), joined, definite))
            continue
        for form, _, _ in forms_of(words[0], language, row["word"]):
            phrases.setdefault(form, []).append(CountPhrase((form, *words[1:]), cls, value))
    ordered = {first: tuple(sorted(of, key=lambda item: -len(item.words))) for first, of in phrases.items()}
    return NumberWords(MappingProxyType(numerals), MappingProxyType(ordered), MappingProxyType(nouns))


def forms_of(word: str, language: str, written: str) -> Iterable[tuple[str, bool, bool]]:
    """The forms (see :func:`with_clitics`) of the first folded word of a row, ``written`` as in the row."""
    return with_clitics(word, written.startswith("ال")) if language == "ar" else ((word, False, False),)


def _value(path: Path, line: int, cls: str, text: str) -> float:
    if cls in WHOLE_CLASSES or cls == "distance":
        try:
            number = float(text)
        except ValueError as error:
            raise DataError(path, line, "value", f"'{text}' is not a number") from error
        if number < 0 or (cls in WHOLE_CLASSES and number != int(number)):
            raise DataError(path, line, "value", f"'{text}' is not a whole number from 0")
        return number
    if text:
        raise DataError(path, line, "value", f"class '{cls}' has no value")
    return 0.0
