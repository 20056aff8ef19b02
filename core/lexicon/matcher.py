"""One longest-match engine for every phrase list: words in, typed matches out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from core.text import Token, normalise, tokens_of

GAP = "*"  # in a phrase: up to four words that the phrase does not name
_GAP_WORDS = 4


class Match(NamedTuple):
    """Tokens ``first`` to ``last`` (both included) say ``value``; ``prefix`` is the clitic cut off."""

    kind: str
    value: Any
    first: int
    last: int
    prefix: str


class _Entry(NamedTuple):
    """``rest``: the words after the first. ``exact``: the phrase where its case matters. ``telling``: a word
    without which a sentence cannot hold the phrase, the longest of the rest; ``None`` where a clitic may
    hide it. ``is_plain``: one word, in any case."""

    kind: str
    value: Any
    rest: tuple[str, ...]
    exact: str | None
    telling: str | None
    is_plain: bool


@lru_cache(maxsize=65536)
def forms(low: str) -> tuple[tuple[str, str], ...]:
    """The ``(form, prefix)`` pairs under which a folded word may stand in a lexicon.

    A Latin word stands for itself. An Arabic word also stands for what is left when its
    clitics go: conjunctions (و، ف), prepositions (ب، ل، ك) and the article (ال).
    """
    if low[:1] < "\u0600":
        return ((low, ""),)
    found = {low: ""}
    queue = [(low, "")]
    for word, prefix in queue:
        for cut, put in (("و", ""), ("ف", ""), ("ب", ""), ("لل", "ال"), ("ل", ""), ("ك", ""), ("ال", "")):
            rest = put + word[len(cut) :]
            if word.startswith(cut) and len(word) - len(cut) >= 2 and rest not in found:
                if cut in "وف" and prefix:  # a conjunction stands first or not at all
                    continue
                if "ال" in prefix:
                    continue
                found[rest] = prefix + cut
                queue.append((rest, prefix + cut))
    return tuple(found.items())


def words_of(phrase: str) -> tuple[str, ...]:
    """A phrase's folded words as the engine compares them; ``*`` stays a gap."""
    pieces = phrase.split()
    if phrase.isascii() and "".join(pieces).isalpha():  # most of a lexicon
        return tuple(phrase.lower().split())
    return tuple(word for piece in pieces for word in _words_of_piece(piece))


@lru_cache(maxsize=16384)
def _words_of_piece(piece: str) -> tuple[str, ...]:
    if piece == GAP:
        return (GAP,)
    return tuple(token.low for token in tokens_of(normalise(piece).text) if token.kind != "p")


# Parts of groups: "military vehicles" must not hide "vehicles" when "US military" takes its first word.
_NESTED = frozenset({"vehicle", "person", "force", "facility", "modifier", "link", "aircraft"})


def _named_words(row: _Entry) -> tuple[int, int]:
    """Sorts entries: those that name most words first, of as many those that reach furthest."""
    gaps = row.rest.count(GAP)
    return gaps - len(row.rest), -gaps


class _Start:
    """The entries that begin with one word, longest first, laid out by their second word.

    Most of a first word's entries ("al", "military") fail at the second: they are not even tried.
    """

    __slots__ = ("_by_second", "_others", "every", "flags", "has_seconds")

    def __init__(self, rows: Iterable[_Entry], flags: Iterable[str]) -> None:
        self.flags = tuple(sorted(flags))
        self.every = tuple(sorted(rows, key=_named_words))
        seconds = {row.rest[0] for row in self.every if row.rest} - {GAP}
        self.has_seconds = bool(seconds)
        self._others = self._with(GAP)
        self._by_second = {second: self._with(second) for second in seconds}

    def _with(self, second: str) -> tuple[_Entry, ...]:
        wanted = (GAP, second)
        return tuple(row for row in self.every if not row.rest or row.rest[0] in wanted)

    def rows_at(self, tokens: Sequence[Token], at: int) -> tuple[_Entry, ...]:
        """The entries that may match at a token, in the order to try them."""
        place = at + 1
        if place < len(tokens) and tokens[place].low in _MARKS:
            place += 1
        if place >= len(tokens):
            return self._others
        low = tokens[place].low
        if low < "\u0600":
            return self._by_second.get(low, self._others)
        seconds = [form for form, _ in forms(low) if form in self._by_second]
        if len(seconds) > 1:
            return self.every
        return self._by_second[seconds[0]] if seconds else self._others


class Matches:
    """What a sentence says: spans of each kind, and flags, which tell no more than where.

    ``flags[kind]`` has bit ``i`` set where a match of the kind covers token ``i``: asking for a kind
    between two tokens is one shift and one mask. ``longer`` are the spans of several tokens.
    """

    __slots__ = ("_spans", "flags", "longer")

    def __init__(self, spans: dict[str, list[Match]], flags: dict[str, int], longer: list[Match]) -> None:
        self._spans, self.flags, self.longer = dict(spans), dict(flags), longer

    def of(self, kind: str) -> Sequence[Match]:
        """The matches of a kind in token order; one-word flags (see :class:`Matcher`) are not among them."""
        return self._spans.get(kind, ())

    def replaced(self, kind: str, matches: list[Match]) -> Matches:
        """The same with other matches of one kind."""
        return Matches({**self._spans, kind: matches}, self.flags, self.longer)

    def among(self, kinds: Iterable[str]) -> list[Match]:
        """The matches of some kinds in token order, longer ones first."""
        found = [match for kind in kinds if kind in self._spans for match in self._spans[kind]]
        found.sort(key=lambda match: (match.first, -match.last))
        return found

    def has(self, kind: str, first: int, last: int) -> bool:
        """Whether the kind stands on any token ``first`` to ``last``, both included."""
        return kind in self.flags and is_flagged(self.flags[kind], first, last)

    def has_any(self, kinds: Iterable[str], first: int, last: int) -> bool:
        """Whether one of some kinds stands on any token ``first`` to ``last``, both included."""
        return has_any(self.flags, kinds, first, last)


