"""A report's words with the fields that were read from them, as plain segments for any screen.

Segments are text and a field, never markup: the page that shows them escapes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from core.model import Evidence

GAP = " … "
_SENTENCE_END = re.compile(r"[.!?؟][\"'”’»)]*(?=\s)|\n")
_ROOT = re.compile(r"\w+")

# The kinds of field that share a colour: what a reader asks, and the contract's field names that answer.
KINDS = {
    "trigger": "what",
    "date": "when",
    "place": "where",
    "origin": "where",
    "destination": "where",
    "via": "where",
    "actors": "who",
    "killed": "how many",
    "wounded": "how many",
    "captured": "how many",
    "vehicles": "how many",
    "personnel": "how many",
    "attributed_to": "according to",
}
# Underline colours on the light and on the dark ground (contrast of at least 3:1 on each).
KIND_COLOURS = {
    "what": ("#B3410E", "#F0935A"),
    "when": ("#7A4FB0", "#B898E6"),
    "where": ("#1B5E86", "#6CB2DD"),
    "who": ("#0F7A4F", "#56C596"),
    "how many": ("#B01657", "#F07BAA"),
    "according to": ("#6B6A62", "#B5B3A8"),
}


class Segment(NamedTuple):
    """A run of characters and the field they were read for, ``None`` for the words between."""

    text: str
    field: str | None


def kind_of(field: str) -> str:
    """What a field tells: ``actors[1]`` is ``who``, ``actors[1].killed`` and ``killed`` are ``how many``."""
    names = _ROOT.findall(field)
    return KINDS.get(names[-1], "") or KINDS.get(names[0], "what") if names else "what"


def segments(
    text: str, evidence: Iterable[Evidence], start: int = 0, end: int | None = None
) -> list[Segment]:
    """``text[start:end]`` cut at the ends of the evidence; the segments joined give it back exactly.

    Where spans overlap the shortest wins, on a tie the one given first. Spans outside of the text are cut
    to it, empty ones are passed over.
    """
    end = len(text) if end is None else min(end, len(text))
    spans = [
        (max(item.start, start), min(item.end, end), order, item.field) for order, item in enumerate(evidence)
    ]
    spans = sorted(
        (span for span in spans if span[0] < span[1]), key=lambda span: (span[1] - span[0], span[2])
    )
    cuts = sorted({start, end, *(edge for span in spans for edge in span[:2])})
    found: list[Segment] = []
    for left, right in pairwise(cuts):
        field = next((span[3] for span in spans if span[0] <= left and right <= span[1]), None)
        if found and found[-1].field == field:
            found[-1] = Segment(found[-1].text + text[left:right], field)
        else:
            found.append(Segment(text[left:right], field))
    return found


def _sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentences that hold ``text[start:end]``, without white space at their ends."""
    left = max((match.end() for match in _SENTENCE_END.finditer(text, 0, start)), default=0)
    match = _SENTENCE_END.search(text, max(start, end - 1))
    right = match.end() if match else len(text)
    stretch = text[left:right]
    return left + len(stretch) - len(stretch.lstrip()), left + len(stretch.rstrip())


def excerpt(text: str, evidence: Sequence[Evidence]) -> list[Segment]:
    """The sentences that hold the evidence, in the order of the text, with ``…`` for what lies between."""
    bounds = sorted(
        _sentence_around(text, item.start, item.end) for item in evidence if item.start < item.end
    )
    merged: list[tuple[int, int]] = []
    for left, right in bounds:
        if merged and left <= merged[-1][1] + 2:
            merged[-1] = (merged[-1][0], max(right, merged[-1][1]))
        else:
            merged.append((left, right))
    found: list[Segment] = []
    for left, right in merged:
        found += [Segment(GAP, None)] if found else []
        found += segments(text, evidence, left, right)
    return found
