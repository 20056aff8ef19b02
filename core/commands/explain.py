"""``explain``: how each event of a report came about, for a person."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from core.commands._inputs import Unread, add_inputs, reports_of
from core.model import Count, Event, EventPlace, Evidence, Reading, Reason, Rejection, Report
from core.readers import BrokenLine
from core.text import Normal, Sentence, normalise, sentences_of

if TYPE_CHECKING:
    from core.extract.trace import SeenSentence

_COUNTS = ("killed", "wounded", "captured", "vehicles", "personnel")
_LONGEST = 160


def add_to(commands: Any) -> None:
    """Add the command to the command line."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "explain",
        help="say how each event of a report came about",
        description="For each event: its sentences, the words and the rule behind each field; for each"
        " rejection, its reason.",
    )
    add_inputs(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """0 when every report could be read, else 1."""
    from core import lexicon
    from core.extract import read_report
    from core.extract.trace import trace

    words = lexicon.load()
    status = 0
    for item in reports_of(options):
        if isinstance(item, (Unread, BrokenLine)):
            print(item.error, file=sys.stderr)
            status = 1
        else:
            for line in (*explain(item, read_report(item, words)), *seen(trace(item, words))):
                sys.stdout.buffer.write(line.encode() + b"\n")
    return status


def explain(report: Report, reading: Reading) -> Iterator[str]:
    """The lines that explain a reading of a report."""
    day = report.published.isoformat() if report.published else "unknown, so relative dates stay unknown"
    yield f"{report.title or report.report_id}"
    yield f"language {reading.language}; published {day}"
    normal = normalise(report.text)
    sentences = sentences_of(normal.text)
    for number, event in enumerate(reading.events, start=1):
        yield ""
        yield f"{number}. {_headline(event)}"
        yield from _event(event, normal, sentences)
    if not reading.events:
        yield from ("", "No event.")
    if reading.rejections:
        yield from ("", "Not events, or not to be placed:")
    for rejection in reading.rejections:
        yield from _rejection(rejection, normal, sentences)
    yield ""


def seen(sentences: Iterable[SeenSentence]) -> Iterator[str]:
    """The lines that list what each sentence mentions, with the candidates of each place name."""
    yield "What each sentence mentions:"
    for sentence in sentences:
        yield f"   | {_short(sentence.text)}"
        for mention in sentence.mentions:
            yield f"      {mention.kind}: '{_short(mention.text)}' -> {mention.note}"
    yield ""


def _headline(event: Event) -> str:
    background = ", told as background" if event.is_background else ""
    return f"{event.event_type} ({event.event_id}), confidence {event.confidence:.2f}{background}"


def _event(event: Event, normal: Normal, sentences: list[Sentence]) -> Iterator[str]:
    for sentence in _sentences_with(event.evidence, normal, sentences):
        yield f"   | {sentence}"
    behind: dict[str, list[Evidence]] = {}
    for item in event.evidence:
        behind.setdefault(item.field, []).append(item)
    for field, value in _values(event):
        yield f"   {field}: {value}"
        for item in behind.pop(field, []):
            yield _words(item)
    for field, items in behind.items():
        yield f"   {field}:"
        yield from map(_words, items)


def _words(item: Evidence) -> str:
    return f"      <- '{_short(item.text)}' at {item.start}-{item.end}, rule {item.rule}"


def _values(event: Event) -> Iterator[tuple[str, str]]:
    yield "trigger", event.event_type
    if event.date_start or event.date_end:
        yield "date", f"{event.date_start}..{event.date_end}, precision {event.time_precision}"
    else:
        yield "date", "unknown"
    for field in ("place", "origin", "destination"):
        if place := getattr(event, field):
            yield field, _place(place)
    for index, place in enumerate(event.via):
        yield f"via[{index}]", _place(place)
    for index, actor in enumerate(event.actors):
        yield f"actors[{index}]", f"{actor.name} ({actor.actor_id}), {actor.role}"
        for field in ("killed", "wounded", "captured"):
            if count := getattr(actor, field):
                yield f"actors[{index}].{field}", _count(count)
    for field in _COUNTS:
        if count := getattr(event, field):
            yield field, _count(count)
    for index, name in enumerate(event.attributed_to):
        yield f"attributed_to[{index}]", name


def _place(place: EventPlace) -> str:
    relation = f"{place.relation} " if place.relation else ""
    where = "no coordinate" if place.latitude is None else f"{place.latitude:.4f}, {place.longitude:.4f}"
    return f"{relation}{place.name} ({place.place_id}; {where}; within {place.radius_km:g} km)"


def _count(count: Count) -> str:
    if count.low == count.high:
        return str(count.low)
    return f"{'?' if count.low is None else count.low} to {'?' if count.high is None else count.high}"


def _rejection(rejection: Rejection, normal: Normal, sentences: list[Sentence]) -> Iterator[str]:
    span = Evidence("trigger", rejection.start, rejection.end, rejection.text, "")
    yield f" - {rejection.reason}: '{_short(rejection.text)}' at {rejection.start}-{rejection.end}"
    for sentence in _sentences_with((span,), normal, sentences)[:1]:
        if sentence.strip() != rejection.text.strip():
            yield f"   | {_short(sentence)}"
    if rejection.event is not None:
        if rejection.reason is Reason.UNPLACED:
            yield f"   because: {_why_unplaced(rejection.event)}"
        yield f"   would be {_headline(rejection.event)}"
        yield from _event(rejection.event, normal, [])


def _why_unplaced(event: Event) -> str:
    from core import lexicon
    from core.extract import LEAST_SURE

    if event.place is None or event.place.latitude is None:
        return "no place is told that can be drawn"
    if event.confidence < LEAST_SURE:
        return f"too unsure, its confidence is below {LEAST_SURE}"
    ends = (event.place, event.origin, event.destination, *event.via)
    if all(end is None or end.place_id not in lexicon.load().in_area for end in ends):
        return "it lies outside the governorate"
    return "losses with neither place nor day of their own"


def _sentences_with(spans: tuple[Evidence, ...], normal: Normal, sentences: list[Sentence]) -> list[str]:
    """The original's sentences that any of the spans begins in, in order."""
    found = []
    for sentence in sentences:
        start, end = normal.back(sentence.start, sentence.end)
        if any(start <= span.start < end for span in spans):
            found.append(normal.slice(sentence.start, sentence.end))
    return found


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 3] + "..."