def is_flagged(flags: int, first: int, last: int) -> bool:
    """Whether a bit from ``first`` to ``last``, both included, is set; what lies before 0 is not."""
    return last >= 0 and (flags & ((2 << last) - 1)) >> (first if first > 0 else 0) != 0


def has_any(flags: Mapping[str, int], kinds: Iterable[str], first: int, last: int) -> bool:
    """Whether a bit from ``first`` to ``last``, both included, is set for one of some kinds."""
    if last < 0 or last < first:
        return False
    wanted = bits(first if first > 0 else 0, last)
    for kind in kinds:  # noqa: SIM110  # a generator for any() takes twice as long
        if kind in flags and flags[kind] & wanted:
            return True
    return False


def bits(first: int, last: int) -> int:
    """The flags of tokens ``first`` to ``last``, both included."""
    return (2 << last) - (1 << first)


class Matcher:
    """Finds the longest entry of each kind at each token; kinds do not hide one another."""

    def __init__(
        self, entries: Iterable[tuple[str, str, Any, bool]], flags: Iterable[tuple[str, str]] = ()
    ) -> None:
        """``entries``: ``(phrase, kind, value, exact_case)``; the first of equal phrases wins.

        ``flags``: ``(word, kind)`` of which nothing is asked but where they stand; they are the most
        of all that a text says, and are found without making a match of each.
        """
        first: dict[str, list[_Entry]] = {}
        for phrase, kind, value, exact in entries:
            words = words_of(phrase)
            if words:
                rest, written = words[1:], phrase if exact else None
                entry = _Entry(kind, value, rest, written, _telling(rest), not (rest or exact))
                first.setdefault(words[0], []).append(entry)
        plain: dict[str, set[str]] = {}
        for word, kind in flags:
            plain.setdefault(word, set()).add(kind)
        self._first = {word: _Start(first.get(word, ()), plain.get(word, ())) for word in {**first, **plain}}
        self._starts = lru_cache(maxsize=65536)(self._starts_of)

    def _starts_of(self, low: str) -> tuple[tuple[_Start, str], ...]:
        """Where the entries lie that a word may begin, with the clitic that is cut off for each."""
        return tuple((self._first[form], prefix) for form, prefix in forms(low) if form in self._first)

    def find(self, tokens: Sequence[Token]) -> Matches:
        """All matches; within most kinds they do not overlap."""
        spans: defaultdict[str, list[Match]] = defaultdict(list)
        flags: defaultdict[str, int] = defaultdict(int)
        longer: list[Match] = []
        free: dict[str, int] = {}
        starts, new = self._starts, tuple.__new__
        lows = {token.low for token in tokens}
        for at, token in enumerate(tokens):
            flag = 1 << at
            for start, prefix in starts(token.low):
                for kind in start.flags:
                    flags[kind] |= flag
                for row in start.rows_at(tokens, at) if start.has_seconds else start.every:
                    kind, value, rest, exact, telling, is_plain = row
                    if telling is not None and telling not in lows:
                        continue
                    if kind in free and free[kind] >= at and kind not in _NESTED:
                        continue
                    last = at if is_plain else _reach(rest, tokens, at)
                    if last is None or (exact is not None and not _same_case(exact, tokens, at, last)):
                        continue
                    match = new(Match, (kind, value, at, last, prefix))
                    spans[kind].append(match)
                    free[kind] = last
                    if last == at:
                        flags[kind] |= flag
                    else:
                        flags[kind] |= bits(at, last)
                        longer.append(match)
        return Matches(spans, flags, longer)


def _telling(rest: tuple[str, ...]) -> str | None:
    longest = max(rest, key=len, default="")
    return longest if GAP < longest < "\u0600" else None


def _reach(words: tuple[str, ...], tokens: Sequence[Token], at: int) -> int | None:
    """The last token of ``words`` laid over the tokens behind ``at``, or ``None``."""
    place, size, k = at, len(tokens), 0
    while k < len(words):
        word = words[k]
        if word == GAP:
            k += 1
            target = words[k]
            left = _GAP_WORDS
            while (place := place + 1) < size and not _is(tokens[place], target):
                left -= tokens[place].low not in _SMALL
                low = tokens[place].low
                if left < 0 or low in _ENDS_GAP or (tokens[place].kind == "p" and low not in _MARKS):
                    return None
            if place >= size:
                return None
        else:
            place += 1
            if place < size and tokens[place].low in _MARKS:
                place += 1
            if place >= size or not _is(tokens[place], word):
                return None
        k += 1
    return place


_MARKS = frozenset(
    "\"'()-/#"
)  # may stand between a phrase's words: U.S.-led, PKK/YPG, "Army" of Tribes, #tags


# "blew up in a house" blew up no house, "published (نشر) that (أن) gunmen" deployed none
_ENDS_GAP = frozenset({"in", "inside", "at", "near", "that", "ان", "بان"})
_SMALL = _MARKS | {"a", "an", "the", "al", "el"}  # fill no gap: "wrested the city of al-Mayadin from"


def _is(token: Token, word: str) -> bool:
    low = token.low
    return low == word or (low[:1] >= "\u0600" and any(form == word for form, _ in forms(low)))


def _same_case(phrase: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the words are written as the phrase is; an all-capitals text line does not count."""
    written = "".join(t.text for t in tokens[first : last + 1] if t.kind != "p")
    return _letters(written) == _letters(phrase)


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())
