"""Counts in a sentence: "at least 20", "between six and eight", "two dozen", "عنصرين", "ما لا يقل عن خمسة".

Numbers that count nothing (ages, dates, times, calibres, unit numbers, ordinals, money, percentages)
are given as kind ``other``, distances as ``distance``, so that no stage takes them for a toll.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from core.extract.numerals import Numeral, numeral_at
from core.lexicon.numbers import CountPhrase, NumberWords
from core.model import Count
from core.text import Sentence, Token


@dataclass(frozen=True, slots=True)
class CountMention:
    """A counting expression; ``start, end`` index the normalised text, the qualifier included.

    ``head`` is the index, in the sentence's tokens, of the first content word after the number (of the
    noun itself for Arabic duals and singulars); it equals the number of tokens where none follows.
    ``kind``: ``count``; ``article`` ("a soldier", "عنصر": one, if the noun is counted at all);
    ``none`` ("no casualties": zero); ``distance`` (``km`` is its length); ``other`` (no count).
    ``is_subset``: a part of a number told before ("including two officers"); ``is_total``: a running
    total ("rises to five"); ``is_definite``: "the two", "الثلاثة", known from before.
    """

    start: int
    end: int
    head: int
    count: Count
    is_subset: bool
    is_total: bool
    kind: str
    rule: str
    km: float | None = None
    is_definite: bool = False


class _Span(NamedTuple):
    """A counting expression under work: tokens ``first`` to ``end`` (exclusive)."""

    first: int
    end: int
    count: Count
    kind: str
    rule: str
    definite: bool = False
    km: float | None = None
    head: int | None = None


_QUALIFIERS = frozenset({"at_least", "more_than", "about", "up_to", "between"})
_SUBSET_REACH = 3
_TOTAL_REACH = 8
_ARABIC = "\u0600"
_NUMERIC_DATE = re.compile(r"\d{1,4} ?([-./]) ?\d{1,2} ?\1 ?\d{1,4}")


def noun_number(token: Token, words: NumberWords) -> str | None:
    """ "singular", "dual" or "plural" of a counted Arabic noun, ``None`` of any other word."""
    return words.nouns.get(token.low)


def find_counts(sentence: Sentence, words: NumberWords) -> tuple[CountMention, ...]:
    """The counting expressions of a sentence, in order, none overlapping.

    Numbers inside dates come as counts, too, where no word tells ("June 3"); the caller leaves
    out what overlaps a date mention.
    """
    tokens = sentence.tokens
    numerals, phrases, nouns = words.numerals, words.phrases, words.nouns
    found: list[CountMention] = []
    subset_to = total_to = -1
    at = 0
    while at < len(tokens):
        token = tokens[at]
        low = token.low
        if token.kind != "n" and low not in phrases and low not in numerals and low not in nouns:
            at += 1
            continue
        span = _span_at(sentence, at, words)
        if span is None:
            mark = _phrase_at(tokens, at, words, _MARKS)
            if mark is not None and mark.cls == "subset":
                subset_to = at + len(mark.words) + _SUBSET_REACH
            elif mark is not None:
                total_to = at + len(mark.words) + (_TOTAL_REACH if mark.cls == "total_open" else 1)
            at += len(mark.words) if mark is not None else 1
            continue
        is_subset = span.first < subset_to or _phrase_at(tokens, span.end, words, _AFTER) is not None
        is_total = span.first < total_to and _reaches(tokens, span.first)
        mention = _mention(tokens, span, words, is_subset, is_total)
        found.append(mention)
        subset_to = _chained(tokens, mention.head, subset_to) if is_subset else subset_to
        total_to = -1 if span.kind == "count" else total_to
        at = span.end
    return tuple(found)


_MARKS = frozenset({"subset", "total", "total_open"})
_AFTER = frozenset({"subset_after"})


def _reaches(tokens: Sequence[Token], first: int) -> bool:
    """English needs "to" or the total's own words before the figure; Arabic names the toll itself."""
    return first > 0 and (tokens[first].low[:1] >= _ARABIC or tokens[first - 1].low[:1] >= _ARABIC or tokens[
        first - 1
    ].low in ("to", "at", "of", "reached", "reaches", "all", "total"))  # fmt: skip


