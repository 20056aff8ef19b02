"""The number itself: an exact one, a range, dozens, an article, an Arabic dual, and what counts nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from core.extract.counts.numerals import Numeral, numeral_at, opens_part
from core.lexicon.numbers import CountPhrase, NumberWords
from core.model import Count
from core.text import Sentence, Token

_QUALIFIERS = frozenset({"at_least", "more_than", "about", "up_to", "between"})
_OPENERS = _QUALIFIERS | {"none", "vague", "pair", "dozen", "article"}
_DOZEN, _DOZENS = frozenset({"dozen"}), frozenset({"dozen", "pair"})
_DISTANCE, _TO = frozenset({"distance"}), frozenset({"to"})
_AT_LEAST_AFTER, _AFTERWARDS = frozenset({"at_least_after"}), 4  # tokens within which "at least" follows
ARABIC = "\u0600"
RISEN = "risen to"  # the rule of a figure that replaces one told with it
_TWO, _DUAL = 2, re.compile(r"\w{3}(ين|ان)$")
_SEPARATORS, _COUNTED_ENDING = frozenset("-./"), "ا"  # the ending of an Arabic noun after eleven and more
_NUMERIC_DATE = re.compile(r"\d{1,4} ?([-./]) ?\d{1,2} ?\1 ?\d{1,4}")


class Span(NamedTuple):
    """A counting expression under work: tokens ``first`` to ``end`` (exclusive)."""

    first: int
    end: int
    value: Count
    kind: str
    rule: str
    definite: bool = False
    km: float | None = None
    head: int | None = None


def noun_number(token: Token, words: NumberWords) -> str | None:
    """ "singular", "dual" or "plural" of a counted Arabic noun, ``None`` of any other word."""
    return words.nouns.get(token.low)


def phrase_at(
    tokens: Sequence[Token], at: int, words: NumberWords, classes: frozenset[str]
) -> CountPhrase | None:
    """The longest phrase of one of ``classes`` that starts at token ``at``."""
    if at >= len(tokens):
        return None
    for phrase in words.phrases.starting(tokens, at):
        if phrase.cls in classes:
            return phrase
    return None


def span_at(sentence: Sentence, at: int, words: NumberWords, phrase: CountPhrase | None) -> Span | None:
    """The counting expression whose first word is token ``at``; ``phrase`` is what opens it, if any."""
    tokens = sentence.tokens
    if phrase is not None and phrase.cls == "none":
        end = at + len(phrase.words)
        return Span(at, end, Count(0, 0, 0), "none", "none", head=end - 1)
    qualifier, start = None, at
    while phrase is not None and phrase.cls in _QUALIFIERS:
        qualifier = phrase.cls if qualifier in (None, "about") else qualifier
        start += len(phrase.words)
        phrase = phrase_at(tokens, start, words, _OPENERS)
    span = _amount_at(sentence, start, words, phrase, qualifier) if start < len(tokens) else None
    if span is None:
        return None if qualifier else _noun_at(tokens, at, words)
    return span._replace(first=at) if qualifier else span


def _amount_at(
    sentence: Sentence, at: int, words: NumberWords, phrase: CountPhrase | None, qualifier: str | None
) -> Span | None:
    tokens = sentence.tokens
    if phrase is not None and phrase.cls in _AMOUNTS:
        end = at + len(phrase.words)
        if phrase_at(tokens, end, words, _UNITS) is not None:
            return Span(at, end, Count(None, None, None), "other", "vague measure")
        larger = _vague_multiple(tokens, at, end, phrase, words)
        if larger is not None:
            return larger
        high = int(phrase.value) if phrase.cls in ("pair", "dozen") else None
        low = int(phrase.value)
        return Span(at, end, _qualified(low, high, qualifier, phrase.cls == "vague"), "count", phrase.cls)
    if phrase is not None and phrase.cls == "article":
        return _after_article(tokens, at, words, qualifier)
    if (ordinal := words.numerals.get(tokens[at].low)) is not None and ordinal.cls == "ordinal":
        return Span(at, at + 1, Count(None, None, None), "other", "ordinal")
    numeral = numeral_at(tokens, at, words)
    return None if numeral is None else _number_span(sentence, at, numeral, words, qualifier)


def _vague_multiple(
    tokens: Sequence[Token], at: int, end: int, phrase: CountPhrase, words: NumberWords
) -> Span | None:
    """ "several hundred", "a few dozen": at the least as the plain "hundreds", "dozens"."""
    if phrase.cls != "vague" or end >= len(tokens):
        return None
    dozen = phrase_at(tokens, end, words, _DOZEN)
    if dozen is not None:
        low, after = 2 * int(dozen.value), end + len(dozen.words)
    else:
        number = words.numerals.get(tokens[end].low)
        if number is None or number.cls not in ("hundred", "thousand") or number.joined:
            return None
        low, after = 2 * (number.value if number.cls == "thousand" else 100), end + 1
    return Span(at, after, Count(low, low, None), "count", "vague")


_AMOUNTS = frozenset({"vague", "pair", "dozen"})
_UNITS = frozenset({"measure", "distance"})


def _after_article(
    tokens: Sequence[Token], at: int, words: NumberWords, qualifier: str | None
) -> Span | None:
    """ "a dozen", "a hundred"; the article itself as one is the caller's."""
    if at + 1 >= len(tokens):
        return None
    dozen = phrase_at(tokens, at + 1, words, _DOZENS)
    if dozen is not None:
        value = int(dozen.value)
        return Span(at, at + 1 + len(dozen.words), _qualified(value, value, qualifier), "count", dozen.cls)
    number = words.numerals.get(tokens[at + 1].low)
    if number is not None and number.cls in ("hundred", "thousand"):
        numeral = numeral_at(tokens, at + 1, words)
        if numeral is not None:
            value = int(numeral.value)
            return Span(at, numeral.end, _qualified(value, value, qualifier), "count", "number in words")
    return None


