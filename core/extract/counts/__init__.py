"""Counts in a sentence: "at least 20", "between six and eight", "two dozen", "عنصرين", "ما لا يقل عن خمسة".

Numbers that count nothing (ages, dates, times, calibres, unit numbers, ordinals, money, percentages)
are given as kind ``other``, distances as ``distance``, so that no stage takes them for a toll.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from core.extract.counts.amounts import ARABIC, RISEN, Span, noun_number, phrase_at, span_at
from core.extract.counts.numerals import numeral_at
from core.lexicon.numbers import OPENING_CLASSES, CountPhrase, NumberWords
from core.model import Count
from core.text import Sentence, Token

__all__ = ["CountMention", "find_counts", "is_several", "noun_number"]


class CountMention(NamedTuple):
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
    count: Count  # type: ignore[assignment]  # hides tuple.count, which nobody needs here
    is_subset: bool
    is_total: bool
    kind: str
    rule: str
    km: float | None = None
    is_definite: bool = False


_ONE = Count(1, 1, 1)
_SEVERAL = 3  # what "several" and "a number of" stand for
_ALONE = frozenset({"another"})  # "killing two soldiers and injuring another."
_SUBSET_REACH = 3
_TOTAL_REACH = 40
_AMONG = 9
_NEAR = 5  # an Arabic toll names its figure without a "to": "بلغ عدد القتلى 9"
_TO = frozenset({"to", "at", "الي"})
_NEXT_TOTAL = 5  # tokens: "and the number of wounded to"
_FROM = frozenset({"from", "من"})
_MARKS = frozenset({"subset", "total", "total_open"})
_AFTER = frozenset({"subset_after"})


def find_counts(
    sentence: Sentence, words: NumberWords, taken: Sequence[tuple[int, int]] = ()
) -> tuple[CountMention, ...]:
    """The counting expressions of a sentence, in order, none overlapping.

    ``taken`` are spans of the normalised text, such as those of date mentions, whose numbers count
    nothing ("June 3").
    """
    tokens, count = sentence.tokens, len(sentence.tokens)
    found: list[CountMention] = []
    marks = _Marks(tokens, words)
    free = 0
    for at in [k for k, token in enumerate(tokens) if token.low in words.openers or token.kind == "n"]:
        token = tokens[at]
        if at < free or not _opens(tokens, at, words):
            continue
        more = words.articles.get(token.low)
        closed = at + 1 == count or tokens[at + 1].kind == "p"
        if more is not None and (token.low in _ALONE if closed else tokens[at + 1].low not in more and (
            tokens[at + 1].kind == "w" and numeral_at(tokens, at + 1, words) is None
        )):  # fmt: skip
            start, end, is_subset = token.start, token.end, marks.is_subset(at) or marks.is_among(at + 1)
            found.append(CountMention(start, end, at + 1, _ONE, is_subset, False, "article", "article"))
            continue
        if taken and any(start <= token.start < end for start, end in taken):
            continue
        phrase = phrase_at(tokens, at, words, OPENING_CLASSES)
        if phrase is not None and phrase.cls in _MARKS:
            marks.note(phrase, at)
            if phrase.words[-1] == "to":
                free = at + len(phrase.words)  # "gone up to 68" is no "up to 68"
            continue
        span = span_at(sentence, at, words, phrase)
        if span is not None:
            span = marks.risen(span)
            found.append(_mention(tokens, span, words, marks))
            free = span.end
    return tuple(found)


def _opens(tokens: Sequence[Token], at: int, words: NumberWords) -> bool:
    """Whether a counting expression may start at an opener or number."""
    seconds = words.openers.get(tokens[at].low)
    return not seconds or (at + 1 < len(tokens) and tokens[at + 1].low in seconds)


class _Marks:
    """How far words like "including" and "rises to" reach, while a sentence is read."""

    def __init__(self, tokens: Sequence[Token], words: NumberWords) -> None:
        self._tokens, self._words = tokens, words
        self._subset_to = self._total_from = self._total_to = -1
        self._last_total = len(tokens)

    def note(self, phrase: CountPhrase, at: int) -> None:
        """Take up a phrase of a class in ``_MARKS`` at token ``at``."""
        end = at + len(phrase.words)
        if phrase.cls == "subset":
            if at and self._tokens[at - 1].low == "result":
                return  # "as a result of which two died"
            closed = (
                end < len(self._tokens) and self._tokens[end].text in ",،.;"
            )  # "a child among them, were hurt"
            self._subset_to = -1 if closed else end + _SUBSET_REACH
            return
        near = phrase.cls == "total" or self._tokens[at].low[:1] >= ARABIC
        self._total_from = end if near else -_TOTAL_REACH
        self._total_to = end + (_TOTAL_REACH if phrase.cls == "total_open" else 1)

    def is_subset(self, first: int) -> bool:
        """Whether a count that starts at token ``first`` is a part of one before."""
        return first < self._subset_to

    def is_among(self, head: int) -> bool:
        """ "three children among them": whether what is counted at ``head`` is said to be of those before."""
        behind = range(head + 1, min(head + _AMONG, len(self._tokens)))
        ends = {"among", "amongst"}
        at = next((k for k in behind if self._tokens[k].kind == "p" or self._tokens[k].low in ends), None)
        return at is not None and phrase_at(self._tokens, at, self._words, _AFTER) is not None

    def settle(self, span: Span, head: int) -> tuple[bool, bool]:
        """``is_subset, is_total`` of a span with its head; what was opened for it is closed."""
        counts = span.kind == "count"
        is_subset = self.is_subset(span.first) or (
            counts
            and (
                phrase_at(self._tokens, span.end, self._words, _AFTER) is not None or self.is_among(span.end)
            )
        )
        in_reach = self._total_from <= span.first < self._total_to
        is_total = counts and (
            span.rule == RISEN or (in_reach and self._reaches(span.first)) or self._goes_on(span.first)
        )
        if is_subset:
            self._subset_to = self._chained(head)
        if counts:
            self._total_to = -1
        if is_total:
            self._last_total = span.end
        return is_subset, is_total

    def risen(self, span: Span) -> Span:
        """ "the toll went up, after a week, from 7 to 9": the later figure."""
        high = span.value.high
        if span.rule != "range" or high is None or not self._total_from <= span.first < self._total_to:
            return span
        if self._tokens[span.first - 1].low not in _FROM:
            return span
        return span._replace(value=Count(high, high, high), rule=RISEN)

    def _reaches(self, first: int) -> bool:
        """Whether the total's words lead to the figure: "to" (or "at") right before it, or next to it."""
        near = first - self._total_from <= _NEAR
        return near or self._tokens[first - 1].low in _TO

    def _goes_on(self, first: int) -> bool:
        """ "The dead rose to nine and the wounded to four": the next total."""
        near = self._last_total < first <= self._last_total + _NEXT_TOTAL
        return near and self._tokens[first - 1].low in _TO

    def _chained(self, head: int) -> int:
        """ "including two officers and three children": what "and" joins is of the subset, too."""
        for k in range(head + 1, min(len(self._tokens), head + 3)):
            if self._tokens[k].low in ("and", "و", ",", "،"):
                return k + 2
        return self._subset_to if self._subset_to > head else -1


def _mention(tokens: Sequence[Token], span: Span, words: NumberWords, marks: _Marks) -> CountMention:
    head = span.head
    if head is None:
        head = span.end
        while head < len(tokens) and phrase_at(tokens, head, words, _FILLERS) is not None:
            head += 1
    is_subset, is_total = marks.settle(span, head)
    start, end = tokens[span.first].start, tokens[span.end - 1].end
    return CountMention(
        start, end, head, span.value, is_subset, is_total, span.kind, span.rule, span.km, span.definite
    )


_FILLERS = frozenset({"filler"})


def add(one: Count, other: Count) -> Count:
    """The sum of two counts; an unknown bound stays unknown."""

    def plus(a: int | None, b: int | None) -> int | None:
        return None if a is None or b is None else a + b

    return Count(plus(one.low, other.low), plus(one.best, other.best), plus(one.high, other.high))


def is_several(count: Count) -> bool:
    """ "A number of": no figure that another could gainsay."""
    return count.low == _SEVERAL and count.high is None
