"""What the reader saw in each sentence, for a person: every mention, and the places a name may mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from core.extract.mentions import Found, find_mentions
from core.extract.places.candidates import LEAST_SCORE, candidates_of
from core.extract.places.toponyms import toponyms_of
from core.extract.story import find_story
from core.lexicon import Lexicon
from core.model import Report
from core.text import Normal, normalise, sentences_of

_READ = frozenset({"story", "headline"})


class Seen(NamedTuple):
    """One mention: ``kind`` (trigger, group, place, date, count), its words, and what was made of it."""

    kind: str
    text: str
    note: str


class SeenSentence(NamedTuple):
    """A sentence, ``start, end`` in the report's text, with its mentions in the order of the stages."""

    start: int
    end: int
    text: str
    mentions: tuple[Seen, ...]


def trace(report: Report, lexicon: Lexicon) -> Iterator[SeenSentence]:
    """The sentences of a report's story that mention anything, with all that each mentions."""
    normal = normalise(report.text)
    for passage in find_story(normal.text, report.title):
        if passage.kind not in _READ:
            continue
        for sentence in sentences_of(normal.text, passage.start, passage.end):
            found = find_mentions(sentence, lexicon, report.published, passage.kind == "headline")
            mentions = tuple(_mentions(found, normal, lexicon))
            if mentions:
                start, end = normal.back(sentence.start, sentence.end)
                yield SeenSentence(start, end, normal.original[start:end], mentions)


def _mentions(found: Found, normal: Normal, lexicon: Lexicon) -> Iterator[Seen]:
    def words(first: int, last: int) -> str:
        return normal.slice(*found.chars(first, last))

    for hit in found.hits:
        sense = hit.trigger.event_type or hit.trigger.frame
        yield Seen("trigger", words(hit.first, hit.last), f"{sense} ({hit.tense}, rank {hit.trigger.rank})")
    for group in found.groups:
        counted = f", {group.count.rule}" if group.count else ""
        yield Seen(
            "group", words(group.first, group.last), f"{group.actor_id or 'no actor'}, {group.kind}{counted}"
        )
    for toponym in toponyms_of(found.tokens, found.matches, lexicon):
        ranked = candidates_of(toponym, found.tokens, found.matches, lexicon)
        note = "; ".join(f"{place.name} {score:.2f}" for score, place in ranked)
        taken = "" if ranked[0][0] >= LEAST_SCORE else ": too unsure, no place"
        yield Seen("place", words(toponym.first, toponym.last), note + taken)
    for date in found.dates:
        days = f"{date.date_start}..{date.date_end}" if date.date_start else "no day"
        yield Seen("date", normal.slice(date.start, date.end), f"{date.kind}, {days}, {date.rule}")