def _number_span(
    sentence: Sentence, at: int, numeral: Numeral, words: NumberWords, qualifier: str | None
) -> Span:
    """An exact number, its range or dozens, and what it turns out to count."""
    tokens = sentence.tokens
    following = words.phrases.starting(tokens, numeral.end) if numeral.end < len(tokens) else ()
    distance = _first(following, _DISTANCE)
    if distance is not None:
        end, km = numeral.end + len(distance.words), round(numeral.value * distance.value, 6)
        return Span(at, end, Count(None, None, None), "distance", "distance", km=km)
    other = _no_count(sentence, at, numeral, words, following)
    if other is not None:
        return other
    low = int(numeral.value)
    if numeral.value != low:
        return Span(at, numeral.end, Count(None, None, None), "other", "broken number")
    dozen = _first(following, _DOZEN)
    if dozen is not None:
        value = low * int(dozen.value)
        end = numeral.end + len(dozen.words)
        return Span(at, end, _qualified(value, value, qualifier), "count", "dozens told")
    ranged = _range(sentence, at, numeral, words, qualifier) if numeral.end < len(tokens) else None
    if ranged is not None:
        return ranged
    rule = "digits" if tokens[at].kind == "n" else "number in words"
    end = numeral.end
    if end < len(tokens) and tokens[end].text == "+":
        qualifier, end = "at_least", end + 1
    elif _at_least_follows(tokens, end, words):
        qualifier = "at_least"
    head, first = None, at
    if at > 0 and not opens_part(tokens[at]) and tokens[at].low[:1] >= ARABIC and (
        (noun_number(tokens[at - 1], words) is not None and (low <= 2 or numeral.definite))
        or (low == _TWO and not numeral.definite and _DUAL.search(tokens[at - 1].low))
    ):  # fmt: skip
        head = first = at - 1  # "مدنيين اثنين", "العناصر الثلاثة", "متورطين اثنين"
    definite = numeral.definite or (at > 0 and tokens[at - 1].low in ("the", "these", "those", "both"))
    return Span(first, end, _qualified(low, low, qualifier), "count", rule, definite, head=head)


def _first(phrases: Sequence[CountPhrase], classes: frozenset[str]) -> CountPhrase | None:
    return next((phrase for phrase in phrases if phrase.cls in classes), None)


