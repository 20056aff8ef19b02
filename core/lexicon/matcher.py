"""One longest-match engine for every phrase list: words in, typed matches out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from core.text import Token, normalise, tokens_of

GAP = "*"  # in a phrase: up to two words that the phrase does not name
_GAP_WORDS = 2


class Match(NamedTuple):
    """Tokens ``first`` to ``last`` (both included) say ``value``; ``prefix`` is the clitic cut off."""

    kind: str
    value: Any
    first: int
    last: int
    prefix: str


class _Entry(NamedTuple):
    words: tuple[str, ...]
    kind: str
    value: Any
    exact: str | None


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
    words: list[str] = []
    for piece in phrase.split():
        if piece == GAP:
            words.append(GAP)
        else:
            words += [token.low for token in tokens_of(normalise(piece).text) if token.kind != "p"]
    return tuple(words)


# Parts of groups: "military vehicles" must not hide "vehicles" when "US military" takes its first word.
_NESTED = frozenset({"vehicle", "person", "force", "facility", "modifier", "link", "aircraft"})


class _Start:
    """The entries that begin with one word, longest first, laid out by their second word.

    Most of a first word's entries ("al", "military") fail at the second: they are not even tried.
    """

    __slots__ = ("_by_second", "_every", "_others")

    def __init__(self, rows: Iterable[_Entry]) -> None:
        self._every = tuple(sorted(rows, key=lambda row: -len(row.words)))
        seconds = {row.words[1] for row in self._every if len(row.words) > 1} - {GAP}
        self._others = self._with(GAP)
        self._by_second = {second: self._with(second) for second in seconds}

    def _with(self, second: str) -> tuple[_Entry, ...]:
        wanted = (GAP, second)
        return tuple(row for row in self._every if len(row.words) == 1 or row.words[1] in wanted)

    def rows_at(self, tokens: Sequence[Token], at: int) -> tuple[_Entry, ...]:
        """The entries that may match at a token, in the order to try them."""
        if not self._by_second:
            return self._every
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
            return self._every
        return self._by_second[seconds[0]] if seconds else self._others


class Matcher:
    """Finds the longest entry of each kind at each token; kinds do not hide one another."""

    def __init__(self, entries: Iterable[tuple[str, str, Any, bool]]) -> None:
        """``entries``: ``(phrase, kind, value, exact_case)``; the first of equal phrases wins."""
        first: dict[str, list[_Entry]] = {}
        for phrase, kind, value, exact in entries:
            words = words_of(phrase)
            if words:
                first.setdefault(words[0], []).append(_Entry(words, kind, value, phrase if exact else None))
        self._first = {word: _Start(rows) for word, rows in first.items()}

    def find(self, tokens: Sequence[Token]) -> list[Match]:
        """All matches in token order; within most kinds they do not overlap."""
        found: list[Match] = []
        free: dict[str, int] = {}
        index = self._first
        for at, token in enumerate(tokens):
            low = token.low
            if low < "\u0600":
                start = index.get(low)
                if start:
                    self._take(start.rows_at(tokens, at), tokens, at, "", found, free)
                continue
            for form, prefix in forms(low):
                start = index.get(form)
                if start:
                    self._take(start.rows_at(tokens, at), tokens, at, prefix, found, free)
        return found

    def _take(
        self,
        rows: tuple[_Entry, ...],
        tokens: Sequence[Token],
        at: int,
        prefix: str,
        found: list[Match],
        free: dict[str, int],
    ) -> None:
        for row in rows:
            if row.kind not in _NESTED and free.get(row.kind, -1) >= at:
                continue
            last = _reach(row.words, tokens, at)
            if last is None or (row.exact is not None and not _same_case(row.exact, tokens, at, last)):
                continue
            found.append(Match(row.kind, row.value, at, last, prefix))
            free[row.kind] = last


def _reach(words: tuple[str, ...], tokens: Sequence[Token], at: int) -> int | None:
    """The last token of ``words`` laid over the tokens from ``at``, or ``None``."""
    if len(words) == 1:
        return at
    place, size, k = at, len(tokens), 1
    while k < len(words):
        word = words[k]
        if word == GAP:
            k += 1
            target = words[k]
            left = _GAP_WORDS
            while (place := place + 1) < size and not _is(tokens[place], target):
                left -= tokens[place].low not in _MARKS
                if left < 0 or (tokens[place].kind == "p" and tokens[place].low not in _MARKS):
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


_MARKS = frozenset("\"'()-/#")  # may stand between a phrase's words: U.S.-led, PKK/YPG, "Army" of Tribes, #tags


def _is(token: Token, word: str) -> bool:
    low = token.low
    return low == word or (low[:1] >= "\u0600" and any(form == word for form, _ in forms(low)))


def _same_case(phrase: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the words are written as the phrase is; an all-capitals text line does not count."""
    written = "".join(t.text for t in tokens[first : last + 1] if t.kind != "p")
    return _letters(written) == _letters(phrase)


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())