def _chained(tokens: Sequence[Token], head: int, subset_to: int) -> int:
    """ "including two officers and three children": what "and" joins is of the subset, too."""
    for k in range(head + 1, min(len(tokens), head + 3)):
        if tokens[k].low in ("and", "و", ",", "،"):
            return k + 2
    return subset_to if subset_to > head else -1


def _mention(
    tokens: Sequence[Token], span: _Span, words: NumberWords, is_subset: bool, is_total: bool
) -> CountMention:
    head = span.head
    if head is None:
        head = span.end
        while head < len(tokens) and _phrase_at(tokens, head, words, _FILLERS) is not None:
            head += 1
    start, end = tokens[span.first].start, tokens[span.end - 1].end
    return CountMention(
        start, end, head, span.count, is_subset, is_total, span.kind, span.rule, span.km, span.definite
    )


_FILLERS = frozenset({"filler"})


def _phrase_at(
    tokens: Sequence[Token], at: int, words: NumberWords, classes: frozenset[str]
) -> CountPhrase | None:
    """The longest phrase of one of ``classes`` that starts at token ``at``."""
    if at >= len(tokens):
        return None
    for phrase in words.phrases.get(tokens[at].low, ()):
        if phrase.cls in classes and len(tokens) - at >= len(phrase.words):
            if all(tokens[at + k].low == phrase.words[k] for k in range(1, len(phrase.words))):
                return phrase
    return None


def _span_at(sentence: Sentence, at: int, words: NumberWords) -> _Span | None:
    """The counting expression whose first word is token ``at``."""
    tokens = sentence.tokens
    none = _phrase_at(tokens, at, words, frozenset({"none"}))
    if none is not None:
        end = at + len(none.words)
        return _Span(at, end, Count(0, 0, 0), "none", "none", head=end - 1)
    qualifier, start = None, at
    while (phrase := _phrase_at(tokens, start, words, _QUALIFIERS)) is not None:
        qualifier = phrase.cls if qualifier in (None, "about") else qualifier
        start += len(phrase.words)
    span = _amount_at(sentence, start, words, qualifier) if start < len(tokens) else None
    if span is None:
        return None if qualifier else _noun_at(tokens, at, words)
    return span._replace(first=at) if span.first >= at and qualifier else span


def _amount_at(sentence: Sentence, at: int, words: NumberWords, qualifier: str | None) -> _Span | None:
    tokens = sentence.tokens
    phrase = _phrase_at(tokens, at, words, frozenset({"vague", "pair", "dozen", "article"}))
    if phrase is not None and phrase.cls != "article":
        end = at + len(phrase.words)
        if _phrase_at(tokens, end, words, _UNITS) is not None:
            return _Span(at, end, Count(None, None, None), "other", "vague measure")
        high = int(phrase.value) if phrase.cls in ("pair", "dozen") else None
        low = int(phrase.value)
        return _Span(at, end, _qualified(low, high, qualifier, phrase.cls == "vague"), "count", phrase.cls)
    if phrase is not None:
        return _after_article(tokens, at, words, qualifier)
    if tokens[at].low == "half":
        dozen = _phrase_at(tokens, at + 2, words, frozenset({"dozen"})) if at + 2 < len(tokens) else None
        if dozen is not None:
            return _Span(at, at + 3, _qualified(6, 6, qualifier), "count", "half a dozen")
    ordinal = words.numerals.get(tokens[at].low)
    if ordinal is not None and ordinal.cls == "ordinal":
        return _Span(at, at + 1, Count(None, None, None), "other", "ordinal")
    numeral = numeral_at(tokens, at, words)
    return None if numeral is None else _number_span(sentence, at, numeral, words, qualifier)


_UNITS = frozenset({"measure", "distance"})


