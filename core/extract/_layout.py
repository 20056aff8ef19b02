"""The lines of a page and how they look: lengths, stops, capitals, repetition."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from core.text import fold

_STOP = re.compile(r"[.!?؟][\"')\]]*$")
_TEASER = re.compile(r"(?:\s\.|\.\.|\[\W*\])$")
_ITEM = re.compile(r"(?:[-•*·]|\d{1,2}[.)-])\s*\S")
_CLOCK = re.compile(r"\b\d{1,2}:\d{2}\b")
_WORD = re.compile(r"[^\W_]+")
_LONG, _FULL, _SENTENCE = 25, 12, 8


class Line(NamedTuple):
    """A line that is not blank: ``start:end`` in the text, ``gap`` blank lines above it."""

    start: int
    end: int
    text: str
    gap: int
    n_words: int
    has_stop: bool

    @property
    def is_paragraph(self) -> bool:
        """Whether it reads like sentences: ends like one and is not short, or is long."""
        return (self.has_stop and self.n_words >= _SENTENCE) or self.n_words >= _LONG

    @property
    def is_full_paragraph(self) -> bool:
        """A paragraph beyond doubt: no question, no teaser that breaks off."""
        return (
            self.is_paragraph
            and self.n_words >= _FULL
            and self.text[-1] not in "?؟"
            and not _TEASER.search(self.text)
        )

    @property
    def is_item(self) -> bool:
        """Whether it begins like an item of a list."""
        return _ITEM.match(self.text) is not None

    @property
    def has_clock(self) -> bool:
        """Whether it gives a time of day in figures."""
        return _CLOCK.search(self.text) is not None

    @property
    def ends_open(self) -> bool:
        """Whether it announces what follows."""
        return self.text.endswith((":", ";", ",", "،", "؛"))


def lines_of(text: str) -> list[Line]:
    """The lines of a text that hold a letter or digit or sign, in order."""
    found: list[Line] = []
    at, gap = 0, 0
    for raw in text.split("\n"):
        body = raw.strip()
        if body:
            start = at + (len(raw) - len(raw.lstrip()))
            n_words = len(_WORD.findall(body))
            found.append(Line(start, start + len(body), body, gap, n_words, _STOP.search(body) is not None))
            gap = 0
        else:
            gap += 1
        at += len(raw) + 1
    return found


def is_title_case(text: str) -> bool:
    """Whether nearly all of at least four longer Latin words are capitalised."""
    words = [word for word in _WORD.findall(text) if len(word) >= 4 and word.isascii() and word.isalpha()]
    return len(words) >= 4 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def resembles(line: str, title: str) -> bool:
    """Whether a line says the title again: nearly all words shared, both ways."""
    mine, other = _stems(line), _stems(title)
    shared = len(mine & other)
    return shared >= 2 and shared >= 0.75 * max(len(mine), len(other))


def repeats(line: str, other: str) -> bool:
    """Whether one of two lines says all or nearly all that the other does."""
    mine, theirs = _stems(line), _stems(other)
    return len(mine & theirs) >= max(3, 0.8 * min(len(mine), len(theirs)))


def restates(line: str, following: Iterable[str]) -> bool:
    """Whether the paragraphs below say again what a line says: most words, and every number."""
    mine = _stems(line)
    below = _stems(" ".join(following))
    numbers = {word for word in mine if word.isdigit()}
    return len(mine) >= 3 and numbers <= below and len(mine & below) >= 0.6 * len(mine)


def _stems(text: str) -> frozenset[str]:
    """Numbers and the first letters of longer words, articles and one-letter prefixes of Arabic cut."""
    found = set()
    for word in _WORD.findall(text):
        low = fold(word)
        if low[:1] > "\u0600":
            low = re.sub(r"^[وفبلك]?(?:ال|لل)", "", low) if len(low) > 4 else low
        if low.isdigit() or len(low) >= 4:
            found.add(low if low.isdigit() else low[:5])
    return frozenset(found)