def _at_least_follows(tokens: Sequence[Token], end: int, words: NumberWords) -> bool:
    """ "12 soldiers at least", "12 عنصراً، على الأقل", but not "12 and at least 3"."""
    for at in range(end, min(end + _AFTERWARDS, len(tokens))):
        if (tokens[at].kind == "p" and tokens[at].text not in ",،") or opens_part(tokens[at]):
            return False
        after = phrase_at(tokens, at, words, _AT_LEAST_AFTER)
        if after is not None:
            end = at + len(after.words)
            return end >= len(tokens) or numeral_at(tokens, end, words) is None
    return False


def _range(
    sentence: Sentence, at: int, numeral: Numeral, words: NumberWords, qualifier: str | None
) -> Span | None:
    """ "6 to 8", "5-7", "one or two", "between 100 and 200", "ما بين 15 و20", "rose from three to five"."""
    if numeral.definite and qualifier != "between":
        return None  # "rose on Monday (الاثنين) to nine"
    tokens, step = sentence.tokens, numeral.end
    low_form = tokens[step].low
    in_words = words.numerals.get(low_form)
    glued = tokens[step].kind == "n" and sentence.text[tokens[step].start - 1 - sentence.start] == "-"
    and_follows = low_form in ("and", "و", "to") or (in_words is not None and in_words.joined)
    to_follows = tokens[step].text == "-" or phrase_at(tokens, step, words, _TO) is not None
    if not (glued or to_follows or (and_follows and qualifier == "between")):
        return None
    step += not (glued or in_words is not None)
    second = numeral_at(tokens, step, words) if step < len(tokens) else None
    if second is None or second.value != int(second.value):
        return None
    following = words.phrases.starting(tokens, second.end) if second.end < len(tokens) else ()
    other = _no_count(sentence, step, second, words, following)
    if other is not None:
        return other._replace(first=at)  # "between 8 and 13 years"
    low, high = int(numeral.value), int(second.value)
    if "rise" in _ending(tokens, at, words):
        return Span(at, second.end, Count(high, high, high), "count", RISEN)
    if low >= high:
        return None
    return Span(at, second.end, Count(low, low, high), "count", "range", numeral.definite)


def _qualified(low: int, high: int | None, qualifier: str | None, vague: bool = False) -> Count:
    """The count of ``low`` under a qualifier: best is the low bound, unknown for "up to" (1..n)."""
    if qualifier == "up_to" and not vague:
        return Count(min(1, low), None, low)
    if qualifier in ("at_least", "more_than"):
        return Count(low, low, None)
    return Count(low, low, high)


def _noun_at(tokens: Sequence[Token], at: int, words: NumberWords) -> Span | None:
    """A counted Arabic noun that is its own number: "عنصران" (two), "عنصر" (one)."""
    number = noun_number(tokens[at], words)
    if number not in ("singular", "dual"):
        return None
    following = words.numerals.get(tokens[at + 1].low) if at + 1 < len(tokens) else None
    if following is not None and following.cls == "unit" and following.value <= 2 and not following.joined:
        return None  # "عنصر واحد", "عنصران اثنان": told by the numeral
    if number == "dual":
        at_least = _at_least_follows(tokens, at + 1, words)
        return Span(at, at + 1, Count(2, 2, None if at_least else 2), "count", "dual", head=at)
    before = tokens[at - 1] if at else None
    if before is not None and (before.kind == "n" or before.low in words.numerals):
        return None  # "خمسة عشر عنصراً"
    if at > 1 and noun_number(tokens[at - 1], words) == "singular" and all(
        token.text.endswith(_COUNTED_ENDING) for token in tokens[at - 1 : at + 1]
    ):  # fmt: skip
        ahead = tokens[at - 2]
        if ahead.kind == "n" or ahead.low in words.numerals:
            return None  # "19 رجلاً وشاباً": one number for both nouns
    return Span(at, at + 1, Count(1, 1, 1), "article", "singular noun", head=at)


def _no_count(
    sentence: Sentence, at: int, numeral: Numeral, words: NumberWords, following: Sequence[CountPhrase]
) -> Span | None:
    """The number as kind ``other`` where it counts nothing that an event could have; ``following``
    are the phrases right after it."""
    unit = _first(following, _MEASURES)
    rule = _no_count_rule(sentence, at, numeral, words, unit)
    if rule is None:
        return None
    end = numeral.end + (len(unit.words) if unit is not None and rule == "measure" else 0)
    return Span(at, end, Count(None, None, None), "other", rule)