def _after_article(tokens: Sequence[Token], at: int, words: NumberWords, qualifier: str | None) -> _Span | None:
    """ "a dozen", "a hundred", else the article itself as one."""
    if at + 1 >= len(tokens):
        return None
    dozen = _phrase_at(tokens, at + 1, words, frozenset({"dozen", "pair"}))
    if dozen is not None:
        value = int(dozen.value)
        return _Span(at, at + 1 + len(dozen.words), _qualified(value, value, qualifier), "count", dozen.cls)
    number = words.numerals.get(tokens[at + 1].low)
    if number is not None and number.cls in ("hundred", "thousand"):
        numeral = numeral_at(tokens, at + 1, words)
        if numeral is not None:
            value = int(numeral.value)
            return _Span(at, numeral.end, _qualified(value, value, qualifier), "count", "number in words")
    if tokens[at + 1].kind != "w" or qualifier is not None:
        return None
    return _Span(at, at + 1, Count(1, 1, 1), "article", "article")


def _number_span(
    sentence: Sentence, at: int, numeral: Numeral, words: NumberWords, qualifier: str | None
) -> _Span:
    """An exact number, its range or dozens, and what it turns out to count."""
    tokens = sentence.tokens
    other = _no_count(sentence, at, numeral, words)
    if other is not None:
        return other
    distance = _phrase_at(tokens, numeral.end, words, frozenset({"distance"}))
    if distance is not None:
        end, km = numeral.end + len(distance.words), round(numeral.value * distance.value, 6)
        return _Span(at, end, Count(None, None, None), "distance", "distance", km=km)
    low = int(numeral.value)
    if numeral.value != low:
        return _Span(at, numeral.end, Count(None, None, None), "other", "broken number")
    dozen = _phrase_at(tokens, numeral.end, words, frozenset({"dozen"}))
    if dozen is not None:
        value = low * int(dozen.value)
        end = numeral.end + len(dozen.words)
        return _Span(at, end, _qualified(value, value, qualifier), "count", "dozens told")
    ranged = _range(sentence, at, numeral, words, qualifier)
    if ranged is not None:
        return ranged
    rule = "digits" if tokens[at].kind == "n" else "number in words"
    end = numeral.end
    after = _phrase_at(tokens, end, words, frozenset({"at_least_after"}))
    if after is not None:
        qualifier, end = "at_least", end + len(after.words)
    head = None
    first = at
    if tokens[at].low[:1] >= _ARABIC and (low <= 2 or numeral.definite) and at and noun_number(tokens[at - 1], words):
        head = first = at - 1
    definite = numeral.definite or (at > 0 and tokens[at - 1].low in ("the", "these", "those", "both"))
    return _Span(first, end, _qualified(low, low, qualifier), "count", rule, definite, head=head)


def _range(
    sentence: Sentence, at: int, numeral: Numeral, words: NumberWords, qualifier: str | None
) -> _Span | None:
    """ "6 to 8", "5-7", "one or two", "between 100 and 200", "ما بين 15 و20", "rose from three to five"."""
    tokens, step = sentence.tokens, numeral.end
    if step >= len(tokens):
        return None
    glued = tokens[step].kind == "n" and sentence.text[tokens[step].start - 1 - sentence.start] == "-"
    joined = qualifier == "between" and (
        tokens[step].low in ("and", "و", "to") or (tokens[step].low[:1] == "و" and tokens[step].low in words.numerals)
    )
    if not (glued or joined or _phrase_at(tokens, step, words, frozenset({"to"})) or tokens[step].text == "-"):
        return None
    if not glued and (tokens[step].low not in words.numerals):
        step += 1
    second = numeral_at(tokens, step, words) if step < len(tokens) else None
    if second is None or second.value != int(second.value) or _no_count(sentence, step, second, words) is not None:
        return None
    low, high = int(numeral.value), int(second.value)
    if at >= 2 and _phrase_at(tokens, at - 2, words, frozenset({"rise"})) is not None:
        return _Span(at, second.end, Count(high, high, high), "count", "risen to")
    if low >= high:
        return None
    return _Span(at, second.end, Count(low, low, high), "count", "range", numeral.definite)


def _qualified(low: int, high: int | None, qualifier: str | None, vague: bool = False) -> Count:
    """The count of ``low`` under a qualifier (DESIGN, "Counts"): best is the low bound, unknown for "up to"."""
    if qualifier == "up_to" and not vague:
        return Count(min(1, low), None, low)
    if qualifier in ("at_least", "more_than"):
        return Count(low, low, None)
    return Count(low, low, high)


