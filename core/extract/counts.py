"""Counts in a sentence: "at least 20", "between six and eight", "two dozen", "عنصرين", "ما لا يقل عن خمسة".

Numbers that count nothing (ages, dates, times, calibres, unit numbers, ordinals, money, percentages)
are given as kind ``other``, distances as ``distance``, so that no stage takes them for a toll.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.extract.amounts import ARABIC, Span, noun_number, phrase_at, span_at
from core.lexicon.numbers import OPENING_CLASSES, NumberWords
from core.model import Count
from core.text import Sentence, Token

__all__ = ["CountMention", "find_counts", "noun_number"]


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


_ONE = Count(1, 1, 1)
_SUBSET_REACH = 3
_TOTAL_REACH = 40
_NEAR = 5  # an Arabic toll names its figure without a "to": "بلغ عدد القتلى 9"


def find_counts(
    sentence: Sentence, words: NumberWords, taken: Sequence[tuple[int, int]] = ()
) -> tuple[CountMention, ...]:
    """The counting expressions of a sentence, in order, none overlapping.

    ``taken`` are spans of the normalised text, such as those of date mentions, whose numbers count
    nothing ("June 3").
    """
    tokens, openers, articles = sentence.tokens, words.openers, words.articles
    count = len(tokens)
    found: list[CountMention] = []
    subset_to = total_to = total_from = -1
    at = 0
    while at < count:
        token = tokens[at]
        if token.low not in openers and token.kind != "n":
            at += 1
            continue
        more = articles.get(token.low)
        if (
            more is not None
            and at + 1 < count
            and tokens[at + 1].kind == "w"
            and tokens[at + 1].low not in more
        ):
            found.append(
                CountMention(
                    token.start, token.end, at + 1, _ONE, at < subset_to, False, "article", "article"
                )
            )
            at += 1
            continue
        if taken and any(start <= token.start < end for start, end in taken):
            at += 1
            continue
        phrase = phrase_at(tokens, at, words, OPENING_CLASSES)
        span = None if phrase is not None and phrase.cls in _MARKS else span_at(sentence, at, words, phrase)
        if span is None:
            if phrase is not None and phrase.cls == "subset":
                subset_to = at + len(phrase.words) + _SUBSET_REACH
            elif phrase is not None and phrase.cls in _MARKS:
                total_from = (
                    at + len(phrase.words) if phrase.cls == "total" or _is_arabic(token) else -_TOTAL_REACH
                )
                total_to = at + len(phrase.words) + (_TOTAL_REACH if phrase.cls == "total_open" else 1)
            at += 1
            continue
        is_subset = span.first < subset_to or (
            span.kind == "count" and phrase_at(tokens, span.end, words, _AFTER) is not None
        )
        is_total = span.rule == "risen to" or (
            total_from <= span.first < total_to and _reaches(tokens, span.first, total_from)
        )
        mention = _mention(tokens, span, words, is_subset, is_total)
        found.append(mention)
        subset_to = _chained(tokens, mention.head, subset_to) if is_subset else subset_to
        total_to = -1 if span.kind == "count" else total_to
        at = span.end
    return tuple(found)


_MARKS = frozenset({"subset", "total", "total_open"})
_AFTER = frozenset({"subset_after"})


def _reaches(tokens: Sequence[Token], first: int, opened: int) -> bool:
    """Whether the total's words lead to the figure: "to" (or "at") right before it, or next to it."""
    return first - opened <= _NEAR or tokens[first - 1].low in ("to", "at", "الي")


def _is_arabic(token: Token) -> bool:
    return token.low[:1] >= ARABIC


def _chained(tokens: Sequence[Token], head: int, subset_to: int) -> int:
    """ "including two officers and three children": what "and" joins is of the subset, too."""
    for k in range(head + 1, min(len(tokens), head + 3)):
        if tokens[k].low in ("and", "و", ",", "،"):
            return k + 2
    return subset_to if subset_to > head else -1


def _mention(
    tokens: Sequence[Token], span: Span, words: NumberWords, is_subset: bool, is_total: bool
) -> CountMention:
    head = span.head
    if head is None:
        head = span.end
        while head < len(tokens) and phrase_at(tokens, head, words, _FILLERS) is not None:
            head += 1
    start, end = tokens[span.first].start, tokens[span.end - 1].end
    return CountMention(
        start, end, head, span.value, is_subset, is_total, span.kind, span.rule, span.km, span.definite
    )


_FILLERS = frozenset({"filler"})