_MEASURES = frozenset({"measure", "age"})
_YOUNGEST, _OLDEST = 5, 99
_AGES = frozenset({"age", "ages"})  # "below the age of 14"


def _no_count_rule(
    sentence: Sentence, at: int, numeral: Numeral, words: NumberWords, unit: CountPhrase | None
) -> str | None:
    tokens = sentence.tokens
    before = tokens[at - 1] if at else None
    after = tokens[numeral.end] if numeral.end < len(tokens) else None
    digits = tokens[at].kind == "n"
    if digits and before is not None and before.kind == "w" and before.low < ARABIC:
        gap = sentence.text[before.end - sentence.start : tokens[at].start - sentence.start]
        if gap in ("", "-"):
            return "part of a name"
    ending = _ending(tokens, at, words)
    if "age_before" in ending or (digits and _is_after_a_name(tokens, at, numeral)):
        return "age"
    if before is not None and before.text in ("$", "€", "£", "#"):
        return "money or tag"
    if before is not None and before.text == ":" and before.end == tokens[at].start:
        return "time"
    if after is not None and after.text == ":" and after.start == tokens[numeral.end - 1].end:
        return "time"
    if before is not None and before.low == "at" and numeral.value <= 24 and "total" not in ending:
        return "time"
    if any(token is not None and token.text in "×xX" for token in (before, after)):
        return "product"
    if unit is not None:
        return "age" if unit.cls == "age" else "measure"
    if before is not None and before.low == "of" and at > 1 and tokens[at - 2].low in _AGES:
        return "age"
    aside = before is not None and before.text == "," and after is not None and after.text == ","
    if digits and aside and _YOUNGEST <= numeral.value <= _OLDEST:
        return "age"  # "X, 38, was killed"
    chained = before is not None and before.low in _CHAIN and at > 2 and tokens[at - 2].kind == "n"
    if "designation" in ending or (chained and "designation" in _ending(tokens, at - 2, words)):
        return "designation"
    if digits and _in_numeric_date(sentence, at, numeral.end):
        return "numeric date"
    if digits and len(tokens[at].text) == 4 and 1900 <= numeral.value < 2100 and before is not None:
        return "year" if "year_before" in ending else None
    if numeral.value == 1 and after is not None and after.low == "of" and numeral.end + 2 < len(tokens):
        least = [token.low for token in tokens[numeral.end + 1 : numeral.end + 4]]
        return "one of the most" if any(low == "most" or low.endswith("est") for low in least) else None
    return None


def _is_after_a_name(tokens: Sequence[Token], at: int, numeral: Numeral) -> bool:
    """Whether a number stands between commas or in brackets behind a person's name: "Issa al-Ayid, 11, and",
    "Issa al-Ayid (60) died"."""
    if at < 3 or not 1 < numeral.value < 100 or tokens[at - 1].text not in ",(":
        return False
    closed = numeral.end >= len(tokens) or tokens[numeral.end].kind == "p"
    return closed and tokens[at - 2].text[:1].isupper()


_CHAIN = frozenset({"and", "و", ",", "،"})  # "brigades 30 and 17"


def _ending(tokens: Sequence[Token], at: int, words: NumberWords) -> frozenset[str]:
    """The classes of the phrases that end right before token ``at``; a dot may stand between ("No. 5")."""
    k = at - 1
    if k > 0 and tokens[k].text == ".":
        k -= 1
    if k < 0 or tokens[k].low not in words.ends:
        return frozenset()
    return frozenset(
        phrase.cls
        for phrase in words.ends[tokens[k].low]
        if tuple(token.low for token in tokens[max(0, k + 1 - len(phrase.words)) : k + 1]) == phrase.words
    )


def _in_numeric_date(sentence: Sentence, at: int, end: int) -> bool:
    """Whether the number is one of three with the same separator ("1-11-2019", "24/07/2019")."""
    text, start = sentence.text, sentence.start
    first, last = sentence.tokens[at].start - start, sentence.tokens[end - 1].end - start
    if not (_SEPARATORS & set(text[max(0, first - 2) : first] + text[last : last + 2])):
        return False
    window = text[max(0, first - 8) : last + 8]
    return any(
        match.start() <= first - max(0, first - 8) < match.end() for match in _NUMERIC_DATE.finditer(window)
    )
