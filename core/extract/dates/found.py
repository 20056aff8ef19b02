"""What a date pattern finds and what it comes to: the values between grammar and resolvers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from core.extract.dates import calendar
from core.extract.dates.spelling import Value

NO_DATE = " (no publication date)"
RELATIVE = "relative day"  # the rule of "today", "yesterday", "this morning"
SUBORDINATE = "days from the main clause"


class Point(NamedTuple):
    """Where a date expression ends (symbol index, exclusive) and what it means.

    ``offsets`` in days from the day told before, for expressions that refer back.
    """

    end: int
    days: calendar.Days | None
    kind: str
    rule: str
    offsets: tuple[int, int] | None = None


class Found(NamedTuple):
    """A pattern's match with the values of its symbols and the day of publication."""

    match: re.Match[str]
    values: Sequence[Value]
    published: date | None

    def _at(self, group: str) -> int:
        return self.match.start(group) if group in self.match.re.groupindex else -1

    def number(self, group: str, default: int = 1) -> int:
        """The number that a named group's first symbol stands for; ``default`` where it took no part."""
        at = self._at(group)
        value = self.values[at] if at >= 0 else default
        return value if isinstance(value, int) else default

    def word(self, group: str) -> str | None:
        """The value of a named group's symbol, ``None`` where the group took no part."""
        at = self._at(group)
        return str(self.values[at]) if at >= 0 else None

    def has(self, group: str) -> bool:
        """Whether a named group took part."""
        return self._at(group) >= 0


Resolver = Callable[[Found], Point | None]
