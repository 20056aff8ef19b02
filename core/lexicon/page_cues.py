"""How pasted pages look around a story: the patterns of ``data/page_furniture.csv``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from core.errors import DataError
from core.lexicon.tables import rows

LINE_KINDS = ("furniture", "caption", "related", "comments")
"""Kinds whose patterns must match a whole line; ``dateline`` matches at a line's start, the rest anywhere."""
KINDS = (*LINE_KINDS, "dateline", "opinion", "report", "break")
_COLUMNS = ("kind", "language", "pattern", "example", "counter_example")


@dataclass(frozen=True, slots=True)
class PageCue:
    """A row: a case-blind pattern over normalised text, a line it must match and one it must not."""

    kind: str
    language: str
    pattern: str
    example: str
    counter_example: str


@dataclass(frozen=True, slots=True)
class PageCues:
    """All rows, and one compiled alternation for each kind."""

    cues: tuple[PageCue, ...]
    patterns: Mapping[str, re.Pattern[str]]

    def kind_of(self, line: str) -> str | None:
        """The one of ``LINE_KINDS`` that the whole line is, if any; kinds that open sections go first."""
        return next((kind for kind in reversed(LINE_KINDS) if self.patterns[kind].fullmatch(line)), None)


def load_page_cues(path: Path) -> PageCues:
    """Read the table. Raises ``DataError`` naming the line and field."""
    cues: list[PageCue] = []
    for line, row in rows(path, _COLUMNS):
        if row["kind"] not in KINDS:
            raise DataError(path, line, "kind", f"'{row['kind']}' is none of {', '.join(KINDS)}")
        if row["language"] not in ("en", "ar", "any"):
            raise DataError(path, line, "language", f"'{row['language']}' is none of en, ar, any")
        for field in ("pattern", "example", "counter_example"):
            if not row[field]:
                raise DataError(path, line, field, "the cell is empty")
        try:
            re.compile(row["pattern"])
        except re.error as error:
            raise DataError(path, line, "pattern", f"not a regular expression ({error})") from error
        cues.append(PageCue(*(row[column] for column in _COLUMNS)))
    return PageCues(tuple(cues), {kind: _alternation(cues, kind) for kind in KINDS})


def _alternation(cues: list[PageCue], kind: str) -> re.Pattern[str]:
    parts = [f"(?:{cue.pattern})" for cue in cues if cue.kind == kind]
    return re.compile("|".join(parts) or r"(?!)", re.IGNORECASE)