def _noun_at(tokens: Sequence[Token], at: int, words: NumberWords) -> _Span | None:
    """A counted Arabic noun that is its own number: "عنصران" (two), "عنصر" (one)."""
    number = noun_number(tokens[at], words)
    if number not in ("singular", "dual"):
        return None
    following = words.numerals.get(tokens[at + 1].low) if at + 1 < len(tokens) else None
    if following is not None and following.cls == "unit" and following.value <= 2 and not following.joined:
        return None  # "عنصر واحد", "عنصران اثنان": told by the numeral
    if number == "dual":
        return _Span(at, at + 1, Count(2, 2, 2), "count", "dual", head=at)
    before = tokens[at - 1] if at else None
    if before is not None and (before.kind == "n" or before.low in words.numerals):
        return None  # "خمسة عشر عنصراً"
    return _Span(at, at + 1, Count(1, 1, 1), "article", "singular noun", head=at)


def _no_count(sentence: Sentence, at: int, numeral: Numeral, words: NumberWords) -> _Span | None:
    """The number as kind ``other`` where it counts nothing that an event could have."""
    rule = _no_count_rule(sentence, at, numeral, words)
    return None if rule is None else _Span(at, numeral.end, Count(None, None, None), "other", rule)


def _no_count_rule(sentence: Sentence, at: int, numeral: Numeral, words: NumberWords) -> str | None:
    tokens = sentence.tokens
    before = tokens[at - 1] if at else None
    after = tokens[numeral.end] if numeral.end < len(tokens) else None
    digits = tokens[at].kind == "n"
    if digits and before is not None and before.end == tokens[at].start and before.kind == "w":
        if before.text != "و":
            return "part of a name"
    if before is not None and _ends_phrase(tokens, at, words, "age"):
        return "age"
    if before is not None and before.text in ("$", "€", "£", "#", ":"):
        return "money, tag or time"
    if after is not None and after.text == ":" and after.start == tokens[numeral.end - 1].end:
        return "time"
    if before is not None and before.low == "at":
        return "time"
    unit = _phrase_at(tokens, numeral.end, words, frozenset({"measure", "age"}))
    if unit is not None:
        return "age" if unit.cls == "age" else "measure"
    if before is not None and (
        _ends_phrase(tokens, at, words, "designation") or _ends_phrase(tokens, at, words, "measure")
    ):
        return "designation"
    if digits and _in_numeric_date(sentence, at, numeral.end):
        return "numeric date"
    if digits and len(tokens[at].text) == 4 and 1900 <= numeral.value < 2100 and before is not None:
        return "year" if before.low in _YEAR_BEFORE else None
    if numeral.value == 1 and after is not None and after.low == "of" and numeral.end + 2 < len(tokens):
        least = [token.low for token in tokens[numeral.end + 1 : numeral.end + 4]]
        return "one of the most" if any(low == "most" or low.endswith("est") for low in least) else None
    return None


_YEAR_BEFORE = frozenset(["in", "since", "by", "of", "from", "to", "and", "until", "early", "late", "mid", "year", "during", "عام", "سنه", "في", "منذ"])


def _ends_phrase(tokens: Sequence[Token], at: int, words: NumberWords, cls: str) -> bool:
    """Whether a phrase of the class stands right before token ``at``; a dot may stand between ("No. 5")."""
    k = at - 1
    if k > 0 and tokens[k].text == ".":
        k -= 1
    return any(
        k - back >= 0
        and any(
            phrase.cls == cls
            and len(phrase.words) == back + 1
            and all(tokens[k - back + j].low == phrase.words[j] for j in range(1, back + 1))
            for phrase in words.phrases.get(tokens[k - back].low, ())
        )
        for back in range(3)
    )


def _in_numeric_date(sentence: Sentence, at: int, end: int) -> bool:
    """Whether the number is one of three with the same separator ("1-11-2019", "24/07/2019")."""
    text, start = sentence.text, sentence.start
    first, last = sentence.tokens[at].start - start, sentence.tokens[end - 1].end - start
    window = text[max(0, first - 8) : last + 8]
    return any(
        match.start() <= first - max(0, first - 8) < match.end() for match in _NUMERIC_DATE.finditer(window)
    )
