"""Number words, vague quantities and the words around counts, from ``data/number_words.csv``.

A row: ``word`` (one word, or a phrase of words), ``language`` (en, ar), ``class`` and ``value``.
Arabic rows are laid out with their clitics (و، ف، ب، ل، ك and the article), so that a token is
looked up as it stands in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, NamedTuple, Protocol, TypeVar

from core.errors import DataError
from core.lexicon.possessives import possessives
from core.lexicon.tables import rows
from core.text import Token, fold, normalise, tokens_of

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


# Classes whose phrase may open a counting expression, or change what the next one means.
OPENING_CLASSES = frozenset(
    {"none", "at_least", "more_than", "about", "up_to", "between", "vague", "pair", "dozen", "article"}
    | {"subset", "total", "total_open"}
)
# Classes that are asked for right before a number.
ENDING_CLASSES = frozenset({"designation", "age_before", "year_before", "rise", "total"})


class Phrase(Protocol):
    """Anything with folded words."""

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words."""


P = TypeVar("P", bound=Phrase)


@dataclass(frozen=True, slots=True)
class PhraseIndex(Generic[P]):
    """Phrases by their first word (``single``) or their first two (``longer``, longest first)."""

    single: Mapping[str, tuple[P, ...]]
    longer: Mapping[str, Mapping[str, tuple[P, ...]]]

    def starting(self, tokens: Sequence[Token], at: int) -> Sequence[P]:
        """The phrases whose words stand at token ``at`` and after it, longest first."""
        low = tokens[at].low
        seconds = self.longer.get(low)
        found = self.single.get(low, ())
        if seconds is None or at + 1 >= len(tokens):
            return found
        longer = seconds.get(tokens[at + 1].low)
        if longer is None:
            return found
        return (*(phrase for phrase in longer if _stands(phrase.words, tokens, at)), *found)


def _stands(words: tuple[str, ...], tokens: Sequence[Token], at: int) -> bool:
    length = len(words)
    return length == 2 or words[2:] == tuple(token.low for token in tokens[at + 2 : at + length])


def index_of(phrases: Iterable[P]) -> PhraseIndex[P]:
    """The index of some phrases; of equal ones the earlier comes first."""
    single: dict[str, tuple[P, ...]] = {}
    longer: dict[str, dict[str, tuple[P, ...]]] = {}
    for phrase in sorted(phrases, key=lambda item: -len(item.words)):
        if len(phrase.words) == 1:
            single[phrase.words[0]] = (*single.get(phrase.words[0], ()), phrase)
        else:
            seconds = longer.setdefault(phrase.words[0], {})
            seconds[phrase.words[1]] = (*seconds.get(phrase.words[1], ()), phrase)
    return PhraseIndex(single, longer)


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

    ``numerals`` by folded word; ``nouns`` gives "singular", "dual" or "plural" of the folded forms
    of counted Arabic nouns; ``openers`` are the words that may open a counting expression, each with
    the words of which one must follow (none where it opens one alone); ``ends``
    the phrases that are asked for before a number, by their last word; ``articles`` the words that
    make more of an article than one ("a dozen", "a number of").
    """

    numerals: Mapping[str, NumberWord]
    phrases: PhraseIndex[CountPhrase]
    nouns: Mapping[str, str]
    openers: Mapping[str, frozenset[str]]
    ends: Mapping[str, tuple[CountPhrase, ...]]
    articles: Mapping[str, frozenset[str]]


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
        for owned in possessives(form):
            forms.setdefault(fold(owned), "plural")
    yield from forms.items()


def load_number_words(path: Path) -> NumberWords:
    """The number words of a ``number_words.csv``. Raises :class:`DataError` naming line and field."""
    numerals: dict[str, NumberWord] = {}
    phrases: list[CountPhrase] = []
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
            phrases.append(CountPhrase((form, *words[1:]), cls, value))
    ends: dict[str, tuple[CountPhrase, ...]] = {}
    for phrase in phrases:
        if phrase.cls in ENDING_CLASSES:
            ends[phrase.words[-1]] = (*ends.get(phrase.words[-1], ()), phrase)
    index = index_of(phrases)
    opening = [phrase.words for phrase in phrases if phrase.cls in OPENING_CLASSES]
    alone = {of[0] for of in opening if len(of) == 1} | set(numerals)
    alone |= {form for form, number in nouns.items() if number != "plural"}
    seconds: dict[str, set[str]] = {}
    for of in opening:
        if len(of) > 1:
            seconds.setdefault(of[0], set()).add(of[1])
    openers = {first: frozenset(words) for first, words in seconds.items()}
    openers |= dict.fromkeys(alone, frozenset())
    amounts = {phrase.words[0] for phrase in phrases if phrase.cls in ("dozen", "pair")}
    amounts |= {word for word, of in numerals.items() if of.cls in ("hundred", "thousand")}
    articles = {
        phrase.words[0]: frozenset(amounts | set(index.longer.get(phrase.words[0], {})))
        for phrase in phrases
        if phrase.cls == "article"
    }
    return NumberWords(numerals, index, nouns, openers, ends, articles)


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
